"""Where only a place can stand though no list holds its name: "in Kirka, Norway"; apart from the lists of names.

Every pattern gives tokens ``first`` up to ``last`` (excluded) and the class that the words around them tell.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.fact import PlaceClass
from quizapp.facts.lexical import bits_of, capitals_of, is_capital
from quizapp.facts.place_nouns import (
    CLASSES_BEFORE,
    COMPOUNDS,
    KINDS_LISTED,
    KINDS_OF_PLACE,
    NEARNESS,
    NOUNS,
    PLACE_PREPOSITIONS,
    PLACE_VERBS,
    ROADS,
    SHORES,
)
from quizapp.facts.titles import CALENDAR, FUNCTION_WORDS, ORGANISATION_HEADS, TITLES
from quizapp.language.gazetteer import gazetteer
from quizapp.language.lexicon import GIVEN_NAME

LONGEST_DATELINE = 4
LONGEST_LIST = 30
MONTHS = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE)
# Nouns that a body or a thing is as well called by: "Havenbond, a station", "Sue, a field".
DESCRIBING = {**KINDS_OF_PLACE, **NOUNS}
AMBIGUOUS = frozenset(
    "field stream current sound channel point range base bridge tower mill church museum gallery library hospital mine"
    " quarter opera theatre theater station hall house palace quarry garden gardens park zoo spring springs falls"
    " mount plain"
    " ward square state states country nation republic kingdom area".split()
)
HELD_IN_COMPANIES = frozenset(
    "stake stakes share shares interest invest invested investing investment holding holdings confidence trust believe"
    " believed working worked employed studied studying trained".split()
)
KEPT_AT_PLACES = frozenset("portal station harbour harbor works factory home anchor quay house camp lock".split())
PLACE_ENDING = re.compile(
    r"(?:by|wich|wick|ton|ham|burgh?|ford|ville|stad|sted|stead|holm|borough|mouth|port|bury|dale|haven|grad|abad|pur"
    r"|stan|land|minster|chester|cester|heim|dorf|hausen|vik|fjord|ness|mere|pool|combe|worth|hurst|den|more|mory|aven"
    r"|more|nure|ino|ovo|sk|ia)$"
)
ROAD_NUMBER = re.compile(r"[A-Z]{1,2}-?\d{1,4}$")
NO_PLACES = CALENDAR | TITLES | ORGANISATION_HEADS | FUNCTION_WORDS
Pattern = tuple[int, int, PlaceClass | None]


def pattern_spans(tokens: list[Token], opens_paragraph: bool) -> Iterator[Pattern]:
    """Every stretch of capitalised words that stands where a place does."""
    if opens_paragraph:
        yield from _dateline(tokens)
    for place in range(len(tokens) - 1):
        yield from _after_word(tokens, place)
        yield from _described(tokens, place)
        yield from _listed(tokens, place)
        if ROAD_NUMBER.match(tokens[place].text) and tokens[place + 1].text in ROADS:
            yield place, place + 1, "street"


def capitals_from(tokens: list[Token], first: int) -> int:
    """The end of the run of capitalised proper nouns, three at most, that begins at ``first``."""
    last = first
    while last < len(tokens) and last - first < 3 and is_capital(tokens[last]):
        if tokens[last].pos_ != "PROPN" and (last > first or not last or not is_rare(tokens[last])):
            break
        last += 1
    return last


def is_rare(token: Token) -> bool:
    """Whether a name is in no list and no running text, so that its tag and label are guesses."""
    word = token.lower_
    return token.text.istitle() and len(word) > 3 and not bits_of(word) and capitals_of(word) in (0, 6)


def described_as(tokens: list[Token], comma: int) -> Token | None:
    """The noun of ", a small fishing village" or "is a research station", from the comma or the verb."""
    if comma + 2 >= len(tokens) or tokens[comma].lower_ not in (",", "is", "was", "("):
        return None
    if tokens[comma + 1].lower_ not in ("a", "an", "the", "once", "now"):
        return None
    last = comma + 1
    while last + 1 < len(tokens) and last < comma + 8 and _goes_on(tokens[last + 1]):
        last += 1
    noun = tokens[last]
    return noun if noun.pos_ == "NOUN" and noun.text.islower() else None


def _goes_on(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN", "NUM", "PROPN", "DET") or token.tag_ in ("VBN", "HYPH", "AFX")


def is_dateline(tokens: list[Token], first: int, last: int) -> bool:
    """Whether capitals that open a paragraph say where the report was written."""
    opens = tokens[0].i == 0
    return opens and any((begin, end) == (first, last) for begin, end, _ in _dateline(tokens))


def _dateline(tokens: list[Token]) -> Iterator[Pattern]:
    """ "KIRKA, Norway, 3 May", "KIRKA (Reuters)": capitals before a country, a date or an agency."""
    last = 0
    while last < len(tokens) and last < LONGEST_DATELINE and tokens[last].text.isupper() and tokens[last].is_alpha:
        last += 1
    if not last or last + 1 >= len(tokens) or len(tokens[0].text) < 3:
        return
    mark, after = tokens[last].text, tokens[last + 1]
    dated = mark == "," and (after.is_digit or MONTHS.match(after.text) or opens_known(tokens, last + 1))
    if dated or mark in ("(", "—", "–", "-"):
        yield 0, last, "city"


def _after_word(tokens: list[Token], place: int) -> Iterator[Pattern]:
    """ "in Kirka, Norway", "near Kirka", "the village of Kirka", "the river Kirka", "had left Kirka"."""
    token, before = tokens[place], tokens[place - 1] if place else None
    word, first = token.lower_, place + 1
    if word == "the" and before is not None and before.text == "of" and place > 1 and tokens[place - 2].text in SHORES:
        kind: PlaceClass | None = "water"
    elif token.text in CLASSES_BEFORE and before is not None and before.lower_ in ("the", "a"):
        kind = CLASSES_BEFORE[token.text]
    elif word in ("called", "named") and before is not None:
        kind = KINDS_OF_PLACE.get(before.text) or NOUNS.get(before.text)
    else:
        kind = KINDS_OF_PLACE.get(before.text) if word == "of" and before is not None else None
    last = capitals_from(tokens, first)
    if last == first or tokens[first].lower_ in NO_PLACES:
        return
    if kind:
        yield first, last, kind
    elif word in PLACE_PREPOSITIONS and last + 1 < len(tokens) and tokens[last].text == ",":
        if opens_known(tokens, last + 1) or _is_bare(tokens, first, last):
            yield first, last, None
    elif (word in NEARNESS and last - first == 1 and not bits_of(tokens[first].lower_) & GIVEN_NAME) or (
        _is_bare(tokens, first, last) and _takes_places(tokens, place)
    ):
        yield first, last, None


def _listed(tokens: list[Token], place: int) -> Iterator[Pattern]:
    """ "the provinces of Kirka, Salby and Moen", "towns such as Kirka": each name of the list."""
    kind = KINDS_LISTED.get(tokens[place].text)
    names = place + 1
    while kind is not None and names < len(tokens) and tokens[names].text in ("of", "such", "as", "including", ","):
        names += 1
    while kind is not None and names > place + 1 and names < len(tokens):
        first = names + 1 if tokens[names].lower_ == "the" and kind in ("water", "other") else names
        last = first
        while last < len(tokens) and last - first < 3 and is_capital(tokens[last]):
            last += 1
        if last == first or tokens[first].lower_ in NO_PLACES:
            return
        yield first, last, kind
        names = last
        while names < len(tokens) and names < last + 2 and tokens[names].text in (",", "and", "or"):
            names += 1
        if names == last:
            return


def kind_listed(tokens: list[Token], first: int, last: int) -> PlaceClass | None:
    """What the noun before a list says of a name in it: Salby in "the provinces of Kirka and Salby" is a region."""
    kinds = (
        kind
        for place in range(max(0, first - LONGEST_LIST), first)
        for begin, end, kind in _listed(tokens, place)
        if (begin, end) == (first, last)
    )
    return next(kinds, None)


def _is_bare(tokens: list[Token], first: int, last: int) -> bool:
    """One rare name that owns nothing and goes on into no longer one."""
    after = tokens[last].text if last < len(tokens) else ""
    return last - first == 1 and is_rare(tokens[first]) and after not in ("'s", "’s", "'", "’", "&", "-")


def _takes_places(tokens: list[Token], place: int) -> bool:
    """Whether a bare name after this word is a place: "in" it, but no stake; built "at" it; "from" Kirkby."""
    word, before = tokens[place].lower_, tokens[place - 1] if place else None
    if before is not None and before.lower_ in HELD_IN_COMPANIES:
        return False
    if word == "at":
        return before is not None and (before.tag_ in ("VBN", "VBD", "VBG") or before.lower_ in KEPT_AT_PLACES)
    if word in ("from", "to", "between", "via"):
        return PLACE_ENDING.search(tokens[place + 1].text) is not None
    return word in PLACE_PREPOSITIONS or word in PLACE_VERBS


def _described(tokens: list[Token], place: int) -> Iterator[Pattern]:
    """ "Kirka, a village in the hills", "Kirka is a port": what follows tells what it is."""
    if not is_capital(tokens[place]) or tokens[place].lower_ in NO_PLACES or (place and is_capital(tokens[place - 1])):
        return
    last = capitals_from(tokens, place)
    noun = described_as(tokens, last) if place < last < len(tokens) else None
    if noun is None or any(bits_of(token.lower_) & GIVEN_NAME for token in tokens[place : last - 1]):
        return
    compound = COMPOUNDS.get((noun.doc[noun.i - 1].text, noun.text))
    kind = compound or DESCRIBING.get(noun.text)
    if kind is not None and (compound or noun.text not in AMBIGUOUS):
        yield place, last, kind


def opens_known(tokens: list[Token], place: int) -> bool:
    """Whether a country or region is named from a token on."""
    return any(
        any(
            entry.place_class in ("country", "region")
            for entry in gazetteer().lookup("".join(token.text_with_ws for token in tokens[place:last]).strip())
        )
        for last in range(place + 1, min(len(tokens), place + 4) + 1)
    )
