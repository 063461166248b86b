"""Which day a time of day belongs to: that of its sentence or of the one before, where the story moves on in time."""

import re
from datetime import timedelta

from quizapp.facts.clock_times import ANY_HOUR, with_part
from quizapp.facts.date_senses import Seen
from quizapp.facts.date_surroundings import Anchor, Surroundings

_LATE, _EARLY = "20:00", "08:00"
_HABIT = re.compile(
    r"\b(?:every|daily|each|usually|normally|always|weekdays|Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|"
    r"Sundays|a day|at weekends|opens|closes|runs from|leaves|arrives)\b"
)
_ANOTHER_DAY = re.compile(
    r"\b(?:since|until|till|from|by|before|after|between|for|scheduled|planned)\s(?:about\s|the\s|last\s|early\s|late\s)*$"
)


def hour_value(seen: Seen, around: Surroundings) -> str | None:
    """The time with its day where the text settles that, else the bare time; None where even the hour is open."""
    anchor = _day_of(around)
    if seen.time is not None and seen.time.startswith(ANY_HOUR) and anchor is not None and anchor.part is not None:
        seen = with_part(seen, anchor.part)
    if seen.time is None or seen.time.startswith(ANY_HOUR):
        return None
    time = f"T{seen.time}"
    if seen.until:
        # "From six until seven" are hours of work as often as those of one day.
        return f"{time}/T{seen.until}"
    day = _day_text(anchor, seen, around) if anchor is not None else None
    if day is None or around.foretells or around.is_quoted(seen.start):
        return time
    return f"{day}{time}"


def _day_of(around: Surroundings) -> Anchor | None:
    """The last day told in this sentence or the one before, or in this paragraph where a time was told with it."""
    if _HABIT.search(around.text, around.start, around.end):
        return None
    for anchor in reversed(around.anchors):
        if anchor.place < around.before and not (anchor.time and around.same_paragraph(anchor)):
            return None
        if anchor.aside or anchor.point.day is None:
            if anchor.point.month is not None and not anchor.aside:
                return None
            continue
        told = _ANOTHER_DAY.search(around.text, max(0, anchor.place - 30), anchor.place)
        return None if anchor.dateline or anchor.foretold or anchor.span is not None or told else anchor
    return None


def _day_text(anchor: Anchor, seen: Seen, around: Surroundings) -> str | None:
    """The anchor's day; a time earlier than the last one told is the day after's or looks back, so nothing is sure.

    Sure is the night that one sentence tells on: "at 11 p.m. on 3 May …; at 1 a.m. the doors were opened".
    """
    if anchor.time is None or seen.time is None or seen.time >= anchor.time[:5]:
        return anchor.point.iso()
    if anchor.time[:5] >= _LATE and seen.time[:5] < _EARLY:
        day = anchor.point.to_date() if anchor.place >= around.start else None
        return (day + timedelta(days=1)).isoformat() if day is not None else None
    return anchor.point.iso() if around.looks_back else None
