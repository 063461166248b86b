"""Neighbouring expressions that are one date: a time and its day, the two ends of a range, "the evening of" a day."""

import re
from collections.abc import Callable
from dataclasses import replace

from quizapp.facts.calendar_words import PART, S
from quizapp.facts.clock_times import ANY_HOUR, in_half, with_part
from quizapp.facts.date_senses import Hour, Named, Season, Seen, Settled, Shift, Unit, Weekday
from quizapp.facts.date_values import Point

Join = Callable[[str, Seen, Seen, int], Seen | None]

_HEDGES = (
    r"(?:about|around|roughly|approximately|approx\.|nearly|almost|circa|c\.|ca\.|perhaps|probably|possibly|"
    r"maybe|some\s?time|no later than|not later than|"
    r"no earlier than|not before|(?:just|shortly|soon|well|long) (?:before|after)|more than|less than|at least|"
    r"some|exactly|precisely|barely|over|just over|"
    r"just under|as early as|as late as)"
)
_HEDGE = re.compile(rf"(?<![\w-])(?P<hedge>{_HEDGES})\s{{0,2}}(?:in\s)?(?:the\s|an?\s)?$", re.IGNORECASE)
_TIME_THEN_DATE = re.compile(
    rf"(?:,?{S}(?:on{S}(?:the{S})?|in{S}the{S}|of{S}(?:the{S})?|the{S})?|,{S}|"
    rf"{S}local{S}time{S}(?:on{S})?)"
)
_DATE_THEN_TIME = re.compile(rf"(?:,?{S}(?:at{S})?(?:(?:{_HEDGES}){S})?)", re.IGNORECASE)
_OF_A_YEAR = re.compile(rf",?{S}(?:(?:of|in){S})?(?:the{S})?")
_PART_OF = re.compile(
    rf"\b(?:(?:early|late|mid)[ -])?(?P<part>{PART}|eve|early hours|small hours|"
    rf"afternoon)\s{{1,2}}(?:of|(?<=dawn\s)on|(?<=dusk\s)on|(?<=fall\s)on|(?<=break\s)on|(?<=rise\s)on|"
    rf"(?<=set\s)on)\s{{1,2}}(?:the\s{{1,2}})?$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    rf",?{S}(?:(?:early|late){S})?(?:in{S}the{S}(?P<part>morning|afternoon|evening|night)|"
    rf"at{S}(?P<at>night|dawn|dusk|sunrise|sunset|daybreak|nightfall)|"
    rf"(?P<plain>morning|afternoon|evening|night)\b(?!{S}(?:shift|train|show|market|bus|"
    rf"flight)))\b(?!{S}of\b)"
)
_RANGE = re.compile(
    rf"\s?[-–—]\s?|{S}(?P<word>to|until|till|through|up{S}to){S}(?:the{S})?|(?P<amp>{S}(?:and|"
    rf"&){S}(?:the{S})?)"
)
_BETWEEN = re.compile(r"\bbetween\s{1,2}(?:the\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s{1,2}$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|brought forward|rescheduled|put back|pushed|deferred|"
    r"extended|shifted|changed)\b[^.;]{0,40}$"
)
_BARE_HOUR = re.compile(
    r"\b(?:from|between)\s{1,2}(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))?(?:\s(?:to|"
    r"and|until)\s)$|(?<![\d.,:-])(?P<dash_hour>1[0-2]|"
    r"[1-9])(?:[:.](?P<dash_minute>[0-5]\d))?\s?[-–]\s?$",
    re.IGNORECASE,
)


def distinct(seens: list[Seen]) -> list[Seen]:
    """The longest of those that begin together, the first of those that overlap."""
    kept: list[Seen] = []
    for seen in sorted(seens, key=lambda one: (one.start, -one.end)):
        if not kept or seen.start >= kept[-1].end:
            kept.append(seen)
        elif seen.end > kept[-1].end and seen.end - seen.start > 2 * (kept[-1].end - kept[-1].start):
            kept[-1] = seen
    return kept


def joined(text: str, seens: list[Seen], start: int, end: int) -> list[Seen]:
    """One sentence's expressions, those that belong together made one, with their hedges."""
    parted = [_parted(text, seen, start, end) for seen in distinct(seens)]
    ranged = _folded(text, distinct(parted), start, _ranged)
    whole = _folded(text, _folded(text, ranged, start, _of_a_year), start, _timed)
    again = _folded(text, whole, start, _ranged)
    return [_hedged(text, seen, start) for seen in again]


def _of_a_year(text: str, left: Seen, right: Seen, start: int) -> Seen | None:
    """ "1 July of the next year": the year is told from another."""
    if not isinstance(left.sense, Named) or not isinstance(right.sense, Unit) or right.sense.unit != "year":
        return None
    first = left.sense.first
    if first.year is not None or first.month is None or left.sense.turn is not None or right.sense.part is not None:
        return None
    if not _OF_A_YEAR.fullmatch(text, left.end, right.start):
        return None
    return replace(left, end=right.end, sense=replace(left.sense, turn=right.sense.turn, of_year=True))


def is_day(seen: Seen) -> bool:
    """Whether a time of day can be added."""
    match seen.sense:
        case Named(first, None, None):
            return first.day is not None
        case Weekday():
            return True
        case Shift(_, unit, _):
            return unit == "day"
        case Unit(unit, _, _):
            return unit == "day"
    return False


def _parted(text: str, seen: Seen, start: int, end: int) -> Seen:
    """ "The evening of" before a day; "in the evening" after a day or an hour."""
    timed = isinstance(seen.sense, Hour)
    if timed and seen.time is not None and seen.until is None:
        seen = _bare_start(text, seen, start)
    if not timed and not (is_day(seen) or (isinstance(seen.sense, Named) and seen.sense.first.day is not None)):
        return seen
    if not timed and seen.day_part is None:
        low = max(start, seen.start - 30)
        before = _PART_OF.search(text[low : seen.start])
        if before:
            part = before["part"].lower()
            part = {"early hours": "early hours", "small hours": "early hours"}.get(part, part)
            return (
                replace(
                    seen,
                    start=low + before.start("part" if part != "early hours" else 0),
                    day_part=None if part == "eve" else part,
                )
                if part != "eve"
                else seen
            )
    after = _PART_AFTER.match(text, seen.end, end)
    if after and seen.day_part is None and not (timed and after["plain"]):
        part = after["part"] or after["at"] or after["plain"]
        if after["plain"] and "," in after[0]:
            return seen
        if timed:
            return with_part(replace(seen, end=after.end()), part)
        return replace(seen, end=after.end(), day_part=part)
    return seen


def _bare_start(text: str, seen: Seen, start: int) -> Seen:
    """ "Between 9 and 11 a.m.": the first hour stands without its half of the day."""
    low = max(start, seen.start - 24)
    match = _BARE_HOUR.search(text[low : seen.start])
    if (
        match is None
        or seen.time is None
        or seen.time.startswith(ANY_HOUR)
        or not re.search(r"[mM]\b\.?", text[seen.start : seen.end])
    ):
        return seen
    hour, minute = int(match["hour"] or match["dash_hour"]), match["minute"] or match["dash_minute"] or "00"
    half = "pm" if seen.time >= "12:00" else "am"
    first = in_half(f"{hour:02}:{minute}", half)
    if first > seen.time and half == "pm":
        first = in_half(f"{hour:02}:{minute}", "am")
    begin = low + match.start("hour" if match["hour"] else "dash_hour")
    return replace(seen, start=begin, time=first, until=seen.time)


def _folded(text: str, seens: list[Seen], start: int, join: Join) -> list[Seen]:
    kept: list[Seen] = []
    for seen in seens:
        whole = join(text, kept[-1], seen, start) if kept and seen.start - kept[-1].end < 24 else None
        if whole is not None:
            kept[-1] = whole
        else:
            kept.append(seen)
    return kept


def _timed(text: str, left: Seen, right: Seen, start: int) -> Seen | None:
    gap = text[left.end : right.start]
    if isinstance(left.sense, Hour) and left.time and is_day(right) and right.time is None:
        if not _TIME_THEN_DATE.fullmatch(gap) or (
            "," in gap and isinstance(right.sense, Weekday | Shift) and "on" not in gap
        ):
            return None
        clock = with_part(left, right.day_part) if right.day_part else left
        return replace(right, start=left.start, time=clock.time, until=clock.until)
    if isinstance(right.sense, Hour) and right.time and is_day(left) and left.time is None:
        if not _DATE_THEN_TIME.fullmatch(gap):
            return None
        clock = with_part(right, left.day_part) if left.day_part else right
        hedge = re.search(rf"(?P<hedge>{_HEDGES})\s", gap, re.IGNORECASE)
        return replace(
            left, end=right.end, time=clock.time, until=clock.until, hedge=hedge["hedge"] if hedge else left.hedge
        )
    return None


def _ranged(text: str, left: Seen, right: Seen, start: int) -> Seen | None:
    gap = _RANGE.fullmatch(text[left.end : right.start])
    if gap is None:
        return None
    before = text[max(start, left.start - 60) : left.start]
    listed = bool(gap["amp"]) and not _BETWEEN.search(before)
    if isinstance(left.sense, Hour) and isinstance(right.sense, Hour):
        return None if listed else _hours(left, right)
    if (listed and not _follow(left, right)) or left.time or right.time or _MOVED.search(before):
        return None
    if not isinstance(left.sense, Named) or not isinstance(right.sense, Named):
        return None
    if ends := _ends(left.sense, right.sense):
        return replace(left, end=right.end, sense=Named(*ends))
    if _FROM.search(before) and _is_of_any_year(left.sense) and _is_of_any_year(right.sense):
        return replace(left, end=right.end, sense=Settled(None))
    return None


def _is_of_any_year(named: Named) -> bool:
    """The parts of months that a season runs between have no year: "from mid-November to early February"."""
    return named.part is not None and named.first.year is None and (named.last, named.turn) == (None, None)


def _hours(left: Seen, right: Seen) -> Seen | None:
    if left.time is None or right.time is None or left.until or right.until or left.time.startswith(ANY_HOUR):
        return None
    return replace(left, end=right.end, until=right.time.lstrip(ANY_HOUR))


def _ends(left: Named, right: Named) -> tuple[Point, Point] | None:
    """The first and last point of a range, a year that is said once given to both."""
    if any((named.last, named.part, named.turn) != (None, None, None) for named in (left, right)):
        return None
    first, last = left.first, right.first
    if _grain(first) != _grain(last):
        return None
    if first.year is not None and last.year is None and first.month is not None:
        last = last.in_year(first.year)
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - ((first.month or 0) > (last.month or 0)))
    ordered = (first.year or 0, first.month or 0, first.day or 0) < (last.year or 0, last.month or 0, last.day or 0)
    return (first, last) if ordered or first.year is None else None


def _grain(point: Point) -> int:
    return 3 if point.day is not None else 2 if point.month is not None else 1


def _follow(left: Seen, right: Seen) -> bool:
    """Whether two dates are neighbours in the calendar: "in 1912 and 1913"."""
    if not isinstance(left.sense, Named) or not isinstance(right.sense, Named):
        return False
    first, last = left.sense.first, right.sense.first
    if _grain(first) != _grain(last):
        return False
    if _grain(first) == 1:
        return (last.year or 0) == (first.year or 0) + 1
    if _grain(first) == 2 and (first.year is None or first.year == last.year):
        return (last.month or 0) == (first.month or 0) % 12 + 1
    return False


def _hedged(text: str, seen: Seen, start: int) -> Seen:
    left = text[max(start, seen.start - 28) : seen.start]
    match = _HEDGE.search(left)
    if match is None or seen.hedge is not None or match["hedge"].lower() in ("exactly", "precisely"):
        return seen
    hedge = match["hedge"]
    if hedge.lower() in ("some", "over") and isinstance(seen.sense, Named | Hour | Weekday | Unit | Season):
        return seen
    return replace(seen, hedge=hedge)
