"""What the crash tests look for is found where it is made on purpose."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from quizapp.store import Store
from quizapp.usecases import accounts, taking
from quizapp.usecases.taking import Wish
from tests.crash.record import contradictions, lost_answers
from tests.crash.visitors import Acknowledged
from tests.made_sets import SLUG, add_set

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
GIVEN = [Acknowledged("one", number, 2) for number in (1, 2, 3)]


@pytest.fixture
def store(empty_store: Store) -> Store:
    """An attempt with three answers, and a question that waits."""
    add_set(empty_store, 12)
    learner = accounts.welcome_guest(empty_store, "a token", NOON)
    taking.begin(empty_store, learner, Wish(SLUG), NOON, "one", 7)
    for one in GIVEN:
        taking.submit_answer(empty_store, learner, "one", one.number, {"answer": str(one.picked)}, NOON)
    return empty_store


def damage(store: Store, statement: str) -> None:
    with store.change() as work:
        work.session.execute(text(statement))


def test_in_a_whole_record_nothing_is_found(store: Store) -> None:
    assert lost_answers(store, GIVEN) == []
    assert contradictions(store) == []


@pytest.mark.parametrize(
    ("statement", "lost"),
    [
        ("DELETE FROM response WHERE presentation_id = 2", 1),
        ("UPDATE response SET answer = '\"c\"' WHERE presentation_id = 2", 1),
        ("DELETE FROM attempt", 3),
    ],
)
def test_a_lost_or_a_changed_answer_is_found(store: Store, statement: str, lost: int) -> None:
    damage(store, statement)
    assert len(lost_answers(store, GIVEN)) == lost


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM response WHERE presentation_id = 2",
        "DELETE FROM presentation WHERE number = 4",
        "DELETE FROM presentation",
        "UPDATE attempt SET finished = started",
        "UPDATE question SET shown = shown + 1 WHERE id = 1",
        "UPDATE question SET shown = 0",
    ],
)
def test_what_does_not_fit_together_is_found(store: Store, statement: str) -> None:
    damage(store, statement)
    assert contradictions(store) != []
