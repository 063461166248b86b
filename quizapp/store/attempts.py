"""Attempts in the database: what was shown, what was answered, and whose they are.

An attempt is fetched by its code and its learner, so that another's does not exist.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from quizapp.attempts import Attempt, Presentation, Response
from quizapp.engine import Item, Rules
from quizapp.store.database import Work
from quizapp.store.tables import AttemptRow, PresentationRow, ResponseRow, SetRow


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """An attempt with the set it is on."""

    attempt: Attempt
    set_id: int
    title: str


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
        work.session.add(_presentation_row(row.id, one))
    work.flush()


def get_attempt(work: Work, code: str, learner: int) -> StoredAttempt | None:
    """An attempt of the learner's own; None where there is none of that code, or it is another's."""
    return _first(work, AttemptRow.code == code, AttemptRow.learner_id == learner)


def lock_attempt(work: Work, code: str, learner: int) -> StoredAttempt | None:
    """As `get_attempt`, and whoever else wants to write to it waits."""
    statement = select(AttemptRow.id).where(AttemptRow.code == code, AttemptRow.learner_id == learner)
    work.session.execute(statement.with_for_update())
    return get_attempt(work, code, learner)


def get_class_attempt(work: Work, code: str, classroom: int) -> StoredAttempt | None:
    """An attempt that was made in a class's quiz."""
    return _first(work, AttemptRow.code == code, AttemptRow.class_id == classroom)


def attempts_of(
    work: Work, learner: int, *, set_id: int | None = None, classroom: int | None = None
) -> list[StoredAttempt]:
    """A learner's attempts, oldest first; only those on a set, or in a class's quizzes, where it is named."""
    conditions = [AttemptRow.learner_id == learner]
    if set_id is not None:
        conditions.append(AttemptRow.set_id == set_id)
    if classroom is not None:
        conditions.append(AttemptRow.class_id == classroom)
    return _all(work, *conditions)


def attempts_in_class(work: Work, classroom: int) -> list[StoredAttempt]:
    """Everybody's attempts in a class's quizzes, oldest first."""
    return _all(work, AttemptRow.class_id == classroom)


def answered_questions(work: Work, learner: int, set_id: int) -> set[str]:
    """The questions of a set that a learner has answered in any attempt."""
    rows = work.session.scalars(
        select(PresentationRow.question_key).join(ResponseRow)
        .join(AttemptRow, PresentationRow.attempt_id == AttemptRow.id)
        .where(AttemptRow.learner_id == learner, AttemptRow.set_id == set_id).distinct()
    )  # fmt: skip
    return set(rows)


def add_response(work: Work, code: str, response: Response) -> None:
    """Record an answer. Raises Taken where the presentation has one already."""
    identity = work.session.scalar(
        select(PresentationRow.id).join(AttemptRow)
        .where(AttemptRow.code == code, PresentationRow.number == response.number)
    )  # fmt: skip
    work.session.add(
        ResponseRow(
            presentation_id=identity, answer=json.dumps(response.answer), score=response.score,
            answered=response.answered,
        )
    )  # fmt: skip
    work.flush()


def add_presentation(work: Work, code: str, presentation: Presentation) -> None:
    """Record what is shown next. Raises Taken where the attempt has that number already."""
    work.session.add(_presentation_row(_row_of(work, code).id, presentation))
    work.flush()


def arrange(work: Work, code: str, number: int, order: tuple[str, ...]) -> None:
    """Remember how far a learner has put things in order."""
    row = work.session.scalar(
        select(PresentationRow).join(AttemptRow).where(AttemptRow.code == code, PresentationRow.number == number)
    )
    if row is not None:
        row.order = list(order)


def finish(work: Work, code: str, now: datetime, reason: str) -> None:
    row = _row_of(work, code)
    row.finished, row.reason = now, reason


def _row_of(work: Work, code: str) -> AttemptRow:
    return work.session.scalars(select(AttemptRow).where(AttemptRow.code == code)).one()


def _first(work: Work, *conditions: object) -> StoredAttempt | None:
    found = _all(work, *conditions)
    return found[0] if found else None


def _all(work: Work, *conditions: object) -> list[StoredAttempt]:
    rows = work.session.execute(
        select(AttemptRow, SetRow.slug, SetRow.title).join(SetRow, AttemptRow.set_id == SetRow.id)
        .where(*conditions).order_by(AttemptRow.started, AttemptRow.id)  # type: ignore[arg-type]  # made above
    ).all()  # fmt: skip
    shown = _presentations(work, [row.id for row, _, _ in rows])
    return [StoredAttempt(_attempt(row, slug, shown.get(row.id, [])), row.set_id, title) for row, slug, title in rows]


def _presentations(work: Work, attempts: Iterable[int]) -> dict[int, list[tuple[PresentationRow, ResponseRow | None]]]:
    wanted = list(attempts)
    found: dict[int, list[tuple[PresentationRow, ResponseRow | None]]] = {}
    if wanted:
        rows = work.session.execute(
            select(PresentationRow, ResponseRow).outerjoin(ResponseRow)
            .where(PresentationRow.attempt_id.in_(wanted)).order_by(PresentationRow.number)
        )  # fmt: skip
        for presentation, response in rows:
            found.setdefault(presentation.attempt_id, []).append((presentation, response))
    return found


def _attempt(row: AttemptRow, slug: str, shown: list[tuple[PresentationRow, ResponseRow | None]]) -> Attempt:
    presentations = tuple(
        Presentation(one.number, one.question_key, one.revision_id, tuple(one.order), one.is_repeat, one.shown)
        for one, _ in shown
    )
    responses = tuple(
        Response(one.number, json.loads(given.answer), given.score, given.answered)
        for one, given in shown
        if given is not None
    )
    return Attempt(
        id=row.code, learner=row.learner_id, slug=slug, mode="practice" if row.mode == "practice" else "assessment",
        is_review=row.is_review, rules=_rules(row.rules), seed=row.seed, items=tuple(_item(one) for one in row.items),
        started=row.started, finished=row.finished, reason=row.reason, classroom=row.class_id,
        presentations=presentations, responses=responses,
    )  # fmt: skip


def _presentation_row(attempt_id: int, one: Presentation) -> PresentationRow:
    return PresentationRow(
        attempt_id=attempt_id, number=one.number, question_key=one.question, revision_id=one.revision,
        order=list(one.order), is_repeat=one.is_repeat, shown=one.shown,
    )  # fmt: skip


def _rules_document(rules: Rules) -> dict[str, object]:
    return {"least": rules.least, "most": rules.most, "target_error": rules.target_error}


def _rules(document: dict[str, Any]) -> Rules:
    return Rules(document["least"], document["most"], document["target_error"])


def _item_document(item: Item) -> list[object]:
    return [item.id, item.topic, item.difficulty, item.error, item.discrimination, item.guessing, sorted(item.enemies)]


def _item(document: list[Any]) -> Item:
    identity, topic, difficulty, error, discrimination, guessing, enemies = document
    return Item(identity, topic, difficulty, error, discrimination, guessing, frozenset(enemies))
