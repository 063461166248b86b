"""Dates counted from other dates: so many days later, last Friday, that week; apart because it is arithmetic."""

import re
from datetime import date, timedelta

from quizapp.facts.calendar_words import MONTH
from quizapp.facts.date_senses import Seen, Shift, Unit, Weekday
from quizapp.facts.date_surroundings import NEAR, Surroundings
from quizapp.facts.date_values import Point, century, decade, interval, month_after, point_of, sliced, week

_APPOSED = re.compile(rf"(?:\d(?:st|nd|rd|th)?|{MONTH})(?:,| [(–—-]) ?an? $")


def weekday_date(weekday: Weekday, seen: Seen, around: Surroundings) -> date | None:
    latest = around.latest("day")
    if weekday.turn in ("that", "following", "previous"):
        base = latest.point.to_date() if latest and around.may_count_from(latest, weekday.turn == "that") else None
        if base is None or (weekday.turn == "that" and base.weekday() == weekday.number):
            return base
        if weekday.turn == "previous":
            return _moved(base, -((base.weekday() - weekday.number - 1) % 7 + 1))
        return _moved(base, (weekday.number - base.weekday() - 1) % 7 + 1)
    published = around.published
    if latest and _apposed(around, seen):
        return latest.point.to_date()
    if published is None or (around.is_quoted(seen.start) and weekday.turn is None):
        return None
    if weekday.turn is None and _tells_of_another_time(published, seen, around):
        return None
    back, ahead = (published.weekday() - weekday.number) % 7, (weekday.number - published.weekday()) % 7
    if weekday.turn == "last":
        return _moved(published, -(back or 7))
    if weekday.turn == "next":
        return _moved(published, ahead or 7)
    if around.is_ahead(seen) and not _was_told(published, weekday, around):
        return _moved(published, ahead)
    return _moved(published, -back)


def _apposed(around: Surroundings, seen: Seen) -> bool:
    """ "19 October 2013, a Saturday": the weekday repeats the date."""
    return _APPOSED.search(around.text[max(around.start, seen.start - 18) : seen.start]) is not None


def _tells_of_another_time(published: date, seen: Seen, around: Surroundings) -> bool:
    """Whether the story stands at a day long past; plans and a new paragraph are of the report's own time."""
    near = around.narrative()
    told = near.point.to_date() if near else None
    if near is None or told is None or around.is_future(seen) or around.foretells or not around.same_paragraph(near):
        return False
    return seen.start - near.place < NEAR and abs((told - published).days) > 45


def _was_told(published: date, weekday: Weekday, around: Surroundings) -> bool:
    """ "She was due on Tuesday", behind a tale of last Tuesday: the same day."""
    if around.foretells or re.search(r"\b(?:will|shall|would)\b", around.text[around.start : around.end]):
        return False
    days = (anchor.point.to_date() for anchor in around.anchors if not anchor.foretold and not anchor.dateline)
    return any(day and 0 < (published - day).days <= 7 and day.weekday() == weekday.number for day in days)


def shifted(shift: Shift, seen: Seen, around: Surroundings) -> str | None:
    if shift.from_publication:
        if around.published is None or around.is_quoted(seen.start):
            return None
        base, time = point_of(around.published), None
    else:
        latest = around.latest(shift.unit)
        if latest is None or (shift.unit != "year" and not around.may_count_from(latest)):
            return None
        base, time = latest.point, latest.time
    match shift.unit:
        case "year":
            return (
                Point(base.year + shift.count).iso()
                if base.year is not None and 0 < base.year + shift.count < 10000
                else None
            )
        case "month":
            if base.year is None or base.month is None:
                return None
            return month_after(base.year, base.month, shift.count).iso()
        case "week" | "day":
            day = base.to_date()
            moved = _moved(day, shift.count * (7 if shift.unit == "week" else 1)) if day else None
            return point_of(moved).iso() if moved else None
        case _:
            return _clock_shifted(base, time, shift)


def _clock_shifted(base: Point, time: str | None, shift: Shift) -> str | None:
    """Hours and minutes after a time that the text has just given."""
    day = base.to_date()
    if day is None or time is None or shift.from_publication or shift.unit == "second":
        return None
    minutes = int(time[:2]) * 60 + int(time[3:5]) + shift.count * (60 if shift.unit == "hour" else 1)
    moved = _moved(day, minutes // 1440)
    return f"{moved.isoformat()}T{minutes % 1440 // 60:02}:{minutes % 60:02}" if moved else None


def unit_value(unit: Unit, seen: Seen, around: Surroundings) -> str | None:
    if _compares(unit, seen, around):
        return None
    if unit.turn in ("last", "this", "next") or (
        around.published is not None and unit.part == "end" and (around.foretells or around.is_future(seen))
    ):
        base = point_of(around.published) if around.published else None
    else:
        latest = around.latest(unit.unit)
        near = latest is not None and (unit.unit != "day" or around.may_count_from(latest, unit.turn == "that"))
        base = latest.point if latest and near else None
        if base is None and around.published is not None and unit.unit in ("month", "year", "week"):
            base = point_of(around.published)
    if base is None or base.year is None:
        return None
    if unit.unit == "decade" and unit.turn == "that" and unit.part is not None:
        return decade(base.year // 10 * 10, unit.part)
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(unit.turn, 0)
    if unit.part is not None and unit.unit in ("year", "month"):
        whole = (
            Point(base.year + step)
            if unit.unit == "year"
            else month_after(base.year, base.month, step)
            if base.month
            else None
        )
        return sliced(whole, unit.part) if whole else None
    return _stepped(base, unit.unit, step)


def _compares(unit: Unit, seen: Seen, around: Surroundings) -> bool:
    """ "Compared with the previous year": which year that is takes more than the last date to tell."""
    if unit.turn != "previous" or not re.search(
        r"\b(?:compared (?:to|with)|than(?: in)?|over|from|on|against|"
        r"versus) (?:the )?$",
        around.text[max(around.start, seen.start - 20) : seen.start],
    ):
        return False
    return len({anchor.point.year for anchor in around.anchors[-2:]}) > 1


def _stepped(base: Point, unit: str, step: int) -> str | None:
    if base.year is None:
        return None
    year = base.year
    day = base.to_date()
    match unit:
        case "year":
            return Point(year + step).iso()
        case "month":
            return month_after(year, base.month, step).iso() if base.month else None
        case "decade":
            return decade((year // 10 + step) * 10)
        case "century":
            return century((year - 1) // 100 + 1 + step)
    if day is None:
        return None
    if unit == "day":
        moved = _moved(day, step)
        return point_of(moved).iso() if moved else None
    moved = _moved(day, 7 * step)
    if moved is None:
        return None
    if unit == "week":
        return week(moved)
    saturday = _moved(moved, 5 - moved.weekday())
    sunday = _moved(saturday, 1) if saturday else None
    return interval(point_of(saturday), point_of(sunday)) if saturday and sunday else None


def _moved(day: date, count: int) -> date | None:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None
