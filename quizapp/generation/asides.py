"""What a sentence says by the way, between commas after a name, as sentences of their own.

"The Harbour Bridge, which opened in 1932, …", "the bridge, designed by John Bradfield, …" and "Ann Lee, a nurse from
Leeds, …" each state something of their own; only what English makes certain is put into a sentence.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.apposing import say_what_it_is
from quizapp.generation.bygone import Bygone
from quizapp.generation.parts import is_complete
from quizapp.generation.predicates import FINITE
from quizapp.generation.rewriting import Rewritten, Words, cuts_a_fact, rewrite
from quizapp.language import Sentence

QUOTES = {'"', "“", "”", "‘"}
NOMINAL = {"NOUN", "PROPN"}
UNPLAIN = {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"}
# Participles of verbs without a passive, and those that are adjectives beside a noun.
NOT_PASSIVE = frozenset(
    """
    gone come become fallen risen arrived died grown retired escaped returned departed emerged vanished compared
    given provided followed including based seen according faced left worn broken
    """.split()
)
# "…, which surprised everyone": after these it may be the whole event that is meant.
FOLLOWING = frozenset(
    """
    surprised led caused meant means resulted allowed made makes helped gave gives left forced brought prompted angered
    drew raised delighted shocked was is would will had has
    """.split()
)
# What such a participle tells is a state, which may last or not.
STATES = frozenset(
    """
    located situated set known called named surrounded lined covered owned run used employed aged married related
    perched sited separated connected linked inhabited equipped fitted armed crewed manned
    """.split()
)
KINDS = ("person", "place", "organisation")
LONGEST_HOST = 10
Said = tuple[Words, int, bool]
"""The words of an aside, how many of them are what it is about, and whether it holds at any time."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside as a sentence; ``is_timeless`` where it needs no month that it was true in."""

    sentence: Rewritten
    is_timeless: bool = False


def say_asides(sentence: Sentence, facts: tuple[Fact, ...], bygone: Bygone) -> list[Aside]:
    """Each aside that English makes certain, as a sentence of the words of the report and an auxiliary."""
    tokens = list(sentence.span)
    said: list[Said] = []
    for at in range(1, len(tokens) - 3):
        if tokens[at].text == ",":
            said.extend(_of_aside(tokens, at, facts, sentence, bygone))
    said.extend(_of_front(tokens, facts, sentence, bygone))
    kept = [one for one in said if not cuts_a_fact(sentence, one[0], facts)]
    made = rewrite(sentence, [words for words, _, _ in kept])
    return [
        Aside(one, is_timeless) for one, (_, host, is_timeless) in zip(made, kept, strict=True)
        if one is not None and _is_of(one, host)
    ]  # fmt: skip


def _is_of(sentence: Rewritten, host: int) -> bool:
    """Whether the sentence is whole and is about the words it was made to be about: its first ``host`` ones."""
    subjects = [child for child in sentence.span.root.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    if not is_complete(sentence) or len(subjects) != 1:
        return False
    return max(token.i for token in subjects[0].subtree) == host - 1


def _of_aside(tokens: list[Token], at: int, facts: tuple[Fact, ...], sentence: Sentence, bygone: Bygone) -> list[Said]:
    end = _end_of_aside(tokens, at)
    host = _host(tokens, at, end) if end is not None else []
    if not host or end is None:
        return []
    body = tokens[at + 1 : end]
    if len(body) < 2 or any(token.text in QUOTES for token in body):
        return []
    place = sentence.offset(host[-1])
    kind = next((fact.kind for fact in facts if fact.kind in KINDS and fact.start <= place < fact.end), None)
    first = body[0]
    if first.lower_ in {"who", "which"}:
        return _of_relative(tokens, host, body, end, kind == "person")
    if _is_joined(tokens, end):
        return []
    if first.tag_ == "VBN" and first.lower_ not in NOT_PASSIVE:
        if not _precedes_verb(tokens, end) and _governor(tokens, at) not in host:
            return []  # "… within ninety days, watched by observers": the days are not watched
        if _stands_in_another(host[-1], tokens, kind):
            return []
        be = _be_done(tokens, host, body, facts, sentence, bygone)
        return [([*host, *be, *body], len(host), False)] if be else []
    if host[-1].pos_ == "PROPN" and first.lower_ in {"a", "an"}:
        told = say_what_it_is(host, body, kind, _is_past(tokens), bygone)
        return [([*host, *told[0], *body], len(host), told[1])] if told else []
    return []


def _of_relative(tokens: list[Token], host: list[Token], body: list[Token], end: int, person: bool) -> list[Said]:
    """ "…, which opened in 1932": the words behind "which" are said of the host."""
    follows = body[0].lower_ == "which" and not _precedes_verb(tokens, end)
    if follows and (host[-1].pos_ != "PROPN" or body[1].lower_ in FOLLOWING):
        return []
    if body[0].lower_ == "which" and _stands_in_another(host[-1], tokens, "person" if person else None):
        return []
    certain = (body[0].lower_ == "who") == person or (body[0].lower_ == "who" and host[0].i == tokens[0].i)
    return [([*host, *body[1:]], len(host), False)] if certain and _opens_with_verb(body[1:]) else []


def _stands_in_another(last: Token, tokens: list[Token], kind: str | None) -> bool:
    """Whether another noun before it may be meant: the charcoal of "charcoal buried beneath the pumice, dated …"."""
    if kind == "person" or last.pos_ == "PROPN":
        return False
    token = last
    while token.head != token and token.head.i >= tokens[0].i:
        if token.dep_ in {"acl", "acl:relcl"} and token.head.i < token.i:
            return True
        if token.pos_ in {"VERB", "AUX"} and token.dep_ == "ROOT":
            return False
        token = token.head
    return False


def _host(tokens: list[Token], at: int, end: int | None) -> list[Token]:
    """The noun phrase right before a comma that the aside can only be about; nothing where two might be meant."""
    head = tokens[at - 1]
    if head.pos_ not in NOMINAL:
        return []
    while head.dep_ in {"flat", "compound"} and head.head.pos_ in NOMINAL and head.head.i < head.i:
        head = head.head
    governor = _governor(tokens, at)
    while head.dep_ in {"nmod", "nmod:unmarked", "appos", "flat"} and head.head.i < head.i and governor != head:
        if head.dep_ in {"nmod", "nmod:unmarked"} and not _precedes_verb(tokens, end):
            return []  # "the director of the firm, who …": which of the two?
        head = head.head
    if head.dep_ in {"conj", "ROOT", "obl:unmarked"} or any(child.dep_ == "cop" for child in head.children):
        return []
    if head.dep_ in {"nmod", "appos"} and head.pos_ != "PROPN":
        return []
    first = min(token.i for token in head.subtree) - tokens[0].i
    host = tokens[max(first, 0) : at]
    while host and host[0].pos_ in {"ADP", "SCONJ", "VERB"} and host[0].dep_ in {"case", "fixed"}:
        host = host[1:]
    if len(host) > 2 and host[0].like_num and host[1].pos_ == "PROPN" and re.fullmatch(r"\d{4}", host[0].text):
        host = host[1:]  # "In 1958 Viktor Zhdanov, …"
    plain = all(token.pos_ not in UNPLAIN or token.text == "-" or token.nbor(-1).text == "-" for token in host)
    known = {token.i for token in head.subtree}
    return host if plain and len(host) <= LONGEST_HOST and all(token.i in known for token in host) else []


def _governor(tokens: list[Token], at: int) -> Token | None:
    """What the parse hangs the aside on, where that is a noun before it."""
    for token in tokens[at + 1 : at + 7]:
        if token.dep_ in {"acl", "acl:relcl", "appos"} and token.head.i < tokens[at].i:
            return token.head
    return None


def _precedes_verb(tokens: list[Token], end: int | None) -> bool:
    """Whether the main verb follows the aside, so that the aside stands behind the subject."""
    return end is not None and end + 1 < len(tokens) and tokens[end + 1].tag_ in {*FINITE, "MD"}


def _end_of_aside(tokens: list[Token], at: int) -> int | None:
    """Where an aside ends: at the comma before a finite verb, or at the end of the sentence with no comma between."""
    for end in range(at + 2, len(tokens)):
        token = tokens[end]
        if token.text in {".", ";", ":", "!"}:
            return end
        if token.text == ",":
            following = tokens[end + 1]
            return end if following.tag_ in {*FINITE, "MD"} or following.lower_ in {"and", "but"} else None
    return len(tokens)


def _is_joined(tokens: list[Token], end: int) -> bool:
    """Whether "and" follows, so that what looked like an aside may be one of a list."""
    return end + 1 < len(tokens) and tokens[end + 1].lower_ in {"and", "or"}


def _opens_with_verb(body: list[Token]) -> bool:
    words = [token for token in body[:3] if token.tag_ not in {"RB"}]
    return bool(words) and words[0].tag_ in {*FINITE, "MD"}


def _is_past(tokens: list[Token]) -> bool:
    """Whether the sentence tells of the past: its first finite verb outside a relative clause does."""
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    finite = [child for child in root.children if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < root.i] or [
        root
    ]
    return finite[0].tag_ not in {"VBZ", "VBP", "MD"}


def _be_done(
    tokens: list[Token],
    host: list[Token],
    body: list[Token],
    facts: tuple[Fact, ...],
    sentence: Sentence,
    bygone: Bygone,
) -> list[str]:
    """The auxiliary that makes a participle a predicate; none where only the reader could tell its tense."""
    if any(token.lower_ in {"since", "still", "yet", "now"} for token in body):
        return []
    low, high = sentence.offset(body[0]), sentence.offset(body[-1])
    dated = any(fact.kind == "date" and low <= fact.start <= high for fact in facts)
    if not dated and _has_modal(tokens):
        return []
    if not dated and body[0].lower_ in STATES and _is_past(tokens) and not bygone.is_long_ago:
        return []  # "the village, set in the hills, was cleared": it lies there still
    return [_be(host, dated or _is_past(tokens))]


def _has_modal(tokens: list[Token]) -> bool:
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    return any(child.tag_ == "MD" for child in root.children)


def _be(host: list[Token], past: bool) -> str:
    several = host[-1].tag_ in {"NNS", "NNPS"}
    if past:
        return "were" if several else "was"
    return "are" if several else "is"


def _of_front(tokens: list[Token], facts: tuple[Fact, ...], sentence: Sentence, bygone: Bygone) -> list[Said]:
    """ "Built in Turin by seven firms, the probe was launched …": the participle before the subject."""
    if tokens[0].tag_ != "VBN" or tokens[0].lower_ in NOT_PASSIVE:
        return []
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    subjects = [child for child in root.children if child.dep_ in {"nsubj", "nsubj:pass", "expl"}]
    if len(subjects) != 1:
        return []
    host = sorted(subjects[0].subtree, key=lambda token: token.i)
    start = host[0].i - tokens[0].i
    if start < 3 or tokens[start - 1].text != "," or any(token.is_punct for token in host):
        return []
    front = tokens[: start - 1]
    be = _be_done(tokens, host, front, facts, sentence, bygone)
    return [([*host, *be, *front], len(host), False)] if be else []
