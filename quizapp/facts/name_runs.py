"""Words with capitals as whole names, over a hyphen, a particle, an "and", an "of" or an apostrophe."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts.known_bodies import SHOPS
from quizapp.facts.lexical import bits_of
from quizapp.facts.titles import (
    CORPORATE_AFTER_COMMA,
    EPITHETS,
    HEADS_BEFORE_OF,
    HOLDERS,
    NORDIC_SUFFIX,
    OFFICES,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PARTICLES,
    ROLES,
    SUBJECTS,
    TITLES,
)
from quizapp.language.gazetteer import gazetteer
from quizapp.language.lexicon import GIVEN_NAME, PLACE_NOUN

UNIONS = frozenset("federation association union confederation alliance council league congress society".split())
OPENING = frozenset("\"“‘'(:—–-•*…")
STUDIES = re.compile(r"(?:ology|ography|onomy|omics|istry|physics|metry)$")
APOSTROPHES = ("'s", "’s", "'", "’")


def runs_of(tokens: list[Token], capitals: list[bool]) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(tokens):
        start = _opening(tokens, capitals, position)
        if start is None:
            position += 1
            continue
        end = start
        while (step := _joins(tokens, capitals, position, end)) is not None:
            end = step
        yield position, end
        position = end


def _opening(tokens: list[Token], capitals: list[bool], position: int) -> int | None:
    """Where a name that begins at the position goes on: "al-Qaeda" may begin small."""
    if capitals[position]:
        return position + 1
    small = tokens[position].lower_ in ("al", "el", "bin", "ibn", "van", "von", "de", "da", "di")
    if not small or position + 1 >= len(tokens):
        return None
    if tokens[position + 1].text == "-" and position + 2 < len(tokens) and capitals[position + 2]:
        return position + 3
    joined = capitals[position + 1] and tokens[position].tag_ in ("NNP", "FW", "NNPS")
    return position + 2 if joined else None


def _joins(tokens: list[Token], capitals: list[bool], first: int, end: int) -> int | None:
    """The position after the next word that belongs to the name tokens[first:end], or None."""
    if end >= len(tokens):
        return None
    token, last = tokens[end], tokens[end - 1]
    if capitals[end]:
        return None if last.text.endswith((",", ";")) else end + 1
    after = capitals[end + 1] if end + 1 < len(tokens) else False
    word = token.lower_
    if word == "-" and not last.whitespace_ and not token.whitespace_ and end + 1 < len(tokens):
        return _joins_hyphen(tokens, capitals, first, end)
    if word in PARTICLES and word not in ("as", "do", "y", "e", "o", "las"):
        return _joins_particle(tokens, capitals, end)
    if word == "of" and after and _is_one_given_name(tokens, first, end):
        return end + 2  # "Charles of Lorraine"
    if word in ("&", "+") and after:
        return end + 2
    if word in APOSTROPHES and end + 1 < len(tokens) and last.lower_ in SHOPS and not after:
        return end + 1 if tokens[end + 1].pos_ not in ("NOUN", "ADJ", "NUM") else None
    if word in APOSTROPHES and after:
        return end + 2 if _possessive_inside(tokens, first, end) else None
    if token.text in ("plc", "llc"):
        return end + 1
    if [one.text for one in tokens[end : end + 3]] == list(NORDIC_SUFFIX):
        return end + 3
    if word == "," and end + 1 < len(tokens) and tokens[end + 1].lower_ in CORPORATE_AFTER_COMMA:
        return end + 2
    if word == "the" and after and tokens[end + 1].lower_ in EPITHETS:
        return end + 2
    return _joins_body(tokens, capitals, first, end)


def _joins_hyphen(tokens: list[Token], capitals: list[bool], first: int, end: int) -> int | None:
    """ "Saint-Denis", "Ban Ki-moon", "Ain al-Arab" behind a hyphen."""
    after = tokens[end + 1]
    korean = after.text.islower() and len(after.text) <= 5 and end - first >= 2 and after.tag_.startswith("NN")
    small = after.lower_ in PARTICLES and (
        _capital(capitals, end + 2)
        or (end + 2 < len(tokens) and tokens[end + 2].text == "-" and _capital(capitals, end + 3))
    )
    return end + 2 if capitals[end + 1] or korean or small else None


def _joins_body(tokens: list[Token], capitals: list[bool], first: int, end: int) -> int | None:
    """ "Ministry of Defence", "Trade and Industry Department": what only the names of bodies and offices hold."""
    word, last = tokens[end].lower_, tokens[end - 1]
    after = tokens[end + 1].lower_ if _capital(capitals, end + 1) else None
    if word == "and" and after is not None and _studies_more(tokens, first, end):
        return end + 2
    if word == "and" and last.lower_ in SUBJECTS and after is not None:
        final = end + 1
        while _capital(capitals, final + 1):
            final += 1
        return final + 1 if tokens[final].lower_ in ORGANISATION_HEADS | SUBJECTS else None
    if word in ("of", "for") and last.lower_ in HOLDERS and after is not None and after in OFFICES | SUBJECTS:
        return end + 2
    if word == "and" and after is not None and (stop := _ends_in_members(tokens, capitals, first, end)):
        return stop
    chained = word == "of" and any(
        one.lower_ in HEADS_BEFORE_OF and next_one.lower_ in ("of", "for")
        for one, next_one in pairwise(tokens[first:end])
    )
    if word in ("of", "for", "on") and (chained or last.lower_ in HEADS_BEFORE_OF | OTHER_HEADS):
        beyond = end + 2 if end + 1 < len(tokens) and tokens[end + 1].lower_ == "the" else end + 1
        return beyond + 1 if _capital(capitals, beyond) else None
    if word == "," and last.lower_ in SUBJECTS and after is not None and after in SUBJECTS:
        return end + 2
    return None


def _ends_in_members(tokens: list[Token], capitals: list[bool], first: int, end: int) -> int | None:
    """Where "Federation of Red Cross and Red Crescent Societies" ends: with those who are united in it."""
    united = any(
        one.lower_ in UNIONS and following.lower_ in ("of", "for") for one, following in pairwise(tokens[first:end])
    )
    stop = end + 1
    while _capital(capitals, stop):
        stop += 1
    final = tokens[stop - 1].lower_
    single = final[:-3] + "y" if final.endswith("ies") else final.removesuffix("s")
    members = single != final and single in ROLES | ORGANISATION_HEADS | SUBJECTS
    return stop if united and members else None


def _studies_more(tokens: list[Token], first: int, end: int) -> bool:
    """ "Institute of Cryology and Tides (ICT)": a field of study and one more close the name of a body."""
    body = any(token.lower_ in HEADS_BEFORE_OF for token in tokens[first:end])
    field = STUDIES.search(tokens[end - 1].lower_) or tokens[end - 1].lower_ in SUBJECTS
    abbreviated = end + 3 < len(tokens) and tokens[end + 2].text == "(" and tokens[end + 3].text.isupper()
    both = end + 1 < len(tokens) and STUDIES.search(tokens[end + 1].lower_)
    return body and bool(abbreviated or (field and both))


def _capital(capitals: list[bool], position: int) -> bool:
    return position < len(capitals) and capitals[position]


def _is_one_given_name(tokens: list[Token], first: int, end: int) -> bool:
    names = [token for token in tokens[first:end] if token.lower_ not in TITLES]
    return (
        len(names) == 1
        and names[0] is tokens[end - 1]
        and bool(bits_of(names[0].lower_) & GIVEN_NAME)
        and names[0].text not in gazetteer()
    )


def _joins_particle(tokens: list[Token], capitals: list[bool], end: int) -> int | None:
    position = end
    while position < len(tokens) and position < end + 3 and tokens[position].lower_ in PARTICLES | {"-"}:
        position += 1
    return position + 1 if position < len(tokens) and capitals[position] else None


def _possessive_inside(tokens: list[Token], first: int, end: int) -> bool:
    """ "Workers' Party", "King's College", "St Mary's Hospital": the possessive is part of the name."""
    last, after = tokens[end - 1], tokens[end + 1].lower_
    if tokens[first].lower_ in ("st", "st.", "saint"):
        return True
    plural = last.lower_ in (
        "workers",
        "farmers",
        "teachers",
        "veterans",
        "women",
        "men",
        "children",
        "people",
        "peoples",
        "boys",
        "girls",
    )
    plural = plural or last.lower_.endswith("men") or (last.tag_ in ("NNS", "NNPS") and after in ORGANISATION_HEADS)
    royal = last.lower_ in ("king", "queen", "lloyd", "trinity", "guy") and bool(
        bits_of(after) & PLACE_NOUN or after in ORGANISATION_HEADS
    )
    return plural or royal
