"""Figures of a report: how many, how much, how old, which share; each with its number, its unit or noun, and its hedge.

A range is a pair, low first; a score is a pair as written: a "3–1" win is (3, 1). "312 votes to 210" is two figures.
The article of "a dozen" and "a third" is part of the number, as is "between" of its range. Ages have the unit "year";
multiples ("twice as many") the unit "times"; pence and cents are hundredths of their currency.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.facts.amounts import Amount, Measuring, amount
from quizapp.facts.codes import (
    follows_a_name,
    is_code,
    is_date_or_time,
    is_duration,
    is_year_range,
    looks_like_year,
    named_numbers,
    numbers_a_thing,
)  # fmt: skip
from quizapp.facts.counting import Words, counted_noun, is_age_of_name, is_idiom, may_count
from quizapp.facts.fact import Mention
from quizapp.facts.hedges import PREPOSITIONS_TOO, hedge_after, hedge_before
from quizapp.facts.numbers import Numeral, numerals
from quizapp.facts.portions import Portion, portions
from quizapp.facts.ranges import Pair, pair_from
from quizapp.facts.shared_units import with_shared_units
from quizapp.facts.units import currencies_spoken
from quizapp.language import Reading, Sentence

_HYPHENED = re.compile(
    r"(?:-|(?= point\b) )(?P<noun>member|man|woman|person|strong|storey|story|bed|bedroom|seat|seater|room|lane"
    r"|page|car|engine|nation|party|vehicle|ship|truck|"
    r"volume|part|point|course|judge|country|state|goal|run|gun|wheel|door|way|team|piece|vote|stage|game|match"
    r"|letter|digit|carriage|coach|"
    r"passenger|unit|track|berth|cylinder|plane|aircraft|boat|tower|arch|span|floor|hole|word|question|item|barrel"
    r"|crew)s?\b(?!-)"
)
_TO_FROM_VOTES = re.compile(r"\b\d[\d,]* (?P<noun>votes|seats|ballots|delegates) to $")
_SEPARATED = re.compile(r"[, a-z]")
_MEASURED_BY = re.compile(r"\d(?: ?| by \d+(?:\.\d+)? )[a-z]+ (?:by|x|×) $")
"""The other side of "2 m by 1.5": what follows is no noun that it counts."""
_BY = re.compile(r"\b(?:by|of|from|between|at) $")
_SHARED_PER_CENT = re.compile(r"(?:, \d+(?:\.\d+)?){0,4},? (?:and|or) \d+(?:\.\d+)?(?:%| per ?cent\b)")
_BROKEN = re.compile(r"[\n\r\t]|\s\s")
_DASHED = re.compile(r"[-–—]\d")
_OF_THE = re.compile(r" of (?:the|its|his|her|their|our|my|your|these|those)(?= )")
_MADE_WITH = re.compile(r"-(?!(?:bed|seed|speed|breed|weed|reed)\b)[a-z]{3,}ed\b")
"""The adjective of what has so many of a part: "three-masted", "twelve-sided"."""


def find_figures(reading: Reading) -> list[Mention]:
    """Every figure of the report's sentences, in order, none overlapping another."""
    text = reading.report.text
    currencies, named = currencies_spoken(text), named_numbers(text)
    found: list[Mention] = []
    for sentence in reading.sentences:
        line, places = _one_line(text[sentence.start : sentence.end])
        words = _words(sentence, places)
        for mention in figures_in(Measuring(line, 0, len(line), currencies, named), words):
            start, end = sentence.start + places[mention.start], sentence.start + places[mention.end - 1] + 1
            found.append(replace(mention, start=start, end=end))
    return found


def _one_line(text: str) -> tuple[str, Sequence[int]]:
    """The text with every run of white space as one space, and where each character stood."""
    if not _BROKEN.search(text):
        return text, range(len(text))
    places = [place for place in range(len(text)) if not (text[place].isspace() and text[place - 1 : place].isspace())]
    return "".join(" " if text[place] in "\n\r\t" else text[place] for place in places), places


def _words(sentence: Sentence, places: Sequence[int]) -> Words | None:
    if not sentence.span.doc.has_annotation("TAG"):
        return None
    tokens = [token for token in sentence.span if not token.is_space]
    return Words(tokens, [bisect_left(places, sentence.offset(token) - sentence.start) for token in tokens])


def figures_in(scope: Measuring, words: Words | None) -> list[Mention]:
    """The figures between ``scope.low`` and ``scope.high``; without words, nouns are found by spelling."""
    found = [
        mention
        for portion in _settled(portions(scope))
        if (mention := _portion_mention(scope, words, portion)) is not None
    ]
    taken = [(mention.start, mention.end) for mention in found]
    place, nearest = scope.low, 0
    for numeral in numerals(scope.text, scope.low, scope.high):
        while nearest < len(taken) and taken[nearest][1] <= numeral.start:
            nearest += 1
        if numeral.start < place or (nearest < len(taken) and taken[nearest][0] < numeral.end):
            continue
        mentions, place = _figures_at(scope, words, numeral)
        found.extend(mentions)
    return with_shared_units(scope.text, sorted(found, key=lambda mention: mention.start))


def _settled(seen: Iterator[Portion]) -> list[Portion]:
    """The first of those that overlap, the longest of those that start together."""
    kept: list[Portion] = []
    for portion in sorted(seen, key=lambda portion: (portion.start, -portion.end)):
        if not kept or portion.start >= kept[-1].end:
            kept.append(portion)
    return kept


def _portion_mention(scope: Measuring, words: Words | None, portion: Portion) -> Mention | None:
    end, of = portion.end, None
    if portion.counts_at is not None:
        noun = counted_noun(scope, words, portion.counts_at, many=True)
        if noun is None and portion.needs_noun:
            return None
        if noun is not None:
            end, of = noun
    hedge, unit = hedge_before(scope.left(portion.start)), portion.unit
    if of == "times":
        unit, of = of, None
    return Mention("figure", portion.start, end, portion.value, hedge=hedge, unit=unit, of=of)


def _figures_at(scope: Measuring, words: Words | None, numeral: Numeral) -> tuple[list[Mention], int]:
    """The figures that begin with this numeral, and where to read on."""
    text, low, high = scope.text, scope.low, scope.high
    if is_date_or_time(text, numeral, low, high) or is_year_range(text, numeral, high):
        return [], numeral.end
    first = amount(scope, numeral)
    pair = pair_from(scope, first)
    if pair is not None and is_duration(text, pair.second.numeral.end, high) and pair.unit is None:
        return [], pair.end
    if (
        first.unit is None
        and first.end == numeral.end
        and (
            is_duration(text, first.end, high)
            or is_code(text, numeral, low, high)
            or _MADE_WITH.match(text, first.end, high)
            or (pair is None and _DASHED.match(text, first.end, high))
        )
    ):
        return [], numeral.end
    if pair is not None:
        return _pair_mention(scope, words, pair), pair.end
    mention = _single(scope, words, first)
    return ([mention] if mention else []), max(first.end, mention.end if mention else 0)


def _pair_mention(scope: Measuring, words: Words | None, pair: Pair) -> list[Mention]:
    end, of = pair.end, None
    if pair.unit is None:
        if scope.text[pair.first.numeral.start : pair.first.numeral.end] in scope.named and (
            pair.is_score or pair.high >= 100
        ):
            return []
        if all(looks_like_year(scope.text, part.numeral) for part in (pair.first, pair.second)):
            return []
        if numbers_a_thing(scope.text, pair.start, scope.low) or (
            follows_a_name(scope.text, pair.first.numeral, scope.low) and not pair.is_score
        ):
            return []
        if not pair.is_score and (noun := counted_noun(scope, words, end, many=True)) is not None:
            end, of = noun
        elif not pair.is_score and (hyphened := _HYPHENED.match(scope.text, end, scope.high)):
            end, of = hyphened.end(), hyphened["noun"]
        elif not pair.is_score and pair.low >= 100 and not _SEPARATED.search(scope.text, pair.start, pair.end):
            return []
    hedge = hedge_before(scope.left(pair.start))
    return [Mention("figure", pair.start, end, (pair.low, pair.high), hedge=hedge, unit=pair.unit, of=of)]


def _single(scope: Measuring, words: Words | None, found: Amount) -> Mention | None:
    hedge, skipped = _hedge(scope, words, found)
    mention = Mention("figure", found.start, found.end, found.value, hedge=hedge, unit=found.unit)
    if found.unit is not None:
        return None if is_idiom(scope, found) else mention
    if found.numeral.digits and _BY.search(scope.left(found.start)) and _SHARED_PER_CENT.match(scope.right(found.end)):
        return replace(mention, unit="percent")
    if found.numeral.magnitude == 1 and _MEASURED_BY.search(scope.left(found.start)):
        return mention
    if is_age_of_name(scope, words, found.numeral):
        return replace(mention, unit="year")
    if hyphened := _HYPHENED.match(scope.text, found.end, scope.high):
        one = found.value == 1 and not found.numeral.digits
        return (
            None
            if one
            else replace(mention, end=hyphened.end(), of=None if hyphened["noun"] == "strong" else hyphened["noun"])
        )
    if to := _TO_FROM_VOTES.search(scope.left(found.start)):
        return replace(mention, of=to["noun"])
    noun = counted_noun(scope, words, found.end + skipped, many=found.value != 1)
    if not may_count(scope, words, found, noun, hedge):
        return None
    if noun is not None:
        unit = "times" if noun[1].lower() == "times" else None
        return replace(mention, end=noun[0], unit=unit, of=None if unit else noun[1])
    if (whole := _OF_THE.match(scope.text, found.end, scope.high)) and (
        noun := counted_noun(scope, words, whole.end(), many=True)
    ):
        return replace(mention, of=noun[1])
    return mention


def _hedge(scope: Measuring, words: Words | None, found: Amount) -> tuple[str | None, int]:
    """The hedge, and how many characters of it stand behind the number."""
    hedge = hedge_before(scope.left(found.start))
    if (
        hedge is not None
        and hedge.lower() in PREPOSITIONS_TOO
        and not found.numeral.digits
        and found.value < 10
        and words is not None
    ):
        token = words.at(found.start - 2)
        if token is not None and token.dep_ == "case" and found.unit is None:
            hedge = None
    after = hedge_after(scope.right(found.end))
    if after is None:
        return hedge, 0
    return (hedge or after[0]), after[1]
