"""Abilities as shares, bands and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.engine import BANDS, band_of, expected_share, place_on_scale
from tests.engine.banks import four_options, item


@pytest.mark.parametrize(
    ("share", "band", "place"),
    [
        (0.0, 1, 0.0), (0.25, 1, 12.5), (0.4999, 1, 24.995), (0.5, 2, 25.0), (0.6, 2, 37.5), (0.7, 3, 50.0),
        (0.775, 3, 62.5), (0.85, 4, 75.0), (0.925, 4, 87.5), (1.0, 4, 100.0),
    ],
)  # fmt: skip
def test_a_share_has_its_band_and_place(share: float, band: int, place: float) -> None:
    assert band_of(share) == band
    assert place_on_scale(share) == pytest.approx(place)


def test_bands_join_without_a_gap() -> None:
    assert [band.name for band in BANDS] == ["Starting", "Growing", "Secure", "Strong"]
    assert [band.least for band in BANDS[1:]] == [band.below for band in BANDS[:-1]]


def test_the_share_is_the_mean_chance() -> None:
    # .5, .5 + .5 / 2 = .75 and nearly nothing.
    three = [item("a"), item("b", guessing=0.5), item("c", 90.0)]
    assert expected_share(three, 0.0) == pytest.approx(1.25 / 3)


def test_the_share_never_falls_below_guessing() -> None:
    assert expected_share(four_options(10), -50.0) == pytest.approx(0.25)
    assert expected_share(four_options(10), 50.0) == pytest.approx(1.0)


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        expected_share([], 0.0)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_larger_share_is_never_placed_lower(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= place_on_scale(low) <= place_on_scale(high) <= 100
    assert band_of(low) <= band_of(high)
