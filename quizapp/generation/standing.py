"""What a clause leans on: names, pronouns, "the bridge" and "that morning", put in full from the report, or given up.

A stem stands before a learner without its report, so nothing in it may point at a sentence that is not there.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import is_role
from quizapp.generation.clauses import Clause
from quizapp.generation.dating import put_date, without_adjunct
from quizapp.generation.definites import is_introduced
from quizapp.generation.filling import Filling
from quizapp.generation.kinds import TIMES, is_abstract
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import is_given_name_alone
from quizapp.generation.tenses import in_simple_past
from quizapp.language import Sentence

SHARES = frozenset("half rest most many majority remainder third quarter part more fewer none some all both".split())
POINTING = {"this", "that", "these", "those", "such"}
LEANING = frozenset(
    """
    here now ago today yesterday tomorrow tonight earlier previously already nearby elsewhere next following
    previous preceding subsequent aforementioned current currently same other others another latter
    respectively respective both likewise similarly recently latest recent different above below later thereby
    thereafter formerly meantime so-called upcoming last fellow additional extra
    """.split()
)
OF_A_FIRM = frozenset(
    """
    sales profit profits revenue revenues turnover earnings losses orders output exports imports prices costs wages
    shares membership attendance
    """.split()
)
OF_ANY_STORY = frozenset(
    """
    work building construction drilling excavation boring digging production trading traffic turnout voting fighting
    power electricity progress track training recruitment isolation damage rain snow fire smoke
    """.split()
)
# One of something that only another sentence names: "a new strain", "seven individuals".
OF_A_KIND = frozenset(
    """
    strain version type kind form variant sort copy edition stage phase round branch member individual specimen unit
    example piece counterpart supply dose batch
    """.split()
)
NAMING = {"place", "person", "organisation"}
# What is done to somebody, most often by another.
DONE_TO = frozenset(
    """
    release arrest death dismissal appointment election trial execution expulsion resignation return removal exile
    imprisonment murder coronation promotion rescue capture escape
    """.split()
)
SUBJECT_OF = {
    "his": "he",
    "her": "she",
    "its": "it",
    "their": "they",
    "my": "i",
    "our": "we",
    "your": "you",
    "hers": "she",
}
MOST_TRIMMED = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """How to put a clause in full: text in the place of tokens, and the other sentences that prove it.

    Where ``is_framed``, the clause is clear only to who knows which story it is from.
    """

    replacements: dict[int, str]
    proof: tuple[Sentence, ...] = ()
    is_framed: bool = False


def stand_alone(clause: Clause, surroundings: Surroundings) -> tuple[Clause, Standing] | None:
    """The clause with how it can stand alone, less the adjuncts that hang in the air; None where more hangs."""
    if any(token.tag_ in {"WP$", "WP", "WDT"} for token in clause.subject):
        return None
    whole, told = in_simple_past(clause)
    clause = whole
    for _ in range(MOST_TRIMMED + 1):
        found = None if surroundings.cuts_through(clause) else _put_in_full(clause, surroundings, told)
        if found is None:
            return None
        if isinstance(found, Standing):
            return clause, replace(found, is_framed=found.is_framed or (clause != whole and bool(surroundings.frame)))
        trimmed = without_adjunct(clause, found, surroundings)
        if trimmed is None:
            return None
        clause = trimmed
    return None


def _put_in_full(clause: Clause, surroundings: Surroundings, told: dict[int, str]) -> Standing | Token | None:
    """How to put the clause in full, or the token that cannot be; None where the clause is lost as a whole."""
    filling = Filling(clause, surroundings, surroundings.within(clause), dict(told))
    for fact in filling.facts:
        if fact.kind == "person" or (fact.kind == "organisation" and str(fact.value).startswith(f"{fact.text} ")):
            _put_name(clause, fact, filling.replaced)
        elif fact.kind == "date" and not put_date(fact, filling):
            return fact_tokens(clause.sentence, fact)[0]
    if _is_bare(clause, surroundings) and not (_is_ours(clause, surroundings) and filling.lean_on_story()):
        return None  # "Supply", "Support": of what, another sentence says
    first = clause.tokens[0]
    named = {t.i for f in filling.facts if f.kind in NAMING for t in fact_tokens(clause.sentence, f)}
    if first.i in named or (first.text in surroundings.capitalised and first.pos_ not in {"DET", "ADP", "PRON"}):
        filling.replaced.setdefault(first.i, first.text)
    for token in clause.tokens:
        if token.i not in filling.replaced and not (_put_referent(token, filling) or _stands(token, filling)):
            return token
    return Standing(filling.replaced, tuple(filling.proof), filling.is_framed)


def _is_bare(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the subject is one bare noun ("Work", "Turnout"), and so of the story, if anything."""
    subject = clause.subject_head
    if subject.lower_ in OF_A_FIRM and len(clause.subject) == 1:
        return True
    return subject.tag_ == "NN" and len(clause.subject) == 1 and subject.text not in surroundings.capitalised


def _is_ours(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether a bare noun is what any story has, or one that this story speaks of elsewhere too."""
    word = clause.subject_head.lower_
    if word in OF_A_FIRM:
        return False
    return (
        word in OF_ANY_STORY or len(surroundings.introductions.get(word, ())) > 1 or word in surroundings.frame.lower()
    )


def _put_referent(token: Token, filling: Filling) -> bool:
    """Whether a pronoun is put in full, or may stay because the clause itself names what it means."""
    offset = filling.offset(token)
    referent = filling.surroundings.referents.get(offset)
    if referent is None or (token.tag_ == "PRP$" and _is_bound(token, filling)):
        return False
    if token.dep_ == "obj" and token.head.i == filling.clause.head.i and _is_subject(referent.name, filling):
        return False  # "Crispi cabled him": whoever that is, not himself
    if any(fact.value == referent.name and fact.start < offset for fact in filling.facts):
        return token.tag_ != "PRP$" or not any(one.dep_ == "cop" for one in filling.clause.auxiliaries)
    own = render(filling.clause.subject).lower().removeprefix("the ")
    if (
        token.tag_ == "PRP"
        and token.head.i == filling.clause.head.i
        and own == referent.name.lower().removeprefix("the ")
    ):
        return False  # "Spain ratified it": not itself
    if token.i > filling.clause.subject_head.i and own == referent.name.lower().removeprefix("the "):
        return True  # "The Norwegians built a hut which they called Framheim"
    if token.tag_ == "PRP$" and re.search(r" (?:of|on|in|at|for|from|with|across) |[’']s ", referent.name):
        return False  # "the library on Mill Street's roof"
    if f"{referent.name}'s" in filling.replaced.values() and token.tag_ == "PRP":
        return True  # "Mary Anning's friend secured her a pension"
    if referent.name in filling.replaced.values() or (referent.is_common and not filling.lean_on_story()):
        return False
    filling.replaced[token.i] = f"{referent.name}'s" if token.tag_ == "PRP$" else referent.name
    filling.proof.append(referent.sentence)
    return True


def _is_subject(name: str, filling: Filling) -> bool:
    """Whether a name is the clause's own subject, whatever title stands before it."""
    subject = {token.i for token in filling.clause.subject}
    return any(
        fact.value == name and subject & {token.i for token in fact_tokens(filling.clause.sentence, fact)}
        for fact in filling.facts
    )


def _put_name(clause: Clause, fact: Fact, replaced: dict[int, str]) -> None:
    """The fullest name at its first mention in the clause."""
    full = str(fact.value)
    tokens = fact_tokens(clause.sentence, fact)
    if tokens[-1].dep_ == "compound" and tokens[-1].head not in tokens:
        return  # "the Lykke family" is not one man's
    if (
        fact.text == full
        or not fact.value
        or is_given_name_alone(fact)
        or full in replaced.values()
        or tokens[-1].text != fact.text.split()[-1]
    ):
        return
    replaced[tokens[0].i] = full
    replaced.update({token.i: "" for token in tokens[1:]})


def _stands(token: Token, filling: Filling) -> bool:
    """Whether a token means the same without the sentences around it; may put something in its place."""
    word, facts, sentence = token.lower_, filling.facts, filling.clause.sentence
    if token.tag_ == "PRP":
        return word.endswith(("self", "selves"))
    if token.tag_ == "PRP$":
        return _is_bound(token, filling)
    if token.text in {'"', "“", "”", "‘"}:
        return False
    if word in SHARES and token.dep_ in {"nsubj", "nsubj:pass", "obj"} and not _has(token, {"nmod"}):
        return False  # "Half received the drug": half of whom?
    if (
        token.dep_ in {"nsubj", "nsubj:pass", "obj"}
        and token.pos_ in {"NUM", "ADJ", "DET"}
        and not _has(token, {"nmod"})
    ):
        return False
    if any(f.kind in {*NAMING, "date"} and token.i in {t.i for t in fact_tokens(sentence, f)} for f in facts):
        return True
    if word in POINTING and token.tag_ in {"DT", "PDT", "JJ"}:
        return False
    if word in {"one", "ones"} and token.tag_ in {"NN", "NNS", "PRP"}:
        return False
    if word in {"early", "late"} and token.tag_ == "RB" and token.i + 1 not in filling.kept:
        return False
    if word in {"above", "below"} and token.dep_ == "case":
        return True  # "150 metres above Lake Vostok"
    if word == "ago" and any(one.lower_ in {"million", "billion"} for one in filling.clause.tokens):
        return True
    if word == "last" and (
        token.tag_ == "RB" or token.pos_ == "VERB" or (token.dep_ == "amod" and token.head.lower_ not in TIMES)
    ):
        return True  # "was last seen", "the last stone"; not "last Friday"
    if word in LEANING or (word == "there" and token.dep_ != "expl"):
        return False
    if word == "the" and token.dep_ == "det":
        return is_introduced(token, filling)
    return _is_told_in_full(token)


def _is_told_in_full(token: Token) -> bool:
    """Whether a noun of a kind or of what was said, or "so", has beside it what it is of."""
    word = token.lower_
    if token.pos_ == "NOUN" and {word, word.removesuffix("s"), word.removesuffix("ies") + "y"} & OF_A_KIND:
        timed = any(child.dep_ == "nmod:poss" and child.lower_ in TIMES for child in token.children)
        return _has(token, {"nmod", "compound", "acl", "acl:relcl", "nmod:desc"} | (set() if timed else {"nmod:poss"}))
    if word == "so" and token.i and verb_lemma(token.nbor(-1).text) == "do":
        return False  # "takes 165 years to do so"
    # "the company's move": which, another sentence tells
    owned = token.pos_ == "NOUN" and is_abstract(word) and _has(token, {"nmod:poss"})
    return not owned or _has(token, {"nmod", "acl", "acl:relcl"})


def _has(token: Token, dependencies: set[str]) -> bool:
    return any(child.dep_ in dependencies for child in token.children)


def _is_bound(token: Token, filling: Filling) -> bool:
    """Whether "his", "its" or "their" can only mean the clause's own subject."""
    clause, facts = filling.clause, filling.facts
    subject = clause.subject_head
    if token.i in {one.i for one in clause.subject} or token.i < subject.i:
        return False
    if any(one.dep_ == "cop" for one in clause.auxiliaries):
        return False  # "Anna was his teacher"
    if subject.lower_ == SUBJECT_OF.get(token.lower_) and subject.i in filling.replaced:
        return True  # "it completed its first orbit"
    if token.head.lower_ in DONE_TO and token.head.head.i == clause.head.i:
        return False  # "Louis XIV ordered his release": another's
    own = {one.i for one in clause.subject}
    kinds = {fact.kind for fact in facts if subject.i in {one.i for one in fact_tokens(clause.sentence, fact)}}
    if token.lower_ in {"his", "her"}:
        before = [fact for fact in facts if fact.kind == "person" and fact.start < clause.sentence.offset(token)]
        if is_role(subject.lower_) and all({one.i for one in fact_tokens(clause.sentence, f)} <= own for f in before):
            return len({fact.value for fact in before}) < 2  # "the historian Anna Lund lost her sister"
        return kinds == {"person"} and len({fact.value for fact in before}) == 1
    if token.lower_ == "its":
        return "person" not in kinds and subject.tag_ in {"NN", "NNP", "NNPS"} and not is_role(subject.lower_)
    several = subject.tag_ in {"NNS", "NNPS"} or _has(subject, {"conj"})
    return token.lower_ == "their" and several
