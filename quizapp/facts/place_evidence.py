"""What speaks for and against a sighting being a place, as one number; apart because all weights stand here.

Weights are hand-set: 2 or more is a place. A known country starts with enough; a town whose name people bear does not.
"""

from spacy.tokens import Token

from quizapp.facts.known_bodies import KNOWN_ORGANISATIONS
from quizapp.facts.lexical import bits_of, capitals_of, is_capital, is_role
from quizapp.facts.place_boundaries import AGES, NOBLES, in_longer_name
from quizapp.facts.place_nouns import (
    COMPOUNDS,
    DIRECTIONS,
    KINDS_OF_PLACE,
    LOOSE_PREPOSITIONS,
    NEARNESS,
    PLACE_PREPOSITIONS,
    PLACE_VERBS,
)
from quizapp.facts.place_patterns import HELD_IN_COMPANIES, is_dateline, is_rare, kind_listed
from quizapp.facts.place_sightings import Sighting, words_of
from quizapp.facts.titles import (
    NOT_PEOPLE,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    SAYING,
    TITLES,
)
from quizapp.language import gazetteer
from quizapp.language.gazetteer import Entry
from quizapp.language.lexicon import GIVEN_NAME, SURNAME

PLACE = 2.0
NEVER = -10.0
DATELINE = 4.0
BIG_CITY = 500_000
FAIR_CITY = 100_000
NAMES_LIKE_PEOPLE = frozenset("Jordan Chad Georgia Israel".split())
HAPPEN_TO_PLACES = frozenset(
    "mills mill slums banks docks shipyards factories schools churches hospitals hotels merchants inhabitants"
    " siege battle fall capture liberation occupation bombing bombardment streets outskirts north south east west coast"
    " centre center ruins residents skies suburbs invasion annexation evacuation citizens map population port".split()
)
AIRCRAFT = frozenset("flying bomber bombers fighters gunships".split())
BEFORE_LANGUAGES = frozenset("speak speaks spoke spoken speaking learn learned learnt read fluent".split())
AFTER_LANGUAGES = frozenset("language languages word words translation dialect speaker speakers phrase".split())


def place_score(seen: Sighting) -> float:
    """The weight of evidence inside the sentence: 2 or more is a place, below 0 none, whatever other sentences say."""
    tokens = list(seen.sentence.span)
    if seen.how == "demonym":
        return _demonym_score(seen, tokens)
    if seen.last < len(tokens) and tokens[seen.last].text[0] in "$€£":
        return NEVER  # "US $2.6 billion"
    if seen.how == "known" and is_dateline(tokens, seen.first, seen.last):
        return DATELINE
    if _is_person(seen, tokens) or _is_organisation(seen, tokens):
        return NEVER
    if seen.how != "noun" and in_longer_name(seen, tokens):
        return NEVER
    return _own_weight(seen) + _neighbours_weight(seen, tokens) + _label_weight(seen)


def _own_weight(seen: Sighting) -> float:
    match seen.how:
        case "noun":
            last_words = tuple(seen.name.lower().split()[-2:])
            body = last_words[-1] in ORGANISATION_HEADS and last_words not in COMPOUNDS
            return 2.0 if seen.small_noun else 1.2 if body else 2.5
        case "entity":
            words = seen.name.lower().split()
            named_so = words[0] in TITLES | NOBLES or words[-1] in ORGANISATION_HEADS | OTHER_HEADS | NOT_PEOPLE
            return NEVER if named_so else -0.8
        case "pattern":
            return 1.6 if seen.place_class else 0.6
    entries = gazetteer().lookup(seen.known or seen.name)
    weight = max(map(_fame, entries), default=0.0)
    word = seen.name.lower()
    if " " not in seen.name and weight < 3:
        if capitals_of(word) in (1, 2, 3, 4):
            weight -= 1.0
        if bits_of(word) & (GIVEN_NAME | SURNAME) and weight < 2:
            weight -= 0.7
    if seen.name in NAMES_LIKE_PEOPLE:
        weight -= 0.5
    return weight


def _fame(entry: Entry) -> float:
    if entry.place_class == "country":
        return 3.0
    if entry.place_class != "city":
        if " " in entry.name:
            return 2.9
        return 2.2 if entry.place_class == "region" or len(entry.name) > 5 else 1.6
    if entry.population >= BIG_CITY:
        return 2.2
    return 1.4 if entry.population >= FAIR_CITY else 0.5


def _neighbours_weight(seen: Sighting, tokens: list[Token]) -> float:
    weight = 0.0
    before = _before(seen, tokens)
    word = before.lower_ if before is not None else ""
    holding = before.nbor(-1).lower_ if before is not None and before.i else ""
    if seen.how == "entity" and holding in HELD_IN_COMPANIES:
        weight -= 2.0
    elif word in PLACE_PREPOSITIONS:
        weight += 1.7
    elif word in LOOSE_PREPOSITIONS:
        weight += 1.5 if seen.how in ("pattern", "entity") and is_rare(seen.tokens[0]) else 0.7
    elif word == "for" and seen.first > 1 and tokens[seen.first - 2].text in ("member", "MP"):
        weight += 3.0
    elif word in PLACE_VERBS:
        weight += 2.5 if seen.how == "known" and _is_left(seen, tokens) else 1.5 if seen.how == "pattern" else 1.0
    elif word == "of" and (noun := _noun_before_of(seen, tokens)) is not None:
        weight += 3.0 if noun.lower_ in KINDS_OF_PLACE else 2.2 if noun.text in HAPPEN_TO_PLACES else 0.0
    elif word in DIRECTIONS:
        weight += 1.2
    elif word in KINDS_OF_PLACE or word in NOBLES:
        weight += 1.0 if word in KINDS_OF_PLACE else -2.0
    wide = any(entry.place_class in ("country", "region") for entry in after_comma(seen, tokens))
    if wide or _place_before_comma(seen, tokens):
        weight += 2.0
    if seen.last < len(tokens):
        weight += _following_weight(seen, tokens)
    if seen.how == "pattern" and seen.place_class:
        weight += 1.0
    if kind_listed(tokens, seen.first, seen.last):
        weight += 2.0
    return weight


def _following_weight(seen: Sighting, tokens: list[Token]) -> float:
    weight, following = 0.0, tokens[seen.last]
    if following.lower_ in AIRCRAFT and seen.how == "known":
        return NEVER  # "Sunderland flying boats"
    determined = seen.first > 0 and tokens[seen.first - 1].lower_ in ("the", "a")
    if seen.how == "known" and determined and following.text.islower() and is_role(following.text):
        weight += 0.0 if bits_of(seen.name.lower()) & (GIVEN_NAME | SURNAME) else 1.0  # "the Dunedin merchant"
    if following.text in ("'s", "’s"):
        weight += 0.3
    speaks = following.lower_ in ("said", "says") or following.lower_ in SAYING
    if speaks and (seen.how == "entity" or bits_of(seen.name.lower()) & GIVEN_NAME):
        weight -= 2.0
    if following.is_digit and seen.how == "pattern":
        weight -= 2.0  # "near Junction 15"
    return weight


def _label_weight(seen: Sighting) -> float:
    """What the model says; of a name with a capital noun only of the noun, since many are called after people."""
    tokens = seen.tokens[-1:] if seen.how == "noun" and not seen.small_noun else seen.tokens
    labels = [token.ent_type_ for token in tokens]
    first, last = seen.name.lower().split()[0], seen.name.lower().split()[-1]
    near = seen.first > 0 and seen.sentence.span[seen.first - 1].lower_ in NEARNESS
    if seen.how == "pattern" and (seen.place_class or near or is_rare(seen.tokens[0])):
        return 1.5 if "LOC" in labels else 0.0
    mountain = first in ("mount", "mt", "mt.") and len(seen.tokens) > 1
    if seen.how == "noun" and (mountain or not bits_of(last) & SURNAME) and "PERSON" in labels:
        return 0.0  # "Axel Heiberg Glacier"
    known_person = bool(bits_of(first) & GIVEN_NAME and (first == last or bits_of(last) & SURNAME))
    known_person = known_person or (first == last and bool(bits_of(last) & SURNAME))
    weight = 1.5 if "LOC" in labels else 0.0
    if "ORG" in labels:
        weight -= 0.4 if seen.how == "noun" else 0.8
    if "PERSON" in labels:
        weight -= 1.5 if known_person else 0.7
    return weight


def _is_left(seen: Sighting, tokens: list[Token]) -> bool:
    """ "left Hamilton on the 4th with": a person is seldom left so."""
    after = [token.lower_ for token in tokens[seen.last : seen.last + 2]]
    return after[:1] in (["at"], ["aboard"]) or after in (["on", "the"], ["for", "the"]) or after[1:] == ["monday"]


def _before(seen: Sighting, tokens: list[Token]) -> Token | None:
    """The word before a sighting, articles left out, and a direction between it and a preposition."""
    place = seen.first - 1
    while place >= 0 and tokens[place].lower_ in ("the", "a"):
        place -= 1
    if place > 0 and tokens[place].lower_ in DIRECTIONS:
        earlier = place - 2 if tokens[place - 1].lower_ == "the" and place > 1 else place - 1
        if tokens[earlier].lower_ in PLACE_PREPOSITIONS | LOOSE_PREPOSITIONS:
            return tokens[earlier]
    return tokens[place] if place >= 0 else None


def _noun_before_of(seen: Sighting, tokens: list[Token]) -> Token | None:
    place = seen.first - 1
    while place > 0 and tokens[place].lower_ in ("the", "of"):
        place -= 1
    return tokens[place] if 0 <= place < seen.first - 1 else None


def after_comma(seen: Sighting, tokens: list[Token]) -> tuple[Entry, ...]:
    """What the gazetteer holds of the name after a comma: Norway in "X, Norway"."""
    comma = seen.last
    if comma + 1 < len(tokens) and tokens[comma].text == ",":
        for last in range(min(len(tokens), comma + 5), comma + 1, -1):
            if entries := gazetteer().lookup(words_of(tokens[comma + 1 : last])):
                return entries
    return ()


def _place_before_comma(seen: Sighting, tokens: list[Token]) -> bool:
    """ "Flint, X" where X is a country or region and what stands before the comma has a capital."""
    comma = seen.first - 1
    known = gazetteer().lookup(seen.known or seen.name)
    wide = any(entry.place_class in ("country", "region") for entry in known)
    return wide and comma > 0 and tokens[comma].text == "," and is_capital(tokens[comma - 1])


def _is_person(seen: Sighting, tokens: list[Token]) -> bool:
    """Part of a longer person's name, or after a title: "Jack London", "Mr. London"."""
    own = seen.tokens
    before = tokens[seen.first - 1] if seen.first else None
    after = tokens[seen.last] if seen.last < len(tokens) else None
    if before is not None and is_capital(before) and before.lower_ in TITLES and seen.how != "noun":
        return True
    if seen.how == "noun" and not seen.small_noun:
        return False
    if not any(token.ent_type_ == "PERSON" for token in own) or after_comma(seen, tokens):
        return False
    for neighbour in (before, after):
        if neighbour is not None and neighbour.ent_type_ == "PERSON" and neighbour.lower_ not in TITLES:
            return True
    entries = gazetteer().lookup(seen.name)
    sure = any(entry.place_class == "country" for entry in entries) and seen.name not in NAMES_LIKE_PEOPLE
    near = before is not None and before.lower_ in NEARNESS
    sure = sure or (seen.how == "pattern" and (near or seen.place_class is not None))
    bears = bool(bits_of(seen.name.lower()) & (GIVEN_NAME | SURNAME))
    return not sure and bears and not _stands_like_a_place(seen, tokens, before)


def _stands_like_a_place(seen: Sighting, tokens: list[Token], before: Token | None) -> bool:
    """ "in Hamilton", "the mills of Bradford", "member for Oldham", "had left Hamilton on the 4th"."""
    if before is None:
        return False
    word, earlier = before.lower_, tokens[seen.first - 2].text if seen.first > 1 else ""
    if word in PLACE_VERBS:
        return seen.last < len(tokens) and tokens[seen.last].lower_ in ("on", "at", "for", "in", "by", "with", ",", ".")
    seat = word == "for" and earlier.lower() in ("member", "mp", "senator", "candidate", "deputy")
    return word in PLACE_PREPOSITIONS | LOOSE_PREPOSITIONS or seat or (word == "of" and earlier in HAPPEN_TO_PLACES)


def _is_organisation(seen: Sighting, tokens: list[Token]) -> bool:
    """Whether the model or a list calls the words, or longer ones around them, an organisation."""
    before = _before(seen, tokens)
    located = before is not None and before.lower_ in PLACE_PREPOSITIONS | LOOSE_PREPOSITIONS
    if seen.name.lower() in KNOWN_ORGANISATIONS and not located:
        return all(entry.place_class == "city" for entry in gazetteer().lookup(seen.name))
    own = seen.tokens
    if not all(token.ent_type_ == "ORG" for token in own):
        return False
    neighbours = tokens[max(0, seen.first - 1) : seen.first] + tokens[seen.last : seen.last + 1]
    inside = any(token.ent_type_ == "ORG" and is_capital(token) and token.lower_ not in AGES for token in neighbours)
    return inside and seen.how != "noun"


def _demonym_score(seen: Sighting, tokens: list[Token]) -> float:
    """A demonym is its country, save inside a longer name, for a language, or as a person's name."""
    before = tokens[seen.first - 1] if seen.first else None
    after = tokens[seen.last] if seen.last < len(tokens) else None
    if in_longer_name(seen, tokens) or (before is not None and before.text == "The" and seen.first > 1):
        return NEVER  # "a letter to The Scotsman"
    if before is not None and (before.lower_ in BEFORE_LANGUAGES or before.lower_ in ("african", "native")):
        return NEVER
    if after is not None and after.lower_ in AFTER_LANGUAGES:
        return NEVER
    alone = after is None or not (after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "") or after.text == "-")
    if before is not None and before.lower_ in ("in", "into", "from") and alone and not seen.name.endswith("s"):
        return NEVER if _is_adjective_form(seen) else PLACE
    last = seen.tokens[-1]
    role = last.head.dep_ if last.dep_ == "conj" else last.dep_
    determined = before is not None and before.lower_ in ("the", "a", "an", "every", "another")
    if role == "obj" and last.tag_ in ("NNP", "NN") and not determined and _is_adjective_form(seen):
        return NEVER  # "taught English"
    people = bits_of(seen.tokens[0].lower_) & (GIVEN_NAME | SURNAME) and not _is_adjective_form(seen)
    if people and any(token.ent_type_ == "PERSON" for token in seen.tokens):
        return NEVER
    return 3.0


def _is_adjective_form(seen: Sighting) -> bool:
    """ "Iranian", "French": forms that also name a language, unlike "Iranians"."""
    return not seen.tokens[-1].text.endswith("s") or seen.tokens[-1].text.endswith("ss")
