"""What comes next: new questions that tell most, missed ones that come back, and an end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.attempts import Attempt, Next, Presentation, Response, Stop, advance, attempt_ability, present
from quizapp.engine import Item, Pool, Rules
from quizapp.questions import Option, Question

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ITEMS = tuple(
    Item(f"q{number}", ("dates", "places")[number % 2], difficulty=(number - 10) / 5, error=0.8, guessing=0.25)
    for number in range(20)
)
POOL = Pool.of(ITEMS)
BEGUN = Attempt("a", 1, "story", "practice", False, Rules(8, 12, 0.65), 7, ITEMS, NOW)


def answered(attempt: Attempt, key: str, score: int, is_repeat: bool = False) -> Attempt:
    number = len(attempt.presentations) + 1
    shown = Presentation(number, key, 1, ("a", "b"), is_repeat, NOW + timedelta(minutes=number))
    given = Response(number, "a", score, NOW + timedelta(minutes=number, seconds=20))
    return replace(attempt, presentations=(*attempt.presentations, shown), responses=(*attempt.responses, given))


def played(scores: list[int], attempt: Attempt = BEGUN) -> Attempt:
    """The attempt after so many steps, whatever the engine chooses."""
    for score in scores:
        step = advance(attempt, POOL)
        assert isinstance(step, Next)
        attempt = answered(attempt, step.question, score, step.is_repeat)
    return attempt


def test_the_same_seed_and_answers_give_the_same_questions() -> None:
    first, second = played([1, 0, 1, 1, 0, 1]), played([1, 0, 1, 1, 0, 1])
    assert [one.question for one in first.presentations] == [one.question for one in second.presentations]
    other = played([1, 0, 1, 1, 0, 1], replace(BEGUN, seed=8))
    assert [one.question for one in first.presentations] != [one.question for one in other.presentations]


def test_topics_take_turns() -> None:
    shown = [one.question for one in played([1] * 8).presentations]
    topics = [POOL.item(key).topic for key in shown]
    assert topics.count("dates") == topics.count("places") == 4


def test_a_missed_question_comes_back_after_three_others_and_does_not_move_ability() -> None:
    attempt = played([0, 1, 1, 1])
    missed = attempt.presentations[0].question
    assert advance(attempt, POOL) == Next(missed, True)
    before = attempt_ability(attempt)
    for score in (0, 1):
        assert attempt_ability(answered(attempt, missed, score, True)) == before


def test_a_question_missed_twice_does_not_come_back_again() -> None:
    attempt = played([0, 1, 1, 1])
    attempt = answered(attempt, attempt.presentations[0].question, 0, True)
    step = advance(attempt, POOL)
    assert isinstance(step, Next)
    assert not step.is_repeat


def test_at_most_four_come_back_so_that_a_bad_day_stays_short() -> None:
    attempt = BEGUN
    while isinstance(step := advance(attempt, POOL), Next):
        attempt = answered(attempt, step.question, 0, step.is_repeat)
    assert sum(one.is_repeat for one in attempt.presentations) == 4
    assert BEGUN.rules.least <= len(attempt.measured()) <= BEGUN.rules.most


def test_in_an_assessment_nothing_comes_back() -> None:
    attempt = replace(BEGUN, mode="assessment")
    while isinstance(step := advance(attempt, POOL), Next):
        attempt = answered(attempt, step.question, 0, step.is_repeat)
    assert not any(one.is_repeat for one in attempt.presentations)


def test_it_ends_between_the_least_and_the_most() -> None:
    for scores in ([1] * 30, [1, 0] * 15):
        attempt = replace(BEGUN, mode="assessment")
        for score in scores:
            step = advance(attempt, POOL)
            if isinstance(step, Stop):
                break
            attempt = answered(attempt, step.question, score)
        assert isinstance(step, Stop)
        assert 8 <= len(attempt.responses) <= 12


def test_questions_of_earlier_attempts_are_avoided_while_others_are_left() -> None:
    seen = {item.id for item in ITEMS[:10]}
    attempt = BEGUN
    for _ in range(8):
        step = advance(attempt, POOL, seen)
        assert isinstance(step, Next)
        assert step.question not in seen
        assert not step.is_repeat
        attempt = answered(attempt, step.question, 1)
    everything = {item.id for item in ITEMS}
    step = advance(BEGUN, POOL, everything)
    assert isinstance(step, Next)
    assert step.is_repeat


def test_a_review_asks_each_question_once_and_measures_nothing() -> None:
    items = ITEMS[:3]
    review = replace(BEGUN, is_review=True, items=items, rules=Rules(3, 3, None))
    pool = Pool.of(items)
    while isinstance(step := advance(review, pool), Next):
        assert step.is_repeat
        review = answered(review, step.question, 1, True)
    assert step == Stop("nothing-left")
    assert len(review.presentations) == 3
    assert review.measured() == []


def test_enemies_never_meet() -> None:
    items = (ITEMS[0], replace(ITEMS[1], enemies=frozenset({"q0"})), *ITEMS[2:6])
    pool = Pool.of(items)
    attempt = replace(BEGUN, items=items, mode="assessment")
    while isinstance(step := advance(attempt, pool), Next):
        attempt = answered(attempt, step.question, 1)
    assert not {"q0", "q1"} <= {one.question for one in attempt.presentations}


@pytest.mark.parametrize("seed", range(20))
def test_an_ordering_is_never_shown_in_the_right_order(seed: int) -> None:
    options = tuple(Option(key, key.upper()) for key in "abcd")
    question = Question("q", "ordering", "order", "Put in order", "sequence", "", (), options=options,
                        order=("a", "b", "c", "d"))  # fmt: skip
    shown = present(question, 1, 1, False, seed, NOW)
    assert sorted(shown.order) == ["a", "b", "c", "d"]
    assert shown.order != question.order


def test_the_options_of_a_choice_stand_as_they_were_reviewed() -> None:
    options = tuple(Option(key, text) for key, text in zip("abc", ("1 May", "2 May", "3 May"), strict=True))
    question = Question("q", "choice", "when", "When?", "dates", "", (), options=options)
    assert present(question, 1, 1, False, 3, NOW).order == ("a", "b", "c")
