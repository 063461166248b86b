"""Ability from answers: worked numbers, published ones, and what must hold for any answers."""

import math
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.engine import PRIOR, Ability, Item, Posterior, estimate
from quizapp.engine.posterior import GRID
from tests.engine.banks import LSAT6, four_options, item

numbers = st.floats(-100.0, 100.0)
items = st.builds(
    Item,
    id=st.just("q"),
    topic=st.just("t"),
    difficulty=numbers,
    error=st.floats(0.0, 3.0),
    discrimination=st.floats(0.01, 100.0),
    guessing=st.floats(0.0, 0.9),
)
answers = st.lists(st.tuples(items, st.integers(0, 1)), max_size=20)


def test_no_answer_leaves_the_prior() -> None:
    ability = estimate([], [])
    assert (ability.mean, ability.error) == (0.0, 1.0)
    assert ability.interval() == pytest.approx((-1.645, 1.645), abs=0.005)


@pytest.mark.parametrize(("score", "sign"), [(1, 1.0), (0, -1.0)])
def test_one_answer_moves_the_mean_as_worked_by_hand(score: int, sign: float) -> None:
    # By Stein's lemma the mean is 2 E[P (1 - P)] = 2 * .20662 for a normal (0, 1), and because P and 1 - P are mirror
    # images the second moment stays 1, so that the error is sqrt(1 - .41324²) = .91063.
    ability = estimate([item("q")], [score])
    assert ability.mean == pytest.approx(sign * 0.41324, abs=1e-4)
    assert ability.error == pytest.approx(0.91063, abs=1e-4)


@pytest.mark.parametrize(
    ("pattern", "mode"),
    [("00000", -1.895), ("00101", -0.911), ("01111", 0.023), ("10011", -0.506), ("11011", -0.022), ("11111", 0.606)],
)
def test_the_mode_is_the_factor_score_that_ltm_prints(pattern: str, mode: float) -> None:
    posterior = Posterior.before()
    for question, score in zip(LSAT6, pattern, strict=True):
        posterior = posterior.after(question, int(score))
    top = int(posterior.weights.argmax())
    left, middle, right = np.log(posterior.weights[top - 1 : top + 2])
    vertex = (left - right) / (2 * (left - 2 * middle + right))
    assert GRID[top] + vertex * (GRID[1] - GRID[0]) == pytest.approx(mode, abs=0.005)


def test_two_answers_agree_with_a_fine_integral() -> None:
    questions = [item("a", -0.4, discrimination=1.6, guessing=0.25), item("b", 0.9, discrimination=0.8, error=0.5)]
    fine = np.linspace(-8, 8, 40_001)
    slope = 0.8 / math.sqrt(1 + 0.342 * 0.64 * 0.25)
    density = np.exp(-(fine**2) / 2) * (0.25 + 0.75 / (1 + np.exp(-1.6 * (fine + 0.4))))
    density = density / (1 + np.exp(slope * (fine - 0.9)))
    mean = (density * fine).sum() / density.sum()
    error = math.sqrt((density * fine**2).sum() / density.sum() - mean**2)
    ends = np.interp([0.05, 0.95], np.cumsum(density) / density.sum(), fine)
    ability = estimate(questions, [1, 0])
    assert (ability.mean, ability.error) == pytest.approx((mean, error), abs=1e-5)
    assert ability.interval() == pytest.approx(tuple(ends), abs=0.005)


def test_another_prior_moves_and_stretches_the_scale() -> None:
    # Ability normal (1, 2) with difficulty 1 and slope 1 is twice the standard case with slope 2, moved by 1.
    standard = estimate([item("q", discrimination=2.0)], [1])
    moved = estimate([item("q", 1.0)], [1], prior=Ability(1.0, 2.0))
    assert moved.mean == pytest.approx(1.0 + 2.0 * standard.mean)
    assert moved.error == pytest.approx(2.0 * standard.error)
    assert moved.interval() == pytest.approx(tuple(1.0 + 2.0 * end for end in standard.interval()))


def test_guessing_makes_a_right_answer_say_less() -> None:
    assert 0 < estimate([item("q", guessing=0.25)], [1]).mean < estimate([item("q")], [1]).mean


def test_an_uncertain_difficulty_makes_an_answer_say_less() -> None:
    assert 0 < estimate([item("q", error=1.0)], [1]).mean < estimate([item("q")], [1]).mean


@pytest.mark.parametrize("score", [0, 1])
def test_all_right_or_all_wrong_stays_finite(score: int) -> None:
    ability = estimate(four_options(300), [score] * 300)
    assert math.isfinite(ability.mean) and 0 < ability.error < 1
    assert (ability.mean > 1.5) if score else (ability.mean < -1.5)


def test_steep_items_that_contradict_each_other_stay_finite() -> None:
    steep = [item("a", 2.0, discrimination=100.0), item("b", -2.0, discrimination=100.0)]
    ability = estimate(steep * 20, [1, 0] * 20)
    assert math.isfinite(ability.mean) and math.isfinite(ability.error)


def test_every_item_needs_its_score() -> None:
    with pytest.raises(ValueError, match="shorter"):
        estimate([item("q")], [])


@given(answers)
def test_one_at_a_time_and_all_at_once_give_the_same_numbers(given: list[tuple[Item, int]]) -> None:
    posterior = Posterior.before()
    for question, score in given:
        posterior = posterior.after(question, score)
    assert posterior.ability == estimate([question for question, _ in given], [score for _, score in given])
    assert math.isfinite(posterior.mean) and 0 <= posterior.error < 5
    assert posterior.weights.sum() == pytest.approx(1.0)


@given(answers)
def test_the_interval_is_in_order(given: list[tuple[Item, int]]) -> None:
    ability = estimate([question for question, _ in given], [score for _, score in given])
    low, high = ability.interval()
    wider = ability.interval(0.99)
    assert low < high
    assert wider[0] <= low and high <= wider[1]


@given(st.lists(st.tuples(items.filter(lambda one: abs(one.difficulty) < 4), st.integers(0, 1)), max_size=12))
def test_a_right_answer_never_lowers_and_a_wrong_one_never_raises_the_mean(given: list[tuple[Item, int]]) -> None:
    posterior = Posterior.before()
    for question, score in given:
        after = posterior.after(question, score)
        assert (after.mean >= posterior.mean - 1e-9) if score else (after.mean <= posterior.mean + 1e-9)
        posterior = after


@given(st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(rng: Random) -> None:
    given = [(question, rng.randint(0, 1)) for question in four_options(12)]
    first = estimate([question for question, _ in given], [score for _, score in given])
    rng.shuffle(given)
    second = estimate([question for question, _ in given], [score for _, score in given])
    assert (first.mean, first.error) == pytest.approx((second.mean, second.error))


def test_an_ability_known_by_two_numbers_is_taken_as_normal() -> None:
    assert Ability(1.0, 0.5).interval() == pytest.approx((1 - 0.8224, 1 + 0.8224), abs=1e-4)
    assert PRIOR.interval(0.6827) == pytest.approx((-1.0, 1.0), abs=1e-3)


def test_a_lopsided_ability_has_lopsided_intervals() -> None:
    low, high = Ability(0.0, 1.0, low=-1.0, high=2.0).interval(0.5)
    assert high == pytest.approx(-2 * low)
    assert Ability(0.0, 1.0, low=-1.0, high=2.0).interval() == pytest.approx((-1.0, 2.0))


@pytest.mark.parametrize("share", [0.0, 1.0, -0.5, math.nan])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        PRIOR.interval(share)
