"""Figures that are not plain numerals: fractions, "one in five", multiples, and the vague ones that have no number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.amounts import Measuring
from quizapp.facts.codes import is_duration
from quizapp.facts.fact import Number
from quizapp.facts.numbers import ONES, TEENS, TENS, parse_number, tidy
from quizapp.facts.units import CURRENCY_WORD, PER_CENT, UNIT_WORD, currency_of_word, unit_of_word

_PARTS = {
    "half": 2, "halves": 2,
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
    "millionth": 1_000_000,
}  # fmt: skip
_SMALL = "|".join([*ONES, *TEENS, *TENS, "hundred"])
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|an? hundred|(?:{'|'.join(TENS)})-(?:{'|'.join(ONES)})|{_SMALL})"
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<above>{'|'.join([*ONES, *TEENS])}|an?"
    rf"|\d{{1,2}})(?P<join>[ -])(?P<below>{'|'.join(_PARTS)})(?P<s>s?)(?![\w-])"
    r"|(?<![\w/.,-])(?P<top>\d{1,2})[/⁄](?P<bottom>\d{1,2})(?![\w/.,]?\d)(?= of\b)"
    r"|(?<![\w-])(?P<half>half)(?![\w-])",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r" of\b(?! (?:an? )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries"
    r"|millennium)\b)"
)
_OWNED = re.compile(r" (?:the|his|her|its|their|our|my|your|that|this|these|those|all)\b")
_STANDS_ALONE = re.compile(
    r"(?=[.,;:)!?”\"]|$| (?:in|on|at|from|to|since|over|during|between|by|were|was|are|is|have|had|said|and|as|came"
    r"|went)\b)"
)
_NO_FRACTION_BEFORE = re.compile(
    rf"\b(?:(?:{'|'.join([*ONES, *TEENS, *TENS])}|hundred|\d+|(?:kilo|centi)?metres?|miles?|tons?|tonnes?) and"
    r"|last|first|past|next|previous|other) $",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r" (?:more|less|fewer|larger|smaller|higher|lower|bigger|heavier|lighter|longer|shorter|cheaper|faster|slower)"
    r"(?: (?:than|in|for|at|on|by|and|the)\b| (?:[a-z]+ )?[a-z]+ than\b|[.,;]|$)"
)
_MANY_DO = re.compile(r" (?:were|are|have|had)\b")
_HALF_DO = re.compile(
    r" (?:were|are|was|is|have|had|got|took|came|went|said|[a-z]+ed) (?!(?:by|in|with|from|and|on|under|as)\b)"
    r"|,? (?:were|are|was|is|have|had)\b"
)
"""A verb behind "Half" as the subject: "Half received a pill"; "Half buried in sand" is none."""
_HALF_AS = re.compile(r" (?:as (?:much|many|big|large|high|long|heavy|far|often|fast|wide|deep|tall) as\b|again\b)")
_BY = re.compile(
    r"\b(?:by|than|nearly|almost|about|around|over|under|roughly|up|down|only|just|at least|up to|some"
    r"|approximately|close to) $",
    re.IGNORECASE,
)
_OF_A = re.compile(r"(?: of)? an?(?=[ -])", re.IGNORECASE)
_NOT_HALF = re.compile(
    r"\b(?:first|second|latter|other|early|final|last|opening|better|top|bottom|lower|upper|northern|southern"
    r"|eastern|western|and an?|one"
    r"|an?|in|later|each|either|both|and) $",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    rf"(?<![\w.,$£€-])(?P<above>{_NUMBER})(?P<join> in| out of)(?: every)? (?P<below>{_NUMBER}|thousand"
    rf"|million)(?![\w,.]?\w|%)",
    re.IGNORECASE,
)
_ARTICLED = re.compile(r"(?<![\w-])an?(?=[ -])", re.IGNORECASE)
_AND_A_PART = re.compile(r" and a (?P<part>half|quarter)\b")
_WEIGHED = frozenset(
    "tonne ton kilogram gram ounce pint gallon litre hectare acre pound kilowatt megawatt gigawatt".split()
)
_STRETCHED = frozenset(("kilometre", "metre", "centimetre", "millimetre", "mile", "fathom", "light-year"))
_OF_STUFF = re.compile(r" of (?!(?:the|his|her|its|their|our|flesh)\b)[a-z]")
_REACHES = re.compile(
    r" (?:away|long|wide|deep|high|tall|thick|across|apart|off|from|below|above|beyond|upstream|downstream|inland"
    r"|offshore|(?:north|south|east|west)\w*)\b"
)
_RATE_BEFORE = re.compile(
    r"(?:\d|(?<!\bi)(?<!\bwa)(?<!\bha)(?<!\ba)s|cent|pence|half|million|billion|once|many|much) $"
)
_RATIO_ENDS = re.compile(r" (?:of|did|were|was|are|is|had?|have|has|would|will|could|said|voted)\b|[.;)]")
_MULTIPLE = re.compile(r"\b(?P<word>twice|thrice)(?=$| (?:as|the|that|those|its|his|her|their|this)\b)", re.IGNORECASE)
_FOLD = re.compile(rf"(?<![\w.,-])(?P<number>\d{{1,4}}|{_SMALL})[ -]?fold\b", re.IGNORECASE)
_BIG = "hundreds|thousands|millions|billions|trillions"
_VAGUE = re.compile(
    rf"(?<![\w-])(?:(?:many |several )?(?:(?:tens|scores)(?= of)|dozens|{_BIG})(?: of (?:{_BIG}))*"
    r"|(?:several|a few|many|a couple of)(?: (?:dozen|hundred|thousand|million|billion))+"
    r"|several|a few)(?![\w-])",
    re.IGNORECASE,
)
_VAGUE_OF = re.compile(
    r" of(?= (?!the\b|them\b|us\b|which\b|whom\b|these\b|those\b|its\b|his\b|her\b|their\b|our\b|my\b|you\b))"
)
_OTHERS_OF = re.compile(r" of\b")


@dataclass(frozen=True, slots=True)
class Portion:
    """What was seen at ``start:end``; ``counts_at`` is where the noun counted follows, None where none is looked for.

    ``needs_noun`` is True for words that mean nothing alone ("several").
    """

    start: int
    end: int
    value: Number | None
    unit: str | None
    counts_at: int | None = None
    needs_noun: bool = False


def portions(scope: Measuring) -> Iterator[Portion]:
    """Every fraction, ratio, multiple and vague number of the text; they may overlap."""
    for found in _ONE_IN.finditer(scope.text, scope.low, scope.high):
        if portion := _ratio(scope, found):
            yield portion
    for found in _FRACTION.finditer(scope.text, scope.low, scope.high):
        if portion := _fraction(scope, found):
            yield portion
    for found in _ARTICLED.finditer(scope.text, scope.low, scope.high):
        if portion := _articled(scope, found):
            yield portion
    for found in _MULTIPLE.finditer(scope.text, scope.low, scope.high):
        yield Portion(found.start(), found.end(), 2 if found["word"].lower() == "twice" else 3, "times")
    for found in _FOLD.finditer(scope.text, scope.low, scope.high):
        yield Portion(found.start(), found.end(), parse_number(found["number"]), "times")
    for found in _VAGUE.finditer(scope.text, scope.low, scope.high):
        if portion := _vague(scope, found):
            yield portion


def _ratio(scope: Measuring, found: re.Match[str]) -> Portion | None:
    above, below = parse_number(found["above"]), parse_number(_with_article(found["below"]))
    if above is None or below is None or not 0 < above < below or below < 2:
        return None
    # "27 in 2 attacks", "two in Paris": "in" makes a ratio only of one in some, or some in ten or a hundred.
    small = below <= 10 and _RATIO_ENDS.match(scope.right(found.end())) is not None
    if found["join"] == " in" and not (above == 1 or (below in (10, 100, 1000) and above < 100) or small):
        return None
    if re.search(
        r"\b(?:number|no\.?|day|phase|stage|chapter|part|no|any|which|this|that|another|every) $",
        scope.left(found.start()),
        re.I,
    ):
        return None
    if is_duration(scope.text, found.end(), scope.high):
        return None
    return Portion(found.start(), found.end(), tidy(above / below), "fraction")


def _with_article(words: str) -> str:
    return f"a {words}" if words.lower() in ("thousand", "million", "hundred") else words


def _fraction(scope: Measuring, found: re.Match[str]) -> Portion | None:
    text, end, high = scope.text, found.end(), scope.high
    left, right = scope.left(found.start()), scope.right(end)
    if found["top"]:
        top, bottom = int(found["top"]), int(found["bottom"])
        return Portion(found.start(), end, tidy(top / bottom), "fraction") if 0 < top < bottom else None
    if found["half"]:
        return _half(scope, found)
    above_word, below = found["above"].lower(), _PARTS[found["below"].lower()]
    above: Number = parse_number("one" if above_word in ("a", "an") else above_word) or 0
    if not 0 < above < below or ((above == 1) == bool(found["s"]) and found["below"].lower() != "halves"):
        return None
    value = tidy(above / below)
    if measured := _part_of_unit(scope, found.start(), end, value):
        return measured
    if is_duration(text, _end_of_a(text, end, high), high) or _NO_FRACTION_BEFORE.search(left):
        return None
    of = _PART_OF.match(right)
    alone = found.start() == scope.low and end == high
    if above == 1 and _COMPARED.match(right):
        return Portion(found.start(), end, value, "fraction")
    if above_word in ("a", "an", "one") and found.start() == scope.low and _MANY_DO.match(right):
        return Portion(found.start(), end, value, "fraction")
    if above_word in ("a", "an") and not of and not alone and not (_BY.search(left) and _STANDS_ALONE.match(right)):
        return None
    if below == 4 and above > 1 and not of and found["join"] == " ":
        return None
    if above_word == "one" and not of and found["join"] == " " and not _STANDS_ALONE.match(right):
        return None
    return Portion(found.start(), end, value, "fraction")


def _half(scope: Measuring, found: re.Match[str]) -> Portion | None:
    left, right = scope.left(found.start()), scope.right(found.end())
    if measured := _part_of_unit(scope, found.start(), found.end(), 0.5):
        return measured
    if _NOT_HALF.search(left) or re.match(
        r" of \d{4}\b| (?:the|that|this|his|her) (?:night|day|time|year|battle|week|month|season)\b", right
    ):
        return None
    alone = found.start() == scope.low and (found.end() == scope.high or _HALF_DO.match(right))
    if (
        alone
        or _HALF_AS.match(right)
        or _PART_OF.match(right)
        or _OWNED.match(right)
        or (_BY.search(left) and _STANDS_ALONE.match(right))
    ):
        return Portion(found.start(), found.end(), 0.5, "fraction")
    return None


def _end_of_a(text: str, end: int, high: int) -> int:
    match = _OF_A.match(text, end, high)
    return match.end() if match else end


def _part_of_unit(scope: Measuring, start: int, end: int, value: Number) -> Portion | None:
    """ "half a mile", "three-quarters of a percentage point"."""
    of = _OF_A.match(scope.text, end, scope.high)
    if of is None:
        return None
    if match := PER_CENT.match(scope.text, of.end(), scope.high):
        return Portion(start, match.end(), value, "percent")
    if match := UNIT_WORD.match(scope.text, of.end(), scope.high):
        return Portion(start, match.end(), value, unit_of_word(match["unit"]))
    return None


def _articled(scope: Measuring, found: re.Match[str]) -> Portion | None:
    """ "A metre and a half", "a kilogram of lead": one of a unit, where it measures and is no rate."""
    match = UNIT_WORD.match(scope.text, found.end(), scope.high)
    unit = unit_of_word(match["unit"]) if match else None
    if match is None or unit is None or match["unit"].lower().endswith("s"):
        return None
    if half := _AND_A_PART.match(scope.text, match.end(), scope.high):
        return Portion(found.start(), half.end(), 1.5 if half["part"] == "half" else 1.25, unit)
    if unit not in _WEIGHED and unit not in _STRETCHED:
        return None
    if _RATE_BEFORE.search(scope.left(found.start())):
        return None
    measures = _OF_STUFF if unit in _WEIGHED else _REACHES
    return Portion(found.start(), match.end(), 1, unit) if measures.match(scope.text, match.end(), scope.high) else None


def _vague(scope: Measuring, found: re.Match[str]) -> Portion | None:
    words, end = found[0].lower(), found.end()
    plain = words in ("several", "a few")
    of = None if plain else _VAGUE_OF.match(scope.text, end, scope.high)
    place = of.end() if of else end
    if is_duration(scope.text, place, scope.high) or (plain and _OTHERS_OF.match(scope.text, end, scope.high)):
        return None
    if (
        re.search(r"\b(?:quite|the|only|last|first|next|past|these|those)\s$", scope.left(found.start()))
        and words == "a few"
    ):
        return None
    if match := CURRENCY_WORD.match(scope.text, place, scope.high):
        return Portion(found.start(), match.end(), None, currency_of_word(match["currency"]))
    if match := UNIT_WORD.match(scope.text, place, scope.high):
        return Portion(found.start(), match.end(), None, unit_of_word(match["unit"]))
    if not plain and not of and re.match(r" of\b", scope.right(end)):
        return Portion(found.start(), end, None, None)
    return Portion(found.start(), end, None, None, counts_at=place, needs_noun=plain)
