"""Rule 28: how far distractors may lie from the key before nobody picks them; flags only, responses settle it later."""

from itertools import pairwise

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.values import Meaning

TIMES = 10.0
MINUTES_IN_YEAR = 372 * 1440
# Dates of a day or finer belong to a story of days and weeks, months to one of years, years to one of generations.
SPANS = {
    "day": MINUTES_IN_YEAR,
    "time": MINUTES_IN_YEAR / 12,
    "month": 10 * MINUTES_IN_YEAR,
    "year": 100 * MINUTES_IN_YEAR,
}


def distractors_are_near(case: Case) -> Findings:
    """28, for a person: numbers within ten times the key, dates on the story's own scale; no set of powers of ten."""
    if not case.offers or case.key_index is None:
        return
    key = case.meanings[case.key_index]
    for option, found in zip(case.question.options, case.meanings, strict=True):
        if not option.correct and _far(key, found) and case.fact_of_text(option.text) is None:
            yield Finding(
                f"options.{option.id}", f"See whether anyone would pick “{option.text}”: it lies far from the key."
            )
    lows = sorted(found.low for found in case.meanings)
    if (
        key.kind == "figure"
        and len(lows) > 2
        and lows[0] > 0
        and all(high == TIMES * low for low, high in pairwise(lows))
    ):
        yield Finding("options", "See whether other numbers serve better: these are powers of ten apart.")


def _far(key: Meaning, other: Meaning) -> bool:
    if key.kind != other.kind:
        return False
    if key.kind == "date":
        return abs(key.low - other.low) > SPANS.get(key.unit or "", 100 * MINUTES_IN_YEAR)
    if key.is_words or key.low <= 0 or other.low <= 0:
        return False
    return not 1 / TIMES <= other.low / key.low <= TIMES
