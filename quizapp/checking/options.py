"""Rules on options as values and as a list: 7 to 12 and 14, and 40 on their feedback."""

import re

from quizapp.checking.case import Case
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.words import LEADING_HEDGE, LEADING_PREPOSITION, QUOTED, WEEKDAYS, contains_words, stems, tokens
from quizapp.facts.fact import Fact, Place
from quizapp.facts.titles import TITLES
from quizapp.questions import normalise

LONGER = 1.2
# Two letters more are no cue: "Russia" beside "Iraq".
LONGER_CHARACTERS = 3
BARE_VERDICT = re.compile(
    r"(?:that(?:'s| is)\s+)?(?:not\s+)?(?:wrong|right|correct|incorrect|true|false|yes|no|sorry|well done|good|"
    r"the key|the answer)[.!\s]*",
    re.IGNORECASE,
)
UNIT_NAMES: dict[str, str] = {
    "percent": r"per\s?cent|percentage|%|share|proportion",
    "year": r"years?|old|age|aged",
    "USD": r"dollars?|\$|USD", "EUR": r"euros?|€|EUR", "GBP": r"pounds?|£|GBP|sterling", "JPY": r"yen|¥|JPY",
    "fraction": r"fraction|share|proportion|part|per\s?cent|percentage|%",
}  # fmt: skip


def options_differ(case: Case) -> Findings:
    """7"""
    seen: dict[tuple[str, str | None], str] = {}
    values: dict[tuple[str, float, float, str | None], str] = {}
    for at, option in enumerate(case.question.options):
        name = (normalise(option.text), option.side)
        if name in seen:
            yield Finding(
                f"options.{option.id}", f"Make “{option.text}” another option: it is the same as {seen[name]}."
            )
        elif at < len(case.meanings) and not case.meanings[at].is_words:
            found = case.meanings[at]
            value = (found.kind, found.low, found.high, found.unit)
            if value in values:
                yield Finding(
                    f"options.{option.id}", f"Make “{option.text}” another value: it is the same as {values[value]}."
                )
            values.setdefault(value, option.id)
        seen.setdefault(name, option.id)


def options_do_not_overlap(case: Case) -> Findings:
    """8: no range, date, name or place within another."""
    if not case.offers:
        return
    options = case.question.options
    for later in range(len(options)):
        for earlier in range(later):
            one, other = options[earlier], options[later]
            first, second = case.meanings[earlier], case.meanings[later]
            if first.is_words and second.is_words:
                clash = _within(one.text, other.text) or _place_within(case, one.text, other.text)
            else:
                clash = first.overlaps(second) and (first.low, first.high) != (second.low, second.high)
            if clash:
                yield Finding(f"options.{other.id}", f"Replace “{other.text}” or “{one.text}”: one holds the other.")


def _within(one: str, other: str) -> bool:
    first, second = stems(one), stems(other)
    return first != second and (contains_words(first, second) or contains_words(second, first))


def _place_within(case: Case, one: str, other: str) -> bool:
    """A city and its country."""
    first, second = case.fact_of_text(one), case.fact_of_text(other)
    if not first or not second or not isinstance(first.value, Place) or not isinstance(second.value, Place):
        return False
    country, part = (first.value, second.value) if first.value.place_class == "country" else (second.value, first.value)
    return (
        country.place_class == "country" != part.place_class
        and country.country is not None
        and country.country == part.country
    )


def options_are_of_one_type(case: Case) -> Findings:
    """9: all dates, all figures of one unit, all people …; a number that is typed has its unit in the stem."""
    yield from _unit_in_stem(case)
    if not case.offers:
        return
    kinds = {found.kind for found in case.meanings}
    if len(kinds) > 1:
        yield Finding("options", f"Make all options of one type: these are {' and '.join(sorted(kinds))}.")
    elif kinds <= {"figure", "duration"}:
        units = {found.unit or "" for found in case.meanings}
        if len(units) > 1:
            yield Finding("options", "Give all options in one unit.")
        elif len({stems(found.of)[-1:] for found in case.meanings if found.of}) > 1:
            yield Finding("options", "Make all options count the same things.")
    named = [case.fact_of_text(option.text) for option in case.question.options]
    sorts = {_sort(fact) for fact in named if fact is not None}
    if kinds == {"words"} and len(sorts) > 1 and all(named):
        yield Finding("options", f"Make all options of one type: these are {' and '.join(sorted(sorts))}.")


def _sort(fact: Fact) -> str:
    return {"person": "people", "organisation": "organisations", "place": "places"}.get(fact.kind, fact.kind)


def _unit_in_stem(case: Case) -> Findings:
    question = case.question
    if question.interaction != "numeric":
        return
    for fact in case.key_facts[:1]:
        unit = fact.mention.unit if fact.kind == "figure" else None
        if unit is None:
            continue
        pattern = UNIT_NAMES.get(unit, re.escape(unit.split()[0]))
        abbreviated = not re.search(pattern, question.stem, re.IGNORECASE) and not _abbreviation(unit, question.stem)
        if abbreviated:
            yield Finding("stem", f"Name the unit of the answer in the stem: {unit}.")


def _abbreviation(unit: str, text: str) -> bool:
    names = {
        "kilometre": "kilometers?|km",
        "metre": "meters?|m",
        "kilogram": "kilogrammes?|kg",
        "tonne": "tonnes?|tons?",
        "degree": "degrees?|°",
    }
    names |= {"foot": "feet|foot", "inch": "inches"}
    return any(re.search(rf"\b(?:{names[part]})\b", text, re.IGNORECASE) for part in unit.split() if part in names)


def options_have_one_precision(case: Case) -> Findings:
    """10: dates of one granularity, durations in the same parts, numbers rounded alike."""
    if not case.offers or len({found.kind for found in case.meanings}) > 1:
        return
    kind = case.meanings[0].kind
    if kind == "date" and len({found.unit for found in case.meanings}) > 1:
        yield Finding("options", "Give all dates with the same precision: all days, or all months, or all years.")
    if kind != "figure":
        return
    if len({found.low != found.high for found in case.meanings}) > 1:
        yield Finding("options", "Give single numbers or ranges, not both.")
    elif len({_decimals(option.text) for option in case.question.options}) > 1:
        yield Finding("options", "Give all numbers with the same number of decimals.")
    elif _rounded_apart([_significant(found.low) for found in case.meanings]):
        yield Finding("options", "Round all numbers alike.")


def _decimals(text: str) -> int:
    found = re.search(r"\d\.(\d+)", text)
    return len(found[1]) if found else 0


def _significant(number: float) -> int:
    digits = f"{abs(number):.6f}".rstrip("0").rstrip(".")
    return len(digits.replace(".", "").strip("0")) or 1


def _rounded_apart(significant: list[int]) -> bool:
    """Three digits apart is no chance (4,000 among 3,812); two apart is none where one stands against all others."""
    spread = max(significant) - min(significant)
    return spread >= 3 or (
        spread == 2 and len(significant) > 2 and len(set(significant)) == 2 and 1 in map(significant.count, significant)
    )


def options_have_one_form(case: Case) -> Findings:
    """11: hedge, preposition, title, weekday, quotation marks, full stop, digits, first capital: on all or on none."""
    if not case.offers:
        return
    texts = [option.text for option in case.question.options]
    for what, marks in _marks(texts).items():
        if len(set(marks)) > 1:
            yield Finding("options", f"Give all options one form: {what} on all or on none.")
    years = [bool(re.search(r"\b\d{4}\b", text)) for text in texts]
    if case.meanings[0].kind == "date" and len(set(years)) > 1 and case.meanings[0].unit != "year":
        yield Finding("options", "Give all options one form: the year on all or on none.")


def _marks(texts: list[str]) -> dict[str, list[object]]:
    bare = [LEADING_HEDGE.sub("", text) for text in texts]
    first = [(tokens(text) or ("",))[0] for text in bare]
    return {
        "a hedge": [bool(LEADING_HEDGE.match(text)) for text in texts],
        "a preposition": [
            preposition[0].strip().lower() if (preposition := LEADING_PREPOSITION.match(text)) else "" for text in texts
        ],
        "a title": [
            word.casefold() in TITLES and len(tokens(text)) > 1 for word, text in zip(first, bare, strict=True)
        ],
        "a weekday": [word.casefold() in WEEKDAYS for word in first],
        "quotation marks": [bool(QUOTED.search(text)) for text in texts],
        "a full stop": [
            text.rstrip().endswith((".", "!")) and not re.search(r"\b\w\.\w?\.?$|\b[ap]\.m\.$", text) for text in texts
        ],
        "the same order of day and month": [_day_first(text) for text in texts],
        "digits": [bool(re.match(r"\d", word)) for word in first] if _mixed_numerals(first) else [True],
        "a capital": [
            bool(re.match(r"(?:the |an? )?[^\W\d_]", text) and re.sub(r"^(?:the|an?) ", "", text)[:1].isupper())
            for text in texts
        ],
        "an infinitive": [text.startswith("to ") for text in texts],
        "an -ing form": [bool(re.match(r"[a-z]{3,}ing\b", text)) for text in bare],
    }


def _day_first(text: str) -> object:
    found = re.match(r"(?:\w+day,? )?(?:(?P<first>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+)|[A-Z][a-z]+ \d{1,2}\b)", text)
    return None if found is None else bool(found["first"])


def _mixed_numerals(first: list[str]) -> bool:
    """Whether numbers stand in words that digits would serve: "four" beside "7", but not "nine" beside "12"."""
    spelled = [word for word in first if word and not word[0].isdigit()]
    return bool(spelled) and any(re.fullmatch(r"\d", word) for word in first)


def key_is_not_the_longest(case: Case) -> Findings:
    """12: the key is less than 20% longer than the next longest option, in characters; two characters are no cue."""
    key = case.question.key
    if not case.offers or key is None or not case.distractors:
        return
    longest = max(len(option.text) for option in case.distractors)
    if len(key.text) >= LONGER * longest and len(key.text) - longest >= LONGER_CHARACTERS:
        yield Finding(
            f"options.{key.id}.text", "Shorten the key or lengthen another option: the key stands out by its length."
        )


def values_stand_in_order(case: Case) -> Findings:
    """14: numbers, dates and durations ascend."""
    if not case.offers or case.question.interaction == "map" or len({found.kind for found in case.meanings}) > 1:
        return
    lows = [(found.low, found.high) for found in case.meanings]
    if not case.meanings[0].is_words and lows != sorted(lows):
        yield Finding("options", "List the options in ascending order.")


def options_have_feedback(case: Case) -> Findings:
    """40: each option says what it is, in words of its own."""
    question = case.question
    if question.interaction not in ("choice", "true_false", "map"):
        return
    seen: dict[str, str] = {}
    for option in question.options:
        why = normalise(option.why)
        if not why:
            yield Finding(
                f"options.{option.id}.why", f"Say why “{option.text}” is {'right' if option.correct else 'wrong'}."
            )
        elif BARE_VERDICT.fullmatch(option.why.strip()):
            yield Finding(
                f"options.{option.id}.why", f"Say what “{option.text}” really is, not only whether it is right."
            )
        elif why in seen:
            yield Finding(
                f"options.{option.id}.why",
                f"Give “{option.text}” feedback of its own: option {seen[why]} has the same.",
            )
        seen.setdefault(why, option.id)
