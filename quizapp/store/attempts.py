"""Attempts in the database: what was shown, what was answered, and whose they are.

An attempt is fetched by its code and its learner, so that another's does not exist.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CursorResult,
    Insert,
    Integer,
    Row,
    Select,
    Text,
    bindparam,
    cast,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from quizapp.attempts import Attempt, Mode, Presentation, Response
from quizapp.engine import Item, Rules
from quizapp.store.database import Taken, Work
from quizapp.store.tables import AttemptRow, Moment, PresentationRow, ResponseRow, SetRow

# How many lists of items a process keeps at hand: one for each set and choice of topics that is being played.
ITEM_LISTS = 64
_Attempts = Select[Any]
_Shown = tuple[tuple[Presentation, ...], tuple[Response, ...]]
# What every answer asks for is made once here, as making a statement costs more than running it; and it asks for
# columns instead of rows of the tables' classes, which cost several times as much to fill.
_ATTEMPTS = select(
    AttemptRow.id, AttemptRow.code, AttemptRow.learner_id, AttemptRow.set_id, AttemptRow.class_id, AttemptRow.mode,
    AttemptRow.is_review, AttemptRow.rules, cast(AttemptRow.items, Text).label("items"), AttemptRow.seed,
    AttemptRow.started, AttemptRow.finished, AttemptRow.reason, SetRow.slug, SetRow.title,
).join(SetRow, AttemptRow.set_id == SetRow.id).order_by(AttemptRow.started, AttemptRow.id)  # fmt: skip
_IS_OWN = (AttemptRow.code == bindparam("code"), AttemptRow.learner_id == bindparam("learner"))
_OWN = _ATTEMPTS.where(*_IS_OWN)
_LOCKED = _OWN.with_for_update(of=AttemptRow)
_PRESENTATIONS = select(
    PresentationRow.attempt_id, PresentationRow.number, PresentationRow.question_key, PresentationRow.revision_id,
    PresentationRow.order, PresentationRow.is_repeat, PresentationRow.shown, ResponseRow.answer, ResponseRow.score,
    ResponseRow.answered,
).outerjoin(ResponseRow).where(PresentationRow.attempt_id.in_(bindparam("attempts", expanding=True))).order_by(
    PresentationRow.attempt_id, PresentationRow.number
)  # fmt: skip
_WAITING = (
    select(func.min(PresentationRow.number)).outerjoin(ResponseRow)
    .where(PresentationRow.attempt_id == AttemptRow.id, ResponseRow.presentation_id.is_(None)).scalar_subquery()
)  # fmt: skip
_STANDING = select(AttemptRow.mode, AttemptRow.finished, _WAITING).where(*_IS_OWN)
_ANSWERED = (
    select(PresentationRow.question_key).join(ResponseRow)
    .join(AttemptRow, PresentationRow.attempt_id == AttemptRow.id)
    .where(AttemptRow.learner_id == bindparam("learner"), AttemptRow.set_id == bindparam("set_id")).distinct()
)  # fmt: skip
_ADD_RESPONSE = insert(ResponseRow.metadata.tables["response"]).from_select(
    ["presentation_id", "answer", "score", "answered"],
    select(
        PresentationRow.id, bindparam("given", type_=Text), bindparam("points", type_=Integer),
        bindparam("now", type_=Moment),
    ).join(AttemptRow).where(AttemptRow.code == bindparam("code"), PresentationRow.number == bindparam("at")),
)  # fmt: skip
_ADD_PRESENTATION = insert(PresentationRow.metadata.tables["presentation"]).from_select(
    ["attempt_id", "number", "question_key", "revision_id", "arrangement", "is_repeat", "shown"],
    select(
        AttemptRow.id, bindparam("at", type_=Integer), bindparam("key", type_=Text), bindparam("of", type_=Integer),
        bindparam("options", type_=JSON), bindparam("again", type_=Boolean), bindparam("now", type_=Moment),
    ).where(AttemptRow.code == bindparam("code")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """An attempt with the set it is on."""

    attempt: Attempt
    set_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an attempt is: ``waiting`` is the number of the question that waits, None at the end."""

    mode: Mode
    waiting: int | None


def add_attempt(work: Work, attempt: Attempt, set_id: int) -> None:
    """A new attempt, with the presentations it begins with."""
    row = AttemptRow(
        code=attempt.id, learner_id=attempt.learner, set_id=set_id, class_id=attempt.classroom, mode=attempt.mode,
        is_review=attempt.is_review, rules=_rules_document(attempt.rules),
        items=[_item_document(item) for item in attempt.items], seed=attempt.seed, started=attempt.started,
        finished=attempt.finished, reason=attempt.reason,
    )  # fmt: skip
    work.session.add(row)
    work.flush()
    for one in attempt.presentations:
        add_presentation(work, attempt.id, one)


def get_attempt(work: Work, code: str, learner: int) -> StoredAttempt | None:
    """An attempt of the learner's own; None where there is none of that code, or it is another's."""
    return _first(work, _OWN, {"code": code, "learner": learner})


def lock_attempt(work: Work, code: str, learner: int) -> StoredAttempt | None:
    """As `get_attempt`, and whoever else wants to write to it waits."""
    return _first(work, _LOCKED, {"code": code, "learner": learner})


def standing_of(work: Work, code: str, learner: int) -> Standing | None:
    """Where an attempt of the learner's own stands, without all that happened in it."""
    row = work.session.execute(_STANDING, {"code": code, "learner": learner}).first()
    if row is None:
        return None
    mode, finished, number = row
    return Standing("practice" if mode == "practice" else "assessment", None if finished else number)


def get_class_attempt(work: Work, code: str, classroom: int) -> StoredAttempt | None:
    """An attempt that was made in a class's quiz."""
    return _first(work, _ATTEMPTS.where(AttemptRow.code == code, AttemptRow.class_id == classroom))


def attempts_of(
    work: Work, learner: int, *, set_id: int | None = None, classroom: int | None = None
) -> list[StoredAttempt]:
    """A learner's attempts, oldest first; only those on a set, or in a class's quizzes, where it is named."""
    conditions = [AttemptRow.learner_id == learner]
    if set_id is not None:
        conditions.append(AttemptRow.set_id == set_id)
    if classroom is not None:
        conditions.append(AttemptRow.class_id == classroom)
    return _all(work, _ATTEMPTS.where(*conditions))


def attempts_in_class(work: Work, classroom: int) -> list[StoredAttempt]:
    """Everybody's attempts in a class's quizzes, oldest first."""
    return _all(work, _ATTEMPTS.where(AttemptRow.class_id == classroom))


def answered_questions(work: Work, learner: int, set_id: int) -> set[str]:
    """The questions of a set that a learner has answered in any attempt."""
    return set(work.session.scalars(_ANSWERED, {"learner": learner, "set_id": set_id}))


def add_response(work: Work, code: str, response: Response) -> None:
    """Record an answer. Raises Taken where the presentation has one already."""
    _add(
        work, _ADD_RESPONSE, code=code, at=response.number, given=json.dumps(response.answer), points=response.score,
        now=response.answered,
    )  # fmt: skip


def add_presentation(work: Work, code: str, presentation: Presentation) -> None:
    """Record what is shown next. Raises Taken where the attempt has that number already."""
    _add(
        work, _ADD_PRESENTATION, code=code, at=presentation.number, key=presentation.question,
        of=presentation.revision, options=list(presentation.order), again=presentation.is_repeat,
        now=presentation.shown,
    )  # fmt: skip


def _add(work: Work, statement: Insert, **values: object) -> None:
    """Add one row. Raises Taken where a unique value is there already."""
    try:
        result = work.session.execute(statement, values, execution_options={"preserve_rowcount": True})
    except IntegrityError as error:
        raise Taken from error
    if not isinstance(result, CursorResult) or result.rowcount != 1:
        raise LookupError(f"there is no number {values['at']} in {values['code']}, or no such attempt")


def arrange(work: Work, code: str, number: int, order: tuple[str, ...]) -> None:
    """Remember how far a learner has put things in order."""
    row = work.session.scalar(
        select(PresentationRow).join(AttemptRow).where(AttemptRow.code == code, PresentationRow.number == number)
    )
    if row is not None:
        row.order = list(order)


def finish(work: Work, code: str, now: datetime, reason: str) -> None:
    work.session.execute(update(AttemptRow).where(AttemptRow.code == code).values(finished=now, reason=reason))


def _first(work: Work, statement: _Attempts, values: Mapping[str, object] | None = None) -> StoredAttempt | None:
    found = _all(work, statement, values)
    return found[0] if found else None


def _all(work: Work, statement: _Attempts, values: Mapping[str, object] | None = None) -> list[StoredAttempt]:
    rows = work.session.execute(statement, values or {}).all()
    shown = _presentations(work, [row.id for row in rows])
    return [StoredAttempt(_attempt(row, *shown.get(row.id, ((), ()))), row.set_id, row.title) for row in rows]


def _presentations(work: Work, attempts: Sequence[int]) -> dict[int, _Shown]:
    """What was shown and what was answered in each of these attempts, by number."""
    if not attempts:
        return {}
    rows = work.session.execute(_PRESENTATIONS, {"attempts": attempts})
    return {attempt: _shown(group) for attempt, group in groupby(rows, key=itemgetter(0))}


def _shown(rows: Iterable[Any]) -> _Shown:
    presentations, responses = [], []
    for _, number, key, revision, order, is_repeat, shown, answer, score, answered in rows:
        presentations.append(Presentation(number, key, revision, tuple(order), is_repeat, shown))
        if answered is not None:
            responses.append(Response(number, json.loads(answer), score, answered))
    return tuple(presentations), tuple(responses)


def _attempt(row: Row[Any], presentations: tuple[Presentation, ...], responses: tuple[Response, ...]) -> Attempt:
    return Attempt(
        id=row.code, learner=row.learner_id, slug=row.slug,
        mode="practice" if row.mode == "practice" else "assessment", is_review=row.is_review, rules=_rules(row.rules),
        seed=row.seed, items=_items(row.items), started=row.started, finished=row.finished, reason=row.reason,
        classroom=row.class_id, presentations=presentations, responses=responses,
    )  # fmt: skip


def _rules_document(rules: Rules) -> dict[str, object]:
    return {"least": rules.least, "most": rules.most, "target_error": rules.target_error}


def _rules(document: dict[str, Any]) -> Rules:
    return Rules(document["least"], document["most"], document["target_error"])


def _item_document(item: Item) -> list[object]:
    return [item.id, item.topic, item.difficulty, item.error, item.discrimination, item.guessing, sorted(item.enemies)]


@lru_cache(maxsize=ITEM_LISTS)
def _items(text: str) -> tuple[Item, ...]:
    """The items that an attempt was begun with. Attempts on a set share them, so they are read once."""
    return tuple(
        Item(identity, topic, difficulty, error, discrimination, guessing, frozenset(enemies))
        for identity, topic, difficulty, error, discrimination, guessing, enemies in json.loads(text)
    )
