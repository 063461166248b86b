"""Numbers as people type them into a box: separators, scales, currency signs, units, and words up to a billion."""

import math
import re

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
# Names of one unit, so that an answer in miles is not right where kilometres are asked for.
UNITS = {
    name: names.split()[0]
    for names in (
        "kilometre kilometres kilometer kilometers km kms",
        "metre metres meter meters",
        "mile miles mi",
        "foot feet ft",
        "yard yards yd",
        "centimetre centimetres centimeter centimeters cm",
        "millimetre millimetres millimeter millimeters mm",
        "inch inches",
        "kilogram kilograms kilogramme kilogrammes kg",
        "gram grams gramme grammes",
        "tonne tonnes",
        "ton tons",
        "pound pounds lb lbs £ gbp",
        "second seconds sec secs",
        "minute minutes min mins",
        "hour hours hr hrs",
        "day days",
        "week weeks",
        "month months",
        "year years yr yrs",
        "litre litres liter liters",
        "gallon gallons",
        "hectare hectares ha",
        "acre acres",
        "percent % per-cent pc",
        "celsius",
        "fahrenheit",
        "dollar dollars usd $",
        "euro euros eur €",
        "yen jpy ¥",
        "rupee rupees inr ₹",
    )
    for name in names.split()
}
HEDGES = r"(?:(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|circa|ca\.?|~)\s*)?"
DIGITS = re.compile(
    rf"{HEDGES}(?P<sign>[-−–+]?)\s*(?P<before>[A-Za-z]{{0,3}}[$£€¥₹₩₽]|(?:usd|eur|gbp)\b)?\s*"
    r"(?P<number>\d{1,3}(?:[,  '  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*-?(?P<after>.*)",
    re.IGNORECASE | re.DOTALL,
)
ASKED_SCALE = re.compile(
    r"\b(?:how many|in|what number of)\s+(?:hundred|thousand|million|billion|trillion)s?\b", re.IGNORECASE
)


def read_number(answer: str, stem: str = "") -> float | None:
    """The number that someone typed, or None where it is not one, or is given in another unit than the stem's.

    "4,000", "4000", "4 thousand", "6.4 million", "$5m", "40 km", "22 per cent" and "four thousand" are numbers.
    Where the stem asks "how many million", both "6.4" and "6.4 million" are 6.4.
    """
    text = re.sub(r"per\s+cent\b", "percent", " ".join(answer.split()), flags=re.IGNORECASE)
    found = DIGITS.fullmatch(text)
    if found is None:
        number, rest = _spelled_out(text)
    else:
        number, rest = float(re.sub(r"[,  '  ]", "", found["number"])), found["after"].casefold()
        if found["sign"] in ("-", "−", "–") and found["sign"]:
            number = -number
    if number is None or re.search(r"\d", rest):
        return None
    words = re.findall(r"%|[$£€¥₹₩₽]|[a-z²³]+", rest) + (
        [found["before"][-1].casefold()] if found and found["before"] else []
    )
    while words and words[0] in SCALES and not (words[0] == "m" and re.search(r"\bmet(?:re|er)s?\b", stem)):
        scale = SCALES[words.pop(0)]
        number = number if _asks_in(scale, stem) else number * scale
    return number if _unit_fits(words, stem) and math.isfinite(number) else None


def _asks_in(scale: float, stem: str) -> bool:
    asked = ASKED_SCALE.search(stem)
    return asked is not None and SCALES[asked[0].split()[-1].casefold().rstrip("s")] == scale


def _unit_fits(words: list[str], stem: str) -> bool:
    given = {UNITS[word] for word in words if word in UNITS}
    asked = _units_in(stem)
    return not given or not asked or bool(given & asked)


def names_another_unit(answer: str, right: str) -> bool:
    """Whether both name a unit and not the same: "$350,000" for "£350,000"."""
    given, asked = _units_in(answer), _units_in(right)
    return bool(given and asked and not given & asked)


def _units_in(text: str) -> set[str]:
    return {UNITS[word] for word in re.findall(r"%|[$£€¥₹]|[a-z]+", text.casefold()) if word in UNITS}


def _spelled_out(text: str) -> tuple[float | None, str]:
    """A number in words at the beginning of a text, and what follows it."""
    words = (
        re.sub(rf"^{HEDGES}(?:an?\s+(?=hundred|thousand|million|billion|dozen))?", "", text.casefold())
        .replace("-", " ")
        .split()
    )
    if text.casefold().split()[:1] == ["a"] and words and words[0] in SCALES:
        words.insert(0, "one")
    total = current = 0.0
    taken = 0
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred" and taken:
            current *= 100
        elif word in SCALES and len(word) > 2 and taken:
            total, current = total + current * SCALES[word], 0.0
        elif not (word == "and" and taken):
            break
        taken += 1
    return (total + current if taken else None), " ".join(words[taken:])
