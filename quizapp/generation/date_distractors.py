"""Dates that are surely wrong: the report's own first, then steps on the scale of its story, all of one precision."""

import re
from datetime import date, timedelta
from random import Random

from quizapp.facts import Fact, date_text
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking, date_precision
from quizapp.generation.wrongs import Wrong, is_apart, is_near, ranked
from quizapp.reports import Report

CLOCK = re.compile(r"(?P<hour>\d{1,2})(?P<minute>[:.]\d{2})?(?P<half> ?[ap]\.?m\.?)?", re.IGNORECASE)
MOST_HOURS = 12


def wrong_dates(
    fact: Fact, asking: Asking, surroundings: Surroundings, report: Report, rng: Random
) -> list[Wrong] | None:
    value = str(fact.value)
    precision = date_precision(value)
    if precision is None:
        return None
    others = {
        str(other.value): other for other in surroundings.near(fact)
        if isinstance(other.value, str) and date_precision(other.value) == precision
        and other.value != value and is_apart(other, asking, surroundings)
    }  # fmt: skip
    limit = report.published.isoformat()[: len(value)] if report.published and precision != "decade" else None
    reference = report.published.year if report.published else 2030
    made = [_step(value, precision, step, reference) for step in (-4, -3, -2, -1, 1, 2, 3, 4)]
    near = [one for one in others if _is_close(one, value, precision, reference)]
    ladder = sorted({one for one in [*near, *made] if one is not None and (limit is None or one <= limit)})
    taken = {one.value for one in surroundings.near(fact) if is_near(one, asking)}
    ladder = [one for one in ladder if one not in taken]
    below = _prefer([one for one in reversed(ladder) if one < value], others, rng)
    above = _prefer([one for one in ladder if one > value], others, rng)
    return ranked(
        [Wrong(date_text(one), others.get(one)) for one in below],
        [Wrong(date_text(one), others.get(one)) for one in above],
        rng,
    )


def other_times(fact: Fact, surroundings: Surroundings) -> list[Wrong]:
    """Times of day two and three hours beside one, of the same half of the day, written as it is."""
    found = CLOCK.fullmatch(fact.text)
    if found is None:
        return []
    taken = {str(one.value).partition("T")[2][:5] for one in surroundings.by_kind["date"]}
    hour, minute = int(found["hour"]), (found["minute"] or ":00")[1:]
    half = found["half"] is not None or hour <= MOST_HOURS
    last, later = (MOST_HOURS - 1 if half else 23), 12 if (found["half"] or "").strip().lower().startswith("p") else 0
    others = [one for one in (hour - 3, hour - 2, hour + 2, hour + 3) if (1 if half else 13) <= one <= last]
    return [
        Wrong(f"{one}{found['minute'] or ''}{found['half'] or ''}")
        for one in others
        if f"{one + later:02d}:{minute}" not in taken and hour != MOST_HOURS
    ]


def _prefer(ladder: list[str], others: dict[str, Fact], rng: Random) -> list[str]:
    """The report's own values before those made up, the nearer before the farther, some chance between."""
    return sorted(ladder, key=lambda one: (one not in others, ladder.index(one) + rng.random() * 1.5))


def _scale(year: int, reference: int) -> int:
    """How many years apart the dates of a story about that year stand."""
    age = max(0, reference - year)
    return 1 if age <= 12 else 2 if age <= 40 else 3 if age <= 120 else 7 if age <= 400 else 20


def _step(value: str, precision: str, step: int, reference: int) -> str | None:
    try:
        if precision == "day":
            return (date.fromisoformat(value) + timedelta(days=step * (1 if abs(step) < 3 else 2))).isoformat()
        if precision == "month":
            year, month = (int(part) for part in value.split("-"))
            month += step * 2 - 1
            return f"{year + month // 12:04d}-{month % 12 + 1:02d}"
        if precision == "year":
            return f"{int(value) + step * _scale(int(value), reference):04d}"
        start = int(value[:4]) + 10 * step
        return f"{start:04d}/{start + 9:04d}"
    except (ValueError, OverflowError):
        return None


def _is_close(other: str, value: str, precision: str, reference: int) -> bool:
    if precision == "day":
        return abs((date.fromisoformat(other) - date.fromisoformat(value)).days) <= 400
    apart = abs(int(other[:4]) - int(value[:4]))
    return apart <= (
        6 * _scale(int(value[:4]), reference) if precision == "year" else 2 if precision == "month" else 40
    )
