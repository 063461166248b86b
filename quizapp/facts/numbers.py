"""Numerals, in digits or in words, and their values; apart because dates, durations and figures all count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.fact import Number

ONES = {word: value for value, word in enumerate("one two three four five six seven eight nine".split(), start=1)}
TEENS = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
LETTERS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
"""Letters that stand for a magnitude in money and before a noun ("£3m", "40k users"); "300m" may also be metres."""

GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
LONGEST_DIGITS = 24
"""A longer run of digits is a code, and Python refuses to read a very long one."""

_SMALL = ONES | TEENS | TENS | {"zero": 0}
_MAGNITUDE = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_START = re.compile(
    rf"(?<![\w.,])(?:(?P<digits>{_DIGITS})(?P<glyph>[½¼¾⅓⅔⅛⅜⅝⅞])?|(?P<alone>[½¼¾⅓⅔⅛⅜⅝⅞])|(?P<point>\.\d+))"
    rf"|\b(?:(?P<half>half[ -]an?[ -]|half-)(?={_MAGNITUDE})|(?P<article>an?[ -])(?=(?:{_MAGNITUDE})\b)"
    rf"|(?P<word>{_WORD})(?![\w’'])|(?P<dozen>dozen|hundred|thousand|million)(?![\w’']))",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?P<join> and |-and-|[ \u00a0\u2009\u202f-])(?P<word>{_WORD}|{_MAGNITUDE})(?![\w’'])", re.IGNORECASE
)
_AFTER_DIGITS = re.compile(
    r"[ \u00a0\u2009\u202f-]?(?P<word>hundred|thousand|million|billion|trillion|lakh|crore|dozen|mn|bn|tn)(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?: and |-and-)an?[ -](?P<part>half|quarter|third)(?!\w)|(?: and |-and-)three[ -](?P<three>quarters)\b",
    re.IGNORECASE,
)
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "quarters": 0.75}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at ``start:end``: its ``value`` is ``mantissa`` times ``magnitude`` ("6.4 million").

    ``end_of_mantissa`` is where the magnitude word begins to matter; ``digits`` tells "27" from "twenty-seven".
    """

    start: int
    end: int
    value: Number
    mantissa: Number
    magnitude: int
    digits: bool


def numerals(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numerals of ``text[start:end]`` from left to right; ordinals and codes are not told apart here."""
    limit = len(text) if end is None else end
    place = start
    while (match := _START.search(text, place, limit)) is not None:
        numeral = _read(text, match, limit)
        if numeral is None:
            place = match.end()
        else:
            place = max(numeral.end, match.end())
            yield numeral


def numeral_at(text: str, start: int, end: int | None = None) -> Numeral | None:
    """The numeral that begins exactly at ``start``."""
    limit = len(text) if end is None else end
    match = _START.match(text, start, limit)
    return None if match is None else _read(text, match, limit)


def parse_number(text: str) -> Number | None:
    """The value of a text that is one numeral and nothing else."""
    stripped = text.strip()
    numeral = numeral_at(stripped, 0)
    return numeral.value if numeral is not None and numeral.end == len(stripped) else None


def tidy(value: float) -> Number:
    """A whole number where it is one; else rid of the dust that binary multiplication leaves."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def _read(text: str, match: re.Match[str], limit: int) -> Numeral | None:
    if match["word"] or match["article"] or match["half"] or match["dozen"]:
        return _read_words(text, match, limit)
    raw = match["digits"] or match["point"] or ""
    if len(raw) > LONGEST_DIGITS:
        return None
    mantissa = float(re.sub(r"[, \u00a0\u2009\u202f]", "", raw) or 0)
    mantissa += GLYPHS.get(match["glyph"] or match["alone"] or "", 0)
    end = match.end()
    if part := _HALF.match(text, end, limit):
        mantissa, end = mantissa + _PARTS[(part["part"] or part["three"]).lower()], part.end()
    magnitude = 1
    while magnitude < 10**12 and (after := _AFTER_DIGITS.match(text, end, limit)):
        word = after["word"].lower()
        magnitude, end = magnitude * (12 if word == "dozen" else MAGNITUDES[word]), after.end()
    return Numeral(match.start(), end, tidy(mantissa * magnitude), tidy(mantissa), magnitude, True)


def _read_words(text: str, match: re.Match[str], limit: int) -> Numeral:
    """Reads on while the next word makes the number bigger in the way English builds numbers."""
    total: float = 0
    group: float
    if match["half"] or match["article"] or match["dozen"]:
        group, last = (0.5 if match["half"] else 1), "ones"
        end = match.start() if match["dozen"] else match.end() - 1
        step = re.compile(rf"[ -]?(?P<join>)(?P<word>{_MAGNITUDE})(?!\w)", re.IGNORECASE).match(text, end, limit)
    else:
        word = match["word"].lower()
        group, last, end = _SMALL[word], _place(word), match.end()
        step = _NEXT.match(text, end, limit)
    ceiling, mantissa, magnitude = 10**15, group, 1
    while True:
        if last in ("ones", "tens", "teens") and (part := _HALF.match(text, end, limit)):
            group, end, last = group + _PARTS[(part["part"] or part["three"]).lower()], part.end(), "part"
            mantissa, step = group, _NEXT.match(text, end, limit)
        if step is None or not _extends(step["word"].lower(), last, "and" in step["join"], group, ceiling):
            break
        word, end = step["word"].lower(), step.end()
        if word == "dozen":
            group, last = group * 12, "dozen"
        elif word == "hundred":
            group, last, magnitude = group * 100, "hundred", 100
        elif word in MAGNITUDES:
            ceiling = magnitude = MAGNITUDES[word]
            total, group, last = total + group * ceiling, 0, "magnitude"
        else:
            group, last, magnitude = group + _SMALL[word], _place(word), 1
            mantissa = total + group
        step = _NEXT.match(text, end, limit)
    value = tidy(total + group)
    return Numeral(match.start(), end, value, tidy(mantissa) if magnitude > 1 else value, magnitude, False)


def _place(word: str) -> str:
    return "ones" if word in ONES else "tens" if word in TENS else "teens"


def _extends(word: str, last: str, joined: bool, group: float, ceiling: int) -> bool:
    if word in ONES:
        return (last == "tens" and not joined) or last in ("hundred", "magnitude")
    if word in _SMALL:
        return word != "zero" and last in ("hundred", "magnitude")
    if joined:
        return False
    if word == "hundred":
        return last in ("ones", "teens", "tens", "part") and group < 100
    if word == "dozen":
        return last in ("ones", "teens", "tens", "part")
    return group > 0 and MAGNITUDES[word] < ceiling and last != "dozen"


def in_words(value: int) -> str:
    """A whole number from 0 to 999,999 as words: "one hundred and four"."""
    names = {number: word for word, number in _SMALL.items()}
    if value in names:
        return names[value]
    if value < 100:
        return f"{names[value - value % 10]}-{names[value % 10]}"
    unit, name = (100, "hundred") if value < 1_000 else (1_000, "thousand")
    head, rest = f"{in_words(value // unit)} {name}", value % unit
    if not rest:
        return head
    return f"{head} {'and ' if rest < 100 else ''}{in_words(rest)}"
