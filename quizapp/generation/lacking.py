"""What a clause has lost of its own sentence although it parses: an object, a purpose, what a number counts."""

import re

from spacy.tokens import Token

from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.predicates import SUBJECTS
from quizapp.generation.surroundings import Surroundings

# Verbs that say nothing without an object: "King Seonjo brought to Seoul" is half of "had him brought to Seoul".
ACTING = frozenset(
    """
    bring make put lay give deliver contain include provide describe destroy kill torture need want receive demand cause
    execute imprison arrest murder erect equip release appoint
    """.split()
)
OBJECTS = {"obj", "iobj", "ccomp", "xcomp", "obl:arg"}
PURSUING = frozenset("take need require spend".split())
JOINED_TO_A_TIME = re.compile(r"\b(?:and|or|but),? (?:in|on|at|by|from|after|before) [^,]*$")
DOUBTING = frozenset("perhaps maybe possibly presumably supposedly apparently allegedly".split())


def lacks_something(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether a reader would ask: whom, to do what, how many of what, or is it so at all."""
    return (
        _acts_on_nothing(clause)
        or _takes_time_for_something(clause, surroundings)
        or _counts_nothing(clause, surroundings)
        or _joins_a_time(clause)
        or any(token.lower_ in DOUBTING for token in clause.tokens)
        or _goes_on_from_an_aside(clause)
    )


def _beside(clause: Clause) -> list[Token]:
    kept = {token.i for token in clause.tokens}
    return [child for child in clause.head.children if child.i in kept]


def _acts_on_nothing(clause: Clause) -> bool:
    passive = any(token.dep_ in {"aux:pass", "cop"} for token in clause.auxiliaries)
    fronted = clause.subject_head.dep_ == "nsubj:pass"
    if passive or fronted or verb_lemma(clause.head.text) not in ACTING:
        return False
    return not any(child.dep_ in OBJECTS or child.dep_ == "compound:prt" for child in _beside(clause))


def _takes_time_for_something(clause: Clause, surroundings: Surroundings) -> bool:
    """ "The grit took six years, and a long journey, to collect", "was rebuilt by Trdat, who needed five years"."""
    if verb_lemma(clause.head.text) not in PURSUING:
        return False
    timed = {
        token.i for fact in surroundings.within(clause) if fact.kind == "duration"
        for token in fact_tokens(clause.sentence, fact)
    }  # fmt: skip
    objects = [child for child in _beside(clause) if child.dep_ in {"obj", "obl:unmarked", "obl:npmod"}]
    if not any(child.i in timed for child in objects):
        return False
    if any(child.dep_ in {"xcomp", "advcl", "ccomp", "acl"} for child in [*_beside(clause), *_under(objects)]):
        return False
    if any(child.dep_ == "obl" and child.i not in timed for child in _beside(clause)):
        return False  # "spent two years in gaol"
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    text, verb = whole.span.text, clause.sentence.offset(clause.head) - whole.start
    pursued = re.search(r"\bto [a-z]+\b[^,]*$", text[verb:]) is not None
    return pursued or text[:verb].endswith(("who ", "which ", "that "))


def _under(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children]


def _counts_nothing(clause: Clause, surroundings: Surroundings) -> bool:
    """ "Bangaon took in some 350,000": a bare number that is acted on, or acts, and of what the clause has lost."""
    for fact in surroundings.within(clause):
        if fact.kind != "figure" or fact.mention.unit is not None or fact.mention.of is not None:
            continue
        for token in fact_tokens(clause.sentence, fact):
            whole = any(child.dep_ in {"nmod", "acl", "acl:relcl"} for child in token.children)
            cased = any(child.dep_ == "case" for child in token.children)
            acting = token.dep_ in {"obj", *SUBJECTS} or (token.dep_ in {"obl", "obl:unmarked"} and not cased)
            if token.head == clause.head and acting and not whole:
                return True
    return False


def _joins_a_time(clause: Clause) -> bool:
    """ "Demanded a contract and, in May 1937": what was joined to it is gone."""
    found = JOINED_TO_A_TIME.search(render(clause.tokens))
    if found is None:
        return False
    joining = [token for token in clause.tokens if token.dep_ == "cc"][-1:]
    if not joining:
        return False
    kept = {token.i for token in clause.tokens}
    return joining[0].head.i not in kept or joining[0].nbor(1).text == ","


def _goes_on_from_an_aside(clause: Clause) -> bool:
    """ "She was calm, he wrote, and died after 18 days": who died is not who wrote."""
    head = clause.head
    if head.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in head.children):
        return False
    first = head
    while first.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in first.children):
        first = first.head
    opening = min((child.i for child in first.children if child.dep_ in SUBJECTS), default=first.i)
    set_off = opening > 0 and head.doc[opening - 1].text == "," and first.nbor(1).text == ","
    return first.dep_ == "parataxis" and set_off
