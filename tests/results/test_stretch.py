"""Where a learner stands: bands by shares of the set, and never a point alone."""

import pytest

from quizapp.engine import Ability, Item
from quizapp.results import BAND_NAMES, stretch_of

EASY_TO_HARD = [Item(f"q{number}", "dates", (number - 10) / 4, 0.0) for number in range(21)]


def test_an_average_learner_of_an_average_set_would_get_half_of_it() -> None:
    stretch = stretch_of(EASY_TO_HARD, Ability(0.0, 0.5))
    assert stretch.likely == pytest.approx(25.0, abs=0.2)  # half of the questions: where Growing begins
    assert stretch.low < stretch.likely < stretch.high
    assert (stretch.low_name, stretch.high_name) == ("Starting", "Growing")
    assert stretch.words == "From Starting to Growing"


@pytest.mark.parametrize(("mean", "band"), [(-4.0, 1), (0.6, 2), (1.9, 3), (5.0, 4)])
def test_each_band_is_reached(mean: float, band: int) -> None:
    stretch = stretch_of(EASY_TO_HARD, Ability(mean, 0.05))
    assert stretch.band == band
    assert stretch.name == BAND_NAMES[band - 1]
    assert 25 * (band - 1) <= stretch.likely <= 25 * band


def test_within_one_band_is_said_so() -> None:
    assert stretch_of(EASY_TO_HARD, Ability(-4.0, 0.05)).words == "Within Starting"


def test_more_doubt_is_a_longer_stretch() -> None:
    narrow, wide = (stretch_of(EASY_TO_HARD, Ability(0.4, error)) for error in (0.2, 0.8))
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)
