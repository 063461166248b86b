"""The tables. Responses are the record; what else is stored of an attempt is what it was run with."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Row(DeclarativeBase):
    """What every table has."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: Moment, dict[str, Any]: JSON, list[Any]: JSON}  # noqa: RUF012 - SQLAlchemy's own way


class LearnerRow(Row):
    """A person who answers, a guest until there is a name; ``name_key`` is the name as compared."""

    __tablename__ = "learner"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None] = mapped_column(String(80))
    name_key: Mapped[str | None] = mapped_column(String(200), unique=True)
    email: Mapped[str | None] = mapped_column(String(254))
    password: Mapped[str | None] = mapped_column(String(200))
    is_teacher: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime]


class BrowserRow(Row):
    """A browser that is signed in, as a guest or by name; ``token`` is a hash of what its cookie holds."""

    __tablename__ = "browser"
    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    created: Mapped[datetime]
    expires: Mapped[datetime]


class SetRow(Row):
    """The questions on one report, with the report.

    ``names`` are those a typo must not make; ``fingerprint`` is that of the files it was loaded from.
    """

    __tablename__ = "question_set"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    title: Mapped[str] = mapped_column(String(500))
    opening: Mapped[str] = mapped_column(Text)
    report: Mapped[dict[str, Any]]
    names: Mapped[list[Any]]
    fingerprint: Mapped[str] = mapped_column(String(64))
    position: Mapped[int] = mapped_column(default=0)


class QuestionRow(Row):
    """A question of a set as it is now; ``shown`` counts its first presentations."""

    __tablename__ = "question"
    id: Mapped[int] = mapped_column(primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("question_set.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(64))
    revision_id: Mapped[int] = mapped_column(ForeignKey("question_revision.id"))
    status: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(20))
    item: Mapped[dict[str, Any]]
    shown: Mapped[int] = mapped_column(default=0)
    __table_args__ = (UniqueConstraint("set_id", "key", name="uq_question_set_id_key"),)


class RevisionRow(Row):
    """A question's document as it once stood; attempts point at these, so no later edit changes them."""

    __tablename__ = "question_revision"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), index=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    document: Mapped[dict[str, Any]]


class ClassRow(Row):
    """A teacher's class and the code that lets learners in, until it runs out."""

    __tablename__ = "classroom"
    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    code: Mapped[str] = mapped_column(String(20), unique=True)
    code_until: Mapped[datetime]
    created: Mapped[datetime]


class MemberRow(Row):
    """A learner who entered a class's code."""

    __tablename__ = "member"
    class_id: Mapped[int] = mapped_column(ForeignKey("classroom.id", ondelete="CASCADE"), primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"), primary_key=True, index=True)
    joined: Mapped[datetime]


class ClassQuizRow(Row):
    """A set that a teacher gave to a class."""

    __tablename__ = "class_quiz"
    class_id: Mapped[int] = mapped_column(ForeignKey("classroom.id", ondelete="CASCADE"), primary_key=True)
    set_id: Mapped[int] = mapped_column(ForeignKey("question_set.id", ondelete="CASCADE"), primary_key=True)
    given: Mapped[datetime]


class AttemptRow(Row):
    """An attempt with the rules and item parameters it is run with."""

    __tablename__ = "attempt"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"))
    set_id: Mapped[int] = mapped_column(ForeignKey("question_set.id", ondelete="CASCADE"))
    class_id: Mapped[int | None] = mapped_column(ForeignKey("classroom.id", ondelete="SET NULL"), index=True)
    mode: Mapped[str] = mapped_column(String(20))
    is_review: Mapped[bool] = mapped_column(default=False)
    rules: Mapped[dict[str, Any]]
    items: Mapped[list[Any]]
    seed: Mapped[int]
    started: Mapped[datetime]
    finished: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(String(30))
    __table_args__ = (Index("ix_attempt_learner_set", "learner_id", "set_id"),)


class PresentationRow(Row):
    """A question shown once in an attempt; its number is unique there, so nothing is shown or scored twice."""

    __tablename__ = "presentation"
    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    number: Mapped[int]
    question_key: Mapped[str] = mapped_column(String(64))
    revision_id: Mapped[int] = mapped_column(ForeignKey("question_revision.id"))
    order: Mapped[list[Any]] = mapped_column("arrangement")
    is_repeat: Mapped[bool]
    shown: Mapped[datetime]
    __table_args__ = (UniqueConstraint("attempt_id", "number", name="uq_presentation_attempt_id_number"),)


class ResponseRow(Row):
    """What was answered to a presentation: one row at most."""

    __tablename__ = "response"
    presentation_id: Mapped[int] = mapped_column(
        ForeignKey("presentation.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    answer: Mapped[str] = mapped_column(Text)
    score: Mapped[int]
    answered: Mapped[datetime]
