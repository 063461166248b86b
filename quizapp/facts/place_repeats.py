"""What one mention of a place tells about others in the report: the name again, its people, and what is no place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from quizapp.facts.lexical import bits_of, is_capital
from quizapp.facts.place_boundaries import in_longer_name
from quizapp.facts.place_nouns import (
    BETWEEN,
    KINDS_OF_PLACE,
    LOOSE_PREPOSITIONS,
    NOUNS,
    OPENERS_OF,
    PLACE_PREPOSITIONS,
)
from quizapp.facts.place_patterns import capitals_from, described_as, is_rare
from quizapp.facts.place_sightings import Sighting, words_of
from quizapp.facts.titles import FUNCTION_WORDS, SHIP_PREFIXES, THINGS_NAMED, TITLES
from quizapp.language import Reading, gazetteer
from quizapp.language.lexicon import GIVEN_NAME

CALLED_SHORT = ("base", "airport")
REPUBLIC = "Republic of "
ENDINGS_OF_PEOPLES = ("n", "ns", "an", "ans", "ian", "ians", "ish", "ese")


def names_of_things(reading: Reading) -> frozenset[str]:
    """Ships, probes and the like: "the steamer Portland", "HMS Sheffield", "Halcyon, a small probe"."""
    names = set()
    for sentence in reading.sentences:
        tokens = list(sentence.span)
        for place, token in enumerate(tokens):
            if token.lower_ in SHIP_PREFIXES or (token.text in THINGS_NAMED and token.pos_ in ("NOUN", "PROPN")):
                last = capitals_from(tokens, place + 1)
                names.add(words_of(tokens[place + 1 : last]))
            elif is_capital(token) and not (place and is_capital(tokens[place - 1])):
                last = capitals_from(tokens, place)
                noun = described_as(tokens, last) if last > place else None
                if noun is not None and noun.text in THINGS_NAMED:
                    names.add(words_of(tokens[place:last]))
    return frozenset(names) - {""}


def is_a_thing(seen: Sighting, things: frozenset[str]) -> bool:
    """Whether a sighting names a ship of the report; a town of that name must stand where only a place does."""
    if seen.name not in things or seen.how in ("demonym", "noun"):
        return False
    before = seen.sentence.span[seen.first - 1].lower_ if seen.first else ""
    return seen.known is None or before not in PLACE_PREPOSITIONS


def repeats(reading: Reading, kept: Sequence[Sighting]) -> Iterator[Sighting]:
    """Further mentions of places that no list holds, and of their peoples ("Sarovian" where Sarovia is a place)."""
    taken = {offset for seen in kept for offset in range(seen.start, seen.end)}
    borne = _surnames(reading)
    spelled = {
        words: seen
        for words, seen in (_with_councils(reading) | _spellings(kept)).items()
        if not (_stem_of_base(seen) == " ".join(words) and words[-1] in borne)
    }
    for sentence in reading.sentences if spelled else ():
        tokens = list(sentence.span)
        for first, token in enumerate(tokens):
            for length in (3, 2, 1):
                words = tuple(word.text for word in tokens[first : first + length])
                model = spelled.get(words)
                if model is None or (first and tokens[first - 1].lower_ in TITLES):
                    continue
                seen = replace(model, sentence=sentence, first=first, last=first + len(words), how="pattern")
                person = token.ent_type_ == "PERSON" and not is_rare(token) and model.how != "noun"
                person = person and not (first and tokens[first - 1].lower_ in PLACE_PREPOSITIONS | LOOSE_PREPOSITIONS)
                if seen.start not in taken and not person and not in_longer_name(seen, tokens):
                    yield seen
                break


def _spellings(kept: Sequence[Sighting]) -> dict[tuple[str, ...], Sighting]:
    spelled: dict[tuple[str, ...], Sighting] = {}
    for seen in kept:
        opened = seen.name.partition(" of ")
        if seen.how in ("entity", "pattern") and seen.known is None and seen.name not in gazetteer():
            name = seen.name
        elif seen.how == "noun" and seen.known is None and OPENERS_OF.get(opened[0].lower()) in ("country", "region"):
            name = opened[2]
        elif base := _stem_of_base(seen):
            name = base
        else:
            continue
        spelled.setdefault(tuple(name.split()), seen)
        if " " not in name:
            for ending in ENDINGS_OF_PEOPLES:
                spelled.setdefault((name + ending,), seen)
    return spelled


def _surnames(reading: Reading) -> frozenset[str]:
    """Words behind a given name or a title: "Hill" where the report has a General Wesley Hill."""
    return frozenset(
        token.text
        for sentence in reading.sentences
        for before, token in pairwise(sentence.span)
        if is_capital(before) and (before.lower_ in TITLES or bits_of(before.lower_) & GIVEN_NAME)
    )


def _stem_of_base(seen: Sighting) -> str | None:
    """ "Hill" of "Hill Air Base", which stands for it later."""
    named = seen.how == "noun" and not seen.small_noun and seen.known is None and seen.place_class in CALLED_SHORT
    words = seen.name.split()
    while named and len(words) > 1 and (words[-1].lower() in NOUNS or words[-1].lower() in BETWEEN):
        words.pop()
    return words[0] if named and len(words) == 1 and words[0] not in gazetteer() else None


def _with_councils(reading: Reading) -> dict[tuple[str, ...], Sighting]:
    """ "Thornby Town Council": Thornby is a town wherever else it stands."""
    found: dict[tuple[str, ...], Sighting] = {}
    for sentence in reading.sentences:
        tokens = list(sentence.span)
        for place, token in enumerate(tokens[:-1]):
            kind = KINDS_OF_PLACE.get(token.lower_) if token.text.istitle() else None
            if kind is None or tokens[place + 1].text not in ("Council", "Hall", "Court"):
                continue
            first = place
            while first and is_capital(tokens[first - 1]) and tokens[first - 1].lower_ not in FUNCTION_WORDS:
                first -= 1
            name = words_of(tokens[first:place])
            if name and name not in gazetteer() and not bits_of(name.lower()) & GIVEN_NAME:
                found[tuple(name.split())] = Sighting(sentence, first, place, name, "pattern", None, kind)
    return found


def republics_for_regions(kept: Sequence[Sighting]) -> dict[Sighting, Sighting]:
    """ "Sumatra" where a report has a Republic of Sumatra and nothing else of the region's country: the republic."""
    states = {seen.name.removeprefix(REPUBLIC): seen for seen in kept if seen.name.startswith(REPUBLIC)}
    states = {name: seen for name, seen in states.items() if seen.how == "noun" and seen.known is None}
    elsewhere = {
        entry.country
        for seen in kept
        if seen.known and seen.known not in states
        for entry in gazetteer().lookup(seen.known)
    }
    return {
        seen: replace(states[seen.known], sentence=seen.sentence, first=seen.first, last=seen.last, how="pattern")
        for seen in kept
        if seen.known in states
        and all(
            entry.place_class == "region" and entry.country not in elsewhere
            for entry in gazetteer().lookup(seen.known or "")
        )
    }


def short_for(seen: Sighting, longer: Mapping[str, Sighting]) -> Sighting:
    """ "the Pole" after "the South Pole" is that pole and no Pole; ``longer`` has earlier places by their last word."""
    tokens = seen.sentence.span
    if seen.how != "demonym" or not seen.first or tokens[seen.first - 1].lower_ != "the":
        return seen
    full = longer.get(words_of(list(tokens[seen.first : seen.last])))
    return replace(seen, name=full.name, known=full.known, how="known") if full is not None else seen
