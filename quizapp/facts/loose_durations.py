"""Durations without a number: "half an hour", "a decade", "decade-long", "for years"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.calendar_words import S
from quizapp.facts.duration_values import iso_duration, unit_of

_SINGULAR = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|year|decade|century)"
NOT_AFTER = (
    rf"(?!(?:{S}|-)old\b|{S}of{S}(?:arc|latitude|longitude)\b|{S}of{S}age\b|[-’']?{S}?(?:-)?(?:half|hand)\b|(?<!hours)(?<!minutes){S}(?:a|per){S}(?:week|month|year)\b|"
    rf"-old|{S}War\b|['’]{S}War\b|{S}olds?\b|-(?!long\b)\w|\w)"
)
_OR_TWO = re.compile(rf"{S}or{S}two\b(?!{S}(?:later|earlier|ago|before|after)\b)")
AND_A_HALF = re.compile(rf"{S}and{S}an?{S}(?P<part>half|quarter)\b")
_ARTICLE = re.compile(
    rf"\b(?P<article>an?)(?:{S}(?:full|whole|further|good|mere|single|solid))?(?:-|"
    rf"{S}){_SINGULAR}{NOT_AFTER}(?!-long)(?!['’-]?s?{S}(?:later|earlier|ago|(?:before|after)(?=\s?[.,;:)—–]|$))\b)",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(rf"{S}(?:before|after){S}(?!(?:that|this|it)\b)")
_HALF = re.compile(
    rf"\b(?:(?P<half>half)(?:{S}an?{S}|-an?-|-)|(?P<article>an?){S}half-|an?{S}half{S}|"
    rf"(?P<quarter>an?{S}quarter|three{S}quarters){S}of{S}an?{S}){_SINGULAR}s?{NOT_AFTER}",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?P<unit>hour|day|week|fortnight|month|year|decade|century|centuries|decades|years|months|weeks|"
    r"days|hours)-?long\b",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b(?P<adverb>the{S}past|the{S}last|past){S}(?P<unit>decade|century|fortnight)\b(?!['’])")
_VAGUE = re.compile(
    rf"\b(?P<lead>for|after|in|took|takes|take|taking|lasted|last|lasts|lasting|spent|spend|spending|over|"
    rf"within|following|despite|through)(?:{S}(?:up{S}to|nearly|almost|about|only|just|the{S}(?:past|last|next)))?{S}"
    rf"(?P<what>(?:(?:many|several|some|a{S}few|few|long|a{S}couple{S}of|countless|"
    rf"endless){S}){{0,2}}(?:seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)"
    rf"|some{S}time)\b(?!{S}(?:ago|later|earlier|before|to{S}come|in{S}(?:the|january|february|march|april|june|"
    rf"july|august)|past|old|between|and{S}(?:years|months|days|weeks|hours|decades))\b|['’-])",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"\b(?P<what>(?:several|a{S}few|many|a{S}couple{S}of|some){S}(?:more{S}|long{S})?(?:seconds|minutes|hours|"
    rf"days|nights|weeks|months|years|decades|centuries))\b"
    rf"(?!{S}(?:ago|later|earlier|before|after|old|from)\b|['’]?-)",
    re.IGNORECASE,
)
SURE_LASTING = re.compile(
    r"(?:\b(?:for|lasted|lasting|lasts?|took|takes?|taking|within|spent|spend|spending|than|least|nearly|almost|"
    r"only|just|barely|over|under|around|about|most|in|another)"
    r"\s{1,2}|\bcost(?:ing|s)?\s(?:(?:him|her|them|us|it|(?:the|his|her|its|their)\s[a-z]+)\s)?)$",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"(?:\b(?:once|twice|times|thrice|per|every|each|such|what|quite|many|what)\s{1,2}|"
    r"\d\s{1,2})$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s\s(?!(?:end|start|time|top)\b)")
_BEFORE_A_GAP = re.compile(r"(?:,|\b(?:just|only|barely|about|over))\s$|^$")
_AN_EVENT = re.compile(rf"{S}(?:when|that|in{S}which|like|since|off|out|ticket|trip|job)\b")
_LONG_UNITS = ("decade", "century", "fortnight", "millennium")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duration at ``start:end``: one length, a compound of several, or a range of two; none where it is vague."""

    start: int
    end: int
    value: str | tuple[str, str] | None


def halves(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _HALF.finditer(text, start, end):
        unit = unit_of(match["unit"])
        share = 0.5
        if match["quarter"]:
            share = 0.75 if match["quarter"].lower().startswith("three") else 0.25
        yield Stretch(
            match.start(),
            match.end(),
            iso_duration(
                [(share * 10, "year")]
                if unit == "decade"
                else [(share * 100, "year")]
                if unit == "century"
                else [(share, unit)]
            ),
        )


def articled(text: str, start: int, end: int) -> Iterator[Stretch]:
    """ "A decade" always, "a day" where the words around it measure; "decade-long"."""
    for match in _ARTICLE.finditer(text, start, end):
        if (stretch := _articled(text, match, start, end)) is not None:
            yield stretch
    for match in _LONG.finditer(text, start, end):
        if text[max(start, match.start() - 1) : match.start()] in ("-", "–"):
            continue
        plural = match["unit"].lower().endswith("s")
        yield Stretch(match.start(), match.end(), None if plural else iso_duration([(1, unit_of(match["unit"]))]))
    for match in _BARE.finditer(text, start, end):
        yield Stretch(match.start("unit"), match.end(), iso_duration([(1, unit_of(match["unit"]))]))


def _articled(text: str, match: re.Match[str], start: int, end: int) -> Stretch | None:
    unit, left, stop = unit_of(match["unit"]), text[max(start, match.start() - 30) : match.start()], match.end()
    if half := AND_A_HALF.match(text, stop, end):
        return Stretch(match.start(), half.end(), iso_duration([(1.5 if half["part"] == "half" else 1.25, unit)]))
    if "-" in match[0] or match[0].endswith("long"):
        return Stretch(match.end("article") + 1, stop, iso_duration([(1, unit)]))
    if _RATE_BEFORE.search(left):
        return None
    if two := _OR_TWO.match(text, stop, end):
        low, high = iso_duration([(1, unit)]), iso_duration([(2, unit)])
        return Stretch(match.start(), two.end(), (low, high)) if low and high else None
    owns = _OWNS.match(text, stop, end) is not None
    measures = (
        (unit in _LONG_UNITS and not re.search(r"[a-z]s\s$", left))
        or SURE_LASTING.search(left)
        or (owns and unit != "day")
        or (_BEFORE_EVENT.match(text, stop, end) and _BEFORE_A_GAP.search(left))
    )
    if not measures or (_AN_EVENT.match(text, stop, end) and unit not in _LONG_UNITS):
        return None
    return Stretch(match.start(), stop, iso_duration([(1, unit)]))


def vague(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _VAGUE.finditer(text, start, end):
        what = match["what"].lower()
        if (match["lead"].lower() in ("in", "over", "through", "following", "despite") and " " not in what) or (
            what.startswith("some time") and match["lead"].lower() in ("in", "over")
        ):
            continue
        yield Stretch(match.start("what"), match.end("what"), None)
    for match in _SEVERAL.finditer(text, start, end):
        yield Stretch(match.start("what"), match.end("what"), None)
