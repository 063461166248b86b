"""What an option's text stands for: a date, a duration, a figure, or just words; and when two of them overlap."""

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quizapp.checking.words import LEADING_HEDGE, LEADING_PREPOSITION, QUOTED, WEEKDAYS
from quizapp.facts import parse_date, parse_duration, parse_figure
from quizapp.questions.days import MONTHS

ValueKind = Literal["date", "duration", "figure", "words"]
# A day without a year is read in this one (a leap year), to be compared with others of its kind.
SOME_YEAR = 2000
MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
WEEKDAY_NAME = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b,?\s*", re.IGNORECASE)
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
SECONDS = (31_556_952, 2_629_746, 604_800, 86_400, 3_600, 60, 1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """``low`` to ``high`` bound a value on one scale: minutes for dates, seconds for durations, numbers for figures.

    ``unit`` is a figure's unit, the designators of a duration, or the granularity of a date. Words have no bounds.
    """

    kind: ValueKind
    low: float = 0.0
    high: float = 0.0
    unit: str | None = None
    of: str | None = None
    value: object = None

    @property
    def is_words(self) -> bool:
        return self.kind == "words"

    def overlaps(self, other: "Meaning") -> bool:
        """Whether both can be true of one thing at once."""
        if self.is_words or self.kind != other.kind:
            return False
        if self.kind == "figure" and self.unit != other.unit:
            return False
        return self.low <= other.high and other.low <= self.high


WORDS = Meaning("words")


@lru_cache(maxsize=4096)
def meaning(text: str) -> Meaning:
    """What a short text stands for; hedges and a preposition before it are overlooked."""
    if QUOTED.search(text) or len(text) > 80:
        return WORDS
    bare = LEADING_HEDGE.sub("", LEADING_PREPOSITION.sub("", text.strip().rstrip(".")))
    return _date(bare) or _duration(bare) or _figure(bare) or WORDS


def meaning_of_value(kind: str, value: object, unit: str | None = None) -> Meaning:
    """The meaning of a fact's value."""
    if kind == "date" and isinstance(value, str):
        return _dated(value)
    if kind == "duration" and value is not None:
        return _lasting(value)
    if kind == "figure" and value is not None:
        return _counted(value, unit, None)
    return WORDS


def _date(text: str) -> Meaning | None:
    value = parse_date(text)
    if value is None and MONTH_NAME.search(text) and not re.search(r"\d{4}", text):
        value = parse_date(f"{WEEKDAY_NAME.sub('', text)} {SOME_YEAR}")
    if not isinstance(value, str):
        return None
    found = _dated(value)
    return None if found.is_words else found


def _dated(value: str) -> Meaning:
    """An ISO date, time or interval as minutes from the year 0, and how precise it is."""
    bounds = [_bounds(part) for part in value.split("/")]
    if len(bounds) > 2 or None in bounds:
        return WORDS
    known = [bound for bound in bounds if bound is not None]
    unit = known[0][2] if len(known) == 1 else f"{known[0][2]} to {known[-1][2]}"
    return Meaning("date", known[0][0], known[-1][1], unit, None, value)


def _bounds(part: str) -> tuple[float, float, str] | None:
    found = re.fullmatch(
        r"(?:(-?\d{1,4})(?:-(\d{2}))?(?:-(\d{2}))?)?(?:T(\d{2})(?::?(\d{2}))?(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?", part
    )
    if found is None or not part:
        return None
    year, month, day, hour, minute = (int(group) if group is not None else None for group in found.groups())
    if hour is not None:
        start = (
            (_day_number(year or 0, month or 1, day or 1) if year is not None else 0) * 1440 + hour * 60 + (minute or 0)
        )
        return start, start + (59 if minute is None else 0), "time of day" if year is None else "time"
    if year is None or not 1 <= (month or 1) <= 12:
        return None
    first = _day_number(year, month or 1, day or 1)
    last = _day_number(year, month or 12, day or monthrange(2000 + year % 400, month or 12)[1])
    return first * 1440, last * 1440 + 1439, "day" if day else "month" if month else "year"


def _day_number(year: int, month: int, day: int) -> int:
    return year * 372 + (month - 1) * 31 + day - 1


def _duration(text: str) -> Meaning | None:
    value = parse_duration(text)
    return None if value is None or _lasting(value).is_words else _lasting(value)


def _lasting(value: object) -> Meaning:
    """An ISO duration, or a pair of them, in seconds; the unit is its designators."""
    ends = [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
    found = [DURATION.fullmatch(end) for end in ends if isinstance(end, str)]
    if not found or None in found or len(found) != len(ends):
        return WORDS
    seconds = [
        sum(float(amount or 0) * size for amount, size in zip(match.groups(), SECONDS, strict=True))
        for match in found
        if match
    ]
    unit = "".join(re.findall(r"[A-Z]", str(ends[0]))[1:])
    return Meaning("duration", seconds[0], seconds[-1], unit, None, value)


def _figure(text: str) -> Meaning | None:
    found = parse_figure(text)
    return None if found is None or found[0] is None else _counted(*found)


def _counted(value: object, unit: str | None, of: str | None) -> Meaning:
    ends = list(value) if isinstance(value, list | tuple) else [value]
    numbers = [float(end) for end in ends if isinstance(end, int | float)]
    if not numbers or len(numbers) != len(ends):
        return WORDS
    return Meaning("figure", min(numbers), max(numbers), unit, of, value)
