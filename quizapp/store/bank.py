"""Question sets in the database: their reports, their questions as they are now, and as they once were."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from textwrap import shorten
from typing import Any

from sqlalchemy import Text, bindparam, cast, func, select, update

from quizapp.questions import Question, from_document, to_document
from quizapp.reports import Passage, Report
from quizapp.store.database import Work
from quizapp.store.tables import QuestionRow, RevisionRow, SetRow

LONGEST_OPENING = 220
# How many questions a process keeps at hand, a few kilobytes each.
QUESTIONS = 4096


@dataclass(frozen=True, slots=True)
class StoredSet:
    """A question set without its questions; ``names`` are those of its report that a typo must not make."""

    id: int
    slug: str
    title: str
    opening: str
    names: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class StoredItem:
    """What the engine needs of a published question."""

    question: str
    revision: int
    topic: str
    difficulty: float
    error: float
    options: int
    enemies: tuple[str, ...]
    shown: int


_PUBLISHED = (
    select(func.count()).where(QuestionRow.set_id == SetRow.id, QuestionRow.status == "published").scalar_subquery()
)
# Without the report, which is long.
_SETS = select(SetRow.id, SetRow.slug, SetRow.title, SetRow.opening, SetRow.names, _PUBLISHED)
# What every answer asks for is made once here, as making a statement costs more than running it.
_DOCUMENT = cast(RevisionRow.document, Text)
_REVISIONS = select(RevisionRow.id, _DOCUMENT).where(RevisionRow.id.in_(bindparam("wanted", expanding=True)))
_IS_OF_SET = (QuestionRow.set_id == bindparam("of"), QuestionRow.key == bindparam("named"))
_NOW = (
    select(QuestionRow.revision_id, _DOCUMENT)
    .join(RevisionRow, QuestionRow.revision_id == RevisionRow.id)
    .where(*_IS_OF_SET)
)
_COUNT_EXPOSURE = update(QuestionRow).where(*_IS_OF_SET).values(shown=QuestionRow.shown + 1)

Pins = Mapping[str, tuple[float, float]]
"""Where the options of a map question lie: latitude and longitude in degrees by option id."""


@dataclass(frozen=True, slots=True)
class SetFile:
    """A question set as its files have it; ``source`` is the report's file, name and text, where that is plain.

    ``pins`` are by question id, ``position`` is that among the sets of the bank.
    """

    slug: str
    title: str
    report: Report
    source: tuple[str, str] | None
    names: tuple[str, ...]
    questions: tuple[Question, ...]
    pins: Mapping[str, Pins]
    fingerprint: str
    position: int


def put_set(work: Work, given: SetFile) -> bool:
    """Store a set as it is in its file; False where nothing had changed. Questions no longer there are retired."""
    slug, title, report, position = given.slug, given.title, given.report, given.position
    names = list(given.names)
    row = work.session.scalar(select(SetRow).where(SetRow.slug == slug))
    document, opening = _report_document(given), _opening(report)
    if row is None:
        row = SetRow(
            slug=slug,
            title=title,
            opening=opening,
            report=document,
            names=names,
            fingerprint=given.fingerprint,
            position=position,
        )
        work.session.add(row)
        work.session.flush()
        changed = True
    else:
        changed = (row.title, row.report, row.position) != (title, document, position)
        row.title, row.opening, row.report, row.names, row.position = title, opening, document, names, position
    row.fingerprint = given.fingerprint
    known = {one.key: one for one in work.session.scalars(select(QuestionRow).where(QuestionRow.set_id == row.id))}
    for question in given.questions:
        pins = given.pins.get(question.id, {})
        changed = _put_question(work, row.id, known.pop(question.id, None), question, pins) or changed
    for left in known.values():
        changed = changed or left.status != "retired"
        left.status = "retired"
    return changed


def _put_question(work: Work, set_id: int, row: QuestionRow | None, question: Question, pins: Pins) -> bool:
    revision = _revision_of(work, question)
    item = {
        "difficulty": question.difficulty.estimate,
        "error": question.difficulty.error,
        "options": len(question.options) if question.interaction in {"choice", "true_false", "map"} else 0,
        "enemies": list(question.enemies),
        "pins": {option: list(place) for option, place in pins.items()},
    }
    if row is None:
        work.session.add(
            QuestionRow(
                set_id=set_id, key=question.id, revision_id=revision, status=question.status, topic=question.topic,
                item=item, shown=0,
            )
        )  # fmt: skip
        return True
    changed = (row.revision_id, row.status, row.item) != (revision, question.status, item)
    row.revision_id, row.status, row.topic, row.item = revision, question.status, question.topic, item
    return changed


def _revision_of(work: Work, question: Question) -> int:
    document = to_document(question)
    sha256 = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    found = work.session.scalar(select(RevisionRow.id).where(RevisionRow.sha256 == sha256))
    if found is not None:
        return found
    row = RevisionRow(key=question.id, sha256=sha256, document=document)
    work.session.add(row)
    work.session.flush()
    return row.id


def fingerprints(work: Work) -> dict[str, tuple[str, int]]:
    """The fingerprint and the place of each set, by slug: a file that has the same needs no loading."""
    rows = work.session.execute(select(SetRow.slug, SetRow.fingerprint, SetRow.position))
    return {slug: (fingerprint, position) for slug, fingerprint, position in rows}


def all_sets(work: Work) -> list[StoredSet]:
    """Every set that has a published question, in the order of the bank."""
    rows = work.session.execute(_SETS.where(_PUBLISHED > 0).order_by(SetRow.position, SetRow.id))
    return [_set(*row) for row in rows]


def set_by_slug(work: Work, slug: str) -> StoredSet | None:
    row = work.session.execute(_SETS.where(SetRow.slug == slug)).first()
    return None if row is None else _set(*row)


def names_of_set(work: Work, set_id: int) -> tuple[str, ...]:
    """The names of a set's report that a typo must not make."""
    return tuple(work.session.scalar(select(SetRow.names).where(SetRow.id == set_id)) or ())


def report_of_set(work: Work, slug: str) -> Report | None:
    document = work.session.scalar(select(SetRow.report).where(SetRow.slug == slug))
    return None if document is None else _report(document)


def source_of_set(work: Work, slug: str) -> tuple[str, str] | None:
    """The file that a set's report was read from, name and text, where that is plain text."""
    document = work.session.scalar(select(SetRow.report).where(SetRow.slug == slug))
    source = document["source"] if document else None
    return None if source is None else (source[0], source[1])


def questions_of_set(work: Work, set_id: int) -> tuple[Question, ...]:
    """The questions of a set as they are now, retired ones apart, in the order they were stored."""
    rows = work.session.scalars(
        select(RevisionRow.document).join(QuestionRow, QuestionRow.revision_id == RevisionRow.id)
        .where(QuestionRow.set_id == set_id, QuestionRow.status != "retired").order_by(QuestionRow.id)
    )  # fmt: skip
    return tuple(from_document(document) for document in rows)


def items_of_set(work: Work, set_id: int) -> list[StoredItem]:
    """The published questions of a set as the engine needs them, in the order they were stored."""
    rows = work.session.execute(
        select(QuestionRow.key, QuestionRow.revision_id, QuestionRow.topic, QuestionRow.item, QuestionRow.shown)
        .where(QuestionRow.set_id == set_id, QuestionRow.status == "published").order_by(QuestionRow.id)
    )  # fmt: skip
    return [
        StoredItem(
            key, revision, topic, item["difficulty"], item["error"], item["options"], tuple(item["enemies"]), shown
        )
        for key, revision, topic, item, shown in rows
    ]


def questions_by_revision(work: Work, revisions: Iterable[int]) -> Mapping[int, Question]:
    """Questions as they were at the revisions asked for."""
    wanted = set(revisions)
    if not wanted:
        return {}
    rows = work.session.execute(_REVISIONS, {"wanted": list(wanted)})
    return {identity: _question(document) for identity, document in rows}


def question_now(work: Work, set_id: int, key: str) -> tuple[int, Question] | None:
    """A question of a set as it is now, whatever its status, with its revision."""
    row = work.session.execute(_NOW, {"of": set_id, "named": key}).first()
    return None if row is None else (row[0], _question(row[1]))


@lru_cache(maxsize=QUESTIONS)
def _question(text: str) -> Question:
    """The question in a document. A revision never changes, so what was read once is kept."""
    return from_document(json.loads(text))


def revision_of_question(work: Work, set_id: int, key: str) -> int | None:
    """The revision of a question of a set as it is now, whatever its status."""
    return work.session.scalar(
        select(QuestionRow.revision_id).where(QuestionRow.set_id == set_id, QuestionRow.key == key)
    )


def pins_of_question(work: Work, set_id: int, key: str) -> Pins:
    """Where the options of a map question lie, as far as that is known."""
    item = work.session.scalar(select(QuestionRow.item).where(QuestionRow.set_id == set_id, QuestionRow.key == key))
    return {option: (place[0], place[1]) for option, place in (item or {}).get("pins", {}).items()}


def exposures(work: Work, set_id: int) -> dict[str, int]:
    """How often each question of a set was shown to somebody for the first time."""
    rows = work.session.execute(select(QuestionRow.key, QuestionRow.shown).where(QuestionRow.set_id == set_id))
    return {row.key: row.shown for row in rows}


def count_exposure(work: Work, set_id: int, key: str) -> None:
    values = {"of": set_id, "named": key}
    work.session.execute(_COUNT_EXPOSURE, values, execution_options={"synchronize_session": False})


def _set(identity: int, slug: str, title: str, opening: str, names: list[str], count: int) -> StoredSet:
    return StoredSet(identity, slug, title, opening, tuple(names), count)


def _opening(report: Report) -> str:
    """The first paragraph's first sentence, as a word of what the report is about."""
    paragraph = next((report.text[one.start : one.end] for one in report.passages if one.kind == "paragraph"), "")
    words = " ".join(paragraph.split())
    sentence = re.match(r".{20,}?[.!?](?= [A-Z“]|$)", words)
    return shorten(sentence[0] if sentence else words, LONGEST_OPENING, placeholder=" …")


def _report_document(given: SetFile) -> dict[str, Any]:
    report = given.report
    return {
        "title": report.title,
        "text": report.text,
        "passages": [[one.kind, one.start, one.end] for one in report.passages],
        "published": report.published.isoformat() if report.published else None,
        "source": list(given.source) if given.source else None,
    }


def _report(document: Mapping[str, Any]) -> Report:
    passages = tuple(Passage(start, end, kind) for kind, start, end in document["passages"])
    published = date.fromisoformat(document["published"]) if document["published"] else None
    return Report(document["title"], document["text"], passages, published)
