"""The curve of one item: chances, information, and what uncertainty takes from both."""

import math
from random import Random

import pytest

from quizapp.engine import Item, chance, information
from quizapp.engine.item import slope_of
from quizapp.errors import Rejected
from tests.engine.banks import item


def test_ability_at_the_difficulty_has_even_odds() -> None:
    assert chance(item("q", 0.7), 0.7) == 0.5


def test_guessing_lifts_the_chance_from_below() -> None:
    # Halfway between guessing (.25) and certain.
    assert chance(item("q", 0.7, guessing=0.25), 0.7) == 0.625
    assert chance(item("q", 0.0, guessing=0.25), -60.0) == pytest.approx(0.25)


def test_information_without_guessing_is_a_quarter_of_the_slope_squared_at_the_difficulty() -> None:
    assert information(item("q", 0.7, discrimination=2.0), 0.7) == pytest.approx(1.0)


def test_four_options_tell_at_most_what_birnbaum_says() -> None:
    # The peak lies ln((1 + sqrt(1 + 8c)) / 2) above the difficulty. There L = (1 + sqrt 3) / (3 + sqrt 3) = .5774,
    # P = .25 + .75 L = .6830, and the information L² (1 - P) / P = .1547.
    peak = math.log((1 + math.sqrt(3)) / 2)
    four = item("q", 0.0, guessing=0.25)
    assert information(four, peak) == pytest.approx(0.1547, abs=5e-5)
    assert information(four, peak) > max(information(four, peak - 0.1), information(four, peak + 0.1))


def test_an_uncertain_difficulty_flattens_the_slope() -> None:
    # 1 / sqrt(1 + 0.342) = .8632; 2 / sqrt(1 + 0.342 * 4 * .25) = 1.7264
    assert slope_of(item("q", error=1.0)) == pytest.approx(0.8632, abs=5e-5)
    assert slope_of(item("q", error=0.5, discrimination=2.0)) == pytest.approx(1.7264, abs=5e-5)
    assert slope_of(item("q", discrimination=1.3)) == 1.3


def test_the_flatter_curve_is_the_mean_of_all_the_curves_that_may_be() -> None:
    rng = Random(1)
    difficulties = [rng.gauss(0.0, 0.8) for _ in range(20_000)]
    for ability in (-1.0, 0.5, 2.0):
        mean = sum(1 / (1 + math.exp(value - ability)) for value in difficulties) / len(difficulties)
        assert chance(item("q", error=0.8), ability) == pytest.approx(mean, abs=0.01)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("difficulty", math.nan), ("difficulty", math.inf), ("difficulty", -101.0),
        ("error", math.nan), ("error", -0.1), ("error", math.inf),
        ("discrimination", math.nan), ("discrimination", 0.0), ("discrimination", -1.0), ("discrimination", math.inf),
        ("guessing", math.nan), ("guessing", 1.0), ("guessing", -0.25),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused(field: str, value: float) -> None:
    with pytest.raises(Rejected) as refused:
        Item(**{"id": "q", "topic": "t", "difficulty": 0.0, "error": 0.0, field: value})
    [problem] = refused.value.problems
    assert field in problem


def test_every_problem_of_an_item_is_said_at_once() -> None:
    with pytest.raises(Rejected) as refused:
        Item("q", "t", math.nan, -1.0, 0.0, 2.0)
    assert len(refused.value.problems) == 4
