"""Where a report says which bridge or which war it means, so that a later "the bridge" can say it too."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generation.phrases import begins_by_chance, render, subtree, without_loose_commas
from quizapp.language import Sentence

DEFINING = {"nmod", "nmod:poss", "compound", "acl", "acl:relcl", "nmod:desc"}
KEPT = {"det", "amod", "compound", "nmod", "nmod:poss", "case", "nmod:desc", "flat", "nummod", "conj", "cc"}
LONGEST = 9


@dataclass(frozen=True, slots=True)
class Introduction:
    """A phrase that says by a name which one of its noun is meant; ``text`` is how a later mention may read,
    ``plain`` the same without the adjectives that only describe ("close", "long").
    """

    start: int
    text: str
    plain: str
    adjectives: frozenset[str]
    names: frozenset[str]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class NounMention:
    """A phrase of a noun: where it is, what tells it from others of its noun, and what it introduces, if anything.

    It ``is_new`` where it brings one in that was not there before ("a bridge", "two bridges").
    """

    start: int
    modifiers: frozenset[str]
    introduction: Introduction | None
    is_new: bool = False


Introductions = Mapping[str, tuple[NounMention, ...]]


def find_introductions(sentences: tuple[Sentence, ...]) -> Introductions:
    """The phrases of each noun, in order."""
    found: dict[str, list[NounMention]] = {}
    for sentence in sentences:
        for token in sentence.span:
            if token.pos_ == "NOUN":
                defined = any(child.dep_ in DEFINING for child in token.children)
                introduction = _introduction(token, sentence) if defined else None
                mention = NounMention(sentence.offset(token), _modifiers(token), introduction, _is_new(token))
                found.setdefault(token.lower_, []).append(mention)
    return {noun: tuple(listed) for noun, listed in found.items()}


def _is_new(noun: Token) -> bool:
    if noun.dep_ == "appos" or any(child.dep_ == "cop" for child in noun.children):
        return False  # "the Lady of Lorn, a ferry": what is named already
    determiners = [child for child in noun.children if child.dep_ in {"det", "nummod", "nmod:poss"}]
    if any(child.lower_ in {"the", "this", "that", "these", "those"} for child in determiners):
        return False
    return bool(determiners) or noun.tag_ == "NNS"


def things_of(mentions: tuple[NounMention, ...]) -> int:
    """How many things, or groups, a story brings in by a noun: each new one, and each that a name tells apart."""
    named = {one.introduction.names for one in mentions if one.introduction and not one.is_new}
    return len(named) + sum(1 for one in mentions if one.is_new)


def _modifiers(noun: Token) -> frozenset[str]:
    return frozenset(
        child.lower_ for child in noun.children if child.dep_ in {"amod", "compound", "nummod", "nmod:poss"}
    )


def _introduction(noun: Token, sentence: Sentence) -> Introduction | None:
    tokens = without_loose_commas(subtree(noun, lambda child: child.dep_ not in KEPT or _is_aside(child, noun)))
    if noun.children and any(child.dep_ == "case" and child.head == noun for child in tokens):
        tokens = [token for token in tokens if not (token.dep_ == "case" and token.head == noun)]
    names = frozenset(token.text for token in tokens if token.pos_ == "PROPN" or token.ent_type_)
    if not names or len(tokens) > LONGEST or any(token.pos_ in {"PRON", "VERB", "AUX"} for token in tokens):
        return None
    if any(token.dep_ == "nummod" and token.head == noun for token in tokens) or noun.dep_ in {"compound", "conj"}:
        return None
    if any(_is_bare(token) for token in tokens if token != noun) or any(
        token.dep_ == "conj" for token in noun.children
    ):
        return None
    determiner = next((token for token in tokens if token.dep_ == "det" and token.head == noun), None)
    if determiner is not None and determiner.lower_ not in {"a", "an", "the"}:
        return None
    rest = [token for token in tokens if token != determiner]
    plain = [token for token in rest if not (token.dep_ == "amod" and token.head == noun and token.is_lower)]
    article = "" if any(child.dep_ == "nmod:poss" for child in noun.children) else "the "
    return Introduction(
        sentence.offset(noun), article + _within(rest), article + _within(plain), _modifiers(noun), names, sentence
    )


def _within(tokens: list[Token]) -> str:
    """The words as they stand within a sentence, though they may have begun one ("Commercial ferries")."""
    text = render(tokens)
    return text[:1].lower() + text[1:] if tokens and tokens[0].is_sent_start and begins_by_chance(tokens[0]) else text


def _is_aside(child: Token, noun: Token) -> bool:
    """Whether a phrase after the noun is set off by a comma."""
    left = min(child.subtree, key=lambda token: token.i)
    return child.i > noun.i and (left.is_punct or (left.i > 0 and left.nbor(-1).text in {",", "(", "—", "–"}))


def _is_bare(token: Token) -> bool:
    """Whether a noun within the phrase leans on something itself ("the war in the region")."""
    definite = any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in token.children)
    return definite and token.pos_ == "NOUN" and not any(child.dep_ in DEFINING for child in token.children)


def introduced_before(noun: Token, offset: int, introductions: Introductions) -> Introduction | None:
    """The introduction that a later "the …" means: the noun's first mention, where no mention since is of another."""
    earlier = [one for one in introductions.get(noun.lower_, ()) if one.start < offset]
    if not earlier or earlier[0].introduction is None:
        return None
    first = earlier[0].introduction
    known = first.adjectives
    for one in earlier[1:]:
        if not one.modifiers <= known or (one.introduction and not one.introduction.names & first.names):
            return None
    return first if _modifiers(noun) <= known else None
