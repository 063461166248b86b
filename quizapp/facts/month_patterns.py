"""Months, with a year or alone: "October 1931", "late February", "that March"; apart because some are also names."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizapp.facts.calendar_words import (
    DASH,
    ERA,
    LONG_MONTH,
    MONTH,
    SLICE,
    YEAR,
    S,
    month_of,
    share_of,
)  # fmt: skip
from quizapp.facts.date_senses import Named, Seen, Turn
from quizapp.facts.date_values import Point

OLD_YEAR = (
    rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR})|{S}['’](?P<short>\d\d)(?!\w)|"
    rf",?{S}(?P<early>\d{{1,4}})(?={S}(?:B\.?C|A\.?D|C\.?E))|"
)
OLD_YEAR += rf",?{S}AD{S}(?P<anno>\d{{1,4}}))"
WITH_ERA = rf"(?:{S}(?P<era>{ERA}))?"
_WEEK = (
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing)\s(?:week|day|few\sdays|"
    r"days|half|fortnight)\s(?:of|in)\s"
)
_MONTH_YEAR = re.compile(
    rf"\b(?P<slice>{SLICE}|{_WEEK})?(?P<month>{MONTH})(?:(?P<join>{DASH}|{S}(?:to|and|or|until|"
    rf"through){S})(?P<second>{MONTH}))?"
    rf"(?:{OLD_YEAR}){WITH_ERA}"
)
_MONTH_ALONE = re.compile(
    rf"\b(?:(?P<slice>{SLICE}|{_WEEK})|(?P<turn>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ff]ollowing|[Pp]revious|"
    rf"[Pp]receding){S})?(?P<month>{LONG_MONTH})"
    rf"(?:(?P<join>{DASH}|{S}(?:to|and|or|until|through){S})(?P<second>{LONG_MONTH}))?(?P<tail>,?{S}(?:of{S}|"
    rf"earlier{S})?(?:last|this|next){S}year\b)?"
)
_CONTEXT = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|before|after|between|and|to|through|throughout|every|each|"
    r"early|late|mid|for|as|last|next|this|that|"
    r"following|previous|a dry|a wet|a cold|a warm|a mild|one|through)\s{1,2}$",
    re.IGNORECASE,
)
_SURE_CONTEXT = re.compile(
    r"\b(?:in|since|until|till|during|throughout|early|late|mid|last|next|this|that|"
    r"following|previous)\s{1,2}$",
    re.IGNORECASE,
)
_NAMES_A_THING = re.compile(r"\s{1,2}(?!I\b)[A-Z][a-z]+")
_MONTH_AS_NAME = re.compile(
    r"\b(?!In|By|From|Since|Until|Before|After|During|Of|And|To|Last|This|"
    r"Next)[A-Z][a-z]+ (?P<month>May|March)\b"
)
_AMBIGUOUS = ("April", "May", "March", "June", "August")


def month_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    """Every month without a day; one alone only where it cannot be a name."""
    for match in _MONTH_YEAR.finditer(text, start, end):
        yield from _month_year(match)
    for match in _MONTH_ALONE.finditer(text, start, end):
        yield from _month_alone(text, match, start, end)


def year_of(match: re.Match[str]) -> int | None:
    """The year that the pattern took in, its era counted."""
    written = match["year"] or match["early"] or match["anno"]
    if match["short"]:
        return 1900 + int(match["short"]) if int(match["short"]) > 24 else 2000 + int(match["short"])
    if not written:
        return None
    year = int(written)
    return 1 - year if match["era"] and match["era"].startswith("B") else year


def _month_year(match: re.Match[str]) -> Iterator[Seen]:
    year = year_of(match)
    first = Point(year, month_of(match["month"]))
    if match["second"]:
        second = Point(year, month_of(match["second"]))
        if (second.month or 0) > (first.month or 0):
            if re.search(r"and|or", match["join"]) and (second.month or 0) != (first.month or 0) + 1:
                yield Seen(match.start(), match.end("month"), Named(first, part=share_of(match["slice"])))
                yield Seen(match.start("second"), match.end(), Named(second))
                return
            yield Seen(match.start(), match.end(), Named(first, second, share_of(match["slice"])))
            return
        if re.search(r"and|or", match["join"]) is None and year is not None:
            yield Seen(match.start(), match.end(), Named(Point(year - 1, first.month), second))
        return
    yield Seen(match.start(), match.end(), Named(first, part=share_of(match["slice"])))


def _month_alone(text: str, match: re.Match[str], start: int, end: int) -> Iterator[Seen]:
    left = text[max(start, match.start() - 20) : match.start()]
    marked = bool(match["slice"] or match["turn"] or match["second"] or match["tail"])
    if not marked and not _month_stands(text, match, left, end):
        return
    if _NAMES_A_THING.match(text, match.end(), end) and not marked:
        return
    tail = match["tail"]
    turn = _turn(match["turn"]) or (_turn(tail.split()[-2]) if tail else None)
    first = Point(None, month_of(match["month"]))
    if match["second"]:
        if re.search(r"and|or", match["join"]) and month_of(match["second"]) != (first.month or 0) % 12 + 1:
            yield Seen(match.start(), match.end("month"), Named(first))
            yield Seen(match.start("second"), match.end(), Named(Point(None, month_of(match["second"]))))
            return
        yield Seen(match.start(), match.end(), Named(first, Point(None, month_of(match["second"])), turn=turn))
        return
    if tail:
        yield Seen(match.start(), match.end(), Named(first, part=share_of(match["slice"]), turn=turn, of_year=True))
        return
    cut = (
        match.start("turn")
        if match["turn"] and match["turn"].lower() in ("last", "next", "this", "that")
        else match.start()
    )
    yield Seen(cut, match.end(), Named(first, part=share_of(match["slice"]), turn=turn))


@lru_cache(maxsize=8)
def named_months(text: str) -> frozenset[str]:
    """The months that are also somebody's name in this report: "Theresa May"."""
    return frozenset(match["month"] for match in _MONTH_AS_NAME.finditer(text))


def _turn(word: str | None) -> Turn | None:
    if not word:
        return None
    turns: dict[str, Turn] = {"last": "last", "next": "next", "this": "this", "that": "that", "following": "following",
                              "previous": "previous", "preceding": "previous"}  # fmt: skip
    return turns[word.split()[0].lower()]


def _month_stands(text: str, match: re.Match[str], left: str, end: int) -> bool:
    """Months that are also names or verbs need a word before them that goes with time."""
    name = match["month"]
    if name not in _AMBIGUOUS:
        return re.search(r"[a-z] [A-Z][a-z]+ $|^[A-Z][a-z]+ $", left) is None or _CONTEXT.search(left) is not None
    if name in named_months(text):
        return _SURE_CONTEXT.search(left) is not None
    return _CONTEXT.search(left) is not None
