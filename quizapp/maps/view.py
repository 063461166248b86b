"""Which part of the world a map shows: chosen from all pins alike, so that the frame tells nothing of the answer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.maps.atlas import TURN, mercator
from quizapp.maps.picture import Pin
from quizapp.maps.plane import Box, Point

WIDTH, HEIGHT = 660, 520
# In units, from the outermost pins to the edge of the picture: room for a letter and a little of what lies around.
MARGIN = 90
# Nearer, coasts become straight lines and nothing says which country this is.
LEAST_KILOMETRES = 700
EARTH_KILOMETRES = 6371
# Mercator's map has no pole; a pin nearer to it than this stands here, still on the ice or amid the Arctic Ocean.
LAST_LATITUDE = 85
_, EDGE_OF_WORLD = mercator(86, 0)


@dataclass(frozen=True, slots=True)
class View:
    """The box that fills the picture, in Mercator radians; its sides are as WIDTH to HEIGHT."""

    box: Box

    @property
    def scale(self) -> float:
        """Units of the picture to the radian."""
        return WIDTH / (self.box.east - self.box.west)

    def place(self, point: Point) -> Point:
        """From Mercator radians to units of the picture; y grows downwards."""
        return (point[0] - self.box.west) * self.scale, (self.box.north - point[1]) * self.scale


def view_of(pins: Sequence[Pin]) -> View:
    """Room for all pins and a margin, at least some hundreds of kilometres, at most the world; no pins, the world."""
    if not pins:
        return _around((0.0, 0.0), TURN)
    start = _westernmost(pins)
    places = [_from(start, pin) for pin in pins]
    west, east = min(x for x, _ in places), max(x for x, _ in places)
    south, north = min(y for _, y in places), max(y for _, y in places)
    middle = (west + east) / 2, (south + north) / 2
    # One over the cosine of the latitude, which is how much Mercator's map enlarges there.
    least = LEAST_KILOMETRES / EARTH_KILOMETRES * math.cosh(middle[1])
    wide = (east - west) * WIDTH / (WIDTH - 2 * MARGIN)
    high = (north - south) * WIDTH / (HEIGHT - 2 * MARGIN)
    width = max(least, wide, high)
    if width > TURN:
        width = max(TURN, (north - south) * WIDTH / HEIGHT)
    return _around(middle, width)


def spots(pins: Sequence[Pin], view: View) -> list[Point]:
    """Where each pin lies in a view that was chosen for these pins."""
    start = _westernmost(pins)
    return [view.place(_from(start, pin)) for pin in pins]


def _around(middle: Point, width: float) -> View:
    """A view so wide around a point, or as near to it as the edge of the world allows."""
    height = width * HEIGHT / WIDTH
    leeway = max(0.0, EDGE_OF_WORLD - height / 2)
    y = min(leeway, max(-leeway, middle[1]))
    return View(Box(middle[0] - width / 2, y - height / 2, middle[0] + width / 2, y + height / 2))


def _westernmost(pins: Sequence[Pin]) -> float:
    """The longitude east of the widest gap between pins: going east from here meets them all soonest."""
    longitudes = sorted({_wrapped(pin.longitude) for pin in pins})
    if not longitudes:
        return 0.0
    gaps = [(east - west) % 360 for west, east in zip([longitudes[-1], *longitudes], longitudes, strict=False)]
    return longitudes[gaps.index(max(gaps))]


def _from(start: float, pin: Pin) -> Point:
    """A pin in Mercator radians, east of a longitude by less than a turn."""
    latitude = min(LAST_LATITUDE, max(-LAST_LATITUDE, pin.latitude))
    return mercator(latitude, start + (_wrapped(pin.longitude) - start) % 360)


def _wrapped(longitude: float) -> float:
    """The same meridian from -180 to just under 180."""
    return (longitude + 180) % 360 - 180
