"""Which one "the company", "the ship", "the town" and "the country" mean: the one of its kind that was just named."""

import re
from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from quizapp.facts import Fact, Place
from quizapp.generation.kinds import SHIPS
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.referents import Referent, quoted_tokens
from quizapp.generation.targets import NAMED_NOUNS
from quizapp.language import Sentence

FIRM = frozenset("company firm airline bank retailer carmaker automaker manufacturer brewer publisher startup".split())
CLASSES = {
    **dict.fromkeys("city town village".split(), "city"),
    **dict.fromkeys("country nation".split(), "country"),
}
# Bodies of these names are no firms; of the rest, one that is nothing but capitals may be anything.
FIRMS_TOO = frozenset("company bank airline airlines corporation trust group".split())
NEAREST = 2
ABOARD = re.compile(r"\b(?:aboard|on board) (the [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


def find_callings(sentences: tuple[Sentence, ...], facts: Mapping[int, tuple[Fact, ...]]) -> dict[int, Referent]:
    """The definite nouns that call a firm, a ship or a place by its kind, by where they begin in the report."""
    found: dict[int, Referent] = {}
    for at, sentence in enumerate(sentences):
        said = quoted_tokens(sentence)
        for noun in sentence.span:
            if noun.lower_ not in FIRM | SHIPS and noun.lower_ not in CLASSES:
                continue
            if noun.i in said or [one.lower_ for one in noun.children if one.dep_ not in {"case", "punct"}] != ["the"]:
                continue
            before = [one for one in sentences[max(0, at - NEAREST) : at] if one.passage == sentence.passage]
            referent = _boarded(before) if noun.lower_ in SHIPS else _called(noun, sentence, before, facts)
            if referent is not None:
                found[sentence.offset(noun)] = referent
    return found


def _boarded(before: list[Sentence]) -> Referent | None:
    """The ship that the sentences before go aboard, by its name."""
    named = {found[1]: one for one in before for found in ABOARD.finditer(one.span.text)}
    return Referent(*next(iter(named.items()))) if len(named) == 1 else None


def _called(
    noun: Token, sentence: Sentence, before: list[Sentence], facts: Mapping[int, tuple[Fact, ...]]
) -> Referent | None:
    """What was named last of the noun's kind, in its own sentence or the nearest before; None where two were."""
    own = [fact for fact in facts.get(sentence.start, ()) if fact.start < sentence.offset(noun)]
    for where, told in [(sentence, own), *((one, facts.get(one.start, ())) for one in reversed(before))]:
        named = {_name(fact): fact for fact in _of_kind(noun.lower_, told)}
        if named:
            return _referent(next(iter(named.values())), where) if len(named) == 1 else None
    return None


def _of_kind(noun: str, told: Iterable[Fact]) -> list[Fact]:
    if noun in CLASSES:
        places = [fact for fact in told if isinstance(fact.value, Place) and fact.text == fact.value.name]
        return [fact for fact in places if isinstance(fact.value, Place) and fact.value.place_class == CLASSES[noun]]
    return [fact for fact in told if fact.kind == "organisation" and fact.value and _may_be_firm(str(fact.value))]


def _may_be_firm(name: str) -> bool:
    last = name.split()[-1].lower()
    return not name.isupper() and (last not in NAMED_NOUNS or last in FIRMS_TOO)


def _name(fact: Fact) -> str:
    return fact.value.name if isinstance(fact.value, Place) else str(fact.value)


def _referent(fact: Fact, sentence: Sentence) -> Referent:
    first = fact_tokens(sentence, fact)[0]
    articled = first.i > 0 and first.nbor(-1).lower_ == "the"
    return Referent(f"the {fact.text}" if articled else fact.text, sentence)
