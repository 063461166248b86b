"""Ways to ask about one fact of a clause: when, where, who, how many, how much, how long.

Each returns None rather than ask where English, or the parse, leaves a doubt.
"""

import re

from spacy.tokens import Token

from quizapp.facts import Fact, Place, date_text
from quizapp.generation.apposing import PLACES
from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import past_tense
from quizapp.generation.measuring import how_long, how_many
from quizapp.generation.phrases import lowered, render
from quizapp.generation.predicates import SUBJECTS
from quizapp.generation.rewriting import NOWHERE
from quizapp.generation.soundness import is_described
from quizapp.generation.standing import Standing
from quizapp.generation.targets import (
    ABOUT,
    OBJECTS,
    Asking,
    Found,
    Target,
    body_noun,
    date_precision,
    find_measure,
    find_target,
    has_conjunct,
    is_demonym,
    is_given_name_alone,
    lasts_no_longer,
    place_noun,
)
from quizapp.generation.wording import ask_inverted, ask_subject

CLOCK_TIME = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)|\b\d{1,2}[.:]\d\d\b|\bnoon\b|\bmidnight\b")

SEASON = re.compile(r"\b(spring|summer|autumn|winter) of (\d{4})\b", re.IGNORECASE)
PLACING = set("in at on to from near through into via across over towards".split())
PARTS_OF_DAY = {"morning", "afternoon", "evening", "night"}
# How the question begins where the report has this before a part of a day.
PARTS_BEHIND = {"on": "On", "in": "On", "during": "On", "": "On", "by": "By"}


def ask(clause: Clause, fact: Fact, standing: Standing) -> list[Asking]:
    """Every way to ask for the fact in this clause."""
    target = find_target(clause, fact) or find_measure(clause, fact)
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
            found = how_many(clause, fact, target, standing)
        case "duration":
            found = how_long(clause, fact, target, standing)
        case "person" | "organisation":
            found = _who(clause, fact, target, standing)
        case _:
            found = None
    if found is None:
        return []
    form, stem, answer = found
    if stem is None or (form != "who" and is_described(clause)):
        return []
    return [Asking(form, stem, answer, fact, clause.sentence, clause.tokens, standing.proof, standing.is_framed)]


def _when(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    value = fact.value if isinstance(fact.value, str) else ""
    if target.extras() or target.head.dep_ not in {*OBJECTS, "nmod"}:
        return None
    if "T" in value:
        return _what_time(clause, fact, target, standing)
    season = SEASON.search(fact.text)
    if season is not None and target.preposition == "in" and not fact.hedge and lasts_no_longer(clause):
        words = f"In the {season[1].lower()} of which year"
        return "when", ask_inverted(clause, words, target.removed, standing.replacements), season[2]
    precision = date_precision(value)
    if precision is None or fact.mention.part not in {None, *PARTS_OF_DAY}:
        return None
    if fact.mention.part:
        if precision != "day" or fact.hedge or target.preposition not in PARTS_BEHIND or not lasts_no_longer(clause):
            return None
        words = f"{PARTS_BEHIND[target.preposition]} the {fact.mention.part} of which date"
        return "when", ask_inverted(clause, words, target.removed, standing.replacements), date_text(value)
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


def _what_time(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    """At what time; the day, where the phrase holds it, is told."""
    found = CLOCK_TIME.search(fact.text)
    if found is None or fact.hedge or target.preposition not in {"at", ""} or not lasts_no_longer(clause):
        return None
    if re.search(r"\b(?:past|to|after|before)\b", fact.text):
        return None  # "one minute past midnight"
    day = str(fact.value).partition("T")[0]
    words = "At what time" + (f" on {date_text(day)}" if day and fact.text != found[0] else "")
    return "what-time", ask_inverted(clause, words, target.removed, standing.replacements), found[0]


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
        if target.head.i != clause.subject_head.i or has_conjunct(target.head) or clause.head.lower_ in noun.split():
            return None
        if place.place_class == "street" and not any(token.dep_ == "aux:pass" for token in clause.auxiliaries):
            return None  # "Wall Street expected …": people, not a street
        return "which-place", ask_subject(clause, f"Which {noun}", standing.replacements), fact.text
    if target.head.dep_ not in OBJECTS or has_conjunct(target.head):
        return None
    asking = _which_place(clause, target, noun)
    if asking is None:
        return None
    return "where", ask_inverted(clause, asking, target.removed, standing.replacements), fact.text


def _which_place(clause: Clause, target: Target, noun: str) -> str | None:
    """ "To which country", "Which lake": the words that ask for a place that is not the subject."""
    ways = {one.lower_ for child in clause.head.children for one in child.children if one.dep_ == "case"}
    if target.preposition in {"to", "from"} and ways >= {"to", "from"}:
        return None  # "To which town did it run, from Wormit?"
    if not target.preposition:
        others = [one for one in clause.head.children if one.dep_ in {"obj", "iobj"} and one != target.head]
        # "sends Boston a tree": it is to Boston
        return f"Which {noun}" if target.head.dep_ == "obj" and not others else None
    if target.preposition not in PLACING:
        return None
    preposition = "in" if target.preposition == "at" and noun == "city or town" else target.preposition
    return f"{preposition.capitalize()} which {noun}"


def _who(clause: Clause, fact: Fact, target: Target, standing: Standing) -> Found:
    if has_conjunct(target.head) or fact.value is None or fact.hedge or is_given_name_alone(fact):
        return None
    if _is_one_of_many(clause):
        return None
    person = fact.kind == "person"
    if clause.head.lower_ == "described" and clause.sentence.offset(clause.head) == NOWHERE:
        return None  # what a name is described as is asked once, beside it
    if person and " " not in str(fact.value) and fact.mention.role:
        return None  # "Edward, Prince of Wales": by which of his names?
    if not person and _is_called_a_building(clause):
        return None  # "which organisation was a Victorian hall"
    answer = str(fact.value) if person else fact.text
    asking = "Who" if person else f"Which {body_noun(fact)}"
    if target.head.i == clause.subject_head.i:
        if any(t.pos_ not in {"PROPN", "NOUN", "ADJ", "ADP", "DET"} for t in target.extras()):
            return None
        return "who", ask_subject(clause, asking, standing.replacements), answer
    if target.preposition == "by" and [t.lower_ for t in clause.auxiliaries] in (["was"], ["were"]):
        return "who", _ask_agent(clause, asking, target, standing), answer
    return None


def _is_one_of_many(clause: Clause) -> bool:
    """ "Todd Tiahrt was a Kansas representative": so were others."""
    noun = _what_it_is(clause)
    if noun is None:
        return False
    children = {child.dep_: child.lower_ for child in noun.children}
    return children.get("det") in {"a", "an"} and not {"nmod", "acl", "acl:relcl"} & children.keys()


def _what_it_is(clause: Clause) -> Token | None:
    """The noun that the subject is said to be: "was a nurse", "is described as a nurse"."""
    if any(token.dep_ == "cop" for token in clause.auxiliaries):
        return clause.head
    if clause.head.lower_ != "described":
        return None
    named = [child for child in clause.head.children if any(one.lower_ == "as" for one in child.children)]
    return named[0] if named else None


def _is_called_a_building(clause: Clause) -> bool:
    noun = _what_it_is(clause)
    return noun is not None and noun.lower_ in PLACES


def _ask_agent(clause: Clause, asking: str, target: Target, standing: Standing) -> str | None:
    """The passive turned round: "The bridge was designed by …" asks "Who designed the bridge?"."""
    past = past_tense(clause.head.text)
    if past is None or (clause.subject_head.tag_ == "NNS" and len(clause.subject) == 1):
        return None  # "Who led opponents?"
    auxiliary = clause.auxiliaries[0].i
    subject = render(clause.subject, standing.replacements)
    first = min(token.i for token in clause.subject)
    front = [t for t in clause.tokens if t.i < first and not t.is_punct]
    after = [
        t
        for t in clause.tokens
        if t.i > clause.head.i and t.i not in target.removed and t.i not in {s.i for s in clause.subject}
    ]
    between = [t for t in clause.tokens if auxiliary < t.i < clause.head.i and t not in clause.subject]
    if any(t.pos_ != "ADV" for t in between):
        return None
    lowered_subject = subject if clause.subject[0].pos_ == "PROPN" else subject[0].lower() + subject[1:]
    if after and after[0].i == clause.head.i + 1 and after[0].pos_ == "ADP" and after[0].dep_ != "compound:prt":
        following = after[1] if len(after) > 1 else None
        if following is None or following.pos_ in {"ADV", "ADP", "PUNCT"}:
            return None  # "was paid for mainly by": who paid what for?
    particle = [t for t in after if t.dep_ == "compound:prt"]
    rest = [t for t in after if t not in particle]
    words = [asking, render(between), past, render(particle), lowered_subject, render(rest, standing.replacements),
             lowered(front, standing.replacements)]  # fmt: skip
    if clause.lead:
        return None
    return " ".join(word for word in words if word) + "?"
