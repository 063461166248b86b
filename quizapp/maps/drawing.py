"""From pins to the parts of an SVG: the view, what of the world lies in it, and the letters."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from quizapp.maps.atlas import TURN, Outline, the_atlas
from quizapp.maps.lettering import are_crowded, letter_of, stood_apart
from quizapp.maps.picture import MapPicture, Pin, PlacedPin
from quizapp.maps.plane import Box, Point, Points, clip_line, clip_ring, thinned
from quizapp.maps.view import HEIGHT, WIDTH, View, spots, view_of

# In units: shapes end this far outside the picture, so that no stroke shows where they were cut.
BLEED = 5
# In units, how near points may be: the first that keeps the picture small enough to send with its page.
FINENESS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
MOST_LETTERS = 52_000
# What the page writes around the data of each path.
AROUND = 28
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def draw_map(pins: Sequence[Pin]) -> MapPicture:
    """A map of the world around the pins, lettered in their order. It may be kept: the same pins, the same picture.

    Where the pins lie in it, and what land shows, does not depend on their order.
    """
    return _drawn(tuple(pins))


@lru_cache(maxsize=512)
def _drawn(pins: tuple[Pin, ...]) -> MapPicture:
    view = view_of(pins)
    land, borders = _scenery(view)
    return MapPicture(WIDTH, HEIGHT, land, borders, _placed(pins, view), _label(len(pins)))


def _placed(pins: Sequence[Pin], view: View) -> tuple[PlacedPin, ...]:
    """The pins with their letters; sorted while letters are moved, so that pins at one spot part in the same way."""
    order = sorted(range(len(pins)), key=lambda index: (pins[index].name, pins[index].id))
    places = [(round(x, 1), round(y, 1)) for x, y in spots([pins[index] for index in order], view)]
    letters = [(round(x, 1), round(y, 1)) for x, y in stood_apart(places, WIDTH, HEIGHT)]
    crowded = are_crowded(letters)
    placed = {
        index: PlacedPin(pins[index].id, pins[index].name, letter_of(index), *letters[place], *spot, crowded[place])
        for place, (index, spot) in enumerate(zip(order, places, strict=True))
    }
    return tuple(placed[index] for index in range(len(pins)))


def _label(count: int) -> str:
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"Map with {number} lettered {'place' if count == 1 else 'places'}"


@lru_cache(maxsize=64)
def _scenery(view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The path data of land and of borders, as fine as there is room for."""
    atlas = the_atlas()
    land = [part for outline in atlas.land for part in _seen(outline, view, clip_ring)]
    borders = [part for outline in atlas.borders for part in _seen(outline, view, clip_line)]
    for apart in FINENESS:
        shores, lines = _paths(land, apart, "z"), _paths(borders, apart, "")
        if sum(len(path) + AROUND for path in shores + lines) <= MOST_LETTERS:
            break
    return shores, lines


def _seen(
    outline: Outline, view: View, clip: Callable[[Points, Box], list[list[Point]]]
) -> Iterator[list[list[Point]]]:
    """The lines of an outline in units, each time that it lies in the view: across the date line, a turn further on."""
    bleed = BLEED / view.scale
    wide = Box(view.box.west - bleed, view.box.south - bleed, view.box.east + bleed, view.box.north + bleed)
    first = math.ceil((wide.west - outline.box.east) / TURN)
    last = math.floor((wide.east - outline.box.west) / TURN)
    for turns in [0] if outline.goes_round else range(first, last + 1):
        here, box = View(view.box.shifted(-turns * TURN)), wide.shifted(-turns * TURN)
        if not box.meets(outline.box):
            continue
        whole = box.holds(outline.box)
        parts = [part for line in outline.lines for part in ([line] if whole else clip(line, box))]
        yield [[here.place(point) for point in part] for part in parts]


def _paths(shapes: Sequence[Sequence[Points]], apart: float, end: Literal["z", ""]) -> tuple[str, ...]:
    paths = ("".join(_path(thinned(points, apart), end) for points in shape) for shape in shapes)
    return tuple(path for path in paths if path)


def _path(points: Points, end: Literal["z", ""]) -> str:
    """Path data to one decimal, in steps from point to point, which are short; empty where nothing would show."""
    if len(points) < (3 if end else 2):
        return ""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(tenths)]
    start, *rest = [f"{x / 10:g} {y / 10:g}" for x, y in [tenths[0], *steps]]
    # A minus parts numbers as well as a space does.
    return f"M{start}l{' '.join(rest)}{end}".replace(" -", "-")
