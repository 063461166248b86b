"""Wrong options that are wrong for a known reason: the report's own values first, then neighbours in kind and in scale.

Where an option stands among the others is drawn before the distractors are, so that no place gives the key away.
"""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from quizapp.facts import Fact, Place, date_text, figure_text, parse_figure
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.soundness import is_surely_a_person
from quizapp.generation.surroundings import Surroundings, meaning
from quizapp.generation.targets import Asking, date_precision, is_demonym, place_noun
from quizapp.language import Entry, gazetteer
from quizapp.reports import Evidence, Report

OPTION_COUNT = 4
FRACTIONS = {
    "one-tenth": 0.1, "a fifth": 0.2, "a quarter": 0.25, "a third": 1 / 3, "two-fifths": 0.4, "half": 0.5,
    "three-fifths": 0.6, "two-thirds": 2 / 3, "three-quarters": 0.75, "four-fifths": 0.8, "nine-tenths": 0.9,
}  # fmt: skip
CLOSE_FRACTION = 0.09
THRONES = {"king", "queen", "emperor", "empress", "pope", "tsar", "sultan", "shah", "kaiser"}
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
# Fewer people than this, and hardly anyone has heard of it.
LEAST_PEOPLE = {"country": 3_000_000, "city": 100_000}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A distractor, and the place in the report that shows what it really is, where there is one."""

    text: str
    fact: Fact | None = None

    def why(self, report: Report) -> tuple[str, tuple[Evidence, ...]]:
        """Its feedback, and the evidence for it."""
        if self.fact is None:
            return f"The report does not say {self.text} here.", ()
        evidence = report.evidence(*self.fact.sentence)
        if self.fact.kind == "date":
            return f"{capitalised_text(self.text)} is the time of something else: “{evidence.quote}”", (evidence,)
        return f"{capitalised_text(self.text)} stands in the report for something else: “{evidence.quote}”", (evidence,)


def capitalised_text(text: str) -> str:
    return text[0].upper() + text[1:]


def draw_distractors(asking: Asking, surroundings: Surroundings, report: Report, rng: Random) -> list[Wrong] | None:
    """Two or three distractors; those of dates and numbers make the key's rank as drawn. None: too few."""
    fact = asking.fact
    match fact.kind:
        case "date":
            return _dates(fact, asking, surroundings, report, rng)
        case "figure":
            return _figures(fact, asking, surroundings, rng)
        case "duration":
            return _durations(fact, rng)
        case "place":
            return _places(fact, asking, surroundings, rng)
        case "person":
            return _names(fact, asking, surroundings, rng)
        case _:
            return None


def _near(fact: Fact, asking: Asking) -> bool:
    """Whether a fact stands in the question's own sentence, or is spelled out in its stem."""
    sentence = asking.sentence
    return sentence.start <= fact.start < sentence.end or fact.text.lower() in asking.stem.lower()


def _is_apart(other: Fact, asking: Asking, surroundings: Surroundings) -> bool:
    return not _near(other, asking) and not _is_supported(other, asking, surroundings)


def _is_supported(other: Fact, asking: Asking, surroundings: Surroundings) -> bool:
    """Whether a sentence that gives the other value also speaks of what is asked, so that it might be true as well."""
    kept = {token.i for token in fact_tokens(asking.sentence, asking.fact)}
    asked = meaning([token for token in asking.context if token.i not in kept])
    for fact in surroundings.same_value(other):
        shared = asked & surroundings.content_words(fact.sentence[0])
        if len(shared) >= 3 or len(shared) * 2 > len(asked):
            return True
    return False


def _ranked(below: list[Wrong], above: list[Wrong], rng: Random) -> list[Wrong] | None:
    """Distractors around the key at a rank drawn first; None unless every rank could have been drawn."""
    wanted = OPTION_COUNT - 1
    if len(below) < wanted or len(above) < wanted:
        return None
    rank = rng.randrange(OPTION_COUNT)
    return below[:rank] + above[: wanted - rank]


def _dates(fact: Fact, asking: Asking, surroundings: Surroundings, report: Report, rng: Random) -> list[Wrong] | None:
    value = str(fact.value)
    precision = date_precision(value)
    if precision is None:
        return None
    others = {
        str(other.value): other for other in surroundings.near(fact)
        if isinstance(other.value, str) and date_precision(other.value) == precision
        and other.value != value and _is_apart(other, asking, surroundings)
    }  # fmt: skip
    limit = report.published.isoformat()[: len(value)] if report.published and precision != "decade" else None
    reference = report.published.year if report.published else 2030
    made = [_step(value, precision, step, reference) for step in (-4, -3, -2, -1, 1, 2, 3, 4)]
    near = [one for one in others if _is_close(one, value, precision, reference)]
    ladder = sorted({one for one in [*near, *made] if one is not None and (limit is None or one <= limit)})
    taken = {one.value for one in surroundings.near(fact) if _near(one, asking)}
    ladder = [one for one in ladder if one not in taken]
    below = _prefer([one for one in reversed(ladder) if one < value], others, rng)
    above = _prefer([one for one in ladder if one > value], others, rng)
    return _ranked(
        [Wrong(date_text(one), others.get(one)) for one in below],
        [Wrong(date_text(one), others.get(one)) for one in above],
        rng,
    )


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


def _figures(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    value, unit = fact.value, fact.mention.unit
    if not isinstance(value, int | float) or value <= 0:
        return None
    if unit == "fraction":
        return _fractions(value, asking.answer, rng)
    others: dict[float, Fact] = {}
    taken: set[float] = set()
    for other in surroundings.near(fact):
        if not isinstance(other.value, int | float) or other.value == value:
            continue
        if _near(other, asking) or (other.mention.of, other.mention.unit) == (fact.mention.of, unit):
            taken.add(other.value)
        if other.mention.unit == unit and _is_apart(other, asking, surroundings) and 0.3 <= other.value / value <= 3.5:
            others.setdefault(other.value, other)
    printed = {asking.answer.lower()}
    drawn: list[float] = []
    most = _whole_of(asking.stem)
    below: list[Wrong] = []
    above: list[Wrong] = []
    for candidate in _numbers_around(value, _scale_of(asking.answer), list(others)):
        apart = abs(candidate - value) / value
        if candidate >= most:
            continue
        near = apart < 0.12 and value > 12 * _scale_of(asking.answer)
        if (candidate in taken and candidate not in others) or near or candidate == value:
            continue
        text = figure_text(candidate, unit, fact.mention.of, asking.answer)
        if (
            _decimals(text) != _decimals(asking.answer)
            or text.partition(" ")[0].endswith(".0")
            or (fact.hedge and _significant(candidate) > _significant(value))
            or text.lower() in printed
            or (unit == "percent" and candidate > 100)
        ):
            continue
        if value > 12 and any(abs(candidate - one) < 0.08 * one for one in drawn):
            continue  # 1,476 and 1,480: two options that are one
        drawn.append(candidate)
        printed.add(text.lower())
        (below if candidate < value else above).append(Wrong(text, others.get(candidate)))
    ladder = [
        [w for w in side if w.fact is not None][:1] + [w for w in side if w.fact is None] for side in (below, above)
    ]
    return _ranked(ladder[0], ladder[1], rng)


def _fractions(value: float, answer: str, rng: Random) -> list[Wrong] | None:
    """Other fractions in words, well apart from the key."""
    if answer not in FRACTIONS:
        return None
    apart = [text for text, size in FRACTIONS.items() if abs(size - value) > CLOSE_FRACTION]
    below = [Wrong(text) for text in reversed(apart) if FRACTIONS[text] < value]
    above = [Wrong(text) for text in apart if FRACTIONS[text] > value]
    return _ranked(below, above, rng)


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


def _durations(fact: Fact, rng: Random) -> list[Wrong] | None:
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

    steps = [1, 2, 3, 4] if value <= 12 else [round(value * share) for share in (0.3, 0.5, 0.75, 1.0)]
    below = [Wrong(text(value - step)) for step in steps if value - step >= 2]
    above = [Wrong(text(value + step)) for step in steps]
    return _ranked(below, above, rng)


def _places(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    place = fact.value
    if not isinstance(place, Place):
        return None
    found: dict[str, Wrong] = {}
    noun = place_noun(fact.text, place)
    for other in surroundings.near(fact):
        value = other.value
        if not isinstance(value, Place) or value.place_class != place.place_class:
            continue
        if place.place_class == "region" and value.country != place.country:
            continue  # nobody takes Europe for Antarctica
        if value.name == place.name or not _is_apart(other, asking, surroundings) or is_demonym(other):
            continue
        if place_noun(other.text, value) == noun and not _mentioned_together(other, fact, surroundings):
            found.setdefault(value.name, Wrong(value.name if other.text.isupper() else other.text, other))
    for entry in _neighbours(place, surroundings) if len(found) < OPTION_COUNT - 1 else ():
        if entry.name.lower() not in asking.stem.lower():
            found.setdefault(entry.name, Wrong(entry.name))
    return _chosen(list(found.values()), asking.answer, rng)


def _neighbours(place: Place, surroundings: Surroundings) -> list[Entry]:
    """Places of the same kind near by that a learner may have heard of."""
    if place.latitude is None or place.place_class not in LEAST_PEOPLE:
        return []
    named = surroundings.place_names
    near = [
        entry
        for entry in gazetteer().near(place, place.place_class, 40)
        if entry.population >= LEAST_PEOPLE[place.place_class] and entry.name not in named
        and (place.place_class == "country" or entry.country == place.country)
        and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", entry.name)
    ]  # fmt: skip
    return sorted(near, key=lambda entry: -entry.population)[:6]


def _mentioned_together(one: Fact, other: Fact, surroundings: Surroundings) -> bool:
    """Whether any sentence names both; what is said of one may then hold for the other too."""
    return bool(
        {fact.sentence for fact in surroundings.same_value(one)}
        & {fact.sentence for fact in surroundings.same_value(other)}
    )


def _names(fact: Fact, asking: Asking, surroundings: Surroundings, rng: Random) -> list[Wrong] | None:
    found: dict[str, Wrong] = {}
    for other in surroundings.near(fact):
        name = str(other.value or "")
        if not name or other.value == fact.value or not is_surely_a_person(other, surroundings):
            continue
        if not _is_apart(other, asking, surroundings) or _reigns(other) != _reigns(fact):
            continue
        if _shares_word(name, str(fact.value)) or name.lower() in asking.stem.lower():
            continue
        found.setdefault(name, Wrong(name, other))
    found = {name: wrong for name, wrong in found.items() if (" " in name) == (" " in asking.answer)}
    return _chosen(list(found.values()), asking.answer, rng)


def _reigns(person: Fact) -> bool:
    """Whether a name shows on its face that it is a monarch's or a pope's."""
    title = (person.mention.title or "").lower()
    return bool(re.search(r" [IVX]+$", str(person.value))) or title in THRONES


def _shares_word(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def _chosen(candidates: list[Wrong], key: str, rng: Random) -> list[Wrong] | None:
    """Up to three of the candidates; how long the key is among them is drawn too."""
    unique = {wrong.text.lower(): wrong for wrong in candidates if wrong.text.lower() != key.lower()}
    pool = [wrong for wrong in unique.values() if not _contains(wrong.text, key)]
    if len(pool) < 2:
        return None
    wanted = min(OPTION_COUNT - 1, len(pool))
    rng.shuffle(pool)
    pool.sort(key=lambda wrong: wrong.fact is None)
    longer = [wrong for wrong in pool if len(wrong.text) > len(key)]
    shorter = [wrong for wrong in pool if len(wrong.text) <= len(key)]
    count = min(rng.randrange(wanted + 1), len(longer))
    if 0.8 * len(key) > max((len(w.text) for w in pool), default=0):
        return None
    picked = (longer[: max(count, 1 if not _has_long(shorter, key) else count)] + shorter)[:wanted]
    return picked if len(picked) >= 2 else None


def _has_long(wrongs: list[Wrong], key: str) -> bool:
    return any(len(wrong.text) * 1.2 >= len(key) for wrong in wrongs)


def _contains(one: str, other: str) -> bool:
    a, b = one.lower(), other.lower()
    return a in b or b in a
