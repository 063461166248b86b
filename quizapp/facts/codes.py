"""Numerals that count nothing (names, codes, dates, durations); apart because finding figures is passing these by."""

import re

from quizapp.facts.numbers import ONES, TEENS, TENS, Numeral

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
TIME_NOUN = (
    r"(?:milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    r"|years?|yrs?"
    r"|decades?|centur(?:y|ies)|millenni(?:um|a)|quarters|sols?)"
)
_TIME_ADJECTIVE = (
    r"(?:full|whole|more|further|consecutive|straight|calendar|working|business|school|long|additional|successive"
    r"|extra|solid"
    r"|short|entire|other|earth|trading|lunar|martian|separate|and a half|or more|or so|of the|of those|the)"
)
_SMALL = "|".join([*ONES, *TEENS, *TENS])
_DURATION = re.compile(
    rf"(?:[ \u00a0-]{_TIME_ADJECTIVE}){{0,3}}[ \u00a0-]?{TIME_NOUN}(?![\w])(?!-hours?\b)", re.IGNORECASE
)
_SERIES = re.compile(
    rf"(?:(?:, (?:or |and )?|-? or |-? and |-? to )(?:\d{{1,3}}|{_SMALL})(?!\w)){{1,4}}(?=[ -]{TIME_NOUN}(?!\w))",
    re.IGNORECASE,
)
_AGE = re.compile(r"[ -](?:years?|months?|weeks?|days?)(?:[ -]olds?\b| of age\b)", re.IGNORECASE)
_RIGHT = re.compile(
    r"\s?(?:th|st|nd|rd)\b|(?:s|’s|'s|D|G|x|X)\b|-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b"
    r"|:\d|\.\d+\.\d|[/]\d|\s?(?:a\.?m\.?|p\.?m\.?)(?!\w)|\s(?:o[’']clock|GMT|UTC|BST|EST|EDT|PST|CET|hours\b"
    r"|local time|BC|AD|BCE|CE)(?!\w)"
    r"|-(?:time|way|on-one|hand|sided|off|man’s)\b|\sin the (?:morning|afternoon|evening)\b"
)
_DATE_RIGHT = re.compile(
    rf"(?:\s?(?:,|and|to|or|–|-|&)\s?\d{{1,2}}(?:st|nd|rd|th)?)*\s+(?:of\s+)?{MONTH}(?! \d{{1,3}}[, ]\d{{3}})"
)
_DATE_LEFT = re.compile(
    rf"\b{MONTH}\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|and|to|or|through|until|–|-|&|, and)\s?)*$"
)
_TIME_LEFT = re.compile(
    r"(?:\bhalf past|\bquarter (?:past|to)|\d[:.]\d\d\s?(?:to|–|-)|\d:|\d/|[#§№+])\s?$", re.IGNORECASE
)
_CLOCK_LEFT = re.compile(r"\b(?:at|until|till|by|from|around|about)\s$", re.IGNORECASE)
_CODE_NOUN = re.compile(
    r"\b(?:no|nos|number|numbers|numbered|version|page|pages|pp?|chapter|room|article|section|flight|route|highway"
    r"|channel|gate|platform|line"
    r"|level|phase|kilomet(?:re|er)|mile|milepost|stage|step|grade|type|class|category|part|volume|vol|issue|paragraph|figure|fig|table|appendix"
    r"|unit|block|building|house"
    r"|apartment|flat|pier|berth|runway|track|lot|item|question|day|week|season|episode|round|group|lane|zone|area"
    r"|sector|district|division"
    r"|precinct|ward|bus|train|engine|reactor|shift|tower|terminal|exit|junction|size|model|mark|formula|act|verse"
    r"|psalm|case|seat|row"
    r"|hole|game|book|column|tier|tower|camp|base|point|week|year|century|generation|series|iso|extension|box|code"
    r"|rule|amendment|schedule)"
    r"\.?[ \u00a0]$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"[A-Za-z]?\s(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Square|Place|Terrace"
    r"|Row|Way|Court)\b"
)
_WORD_BEFORE = re.compile(r"(?P<word>[\w&.’'/®™-]*[\w®™.])[ \u00a0]$")
_LIST_MARK = re.compile(r"(?:[.)]\s|\)|\])")
_BARE_WORDS = frozenset(
    "a an the about above across after against all almost almost although an and another any approximately are "
    "around as at average be because "
    "been before between both but by circa containing despite down during each either estimated even every exactly "
    "for from had has have he her "
    "his however if in including inside into involving is it its just killing last least less like made makes many "
    "maybe minus more most "
    "nearly no nor not now of off on once only onto or other our out over per perhaps plus possibly roughly she "
    "since so some still "
    "than that the their then there these they this those though through to today under until up upon was we well "
    "were when where "
    "which while who whom with within without you yes yet last next first then those another monday tuesday "
    "wednesday thursday friday saturday sunday "
    "yesterday tonight altogether fewer almost scarcely barely hardly over".split()
)
_NAMED_NUMBER_AFTER = re.compile(r"[ -](?:percent|per cent)|\s?[%°]|\s(?:million|billion|thousand|hundred)")


def is_date_or_time(text: str, numeral: Numeral, low: int, high: int) -> bool:
    """Whether the numeral belongs to a date, a time of day or a year; ``low`` and ``high`` bound the sentence."""
    left, right = text[max(low, numeral.start - 40) : numeral.start], text[numeral.end : min(high, numeral.end + 40)]
    if _TIME_LEFT.search(left) or (_RIGHT.match(right) and not right.startswith(" hours ")):
        return True
    if not numeral.digits:
        return False
    if numeral.magnitude == 1 and numeral.value <= 31 and (_DATE_LEFT.search(left) or _DATE_RIGHT.match(right)):
        return True
    raw = text[numeral.start : numeral.end]
    return bool(
        re.fullmatch(r"\d{1,2}\.\d\d", raw)
        and numeral.value < 24
        and _CLOCK_LEFT.search(left)
        and re.match(r"\s*(?:on\b|[.,;]|$)", right)
    )


def looks_like_year(text: str, numeral: Numeral) -> bool:
    """Four bare digits from 1000 to 2100: a year, unless what is around it says otherwise."""
    return (
        numeral.digits
        and numeral.end - numeral.start == 4
        and numeral.value == numeral.mantissa
        and 1000 <= numeral.value <= 2100
    )


def is_year_range(text: str, numeral: Numeral, high: int) -> bool:
    """ "1998-99", "2010-11", "1914–1918"."""
    return (
        looks_like_year(text, numeral)
        and re.compile(r"\s?[-–—/]\s?\d{2}(?:\d\d)?(?!\d)").match(text, numeral.end, high) is not None
    )


def is_duration(text: str, end: int, high: int) -> bool:
    """Whether a unit of time follows at ``end``, and it is no age; also behind others ("five, six, seven years")."""
    right = text[end : min(high, end + 60)]
    if series := _SERIES.match(right):
        right = right[series.end() :]
    return _DURATION.match(right) is not None and _AGE.match(right) is None


def is_code(text: str, numeral: Numeral, low: int, high: int) -> bool:
    """Whether the numeral is glued to letters, numbers a thing ("Room 12"), or ends a name ("Apollo 11")."""
    start, end = numeral.start, numeral.end
    left, right = text[max(low, start - 48) : start], text[end : min(high, end + 48)]
    if re.search(r"[A-Za-z\d][-–/.]$|[A-Za-z_@#\\]$|[A-Za-z]['’]$|\+\d*\s?$", left) and not re.search(
        r"[^\W\d][a-z]+[–—]$", left
    ):
        return True
    if re.match(r"- ", right) or (numeral.digits and re.match(r"[A-Za-z_]|-[A-Z\d]*[A-Z]", right)):
        return True
    if (re.search(r"[(\[]$", left) and re.match(r"[)\]]", right)) or (not left.strip() and _LIST_MARK.match(right)):
        return True
    if numeral.digits and _STREET.match(right):
        return True
    if (numeral.magnitude > 1 and numeral.value >= 1000) or "," in text[start:end] or _NAMED_NUMBER_AFTER.match(right):
        return False
    named = not numeral.digits and text[start].isupper() and left.strip() != ""
    return named and not re.search(r"[.:!?\"“‘'\n(-]\s*[\"“‘]?$", left)


def numbers_a_thing(text: str, start: int, low: int) -> bool:
    """Whether a noun that is numbered stands before: "page", "Flight", "No."."""
    return _CODE_NOUN.search(text[max(low, start - 20) : start]) is not None


def follows_a_name(text: str, numeral: Numeral, low: int) -> bool:
    """Whether a capitalised word stands before that is not just a sentence's first word: "Boeing 737", "iPhone 4"."""
    match = _WORD_BEFORE.search(text[max(low, numeral.start - 40) : numeral.start])
    if match is None:
        return False
    word = match["word"]
    return any(letter.isupper() for letter in word) and word.lower().strip(".") not in _BARE_WORDS


_NAMED = re.compile(
    r"(?<![.!?] )(?<!\b[Ii]n )\b(?P<word>[^\W\d_]*[A-Z][\w.&]*)[ \u00a0-](?P<digits>\d{2,4})(?![\w,.%]?\d|[ -]?[%$£€]"
    r"|[ -]per ?cent| million| billion)"
)


_AIRLINERS = frozenset(("707", "717", "727", "737", "747", "757", "767", "777", "787"))


def named_numbers(text: str) -> frozenset[str]:
    """The digits that end a name somewhere in the text ("Boeing 787", "DC-10"), years and days of months apart."""
    found = {
        match["digits"]
        for match in _NAMED.finditer(text)
        if match["word"].lower().strip(".") not in _BARE_WORDS and not re.match(rf"(?:{MONTH})", match["word"])
    }
    if "Boeing" in text:
        found |= _AIRLINERS
    return frozenset(digits for digits in found if not re.fullmatch(r"1[0-9]\d\d|20\d\d", digits))
