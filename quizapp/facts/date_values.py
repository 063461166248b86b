"""Points and periods of the calendar and their ISO 8601 form; apart because finding and wording compute with them too.

A year before Christ counts as ISO 8601 does: 1 BC is ``0000`` and 44 BC is ``-0043``. Seasons are those of the north,
three whole months each; a winter begins in December of the year that names it. "Early", "mid" and "late" are the 1st
to 10th, 11th to 20th and 21st to last day of a month; the three thirds of a year or century; 1960 to 1963, 1964 to
1966 and 1967 to 1969 of a decade.
"""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from quizapp.facts.calendar_words import SEASONS

_SHARES = {
    "first half": (0, 2), "second half": (1, 2), "first quarter": (0, 4), "second quarter": (1, 4),
    "third quarter": (2, 4), "fourth quarter": (3, 4), "start": (0, 4), "end": (3, 4),
    "early": (0, 3), "mid": (1, 3), "late": (2, 3),
}  # fmt: skip
_DECADE_PARTS = {
    "early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 3), "end": (7, 9),
    "first half": (0, 4), "second half": (5, 9),
}  # fmt: skip
_MONTH_PARTS = {
    "early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 0), "end": (21, 0),
    "first half": (1, 15), "second half": (16, 0), "last half": (16, 0),
    "first week": (1, 7), "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28), "last week": (-6, 0),
    "first days": (1, 10), "last days": (21, 0), "first day": (1, 1), "last day": (0, 0),
    "first fortnight": (1, 14), "last fortnight": (-13, 0),
}  # fmt: skip
"""First and last day; counted back from the end of the month where not above zero."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or day; a day has a month. ``year`` is None where the text leaves it out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it: 29 February has to wait for its year."""
        if self.day is None or self.month is None:
            return True
        return 1 <= self.day <= calendar.monthrange(self.year if self.year and self.year > 0 else 2000, self.month)[1]

    def iso(self) -> str | None:
        if self.year is None or not self.exists:
            return None
        text = year_text(self.year)
        if self.month is not None:
            text += f"-{self.month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"

    def in_year(self, year: int | None) -> "Point":
        return Point(year, self.month, self.day)

    def to_date(self) -> date | None:
        if (
            self.year is None
            or self.month is None
            or self.day is None
            or not (MINYEAR <= self.year <= MAXYEAR)
            or not self.exists
        ):
            return None
        return date(self.year, self.month, self.day)


def year_text(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def point_of(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def interval(first: Point, last: Point) -> str | None:
    """ "first/last", or None where one of them is not known or they are not in order."""
    low, high = first.iso(), last.iso()
    if low is None or high is None or first.year is None or last.year is None:
        return None
    if (first.year, first.month or 0, first.day or 0) > (last.year, last.month or 12, last.day or 31):
        return None
    return f"{low}/{high}"


def years(first: int, last: int) -> str:
    return f"{year_text(first)}/{year_text(last)}"


def month_after(year: int, month: int, count: int) -> Point:
    whole = year * 12 + month - 1 + count
    return Point(whole // 12, whole % 12 + 1)


def sliced(point: Point, part: str) -> str | None:
    """The interval that a part of a month or a year is."""
    if point.year is None:
        return None
    if point.month is None:
        low, high = _share(0, 11, part)
        return interval(Point(point.year, low + 1), Point(point.year, high + 1))
    first, last = _MONTH_PARTS.get(part, (1, 0))
    length = month_length(point)
    opens = Point(point.year, point.month, first if first > 0 else length + first)
    closes = Point(point.year, point.month, last or length)
    return opens.iso() if opens == closes else interval(opens, closes)


def month_length(point: Point) -> int:
    year = point.year if point.year and point.year > 0 else 2001
    return calendar.monthrange(year, point.month or 1)[1]


def decade(first_year: int, part: str | None = None) -> str:
    low, high = _DECADE_PARTS.get(part, (0, 9)) if part else (0, 9)
    return years(first_year + low, first_year + high)


def century(number: int, part: str | None = None, before_christ: bool = False) -> str:
    """The 19th century is 1801/1900; the fifth before Christ is 500 to 401 BC."""
    first = 1 - number * 100 if before_christ else number * 100 - 99
    low, high = _share(first, first + 99, part) if part else (first, first + 99)
    return years(low, high)


def season(name: str, year: int, part: str | None = None) -> str | None:
    first = SEASONS[name]
    start, end = Point(year, first), month_after(year, first, 2)
    if part in ("early", "start"):
        end = start
    elif part in ("late", "end"):
        start = end
    elif part == "mid":
        start = end = month_after(year, first, 1)
    return interval(start, end) if start != end else start.iso()


def week(day: date) -> str | None:
    """The week of a day, Monday to Sunday."""
    try:
        monday = day - timedelta(days=day.weekday())
        return interval(point_of(monday), point_of(monday + timedelta(days=6)))
    except OverflowError:
        return None


def _share(low: int, high: int, part: str) -> tuple[int, int]:
    """The ``part`` of the whole numbers from low to high."""
    number, of = _SHARES.get(part, (0, 1))
    size = high - low + 1
    step = size // of
    return low + number * step, high if number == of - 1 else low + (number + 1) * step - 1
