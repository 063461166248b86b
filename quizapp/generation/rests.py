"""What of its sentence a clause leaves behind that a reader misses: its "of …", the end of its list, its when."""

import re

from quizapp.generation.clauses import Clause
from quizapp.generation.surroundings import Surroundings

TELLING_WHEN = {"when", "after", "before", "once", "because", "if", "until", "since"}
SLIGHT = {"nsubj", "nsubj:pass", "aux", "aux:pass", "punct", "cop", "mark", "cc", "compound:prt", "conj"}
LISTING = r"(?P<word>by|in|to|from|with|for|at|on|of)"


def leaves_needed_words(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether what the clause leaves of its sentence is what a reader would ask for."""
    rest = _rest_of(clause, surroundings)
    return (
        _leaves_off_its_of(rest)
        or _lists_without_end(clause, rest)
        or (clause.speaker is not None and rest.startswith(f", {clause.speaker}"))
        or _does_so(clause)
        or _has_yet_to(clause)
        or _lost_its_when(clause, surroundings)
    )


def _rest_of(clause: Clause, surroundings: Surroundings) -> str:
    """The text of the sentence behind the clause's last word."""
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    last = clause.tokens[-1]
    end = clause.sentence.offset(last) + len(last.text) - whole.start
    return whole.span.text[end:] if end > 0 else ""


def _leaves_off_its_of(rest: str) -> bool:
    """ "Led to the foundation, on 3 May 1813" while the text goes on ", of a society for …"."""
    return re.match(r", of (?!which|whom|them)", rest) is not None


def _lists_without_end(clause: Clause, rest: str) -> bool:
    """ "Was joined by her deputy, by two divers" while the text goes on ", and by a surgeon"."""
    following = re.match(rf",? and {LISTING} ", rest)
    return following is not None and any(
        token.lower_ == following["word"] and token.i and token.nbor(-1).text == "," and token.i > clause.head.i
        for token in clause.tokens
    )


def _does_so(clause: Clause) -> bool:
    """ "Takes 165 years to do so": what it does stands in another clause."""
    return any(
        token.lower_ == "so" and token.i and token.nbor(-1).lower_ in {"do", "does", "did", "doing", "done"}
        for token in clause.tokens
    )


def _has_yet_to(clause: Clause) -> bool:
    """ "Nine have yet to be found" is no "nine have to be found"."""
    return any(
        token.i + 1 < len(token.doc) and token.lower_ in {"have", "has", "had", "is", "are"}
        and token.nbor(1).lower_ == "yet" and token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "to"
        for token in clause.tokens
    )  # fmt: skip


def _lost_its_when(clause: Clause, surroundings: Surroundings) -> bool:
    """ "When the bank failed, 95 workers were dismissed": a count alone, less the clause that says of when it is."""
    kept = {token.i for token in clause.tokens}
    facts = surroundings.within(clause)
    if len(facts) != 1 or facts[0].kind != "figure" or facts[0].mention.of is None:
        return False
    if any(child.i in kept and child.dep_ not in SLIGHT for child in clause.head.children):
        return False
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    return whole.span[0].lower_ in TELLING_WHEN
