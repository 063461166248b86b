"""Where the title in a run of capitals ends and the name begins."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.lexical import bits_of, is_demonym
from quizapp.facts.titles import (
    NOT_AFTER_TITLE,
    OFFICES,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    POSTNOMINALS,
    SUBJECTS,
    SURNAMES_LIKE_TITLES,
    TITLE_FILLERS,
    TITLES,
)
from quizapp.language.lexicon import GIVEN_NAME, PLACE_NOUN, SURNAME

# Buildings and islands are called after these.
CALLED_AFTER = frozenset("king queen prince princess lord lady duke saint father".split())


def parts_of_run(tokens: list[Token], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """The names in a run of capitals: what stands before a title, and what the title belongs to."""
    while last - first > 2 and tokens[last - 1].lower_ in POSTNOMINALS and tokens[last - 1].text[0].isupper():
        last -= 1
    stretch = _title_stretch(tokens, first, last)
    if stretch is None:
        yield from ((begin, begin, end) for begin, end in _without_demonym(tokens, first, last))
        return
    begin, end = stretch
    if begin > first:
        yield from ((left, left, right) for left, right in _without_demonym(tokens, first, begin))
    if end < last:
        yield begin, end, last


def _title_stretch(tokens: list[Token], first: int, last: int) -> tuple[int, int] | None:
    """The title words of a run, if it has any that are not part of the name itself."""
    final = tokens[last - 1].lower_
    held = final in SUBJECTS and last - first > 2 and tokens[last - 2].lower_ in ("of", "for")  # "Minister of Media"
    if final in ORGANISATION_HEADS | OTHER_HEADS and not held:
        return None
    if bits_of(final) & PLACE_NOUN and last - first > 1 and not _bears_a_place_noun(tokens, first, last):
        return None
    for position in range(first, last):
        word = tokens[position].lower_
        if word not in TITLES or (position + 1 < last and tokens[position + 1].lower_ in NOT_AFTER_TITLE):
            continue
        if position > first and word in SURNAMES_LIKE_TITLES and bits_of(tokens[position - 1].lower_) & GIVEN_NAME:
            return None
        begin, end = position, position + 1
        while begin > first and tokens[begin - 1].lower_ in TITLES | TITLE_FILLERS | {"-"}:
            begin -= 1
        while end < last and _goes_on(tokens, end, last):
            end += 1
        return begin, end
    return None


def _goes_on(tokens: list[Token], position: int, last: int) -> bool:
    """Whether a title goes on with a word: "Deputy Prime Minister", "Lieutenant-General", "Chief Executive Officer"."""
    word = tokens[position].lower_
    filling = word in TITLE_FILLERS and position + 1 < last and tokens[position + 1].lower_ in TITLES
    return word in TITLES or word == "-" or filling or _officer(tokens, position)


def _bears_a_place_noun(tokens: list[Token], first: int, last: int) -> bool:
    """ "Captain Dana Hill" is a person, "Queen Elizabeth Hall" a building."""
    given, surname = bits_of(tokens[last - 2].lower_) & GIVEN_NAME, bits_of(tokens[last - 1].lower_) & SURNAME
    return bool(given and surname) and tokens[first].lower_ in TITLES - CALLED_AFTER


def _officer(tokens: list[Token], position: int) -> bool:
    """ "Chief Executive Officer", "Commissioner for Competition": the word belongs to a title that began before it."""
    word = tokens[position].lower_
    if tokens[position - 1].lower_ in ("for", "of", "and") and word in SUBJECTS:
        return True
    return word in OFFICES | {"executive", "financial", "operating", "technology", "general", "minister", "of", "for"}


def _without_demonym(tokens: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Norwegian Roald Amundsen": the people is not part of the person's name."""
    while last - first > 1 and tokens[first].text in ("-",):
        first += 1
    if last - first > 1 and is_demonym(tokens[first]) and bits_of(tokens[first + 1].lower_) & GIVEN_NAME:
        yield first, first + 1
        first += 1
    person = _where_person_begins(tokens, first, last)
    if person is not None:
        yield first, person
        first = person
    if first < last:
        yield first, last


def _where_person_begins(tokens: list[Token], first: int, last: int) -> int | None:
    """ "Air Force James Roche": a body, and the person who belongs to it."""
    for place in range(first + 1, last - 1):
        own = tokens[place].ent_type_ == "PERSON" and tokens[place - 1].ent_type_ == "ORG"
        if own and tokens[place - 1].lower_ in ORGANISATION_HEADS and bits_of(tokens[place].lower_) & GIVEN_NAME:
            return place
    return None
