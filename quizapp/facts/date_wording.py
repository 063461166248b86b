"""ISO 8601 values as plain English, day first; apart because questions write dates that no report has written."""

import re

from quizapp.facts.calendar_words import MONTH_NAMES
from quizapp.facts.date_values import Point, century, decade, sliced

_MOMENT = re.compile(r"(?P<date>-?\d{4}(?:-\d\d){0,2})?(?:T(?P<hour>\d\d):(?P<minute>\d\d))?")
_DURATION = re.compile(
    r"P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?(?:T(?:(?P<hour>\d+)H)?(?:(?P<minute>\d+)M)?(?:(?P<second>[\d.]+)S)?)?"
)


def date_text(value: str) -> str:
    """A value in words: "6 December 2024", "the 1960s", "6.15 p.m. on 14 July 1998"."""
    low, _, high = value.partition("/")
    if not high:
        return _moment_text(low)
    return _period_text(low, high) or _range_text(low, high)


def duration_text(value: str | tuple[str, str]) -> str:
    """ "P3DT6H" -> "3 days and 6 hours"; a pair is a range: "5 to 8 weeks"."""
    if isinstance(value, tuple):
        low, high = (duration_text(one) for one in value)
        first, last = low.split(" "), high.split(" ")
        one_unit = len(first) == len(last) == 2 and first[1].rstrip("s") == last[1].rstrip("s")
        return f"{first[0]} to {high}" if one_unit else f"{low} to {high}"
    match = _DURATION.fullmatch(value)
    parts = (
        [f"{amount} {unit}{'' if amount == '1' else 's'}" for unit, amount in match.groupdict().items() if amount]
        if match
        else []
    )
    if not parts:
        return value
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _point(text: str) -> Point:
    before_christ = text.startswith("-")
    parts = [int(part) for part in text.lstrip("-").split("-")]
    return Point(-parts[0] if before_christ else parts[0], *parts[1:])


def _year_words(year: int | None) -> str:
    if year is None:
        return ""
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 300 else str(year)


def _point_text(point: Point) -> str:
    words = [str(point.day)] if point.day else []
    words += [MONTH_NAMES[point.month - 1]] if point.month else []
    return " ".join([*words, _year_words(point.year)])


def _time_text(hour: int, minute: int) -> str:
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    clock = f"{(hour - 1) % 12 + 1}" + (f".{minute:02}" if minute else "")
    return f"{clock} {'a.m.' if hour < 12 else 'p.m.'}"


def _moment_text(value: str) -> str:
    match = _MOMENT.fullmatch(value)
    if match is None:
        return value
    day = _point_text(_point(match["date"])) if match["date"] else ""
    if match["hour"] is None:
        return day
    time = _time_text(int(match["hour"]), int(match["minute"]))
    return f"{time} on {day}" if day else time


def _period_text(low: str, high: str) -> str | None:
    """Decades, centuries and parts of them or of a month have names of their own."""
    if "T" in low or low.startswith("-") or high.startswith("-"):
        return None
    first, last, value = _point(low), _point(high), f"{low}/{high}"
    if first.year is None or last.year is None:
        return None
    if first.month is None:
        return _years_text(first.year, last.year, value)
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        month = Point(first.year, first.month)
        for part in ("early", "mid", "late"):
            if sliced(month, part) == value:
                return f"{part}{'-' if part == 'mid' else ' '}{_point_text(month)}"
    return None


def _years_text(first: int, last: int, value: str) -> str | None:
    start = first // 10 * 10
    if value == decade(start):
        return f"the {start}s"
    if first % 10 == 0 and (last + 1) % 10 == 0 and last - first == 19:
        return f"the {first}s and {last - 9}s"
    number = (first - 1) // 100 + 1
    name = f"{number}{_ordinal_suffix(number)} century"
    if value == century(number):
        return f"the {name}"
    for part in ("early", "mid", "late"):
        if value == decade(start, part):
            return f"the {part}{'-' if part == 'mid' else ' '}{start}s"
        if value == century(number, part):
            return f"the {part}{'-' if part == 'mid' else ' '}{name}"
    return None


def _ordinal_suffix(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _range_text(low: str, high: str) -> str:
    """What both ends share is said once: "5 to 6 December 2024", "28 April to 3 May 1912"."""
    if "T" in low or "T" in high:
        first_day, _, first_time = low.partition("T")
        last_day, _, last_time = high.partition("T")
        if first_day != last_day:
            return f"{_moment_text(low)} to {_moment_text(high)}"
        times = " to ".join(_time_text(int(time[:2]), int(time[3:5])) for time in (first_time, last_time))
        return f"{times} on {_point_text(_point(first_day))}" if first_day else times
    first, last = _point(low), _point(high)
    if first.year is not None and first.year == last.year:
        if first.day and last.day and first.month == last.month:
            return f"{first.day} to {_point_text(last)}"
        if first.month and last.month:
            start = f"{first.day} " if first.day else ""
            return f"{start}{MONTH_NAMES[first.month - 1]} to {_point_text(last)}"
    if first.year is not None and last.year is not None and last.year <= 0:
        return (
            f"{1 - first.year} to {_point_text(last)}"
            if first.month is None
            else (f"{_point_text(first)} to {_point_text(last)}")
        )
    return f"{_point_text(first)} to {_point_text(last)}"
