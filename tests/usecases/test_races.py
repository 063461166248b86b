"""Many at once: the same thing sent many times has one effect, and nothing that was done is lost."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import event

from quizapp.attempts import Attempt
from quizapp.errors import Conflict, NotFound
from quizapp.store import Store, attempts, bank, people
from quizapp.usecases import accounts, taking
from quizapp.usecases.taking import Place, Wish
from tests.made_sets import LETTERS, SLUG, add_set

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
PASSWORD = "a long winter"
QUESTIONS = 12
THREADS = 8
ROUNDS = 6
# Who has not come after so many seconds is waiting for a lock.
KEPT_AWAY = 0.3


@pytest.fixture
def store(empty_store: Store) -> Store:
    add_set(empty_store, QUESTIONS)
    return empty_store


@pytest.fixture
def learner(store: Store) -> int:
    return guest(store)


def guest(store: Store) -> int:
    with store.change() as work:
        return people.add_learner(work, NOON)


def at_once(deeds: Sequence[Callable[[], object]]) -> list[object]:
    """Do all of it at the same moment, each in a thread of its own; what each said, or the exception it raised."""
    barrier = Barrier(len(deeds))

    def started(deed: Callable[[], object]) -> object:
        barrier.wait(10)
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        waiting = [threads.submit(started, deed) for deed in deeds]
        return [one.exception() or one.result() for one in waiting]


@contextmanager
def meeting(store: Store, count: int, *statements: str) -> Iterator[None]:
    """Whoever has sent such a statement waits for the others to come as far, or for them to be kept from it."""
    barrier = Barrier(count)

    def wait(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(statements):
            with suppress(BrokenBarrierError):
                barrier.wait(KEPT_AWAY)

    event.listen(store.engine, "after_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(store.engine, "after_cursor_execute", wait)


def attempt_of(store: Store, learner: int, code: str = "one") -> Attempt:
    with store.look() as work:
        found = attempts.get_attempt(work, code, learner)
    assert found is not None
    return found.attempt


def begun(store: Store, learner: int, code: str = "one") -> Place:
    return taking.begin(store, learner, Wish(SLUG), NOON, code, 7)


def exposures(store: Store) -> Counter[str]:
    with store.look() as work:
        found = bank.set_by_slug(work, SLUG)
        assert found is not None
        return +Counter(bank.exposures(work, found.id))


def first_shown(attempt: Attempt) -> Counter[str]:
    return Counter(one.question for one in attempt.presentations if not one.is_repeat)


def test_a_quiz_that_is_begun_many_times_at_once_is_one_quiz(store: Store, learner: int) -> None:
    said = at_once([lambda one=one: begun(store, learner, f"attempt {one}") for one in range(THREADS)])  # type: ignore[misc]
    assert said == [said[0]] * THREADS
    with store.look() as work:
        [kept] = attempts.attempts_of(work, learner)
    assert said[0] == Place(kept.attempt.id, 1)
    assert exposures(store) == first_shown(kept.attempt)


def test_the_same_answer_sent_many_times_at_once_counts_once_and_gets_one_reply(store: Store, learner: int) -> None:
    place = begun(store, learner)
    for turn in range(1, ROUNDS + 1):
        at = place.number
        assert at == turn

        def send(at: int = turn) -> Place:
            return taking.submit_answer(store, learner, "one", at, {"answer": "1"}, NOON + timedelta(minutes=at))

        assert at_once([send] * THREADS) == [Place("one", turn + 1)] * THREADS
        place = Place("one", turn + 1)
    attempt = attempt_of(store, learner)
    assert [one.number for one in attempt.responses] == list(range(1, ROUNDS + 1))
    assert [one.number for one in attempt.presentations] == list(range(1, ROUNDS + 2))
    assert exposures(store) == first_shown(attempt)


def test_of_different_answers_at_once_the_first_counts_and_all_see_it(store: Store, learner: int) -> None:
    begun(store, learner)
    for turn in range(1, ROUNDS + 1):
        sent = {NOON + timedelta(minutes=turn, seconds=one): one % len(LETTERS) for one in range(THREADS)}

        def send(moment: datetime, place: int, turn: int = turn) -> object:
            said = taking.submit_answer(store, learner, "one", turn, {"answer": str(place + 1)}, moment)
            return said, attempt_of(store, learner).response_to(turn)

        seen = at_once([lambda m=m, p=p: send(m, p) for m, p in sent.items()])  # type: ignore[misc]  # a test's short way
        attempt = attempt_of(store, learner)
        kept = attempt.response_to(turn)
        assert kept is not None
        assert kept.answer == LETTERS[sent[kept.answered]]
        assert seen == [(Place("one", turn + 1), kept)] * THREADS
        assert len(attempt.presentations) == turn + 1


def test_an_attempt_that_many_end_at_once_ends_once(store: Store, learner: int) -> None:
    begun(store, learner)

    def stop(seconds: int) -> object:
        said = taking.stop_here(store, learner, "one", NOON + timedelta(seconds=seconds))
        return said, attempt_of(store, learner).finished

    seen = at_once([lambda one=one: stop(one) for one in range(THREADS)])  # type: ignore[misc]  # a test's short way
    assert seen == [(Place("one", None), attempt_of(store, learner).finished)] * THREADS
    assert attempt_of(store, learner).reason == "stopped"


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_an_answer_and_the_end_at_once_leave_a_whole_attempt(store: Store, learner: int, turn: int) -> None:
    begun(store, learner)

    def send() -> object:
        return taking.submit_answer(store, learner, "one", 1, {"answer": "1"}, NOON)

    def stop() -> object:
        return taking.stop_here(store, learner, "one", NOON)

    deeds = [send, stop] * (THREADS // 2)
    said = at_once(deeds if turn % 2 else deeds[::-1])
    assert set(said) <= {Place("one", None), Place("one", 2)}
    attempt = attempt_of(store, learner)
    assert (attempt.finished, attempt.reason) == (NOON, "stopped")
    # An answer that was told of a next question was kept; one that came after the end changed nothing.
    assert len(attempt.responses) == int(Place("one", 2) in said)
    assert len(attempt.presentations) == 1 + len(attempt.responses)
    assert exposures(store) == first_shown(attempt)


def test_what_many_learners_do_at_once_is_all_counted(store: Store) -> None:
    learners = [guest(store) for _ in range(THREADS)]

    def play(learner: int) -> object:
        place = begun(store, learner, f"attempt of {learner}")
        while place.number is not None and place.number <= ROUNDS:
            place = taking.submit_answer(store, learner, place.attempt, place.number, {"answer": "2"}, NOON)
        return place.number

    assert at_once([lambda one=one: play(one) for one in learners]) == [ROUNDS + 1] * THREADS  # type: ignore[misc]
    whole = [attempt_of(store, learner, f"attempt of {learner}") for learner in learners]
    assert [len(one.responses) for one in whole] == [ROUNDS] * THREADS
    assert exposures(store) == sum(map(first_shown, whole), Counter())


def sign_up(store: Store, learner: int | None, name: str, token: str) -> int:
    return accounts.sign_up(store, learner, None, token, {"name": name, "password": PASSWORD}, NOON)


def test_of_many_who_want_one_name_one_gets_it_and_the_others_are_told(store: Store) -> None:
    guests = [guest(store) for _ in range(THREADS)]
    said = at_once([lambda one=one: sign_up(store, one, " ada ", f"token {one}") for one in guests])  # type: ignore[misc]
    [winner] = [one for one in said if isinstance(one, int)]
    losers = [one for one in said if one != winner]
    assert [(type(one), getattr(one, "reason", "")) for one in losers] == [(Conflict, accounts.TAKEN)] * (THREADS - 1)
    for one in guests:
        known = accounts.viewer_of(store, f"token {one}", NOON)
        assert (known is not None) == (one == winner)
        assert accounts.show_account(store, one, NOON).is_guest == (one != winner)


def test_a_guest_who_signs_up_under_two_names_at_once_gets_one_and_is_told(store: Store, learner: int) -> None:
    names = ["Ada", "Grace"]
    with meeting(store, 2, "SELECT learner."):
        said = at_once([lambda name=name: sign_up(store, learner, name, name) for name in names])  # type: ignore[misc]
    assert [type(one) for one in said if one != learner] == [Conflict]
    winner = names[said.index(learner)]
    assert accounts.show_account(store, learner, NOON).name == winner
    assert [name for name in names if accounts.viewer_of(store, name, NOON)] == [winner]


def test_a_quiz_begun_while_its_guest_signs_in_is_not_lost(store: Store, learner: int) -> None:
    account = sign_up(store, None, "Ada", "elsewhere")
    given = {"name": "Ada", "password": PASSWORD}
    with meeting(store, 2, "INSERT INTO attempt ", "UPDATE attempt "):
        said, signed = at_once(
            [
                lambda: begun(store, learner),
                lambda: accounts.sign_in(store, learner, None, "a token", given, NOON),
            ]
        )
    assert signed == account
    assert said == Place("one", 1)
    assert attempt_of(store, account).current is not None


def test_who_begins_a_quiz_when_signed_in_elsewhere_is_told(store: Store, learner: int) -> None:
    sign_up(store, None, "Ada", "elsewhere")
    accounts.sign_in(store, learner, None, "a token", {"name": "Ada", "password": PASSWORD}, NOON)
    with pytest.raises(NotFound):
        begun(store, learner)


def test_a_learner_who_is_erased_while_answering_leaves_nothing(store: Store, learner: int) -> None:
    begun(store, learner)

    def play() -> object:
        place = Place("one", 1)
        while place.number is not None:
            place = taking.submit_answer(store, learner, "one", place.number, {"answer": "2"}, NOON)
        return place

    def erase() -> object:
        return accounts.erase(store, learner, "")

    said = at_once([play, play, play, erase])
    assert said[-1] is None
    assert {type(one) for one in said[:-1]} <= {Place, NotFound}
    with store.look() as work:
        assert people.learner_by_id(work, learner) is None
        assert attempts.get_attempt(work, "one", learner) is None
