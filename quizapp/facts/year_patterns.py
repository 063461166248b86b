"""Years, alone and in ranges; apart because a bare number needs a reason to be a year."""

import re
from collections.abc import Iterator

from quizapp.facts.calendar_words import (
    DASH,
    ERA,
    HALF,
    HAS_DIGIT,
    SLICE,
    YEAR,
    S,
    share_of,
)  # fmt: skip
from quizapp.facts.date_senses import Named, Seen, Settled
from quizapp.facts.date_values import Point, years

_ERA_YEAR = re.compile(
    rf"(?<![\w.,$£€-])(?:(?P<before>AD|A\.D\.){S}(?P<anno>\d{{1,4}})(?:{DASH}(?P<anno_last>\d{{1,4}}))?|"
    rf"(?P<year>\d{{1,4}}(?:,\d{{3}})?)"
    rf"(?:{DASH}(?P<last>\d{{1,4}}))?{S}(?P<era>{ERA}))(?!\w)"
)
_YEAR_RANGE = re.compile(
    rf"(?:(?<![\w.,$£€/-])|(?<=\bc\.)|"
    rf"(?<=\bca\.))(?P<first>{YEAR})\s?[-–—/]\s?(?P<last>{YEAR}|\d\d(?![\w%/-]|[.,]\d))"
)
_SLICED_YEAR = re.compile(rf"\b(?P<slice>{SLICE}|{HALF})(?P<year>{YEAR})")
_YEAR = re.compile(rf"(?:(?<![\w.,$£€/#-])|(?<=\bc\.)|(?<=\bca\.))(?P<year>{YEAR})(?!\s?[-–—/]\d)")
_OLD_YEAR = re.compile(r"\b(?P<lead>[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince)\s(?P<year>[3-9]\d\d)(?=[,;)]\s|\.(?:\s|$))")
_BEFORE = re.compile(
    r"(?:(?:\b(?:in|since|by|until|till|from|during|before|after|between|around|circa|c\.|ca\.|year|years|"
    r"through|throughout|early|late|mid|"
    r"summer|fiscal|FY|born|died|established|founded|est\.|b\.|d\.|on|of|about|back to|up to|prior to|dat(?:es|"
    r"ed|ing) to|compared to|compared with|than|least|against|versus|"
    r"for|into|the|its|his|her|their|our|this|that|an?|as|re-?opened|elections?|season|until about|copyright|©)|"
    r"['’]s|year was|year is|christmas|easter)\s{1,2}|\b(?:c|ca)\.|[(\[]\s?|\bmid-)$",
    re.IGNORECASE,
)
_WEAK_BEFORE = re.compile(
    r"(?:\b(?:for|of|on|as|into|an?|than|about|against|after|before|between|around|from|"
    r"in)\s{1,2})$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:\b(?:the|its|his|her|their|our|this|that|an?)|['’]s)\s{1,2}$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:[ \u00a0-]|\s)(?:(?:or|and)\s(?:so|more|fewer)\s)?(?:people|men|women|children|soldiers|troops|workers|"
    r"dead|wounded|miners|sailors|passengers|homes|houses|troops|"
    r"jobs|members|students|pupils|votes?|seats|copies|words|pages|ships|aircraft|vehicles|cars|sheep|cattle|"
    r"horses|head|hectares?|acres?|"
    r"kilomet\w+|met(?:re|er)s?|miles?|feet|foot|yards?|inch\w*|kg|km|kilograms?|kilos|grams?|tons?|tonnes?|"
    r"lit(?:re|er)s?|gallons?|hours?|days?|years?|weeks?|months?|"
    r"minutes?|seconds?|degrees?|per\b|percent|dollars?|pounds?|euros?|francs?|roubles?|rubles?|lire|points?|MW|"
    r"GW|kW|kWh|mm|cm|m|ha|hp|others?|more|families|residents|"
    r"refugees|visitors|spectators|employees|civilians|prisoners|inhabitants|guests|villages|buildings|tickets|"
    r"books|stones|steps|times|species|strong)\b"
)
_OTHER_END = re.compile(r"\s(?:and|to|or)\s(?:about\s)?\d[\d,]*")
_PLURAL = re.compile(
    r"\s(?:(?!(?:the|his|her|its|their|our|these|those|some|many|most|all|both|and|or)\s)[a-z]+\s)?[a-z]{3,}(?<!ss)s\b"
)
_DATED = re.compile(r"\bdat(?:es?|ed|ing) (?:back )?(?:from|to)(?: about| around| circa)? $")
_OPENS = re.compile(r"^[\s\"“‘'(*•–-]*$")
_OPENED_BY = re.compile(r"\s(?:was|is|saw|brought|marked|had|would|will|has|began|opened)\b|\s?[:–—]\s")
_NUMBERED_NAME = re.compile(r"\b[A-Z][\w’'.-]*\s{1,2}$")
_LEADS_OF_NAMES = re.compile(
    r"\b(?:In|Since|By|Until|Till|From|During|Before|After|Between|Around|Circa|"
    r"Throughout|The|Its|His|Her|Their|Of|For|On|As|Late|Early|Mid|Year|Born|Died|AD|"
    r"Spring|Summer|Autumn|Winter|Christmas|Easter|Fiscal|FY|About|An?|This|That|"
    r"Through|Into|Than)\s{1,2}$"
)


def year_dates(text: str, start: int, end: int) -> Iterator[Seen]:
    """Years of a sentence; some overlap, and the caller keeps the longest."""
    if not HAS_DIGIT.search(text, start, end):
        return
    for match in _ERA_YEAR.finditer(text, start, end):
        yield _era_year(match)
    for match in _SLICED_YEAR.finditer(text, start, end):
        part = share_of(match["slice"])
        yield Seen(match.start(), match.end(), Named(Point(int(match["year"])), part=part))
    for match in _OLD_YEAR.finditer(text, start, end):
        yield Seen(match.start("year"), match.end(), Named(Point(int(match["year"]))))
    yield from _years(text, start, end)


def _era_year(match: re.Match[str]) -> Seen:
    if match["anno"]:
        first, last = int(match["anno"]), match["anno_last"]
        value = years(first, int(last)) if last and int(last) > first else Point(first).iso()
        return Seen(match.start(), match.end(), Settled(value))
    year, last = int(match["year"].replace(",", "")), match["last"]
    if match["era"].startswith("B"):
        value = (
            years(1 - year, 1 - int(last))
            if last and int(last) < year
            else Point(1 - (int(last) if last else year)).iso()
        )
    else:
        value = years(year, int(last)) if last and int(last) > year else Point(year).iso()
    return Seen(match.start(), match.end(), Settled(value))


def _years(text: str, start: int, end: int) -> Iterator[Seen]:
    for match in _YEAR_RANGE.finditer(text, start, end):
        first = int(match["first"])
        last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
        if len(match["last"]) == 2 and first % 100 == 99 and last % 100 == 0:
            last += 100
        if 0 < last - first <= 1000 and not _COUNTED.match(text, match.end(), end):
            yield Seen(match.start(), match.end(), Named(Point(first), Point(last)))
    reach = -1
    for match in _YEAR.finditer(text, start, end):
        chained = (
            reach >= 0
            and re.fullmatch(
                r",?\s{1,2}(?:(?:and|or|to|until|till|through|again in|"
                r"and in)\s{1,2})?",
                text[reach : match.start()],
            )
            is not None
        )
        if not (chained or is_year(text, match.start(), match.end(), start, end)):
            continue
        if _COUNTED.match(text, match.end(), end):
            continue
        reach = match.end()
        yield Seen(match.start(), match.end(), Named(Point(int(match["year"]))))


def is_year(text: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether the words around four digits say that they are a year."""
    left = text[max(start, begin - 24) : begin]
    if len(left) == begin - start and _OPENS.match(left):
        return _OPENED_BY.match(text, stop, end) is not None
    if not _BEFORE.search(left):
        return _born_and_died(text, left, stop, end)
    name = _NUMBERED_NAME.search(left)
    if name and not _LEADS_OF_NAMES.search(left):
        return re.search(r"['’]s\s{1,2}$", left) is not None
    if re.search(
        r"\b(?:[Nn]umber|[Nn]o\.|[Pp]ages?|[Cc]hapter|[Rr]oom|[Ff]light|[Rr]oute|[Mm]odel|rose|fell|"
        r"grew|dropped|price) (?:of |to |from |by )?$",
        left,
    ):
        return False
    opens = _OPENS.match(
        text[start : max(start, begin - len(left.split()[-1]) - 1 if left.split() else begin)]
    ) is not None and left.startswith(("In", "By", "Since", "From"))
    if opens:
        return True
    year = int(text[begin:stop])
    if (span := _OTHER_END.match(text, stop, end)) and (
        _COUNTED.match(text, span.end(), end) or _PLURAL.match(text, span.end(), end)
    ):
        return False
    if _DATED.search(left):
        return True
    plural = _PLURAL.match(text, stop, end)
    if plural and year % 10 and plural[0].count(" ") > 1:
        # "The committee of 1832 heard witnesses."
        plural = None
    if plural and (year % 100 == 0 or year < 1600) and (_WEAK_BEFORE.search(left) or _DETERMINED.search(left)):
        return False
    if _DETERMINED.search(left):
        return 1700 <= year <= 2100 and re.compile(r"\s[A-Za-z]").match(text, stop, end) is not None and (year < 2030)
    if re.search(r"\b(?:for|of|on|as|into|than|about|against)\s{1,2}$", left):
        return 1500 <= year < 2060 and not plural
    return True


def _born_and_died(text: str, left: str, stop: int, end: int) -> bool:
    """ "Vienna, 1912)" and "(Lwów, 1939;": a year that closes what stands in brackets."""
    return (
        re.search(r"\([^()]{0,20},\s$", left) is not None and re.compile(r"\s?[);,]").match(text, stop, end) is not None
    )
