"""What the words around one mention of a name say about the kind of thing it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lemminflect import getLemma
from spacy.tokens import Token

from quizapp.facts.candidates import Candidate
from quizapp.facts.known_bodies import (
    EVERYDAY_BODIES,
    EVERYDAY_NEWSPAPERS,
    KNOWN_ORGANISATIONS,
    NEWSPAPERS,
    SHOPS,
    WHOLE_BODIES,
)
from quizapp.facts.lexical import bits_of, capitals_of, is_demonym
from quizapp.facts.name_neighbours import words_after, words_before
from quizapp.facts.name_runs import APOSTROPHES
from quizapp.facts.place_nouns import COMBINING_PEOPLES, FOREIGN_BUILDINGS, NOUNS, OPENERS
from quizapp.facts.place_patterns import is_dateline
from quizapp.facts.roles import described_after, role_before
from quizapp.facts.titles import (
    CORPORATE_SUFFIXES,
    FIRST_HEADS,
    HEADS_BEFORE_OF,
    HEADS_OF_PLACES_TOO,
    HUMAN,
    INDICES,
    NOT_PEOPLE,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PARTICLES,
    PLACE_ABBREVIATIONS,
    SAYING,
    SHIP_PREFIXES,
    TELLING_NEWSPAPERS,
)
from quizapp.language.gazetteer import LARGE_CITY, gazetteer
from quizapp.language.lexicon import GIVEN_NAME, ORGANISATION_NOUN, PLACE_NOUN, SURNAME

# Mountains, streets and waters that no person is called by.
FOREIGN_GROUND = frozenset(
    "mont monte mount mt cape cerro sierra volcán nevado jebel jabal rua rue avenida calle plaza piazza praça río loch"
    " laguna wadi".split()
)
# What a centre does that is a body: "German Aerospace Center".
FIELDS_OF_BODIES = frozenset(
    "aerospace research studies policy rights information prediction forecasting warning monitoring coordination"
    " seismological meteorological geological geophysical hydrological statistics climate".split()
)
LETTERED = frozenset(
    "dome camp area zone block site terminal platform building hut station sector point hepatitis vitamin influenza"
    " group type pier gate dock wing level plan".split()
)
ROCKETS = frozenset(("atlas", "delta", "apollo", "titan", "saturn", "ariane"))


@dataclass(frozen=True, slots=True)
class Clues:
    """The signals of one mention (keys of names.WEIGHTS), the model's label, and the role the text gives."""

    signals: frozenset[str]
    label: str
    role: str | None = None


@cache
def verb_lemma(word: str) -> str:
    lemmas = getLemma(word.lower(), upos="VERB")
    return str(lemmas[0]) if lemmas else word.lower()


def clues_of(candidate: Candidate) -> Clues:
    """Everything that one mention says about its kind."""
    tokens = list(candidate.sentence.span)
    role = role_before(tokens, candidate)
    after, role_after = described_after(tokens, candidate)
    signals = {
        *_own_words(candidate),
        *words_before(tokens, candidate),
        *words_after(tokens, candidate),
        *_verbs(candidate),
        *after,
        *(("role before",) if role else ()),
    }
    if signals & {"known", "everyday known"}:
        signals -= {"not a name", "demonym"}
    if "body before" in signals and not candidate.title and not signals & {"given name", "initial"}:
        signals.discard("role before")  # "the operator, Lorne Coaches"
        role = None
    if candidate.title:
        signals.add("title")
    if is_dateline(tokens, candidate.first, candidate.last) and candidate.text.title() in gazetteer():
        signals.add("abbreviated place")
    if _is_labelled_whole(candidate):
        signals.add("labelled whole")
    labels = [token.ent_type_ for token in candidate.tokens if token.ent_type_]
    label = max(dict.fromkeys(labels), key=labels.count) if labels else ""
    return Clues(frozenset(signals), label, role or role_after)


def _tells(candidate: Candidate) -> bool:
    """ "told the Sun", "the Sun reported": the word is a newspaper here and no thing of the sky or the house."""
    tokens = list(candidate.sentence.span)
    around = tokens[max(0, candidate.first - 3) : candidate.first] + tokens[candidate.last : candidate.last + 2]
    return any(token.lower_ in TELLING_NEWSPAPERS for token in around)


def _is_labelled_whole(candidate: Candidate) -> bool:
    """ "Yerry Selk", two rare words that the model calls a person; "the James Caird" is a boat."""
    tokens = candidate.tokens
    if candidate.opening and candidate.sentence.span[candidate.opening - 1].lower_ == "the":
        return False
    rare = all(
        token.is_alpha and (capitals_of(token.lower_) in (0, 4, 5, 6) or bits_of(token.lower_) & GIVEN_NAME)
        for token in tokens
    )
    people = all(token.ent_type_ == "PERSON" for token in tokens)
    return len(tokens) in (2, 3) and rare and people and tokens[0].lower_ not in OPENERS


def _own_words(candidate: Candidate) -> Iterator[str]:
    words = [token.lower_ for token in candidate.tokens]
    text = " ".join(words).replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "'s")
    newspaper = len(words) == 1 and text in NEWSPAPERS and (text not in EVERYDAY_NEWSPAPERS or _tells(candidate))
    if (newspaper and candidate.first and candidate.sentence.span[candidate.first - 1].lower_ == "the") or (
        words[-1] in APOSTROPHES and words[0] in SHOPS
    ):
        yield "known"
    elif text in KNOWN_ORGANISATIONS:
        yield "everyday known" if text in EVERYDAY_BODIES else "known"
    elif len(words) > 1 and words[0] in KNOWN_ORGANISATIONS | {"police"} and candidate.tokens[-1].text in gazetteer():
        yield "known"  # "BBC Wales"
    elif re.fullmatch(r"[A-Z](?:[A-Z&]|\.[A-Z]){1,5}\.?s?", candidate.text) and text not in NOT_PEOPLE:
        yield "capitals"
    if _is_a_make(candidate, words):
        yield "made by"
    if text in INDICES:
        yield "index"
    if text in PLACE_ABBREVIATIONS:
        yield "abbreviated place"
    if text in NOT_PEOPLE or all(len(word.rstrip(".")) == 1 for word in words):
        yield "not a name"
    if len(words) > 1 and len(words[-1]) == 1 and words[-2] in LETTERED:
        yield "not a name"  # "Dome C", "Hepatitis B"
    if words[0] in SHIP_PREFIXES and len(words) > 1:
        yield "ship"
    if any(any(mark.isdigit() for mark in word) for word in words):
        yield "numbered"
    if is_demonym(candidate.tokens[-1]) and (len(words) == 1 or (len(words) == 3 and words[0] in COMBINING_PEOPLES)):
        yield "demonym"
    yield from _heads(words)
    yield from _name_lists(candidate.tokens, words)


def _is_a_make(candidate: Candidate, words: list[str]) -> bool:
    """ "Toyota Corolla", "Atlas V", "Mac OS X": a product by its maker, number or system."""
    if "os" in words or words[0] == "mac":
        return True
    if re.fullmatch(r"[ivx]+", words[-1]) and candidate.title is None:
        return words[0] in ROCKETS or not bits_of(words[0]) & GIVEN_NAME
    body = words[-1] in ORGANISATION_HEADS | CORPORATE_SUFFIXES | KNOWN_ORGANISATIONS
    made = len(words) > 1 and words[0] in KNOWN_ORGANISATIONS and not body and words[1] != "&"
    return made and candidate.tokens[-1].text not in gazetteer()


def _heads(words: list[str]) -> Iterator[str]:
    if len(words) > 1 and words[0] in FOREIGN_BUILDINGS | FOREIGN_GROUND:
        yield "place noun"
        if words[0] in FOREIGN_GROUND:
            yield "ground"
        return
    of = next((index for index, word in enumerate(words) if word in ("of", "for", "on")), len(words))
    final = words[-1]
    if len(words) > 2 and words[-2] in ORGANISATION_HEADS and final.title() in gazetteer():
        final = words[-2]  # "Imperial College London"
    head = words[of - 1] if of else final
    if of < len(words) and head in HEADS_BEFORE_OF:
        yield "place-like head" if head in HEADS_OF_PLACES_TOO and head not in ("college", "school") else "head"
    elif head in OTHER_HEADS and (len(words) > 1):
        yield "other head"
    elif len(words) > 1 and (final in CORPORATE_SUFFIXES or words[-2] == "/"):
        yield "suffix"
    elif len(words) > 1 and final in ORGANISATION_HEADS:
        place_like = final in HEADS_OF_PLACES_TOO and not (len(words) > 2 and words[-2] in FIELDS_OF_BODIES)
        yield "place-like head" if place_like else "head"
    elif len(words) > 1 and (bits_of(final) & PLACE_NOUN or final in NOUNS) and words[0] not in ("radio", "rádio"):
        yield "surname or place noun" if bits_of(final) & SURNAME else "place noun"
    elif len(words) == 2 and final in NEWSPAPERS and words[0].title() in gazetteer():
        yield "head"  # "Leeds Mercury"
    elif len(words) > 1 and (words[0] in FIRST_HEADS or "&" in words[1:-1]):
        yield "first head"  # "Pike & Sandham"
    elif len(words) == 1 and final in WHOLE_BODIES:
        yield "head"
    elif (len(words) == 1 and final in OTHER_HEADS and not bits_of(final) & (GIVEN_NAME | SURNAME)) or (
        len(words) == 1
        and (final in ORGANISATION_HEADS or bits_of(final) & (PLACE_NOUN | ORGANISATION_NOUN))
        and capitals_of(final) < 5
    ):
        yield "not a name"
    elif len(words) > 1 and bits_of(final) & ORGANISATION_NOUN:
        yield "organisation noun"


def _name_lists(tokens: list[Token], words: list[str]) -> Iterator[str]:
    plain = [word for word in words if word != "-"]
    first, last = bits_of(plain[0]), bits_of(plain[-1])
    common = capitals_of(plain[-1]) in (1, 2, 3) and not last & (SURNAME | GIVEN_NAME)
    of_another_kind = plain[-1] in ORGANISATION_HEADS | OTHER_HEADS or bool(
        (last & PLACE_NOUN or plain[-1] in NOUNS) and not last & SURNAME
    )
    if len(plain) > 1 and not of_another_kind:
        if (
            first & GIVEN_NAME
            and not common
            and plain[0] not in PARTICLES
            and not any(word in ("of", "and", "&", "for") for word in words)
        ):
            yield "given name"
        if any(re.fullmatch(r"[a-z]\.?(?:[a-z]\.)*", word) for word in plain[:-1]) and len(plain[-1]) > 2:
            yield "initial"
        if len(plain) > 2 and any(
            word in ("al", "bin", "ibn", "van", "von", "der", "de", "abu") for word in plain[1:-1]
        ):
            yield "particle"
        if re.fullmatch(r"[ivx]+", plain[-1]) and first & GIVEN_NAME and plain[0] not in ROCKETS:
            yield "regnal"
    elif len(plain) == 1 and first & GIVEN_NAME and capitals_of(plain[0]) >= 4:
        yield "given name only"
    elif len(plain) == 1 and first & SURNAME and capitals_of(plain[0]) >= 4:
        yield "surname only"
    entries = gazetteer().lookup(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)
    if any(entry.place_class == "country" for entry in entries):
        yield "country"
    elif entries:
        yield "known place" if max(entry.population for entry in entries) > LARGE_CITY else "small place"


def _verbs(candidate: Candidate) -> Iterator[str]:
    for token in candidate.tokens:
        if (
            token.dep_ in ("nsubj", "nsubj:pass")
            and token.head.pos_ in ("VERB", "AUX")
            and token.head not in candidate.tokens
        ):
            lemma = verb_lemma(token.head.text)
            if lemma in SAYING and token.dep_ == "nsubj":
                yield "said"
                yield "body said"
            if lemma in HUMAN:
                yield "human"
            following = candidate.sentence.span.doc[candidate.sentence.span.end :][:1]
            if len(following) and following[0].lower_ in ("he", "she"):
                yield "pronoun"
            return
