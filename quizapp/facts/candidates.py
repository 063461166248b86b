"""Which capitalised words stand together as one name, before anyone asks what kind of name it is."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts.known_bodies import SHOPS
from quizapp.facts.lexical import bits_of, capitals_of, is_demonym
from quizapp.facts.titled import parts_of_run
from quizapp.facts.titles import (
    BEFORE_MONTHS,
    CALENDAR,
    CORPORATE_AFTER_COMMA,
    EPITHETS,
    FUNCTION_WORDS,
    HEADS_BEFORE_OF,
    HOLDERS,
    OFFICES,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PARTICLES,
    ROLES,
    SUBJECTS,
    TITLE_FILLERS,
    TITLES,
)
from quizapp.language import Reading, Sentence
from quizapp.language.gazetteer import gazetteer
from quizapp.language.lexicon import GIVEN_NAME, PLACE_NOUN

OPENING = frozenset("\"“‘'(:—–-•*…")
APOSTROPHES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name where it stands: tokens ``first`` up to ``last`` (excluded) of its sentence.

    ``opening`` is the first token of its title, or ``first`` where it has none.
    """

    sentence: Sentence
    opening: int
    first: int
    last: int
    start: int
    end: int
    text: str
    title: str | None = None

    @property
    def tokens(self) -> list[Token]:
        return list(self.sentence.span[self.first : self.last])

    @property
    def key(self) -> tuple[str, ...]:
        """The words without case, full stops and hyphens: two mentions with one key are one name."""
        words = (re.sub(r"[.\-’']", "", token.lower_) for token in self.tokens)
        return tuple(word for word in words if word)


def find_candidates(reading: Reading) -> list[Candidate]:
    """Every name of the report, in order."""
    middle: set[str] = set()
    lower: set[str] = set()
    for sentence in reading.sentences:
        for position, token in enumerate(sentence.span):
            if token.text[:1].islower():
                lower.add(token.text)
            elif position and token.text[:1].isupper() and sentence.span[position - 1].text not in OPENING:
                middle.add(token.lower_)
    families = _families_like_months(reading)
    found: list[Candidate] = []
    for sentence in reading.sentences:
        tokens = list(sentence.span)
        words = [token for token in tokens if token.is_alpha]
        if len(words) > 5 and sum(token.text[0].isupper() for token in words) >= 0.9 * len(words):
            continue  # a heading that was not told from a sentence
        capitals = [_is_capital(tokens, position, middle, lower, families) for position in range(len(tokens))]
        for first, last in _runs(tokens, capitals):
            for opening, begin, end in parts_of_run(tokens, first, last):
                start = sentence.offset(tokens[begin])
                stop = sentence.offset(tokens[end - 1]) + len(tokens[end - 1].text)
                title = sentence.span[opening:begin].text or None
                text = reading.report.text[start:stop]
                found.append(Candidate(sentence, opening, begin, end, start, stop, text, title))
    return found


def _is_capital(tokens: list[Token], position: int, middle: Set[str], lower: Set[str], families: Set[str]) -> bool:
    token = tokens[position]
    word = token.lower_
    if not token.text[0].isupper() or word in ("i'm", "i've", "ok", "o'clock"):
        return False
    opens = position == 0 and position + 1 < len(tokens) and tokens[1].text[0].isupper()
    if opens and word in ROLES - TITLES and not bits_of(word) & GIVEN_NAME:
        return False  # "Striker Wilmar Rentería"
    if word == "i":  # "Leopold I"
        return (
            position > 0
            and tokens[position - 1].text.istitle()
            and bool(bits_of(tokens[position - 1].lower_) & GIVEN_NAME)
        )
    if len(token.text) > 2 and token.text.isupper() and word not in CALENDAR:
        return True  # "WHO" is no pronoun
    if word in CALENDAR and not _month_is_a_name(tokens, position, families):
        return False
    if position and not _opens_words(tokens, position):
        inside = position + 1 < len(tokens) and all(
            beside.text[0].isupper() for beside in (tokens[position - 1], tokens[position + 1])
        )
        return inside or not (word in FUNCTION_WORDS and word not in ("may", "will", "two", "one"))
    if opens and tokens[1].lower_ in FUNCTION_WORDS and tokens[1].text.istitle() and len(tokens[1].text) > 1:
        return word not in FUNCTION_WORDS  # "Save Our Meadows"
    if word in FUNCTION_WORDS and not (word == "will" and token.pos_ == "PROPN"):
        return False
    if word in middle or capitals_of(word) >= 4:
        return True
    if word in lower and token.pos_ != "PROPN":
        return False
    followed = position + 1 < len(tokens) and tokens[position + 1].text[0].isupper()
    if followed and word in TITLE_FILLERS and tokens[position + 1].lower_ in TITLES:
        return True
    named = token.pos_ == "PROPN" or bool(token.ent_type_)
    if followed and (named or word in TITLES or (bits_of(word) & GIVEN_NAME and token.pos_ not in ("VERB", "ADV"))):
        return True
    if word in TITLES:
        return False
    return token.pos_ == "PROPN" and (
        bool(token.ent_type_) or capitals_of(word) == 0 or (word not in lower and capitals_of(word) > 2)
    )


def _opens_words(tokens: list[Token], position: int) -> bool:
    """Whether a capital may be there because words begin: after a quotation mark, not after a possessive."""
    before = tokens[position - 1]
    return before.text in OPENING and not (before.text in APOSTROPHES and before.tag_ == "POS")


def _families_like_months(reading: Reading) -> frozenset[str]:
    """ "may" where the report has a Joe May: later mentions of him are his surname alone."""
    return frozenset(
        token.lower_
        for sentence in reading.sentences
        for position, token in enumerate(sentence.span)
        if token.lower_ in CALENDAR
        and token.text.istitle()
        and _month_is_a_name(list(sentence.span), position, frozenset())
    )


def _month_is_a_name(tokens: list[Token], position: int, families: Set[str]) -> bool:
    """ "Theresa May", "April Jones", "her brother Jan": a name beside it, and no day or year."""
    before = tokens[position - 1] if position else None
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    word = tokens[position].lower_
    if word not in ("may", "april", "june", "august", "march", "jan", "summer", "winter"):
        return False
    if any(token is not None and token.text[0].isdigit() for token in (before, after)):
        return False
    if word in families and (before is None or before.lower_ not in BEFORE_MONTHS):
        return True
    if before is not None and before.lower_ in ROLES - {"former"} and before.pos_ in ("NOUN", "PROPN"):
        return True
    if word in ("jan", "june", "april", "august") and after is not None and after.text.istitle():
        return after.lower_ not in CALENDAR and not is_demonym(after)
    given = (
        before is not None
        and before.lower_ not in FUNCTION_WORDS
        and bool(bits_of(before.lower_) & GIVEN_NAME)
        and before.lower_ not in CALENDAR
    )
    return given and before is not None and before.text[0].isupper()


def _runs(tokens: list[Token], capitals: list[bool]) -> Iterator[tuple[int, int]]:
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
    if word == "and" and last.lower_ in SUBJECTS and after is not None:
        final = end + 1
        while _capital(capitals, final + 1):
            final += 1
        return final + 1 if tokens[final].lower_ in ORGANISATION_HEADS | SUBJECTS else None
    if word in ("of", "for") and last.lower_ in HOLDERS and after is not None and after in OFFICES | SUBJECTS:
        return end + 2
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
