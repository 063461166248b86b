"""What goes into a map and what comes out: pins in degrees, shapes in units of the picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """A place to show, in degrees: latitude from -90 to 90, longitude from -180 to 180. Raises ValueError beyond."""

    id: str
    name: str
    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        # Written so that a value which is no number at all fails as well.
        if not (abs(self.latitude) <= 90 and abs(self.longitude) <= 180):
            raise ValueError(f"no place lies at latitude {self.latitude}, longitude {self.longitude}")


@dataclass(frozen=True, slots=True)
class PlacedPin:
    """A pin in the picture: its letter stands at (x, y), the place lies at (spot_x, spot_y).

    A pin is crowded where another letter is so near that it must be picked by its disc and not by the room around.
    """

    id: str
    name: str
    letter: str
    x: float
    y: float
    spot_x: float
    spot_y: float
    crowded: bool

    @property
    def moved(self) -> bool:
        """Whether the letter stands aside from its place, to leave room for other letters."""
        return (self.x, self.y) != (self.spot_x, self.spot_y)


@dataclass(frozen=True, slots=True)
class MapPicture:
    """An SVG in parts, from (0, 0) to (width, height): path data, and the pins in the order that they were given in.

    Sea is what is behind. ``label`` says what the picture is, and not which place is the key.
    """

    width: int
    height: int
    land: tuple[str, ...]
    borders: tuple[str, ...]
    pins: tuple[PlacedPin, ...]
    label: str
