"""Clauses as claims to call true or false: as they are, or with a value in them that is provably another."""

import re
from datetime import date

from spacy.tokens import Token

from quizapp.facts import Fact, parse_date
from quizapp.generation.clauses import Clause
from quizapp.generation.distractors import draw_falsehoods
from quizapp.generation.drafting import TOPICS, Setting, explained, finished
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.restating import STEM_WORDS, is_askable, is_money
from quizapp.generation.standing import Standing
from quizapp.generation.targets import (
    BOUNDS,
    Asking,
    find_measure,
    find_target,
    lasts_no_longer,
    number_tokens,
    written_like,
)
from quizapp.generation.wording import statement
from quizapp.questions import Option, Question, framed

BOUNDING = frozenset(
    "within than least most over under up beyond exceeding exceeded minimum maximum below above upwards".split()
)
ABROAD = {"border", "abroad", "frontier", "overseas"}
ARTICLED = frozenset(
    "US UK USA U.S. U.K. UAE EU UN Netherlands Philippines Bahamas Gambia Maldives Seychelles Vatican".split()
)


def draft_true_false(
    clause: Clause, fact: Fact, standing: Standing, setting: Setting, is_true: bool
) -> Question | None:
    """The clause as it is, or with the fact swapped for a value that is provably another."""
    true_text = statement(clause, standing.replacements)
    if len(true_text.split()) > STEM_WORDS or fact.value is None or not is_askable(fact, clause):
        return None
    evidence = setting.proof(clause.sentence, standing.proof)
    explanation = explained(evidence)
    claim, denied = true_text, f"The statement agrees with the report: “{evidence[0].quote}”"
    if not is_true:
        swapped = _swapped(clause, fact, standing, setting, true_text)
        if swapped is None:
            return None
        claim, wrong = swapped
        put = standing.replacements.get(fact_tokens(clause.sentence, fact)[0].i, "")
        told = f"{fact.text} ({put})" if put and fact.kind == "date" else fact.text
        denied = f"The report says {told} here, not {wrong}: “{evidence[0].quote}”"
    options = (
        Option("a", "True", is_true, explanation if is_true else denied, evidence=evidence),
        Option("b", "False", not is_true, denied if is_true else explanation, evidence=evidence),
    )
    question = Question(
        id="",
        interaction="true_false",
        form="true-false",
        stem=framed(setting.surroundings.frame, f"{claim}.") if standing.is_framed else f"{claim}.",
        topic=TOPICS[fact.kind],
        explanation=explanation,
        evidence=evidence,
        facts=(fact.id,),
        options=options,
    )
    return finished(question, clause.start, setting)


def _swapped(
    clause: Clause, fact: Fact, standing: Standing, setting: Setting, true_text: str
) -> tuple[str, str] | None:
    """The clause with another value in the fact's place, and that value."""
    tokens = fact_tokens(clause.sentence, fact)
    swapping = number_tokens(tokens) if fact.kind == "figure" and not is_money(fact) else tokens
    while swapping and swapping[-1].text in {"-", "–"}:
        swapping = swapping[:-1]  # "a 92-metre vessel" keeps its hyphen
    if not swapping or not _may_be_swapped(clause, fact, tokens):
        return None
    printed = _printed(fact, swapping, standing)
    if printed is None:
        return None
    asking = Asking("true-false", true_text.replace(printed, ""), printed, fact, clause.sentence, clause.tokens)
    wrongs = draw_falsehoods(asking, setting.surroundings, setting.report, setting.rng)
    if not wrongs:
        return None
    telling = [one for one in wrongs if not _is_petty(one.text, fact)]
    if not telling:
        return None
    wrong = written_like(telling[setting.rng.randrange(len(telling))].text, printed)
    if _takes_article(wrong) != _takes_article(printed):
        return None
    if swapping[0].i and swapping[0].nbor(-1).lower_ == "the":
        wrong = wrong.removeprefix("the ")
    after_article = re.search(rf"\ban? {re.escape(printed)}", true_text)
    if after_article and _starts_with_vowel(wrong) != _starts_with_vowel(printed):
        return None
    replaced = dict(standing.replacements)
    replaced[swapping[0].i] = wrong
    replaced.update({token.i: "" for token in swapping[1:]})
    return statement(clause, replaced), wrong


def _printed(fact: Fact, swapping: list[Token], standing: Standing) -> str | None:
    """The fact as the claim has it: in its own words, or as the whole date or name that was put in their place."""
    put = [standing.replacements.get(token.i) for token in swapping]
    if all(one is None for one in put):
        return "".join(token.text_with_ws for token in swapping).strip()
    if not put[0] or any(one != "" for one in put[1:]):
        return None
    whole = parse_date(put[0]) if fact.kind == "date" else put[0]
    return put[0] if fact.kind in {"date", "person"} and whole == fact.value else None


def _may_be_swapped(clause: Clause, fact: Fact, tokens: list[Token]) -> bool:
    """Whether another value in the fact's place surely makes the clause false, and English still."""
    if fact.kind == "person" and fact.mention.title and tokens[0].i and tokens[0].nbor(-1).text in fact.mention.title:
        return False
    if fact.kind == "person" and any(child.i < tokens[0].i for token in tokens for child in token.lefts):
        return False  # "General …": another name would not fit the title
    if _is_bounded(fact, tokens):
        return False  # more than ten hours are more than nine
    if fact.kind == "figure" and fact.mention.unit == "year":
        return False  # a mechanic of 15 is not believed
    said_to_be = any(token.dep_ == "cop" for token in clause.auxiliaries)
    possessive = said_to_be or any(token.tag_ == "PRP$" for token in clause.tokens)
    if fact.kind in {"place", "person"} and possessive and tokens[0].i in {token.i for token in clause.subject}:
        return False  # "Madagascar sent its Baltic Fleet", "Angola was the poorest of Europe": nobody believes it
    if fact.kind == "place" and any(token.lower_ in ABROAD for token in clause.tokens):
        return False  # "fled across the border to Homs", a town of their own land
    target = find_target(clause, fact) or find_measure(clause, fact)
    if fact.kind == "figure" and target is None:
        return False  # what is false must be what the clause is about
    if fact.kind in {"place", "person"}:
        if target is None or any(child.dep_ == "conj" for child in target.head.children) or target.head.dep_ == "conj":
            return False  # deeper in the clause a place only tells which thing is meant
        if any(token.ent_type_ == "LOC" for token in target.extras()):
            return False  # "Atlanta, Texas": half of a name
    if fact.kind == "date" and target is None:
        return False  # "a petition presented in 1891": in another year there may have been another
    timed = fact.kind in {"date", "duration"}
    return fact.kind != "organisation" and not fact.mention.part and (not timed or _is_moment(clause, tokens))


def _is_bounded(fact: Fact, tokens: list[Token]) -> bool:
    """Whether a figure or a time is only a bound, which another one beside it would not gainsay."""
    if (fact.hedge or "").lower() in BOUNDS:
        return True
    before = tokens[0].doc[max(0, tokens[0].i - 3) : tokens[0].i]
    if fact.kind == "figure" and len(before) > 1 and before[-1].lower_ == "of" and before[-2].like_num:
        return True  # "27 of 31 people"
    return fact.kind in {"figure", "duration"} and any(token.lower_ in BOUNDING for token in before)


def _is_petty(text: str, fact: Fact) -> bool:
    """Whether a false date is a day or two, or a year, beside the true one: nobody learns from that."""
    wrong = parse_date(text) if fact.kind == "date" else None
    true = str(fact.value)
    if wrong is None or len(wrong) != len(true):
        return False
    if len(true) == len("2024-12-06"):
        return abs((date.fromisoformat(wrong) - date.fromisoformat(true)).days) < 3
    return len(true) == len("2024") and abs(int(wrong) - int(true)) < 2


def _is_moment(clause: Clause, tokens: list[Token]) -> bool:
    """Whether another time would make the clause false: not "by May", not "within five days", not of states."""
    head = next((token for token in tokens if token.head not in tokens), tokens[0])
    cases = {child.lower_ for child in head.children if child.dep_ == "case"}
    return lasts_no_longer(clause) and not cases & {"by", "within", "until", "since", "before", "after", "from", "to"}


def _takes_article(name: str) -> bool:
    """Whether English puts "the" before a country or a sea of that name."""
    last = name.split()[-1]
    return name in ARTICLED or last in {"Republic", "Islands", "Sea", "Ocean", "States", "Kingdom", "Emirates", "Gulf"}


def _starts_with_vowel(text: str) -> bool:
    return text[:1].lower() in "aeiou8"
