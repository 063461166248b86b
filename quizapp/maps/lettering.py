"""The letters on a map: which they are, and where they stand so that none covers another."""

import math
from collections.abc import Sequence

from quizapp.maps.plane import Point

# The diameter of a letter's disc in static/css/components/map.css with a gap, in units of the picture.
APART = 52.0
# Half the square that takes a tap on a pin, and half the disc of its neighbour.
CROWDED = 46.0 + 24.0
ROUNDS = 200


def letter_of(index: int) -> str:
    """A, B, ... Z, then AA, AB, as columns of a table are counted."""
    letters = ""
    index += 1
    while index:
        index, last = divmod(index - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def stood_apart(spots: Sequence[Point], width: float, height: float) -> list[Point]:
    """Where the letters stand: at their spots where there is room, else pushed apart, always within the picture.

    The result of each spot does not depend on the order of the others, save between spots that are the same.
    """
    order = sorted(range(len(spots)), key=lambda index: spots[index])
    places = [_within(spots[index], width, height) for index in order]
    for _ in range(ROUNDS):
        pushed = _pushed(places)
        if pushed == places:
            break
        places = [_within(place, width, height) for place in pushed]
    found = dict(zip(order, places, strict=True))
    return [found[index] for index in range(len(spots))]


def are_crowded(places: Sequence[Point]) -> list[bool]:
    """Whether the square around a letter would cover part of another's disc, or be covered."""
    return [
        any(index != other and math.dist(place, there) < CROWDED for other, there in enumerate(places))
        for index, place in enumerate(places)
    ]


def _pushed(places: Sequence[Point]) -> list[Point]:
    """Each two that are too near one another moved apart, half the way each."""
    moved = list(places)
    for first in range(len(moved)):
        for second in range(first + 1, len(moved)):
            (x, y), (other_x, other_y) = moved[first], moved[second]
            far = math.hypot(other_x - x, other_y - y)
            if far >= APART - 0.5:
                continue
            # Two at one spot part in a direction of their own, so that several do not end in one row.
            turn = math.atan2(other_y - y, other_x - x) if far > 0.01 else 2.4 * (first + second)
            push_x, push_y = (math.cos(turn) * (APART - far) / 2, math.sin(turn) * (APART - far) / 2)
            moved[first], moved[second] = (x - push_x, y - push_y), (other_x + push_x, other_y + push_y)
    return moved


def _within(place: Point, width: float, height: float) -> Point:
    edge = APART / 2
    return min(width - edge, max(edge, place[0])), min(height - edge, max(edge, place[1]))
