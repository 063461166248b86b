"""Ways to ask how many, how much and how long: the phrase of a number, put first, with "how many" in its place."""

import re

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.clauses import Clause
from quizapp.generation.kinds import TIMES
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import capitalised, fact_tokens, render
from quizapp.generation.standing import Standing
from quizapp.generation.targets import (
    OBJECTS,
    Found,
    Target,
    goes_on,
    has_conjunct,
    hedge_tokens,
    hedge_words,
    is_score,
    number_tokens,
)
from quizapp.generation.wording import ask_inverted, ask_subject

PREPOSITIONS = {"", "in", "to", "from", "by", "at", "with", "on", "for", "through", "into", "after", "within", "of"}
# Asked under a bound, any number beyond it would be true as well.
BOUNDING = {"at least", "more than", "up to", "fewer than", "less than", "at most"}
# "How many 27 of people": half of another figure.
OTHER_NUMBER = re.compile(r"how many \d")
MONEY = re.compile(r"[A-Z]{3}")
SPENDING = frozenset("cost costs paid pays pay spent spends spend".split())
# What is done at once, whatever it is for: "declared an emergency for 30 days".
ANNOUNCING = frozenset("declare announce order decree proclaim promise propose approve grant offer sign call".split())
LASTING = frozenset("lasted lasts last took takes take".split())


def how_many(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    """How many, what percentage or how much; None unless the question keeps the figure's unit and hedge."""
    unit = fact.mention.unit
    hedged = hedge_words(fact)
    if not isinstance(fact.value, int | float) or hedged is None or has_conjunct(target.head):
        return None
    if unit is not None and MONEY.fullmatch(unit):
        return _how_much(clause, fact, target, standing, hedged)
    if unit == "fraction":
        return _what_fraction(clause, fact, target, standing, hedged)
    tokens = fact_tokens(clause.sentence, fact)
    numbers = number_tokens(tokens)
    if not numbers or is_score(tokens) or goes_on(tokens) or fact.value == 1:
        return None
    if hedged.strip() in BOUNDING or (target.preposition == "by" and unit is None and _is_done(clause)):
        return None  # "less than how many", "by how many brothers was it started"
    if _narrows(clause, target):
        return None
    if target.preposition == "from" and any(token.lower_ == "to" for token in clause.tokens):
        return None  # "climbed from 3 million to 5 million"
    if target.head.i not in target.own:
        return _how_deep(clause, fact, target, standing, hedged, numbers)
    if len(numbers) == len(target.own):
        return _how_many_of(clause, target, standing, hedged, numbers)
    if unit is None and fact.mention.of is None:
        return None
    return _how_many_things(clause, fact, target, standing, hedged, numbers)


def _is_perfect(clause: Clause) -> bool:
    return bool(clause.auxiliaries) and clause.auxiliaries[0].lower_ in {"has", "have"}


def _narrows(clause: Clause, target: Target) -> bool:
    """Whether another count stands right beside, narrowing the other ("at nine sites in six countries")."""
    if not target.preposition:
        return False
    own, kept = target.removed, {token.i for token in clause.tokens}
    for other in clause.head.children:
        phrase = {token.i for token in other.subtree} & kept
        counted = any(child.dep_ == "nummod" for child in other.children)
        placed = any(child.dep_ == "case" for child in other.children)
        timed = other.lower_.removesuffix("s") in TIMES
        beside = bool(phrase) and (max(phrase) + 1 == min(own) or max(own) + 1 == min(phrase))
        if beside and counted and placed and not timed:
            return True
    return False


def _is_with_those_aboard(target: Target, last: int) -> bool:
    """ "Sailed with 28 men aboard": what follows the count says of them where they are."""
    after = [token for token in target.head.doc[last + 1 : last + 2] if token.pos_ in {"ADV", "ADP"}]
    return target.preposition == "with" and bool(after) and after[0].lower_ in {"aboard", "each", "apiece", "ashore"}


def _is_done(clause: Clause) -> bool:
    return any(token.dep_ == "aux:pass" for token in clause.auxiliaries)


def _how_many_things(
    clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str, numbers: list[Token]
) -> Found:
    """ "How many trawlers were lost?", "Of what percentage of …"."""
    unit, last = fact.mention.unit, max(target.own)
    if any(t.dep_ in {"det", "det:predet"} for t in target.extras()):
        return None
    if any(child.dep_ == "det" for child in target.head.children) or _is_with_those_aboard(target, last):
        return None
    gone = {token.i for token in [*numbers, *hedge_tokens(clause, fact)]}
    after, aside = _what_follows(target, last)
    noun = _counted(target, last, gone, after)
    if noun is None:
        return None
    removed = frozenset(t.i for t in target.tokens if t.i <= last) | {t.i for t in after} | gone | aside
    measured = unit is not None and unit != "percent"
    direct = target.head.dep_ in {"obj", "nsubj", "nsubj:pass"} or target.preposition in {"for", "by", "at"}
    if any(t.pos_ == "ADV" for t in noun) or (measured and not direct):
        return None
    asking = _percentage(noun, target, standing, hedged) if unit == "percent" else (
        f"{hedged}how many {render(noun, standing.replacements)}"
    )  # fmt: skip
    if asking is None or OTHER_NUMBER.search(asking):
        return None
    answer = _in_small_letters(render(numbers)) + ("%" if unit == "percent" else "")
    if target.head.i == clause.subject_head.i:
        rest = [t for t in target.tokens if t.i > last and t not in after]
        asking = " ".join(part for part in (asking, render(rest, standing.replacements)) if part)
        return "how-many", ask_subject(clause, capitalised(asking), standing.replacements), answer
    if target.head.dep_ not in OBJECTS or target.preposition not in PREPOSITIONS:
        return None
    torn = [t for t in target.tokens if t.i > last and t not in after and t.i not in aside]
    if (torn and torn[0].tag_ in {"VBN", "VBG", "JJ"}) or (unit == "percent" and target.preposition == "at"):
        return None  # "enrolled 300 children aged five", "stood at 71 percent"
    if target.preposition == "to" and clause.head.lower_ in {"came", "come", "comes", "amounted", "amounts", "ran"}:
        return None  # "To how many francs did the bill come?"
    if unit == "percent" and not target.preposition and not any(t.i not in target.own for t in noun):
        return None
    asking = capitalised(f"{target.preposition} {asking}".strip())
    return "how-many", ask_inverted(clause, asking, removed, standing.replacements), answer


def _counted(target: Target, last: int, gone: set[int], after: list[Token]) -> list[Token] | None:
    """The noun that was counted with all that belongs to it; None where another number or a particle got in."""
    before = [
        t for t in target.tokens if t.i <= last and t.i not in gone and not (t.dep_ == "case" and t.head == target.head)
    ]
    if any(t.pos_ in {"ADP", "ADV"} and t.i < min(gone) for t in before):
        return None  # "lifted off 33 people"
    if any(t.pos_ == "NUM" for t in after):
        return None  # "1,000 tonnes of smoke and 370 tonnes of gas"
    return [*before, *after]


def _what_follows(target: Target, last: int) -> tuple[list[Token], frozenset[int]]:
    """The "of …" after a number's noun, which goes with it; and what is set off by a comma, which goes away.

    What else follows the noun stays where it is ("with 56 guns").
    """
    after = [t for t in target.tokens if t.i > last]
    if after and after[0].lower_ == "of":
        return after, frozenset()
    return [], frozenset(t.i for t in after) if after and after[0].is_punct else frozenset()


def _percentage(noun: list[Token], target: Target, standing: Standing, hedged: str) -> str | None:
    rest = [t for t in noun if t.i not in target.own]
    if rest and rest[0].lower_ != "of":
        return None
    return f"{hedged}what percentage {render(rest, standing.replacements)}".strip()


def _what_fraction(clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str) -> Found:
    """ "Three-fifths of the coins are Arabic": what fraction of the coins."""
    last = max(target.own)
    rest = [t for t in target.tokens if t.i > last]
    if target.head.i != clause.subject_head.i or len(rest) < 2 or rest[0].lower_ != "of":
        return None
    asking = capitalised(f"{hedged}what fraction {render(rest, standing.replacements)}")
    return "how-many", ask_subject(clause, asking, standing.replacements), _in_small_letters(fact.text)


def _how_many_of(clause: Clause, target: Target, standing: Standing, hedged: str, numbers: list[Token]) -> Found:
    """ "Four of the eight boats were smashed": how many of the eight boats."""
    last = max(target.own)
    rest = [t for t in target.tokens if t.i > last]
    if target.head.i != clause.subject_head.i or len(rest) < 3 or rest[0].lower_ != "of":
        return None
    if any(t.i < min(target.own) for t in target.tokens) and not hedged:
        return None
    asking = capitalised(f"{hedged}how many {render(rest, standing.replacements)}")
    return "how-many", ask_subject(clause, asking, standing.replacements), _in_small_letters(render(numbers))


def _in_small_letters(number: str) -> str:
    """A number that opened its sentence ("Nineteen miners") as it stands among options."""
    return number[0].lower() + number[1:]


def _how_deep(
    clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str, numbers: list[Token]
) -> Found:
    """ "At a depth of nearly 3,770 metres": at a depth of about how many metres."""
    hedges = {token.i for token in hedge_tokens(clause, fact)}
    if (
        target.preposition not in PREPOSITIONS - {"", "of"}
        or target.head.dep_ not in OBJECTS
        or fact.mention.unit is None
    ):
        return None
    replaced = {**standing.replacements, numbers[0].i: f"{hedged}how many"}
    replaced.update({token.i: "" for token in numbers[1:]})
    words = [token for token in target.tokens if token.i not in hedges]
    if any(token.is_punct for token in words if token not in numbers):
        return None
    asking = capitalised(render(words, replaced))
    return "how-many", ask_inverted(clause, asking, target.removed, standing.replacements), render(numbers)


def _how_much(clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str) -> Found:
    hedges = {token.i for token in hedge_tokens(clause, fact)}
    if [token for token in target.extras() if token.i not in hedges]:
        return None
    doc, last = clause.head.doc, max(target.own)
    if doc[last + 1 : last + 2].text in {"a", "an", "per", "each"}:
        return None  # "€47.20 a share": how much of what is asked for is no easy English
    asking = f"{hedged}how much" + ("" if clause.head.lower_ in SPENDING else " money")
    if target.head.i == clause.subject_head.i:
        return "how-much", ask_subject(clause, capitalised(asking), standing.replacements), fact.text
    if target.head.dep_ not in OBJECTS or target.preposition not in {"", "for", "by"}:
        return None
    asking = capitalised(f"{target.preposition} {asking}".strip())
    return "how-much", ask_inverted(clause, asking, target.removed, standing.replacements), fact.text


def how_long(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    """For how long, or in how many minutes; None where the phrase holds more than the time."""
    hedged = hedge_words(fact)
    hedges = {token.i for token in hedge_tokens(clause, fact)}
    if not isinstance(fact.value, str) or hedged is None:
        return None
    if target.preposition == "" and target.head.dep_ == "obj" and clause.head.lower_ not in LASTING:
        return _how_many_seconds(clause, fact, target, standing, hedged)
    if [t for t in target.extras() if t.i not in hedges]:
        return None
    if target.preposition == "for" and (
        verb_lemma(clause.head.text) in ANNOUNCING or (_is_perfect(clause) and not clause.lead)
    ):
        return None  # "For how long has she declared an emergency?"
    if target.preposition == "for":
        asking, answer = f"for {hedged}how long", fact.text
    elif target.preposition == "" and clause.head.lower_ in LASTING:
        asking, answer = f"{hedged}how long", fact.text
    elif target.preposition in {"in", "within", "after"}:
        numbers = number_tokens(fact_tokens(clause.sentence, fact))
        unit = [t for t in fact_tokens(clause.sentence, fact) if t not in numbers]
        if not numbers or len(unit) != 1 or unit[0].tag_ != "NNS" or hedged.strip() in BOUNDING:
            return None  # "in less than how many years"
        asking, answer = f"{target.preposition} {hedged}how many {unit[0].text}", fact.text
    else:
        return None
    return "how-long", ask_inverted(clause, capitalised(asking), target.removed, standing.replacements), answer


def _how_many_seconds(clause: Clause, fact: Fact, target: Target, standing: Standing, hedged: str) -> Found:
    """ "Sent 14 seconds of telemetry": how many seconds of telemetry."""
    tokens = fact_tokens(clause.sentence, fact)
    numbers = number_tokens(tokens)
    unit = [t for t in tokens if t not in numbers]
    after = [t for t in target.tokens if t.i > tokens[-1].i]
    plain = all(t.i >= tokens[0].i or t in hedge_tokens(clause, fact) for t in target.tokens)
    if not numbers or len(unit) != 1 or unit[0].tag_ != "NNS" or not plain or (after and after[0].lower_ != "of"):
        return None
    asking = capitalised(f"{hedged}how many {render([*unit, *after], standing.replacements)}")
    return "how-long", ask_inverted(clause, asking, target.removed, standing.replacements), fact.text
