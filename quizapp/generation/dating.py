"""Dates and times of a clause put in full, and the adjuncts of time and circumstance that it can do without."""

import re
from dataclasses import replace

from spacy.tokens import Token

from quizapp.facts import Fact, date_text
from quizapp.generation.clauses import Clause
from quizapp.generation.filling import Filling
from quizapp.generation.phrases import fact_tokens, without_loose_commas
from quizapp.generation.surroundings import Surroundings
from quizapp.questions.days import MONTHS

MONTH = "|".join(name.capitalize() for name in MONTHS)
CLOCK = r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight"
PLAIN_DAY = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH})|(?:{MONTH}) \d{{1,2}}|\d{{1,2}}[.:]\d\d(?: ?[ap]\.?m\.?)?)"
)
CLOCK_ALONE = re.compile(rf"(?:{CLOCK})", re.IGNORECASE)
DAY = re.compile(r"^-?\d{4}-\d{2}-\d{2}(?:T|$)")
YEAR_TOLD = re.compile(r"\d{3,4}|BC|[Cc]entury")
COMPARING = {"than", "to", "from"}
# An adjunct of time that can go leaves what happened as true as it was: not "until now", not "by noon".
DATING = {"on", "in", "at", "during", "over", "for", "of", ""}
ADJUNCTS = {"obl", "obl:tmod", "obl:unmarked", "obl:npmod", "advmod", "nmod:unmarked"}
BESIDE_A_TIME = frozenset(
    """
    later earlier afterwards afterward ago about around nearly almost only just roughly some next last same following
    previous early late shortly first
    """.split()
)


def put_date(fact: Fact, filling: Filling) -> bool:
    """Put a date that leans on another in full; False where it cannot be."""
    value, clause = fact.value, filling.clause
    if not isinstance(value, str) or not filling.surroundings.is_settled(fact):
        # "On 2 March, the painting came home": of which year the story does not tell, but it is that story's March.
        return PLAIN_DAY.fullmatch(fact.text) is not None and filling.lean_on_story()
    if value.startswith("T"):
        return any(re.search(r"\d{4}", token.text) for token in clause.tokens) or filling.lean_on_story()
    if YEAR_TOLD.search(fact.text):
        return True
    if CLOCK_ALONE.fullmatch(fact.text):
        return filling.lean_on_story()  # of which day, only the sentence before may tell
    tokens = fact_tokens(clause.sentence, fact)
    before = tokens[0].nbor(-1) if tokens[0].i > 0 else None
    if fact.hedge or (before is not None and before.lower_ in COMPARING):
        return False  # "less than a month later"
    if any(token.dep_ in {"nsubj", "nsubj:pass", "obj"} for token in tokens):
        return False  # "Today was a mixed day"
    if tokens[-1].i + 1 < len(tokens[-1].doc) and tokens[-1].nbor(1).tag_ == "POS":
        return False
    return _write_date(fact, value, tokens, filling)


def _write_date(fact: Fact, value: str, tokens: list[Token], filling: Filling) -> bool:
    clause, replaced = filling.clause, filling.replaced
    full = date_text(value)
    before = tokens[0].nbor(-1) if tokens[0].i > 0 else None
    if "/" in value:
        between = before is not None and before.lower_ == "between"
        if not between or full.count(" to ") != 1:
            return False
        full = full.replace(" to ", " and ")
    if fact.mention.part and "T" not in value:
        full = f"the {fact.mention.part} of {full}"
    if before is not None and before.lower_ in {"the", "that", "this"}:
        replaced[before.i] = ""
        before = before.nbor(-1) if before.i > 0 else None
    is_day = bool(DAY.match(value)) and "/" not in value
    if before is not None and before.pos_ in {"ADP", "SCONJ"} and before.i in filling.kept:
        if (before.lower_ == "in" and is_day and not fact.mention.part) or (before.lower_ == "on" and not is_day):
            return False
    else:
        full = f"{'on' if is_day else 'in'} {full}"
        last = clause.tokens[-1]
        if tokens[-1].i < last.i and tokens[0].i > clause.head.i and last.i not in replaced:
            # "put their names yesterday to a treaty": a date of more words stands better at the end
            replaced[last.i], full = f"{last.text} {full}", ""
    replaced[tokens[0].i] = full
    replaced.update({token.i: "" for token in tokens[1:]})
    return True


def without_adjunct(clause: Clause, hanging: Token, surroundings: Surroundings) -> Clause | None:
    """The clause less the adjunct that a token stands in; None where it stands in what the clause is about."""
    branch = hanging
    while branch.head.i != clause.head.i:
        if branch.head == branch:
            return None
        branch = branch.head
    if not (_is_circumstance(branch, clause) or _tells_when(branch, clause, surroundings)):
        return None
    gone = {token.i for token in clause.branch(branch)}
    kept = [token for token in clause.tokens if token.i not in gone]
    while kept and kept[0].is_punct:
        kept.pop(0)
    if len(kept) <= len(clause.subject) + 1:
        return None
    return replace(clause, tokens=tuple(without_loose_commas(kept)))


def _is_circumstance(branch: Token, clause: Clause) -> bool:
    return branch.dep_ == "advcl" and branch.i > min(token.i for token in clause.subject)


def _tells_when(branch: Token, clause: Clause, surroundings: Surroundings) -> bool:
    """Whether a branch is nothing but a time, of a day or counted from one that the clause does not tell."""
    if branch.dep_ not in ADJUNCTS or not surroundings.frame:
        return False
    cases = {token.lower_ for token in branch.children if token.dep_ == "case"}
    times = [fact for fact in surroundings.within(clause) if fact.kind in {"date", "duration"}]
    timed = {token.i for fact in times for token in fact_tokens(clause.sentence, fact)}
    words = [token for token in branch.subtree if token.dep_ not in {"case", "det", "punct"}]
    return (
        cases <= DATING
        and any(token.i in timed for token in words)
        and all(token.i in timed or token.lower_ in BESIDE_A_TIME for token in words)
    )
