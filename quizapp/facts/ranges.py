"""Two numbers that are one figure: ranges and scores; apart because what joins numbers also separates them."""

import re
from dataclasses import dataclass

from quizapp.facts.amounts import Amount, Measuring, amount, money_after
from quizapp.facts.codes import is_date_or_time, looks_like_year
from quizapp.facts.fact import Number
from quizapp.facts.nouns import noun_in_text
from quizapp.facts.numbers import numeral_at, tidy

_JOINT = re.compile(
    r"(?P<dash>[-–—]|-to-|-or-)|(?P<word> to | or )(?:(?:about|around|nearly|as many as|as much as|perhaps|even) )?"
)
_AND = re.compile(r" and (?:(?:about|around|nearly) )?")
_BETWEEN = re.compile(r"\b(?P<word>[Bb]etween) (?:(?:about|around|an estimated|roughly|approximately) )?$")
_IN_A_YEAR = re.compile(r"\b(?:in|since|during|by|until|early|late|mid) $", re.IGNORECASE)
_SIGN = re.compile(r"(?:[A-Z]{1,3})?[$£€¥₹₽₩₪₺₦][ \u00a0]?(?=\d)|[A-Z]{3} (?=\d)|[-−](?=\d)")
_MOVED = (
    r"(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|gr[eo]w[ns]?|growing|increas\w+|decreas\w+|drop\w*"
    r"|declin\w+|cut|cutting|reduc\w+|"
    r"jump\w*|slip\w*|climb\w*|went|shrank|shrunk|slid|expand\w*|narrow\w*|rais\w+|lower\w*|doubl\w+|gain\w*|lost"
    r"|loses|improv\w+|up|down|"
    r"chang\w+|mov\w+|swell\w*|swollen|soar\w*|surg\w+|plung\w+|tumbl\w+|revis\w+|upgrad\w+|extend\w*|advanc\w+"
    r"|sank|added|shed|widen\w*|deepen\w*|lengthen\w*|shorten\w*|heighten\w*|trim\w*|slash\w*|boost\w*|halv\w+|"
    r"tripl\w+|trebl\w+|quadrupl\w+|downgrad\w+)"
)
_MOVED_BY = re.compile(rf"\b{_MOVED} (?:by |another |a further )?$", re.IGNORECASE)
_MOVED_FROM = re.compile(
    rf"\b{_MOVED}\b[^.;:]{{0,60}}\bfrom (?:an? |about |around |nearly |just |some |almost )*$", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom (?:an? |about |around |nearly |just |some |almost )*$", re.IGNORECASE)
_SCORE = re.compile(
    r"\b(?:w[io]n|wins|winning|victory|victories|beat|beaten|beats|beating|defeat\w*|draw\w*|drew|los[et]|loses"
    r"|losing|loss|lead\w*|led|scor\w+|"
    r"vot\w+|passed|approv\w+|reject\w+|majority|ruling|ruled|decision|split|margin|final|match|game|tied?|trail\w*"
    r"|ahead|thrash\w*|hammer\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts as one figure at ``start:end``, low first; a score keeps the text's order and counts no noun."""

    start: int
    end: int
    low: Number
    high: Number
    unit: str | None
    first: Amount
    second: Amount
    is_score: bool


def pair_from(scope: Measuring, first: Amount) -> Pair | None:
    """The range or score that begins with ``first``; None where the next number is another figure."""
    between = _BETWEEN.search(scope.left(first.start))
    if not between and _IN_A_YEAR.search(scope.left(first.start)) and looks_like_year(scope.text, first.numeral):
        # "From 40 boats in 1924 to 1.2 million" tells of a year and a number.
        return None
    joint = (
        _AND.match(scope.text, first.end, scope.high) if between else _JOINT.match(scope.text, first.end, scope.high)
    )
    second = _second(scope, first, joint.end()) if joint else None
    if joint is None or second is None or is_date_or_time(scope.text, second.numeral, scope.low, scope.high):
        return None
    units = {unit for unit in (first.unit, second.unit) if unit is not None}
    if len(units) > 1 or (
        not between
        and first.unit
        and second.unit is None
        and joint["word"]
        and not _money_goes_on(scope, first, second)
    ):
        return None
    unit = units.pop() if units else None
    value = _scaled(first, second)
    start = first.start - len(between[0]) if between else first.start
    if not between and joint["dash"]:
        if value >= second.value or _is_score(scope, first, second, unit):
            return _score(first, second, unit)
    elif value >= second.value or (not between and _moves(scope, first, second)):
        return None
    return Pair(start, second.end, value, second.value, unit, first, second, False)


def _second(scope: Measuring, first: Amount, place: int) -> Amount | None:
    sign = _SIGN.match(scope.text, place, scope.high)
    numeral = numeral_at(scope.text, sign.end() if sign else place, scope.high)
    if numeral is None:
        return None
    if first.unit is not None and len(first.unit) == 3 and first.unit.isupper() and not sign:
        return money_after(scope, numeral, first.unit)
    return amount(scope, numeral)


def _money_goes_on(scope: Measuring, first: Amount, second: Amount) -> bool:
    """ "US$300 to 350 million a year": the sign is said once; "paid $5 to 10 people" is two figures."""
    signed = first.start < first.numeral.start and second.value > first.value
    return signed and noun_in_text(scope.text, second.end, scope.high, many=True) is None


def _scaled(first: Amount, second: Amount) -> Number:
    """ "five to eight million", "$1.5-2 billion": the magnitude is said once, at the end."""
    scale = second.numeral.value / second.numeral.mantissa if second.numeral.mantissa else 1
    letters = (
        second.value / second.numeral.value if second.numeral.value and second.unit == first.unit and second.unit else 1
    )
    scale *= letters if letters > 1 else 1
    if first.value == first.numeral.mantissa and scale > 1 and first.value < second.numeral.mantissa:
        return tidy(first.value * scale)
    return first.value


def _moves(scope: Measuring, first: Amount, second: Amount) -> bool:
    """ "rose from 30 to 40" and "fell 27 to 340" are two figures; "fell 30 to 40 per cent" is a range."""
    left = scope.left(first.start, 110)
    if _MOVED_FROM.search(left):
        return True
    if _MOVED_BY.search(left) and (second.unit is None or first.unit is not None):
        near = second.value <= 3 * first.value and first.unit is None
        return not near or noun_in_text(scope.text, second.end, scope.high, many=True) is None
    return bool(_FROM.search(left) and first.unit is not None)


def _is_score(scope: Measuring, first: Amount, second: Amount, unit: str | None) -> bool:
    if unit is not None or not (first.numeral.digits and second.numeral.digits):
        return False
    near = scope.left(first.start, 50) + " | " + scope.right(second.end, 24)
    return _SCORE.search(near) is not None and first.value < 1000


def _score(first: Amount, second: Amount, unit: str | None) -> Pair | None:
    """Scores are whole numbers in digits; what else counts down is no figure ("50-50", "747-8")."""
    if unit is not None or not (first.numeral.digits and second.numeral.digits) or first.numeral.magnitude > 1:
        return None
    if first.value == second.value == 50 or not isinstance(first.value, int) or not isinstance(second.value, int):
        return None
    return Pair(first.start, second.end, first.value, second.value, None, first, second, True)
