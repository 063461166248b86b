"""The outlines of the world's land and borders, read once, in Mercator radians."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from quizapp.maps.plane import Box, Point, box_around

FILE = Path(__file__).parents[2] / "static" / "data" / "borders.json"
STEPS = 1000  # to the degree, in the file
TURN = 2 * math.pi
# The pole is infinitely far away; this is farther than any view reaches.
POLE = 89.9


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings of one piece of land, holes after their shore, or one line of a border; ``box`` holds them all.

    Antarctica goes round the world: its shore comes several times, wider than any view.
    """

    lines: tuple[tuple[Point, ...], ...]
    box: Box

    @property
    def goes_round(self) -> bool:
        return self.box.east - self.box.west > 2 * TURN


@dataclass(frozen=True, slots=True)
class Atlas:
    """All land and all borders on land."""

    land: tuple[Outline, ...]
    borders: tuple[Outline, ...]


@cache
def the_atlas() -> Atlas:
    """What the data file holds."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    return Atlas(
        land=tuple(_outline([_going_round(_points(ring)) for ring in piece]) for piece in held["land"]),
        borders=tuple(_outline([_points(line)]) for line in held["borders"]),
    )


def mercator(latitude: float, longitude: float) -> Point:
    """East and north in radians, from degrees: Snyder 1987, equations 7-1 and 7-2, on a sphere."""
    latitude = min(POLE, max(-POLE, latitude))
    return math.radians(longitude), math.asinh(math.tan(math.radians(latitude)))


def _outline(lines: Sequence[tuple[Point, ...]]) -> Outline:
    return Outline(tuple(lines), box_around(point for line in lines for point in line))


def _points(numbers: Sequence[int]) -> tuple[Point, ...]:
    """From longitude, latitude, and then the steps to each next point."""
    longitudes, latitudes = accumulate(numbers[::2]), accumulate(numbers[1::2])
    pairs = zip(longitudes, latitudes, strict=True)
    return tuple(mercator(latitude / STEPS, longitude / STEPS) for longitude, latitude in pairs)


def _going_round(ring: tuple[Point, ...]) -> tuple[Point, ...]:
    """A shore that ends a turn from where it began, five times over and closed at the pole; any other as it is."""
    if abs(ring[-1][0] - ring[0][0]) < TURN - 0.01:
        return ring
    way = math.copysign(TURN, ring[-1][0] - ring[0][0])
    round_and_round = [(east + way * times, north) for times in (-2, -1, 0, 1, 2) for east, north in ring]
    _, south = mercator(-90, 0)
    return (*round_and_round, (round_and_round[-1][0], south), (round_and_round[0][0], south))
