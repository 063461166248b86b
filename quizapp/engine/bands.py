"""Abilities in words a learner knows: what share of the questions, which band, where on the scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.engine.item import Item, chance


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of shares, from ``least`` to just below ``below``."""

    name: str
    least: float
    below: float


BANDS = (Band("Starting", 0.0, 0.5), Band("Growing", 0.5, 0.7), Band("Secure", 0.7, 0.85), Band("Strong", 0.85, 1.0))


def expected_share(items: Sequence[Item], ability: float) -> float:
    """What share of these items a learner of that ability (logits) would get right, guessing included: 0 to 1.

    Never below what guessing alone gives. Raises ValueError without items.
    """
    if not items:
        raise ValueError("a share needs at least one item")
    return sum(chance(item, ability) for item in items) / len(items)


def band_of(share: float) -> int:
    """The band of a share (0 to 1): 1 Starting below half, 2 Growing below .70, 3 Secure below .85, 4 Strong."""
    return 1 + sum(share >= band.below for band in BANDS[:-1])


def place_on_scale(share: float) -> float:
    """Where a share (0 to 1) stands on a scale of 0 to 100 that gives each band a quarter, straight within each."""
    band = BANDS[band_of(share) - 1]
    within = (share - band.least) / (band.below - band.least)
    return 25.0 * (band_of(share) - 1 + min(max(within, 0.0), 1.0))
