"""What a date expression says before anything around it is known; patterns make it and settling reads it."""

from dataclasses import dataclass, replace
from typing import Literal

from quizapp.facts.date_values import Point

Turn = Literal["last", "next", "this", "that", "following", "previous"]
"""Last, next and this are seen from the day of publication; that, following and previous from the text's last date."""


@dataclass(frozen=True, slots=True)
class Named:
    """A calendar date, or a range of them; ``part`` is early, mid, late and their like.

    ``of_year`` says that ``turn`` is of the year: "1 July of the next year".
    """

    first: Point
    last: Point | None = None
    part: str | None = None
    weekday: int | None = None
    turn: Turn | None = None
    of_year: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A value that needs nothing else: decades, centuries, years before Christ; None where nothing could settle it."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Season:
    """A season, of the year after which it stands or of a year that has to be found."""

    name: str
    year: int | None
    part: str | None
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week without a date."""

    number: int
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from the text's last date, or from the day of publication."""

    count: int
    unit: str
    from_publication: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A whole unit seen from another date: "that year", "next week", "earlier this month"."""

    unit: str
    turn: Turn
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day alone."""


Sense = Named | Settled | Season | Weekday | Shift | Unit | Hour


@dataclass(frozen=True, slots=True)
class Seen:
    """An expression at ``start:end`` with its sense; ``time`` is "18:15", or "?06:15" if that may be in the evening."""

    start: int
    end: int
    sense: Sense
    time: str | None = None
    until: str | None = None
    day_part: str | None = None
    hedge: str | None = None

    def at(self, start: int, end: int) -> "Seen":
        return replace(self, start=start, end=end)
