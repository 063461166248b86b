"""Taking a quiz: begin it, see a question, answer it, stop.

A submitted answer is one transaction: the response, what comes next, or the end. Nothing is written by looking.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

from quizapp.attempts import (
    Attempt,
    Mode,
    Next,
    Presentation,
    Response,
    Stop,
    Unreadable,
    advance,
    arrangement,
    moved,
    naming_order,
    present,
    read_answer,
)
from quizapp.engine import Item, Pool, Rules, default_rules, until_known_rules
from quizapp.engine.selection import LARGE
from quizapp.errors import Conflict, NotFound
from quizapp.questions import Question, Topic, score
from quizapp.store import Store, Taken, Work, attempts, bank, people
from quizapp.store.attempts import StoredAttempt

Length = Literal["short", "long"]
ENOUGH_FOR_A_QUIZ = 3
# An attempt of this many questions counts as one when shares of exposure are worked out.
USUAL_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner asks for: which set, which topics (all where none is named), how, how long, for which class."""

    slug: str
    mode: Mode = "practice"
    topics: frozenset[Topic] = frozenset()
    length: Length = "short"
    classroom: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an attempt stands: at a question that waits, or at its end."""

    attempt: str
    number: int | None


def begin(store: Store, learner: int, wish: Wish, now: datetime, code: str, seed: int) -> Place:
    """A new attempt with its first question. Raises NotFound for a set or class that is not the learner's."""
    with store.change() as work:
        found = bank.set_by_slug(work, wish.slug)
        if found is None or not found.count:
            raise NotFound
        if wish.classroom is not None and not _is_given(work, learner, wish.classroom, found.id):
            raise NotFound
        stored = bank.items_of_set(work, found.id)
        chosen = [one for one in stored if not wish.topics or one.topic in wish.topics]
        if len(chosen) < ENOUGH_FOR_A_QUIZ:
            raise Conflict("Choose more topics: these have too few questions for a quiz.")
        items = tuple(item_of(one) for one in chosen)
        rules = default_rules(pool_of(items)) if wish.length == "short" else until_known_rules(pool_of(items))
        attempt = Attempt(
            id=code, learner=learner, slug=found.slug, mode=wish.mode, is_review=False, rules=rules, seed=seed,
            items=items, started=now, classroom=wish.classroom,
        )  # fmt: skip
        return _start(work, attempt, found.id, now)


def practise_missed(store: Store, learner: int, code: str, now: datetime, new_code: str, seed: int) -> Place:
    """A new attempt on what was missed in one that is over. Raises NotFound, Conflict where nothing was missed."""
    with store.change() as work:
        old = _own(work, code, learner)
        if old.attempt.finished is None:
            raise NotFound
        missed = missed_questions(old.attempt)
        items = tuple(item for item in old.attempt.items if item.id in missed)
        if not items:
            raise Conflict("There is nothing to practise here: every question was answered rightly.")
        attempt = Attempt(
            id=new_code, learner=learner, slug=old.attempt.slug, mode="practice", is_review=True,
            rules=Rules(len(items), len(items), None), seed=seed, items=items, started=now,
            classroom=None,
        )  # fmt: skip
        return _start(work, attempt, old.set_id, now)


def missed_questions(attempt: Attempt) -> set[str]:
    """The questions whose last answer was not right."""
    last: dict[str, int] = {}
    for one in attempt.presentations:
        response = attempt.response_to(one.number)
        if response is not None:
            last[one.question] = response.score
    return {question for question, scored in last.items() if not scored}


def place_of(store: Store, learner: int, code: str) -> Place:
    """Where an attempt stands. Raises NotFound."""
    with store.look() as work:
        found = attempts.standing_of(work, code, learner)
    if found is None:
        raise NotFound
    return Place(code, found.waiting)


def submit_answer(store: Store, learner: int, code: str, number: int, sent: Mapping[str, str], now: datetime) -> Place:
    """Record an answer and what comes next; where it was answered already, nothing changes.

    Raises NotFound, and Unreadable where what was sent is no answer: then nothing is recorded either.
    """
    try:
        with store.change() as work:
            stored = attempts.lock_attempt(work, code, learner)
            shown = stored.attempt.presentation(number) if stored else None
            if stored is None or shown is None:
                raise NotFound
            if stored.attempt.response_to(number) is not None or stored.attempt.finished is not None:
                return _place(stored.attempt)
            question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
            named = naming_order(question, number, stored.attempt.seed)
            answer = None if sent.get("skip") else read_answer(question, shown, sent, named)
            given = Response(number, answer, score(question, answer, _other_names(work, stored.set_id, question)), now)
            attempts.add_response(work, code, given)
            answered = replace(stored.attempt, responses=(*stored.attempt.responses, given))
            return _go_on(work, answered, stored.set_id, now)
    except Taken:
        return place_of(store, learner, code)  # two posts met: the first one counts


def move(store: Store, learner: int, code: str, number: int, sent: Mapping[str, str]) -> str:
    """Put one of the things to be ordered up or down; what was moved and where to, in a sentence."""
    with store.change() as work:
        stored = attempts.lock_attempt(work, code, learner)
        shown = stored.attempt.presentation(number) if stored else None
        if stored is None or shown is None:
            raise NotFound
        question = bank.questions_by_revision(work, [shown.revision])[shown.revision]
        if stored.attempt.current != shown or stored.attempt.finished or question.interaction != "ordering":
            return ""
        named = naming_order(question, number, stored.attempt.seed)
        before = arrangement(named, sent.get("order", ""), shown.order)
        order = moved(before, sent.get("move", ""))
        attempts.arrange(work, code, number, order)
        return _said(question, before, order)


def stop_here(store: Store, learner: int, code: str, now: datetime) -> Place:
    """End an attempt before its time; what was answered counts. Raises NotFound."""
    with store.change() as work:
        stored = attempts.lock_attempt(work, code, learner)
        if stored is None:
            raise NotFound
        if stored.attempt.finished is None:
            attempts.finish(work, code, now, "stopped")
        return Place(code, None)


def item_of(stored: bank.StoredItem) -> Item:
    """A question as the engine sees it before it is calibrated: the generator's guess, and chance for guessing."""
    return Item(
        id=stored.question, topic=stored.topic, difficulty=stored.difficulty, error=stored.error,
        guessing=1 / stored.options if stored.options else 0.0, enemies=frozenset(stored.enemies),
    )  # fmt: skip


@lru_cache(maxsize=64)
def pool_of(items: tuple[Item, ...]) -> Pool:
    """The pool of a set's items, made once while they stay the same."""
    return Pool.of(items)


def _own(work: Work, code: str, learner: int) -> StoredAttempt:
    found = attempts.get_attempt(work, code, learner)
    if found is None:
        raise NotFound
    return found


def _place(attempt: Attempt) -> Place:
    current = attempt.current
    return Place(attempt.id, current.number if current and attempt.finished is None else None)


def _is_given(work: Work, learner: int, classroom: int, set_id: int) -> bool:
    joined = {one.id for one in people.classes_joined(work, learner)}
    return classroom in joined and set_id in people.quizzes_given(work, classroom)


def _start(work: Work, attempt: Attempt, set_id: int, now: datetime) -> Place:
    people.learner_by_id(work, attempt.learner, lock=True)
    for one in attempts.attempts_of(work, attempt.learner, set_id=set_id):
        # One just like it waits for its first answer: nobody draws first questions until there is an easy one.
        if replace(one.attempt, id=attempt.id, seed=attempt.seed, started=attempt.started, presentations=()) == attempt:
            return _place(one.attempt)
    try:
        attempts.add_attempt(work, attempt, set_id)
    except Taken as error:
        raise NotFound from error  # the guest has just signed in elsewhere, or was erased
    return _go_on(work, attempt, set_id, now)


def _go_on(work: Work, attempt: Attempt, set_id: int, now: datetime) -> Place:
    """Choose and record what comes next: a presentation, or the end."""
    seen = attempts.answered_questions(work, attempt.learner, set_id) - {one.question for one in attempt.presentations}
    step = advance(attempt, pool_of(attempt.items), seen, _exposure(work, attempt, set_id))
    match step:
        case Stop(reason):
            attempts.finish(work, attempt.id, now, reason)
            return Place(attempt.id, None)
        case Next(key, is_repeat):
            shown = _present(work, attempt, set_id, key, is_repeat, now)
            attempts.add_presentation(work, attempt.id, shown)
            if not is_repeat:
                bank.count_exposure(work, set_id, key)
            return Place(attempt.id, shown.number)


def _present(work: Work, attempt: Attempt, set_id: int, key: str, is_repeat: bool, now: datetime) -> Presentation:
    found = bank.question_now(work, set_id, key)
    if found is None:
        raise NotFound
    revision, question = found
    number = len(attempt.presentations) + 1
    return present(question, number, revision, is_repeat, attempt.seed, now)


def _exposure(work: Work, attempt: Attempt, set_id: int) -> Mapping[str, float] | None:
    """The share of attempts on the set that have shown each question; None where the pool is too small to care."""
    if len(attempt.items) < LARGE:
        return None
    shown = bank.exposures(work, set_id)
    whole = max(1.0, sum(shown.values()) / USUAL_LENGTH)
    return {key: count / whole for key, count in shown.items()}


def _other_names(work: Work, set_id: int, question: Question) -> Collection[str]:
    return bank.names_of_set(work, set_id) if question.interaction in {"text", "cloze"} else ()


def _said(question: Question, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    if before == after:
        return ""
    first = next(place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
    texts = {option.id: option.text for option in question.options}
    return f"“{texts[after[first]]}” now stands before “{texts[before[first]]}”."


__all__ = [
    "Length",
    "Place",
    "Unreadable",
    "Wish",
    "begin",
    "item_of",
    "missed_questions",
    "move",
    "place_of",
    "pool_of",
    "practise_missed",
    "stop_here",
    "submit_answer",
]
