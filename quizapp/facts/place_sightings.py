"""Where the words of a sentence may be a place, and what name they make; apart from the weighing of the evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from quizapp.facts.fact import PlaceClass
from quizapp.facts.known_bodies import KNOWN_ORGANISATIONS
from quizapp.facts.lexical import is_capital
from quizapp.facts.place_nouns import (
    BETWEEN,
    COMPOUNDS,
    DIRECTIONS,
    FOREIGN_BUILDINGS,
    NOUNS,
    NOUNS_AFTER_KNOWN,
    OPENERS,
    OPENERS_OF,
    OWNED_PLACES,
    SMALL_NOUNS,
)
from quizapp.facts.place_patterns import pattern_spans
from quizapp.facts.titles import CALENDAR, FUNCTION_WORDS, ORGANISATION_HEADS, OTHER_HEADS, TITLES
from quizapp.language import Sentence, gazetteer

LONGEST_NAME = 10  # tokens
OCEANIC = frozenset("Pacific Atlantic Caribbean Mediterranean Baltic Aegean Arctic Indian".split())
PARTICLES = frozenset("de del della di da do dos du la le les el al ad ash ez es den der van von".split())
CAPITAL_DIRECTIONS = frozenset("East West North South Upper Lower Inner Outer Eastern Western".split())
INSIDE_NAMES = PARTICLES | {"of", "and", "-", "'s", "’s", "on", "upon", "under", "sur", "in"}
ARTICLES_OF_ARABIC = frozenset(("al", "el", "ad", "ar", "as", "ash", "an", "az"))

How = Literal["known", "demonym", "noun", "entity", "pattern"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """Tokens ``first`` up to ``last`` (excluded) of a sentence, the name they make, and how it was seen.

    ``place_class`` is what a noun in or beside the name says; ``known`` is the name to look up in the gazetteer.
    """

    sentence: Sentence
    first: int
    last: int
    name: str
    how: How
    known: str | None = None
    place_class: PlaceClass | None = None
    small_noun: bool = False

    @property
    def tokens(self) -> list[Token]:
        return list(self.sentence.span[self.first : self.last])

    @property
    def start(self) -> int:
        return self.sentence.offset(self.sentence.span[self.first])

    @property
    def end(self) -> int:
        token = self.sentence.span[self.last - 1]
        return self.sentence.offset(token) + len(token.text)


def sightings(sentence: Sentence) -> list[Sighting]:
    """Every possible place of a sentence, in order, none overlapping another: the longest is taken."""
    tokens = list(sentence.span)
    found = [*_known(sentence, tokens), *_by_noun(sentence, tokens), *_by_opener(sentence, tokens)]
    found += [*_entities(sentence, tokens), *_by_pattern(sentence, tokens)]
    rank = {"known": 0, "demonym": 1, "noun": 2, "pattern": 3, "entity": 4}
    found.sort(key=lambda seen: (seen.first - seen.last, rank[seen.how], seen.first))
    taken: list[Sighting] = []
    for seen in found:
        if all(seen.last <= other.first or other.last <= seen.first for other in taken):
            taken.append(seen)
    return sorted(taken, key=lambda seen: seen.first)


def words_of(tokens: list[Token]) -> str:
    """The text of tokens with single spaces and straight apostrophes, as the gazetteer spells names."""
    text = "".join(token.text_with_ws for token in tokens)
    return re.sub(r"\s+", " ", text).strip().replace("’", "'")


def _known(sentence: Sentence, tokens: list[Token]) -> Iterator[Sighting]:
    places = gazetteer()
    for first, token in enumerate(tokens):
        split = first + 1 < len(tokens) and tokens[first + 1].text == "-"
        arabic = token.text.partition("-")[0] in ARTICLES_OF_ARABIC and (split or "-" in token.text)
        if not (is_capital(token) or arabic):
            continue
        for last in range(min(len(tokens), first + LONGEST_NAME), first, -1):
            name = words_of(tokens[first:last])
            known = _as_listed(name, dateline=sentence.span[0].i == token.i)
            if known and known in places:
                directed = bool(first) and tokens[first - 1].text in CAPITAL_DIRECTIONS and token.text.istitle()
                if directed and tokens[first - 1].i != tokens[0].i:
                    whole = words_of(tokens[first - 1 : last])
                    yield Sighting(sentence, first - 1, last, whole, "known", known)
                yield Sighting(sentence, first, last, known, "known", known)
                break
            demonym = places.demonym(name)
            if demonym is not None:
                yield Sighting(sentence, first, last, demonym.name, "demonym", demonym.name)
                break


def _as_listed(name: str, dateline: bool) -> str | None:
    """The name as the gazetteer would list it: "al-Bab" has a capital there, "BEIRA" only one."""
    if name in gazetteer():
        return name
    if name[0].islower():
        return name[0].upper() + name[1:]
    if dateline and name.isupper() and len(name) > 3:
        return name.title()
    return None


def _by_noun(sentence: Sentence, tokens: list[Token]) -> Iterator[Sighting]:
    for place, token in enumerate(tokens):
        noun = token.lower_
        before = tokens[place - 1].lower_ if place else ""
        place_class = COMPOUNDS.get((before, noun)) or NOUNS.get(noun)
        if place_class is None or not place:
            continue
        small = token.text.islower()
        if small and noun not in SMALL_NOUNS | NOUNS_AFTER_KNOWN and (before, noun) not in COMPOUNDS:
            continue
        between = before in BETWEEN or is_capital(token)
        if (not between and token.pos_ in ("VERB", "AUX", "ADP", "ADV")) or _goes_on(tokens, place):
            continue
        first = _beginning(tokens, place, small)
        if first is None:
            continue
        last = place + 1
        name = words_of(tokens[first:last])
        stem = words_of([word for word in tokens[first:place] if is_capital(word) or word.text == "-"])
        seen = Sighting(sentence, first, last, name, "noun", None, place_class, small)
        yield from _named_by(tokens, seen, stem)


def _named_by(tokens: list[Token], seen: Sighting, stem: str) -> Iterator[Sighting]:
    noun = tokens[seen.last - 1].lower_
    in_gazetteer = stem in gazetteer()
    if seen.small_noun and in_gazetteer and noun not in NOUNS_AFTER_KNOWN and not _is_small_place(stem):
        return  # "London bridge": only London is sure
    if seen.small_noun and stem in OCEANIC:
        return  # "the Pacific island of Lasi"
    if seen.small_noun and not in_gazetteer and noun not in SMALL_NOUNS and noun in NOUNS:
        return
    if stem.lower() in KNOWN_ORGANISATIONS or (gazetteer().demonym(stem) is not None and seen.small_noun):
        return
    if stem.lower() in TITLES | ORGANISATION_HEADS or stem.lower() in CALENDAR:
        return
    known = seen.name if seen.name in gazetteer() else None
    called_after = seen.place_class == "region" and noun not in ("island", "islands", "peninsula")
    if known is None and in_gazetteer and called_after:
        known = stem
    yield replace(seen, known=known)


def _is_small_place(name: str) -> bool:
    return all(entry.place_class == "city" and entry.population < 100_000 for entry in gazetteer().lookup(name))


def _goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a capitalised noun is only the middle of a name: "Silver Lake Partners"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return (
        following is not None
        and is_capital(tokens[place])
        and is_capital(following)
        and bool(tokens[place].whitespace_)
        and following.lower_ not in CALENDAR
        and following.lower_ not in FUNCTION_WORDS
    )


def _beginning(tokens: list[Token], place: int, small: bool) -> int | None:
    """Where the capitalised words before a place noun begin; None if there are none fit for a name."""
    first = place
    while small and first and tokens[first - 1].lower_ in BETWEEN and not is_capital(tokens[first - 1]):
        first -= 1
    name_end = first
    while first:
        before = tokens[first - 1]
        joined = is_capital(before) or (before.text[0].isdigit() and not small and before.text[-1].isalpha())
        hyphen = before.text == "-" and first > 1 and is_capital(tokens[first])
        saint = before.text in ("'s", "’s") and first > 1 and not small and _owns_place(tokens, first - 2, place)
        particle = before.text in PARTICLES and first > 1 and is_capital(tokens[first - 2])
        if not (joined or hyphen or saint or particle) or (joined and before.lower_ in CALENDAR):
            break
        first -= 1
    if tokens[first].text == "-" or tokens[first].text in PARTICLES:
        first += 1
    while first < name_end and _is_no_name(tokens, first, small):
        first += 1
    return first if first < name_end else None


def _owns_place(tokens: list[Token], place: int, noun: int) -> bool:
    """ "St Anne's Hill", "Miller's Wharf": a saint, a king, or anyone with a quay or a lane."""
    if place == noun - 2 and tokens[noun].lower_ in OWNED_PLACES and is_capital(tokens[place]):
        return tokens[place].text not in gazetteer() and gazetteer().demonym(tokens[place].text) is None
    return any(
        word.text in ("St", "St.", "Saint", "King", "Queen", "Lord") for word in tokens[max(0, place - 1) : place + 1]
    )


def _is_no_name(tokens: list[Token], place: int, small: bool) -> bool:
    """A word with a capital that is no part of the name after it: "The", "In", a demonym before a small noun."""
    word = tokens[place]
    if word.lower_ in FUNCTION_WORDS or word.lower_ in ("a", "an", "the"):
        return True
    if small and (gazetteer().demonym(word.text) is not None or word.lower_ in DIRECTIONS):
        return True
    return place == 0 and word.pos_ in ("DET", "ADP", "ADV", "SCONJ", "CCONJ", "PRON", "VERB") and len(tokens) > 1


def _by_opener(sentence: Sentence, tokens: list[Token]) -> Iterator[Sighting]:
    """ "Mount Erebus", "Strait of Hormuz", "Highway 95"."""
    for first, token in enumerate(tokens[:-1]):
        if not is_capital(token):
            continue
        word, after = token.lower_, tokens[first + 1]
        if word in ("highway", "route", "interstate", "road") and after.is_digit:
            yield Sighting(sentence, first, first + 2, words_of(tokens[first : first + 2]), "noun", None, "street")
        place_class, begin = OPENERS.get(word), first + 1
        while (
            place_class is not None
            and begin + 1 < len(tokens)
            and tokens[begin].text in PARTICLES | {"des", "d'", "aux"}
        ):
            begin += 1  # "Palais des Nations"
        if after.text == "of" and word in OPENERS_OF:
            place_class, begin = OPENERS_OF[word], first + 2
            if begin < len(tokens) and tokens[begin].text == "the":
                begin += 1
        last = begin
        while last < len(tokens) and is_capital(tokens[last]) and (last == begin or tokens[last - 1].whitespace_):
            body = tokens[last].lower_ in ORGANISATION_HEADS and word not in FOREIGN_BUILDINGS
            if tokens[last].lower_ in OTHER_HEADS:
                place_class = None  # "the Port Alba Marathon"
            if body or tokens[last].lower_ in CALENDAR or last - begin > 2:
                break
            last += 1
        preceded = first and is_capital(tokens[first - 1]) and tokens[first - 1].pos_ == "PROPN"
        if place_class is not None and last > begin and not preceded:
            name = words_of(tokens[first:last])
            stem = words_of(tokens[begin:last])
            countries = [entry for entry in gazetteer().lookup(stem) if entry.place_class == "country"]
            if place_class == "country" and name not in gazetteer() and countries:
                yield Sighting(sentence, first, last, stem, "known", stem)  # "the Republic of Serbia"
                continue
            yield Sighting(sentence, first, last, name, "noun", name if name in gazetteer() else None, place_class)


def _entities(sentence: Sentence, tokens: list[Token]) -> Iterator[Sighting]:
    """What the model calls a place."""
    first = 0
    while first < len(tokens):
        last = first + 1
        if tokens[first].ent_type_ == "LOC":
            while last < len(tokens) and tokens[last].ent_type_ == "LOC" and tokens[last].ent_iob_ == "I":
                if not is_capital(tokens[last]) and tokens[last].lower_ not in INSIDE_NAMES:
                    break  # "Lincoln for King Ethelred"
                last += 1
            if is_capital(tokens[first]) and gazetteer().demonym(words_of(tokens[first:last])) is None:
                yield Sighting(sentence, first, last, words_of(tokens[first:last]), "entity")
        first = last


def _by_pattern(sentence: Sentence, tokens: list[Token]) -> Iterator[Sighting]:
    """What stands where only a place does, though no list holds it."""
    for first, last, kind in pattern_spans(tokens, opens_paragraph=sentence.span.start == 0):
        name = words_of(tokens[first:last])
        spelled = name.title() if name.isupper() and len(name) > 3 else name
        yield Sighting(sentence, first, last, spelled, "pattern", None, kind)
