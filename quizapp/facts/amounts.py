"""A number with its unit or currency, read from characters alone; apart because option texts have no parse."""

import re
from dataclasses import dataclass

from quizapp.facts.fact import Number
from quizapp.facts.numbers import LETTERS, Numeral, tidy
from quizapp.facts.titles import ROLES
from quizapp.facts.units import (
    CURRENCY_CODE,
    CURRENCY_SIGN,
    CURRENCY_WORD,
    HUNDREDTH_WORD,
    PER_CENT,
    UNIT_SIGN,
    UNIT_WORD,
    currency_of_home,
    currency_of_part,
    currency_of_sign,
    currency_of_word,
    unit_of_sign,
    unit_of_word,
)  # fmt: skip

_AGE_WORD = re.compile(r"[ \u00a0-](?P<unit>year|month|week|day)s?[ -](?:olds?\b|of age\b)")
_AGE_LEFT = re.compile(
    r"(?:\b(?:[Aa]ged?|[Aa]ges?|age of|ages of|turned|turning|died at|(?:[Hh]e|[Ss]he|who) (?:is|was)(?: only| just"
    r"| now| then| still| already)?|(?i:child(?:ren)?|boys?|girls?|lads?|infants?|youths?|a (?:wo)?man) of)(?: of)?"
    r"(?: between| from)?|, then|, now"
    r")(?: (?:only|just|about|around|over|under|at least|barely))?[ \u00a0]$"
    r"|\b[A-Z][a-z]+ (?:is|was) (?:only|just|barely|nearly|almost|not yet|still) $"
)
_AGE_LIMIT_LEFT = re.compile(
    r"\b(?i:child(?:ren)?|boys?|girls?|(?:wo)?men|people|persons|pupils|adults|residents|voters|patients|those|them|anyone|everyone"
    r"|anybody|everybody|nobody)(?: (?:aged|who (?:is|are|was|were)))? (?:under|over|above|below)[ \u00a0]$"
)
_AGE_LIMIT_RIGHT = re.compile(
    r"(?= (?:may|can|must|will|would|could|should|had|have|get|got|were|are|be|for|with|as)\b)"
)
_AGE_RIGHT = re.compile(
    r"(?=[,.;:)!?’”\"]|$| (?:and|or|to|when|at|from|in|on|but|who|with|died|was|is|has|he|she|they|his|her|after"
    r"|before|while|by|until|since)\b)"
)
_ARC = re.compile(
    r" ?[°º](?: ?(?P<minutes>[0-5]?\d(?:\.\d+)?)[′'’](?: ?(?P<seconds>[0-5]?\d(?:\.\d+)?)[″\"”])?)"
    r"(?: ?(?:north|south|east|west|[NSEW])\b)?"
)
"""A latitude or longitude in degrees and minutes: "68°39′ south"."""
_OF_THESE_YEARS = re.compile(r"\b(?:[Aa]n?|[Tt]he) (?:[\w’'-]+ ){0,3}?(?P<who>[\w-]+) of[ \u00a0]$")
_HEADS_OF_MANY = frozenset("head chief president chair member leader owner agent founder partner director part".split())
_OVER_AN_AGE = re.compile(
    r"\b(?i:men|women|people|children|victims|patients|voters|residents|workers|passengers|members|players|pupils"
    r"|students|survivors|them|they|dead|inhabitants|drivers|farmers|participants|volunteers) (?:is|are|was|were|be)"
    r" (?:all |mostly |still |already )?(?:over|under|above|below)[ \u00a0]$"
)
_MAGNITUDE_LETTER = re.compile(r"(?P<letter>[kmbKMB])(?![\w²³/])")
_POUND = re.compile(r"pounds?\b(?! sterling)", re.IGNORECASE)
_FOOT_INCH = re.compile(r"(?: and)?[ -]?(?P<more>\d{1,2}(?:\.\d+)?)[ -]?(?:inch(?:es)?\b|in\b\.?|″|\")", re.IGNORECASE)
_OLD_MONEY = re.compile(r" ?(?P<shillings>1?\d)s\.?(?: ?(?P<pence>1?\d)d\b)?(?!\w)")
"""Shillings and pence, twenty and 240 to the pound."""
_DOLLARS_OF = re.compile(r"[ -]?(?P<code>US|USD|AUD|CAD|NZD)\b(?! [A-Z])")
_MONEY_TWICE = re.compile(r"[ -](?:US |U\.S\. )?(?:dollars?|euros?)\b")
_BELOW_ZERO = re.compile(r"(?: (?:Celsius|Fahrenheit))? below (?:zero|freezing)\b")
_BARE_BELOW_ZERO = re.compile(r"(?: degrees)? below zero\b")
_MINUS = re.compile(r"(?<![\w\d])(?:[-−]|[Mm]inus )$")
_INCHES = re.compile(r" in\b(?= \(\d| (?:long|high|tall|wide|deep|thick|across|in diameter)\b)")
_RICHTER = re.compile(r"\b(?:[Mm]agnitude(?:[ -]| of )|measur(?:ed|ing) |[Mm]agnitude (?:was|is) )$")
_SCALE = re.compile(r" on the (?:open-ended )?Richter|[ -]magnitude\b|,? (?:earthquake|quake)\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with what it measures: ``unit`` is None for a plain number; ``start:end`` takes in sign and unit."""

    start: int
    end: int
    value: Number
    unit: str | None
    numeral: Numeral


@dataclass(frozen=True, slots=True)
class Measuring:
    """A text to read amounts in, from ``low`` to ``high``; ``currencies`` are those that the whole report writes.

    ``named`` are the digits that end a name somewhere in it: after "Boeing 787", "the 787" is no count either.
    """

    text: str
    low: int
    high: int
    currencies: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    def left(self, place: int, reach: int = 40) -> str:
        return self.text[max(self.low, place - reach) : place]

    def right(self, place: int, reach: int = 60) -> str:
        return self.text[place : min(self.high, place + reach)]


def amount(scope: Measuring, numeral: Numeral) -> Amount:
    """The numeral with the sign before it or the unit after it, whichever the text has."""
    return (
        _money_before(scope, numeral)
        or _measured(scope, numeral)
        or Amount(numeral.start, numeral.end, numeral.value, None, numeral)
    )


def money_after(scope: Measuring, numeral: Numeral, unit: str) -> Amount:
    """The second number of a range of money, whose sign was said before: "£5-7m"."""
    letter = _MAGNITUDE_LETTER.match(scope.text, numeral.end, scope.high)
    if letter is None:
        found = amount(scope, numeral)
        return found if found.unit == unit else Amount(numeral.start, numeral.end, numeral.value, None, numeral)
    return Amount(numeral.start, letter.end(), tidy(numeral.value * LETTERS[letter["letter"].lower()]), unit, numeral)


def _money_before(scope: Measuring, numeral: Numeral) -> Amount | None:
    left = scope.left(numeral.start, 8)
    sign = CURRENCY_SIGN.search(left) if numeral.digits else None
    if sign is None:
        return None
    start, end, value, unit = (
        numeral.start - len(left) + sign.start(),
        numeral.end,
        numeral.value,
        currency_of_sign(sign["sign"]),
    )
    if letter := _MAGNITUDE_LETTER.match(scope.text, end, scope.high):
        end, value = letter.end(), tidy(value * LETTERS[letter["letter"].lower()])
    if unit == "GBP" and numeral.magnitude == 1 and (old := _OLD_MONEY.match(scope.text, end, scope.high)):
        end, value = old.end(), tidy(value + int(old["shillings"]) / 20 + int(old["pence"] or 0) / 240)
    if word := _MONEY_TWICE.match(scope.text, end, scope.high):
        end = word.end()
    elif sign["sign"] == "$" and (code := _DOLLARS_OF.match(scope.text, end, scope.high)):
        unit, end = ("USD" if code["code"] == "US" else code["code"]), code.end()
    return Amount(start, end, value, unit, numeral)


def _measured(scope: Measuring, numeral: Numeral) -> Amount | None:
    text, end, high = scope.text, numeral.end, scope.high
    start, value = numeral.start, numeral.value
    if age := _age(scope, numeral):
        return age
    if re.match(r"[-–—]\d", scope.right(end, 2)):
        return None
    if below := _BARE_BELOW_ZERO.match(text, end, high):
        return Amount(start, below.end(), -value, "degree", numeral)
    if match := PER_CENT.match(text, end, high):
        return _signed(scope, numeral, match.end(), "percent")
    if match := UNIT_WORD.match(text, end, high):
        unit = unit_of_word(match["unit"]) or ""
        if unit == "pound" and _is_money(scope, numeral, match):
            return Amount(start, match.end(), value, "GBP", numeral)
        return _compound(scope, numeral, match.end(), unit)
    if match := CURRENCY_WORD.match(text, end, high):
        words = match["currency"]
        code = currency_of_word(words) or currency_of_home(words, scope.currencies)
        if code is not None:
            return Amount(start, match.end(), value, code, numeral)
    if match := HUNDREDTH_WORD.match(text, end, high):
        code = currency_of_part(match["part"], scope.currencies) if match["part"] else "GBP"
        if code is not None and (match["part"] or (numeral.digits and "GBP" in scope.currencies)):
            return Amount(start, match.end(), tidy(value / 100), code, numeral)
    if numeral.digits and (found := _behind_digits(scope, numeral)):
        return found
    if (
        _RICHTER.search(scope.left(start))
        and 0 < value < 10
        and ((numeral.digits and "." in text[start:end]) or _SCALE.match(scope.right(end)))
    ):
        return Amount(start, end, value, "magnitude", numeral)
    return None


def _behind_digits(scope: Measuring, numeral: Numeral) -> Amount | None:
    """The sign or letter behind digits: "5 EUR", "30 km", "40k users"."""
    text, start, end, high, value = scope.text, numeral.start, numeral.end, scope.high, numeral.value
    if match := CURRENCY_CODE.match(text, end, high):
        return Amount(start, match.end(), value, match["code"], numeral)
    if match := _ARC.match(text, end, high):
        arc = value + float(match["minutes"]) / 60 + float(match["seconds"] or 0) / 3600
        return Amount(start, match.end(), tidy(round(arc, 4)), "degree", numeral)
    if match := _INCHES.match(text, end, high):
        return Amount(start, match.end(), value, "inch", numeral)
    if match := UNIT_SIGN.match(text, end, high):
        sign = match["free"] or match["glued"]
        if not (sign == "m" and _stands_for_million(scope, numeral, match.end())):
            return _compound(scope, numeral, match.end(), unit_of_sign(sign) or "")
        return Amount(start, match.end(), tidy(value * 1_000_000), None, numeral)
    if match := re.compile(r"[kK](?= [a-z])").match(text, end, high):
        return Amount(start, match.end(), tidy(value * 1_000), None, numeral)
    return None


def _age(scope: Measuring, numeral: Numeral) -> Amount | None:
    if match := _AGE_WORD.match(scope.text, numeral.end, scope.high):
        return Amount(numeral.start, match.end(), numeral.value, match["unit"], numeral)
    right = scope.right(numeral.end, 16)
    if numeral.magnitude == 1 and 0 < numeral.value < 125 and _is_age(scope.left(numeral.start), right):
        return Amount(numeral.start, numeral.end, numeral.value, "year", numeral)
    return None


def _is_age(left: str, right: str) -> bool:
    if _AGE_LEFT.search(left):
        return _AGE_RIGHT.match(right) is not None
    if (who := _OF_THESE_YEARS.search(left)) and _is_somebody(who["who"].lower()):
        return _AGE_RIGHT.match(right) is not None
    if _OVER_AN_AGE.search(left):
        return _AGE_RIGHT.match(right) is not None
    return _AGE_LIMIT_LEFT.search(left) is not None and (
        _AGE_RIGHT.match(right) is not None or _AGE_LIMIT_RIGHT.match(right) is not None
    )


def _is_somebody(noun: str) -> bool:
    """Whether "of 23" behind the noun tells an age: "a cook of 23"; "a leader of 12" may lead them."""
    return (noun in ROLES - _HEADS_OF_MANY) or noun.endswith(("man", "woman", "boy", "girl"))


def _is_money(scope: Measuring, numeral: Numeral, match: re.Match[str]) -> bool:
    """Pounds are money by the million, and where the report writes £ and nothing is weighed."""
    if not _POUND.fullmatch(match["unit"]):
        return False
    if re.match(r"s?(?:-| )?(?:of|per|a|heavier|lighter|heavy) ", scope.right(match.end())) or (
        numeral.value < 1 and numeral.digits
    ):
        return False
    if re.match(r" per square| of (?:thrust|force)", scope.right(match.end())):
        return False
    return numeral.magnitude >= 1_000_000 or "GBP" in scope.currencies


def _signed(scope: Measuring, numeral: Numeral, end: int, unit: str) -> Amount:
    minus = _MINUS.search(scope.left(numeral.start, 8)) if numeral.digits or unit.startswith("degree") else None
    if minus is None:
        return Amount(numeral.start, end, numeral.value, unit, numeral)
    return Amount(numeral.start - len(minus[0]), end, -numeral.value, unit, numeral)


def _compound(scope: Measuring, numeral: Numeral, end: int, unit: str) -> Amount:
    """ "6 feet 2 inches" is one length, in feet; "−5 °C" has its sign."""
    if unit == "foot" and (match := _FOOT_INCH.match(scope.text, end, scope.high)):
        return Amount(numeral.start, match.end(), tidy(numeral.value + float(match["more"]) / 12), unit, numeral)
    if unit.startswith("degree") and (below := _BELOW_ZERO.match(scope.text, end, scope.high)):
        return Amount(numeral.start, below.end(), -numeral.value, unit, numeral)
    return _signed(scope, numeral, end, unit)


def _stands_for_million(scope: Measuring, numeral: Numeral, end: int) -> bool:
    glued = end - numeral.end == 1
    return (
        glued
        and re.match(
            r" (?!(?:long|high|tall|wide|deep|above|below|away|from|of|in|at|and|or|to|on|by)\b)[a-z]{4,}s\b|"
            r" (?:people|men|women|children)\b",
            scope.right(end),
        )
        is not None
    )
