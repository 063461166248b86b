"""Ways to ask about one fact of a clause: when, where, who, how many, how much, how long.

Each returns None rather than ask where English, or the parse, leaves a doubt.
"""

import re

from spacy.tokens import Token

from quizapp.facts import Fact, Place, date_text
from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import past_tense
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.standing import Standing
from quizapp.generation.targets import (
    ABOUT,
    Asking,
    Target,
    body_noun,
    date_precision,
    find_target,
    hedge_tokens,
    hedge_words,
    is_demonym,
    lasts_no_longer,
    number_tokens,
    place_noun,
)
from quizapp.generation.wording import ask_inverted, ask_subject

SUBJECTS = {"nsubj", "nsubj:pass"}
OBJECTS = {"obj", "obl", "obl:unmarked", "obl:agent", "obl:arg", "obl:tmod", "obl:npmod", "iobj"}


def ask(clause: Clause, fact: Fact, standing: Standing) -> list[Asking]:
    """Every way to ask for the fact in this clause."""
    target = find_target(clause, fact)
    if target is None:
        return []
    if target.removed & standing.replacements.keys() - target.own:
        return []
    match fact.kind:
        case "date":
            found = _when(clause, fact, target, standing)
        case "place":
            found = _where(clause, fact, target, standing)
        case "figure":
            found = _how_many(clause, fact, target, standing)
        case "duration":
            found = _how_long(clause, fact, target, standing)
        case "person" | "organisation":
            found = _who(clause, fact, target, standing)
        case _:
            found = None
    if found is None:
        return []
    form, stem, answer = found
    if stem is None:
        return []
    return [Asking(form, stem, answer, fact, clause.sentence, clause.tokens, standing.proof, standing.is_framed)]


Found = tuple[str, str | None, str] | None


def _when(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    precision = date_precision(fact.value) if isinstance(fact.value, str) else None
    if precision is None or target.extras() or target.head.dep_ not in {*OBJECTS, "nmod"} or fact.mention.part:
        return None
    words = {"day": "on what date", "month": "in which month", "year": "in which year", "decade": "in which decade"}[
        precision
    ]
    if target.preposition not in {"on", "in", "at", "during", ""} or not lasts_no_longer(clause):
        return None
    if fact.hedge:
        if fact.hedge.lower() not in ABOUT or precision != "year":
            return None
        words = "in about which year"
    answer = date_text(str(fact.value))
    return "when", ask_inverted(clause, words.capitalize(), target.removed, standing.replacements), answer


def _where(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    place = fact.value
    if not isinstance(place, Place) or is_demonym(fact) or fact.hedge:
        return None
    noun = place_noun(fact.text, place)
    if noun is None:
        return None
    if any(token.ent_type_ != "LOC" and token.dep_ not in {"case"} for token in target.extras()):
        return None
    if target.head.dep_ in SUBJECTS:
        if target.head.i != clause.subject_head.i or _has_conjunct(target.head) or clause.head.lower_ in noun.split():
            return None
        return "which-place", ask_subject(clause, f"Which {noun}", standing.replacements), fact.text
    if target.head.dep_ not in OBJECTS or _has_conjunct(target.head):
        return None
    if not target.preposition:
        asking = f"Which {noun}" if target.head.dep_ == "obj" else ""
    elif target.preposition in {
        "in",
        "at",
        "on",
        "to",
        "from",
        "near",
        "through",
        "into",
        "via",
        "across",
        "over",
        "towards",
    }:
        asking = f"{target.preposition.capitalize()} which {noun}"
    else:
        return None
    if not asking:
        return None
    return "where", ask_inverted(clause, asking, target.removed, standing.replacements), fact.text


def _has_conjunct(token: Token) -> bool:
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)


def _how_many(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    value, unit = fact.value, fact.mention.unit
    hedged = hedge_words(fact)
    if not isinstance(value, int | float) or hedged is None or _has_conjunct(target.head):
        return None
    if unit is None and fact.mention.of is None:
        return None
    if unit is not None and (re.fullmatch(r"[A-Z]{3}", unit) or unit == "fraction"):
        return _how_much(clause, fact, target, standing, hedged) if unit != "fraction" else None
    own = fact_tokens(clause.sentence, fact)
    numbers = number_tokens(own)
    if not numbers or len(numbers) == len(own) or any(t.dep_ in {"det", "det:predet"} for t in target.extras()):
        return None
    if any(child.dep_ == "det" for child in target.head.children):
        return None
    gone = {token.i for token in [*numbers, *hedge_tokens(clause, fact)]}
    last = max(target.own)
    after = [t for t in target.tokens if t.i > last]
    if not (after and after[0].lower_ == "of"):
        set_off = bool(after) and after[0].is_punct
        aside = frozenset(t.i for t in after) if set_off else frozenset()
        after = []  # what else follows the noun stays where it is ("with 56 guns"), or goes with its comma
    else:
        aside = frozenset()
    before = [
        t for t in target.tokens if t.i <= last and t.i not in gone and not (t.dep_ == "case" and t.head == target.head)
    ]
    noun_tokens = [*before, *after]
    removed = frozenset(t.i for t in target.tokens if t.i <= last) | frozenset(t.i for t in after) | gone | aside
    measured = unit is not None and unit != "percent"
    if any(t.pos_ == "ADV" for t in noun_tokens) or (measured and target.head.dep_ not in {"obj", *SUBJECTS}):
        return None
    if unit == "percent":
        rest = [t for t in noun_tokens if t.i not in target.own]
        if rest and rest[0].lower_ != "of":
            return None
        asking = f"{hedged}what percentage {render(rest, standing.replacements)}".strip()
    else:
        asking = f"{hedged}how many {render(noun_tokens, standing.replacements)}"
    answer = render(numbers) + ("%" if unit == "percent" else "")
    if target.head.i == clause.subject_head.i:
        rest = [t for t in target.tokens if t.i > last and t not in after]
        asking = " ".join(part for part in (asking, render(rest, standing.replacements)) if part)
        return "how-many", ask_subject(clause, _capital(asking), standing.replacements), answer
    if target.head.dep_ not in OBJECTS:
        return None
    preposition = target.preposition
    if preposition and preposition not in {"in", "to", "from", "by", "at", "with", "on", "for", "through", "into"}:
        return None
    if unit == "percent" and not preposition and not any(t.i not in target.own for t in noun_tokens):
        return None
    asking = _capital(f"{preposition} {asking}".strip())
    return "how-many", ask_inverted(clause, asking, removed, standing.replacements), answer


def _how_much(clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str) -> Found:
    hedges = {token.i for token in hedge_tokens(clause, fact)}
    if [token for token in target.extras() if token.i not in hedges]:
        return None
    spending = clause.head.lower_ in {"cost", "costs", "paid", "pays", "pay", "spent", "spends", "spend"}
    asking = f"{hedged}how much" + ("" if spending else " money")
    if target.head.i == clause.subject_head.i:
        return "how-much", ask_subject(clause, _capital(asking), standing.replacements), fact.text
    if target.head.dep_ not in OBJECTS or target.preposition not in {"", "for", "by", "to", "from", "at"}:
        return None
    if target.preposition in {"to", "from", "at"}:
        return None
    asking = _capital(f"{target.preposition} {asking}".strip())
    return "how-much", ask_inverted(clause, asking, target.removed, standing.replacements), fact.text


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _how_long(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    hedged = hedge_words(fact)
    hedges = {token.i for token in hedge_tokens(clause, fact)}
    if not isinstance(fact.value, str) or hedged is None or [t for t in target.extras() if t.i not in hedges]:
        return None
    if target.preposition == "for":
        asking = f"for {hedged}how long"
    elif target.preposition == "" and clause.head.lower_ in {"lasted", "lasts", "last", "took", "takes", "take"}:
        asking = f"{hedged}how long"
    else:
        return None
    return "how-long", ask_inverted(clause, _capital(asking), target.removed, standing.replacements), fact.text


def _who(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    if _has_conjunct(target.head) or fact.value is None or fact.hedge:
        return None
    person = fact.kind == "person"
    answer = str(fact.value) if person else fact.text
    asking = "Who" if person else f"Which {body_noun(fact)}"
    if target.head.i == clause.subject_head.i:
        if any(t.pos_ not in {"PROPN", "NOUN", "ADJ", "ADP", "DET"} for t in target.extras()):
            return None
        return "who", ask_subject(clause, asking, standing.replacements), answer
    if target.preposition == "by" and [t.lower_ for t in clause.auxiliaries] in (["was"], ["were"]):
        return "who", _ask_agent(clause, asking, target, standing), answer
    return None


def _ask_agent(clause: Clause, asking: str, target: Target, standing: Standing) -> str | None:
    """The passive turned round: "The bridge was designed by …" asks "Who designed the bridge?"."""
    past = past_tense(clause.head.text)
    if past is None:
        return None
    auxiliary = clause.auxiliaries[0].i
    subject = render(clause.subject, standing.replacements)
    first = min(token.i for token in clause.subject)
    front = [t for t in clause.tokens if t.i < first and not t.is_punct]
    after = [
        t
        for t in clause.tokens
        if t.i > clause.head.i and t.i not in target.removed and t.i not in {s.i for s in clause.subject}
    ]
    if any(t.i > auxiliary and t.i < clause.head.i and t.i not in {s.i for s in clause.subject} for t in clause.tokens):
        return None
    lowered_subject = subject if clause.subject[0].pos_ == "PROPN" else subject[0].lower() + subject[1:]
    words = [asking, past, lowered_subject, render(after, standing.replacements), render(front, standing.replacements)]
    if clause.lead:
        return None
    return " ".join(word for word in words if word) + "?"
