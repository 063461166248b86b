"""What a leaning date means where it stands: years inherited, days counted from other days; apart from seeing it.

A date leans on the last date told, or on the day of publication where news is told. What neither settles is None.
"""

import re
from datetime import date

from quizapp.facts.calendar_words import SEASONS
from quizapp.facts.clock_times import ANY_HOUR
from quizapp.facts.date_counting import shifted, unit_value, weekday_date
from quizapp.facts.date_senses import Hour, Named, Season, Seen, Settled, Shift, Unit, Weekday
from quizapp.facts.date_surroundings import NEAR, Anchor, Surroundings
from quizapp.facts.date_values import Point, interval, point_of, season, sliced

_ASIDE = re.compile(
    r"\b(?:since|founded in|established in|built in|as early as|than in|compared with|"
    r"compared to|of)\s{1,2}(?:the\s)?$|\($|[A-Z]\w+,\s$"
)
_SUBORDINATE = re.compile(r",\s(?:who|which|whose|where)\b[^,;]*$|\([^)]*$")
_ATTRIBUTE = re.compile(r"\b(?:the|its|his|her|their|our|an?)\s{1,2}$", re.IGNORECASE)


def settle(seen: Seen, around: Surroundings) -> str | None:
    """The ISO 8601 value of what was seen, times of day included."""
    if isinstance(seen.sense, Hour):
        if seen.time is None or seen.time.startswith(ANY_HOUR):
            return None
        return f"T{seen.time}/T{seen.until}" if seen.until else f"T{seen.time}"
    value = _value(seen, around)
    if value is None or seen.time is None or "/" in value or "T" in value:
        return value
    if seen.time.startswith(ANY_HOUR) or len(value.lstrip("-")) != 10:
        return None if seen.time.startswith(ANY_HOUR) else value
    return f"{value}T{seen.time}/{value}T{seen.until}" if seen.until else f"{value}T{seen.time}"


def anchor_of(seen: Seen, value: str | None, around: Surroundings) -> Anchor | None:
    """What later dates may lean on; a range lends its last point, a decade nothing."""
    if value is None or value.startswith(("T", "-")) or isinstance(seen.sense, Settled):
        return None
    last = value.split("/")[-1]
    moment, _, time = last.partition("T")
    parts = [int(part) for part in moment.split("-")]
    point = Point(*parts)
    if isinstance(seen.sense, Named | Season) and seen.sense.part is not None and point.day is not None:
        point = Point(point.year, point.month)
    left = around.text[max(around.start, seen.start - 90) : seen.start]
    bare = point.month is None
    aside = bare and (
        _ASIDE.search(left) is not None
        or _SUBORDINATE.search(left) is not None
        or _ATTRIBUTE.search(left) is not None
        or ("/" in value and left.endswith("("))
    )
    if isinstance(seen.sense, Shift) and seen.sense.count < 0 and not seen.sense.from_publication:
        aside = True
    return Anchor(seen.start, point, time or None, aside or around.text[max(0, seen.start - 1) : seen.start] == "(")


def _value(seen: Seen, around: Surroundings) -> str | None:
    match seen.sense:
        case Settled(value):
            return value
        case Named() as named:
            return _named(named, seen, around)
        case Season() as named_season:
            return _season(named_season, around)
        case Weekday() as weekday:
            day = weekday_date(weekday, seen, around)
            return point_of(day).iso() if day else None
        case Shift() as shift:
            return shifted(shift, seen, around)
        case Unit() as unit:
            return unit_value(unit, seen, around)
        case Hour():
            return None


def _named(named: Named, seen: Seen, around: Surroundings) -> str | None:
    first, last = named.first, named.last
    if first.year is None and first.month is None:
        latest = around.latest("month")
        return Point(latest.point.year, latest.point.month, first.day).iso() if latest and first.day else None
    if first.year is None:
        year = _year_for(named, seen, around)
        first = first.in_year(year)
        if last is not None and last.year is None and year is not None:
            last = last.in_year(year + 1 if (last.month or 0) < (first.month or 0) else year)
    if last is not None:
        if first.day is None and last.day is None and named.part:
            low = sliced(first, named.part)
            return f"{low.split('/')[0]}/{_end_of(last)}" if low else None
        return interval(first, last)
    return sliced(first, named.part) if named.part else first.iso()


def _end_of(point: Point) -> str | None:
    value = sliced(point, "late")
    return value.split("/")[1] if value else None


def _year_for(named: Named, seen: Seen, around: Surroundings) -> int | None:
    """The year of a date that has none."""
    point, published, near = named.first, around.published, around.narrative()
    if named.turn is not None:
        return _turned_year(named, around)
    if around.is_quoted(seen.start) and near is None and published is None:
        return None
    if around.year_ahead is not None and around.shares_year:
        return around.year_ahead
    if published is None:
        if near is None or near.point.year is None:
            return around.year_ahead
        if around.is_foretold(seen):
            return None
        return _rolled(point, near.point)
    guess = _year_near(point, published, around.is_future(seen))
    if near is None or near.point.year is None:
        return guess
    if near.point.year != published.year and seen.start - near.place < NEAR:
        return _rolled(point, near.point)
    if around.published is not None and near.point.year == published.year:
        return guess if abs(guess - published.year) <= 1 else published.year
    return guess


def _turned_year(named: Named, around: Surroundings) -> int | None:
    published, month = around.published, named.first.month or 1
    latest = around.narrative() or around.latest()
    if named.turn in ("that", "following", "previous"):
        if latest is None or latest.point.year is None:
            return around.published.year if around.published and named.turn == "that" else None
        year, other = latest.point.year, latest.point.month
        if named.turn == "that":
            return year
        if named.turn == "following":
            return year + 1 if other is None or month <= other else year
        return year - 1 if other is None or month >= other else year
    if published is None:
        return None
    if named.weekday == -1:
        return published.year + {"last": -1, "this": 0, "next": 1}.get(named.turn or "", 0)
    if named.turn == "last" and 0 < (published.month - month) % 12 <= 2:
        # In October "last September" may be the one just gone or the year before's.
        return None
    if named.turn == "last":
        return published.year - (month >= published.month)
    if named.turn == "next":
        return published.year + (month <= published.month)
    return published.year


def _rolled(point: Point, near: Point) -> int | None:
    """The story's year; a January told after a November belongs to the next."""
    if near.year is None or near.month is None or point.month is None:
        return near.year
    return near.year + 1 if near.month - point.month >= 9 else near.year


def _year_near(point: Point, published: date, future: bool) -> int:
    """The year that puts a date on its side of the day of publication."""
    month, day = point.month or 1, point.day
    ahead = (month, day or published.day) > (published.month, published.day)
    same = month == published.month and (day is None or day == published.day)
    if future:
        return published.year if ahead or same else published.year + (published.month - month >= 2)
    return published.year - (ahead and not same)


def _season(named: Season, around: Surroundings) -> str | None:
    year, published = named.year, around.published
    if year is None:
        near = around.narrative() or around.latest()
        start = SEASONS[named.name]
        if named.turn in ("last", "next", "this"):
            if published is None:
                return None
            current = published.month in (start, start % 12 + 1, (start + 1) % 12 + 1)
            year = published.year - (named.name == "winter" and published.month < 3)
            if named.turn == "last":
                year -= 1 if current or start > published.month else 0
            elif named.turn == "next":
                year += 1 if current or start < published.month else 0
        elif near is None or near.point.year is None:
            return None
        else:
            year, month = near.point.year, near.point.month
            if named.turn == "following" and (month is None or month >= start):
                year += 1
            elif named.turn == "previous" and (month is None or month <= start):
                year -= 1
    return season(named.name, year, named.part)
