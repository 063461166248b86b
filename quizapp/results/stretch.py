"""Where a learner stands: a stretch on the scale of bands, never a point alone.

The bands are shares of a set's questions that a learner of that ability would get right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.engine import BANDS, Ability, Item, band_of, expected_share, place_on_scale

BAND_NAMES = tuple(band.name for band in BANDS)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The most likely place and the nine-in-ten stretch about it, on a scale of 0 to 100, a quarter a band (1 to 4)."""

    low: float
    likely: float
    high: float
    low_band: int
    band: int
    high_band: int

    @property
    def name(self) -> str:
        return BAND_NAMES[self.band - 1]

    @property
    def low_name(self) -> str:
        return BAND_NAMES[self.low_band - 1]

    @property
    def high_name(self) -> str:
        return BAND_NAMES[self.high_band - 1]

    @property
    def words(self) -> str:
        """ "From Growing to Secure", "Within Secure"."""
        if self.low_band == self.high_band:
            return f"Within {self.name}"
        return f"From {self.low_name} to {self.high_name}"


def stretch_of(items: Sequence[Item], ability: Ability) -> Stretch:
    """The stretch of an ability on a set's questions; ``items`` are all of the set, or of one topic of it."""
    low, high = ability.interval(0.9)
    shares = [expected_share(items, value) for value in (low, ability.mean, high)]
    places = [round(place_on_scale(share), 1) for share in shares]
    bands = [band_of(share) for share in shares]
    return Stretch(places[0], places[1], places[2], bands[0], bands[1], bands[2])
