"""A fault at any statement of what changes something leaves all of it or nothing, and it can be done again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from quizapp.errors import Conflict, NotFound
from quizapp.store import Store, attempts, bank
from quizapp.store.tables import Row
from quizapp.usecases import accounts, taking
from quizapp.usecases.taking import Place, Wish
from tests.made_sets import SLUG, add_set

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)
PASSWORD = "a long winter"
QUESTIONS = 12
Deed = Callable[[], object]
Contents = dict[str, list[tuple[Any, ...]]]


class Fault(OperationalError):
    """What a driver raises when its database is gone."""

    def __init__(self) -> None:
        super().__init__("a statement", None, ConnectionError("the database went away"))


@dataclass(slots=True)
class Strike:
    """A fault that waits for its moment."""

    moment: int
    passed: int = 0

    def pass_by(self, *_: object) -> None:
        self.passed += 1
        if self.passed == self.moment:
            raise Fault

    @property
    def has_struck(self) -> bool:
        return self.passed >= self.moment


@contextmanager
def fault_at(engine: Engine, moment: int) -> Iterator[Strike]:
    """A fault at one of the moments before each statement, after each, and before each commit, counted from 1."""
    strike = Strike(moment)
    names = ("before_cursor_execute", "after_cursor_execute", "commit")
    for name in names:
        event.listen(engine, name, strike.pass_by)
    try:
        yield strike
    finally:
        for name in names:
            event.remove(engine, name, strike.pass_by)


def contents(store: Store) -> Contents:
    """Every row of every table."""
    found: Contents = {}
    with store.look() as work:
        for table in Row.metadata.sorted_tables:
            rows = work.session.execute(select(table).order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in rows]
    return found


def done_in_spite_of_faults(store: Store, deed: Deed) -> tuple[object, int]:
    """Do a thing again and again, with a fault at each moment in turn, until none is left; what it said, and how often
    it failed. Every time it failed, nothing may have changed."""
    before = contents(store)
    for moment in count(1):
        with fault_at(store.engine, moment) as strike:
            try:
                said = deed()
            except Fault:
                pass
            else:
                assert not strike.has_struck, f"a fault at moment {moment} was kept quiet"
                return said, moment - 1
        assert contents(store) == before, f"a fault at moment {moment} left a part"
    raise AssertionError("it never ends")


@pytest.fixture
def store(empty_store: Store) -> Store:
    add_set(empty_store, QUESTIONS)
    return empty_store


@pytest.fixture
def learner(store: Store) -> int:
    return accounts.welcome_guest(store, "the guest's token", NOON)


def begun(store: Store, learner: int, code: str = "one") -> Place:
    return taking.begin(store, learner, Wish(SLUG), NOON, code, 7)


def answered(store: Store, learner: int, place: Place, value: str = "1", now: datetime = LATER) -> Place:
    assert place.number is not None
    return taking.submit_answer(store, learner, place.attempt, place.number, {"answer": value}, now)


def exposures(store: Store, slug: str = SLUG) -> int:
    """How many first presentations the questions of a set have counted."""
    with store.look() as work:
        found = bank.set_by_slug(work, slug)
        assert found is not None
        return sum(bank.exposures(work, found.id).values())


def test_an_answer_is_kept_whole_or_not_at_all_and_counts_once(store: Store, learner: int) -> None:
    place = begun(store, learner)
    said, failures = done_in_spite_of_faults(store, lambda: answered(store, learner, place))
    assert said == Place("one", 2)
    assert failures > len(("the lock", "the response", "what comes next", "its count", "the commit"))
    assert stored_answers(store, learner) == [(1, LATER)]
    assert exposures(store) == 2
    kept = contents(store)
    assert answered(store, learner, place, "2", LATER + timedelta(minutes=1)) == said
    assert contents(store) == kept


def stored_answers(store: Store, learner: int, code: str = "one") -> list[tuple[int, datetime]]:
    with store.look() as work:
        found = attempts.get_attempt(work, code, learner)
    assert found is not None
    return [(one.number, one.answered) for one in found.attempt.responses]


def test_the_last_answer_is_kept_with_the_end_or_not_at_all(store: Store, learner: int) -> None:
    add_set(store, taking.ENOUGH_FOR_A_QUIZ, "short")
    place = taking.begin(store, learner, Wish("short", mode="assessment"), NOON, "one", 7)
    for _ in range(taking.ENOUGH_FOR_A_QUIZ - 1):
        place = answered(store, learner, place)
    said, failures = done_in_spite_of_faults(store, lambda: answered(store, learner, place))
    assert said == Place("one", None)
    assert failures > 0
    assert [number for number, _ in stored_answers(store, learner)] == [1, 2, 3]
    assert exposures(store, "short") == taking.ENOUGH_FOR_A_QUIZ
    kept = contents(store)
    assert answered(store, learner, place) == said
    assert contents(store) == kept


def test_an_answer_whose_reply_was_lost_is_there_and_counts_once_when_sent_again(store: Store, learner: int) -> None:
    place = begun(store, learner)
    strike = Strike(1)
    event.listen(Session, "after_commit", strike.pass_by)
    try:
        with pytest.raises(Fault):
            answered(store, learner, place)
    finally:
        event.remove(Session, "after_commit", strike.pass_by)
    assert stored_answers(store, learner) == [(1, LATER)]
    kept = contents(store)
    assert answered(store, learner, place) == Place("one", 2)
    assert contents(store) == kept


def test_what_is_no_answer_leaves_nothing(store: Store, learner: int) -> None:
    place = begun(store, learner)
    before = contents(store)
    with pytest.raises(taking.Unreadable):
        answered(store, learner, place, "9")
    assert contents(store) == before


def test_a_quiz_begins_with_its_first_question_or_not_at_all(store: Store, learner: int) -> None:
    said, failures = done_in_spite_of_faults(store, lambda: begun(store, learner))
    assert said == Place("one", 1)
    assert failures > 0
    assert exposures(store) == 1
    kept = contents(store)
    assert begun(store, learner, "two") == said
    assert contents(store) == kept


def test_what_was_missed_is_practised_whole_or_not_at_all(store: Store, learner: int) -> None:
    place = begun(store, learner)
    taking.submit_answer(store, learner, "one", 1, {"skip": "yes"}, LATER)
    taking.stop_here(store, learner, place.attempt, LATER)
    said, failures = done_in_spite_of_faults(
        store, lambda: taking.practise_missed(store, learner, "one", LATER, "again", 7)
    )
    assert said == Place("again", 1)
    assert failures > 0
    assert len(contents(store)["attempt"]) == 2
    answered(store, learner, Place("again", 1))
    assert stored_answers(store, learner, "again") == [(1, LATER)]


def test_an_attempt_is_ended_once(store: Store, learner: int) -> None:
    place = begun(store, learner)
    said, failures = done_in_spite_of_faults(store, lambda: taking.stop_here(store, learner, place.attempt, LATER))
    assert said == Place("one", None)
    assert failures > 0
    kept = contents(store)
    assert taking.stop_here(store, learner, place.attempt, LATER + timedelta(days=1)) == said
    assert contents(store) == kept


def test_a_guest_gets_a_name_whole_or_not_at_all(store: Store, learner: int) -> None:
    begun(store, learner)

    def sign_up() -> int:
        given = {"name": "Ada", "password": PASSWORD}
        return accounts.sign_up(store, learner, "the guest's token", "a new token", given, LATER)

    said, failures = done_in_spite_of_faults(store, sign_up)
    assert said == learner
    assert failures > 0
    assert [accounts.viewer_of(store, token, LATER) is None for token in ("the guest's token", "a new token")] == [
        True,
        False,
    ]
    kept = contents(store)
    with pytest.raises(Conflict):
        sign_up()
    assert contents(store) == kept


def test_what_a_guest_did_goes_along_whole_or_not_at_all_at_signing_in(store: Store, learner: int) -> None:
    given = {"name": "Ada", "password": PASSWORD}
    account = accounts.sign_up(store, None, None, "elsewhere", given, NOON)
    place = begun(store, learner)
    answered(store, learner, place)
    said, failures = done_in_spite_of_faults(
        store, lambda: accounts.sign_in(store, learner, "the guest's token", "a new token", given, LATER)
    )
    assert said == account
    assert failures > 0
    assert stored_answers(store, account) == [(1, LATER)]
    assert taking.place_of(store, account, "one") == Place("one", 2)


def test_a_learner_is_erased_wholly_or_not_at_all(store: Store, learner: int) -> None:
    before = contents(store)
    given = {"name": "Ada", "password": PASSWORD}
    account = accounts.sign_up(store, None, None, "a token", given, NOON)
    place = begun(store, account)
    answered(store, account, place)
    _, failures = done_in_spite_of_faults(store, lambda: accounts.erase(store, account, PASSWORD))
    assert failures > 0
    after = contents(store)
    personal = ("learner", "browser", "attempt", "presentation", "response", "member", "classroom")
    assert {name: after[name] for name in personal} == {name: before[name] for name in personal}
    with pytest.raises(NotFound):
        accounts.erase(store, account, PASSWORD)
