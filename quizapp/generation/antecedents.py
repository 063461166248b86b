"""What "it", "they" and a nameless "he" stand for: the subject before them, where nothing else can be meant.

A subject that is a pronoun most often goes on with the subject before it (centering: Grosz, Joshi and Weinstein 1995);
the rest is ruled out by number, by what a person can be called, and by rivals in the sentence between.
"""

from collections.abc import Mapping

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import is_role
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.referents import Referent
from quizapp.language import Sentence

SUBJECTS = {"nsubj", "nsubj:pass"}
SINGULAR = {"it", "its"}
PLURAL = {"they", "their"}
PERSONAL = {"he", "his", "she", "her"}
MALE = frozenset("man boy king prince father brother husband son emperor spokesman businessman uncle".split())
FEMALE = frozenset("woman girl queen princess mother sister wife daughter spokeswoman nun actress widow".split())
KEPT = {"compound", "amod", "nmod:poss", "flat"}
DESCRIBED_BY = {"nmod"}
QUOTES = {'"', "“", "”"}


def find_antecedents(sentences: tuple[Sentence, ...], facts: Mapping[int, tuple[Fact, ...]]) -> dict[int, Referent]:
    """What the pronouns that are, or belong to, a subject stand for, by where they begin in the report."""
    found: dict[int, Referent] = {}
    before: tuple[Sentence, Token, Referent] | None = None
    for sentence in sentences:
        if before is not None and before[0].passage != sentence.passage:
            before = None
        if any(token.text in QUOTES for token in sentence.span):
            before = None
            continue
        subjects = [token for token in sentence.span if token.dep_ in SUBJECTS and _is_main(token.head)]
        for token in sentence.span:
            if token.lower_ not in SINGULAR | PLURAL | PERSONAL or token.tag_ not in {"PRP", "PRP$"}:
                continue
            own = next((one for one in reversed(subjects) if one.i < token.i and one.lower_ != token.lower_), None)
            known = _named(own, sentence, facts) if own is not None else before
            if known is not None and _may_mean(token, known, sentence, facts):
                found[sentence.offset(token)] = known[2]
        first = next(iter(subjects), None)
        before = None if first is None else _carried(first, sentence, facts, found)
    return found


def _is_main(head: Token) -> bool:
    return head.dep_ == "ROOT" or (head.dep_ in {"conj", "parataxis"} and head.head.dep_ == "ROOT")


def _carried(
    subject: Token, sentence: Sentence, facts: Mapping[int, tuple[Fact, ...]], found: Mapping[int, Referent]
) -> tuple[Sentence, Token, Referent] | None:
    """The subject that the next sentence may go on with; a pronoun hands on what it stands for itself."""
    if subject.tag_ == "PRP":
        referent = found.get(sentence.offset(subject))
        return None if referent is None else (sentence, subject, referent)
    return _named(subject, sentence, facts)


def _named(
    subject: Token, sentence: Sentence, facts: Mapping[int, tuple[Fact, ...]]
) -> tuple[Sentence, Token, Referent] | None:
    """A subject with the words by which a later sentence can call it."""
    if subject.tag_ not in {"NN", "NNS", "NNP", "NNPS"} or any(child.dep_ == "conj" for child in subject.children):
        return None
    if any(child.lower_ in {"this", "that", "these", "those", "each", "every", "no"} for child in subject.children):
        return None
    for fact in facts.get(sentence.start, ()):
        if fact.kind in {"organisation", "place"} and subject.i in {t.i for t in fact_tokens(sentence, fact)}:
            tokens = fact_tokens(sentence, fact)
            article = "the " if tokens[0].i and tokens[0].nbor(-1).lower_ == "the" else ""
            return sentence, subject, Referent(article + fact.text, sentence)
        if fact.kind == "person" and subject.i in {t.i for t in fact_tokens(sentence, fact)}:
            return None
    if subject.pos_ == "PROPN":
        own = [one for one in subject.subtree if one.pos_ == "PROPN" and one.dep_ in {"compound", "flat"}]
        words = sorted([*own, subject], key=lambda one: one.i)
        if words[-1].i - words[0].i != len(words) - 1:
            return None
        article = "the " if any(child.lower_ == "the" for child in subject.children) else ""
        return sentence, subject, Referent(article + render(words), sentence)
    kept = [one for child in subject.children if child.dep_ in KEPT for one in child.subtree]
    if any(one.tag_ in {"PRP$", "JJR", "JJS", "CD"} or one.is_punct for one in kept) or len(kept) > 4:
        return None
    following = [child for child in subject.children if child.dep_ in DESCRIBED_BY and child.i > subject.i]
    if following:
        last = [one for child in following for one in child.subtree]
        if len(last) > 5 or any(one.is_punct or one.tag_ in {"PRP", "PRP$"} for one in last):
            return None
        kept += last
    words = sorted([*kept, subject], key=lambda one: one.i)
    article = "" if any(child.dep_ == "nmod:poss" for child in subject.children) else "the "
    return sentence, subject, Referent(article + render(words), sentence, True)


def _may_mean(
    pronoun: Token, known: tuple[Sentence, Token, Referent], sentence: Sentence, facts: Mapping[int, tuple[Fact, ...]]
) -> bool:
    """Whether a pronoun agrees with the subject before it, goes on with it, and has no rival."""
    where, subject, _ = known
    word = pronoun.lower_
    several = subject.tag_ in {"NNS", "NNPS"} or (subject.tag_ == "PRP" and subject.lower_ == "they")
    human = is_role(subject.lower_.removesuffix("s")) or subject.lower_ in PERSONAL
    if not _is_subject(pronoun):
        return False
    if word in PERSONAL:
        sexes = MALE if word in {"he", "his"} else FEMALE
        other = FEMALE if word in {"he", "his"} else MALE
        return human and not several and (subject.lower_ in sexes or subject.lower_ not in other)
    if word in PLURAL:
        return several and not _rivals(where, subject, {"NNS", "NNPS"})
    return not several and not human and not _rivals(where, subject, {"NN", "NNP"})


def _is_subject(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of its main clause, or belongs to it ("its owner")."""
    token = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    return token.dep_ in SUBJECTS and (_is_main(token.head) or token.head.dep_ in {"conj", "parataxis", "ccomp"})


def _rivals(where: Sentence, subject: Token, tags: set[str]) -> list[Token]:
    """What else, of the same number, the sentence of the subject speaks of as its object or by a definite name."""
    return [
        token for token in where.span
        if token.tag_ in tags and token.i > subject.i and token.dep_ in {"obj", "nsubj", "nsubj:pass", "obl:agent"}
        and token not in list(subject.subtree) and token.i != subject.i
    ]  # fmt: skip
