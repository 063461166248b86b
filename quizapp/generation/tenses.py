"""The past before the past, told as the plain past that it is once its sentence stands alone."""

from dataclasses import replace

from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import past_tense, verb_lemma
from quizapp.generation.targets import LASTING

# With these the perfect says more than that something happened before.
KEEPING = frozenset("by since until till when already yet never ever just before once after no longer".split())
# What had been agreed or hoped may have come to nothing.
PLANNING = frozenset("agree plan hope intend promise want expect try attempt offer decide".split())


def in_simple_past(clause: Clause) -> tuple[Clause, dict[int, str]]:
    """The clause without its "had", and the words that change ("had been built": "was built")."""
    if not clause.auxiliaries or clause.auxiliaries[0].lower_ != "had" or clause.head.tag_ not in {"VBN", "VBD"}:
        return clause, {}
    if any(token.lower_ in KEEPING for token in clause.tokens):
        return clause, {}
    if verb_lemma(clause.head.text) in PLANNING:
        return clause, {}
    if verb_lemma(clause.head.text) in LASTING and not any(token.dep_ == "aux:pass" for token in clause.auxiliaries):
        return clause, {}  # "had had 71% of the ball": until then
    had, *rest = clause.auxiliaries
    if [token.lower_ for token in rest] == ["been"]:
        several = clause.subject_head.tag_ in {"NNS", "NNPS"} or any(
            child.dep_ == "conj" for child in clause.subject_head.children
        )
        changed = {rest[0].i: "were" if several else "was"}
    elif rest:
        return clause, {}
    else:
        past = past_tense(verb_lemma(clause.head.text))
        if past is None:
            return clause, {}
        changed = {clause.head.i: past}
    tokens = tuple(token for token in clause.tokens if token.i != had.i)
    return replace(clause, auxiliaries=tuple(rest), tokens=tokens), changed
