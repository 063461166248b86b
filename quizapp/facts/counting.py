"""Whether a plain number counts something, and what; apart because most of it is telling what does not count."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts.amounts import Amount, Measuring
from quizapp.facts.codes import follows_a_name, looks_like_year, numbers_a_thing
from quizapp.facts.hedges import PREPOSITIONS_TOO
from quizapp.facts.nouns import noun_after, noun_in_text
from quizapp.facts.numbers import Numeral

_NAME_AGE = re.compile(r"[^\W\d_][\w’'.-]*[^\W\d_]\.?[”\"’]?, $")
_NO_AGE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|[Hh]owever"
    r"|and), $"
)
_AGE_END = re.compile(r"(?:[,;]|\.(?!\d)|\))(?! (?:and )?\d)")
_ONE_IDIOM = re.compile(
    r"[ -](?:of|another|day|night|morning|evening|afternoon|time|point|thing|way|side|hand|more|example|reason|kind"
    r"|sort|type|form|step|last|single|such"
    r"|and|or|in|to|who|that|which|can|could|has|had|is|was|off|stop|word|end|moment|by|piece|place|month|year|week)\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    r"\b(?:an?|no|any|every|each|this|that|which|the|these|another|some|number|day|last|first|next|other|new|old|good"
    r"|big|small|phase|"
    r"or|more than|than|own|loved|right|wrong)[ -]$",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout) [A-Z][a-z]+ $")
_HYPHEN_TAIL = re.compile(r"(?:-(?:outs?|offs?|ups?|downs?|ins?|bys?|overs?|throughs?|aways?|in-law|backs?)(?![\w-]))")
"""What ends a noun that is made of a verb: "walk-out", "passers-by"."""
_PAIR_BEFORE = re.compile(r"\b(?:the|these|those|other|first|last|all|any|latter|next) $", re.IGNORECASE)
_INTO_PIECES = re.compile(
    r"\b(?:br(?:oke|oken|eaks?|eaking)|split(?:ting)?|cut(?:ting)?|snapped|torn|tore|sawn|folded|divided|cleft|sliced"
    r"|chopped|bent|ripped|severed)\b[^.;,]{0,16} in $"
)
"""The ship "has broken in two": no two of anything."""
_BESIDE_ZERO = re.compile(r"\b(?:below|above|absolute|ground|patient) $", re.IGNORECASE)
_WHEN = re.compile(
    r" (?:an?|\d+|[a-z]+(?:-[a-z]+)?) (?:decade|year|month|week|day|hour|minute)s? (?:ago|earlier|later|before)\b"
)
"""What is no noun behind a number: "up from 340 five years ago"."""
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:(?i:in|since|until|till|during|from|before|after|by|the|of|late|early|mid|year|for|to|through|and"
    r"|than|between)|[A-Z]\w+)|’s|'s|\()\s?$"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence and where each starts in the report; tags and parse are there."""

    tokens: list[Token]
    starts: list[int]

    def last_before(self, end: int) -> int:
        """The place of the last token that starts before ``end``."""
        return bisect_left(self.starts, end) - 1

    def at(self, start: int) -> Token | None:
        place = bisect_right(self.starts, start) - 1
        return self.tokens[place] if place >= 0 else None


def counted_noun(scope: Measuring, words: Words | None, end: int, many: bool) -> tuple[int, str] | None:
    """The end and the words of the noun that is counted behind ``end``."""
    if _WHEN.match(scope.text, end, scope.high):
        return None
    if words is None:
        return noun_in_text(scope.text, end, scope.high, many)
    place = words.last_before(end)
    if place < 0:
        return None
    noun = noun_after(words.tokens, place, many)
    spelled = noun_in_text(scope.text, end, scope.high, many=True) if many else None
    if noun is None:
        return spelled if spelled is not None and _is_tagged_noun(words, place, spelled[0]) else None
    start = words.starts[words.tokens.index(noun)]
    end = start + len(noun.text)
    if tail := _HYPHEN_TAIL.match(scope.text, end, scope.high):
        return tail.end(), noun.text + tail[0]
    return end, noun.text


def _is_tagged_noun(words: Words, place: int, end: int) -> bool:
    """Whether the spelled noun that ends at ``end`` is one for the tagger too, with no verb before it."""
    last = words.last_before(end)
    between = words.tokens[place + 1 : last]
    tags = {
        token.tag_
        for token, following in zip(between, words.tokens[place + 2 : last + 1], strict=True)
        if "-" not in (token.text, following.text, token.nbor(-1).text)
    }
    return words.tokens[last].tag_ in ("NN", "NNS", "NNP", "NNPS") and tags.isdisjoint(
        ("VBD", "VBZ", "VBP", "MD", "IN", "PRP", "CD")
    )


def may_count(
    scope: Measuring, words: Words | None, found: Amount, noun: tuple[int, str] | None, hedge: str | None
) -> bool:
    """Whether a number without a unit is a count and not part of a name, a year or a pronoun."""
    numeral, left = found.numeral, scope.left(found.start)
    if noun is None and _INTO_PIECES.search(left):
        return False
    if found.value == 0 and not numeral.digits and _BESIDE_ZERO.search(left):
        return False
    if found.value == 1:
        return _one_counts(scope, words, found, noun, left)
    if looks_like_year(scope.text, numeral) and (noun is None or (hedge is None and _YEAR_BEFORE.search(left))):
        return hedge is not None and hedge.lower() not in PREPOSITIONS_TOO and noun is not None
    if scope.text[numeral.start : numeral.end] in scope.named and (noun is None or found.value >= 100):
        return False
    written_out = numeral.magnitude > 1 or "," in scope.text[numeral.start : numeral.end]
    if numbers_a_thing(scope.text, found.start, scope.low):
        before = words.at(found.start - 2) if words is not None else None
        return noun is not None and before is not None and before.tag_.startswith("VB")
    if numeral.digits and not written_out and follows_a_name(scope.text, numeral, scope.low):
        before = words.at(found.start - 2) if words is not None else None
        if noun is None or before is None:
            return False
        return before.ent_type_ == "LOC" or not before.tag_.startswith("NNP") or _IN_A_PLACE.search(left) is not None
    stands_for_people = noun is None and not numeral.digits and found.value <= 10
    return not (stands_for_people and _PAIR_BEFORE.search(left))


def _one_counts(scope: Measuring, words: Words | None, found: Amount, noun: tuple[int, str] | None, left: str) -> bool:
    """ "one boat" is a count; the pronoun and the idioms are not."""
    if (
        noun is None
        or _ONE_IDIOM.match(scope.text, found.end, scope.high)
        or _ONE_BEFORE.search(left)
        or follows_a_name(scope.text, found.numeral, scope.low)
        or numbers_a_thing(scope.text, found.start, scope.low)
    ):
        return False
    return not noun[1][0].isupper()


def is_idiom(scope: Measuring, found: Amount) -> bool:
    return found.value == 1 and not found.numeral.digits and _ONE_BEFORE.search(scope.left(found.start)) is not None


def is_age_of_name(scope: Measuring, words: Words | None, numeral: Numeral) -> bool:
    """ "Marie Curie, 44, ..." and, where names are known, "Marie Curie (44)"."""
    if (
        not numeral.digits
        or numeral.magnitude != 1
        or not isinstance(numeral.value, int)
        or not 0 < numeral.value < 116
    ):
        return False
    left, right = scope.left(numeral.start), scope.right(numeral.end, 12)
    if left.endswith("(") and right.startswith(")"):
        before = words.at(numeral.start - 3) if words is not None else None
        return before is not None and before.ent_type_ == "PERSON"
    if not _NAME_AGE.search(left) or _NO_AGE.search(left) or not _AGE_END.match(right):
        return False
    before = words.at(numeral.start - 3) if words is not None else None
    return before is None or before.tag_ in ("NN", "NNP", "NNPS", "NNS", "``", "''")
