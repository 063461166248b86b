"""What a clause leans on: names, pronouns, "the bridge" and "that morning", put in full from the report, or given up.

A stem stands before a learner without its report, so nothing in it may point at a sentence that is not there.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.facts import Fact, date_text
from quizapp.generation.clauses import Clause
from quizapp.generation.introductions import introduced_before
from quizapp.generation.phrases import fact_tokens, render, without_loose_commas
from quizapp.generation.surroundings import Surroundings
from quizapp.language import Sentence

POINTING = {"this", "that", "these", "those", "such"}
LEANING = frozenset(
    """
    here now ago today yesterday tomorrow tonight earlier previously already nearby elsewhere next following
    previous preceding subsequent aforementioned current currently same other others another latter
    respectively respective both likewise similarly recently latest recent above below later thereby
    thereafter formerly meantime so-called upcoming last
    """.split()
)
# The only ones of their kind, or of the kind that everyone shares.
UNIQUE = frozenset(
    """
    world sun moon earth sky internet public vote ground air surface ocean police press media poor rich equator
    universe web environment atmosphere age rest elderly north south east west past rain snow shade dark cold heat fog
    mud
    """.split()
)
# Whatever adjective they bear, these stand for somebody or something named before.
GENERIC = frozenset(
    """
    town city village country nation state officer official officials commander man woman boy girl company firm carmaker
    maker giant manufacturer retailer ship vessel boat team side club group leader player striker coach artist singer
    actor author writer scientist researcher professor doctor journalist reporter lawyer judge spokesman spokeswoman
    airline bank newspaper magazine agency region island base building site device product system model version
    """.split()
)
NAMING = {"place", "person", "organisation"}
INTRODUCING = {"nmod", "nmod:poss", "compound", "acl", "acl:relcl", "flat", "nmod:desc", "appos", "nmod:unmarked"}
MOST_TRIMMED = 3
DAY = re.compile(r"^-?\d{4}-\d{2}-\d{2}(?:T|$)")


@dataclass(frozen=True, slots=True)
class Standing:
    """How to put a clause in full: text in the place of tokens, and the other sentences that prove it."""

    replacements: dict[int, str]
    proof: tuple[Sentence, ...] = ()


def stand_alone(clause: Clause, surroundings: Surroundings) -> tuple[Clause, Standing] | None:
    """The clause with how it can stand alone, less the adjuncts that hang in the air; None where more hangs."""
    if any(token.tag_ in {"WP$", "WP", "WDT"} for token in clause.subject):
        return None
    for _ in range(MOST_TRIMMED + 1):
        found = None if surroundings.cuts_through(clause) else _put_in_full(clause, surroundings)
        if found is None or isinstance(found, Standing):
            return None if found is None else (clause, found)
        trimmed = _without_adjunct(clause, found)
        if trimmed is None:
            return None
        clause = trimmed
    return None


def _without_adjunct(clause: Clause, hanging: Token) -> Clause | None:
    """The clause less the adjunct that a token stands in; None where it stands in what the clause is about."""
    branch = hanging
    while branch.head.i != clause.head.i:
        if branch.head == branch:
            return None
        branch = branch.head
    if branch.dep_ != "advcl" or branch.i < min(token.i for token in clause.subject):
        return None
    gone = {token.i for token in clause.branch(branch)}
    kept = tuple(without_loose_commas([token for token in clause.tokens if token.i not in gone]))
    return replace(clause, tokens=kept) if len(kept) > len(clause.subject) + 1 else None


def _put_in_full(clause: Clause, surroundings: Surroundings) -> Standing | Token | None:
    """How to put the clause in full, or the token that cannot be; None where the clause is lost as a whole."""
    replaced: dict[int, str] = {}
    facts = surroundings.within(clause)
    for fact in facts:
        if fact.kind == "person":
            _put_name(clause, fact, replaced)
        elif fact.kind == "date" and not _put_date(clause, fact, replaced):
            return fact_tokens(clause.sentence, fact)[0]
    subject = clause.subject_head
    if subject.tag_ == "NN" and len(clause.subject) == 1 and subject.text not in surroundings.capitalised:
        return None  # "Support", "Turnout": of what, another sentence says
    first = clause.tokens[0]
    named = {t.i for f in facts if f.kind in NAMING for t in fact_tokens(clause.sentence, f)}
    if first.i in named or (first.text in surroundings.capitalised and first.pos_ not in {"DET", "ADP", "PRON"}):
        replaced.setdefault(first.i, first.text)
    proof: list[Sentence] = []
    for token in clause.tokens:
        if token.i in replaced:
            continue
        offset = clause.sentence.offset(token)
        referent = surroundings.referents.get(offset)
        if referent is not None and any(f.value == referent.name and f.start < offset for f in facts):
            continue  # the name stands in the clause already, and can only be what is meant
        if referent is not None and not (token.tag_ == "PRP$" and _is_bound(token, clause, facts)):
            if referent.name in replaced.values():
                return token
            replaced[token.i] = f"{referent.name}'s" if token.tag_ == "PRP$" else referent.name
            proof.append(referent.sentence)
        elif not _stands(token, clause, facts, surroundings, replaced, proof):
            return token
    return Standing(replaced, tuple(proof))


def _put_name(clause: Clause, fact: Fact, replaced: dict[int, str]) -> None:
    """The fullest name at its first mention in the clause."""
    full = str(fact.value)
    tokens = fact_tokens(clause.sentence, fact)
    if fact.text == full or not fact.value or full in replaced.values() or tokens[-1].text != fact.text.split()[-1]:
        return
    replaced[tokens[0].i] = full
    replaced.update({token.i: "" for token in tokens[1:]})


def _put_date(clause: Clause, fact: Fact, replaced: dict[int, str]) -> bool:
    """A date that leans on another in full; False where it cannot be."""
    value = fact.value
    if not isinstance(value, str):
        return False
    if value.startswith("T"):
        return any(re.search(r"\d{4}", token.text) for token in clause.tokens)
    if re.search(r"\d{3,4}|BC|[Cc]entury", fact.text):
        return True
    tokens = fact_tokens(clause.sentence, fact)
    if tokens[-1].i + 1 < len(tokens[-1].doc) and tokens[-1].nbor(1).tag_ == "POS":
        return False
    full = date_text(value)
    if "/" in value:
        between = tokens[0].i > 0 and tokens[0].nbor(-1).lower_ == "between"
        if not between or full.count(" to ") != 1:
            return False
        full = full.replace(" to ", " and ")
    if fact.mention.part:
        full = f"the {fact.mention.part} of {full}"
    before = tokens[0].nbor(-1) if tokens[0].i > 0 else None
    if before is not None and before.lower_ in {"the", "that", "this"}:
        replaced[before.i] = ""
        before = before.nbor(-1) if before.i > 0 else None
    is_day = bool(DAY.match(value)) and "/" not in value
    kept = {token.i for token in clause.tokens}
    if before is not None and before.pos_ in {"ADP", "SCONJ"} and before.i in kept:
        if (before.lower_ == "in" and is_day and not fact.mention.part) or (before.lower_ == "on" and not is_day):
            return False
    else:
        full = f"{'on' if is_day else 'in'} {full}"
    replaced[tokens[0].i] = full
    replaced.update({token.i: "" for token in tokens[1:]})
    return True


def _stands(
    token: Token,
    clause: Clause,
    facts: list[Fact],
    surroundings: Surroundings,
    replaced: dict[int, str],
    proof: list[Sentence],
) -> bool:
    """Whether a token means the same without the sentences around it; may put something in its place."""
    word = token.lower_
    if token.tag_ == "PRP":
        return word.endswith(("self", "selves"))
    if token.tag_ == "PRP$":
        return _is_bound(token, clause, facts)
    if token.text in {'"', "“", "”", "‘"}:
        return False
    if (
        token.dep_ in {"nsubj", "nsubj:pass", "obj"}
        and token.pos_ in {"NUM", "ADJ", "DET"}
        and not _has(token, {"nmod"})
    ):
        return False
    if any(f.kind in {*NAMING, "date"} and token.i in {t.i for t in fact_tokens(clause.sentence, f)} for f in facts):
        return True
    if word in POINTING and token.tag_ in {"DT", "PDT", "JJ"}:
        return False
    if word in {"one", "ones"} and token.tag_ in {"NN", "NNS", "PRP"}:
        return False
    if word in {"early", "late"} and token.tag_ == "RB" and token.i == clause.tokens[-1].i:
        return False
    if word in LEANING or (word == "there" and token.dep_ != "expl"):
        return False
    if word == "the" and token.dep_ == "det":
        return _is_introduced(token, clause, facts, surroundings, replaced, proof)
    return True


def _has(token: Token, dependencies: set[str]) -> bool:
    return any(child.dep_ in dependencies for child in token.children)


def _is_bound(token: Token, clause: Clause, facts: list[Fact]) -> bool:
    """Whether "his", "its" or "their" can only mean the clause's own subject."""
    subject = clause.subject_head
    if token.i in {one.i for one in clause.subject}:
        return False
    kinds = {fact.kind for fact in facts if subject.i in {one.i for one in fact_tokens(clause.sentence, fact)}}
    if token.lower_ in {"his", "her"}:
        people = {fact.value for fact in facts if fact.kind == "person" and fact.start < clause.sentence.offset(token)}
        return kinds == {"person"} and len(people) == 1
    if token.lower_ == "its":
        return (
            bool(kinds & {"place", "organisation"}) and "person" not in kinds and subject.tag_ in {"NN", "NNP", "NNPS"}
        )
    return token.lower_ == "their" and subject.tag_ == "NNS"


def _is_introduced(
    determiner: Token,
    clause: Clause,
    facts: list[Fact],
    surroundings: Surroundings,
    replaced: dict[int, str],
    proof: list[Sentence],
) -> bool:
    """Whether "the …" says itself which one is meant; "the bridge" becomes the one bridge that the report names."""
    noun = determiner.head
    kept = {token.i for token in clause.tokens}
    children = [child for child in noun.children if child.i in kept and child.dep_ not in {"case", "punct"}]
    named = noun.pos_ == "PROPN" or any(
        noun.i in {one.i for one in fact_tokens(clause.sentence, fact)} for fact in facts if fact.kind != "figure"
    )
    if named or noun.lower_ in UNIQUE:
        return True
    defining = {child.dep_ for child in children} & INTRODUCING
    if noun.lower_ in GENERIC:  # "the Lancashire town", "the Syrian officer" point back all the same
        defining -= {"compound", "nmod:desc"}
    elif any(child.dep_ == "amod" and (child.pos_ == "PROPN" or child.text[0].isupper()) for child in children):
        return True
    if defining:
        return True
    if noun.i == determiner.i:
        return False
    if any(token.lower_ == noun.lower_ and token.i < determiner.i for token in clause.tokens):
        return True
    full = _named_by_noun(noun, clause, surroundings) if len(children) == 1 else None
    if full is not None:
        replaced[determiner.i] = full
        replaced[noun.i] = ""
        return True
    apposed = _apposed_name(noun, kept)
    if apposed is not None:
        replaced[noun.i] = f"{noun.text} {apposed}"
        return True
    introduction = introduced_before(noun, clause.sentence.offset(noun), surroundings.introductions)
    if introduction is None or any(child.dep_ not in {"det", "amod", "compound", "case"} for child in children):
        return False
    replaced[determiner.i] = introduction.text if _modified(noun) else introduction.plain
    replaced.update({child.i: "" for child in children if child.dep_ in {"amod", "compound"}} | {noun.i: ""})
    proof.append(introduction.sentence)
    return True


def _named_by_noun(noun: Token, clause: Clause, surroundings: Surroundings) -> str | None:
    """What "the bridge" or "the minister" is called, where one name before stands out."""
    things: Counter[str] = Counter()
    people: set[str] = set()
    for named in surroundings.named_by(noun.lower_):
        if named.start >= clause.sentence.offset(noun):
            break
        if named.is_person:
            people.add(named.text)
        else:
            things[named.text] += 1
    if people:
        return people.pop() if len(people) == 1 and not things else None
    ranked = things.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]


def _apposed_name(noun: Token, kept: set[int]) -> str | None:
    """The name that the text sets beside a noun and the clause left out: "The lander, Vikram, …"."""
    names = [
        child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i not in kept
    ]
    if len(names) != 1 or any(child.dep_ == "conj" for child in names[0].children):
        return None
    return render([token for token in names[0].subtree if token.pos_ == "PROPN"])


def _modified(noun: Token) -> bool:
    return any(child.dep_ in {"amod", "compound"} for child in noun.children)
