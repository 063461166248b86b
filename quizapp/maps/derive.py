"""The recipe for static/data/borders.json, run by hand: python -m quizapp.maps.derive countries-50m.json."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quizapp.maps.atlas import FILE, STEPS
from quizapp.maps.plane import Point, Points, simplified

# Degrees; about a kilometre, which is the width of a line in the nearest view.
TOLERANCE = 0.008
SOUTH_POLE = -89.9


def derive(topology: dict[str, Any]) -> dict[str, list[Any]]:
    """Land and borders out of the TopoJSON of world-atlas, in the form that quizapp.maps.atlas reads."""
    arcs = [simplified(_unwrapped(arc), TOLERANCE) for arc in _arcs(topology)]
    [land] = topology["objects"]["land"]["geometries"]
    pieces = [[_ring(numbers, arcs) for numbers in piece] for piece in land["arcs"]]
    # A shore belongs to one country, a border to two.
    owners = Counter(
        arc for country in topology["objects"]["countries"]["geometries"] for arc in set(_arcs_of(country))
    )
    borders = [arcs[arc] for arc, count in sorted(owners.items()) if count > 1]
    return {
        "land": [[_steps(ring) for ring in piece if _is_drawn(ring)] for piece in pieces if _is_drawn(piece[0])],
        "borders": [_steps(border) for border in borders],
    }


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Each arc in degrees; the file holds whole steps from point to point."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        east = north = 0
        points = []
        for step_east, step_north in arc:
            east, north = east + step_east, north + step_north
            points.append((east * wide + west, north * high + south))
        yield points


def _arcs_of(country: dict[str, Any]) -> Iterable[int]:
    """The numbers of the arcs around a country; one that runs backwards is written as its complement."""
    waiting = list(country.get("arcs", ()))
    while waiting:
        part = waiting.pop()
        if isinstance(part, int):
            yield part if part >= 0 else ~part
        else:
            waiting += part


def _ring(numbers: Sequence[int], arcs: Sequence[Points]) -> list[Point]:
    """The arcs of a ring one after another, without the first point again at the end."""
    points: list[Point] = []
    for number in numbers:
        points += (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]
    unwrapped = _unwrapped([*points, points[0]])
    goes_round = abs(unwrapped[-1][0] - unwrapped[0][0]) > 180
    return unwrapped if goes_round else unwrapped[:-1]


def _unwrapped(points: Points) -> list[Point]:
    """The same line with no leap from one side of the date line to the other."""
    kept: list[Point] = []
    turns = 0
    for before, (east, north) in zip([points[0], *points], points, strict=False):
        leap = east - before[0]
        turns += (leap < -180) - (leap > 180)
        kept.append((east + 360 * turns, north))
    return kept


def _is_drawn(ring: Points) -> bool:
    """Whether there is anything to fill; the cut that Natural Earth makes at the South Pole is left out."""
    return len(ring) > 2 and max(north for _, north in ring) > SOUTH_POLE


def _steps(points: Points) -> list[int]:
    whole = [(round(east * STEPS), round(north * STEPS)) for east, north in points]
    steps = [
        (east - before[0], north - before[1]) for before, (east, north) in zip([(0, 0), *whole], whole, strict=False)
    ]
    return [number for index, step in enumerate(steps) for number in step if index == 0 or step != (0, 0)]


def main(path: Path) -> None:
    outlines = derive(json.loads(path.read_text(encoding="utf-8")))
    # A line a shape, so that a new version shows what changed.
    parts = [f'"{name}": [\n' + ",\n".join(map(_compact, shapes)) + "\n]" for name, shapes in outlines.items()]
    FILE.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _compact(shape: list[Any]) -> str:
    return json.dumps(shape, separators=(",", ":"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
