"""What the database holds after all that, held against what learners were told and against itself."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import text

from quizapp.store import Store
from tests.crash.visitors import Acknowledged

PRESENTED = """
SELECT attempt.code, presentation.number, presentation.question_key, presentation.is_repeat, attempt.finished,
    response.answer, presentation.attempt_id
FROM attempt JOIN presentation ON presentation.attempt_id = attempt.id
LEFT JOIN response ON response.presentation_id = presentation.id ORDER BY attempt.id, presentation.number
"""
LETTERS = "abcd"


def lost_answers(store: Store, acknowledged: Iterable[Acknowledged]) -> list[str]:
    """The answers that a learner was told are kept, and that are not there as given, or not just once."""
    kept: dict[tuple[str, int], list[str | None]] = {}
    for code, number, _, _, _, answer, _ in _presented(store):
        kept.setdefault((code, number), []).append(answer)
    return [
        f"{one}: {kept.get((one.attempt, one.number))}"
        for one in acknowledged
        if kept.get((one.attempt, one.number)) != [f'"{LETTERS[one.picked - 1]}"']
    ]


def contradictions(store: Store) -> list[str]:
    """Attempts that are not whole, and questions that count more or fewer showings than there were."""
    attempts: dict[str, list[Any]] = {}
    shown: Counter[str] = Counter()
    for row in _presented(store):
        attempts.setdefault(row[0], []).append(row)
        shown[row[2]] += not row[3]
    found = [f"attempt {code}: {rows}" for code, rows in attempts.items() if not _is_whole(rows)]
    with store.look() as work:
        counted = Counter(dict(work.session.execute(text("SELECT key, shown FROM question")).all()))
        empty = work.session.scalar(
            text("SELECT count(*) FROM attempt WHERE id NOT IN (SELECT attempt_id FROM presentation)")
        )
    found += [
        f"question {key}: {counted[key]} counted, {shown[key]} shown" for key in counted if counted[key] != shown[key]
    ]
    return found + ([f"{empty} attempts without a question"] if empty else [])


def _is_whole(rows: list[Any]) -> bool:
    """Questions numbered from 1 without a gap, and all of them answered but the one that waits."""
    numbers, answered = [row[1] for row in rows], [row[5] is not None for row in rows]
    is_over = rows[0][4] is not None
    return numbers == list(range(1, len(rows) + 1)) and all(answered[:-1]) and answered[-1] == is_over


def _presented(store: Store) -> list[Any]:
    with store.look() as work:
        return list(work.session.execute(text(PRESENTED)))
