"""What a leaning date means where it stands: years inherited, days counted from other days; apart from seeing it.

A date leans on the last date told, or on the day of publication where news is told. What neither settles is None.
"""

import re

from quizapp.facts.calendar_words import SEASONS
from quizapp.facts.clock_times import ANY_HOUR
from quizapp.facts.date_counting import shifted, unit_value, weekday_date
from quizapp.facts.date_hours import hour_value
from quizapp.facts.date_senses import Hour, Named, Season, Seen, Settled, Shift, Unit, Weekday
from quizapp.facts.date_surroundings import Anchor, Surroundings
from quizapp.facts.date_values import Point, interval, month_after, point_of, season, sliced
from quizapp.facts.date_years import year_for

_ASIDE = re.compile(
    r"\bsince\s(?:[\w’'-]+\s){1,8}in\s{1,2}$|"
    r"\b(?:since|founded in|established in|built in|as early as|than in|compared with|"
    r"compared to|of|dat(?:es?|ed|ing)\s(?:back\s)?(?:from|to)(?:\sabout|\saround|\scirca)?)\s{1,2}(?:the\s)?$|"
    r"\($|[A-Z]\w+,\s$"
)
_PARTICIPLE = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bit)(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\band)\s"
    r"(?:formed|created|set up|opened|launched|born|introduced|started|elected|appointed|completed|written|published|"
    r"invented|installed|planted|discovered|laid|erected|constructed|designed|commissioned|registered|painted|"
    r"composed|signed|dug|cast)\s(?:here\s|there\s)?in\s(?:the\s)?$"
)
"""A year that only describes a thing: "a group formed in 2021"."""
_SUBORDINATE = re.compile(r",\s(?:who|which|whose|where)\b[^,;]*$|\([^)]*$")
_LOOKS_BACK = re.compile(r"\bsince\s(?:the\s)?$|,\s(?:who|which|whose|where)\b[^,;]*$")
_DATELINE_END = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?(?:[-–—:]\s|\n|$)")
_ATTRIBUTE = re.compile(r"\b(?:the|its|his|her|their|our|an?)\s{1,2}$", re.IGNORECASE)


def settle(seen: Seen, around: Surroundings) -> str | None:
    """The ISO 8601 value of what was seen, times of day included."""
    if isinstance(seen.sense, Hour):
        return hour_value(seen, around)
    value = _value(seen, around)
    if value is None or seen.time is None or "/" in value or "T" in value:
        return value
    if seen.time.startswith(ANY_HOUR) or len(value.lstrip("-")) != 10:
        return None if seen.time.startswith(ANY_HOUR) else value
    return f"{value}T{seen.time}/{value}T{seen.until}" if seen.until else f"{value}T{seen.time}"


def anchor_of(seen: Seen, value: str | None, around: Surroundings) -> Anchor | None:
    """What later dates may lean on; a range lends its last point, a decade itself alone."""
    if value is None or value.startswith(("T", "-")):
        return None
    if isinstance(seen.sense, Settled):
        first, _, end = value.partition("/")
        within = end != "" and int(end) - int(first) < 10
        return Anchor(seen.start, Point(int(first)), aside=True, decade=True) if within else None
    last = value.split("/")[-1]
    moment, _, time = last.partition("T")
    parts = [int(part) for part in moment.split("-")]
    point = Point(*parts)
    if isinstance(seen.sense, Named | Season | Unit) and seen.sense.part is not None and point.day is not None:
        point = Point(point.year, point.month)
    left = around.text[max(around.start, seen.start - 90) : seen.start]
    bare = point.month is None
    aside = bare and (
        _ASIDE.search(left) is not None
        or _PARTICIPLE.search(left) is not None
        or _SUBORDINATE.search(left) is not None
        or _ATTRIBUTE.search(left) is not None
        or ("/" in value and left.endswith("("))
    )
    if isinstance(seen.sense, Shift) and seen.sense.count < 0 and not seen.sense.from_publication:
        aside = True
    if around.published is not None and not bare and not aside:
        # News looks back in passing: "who has led it since the spring of 2017".
        aside = _LOOKS_BACK.search(left) is not None and point.year != around.published.year
    return Anchor(
        seen.start,
        point,
        time or None,
        aside or around.text[max(0, seen.start - 1) : seen.start] == "(",
        part=seen.day_part,
        foretold=around.foretells or around.is_foretold(seen),
        dateline=_is_dateline(seen, point, around),
        span=int(value[:4]) if "/" in value else None,
    )


def _is_dateline(seen: Seen, point: Point, around: Surroundings) -> bool:
    """Whether this only says when the report was written."""
    day = around.published
    if day is None or point != point_of(day) or not isinstance(seen.sense, Named):
        return False
    return seen.start < 400 and _DATELINE_END.match(around.text, seen.end) is not None


def _value(seen: Seen, around: Surroundings) -> str | None:
    match seen.sense:
        case Settled(value):
            return value
        case Named() as named:
            return _named(named, seen, around)
        case Season() as named_season:
            return _season(named_season, seen, around)
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
        return _numbered_day(first.day, seen, around)
    if first.year is None:
        year = year_for(named, seen, around)
        first = first.in_year(year)
        if last is not None and last.year is None and year is not None:
            last = last.in_year(year + 1 if (last.month or 0) < (first.month or 0) else year)
    if last is not None:
        if first.day is None and last.day is None and named.part:
            low = sliced(first, named.part)
            return f"{low.split('/')[0]}/{_end_of(last)}" if low else None
        return interval(first, last)
    return sliced(first, named.part) if named.part else first.iso()


def _numbered_day(day: int | None, seen: Seen, around: Surroundings) -> str | None:
    """ "On the 5th": the month told last, or its neighbour where the story cannot have come to that day in it."""
    latest, published = around.latest("month"), around.published
    ahead = around.foretells or around.is_future(seen)
    point, step = latest.point if latest else Point(), 0
    if published is not None and (latest is None or ahead or not around.same_paragraph(latest)):
        point = point_of(published)
    if day is None or point.year is None or point.month is None:
        return None
    if published is not None and (point.year, point.month) == (published.year, published.month):
        step = (1 if day < published.day else 0) if ahead else (-1 if day > published.day else 0)
    elif point.day is not None and day + 14 < point.day and not around.looks_back:
        step = 1
    month = month_after(point.year, point.month, step)
    return Point(month.year, month.month, day).iso()


def _end_of(point: Point) -> str | None:
    value = sliced(point, "late")
    return value.split("/")[1] if value else None


def _season(named: Season, seen: Seen, around: Surroundings) -> str | None:
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
            if month is not None and 0 <= month - start <= 2 and around.text[: seen.start].endswith("until the "):
                # In April "until the spring" is no spring of this year.
                return None
            if named.turn == "following" and (month is None or month >= start):
                year += 1
            elif named.turn == "previous" and (month is None or month <= start):
                year -= 1
    return season(named.name, year, named.part)
