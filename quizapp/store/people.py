"""Learners, the browsers they are signed in with, and their classes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import CursorResult, bindparam, delete, func, select, update

from quizapp.store.database import Work
from quizapp.store.tables import AttemptRow, BrowserRow, ClassQuizRow, ClassRow, LearnerRow, MemberRow

_OF_BROWSER = (  # every page asks for it, so it is made once
    select(LearnerRow)
    .join(BrowserRow)
    .where(BrowserRow.token == bindparam("hashed"), BrowserRow.expires > bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class StoredLearner:
    """A person; a guest has neither name nor password."""

    id: int
    name: str | None
    email: str | None
    password: str | None
    is_teacher: bool
    created: datetime

    @property
    def is_guest(self) -> bool:
        return self.name is None


@dataclass(frozen=True, slots=True)
class StoredClass:
    """A teacher's class."""

    id: int
    teacher: int
    name: str
    code: str
    code_until: datetime
    learners: int


def add_learner(work: Work, now: datetime) -> int:
    """A new guest."""
    row = LearnerRow(created=now, is_teacher=False)
    work.session.add(row)
    work.flush()
    return row.id


def name_learner(
    work: Work, learner: int, name: str, name_key: str, password: str, email: str | None, is_teacher: bool = False
) -> None:
    """Make a guest a person with a name. Raises Taken where the name is somebody's."""
    row = work.session.get_one(LearnerRow, learner)
    row.name, row.name_key, row.password, row.email = name, name_key, password, email
    row.is_teacher = row.is_teacher or is_teacher
    work.flush()


def set_password(work: Work, learner: int, password: str) -> None:
    work.session.get_one(LearnerRow, learner).password = password


def learner_by_id(work: Work, learner: int, lock: bool = False) -> StoredLearner | None:
    """A learner; where locked, whoever else wants to change or begin something of theirs waits."""
    row = work.session.get(LearnerRow, learner, with_for_update=lock)
    return None if row is None else _learner(row)


def learner_by_name(work: Work, name_key: str) -> StoredLearner | None:
    row = work.session.scalar(select(LearnerRow).where(LearnerRow.name_key == name_key))
    return None if row is None else _learner(row)


def erase_learner(work: Work, learner: int) -> None:
    """The learner and all that is theirs, from every table."""
    work.session.execute(delete(LearnerRow).where(LearnerRow.id == learner))


def add_browser(work: Work, token: str, learner: int, now: datetime, expires: datetime) -> None:
    work.session.add(BrowserRow(token=token, learner_id=learner, created=now, expires=expires))
    work.flush()


def learner_of_browser(work: Work, token: str, now: datetime) -> StoredLearner | None:
    row = work.session.scalar(_OF_BROWSER, {"hashed": token, "now": now})
    return None if row is None else _learner(row)


def remove_browser(work: Work, token: str) -> None:
    work.session.execute(delete(BrowserRow).where(BrowserRow.token == token))


def remove_browsers(work: Work, learner: int, but: str | None = None) -> int:
    """Sign a learner out everywhere, but for one browser where it is named; how many that were."""
    statement = delete(BrowserRow).where(BrowserRow.learner_id == learner)
    if but is not None:
        statement = statement.where(BrowserRow.token != but)
    result = work.session.execute(statement)
    return result.rowcount if isinstance(result, CursorResult) else 0


def count_browsers(work: Work, learner: int, now: datetime) -> int:
    statement = select(func.count()).where(BrowserRow.learner_id == learner, BrowserRow.expires > now)
    return work.session.scalar(statement) or 0


def remove_stale_browsers(work: Work, now: datetime) -> None:
    work.session.execute(delete(BrowserRow).where(BrowserRow.expires <= now))


def move_attempts(work: Work, guest: int, learner: int) -> None:
    """What a guest did becomes the learner's, who signs in with an account that was there; the guest is no more."""
    work.session.execute(update(AttemptRow).where(AttemptRow.learner_id == guest).values(learner_id=learner))
    joined = set(work.session.scalars(select(MemberRow.class_id).where(MemberRow.learner_id == learner)))
    for row in work.session.scalars(select(MemberRow).where(MemberRow.learner_id == guest)).all():
        if row.class_id not in joined:
            work.session.add(MemberRow(class_id=row.class_id, learner_id=learner, joined=row.joined))
    work.flush()
    erase_learner(work, guest)


def add_class(work: Work, teacher: int, name: str, code: str, now: datetime, until: datetime) -> int:
    """A new class whose code lets in until then. Raises Taken where the code is another's."""
    row = ClassRow(teacher_id=teacher, name=name, code=code, code_until=until, created=now)
    work.session.add(row)
    work.flush()
    return row.id


def classes_of_teacher(work: Work, teacher: int) -> list[StoredClass]:
    return _classes(work, ClassRow.teacher_id == teacher)


def class_of_teacher(work: Work, classroom: int, teacher: int) -> StoredClass | None:
    """A class of the teacher's own; None where there is none, or it is another's."""
    found = _classes(work, ClassRow.id == classroom, ClassRow.teacher_id == teacher)
    return found[0] if found else None


def renew_code(work: Work, classroom: int, code: str, until: datetime) -> None:
    """Another code for a class; the old one lets nobody in any more. Raises Taken where it is another's."""
    row = work.session.get_one(ClassRow, classroom)
    row.code, row.code_until = code, until
    work.flush()


def class_by_code(work: Work, code: str, now: datetime) -> StoredClass | None:
    found = _classes(work, ClassRow.code == code, ClassRow.code_until > now)
    return found[0] if found else None


def classes_joined(work: Work, learner: int) -> list[StoredClass]:
    joined = select(MemberRow.class_id).where(MemberRow.learner_id == learner)
    return _classes(work, ClassRow.id.in_(joined))


def join_class(work: Work, classroom: int, learner: int, now: datetime) -> None:
    """Enter a class; nothing happens where the learner is in it."""
    work.session.get_one(ClassRow, classroom, with_for_update=True)  # who sends it twice at once waits
    if work.session.get(MemberRow, (classroom, learner)) is None:
        work.session.add(MemberRow(class_id=classroom, learner_id=learner, joined=now))
        work.flush()


def members(work: Work, classroom: int) -> list[StoredLearner]:
    """The learners of a class, by name; guests come last."""
    rows = work.session.scalars(select(LearnerRow).join(MemberRow).where(MemberRow.class_id == classroom))
    return sorted((_learner(row) for row in rows), key=lambda one: (one.is_guest, (one.name or "").lower(), one.id))


def give_quiz(work: Work, classroom: int, set_id: int, now: datetime) -> None:
    """Give a set to a class; nothing happens where it has it."""
    work.session.get_one(ClassRow, classroom, with_for_update=True)  # who sends it twice at once waits
    if work.session.get(ClassQuizRow, (classroom, set_id)) is None:
        work.session.add(ClassQuizRow(class_id=classroom, set_id=set_id, given=now))
        work.flush()


def quizzes_given(work: Work, classroom: int) -> list[int]:
    """The sets that a class was given, the newest first."""
    return list(
        work.session.scalars(
            select(ClassQuizRow.set_id).where(ClassQuizRow.class_id == classroom)
            .order_by(ClassQuizRow.given.desc(), ClassQuizRow.set_id)
        )
    )  # fmt: skip


def _classes(work: Work, *conditions: object) -> list[StoredClass]:
    counted = select(func.count()).where(MemberRow.class_id == ClassRow.id).scalar_subquery()
    rows = work.session.execute(
        select(ClassRow, counted).where(*conditions).order_by(ClassRow.created, ClassRow.id)  # type: ignore[arg-type]  # SQL
    )
    return [StoredClass(row.id, row.teacher_id, row.name, row.code, row.code_until, count) for row, count in rows]


def _learner(row: LearnerRow) -> StoredLearner:
    return StoredLearner(row.id, row.name, row.email, row.password, row.is_teacher, row.created)
