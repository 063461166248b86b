"""Who held a role: asked from the words that the report sets beside a person's name."""

import re

from quizapp.facts import Fact
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking
from quizapp.language import Sentence
from quizapp.reports import Report

# What many hold at once names nobody.
SHARED_ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson member resident analyst professor officer official expert employee worker
    teacher student farmer fisherman soldier journalist reporter lawyer economist engineer scientist researcher
    doctor nurse witness survivor author writer actor actress singer player politician lecturer senator
    candidate veteran volunteer son daughter brother sister friend colleague cousin pilot driver councillor
    partner fellow deputy one native victim suspect
    """.split()
)
LEANING = re.compile(
    r"\b(?:he|she|his|her|their|its|this|that|these|those|who|whose|which|former|then|current|now|ex)\b", re.I
)


def ask_roles(surroundings: Surroundings, report: Report) -> list[Asking]:
    """A question for each role that one person of the report holds and that names what it is a role in."""
    holders: dict[str, set[object]] = {}
    for fact in surroundings.facts:
        if fact.kind == "person" and fact.mention.role:
            holders.setdefault(fact.mention.role.lower(), set()).add(fact.value)
    alone = [fact for fact in surroundings.facts if len(holders.get((fact.mention.role or "").lower(), ())) == 1]
    askings = [
        _who_was(
            fact,
            fact.mention.role or "",
            surroundings.sentence_of(fact),
            report,
            surroundings.month,
            surroundings.frame,
        )
        for fact in alone
        if fact.kind == "person"
    ]
    return [asking for asking in askings if asking is not None]


def _who_was(fact: Fact, role: str, sentence: Sentence, report: Report, month: str | None, frame: str) -> Asking | None:
    words = role.split()
    head = re.split(r"\s+(?:of|for|at|in|to|on|and|from|with)\s+|,", role.lower())[0].split()
    named = any(word[:1].isupper() for word in words)
    named = named and re.search(r"\s(?:of|for|at|in|to)\s|[’']s?\s", role) is not None
    if not named or not 2 <= len(words) <= 12 or LEANING.search(role) or head[-1] in SHARED_ROLES or "," in role:
        return None
    if re.search(rf"the {re.escape(role)},? (?:who|that|whose) ", sentence.span.text):
        return None  # "the surgeon at Pune who planned it": one of several there
    if re.search(rf"{re.escape(role)},? (?:and|&) [A-Z]", sentence.span.text):
        return None  # "head of the Institute of Space" and Astronautical Science
    if not fact.value or str(fact.value) not in report.text or _after_indefinite(fact, role, sentence):
        return None
    described = role if re.search(r"[’']s?\s", re.split(r"\s(?:of|for)\s", role)[0]) else f"the {role}"
    when = f"In {month}, who" if month else "Who"
    stem = f"{when} was {described}?"
    return Asking("who-was", stem, str(fact.value), fact, sentence, tuple(sentence.span), (), bool(frame))


def _after_indefinite(fact: Fact, role: str, sentence: Sentence) -> bool:
    """Whether the report calls the person "a …", one of several."""
    text = sentence.span.text
    return re.search(rf"\ban?\s+(?:\w+\s+){{0,2}}?{re.escape(role)}", text, re.IGNORECASE) is not None
