"""Lines and rings in the plane, and how a box cuts them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Points = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; y grows to the north."""

    west: float
    south: float
    east: float
    north: float

    def shifted(self, east: float) -> "Box":
        return Box(self.west + east, self.south, self.east + east, self.north)

    def meets(self, other: "Box") -> bool:
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.west <= other.west
            and other.east <= self.east
            and self.south <= other.south
            and other.north <= self.north
        )


def box_around(points: Iterable[Point]) -> Box:
    """The smallest box that holds the points. Raises ValueError where there are none."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def clip_ring(ring: Points, box: Box) -> list[list[Point]]:
    """What of a closed ring lies in the box: Sutherland and Hodgman 1974, one edge of the box after the other.

    The last point need not repeat the first. One ring or none: parts stay joined along the edge of the box.
    """
    kept = list(ring)
    for inside, crossing in _edges(box):
        if not kept:
            break
        source, kept = kept, []
        before = source[-1]
        was_inside = inside(before)
        for point in source:
            is_inside = inside(point)
            if is_inside != was_inside:
                kept.append(crossing(before, point))
            if is_inside:
                kept.append(point)
            before, was_inside = point, is_inside
    return [kept] if kept else []


def clip_line(line: Points, box: Box) -> list[list[Point]]:
    """The parts of an open line that lie in the box, in order."""
    parts: list[list[Point]] = []
    for start, end in pairwise(line):
        piece = _clip_segment(start, end, box)
        if piece is None:
            continue
        if parts and parts[-1][-1] == piece[0]:
            parts[-1].append(piece[1])
        else:
            parts.append(list(piece))
    return parts


def _clip_segment(start: Point, end: Point, box: Box) -> tuple[Point, Point] | None:
    for inside, crossing in _edges(box):
        match inside(start), inside(end):
            case True, False:
                end = crossing(start, end)
            case False, True:
                start = crossing(start, end)
            case False, False:
                return None
    return start, end


def _edges(box: Box) -> tuple[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]], ...]:
    """For each edge of the box, whether a point is on the good side of it, and where a segment crosses it."""
    return (
        (lambda point: point[0] >= box.west, lambda one, other: (box.west, _at(one, other, 0, box.west))),
        (lambda point: point[0] <= box.east, lambda one, other: (box.east, _at(one, other, 0, box.east))),
        (lambda point: point[1] >= box.south, lambda one, other: (_at(one, other, 1, box.south), box.south)),
        (lambda point: point[1] <= box.north, lambda one, other: (_at(one, other, 1, box.north), box.north)),
    )


def _at(one: Point, other: Point, axis: int, value: float) -> float:
    """The other coordinate of the point where a segment, which is not parallel to it, crosses a line of the grid."""
    share = (value - one[axis]) / (other[axis] - one[axis])
    return one[1 - axis] + share * (other[1 - axis] - one[1 - axis])


def thinned(points: Points, apart: float) -> list[Point]:
    """Fewer points: each at least so far from the one before; the first and the last stay."""
    if len(points) < 3:
        return list(points)
    kept = [points[0]]
    least = apart * apart
    for point in points[1:-1]:
        east, north = point[0] - kept[-1][0], point[1] - kept[-1][1]
        if east * east + north * north >= least:
            kept.append(point)
    return [*kept, points[-1]]


def simplified(points: Points, tolerance: float) -> list[Point]:
    """Fewer points, none left out that lies farther from the new line: Douglas and Peucker 1973."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        gaps = [(_distance(points[index], points[first], points[last]), index) for index in range(first + 1, last)]
        farthest, index = max(gaps, default=(0.0, first))
        if farthest > tolerance:
            keep.add(index)
            waiting += [(first, index), (index, last)]
    return [points[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a segment."""
    east, north = end[0] - start[0], end[1] - start[1]
    length = east * east + north * north
    share = 0.0
    if length:
        share = ((point[0] - start[0]) * east + (point[1] - start[1]) * north) / length
        share = min(1.0, max(0.0, share))
    across, up = point[0] - start[0] - share * east, point[1] - start[1] - share * north
    return float((across * across + up * up) ** 0.5)
