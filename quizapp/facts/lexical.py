"""What is known of a word from the lexicon alone."""

import re
from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Token

from quizapp.facts.titles import BODIES, ROLES
from quizapp.language.gazetteer import gazetteer
from quizapp.language.lexicon import COUNTRY, GIVEN_NAME, PLACE, SURNAME, lexicon

PROFESSIONS = re.compile(
    r"(?:ologist|ographer|ician|crat|smith|monger|wright|keeper|holder|teer|maker|sman|swoman|ographer)$"
)
COUNTRY_WORDS = re.compile(r"(?:an|ese|ish|ch|i|eek|iss|sh|ot)$")


@cache
def bits_of(word: str) -> int:
    """Which name lists hold a word."""
    words = lexicon()
    return int(words.bits[words.rows(np.array([get_string_id(word.lower())], dtype=np.uint64))[0]])


@cache
def capitals_of(word: str) -> int:
    """How often a word has a capital in running text: 0 unknown, 1 never, 6 always."""
    words, small = lexicon(), word.lower()
    spelled = [small, re.sub(r"our(?=s?$|ed|ing)", "or", re.sub(r"is(?=e|ing|ation)", "iz", small))]
    ids = np.array([get_string_id(one) for one in spelled], dtype=np.uint64)
    british, american = (int(words.capitals[row]) for row in words.rows(ids))
    return british or american  # the lexicon knows "organizers", and so "Organisers"


def is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def is_demonym(token: Token) -> bool:
    """Whether a word is an adjective of a country or people ("Iranian")."""
    if gazetteer().demonym(token.text) is not None:
        return True
    adjective = token.pos_ == "ADJ" or token.tag_ == "JJ" or not bits_of(token.lower_) & (GIVEN_NAME | SURNAME)
    return (
        adjective
        and capitals_of(token.lower_) >= 4
        and bool(COUNTRY_WORDS.search(token.lower_))
        and not (bits_of(token.lower_) & (COUNTRY | PLACE))
    )


def is_role(word: str) -> bool:
    """Whether a common noun says what a person is."""
    return word in ROLES or (bool(PROFESSIONS.search(word)) and word not in BODIES)
