"""Seasons, decades and centuries: "the spring of 1912", "the early 1960s"; apart because they are never one point."""

import re
from collections.abc import Iterator

from quizapp.facts.calendar_words import (
    DASH,
    ERA,
    HALF,
    ORDINAL_WORD,
    SEASON,
    SEASONS,
    SLICE,
    SPOKEN_DECADES,
    YEAR,
    S,
    century_year,
    season_of,
    share_of,
    slice_of,
)  # fmt: skip
from quizapp.facts.date_senses import Season, Seen, Settled, Turn
from quizapp.facts.date_values import century, decade, years

_SHARE = rf"(?P<slice>{SLICE}|{HALF})?"
_CENTURY_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{ORDINAL_WORD})\b)"
_CENTURY = re.compile(
    rf"\b{_SHARE}(?P<first>{_CENTURY_NUMBER})(?:(?P<join>\s?[-–]\s?|{S}(?:and|to|or){S}(?:the{S})?|"
    rf"{S}centur(?:y|ies){S}(?:and|to){S}(?:the{S})?)"
    rf"(?P<last>{_CENTURY_NUMBER}))?[ -]{{1,2}}\n?[Cc]entur(?:y|ies)\b(?:{S}(?P<era>{ERA}))?",
    re.IGNORECASE,
)
_TENTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TENTH = re.compile(rf"\b(?P<which>{'|'.join(_TENTHS)}|last|final|opening|closing) decade of the $", re.IGNORECASE)
_DECADE = re.compile(
    rf"(?<![\w.,$£€])(?P<slice>{SLICE})?(?P<first>(?:1\d|20)\d0)['’]?s(?!\w)"
    rf"(?:(?:(?P<joint>{DASH}|{S}(?:to|through|until){S}(?:the{S})?)|{S}(?:and|"
    rf"or){S}(?:the{S})?)(?P<tail>{SLICE})?(?P<last>(?:1\d|20)?\d0)['’]?s(?!\w))?"
)
_SHORT_DECADE = re.compile(rf"\b(?P<slice>{SLICE})?(?P<lead>the{S})?['’](?P<tens>[2-9]0)s\b")
_SPOKEN_DECADE = re.compile(
    rf"\b(?:[Tt]he{S}|(?P<slice>{SLICE}))(?P<century>nineteen[ -]|eighteen[ -])?(?P<word>[Tt]wenties|"
    rf"[Tt]hirties|[Ff]orties|[Ff]ifties|[Ss]ixties|[Ss]eventies|"
    r"[Ee]ighties|[Nn]ineties)\b"
)
_ONES_OWN = re.compile(r"\b(?:his|her|their|my|your|our)\s{1,2}(?:the\s)?$")
_SEASON_YEAR = re.compile(
    rf"\b(?P<slice>{SLICE})?(?P<season>{SEASON})(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR}|[3-9]\d\d(?=[-–/]\d\d\b|[,;.)]))(?:[-–/](?P<end>\d\d)(?!\w|"
    rf"\.\d))?|(?P<pointer>that|the same){S}year\b))"
)
_SEASON_ALONE = re.compile(
    rf"\b(?P<lead>(?P<turn>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ff]ollowing|[Pp]revious){S}|(?:[Ii]n|[Bb]y|[Uu]ntil|"
    rf"[Ss]ince|[Dd]uring|[Oo]ver(?=\sthe)|[Tt]hroughout){S}(?:the{S})?)"
    rf"(?P<slice>{SLICE})?(?P<season>spring|summer|autumn|winter)\b(?!{S}(?:sports?|games?|olympics?|camp|"
    rf"school|season|term|house|time|holidays?|water|palace)\b|[-'’])"
)
_FALL = re.compile(
    rf"\b(?P<turn>[Ll]ast|[Nn]ext|[Tt]his){S}(?P<season>fall)\b"
    r"(?=[.,;)]|\s?$|\s(?:and|but|or|to|for|with|at|on|the|an?|by|as|before|after|when|while|because|that|he|she|it|they)\b)"
)
"""Americans' autumn; a fall "in prices" or "of snow" is none."""
_TURNS: dict[str, Turn] = {
    "last": "last", "next": "next", "this": "this", "that": "that", "following": "following", "previous": "previous",
}  # fmt: skip
_OPENS = re.compile(r"^[\s\"“‘'(*•–-]*$")


def period_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    """Seasons, decades and centuries of a sentence; some overlap, and the caller keeps the longest."""
    piece = text[start:end].lower()
    if "centur" in piece:
        yield from _centuries(text, start, end)
    if "0s" in piece or "0's" in piece or "0’s" in piece or "ties" in piece:
        yield from _decades(text, start, end)
    if any(name in piece for name in SEASONS):
        yield from _seasons(text, start, end)


def _centuries(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _CENTURY.finditer(text, start, end):
        first, last = century_year(match["first"]), century_year(match["last"]) if match["last"] else None
        if first is None:
            continue
        if (tenth := _TENTH.search(text[max(start, match.start() - 40) : match.start()])) and last is None:
            yield _tenth_of(match, first, tenth, max(start, match.start() - 40))
            continue
        before_christ = bool(match["era"] and match["era"].upper().startswith("B"))
        part = share_of(match["slice"])
        value = century(first, part, before_christ)
        if last is not None and last > first and not before_christ:
            value = f"{value.split('/')[0]}/{century(last).split('/')[1]}"
        yield Seen(match.start(), match.end(), Settled(value))


def _tenth_of(match: re.Match[str], number: int, tenth: re.Match[str], offset: int) -> Seen:
    """ "The first decade of the 20th century" is 1901 to 1910."""
    word = tenth["which"].lower()
    place = 9 if word in ("last", "final", "closing") else 0 if word == "opening" else _TENTHS.index(word)
    first = number * 100 - 99 + place * 10
    return Seen(offset + tenth.start(), match.end(), Settled(years(first, first + 9)))


def _decades(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _DECADE.finditer(text, start, end):
        first = int(match["first"])
        value = decade(first, slice_of(match["slice"]))
        if match["last"]:
            last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
            tail = decade(last, slice_of(match["tail"]))
            if last > first and ((last == first + 10 and not match["slice"] and not match["tail"]) or match["joint"]):
                value = f"{value.split('/')[0]}/{tail.split('/')[1]}"
            else:
                yield Seen(match.start(), match.end("first") + 1 + (text[match.end("first")] in "'’"), Settled(value))
                yield Seen(match.start("tail" if match["tail"] else "last"), match.end(), Settled(tail))
                continue
        yield Seen(match.start(), match.end(), Settled(value))
    for match in _SHORT_DECADE.finditer(text, start, end):
        if match["lead"] or match["slice"]:
            begin = match.end("lead") if match["lead"] and not match["slice"] else match.start()
            yield Seen(begin, match.end(), Settled(decade(1900 + int(match["tens"]), slice_of(match["slice"]))))
    for match in _SPOKEN_DECADE.finditer(text, start, end):
        if match["slice"] and _ONES_OWN.search(text[max(start, match.start() - 16) : match.start()]):
            # "In his late forties" is an age.
            continue
        base = 1800 if match["century"] and match["century"].startswith("eight") else 1900
        begin = (
            match.start("slice")
            if match["slice"]
            else (match.start("century") if match["century"] else match.start("word"))
        )
        yield Seen(
            begin, match.end(), Settled(decade(base + SPOKEN_DECADES[match["word"].lower()], slice_of(match["slice"])))
        )


def _seasons(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _SEASON_YEAR.finditer(text, start, end):
        name = season_of(match["season"])
        if (
            match["season"][0].isupper()
            and not _OPENS.match(text[start : match.start()])
            and re.search(r"[A-Z]\w*\s$", text[max(start, match.start() - 15) : match.start()])
        ):
            # The Prague Spring is a name.
            continue
        if match["pointer"]:
            yield Seen(match.start(), match.end(), Season(name, None, slice_of(match["slice"]), "that"))
            continue
        yield Seen(match.start(), match.end(), Season(name, int(match["year"]), slice_of(match["slice"])))
    for match in _SEASON_ALONE.finditer(text, start, end):
        name, word = season_of(match["season"]), match["turn"]
        turn: Turn | None = None
        if word:
            turn = _TURNS[word.lower()]
        begin = match.start("turn") if word else (match.start("slice") if match["slice"] else match.start("season"))
        if word or match["slice"] or re.search(r"the\s", match["lead"]):
            yield Seen(begin, match.end(), Season(name, None, slice_of(match["slice"]), turn))
    for match in _FALL.finditer(text, start, end):
        yield Seen(match.start(), match.end(), Season("autumn", None, None, _TURNS[match["turn"].lower()]))
