"""Numbers, sums, fractions and times that are surely wrong: as round as the key, and never close to it."""

import math
import re
from random import Random

from quizapp.facts import Fact, figure_text, parse_figure
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking
from quizapp.generation.wrongs import Wrong, is_apart, is_near, ranked

FRACTIONS = {
    "one-tenth": 0.1, "a fifth": 0.2, "a quarter": 0.25, "a third": 1 / 3, "two-fifths": 0.4, "half": 0.5,
    "three-fifths": 0.6, "two-thirds": 2 / 3, "three-quarters": 0.75, "four-fifths": 0.8, "nine-tenths": 0.9,
}  # fmt: skip
# The "mn" of "€118mn": an option printed otherwise would give itself away.
LETTERS_BEHIND = re.compile(r"\d([a-z]+)")
CLOSE_FRACTION = 0.09
# Numbers this close, as a share, are no two options.
TELLING, TELLING_DEGREES = 0.1, 0.02
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}

# Below two there is no plural; above twelve numbers are told apart by size.
FEWEST_COUNTED, MOST_COUNTED = 2, 12


def wrong_figures(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    value, unit = fact.value, fact.mention.unit
    if not isinstance(value, int | float) or value <= 0:
        return None
    if unit == "fraction":
        return _fractions(value, asking.answer, rng)
    others, taken = _other_figures(fact, asking, surroundings)
    scale, most = _scale_of(asking.answer), _whole_of(asking.stem)
    drawn: dict[str, float] = {asking.answer.lower(): value}
    below: list[Wrong] = []
    above: list[Wrong] = []
    for candidate in _candidates(value, unit, scale, list(others)):
        text = figure_text(candidate, unit, fact.mention.of, asking.answer)
        if candidate >= most or candidate == value or (candidate in taken and candidate not in others):
            continue
        if text.lower() in drawn or not _is_printed_alike(text, candidate, fact, asking):
            continue
        apart = TELLING_DEGREES if _is_temperature(unit) else TELLING
        if value > 12 * scale and any(abs(candidate - one) < apart * one for one in drawn.values()):
            continue  # too close to the key, or 1,476 and 1,480: two options that are one
        drawn[text.lower()] = candidate
        (below if candidate < value else above).append(Wrong(text, others.get(candidate)))
    ladder = [
        [w for w in side if w.fact is not None][:1] + [w for w in side if w.fact is None] for side in (below, above)
    ]
    return ranked(ladder[0], ladder[1], rng)


def other_counts(fact: Fact, asking: Asking, surroundings: Surroundings) -> list[Wrong]:
    """Other small counts than one from two to twelve; none that the report has of such things or in the sentence."""
    value = fact.value
    if not isinstance(value, int) or fact.mention.unit is not None or not FEWEST_COUNTED <= value <= MOST_COUNTED:
        return []
    _, taken = _other_figures(fact, asking, surroundings)
    near = [one for one in (value - 1, value + 1, value + 2) if one >= FEWEST_COUNTED and one not in taken]
    return [Wrong(figure_text(one, None, fact.mention.of, asking.answer)) for one in near]


def _other_figures(fact: Fact, asking: Asking, surroundings: Surroundings) -> tuple[dict[float, Fact], set[float]]:
    """The report's figures of the same unit that may stand as options, and the values that may not be made up."""
    others: dict[float, Fact] = {}
    taken: set[float] = set()
    unit, value = fact.mention.unit, fact.value
    for other in surroundings.near(fact):
        if not isinstance(other.value, int | float) or not isinstance(value, int | float) or other.value == value:
            continue
        if is_near(other, asking) or (other.mention.of, other.mention.unit) == (fact.mention.of, unit):
            taken.add(other.value)
        if other.mention.unit == unit and is_apart(other, asking, surroundings) and 0.3 <= other.value / value <= 3.5:
            others.setdefault(other.value, other)
    return others, taken


def _is_temperature(unit: str | None) -> bool:
    return unit is not None and unit.startswith("degree")


def _candidates(value: float, unit: str | None, scale: int, real: list[float]) -> list[float]:
    if _is_temperature(unit):
        return [value + step for step in (3, -3, 5, -5, 8, -8, 11, -11)]
    return _numbers_around(value, scale, real)


def _is_printed_alike(text: str, candidate: float, fact: Fact, asking: Asking) -> bool:
    """Whether a number is as round as the key and can be what it counts."""
    rounder = not fact.hedge or _significant(candidate) <= _significant(float(str(fact.value)))
    return (
        _decimals(text) == _decimals(asking.answer)
        and LETTERS_BEHIND.findall(text) == LETTERS_BEHIND.findall(asking.answer)
        and not text.partition(" ")[0].endswith(".0")
        and rounder
        and not (fact.mention.unit == "percent" and candidate > 100)
    )


def _fractions(value: float, answer: str, rng: Random) -> list[Wrong] | None:
    """Other fractions in words, well apart from the key."""
    if answer not in FRACTIONS:
        return None
    apart = [text for text, size in FRACTIONS.items() if abs(size - value) > CLOSE_FRACTION]
    below = [Wrong(text) for text in reversed(apart) if FRACTIONS[text] < value]
    above = [Wrong(text) for text in apart if FRACTIONS[text] > value]
    return ranked(below, above, rng)


def _whole_of(stem: str) -> float:
    """The number that the answer is a part of ("how many of the nine buyers"); endless where there is none."""
    found = re.search(r"how many of the (\w+)", stem, re.IGNORECASE)
    whole = parse_figure(found[1]) if found else None
    return whole[0] if whole is not None and isinstance(whole[0], int | float) else math.inf


def _decimals(text: str) -> int:
    found = re.search(r"\d[.](\d+)", text)
    return len(found[1]) if found else 0


def _scale_of(text: str) -> int:
    """How large the unit is that a number is printed in."""
    words = text.lower().split()
    return next((size for word, size in SCALES.items() if word in words), 1)


def _numbers_around(value: float, scale: int, real: list[float]) -> list[float]:
    """Numbers on both sides of a value, rounded as it is, the likelier first."""
    whole = float(value / scale).is_integer()
    if whole and value / scale <= 12:
        made = [value + step * scale for step in (1, -1, 2, -2, 3, -3, 4, 5)]
    else:
        digits = _significant(value)
        made = [
            _rounded(value * factor, digits, whole and scale == 1)
            for factor in (0.75, 1.3, 0.6, 1.5, 1.75, 0.45, 0.85, 1.2, 2.1, 0.7, 0.8, 0.5, 0.4, 1.4, 1.6, 2.0)
        ]
    return [one for one in [*real, *made] if one > (scale if whole and value <= 12 * scale else 0)]


def _significant(value: float) -> int:
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return max(2, len(digits))


def _rounded(value: float, digits: int, whole: bool) -> float:
    rounded = float(f"{value:.{digits}g}")
    return round(rounded) if whole else rounded


def wrong_durations(fact: Fact, rng: Random) -> list[Wrong] | None:
    found = re.fullmatch(r"P(T?)(\d+)([YMWDHS])", str(fact.value))
    number = re.match(r"[\d,.]+|[A-Za-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?", fact.text)
    if found is None or number is None or int(found[2]) < 2 or number[0].lower() in {"a", "an", "half"}:
        return None
    printed = parse_figure(number[0])
    value = int(found[2])
    if printed is not None and isinstance(printed[0], int):
        value = printed[0]  # "two decades" are twenty years, and steps are decades
    if value < 2:
        return None

    def text(amount: int) -> str:
        return figure_text(amount, None, None, number[0]) + fact.text[number.end() :]

    steps = [1, 2, 3, 4] if value <= 12 else [_as_round(value * share, value) for share in (0.3, 0.5, 0.75, 1.0)]
    below = [Wrong(text(value - step)) for step in steps if value - step >= 2]
    above = [Wrong(text(value + step)) for step in steps]
    return ranked(below, above, rng)


def _as_round(step: float, value: int) -> int:
    """A step that leaves a number as round as it was: 90 days beside 60 and 120, not beside 63."""
    unit = next(unit for unit in (100, 50, 10, 5, 1) if value % unit == 0 and (value >= 6 * unit or unit == 1))
    return max(unit, round(step / unit) * unit)
