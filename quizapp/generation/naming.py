"""What a common noun may stand for in a report: "the bridge" for the Menai Bridge, "the minister" for one person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.language import Sentence

# Words with a capital only because they open their sentence.
OPENING = frozenset("the a an in on at when after its his her their our".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place: what to call the thing in a sentence, with its article where it has one."""

    start: int
    text: str
    is_person: bool


def name_by_noun(
    facts: tuple[Fact, ...], sentences: tuple[Sentence, ...], positions: Mapping[int, int]
) -> dict[str, tuple[Named, ...]]:
    """The names that end in each common noun, and the people whose title or role does, in order."""
    found: dict[str, list[Named]] = {}
    for fact in facts:
        if fact.kind == "person":
            for noun in _callings(fact):
                found.setdefault(noun, []).append(Named(fact.start, str(fact.value), True))
    for sentence in sentences:
        for token in sentence.span:
            name = _name_ending_at(token)
            if name is not None:
                found.setdefault(token.lower_, []).append(Named(sentence.offset(token), name, False))
    return {noun: tuple(sorted(names, key=lambda one: one.start)) for noun, names in found.items()}


def _callings(fact: Fact) -> set[str]:
    role = re.split(r"\b(?:of|for|at|in|who|to|from|and)\b|,", (fact.mention.role or "").lower())[0].split()
    title = (fact.mention.title or "").lower().split()
    return {words[-1] for words in (role, title) if words}


def _name_ending_at(token: Token) -> str | None:
    """The capitalised words that end at a token ("the Forth Road Bridge"); None unless two or more do."""
    if not token.is_title or token.pos_ not in {"PROPN", "NOUN"} or token.ent_type_ == "PERSON":
        return None
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) and after[0].is_title and after[0].pos_ == "PROPN":
        return None
    if len(after) > 1 and after[0].lower_ == "for" and after[1].is_title:
        return None  # "the Smart Lander for Investigating Moon"
    first = token
    while (before := _named_before(first)) is not None:
        first = before
    if first.is_sent_start and first.lower_ in OPENING:
        first = first.nbor(1)
    if first.i >= token.i or _ends_a_longer_name(first):
        return None
    words = token.doc[first.i : token.i + 1].text
    articled = first.i > 0 and first.nbor(-1).lower_ == "the"
    return f"the {words}" if articled else words


def _ends_a_longer_name(first: Token) -> bool:
    """ "The Company of the Suez Canal": the canal is part of another's name."""
    at = first.i - 1
    if at >= 0 and first.doc[at].lower_ == "the":
        at -= 1
    return at > 0 and first.doc[at].lower_ == "of" and first.doc[at - 1].is_title


def _named_before(token: Token) -> Token | None:
    """The capitalised word right before a token, over a hyphen where one joins them."""
    if token.i == 0 or token.is_sent_start:
        return None
    before = token.nbor(-1)
    if before.text == "-" and before.i > 0 and not before.whitespace_:
        before = before.nbor(-1)
    return before if before.is_alpha and not before.is_lower else None
