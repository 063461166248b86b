"""Whether a place's name is only a part of a longer name ("Bank of England"); apart: it sees only neighbours."""

from spacy.tokens import Token

from quizapp.facts.lexical import bits_of, is_capital
from quizapp.facts.place_nouns import COMBINING_PEOPLES, DIRECTIONS, KINDS_OF_PLACE
from quizapp.facts.place_sightings import Sighting
from quizapp.facts.titles import (
    BODIES,
    CALENDAR,
    FUNCTION_WORDS,
    HEADS_BEFORE_OF,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    ROLES,
    TITLE_FILLERS,
    TITLES,
)
from quizapp.language import gazetteer
from quizapp.language.lexicon import GIVEN_NAME

# Titles that are named for a place without being about it.
NOBLES = frozenset(
    "margrave landgrave elector viscount count duke duchess prince princess earl countess marquess marquis baron"
    " baroness lord lady bishop archbishop".split()
)
# "Victorian Britain" is Britain.
AGES = frozenset(
    "victorian edwardian georgian stuart elizabethan jacobean tudor soviet nazi roman byzantine ottoman napoleonic"
    " communist fascist saxon norman habsburg".split()
)
PLACES_OF = frozenset(
    "republic kingdom city province town port gulf government people isle island commonwealth state county district"
    " parts most much half all north south east west coast region village capital one some areas".split()
)


def in_longer_name(seen: Sighting, tokens: list[Token]) -> bool:
    """ "Boston Globe", "Bank of England", "Vietnam War": the place is only a word of the name."""
    return _goes_on_right(seen, tokens) or _goes_on_left(seen, tokens)


def _goes_on_right(seen: Sighting, tokens: list[Token]) -> bool:
    if seen.last >= len(tokens):
        return False
    after = tokens[seen.last]
    if after.text == "&" or (after.text == "-" and seen.last + 1 < len(tokens) and is_capital(tokens[seen.last + 1])):
        return after.text == "&" or not _is_place_word(tokens[seen.last + 1])
    if not is_capital(after) or not tokens[seen.last - 1].whitespace_ or after.lower_ in CALENDAR | FUNCTION_WORDS:
        return False
    run = [after]
    for token in tokens[seen.last + 1 : seen.last + 6]:
        if not (is_capital(token) or token.lower_ in ("of", "for", "and")):
            break
        run.append(token)
    government = len(run) == 1 and after.lower_ == "government"
    body = not government and any(token.lower_ in ORGANISATION_HEADS | OTHER_HEADS for token in run)
    if body:
        return True
    if after.lower_ in TITLES | TITLE_FILLERS | ROLES or after.lower_ == "government":
        return False
    if seen.how == "demonym" and after.text.isupper() and len(after.text) > 1:
        return False  # "the French CAC 40"
    if seen.how == "demonym" and (after.ent_type_ == "PERSON" or bits_of(after.lower_) & GIVEN_NAME):
        return False
    return after.pos_ in ("PROPN", "NOUN", "ADJ", "") or after.ent_type_ != ""


def _is_place_word(token: Token) -> bool:
    return token.text in gazetteer() or gazetteer().demonym(token.text) is not None


def _goes_on_left(seen: Sighting, tokens: list[Token]) -> bool:
    if not seen.first:
        return False
    before = tokens[seen.first - 1]
    if before.text in ("of", "for", "&"):
        return _name_of(seen, tokens, before.text == "&")
    if before.text == "-" and seen.first > 1:
        earlier = tokens[seen.first - 2]
        joined = earlier.text[-1:].isalpha() and not before.whitespace_ and not earlier.whitespace_
        return joined and not _is_place_word(earlier) and earlier.lower_ not in COMBINING_PEOPLES
    if not is_capital(before) or not before.is_alpha or not before.whitespace_:
        return False
    word = before.lower_
    if word in FUNCTION_WORDS | DIRECTIONS | CALENDAR | AGES or _is_place_word(before) or word in KINDS_OF_PLACE:
        return False
    first_of_sentence = seen.first == 1 or tokens[seen.first - 2].text in "\"“‘'(:"
    if first_of_sentence and before.pos_ not in ("PROPN", "") and not before.ent_type_:
        return False
    return word not in ROLES or word in TITLES


def _name_of(seen: Sighting, tokens: list[Token], certain: bool) -> bool:
    """Whether a capitalised "X of" before makes one name: "Bank of England" does, "President of France" does not."""
    if seen.first < 2:
        return False
    head = tokens[seen.first - 2]
    if head.lower_ in NOBLES or (certain and is_capital(head)):
        return True
    if not is_capital(head) or head.ent_type_ == "PERSON":
        return False
    if head.lower_ in HEADS_BEFORE_OF or head.lower_ in OTHER_HEADS or head.lower_ in ORGANISATION_HEADS:
        return True
    if head.lower_ in PLACES_OF or head.lower_ in ROLES | TITLES or head.lower_ in FUNCTION_WORDS | BODIES:
        return False
    return seen.first > 2 or head.pos_ == "PROPN"
