"""Lengths of time and their ISO 8601 form; apart because finding them is another matter."""

from collections.abc import Sequence

Length = tuple[float, str]
"""An amount and a unit of ``UNITS``."""

UNITS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour",
    "day": "day", "night": "day", "week": "week", "fortnight": "fortnight", "month": "month",
    "year": "year", "yr": "year",
    "quarter": "quarter", "decade": "decade", "century": "century", "centuries": "century", "millennium": "millennium",
}  # fmt: skip
"""The unit that a singular word means; a night counts as a day."""

_IN_SMALLER = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
}


def unit_of(word: str) -> str:
    """ "Hours" -> "hour"."""
    lowered = word.lower()
    return UNITS.get(lowered) or UNITS[lowered.removesuffix("s")]


def iso_duration(lengths: Sequence[Length]) -> str | None:
    """ "P3DT6H" for three days and six hours; None where a fraction cannot be said in whole units."""
    totals: dict[str, float] = {}
    for amount, unit in lengths:
        factor, name = _IN_SMALLER.get(unit, (1, unit))
        scaled = amount * factor
        for part, size in _whole(scaled, name):
            totals[part] = totals.get(part, 0) + size
    if "week" in totals and len(totals) > 1:
        totals["day"] = totals.get("day", 0) + 7 * totals.pop("week")
    if any(value != int(value) for unit, value in totals.items() if unit != "second"):
        return None
    dates = "".join(
        f"{int(totals[unit])}{letter}"
        for unit, letter in (("year", "Y"), ("month", "M"), ("week", "W"), ("day", "D"))
        if totals.get(unit)
    )
    times = "".join(
        f"{totals[unit]:g}{letter}"
        for unit, letter in (("hour", "H"), ("minute", "M"), ("second", "S"))
        if totals.get(unit)
    )
    return f"P{dates}{'T' + times if times else ''}" if dates or times else None


def _whole(amount: float, unit: str) -> list[tuple[str, float]]:
    """A fraction of a unit in the next smaller one: two and a half years are two years and six months."""
    smaller = {
        "year": ("month", 12),
        "week": ("day", 7),
        "day": ("hour", 24),
        "hour": ("minute", 60),
        "minute": ("second", 60),
    }
    if unit == "month" and amount % 1 == 0.5:
        # Half a month is a fortnight and a day, as people count.
        return [("month", int(amount)), ("day", 15)] if amount > 1 else [("day", 15)]
    if amount == int(amount) or unit not in smaller:
        return [(unit, amount)]
    name, factor = smaller[unit]
    rest = round((amount - int(amount)) * factor, 6)
    return [(unit, int(amount)), (name, rest)] if amount >= 1 else [(name, rest)]
