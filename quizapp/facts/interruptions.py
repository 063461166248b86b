"""Claims that their source stands within: "The lane, she told the paper, would cost too much"."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.claims import Claim
from quizapp.facts.clues import verb_lemma
from quizapp.facts.quotations import Quotation
from quizapp.facts.reporting import offsets_of
from quizapp.facts.speakers import Cast, may_speak
from quizapp.facts.titles import SAYING, TITLES

REACH = 6
MARKS = frozenset('"“”')
# After the comma these begin a clause of another kind.
CLAUSES = frozenset("who which and but that as".split())


def interrupted_claims(cast: Cast, quotations: list[Quotation]) -> Iterator[Claim]:
    """Both parts are the speaker's, though no one stretch is all that was said."""
    for sentence in cast.reading.sentences:
        tokens = list(sentence.span)
        if any(token.text in MARKS for token in tokens):
            continue
        for position, verb in enumerate(tokens):
            if verb.tag_ not in ("VBD", "VBZ") or verb_lemma(verb.text) not in SAYING or position < 3:
                continue
            bounds = _commas(tokens, position)
            subject = _subject(tokens, position, *bounds) if bounds else None
            if bounds is None or subject is None or not may_speak(subject):
                continue
            if any(quotation.holds(sentence.start) for quotation in quotations):
                break
            speaker = cast.speaker(sentence, subject)
            begin, end = bounds
            first = max((i + 1 for i in range(begin) if tokens[i].text in (",", ";") and i + 2 < begin), default=0)
            last = len(tokens) - 1
            while last > end + 1 and tokens[last].is_punct:
                last -= 1
            offset = tokens[0].i
            yield Claim(*offsets_of(sentence, offset + first, offset + begin - 1), speaker, True, False)
            yield Claim(*offsets_of(sentence, offset + end + 1, offset + last), speaker, True, False)


def _commas(tokens: list[Token], position: int) -> tuple[int, int] | None:
    """The commas on either side of the source, where a verb or a preposition of the clause around goes on behind."""
    begin = next((i for i in range(position - 1, max(position - REACH, 0), -1) if tokens[i].text == ","), None)
    end = next((i for i in range(position + 1, min(position + REACH, len(tokens) - 2)) if tokens[i].text == ","), None)
    if begin is None or end is None or tokens[begin + 1].lower_ in CLAUSES:
        return None
    return (begin, end) if tokens[end + 1].pos_ in ("VERB", "AUX", "ADP", "ADV") else None


def _subject(tokens: list[Token], position: int, begin: int, end: int) -> Token | None:
    """The noun before the verb, or the one after it in "said Councillor Decker"."""
    if begin < position - 1:
        return tokens[position - 1] if tokens[position - 1].pos_ in ("NOUN", "PROPN", "PRON") else None
    named = [
        token
        for token in tokens[position + 1 : end]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.lower_ not in TITLES
    ]
    return named[0] if named else None
