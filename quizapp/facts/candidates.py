"""Which capitalised words stand together as one name, before anyone asks what kind of name it is."""

import re
from collections.abc import Set
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts.lexical import bits_of, capitals_of, is_demonym
from quizapp.facts.name_runs import runs_of
from quizapp.facts.titled import parts_of_run
from quizapp.facts.titles import (
    BEFORE_MONTHS,
    CALENDAR,
    FUNCTION_WORDS,
    ROLES,
    TITLE_FILLERS,
    TITLES,
)
from quizapp.language import Reading, Sentence
from quizapp.language.lexicon import GIVEN_NAME

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
        for first, last in runs_of(tokens, capitals):
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
    titled = opens and word in TITLE_FILLERS and tokens[1].lower_ in TITLES  # "Prime Minister"
    if opens and word in ROLES - TITLES and not titled and not bits_of(word) & GIVEN_NAME:
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
    return _is_capital_in_front(tokens, position, opens, middle, lower)


def _is_capital_in_front(tokens: list[Token], position: int, opens: bool, middle: Set[str], lower: Set[str]) -> bool:
    """Whether a word that begins a sentence has its capital for another reason too."""
    token = tokens[position]
    word = token.lower_
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
    if word == "jan" and after is not None and re.fullmatch(r"[IVX]+", after.text):
        return True  # "Jan III Sobieski"
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
