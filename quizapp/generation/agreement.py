"""A second opinion: who did what to whom must be the same to the second parser, else the clause is given up.

It is asked of the report's own sentence, where the first parser may have read "the wind fell but 200 houses were gone"
as "the wind fell 200 houses": a misreading that comes again when those words are parsed alone by the same parser. Where
the second parser can make no clause of the sentence, long as it is, it reads the words of the clause by themselves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quizapp.generation.clauses import Clause
from quizapp.generation.predicates import FINITE, SUBJECTS
from quizapp.generation.rewriting import NOWHERE
from quizapp.generation.standing import Standing
from quizapp.language import Sentence, parse_again

OBJECTS = {"obj", "iobj"}
# What makes one noun phrase of several words, whichever of them a parser takes for its head.
WITHIN_PHRASE = {"flat", "compound", "appos", "nmod:desc", "nummod", "amod", "det"}
AUXILIARY = {"aux", "aux:pass", "cop"}
SAID_OF_A_NOUN = {"acl", "acl:relcl", "appos"}
COMPLEMENTS = {"advcl", "xcomp", "ccomp", "obl:agent"}
# What a parser calls the words that it could make nothing of.
ROLELESS = {"dep", "parataxis", "vocative", "ROOT", "list", "dislocated"}
VERBAL = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Again:
    """A clause whose words, by their index in its own parse, are in another parse ``words``."""

    clause: Clause
    words: Mapping[int, Token]


def agreed(pairs: list[tuple[Clause, Standing]], sentences: Iterable[Sentence]) -> list[tuple[Clause, Standing]]:
    """The clauses that the second parser finds too; ``sentences`` are the report's, each parsed once, in one batch."""
    needed = {clause.sentence.start for clause, _ in pairs}
    whole = {one.start: one for one in sentences if one.start in needed}
    docs = dict(zip(whole, parse_again(one.span for one in whole.values()), strict=True))
    judged = [
        _is_beside_its_name(one) or _judge(_in_sentence(one, whole[one.sentence.start], docs[one.sentence.start]))
        for one, _ in pairs
    ]
    unseen = [at for at, is_same in enumerate(judged) if is_same is None and not _has_words_put_in(pairs[at][0])]
    alone = parse_again(_alone(pairs[at][0])[:] for at in unseen)
    for at, doc in zip(unseen, alone, strict=True):
        judged[at] = _judge(_by_itself(pairs[at][0], doc))
    return [pair for pair, is_same in zip(pairs, judged, strict=True) if is_same]


def _is_beside_its_name(clause: Clause) -> bool:
    """Whether it is told of a name that stands right before it: "Tom Wade, a botanist from Oslo"."""
    subject = clause.subject[-1]
    after = [token for token in clause.tokens if token.i > subject.i and clause.sentence.offset(token) != NOWHERE]
    put_in = any(clause.sentence.offset(token) == NOWHERE for token in clause.auxiliaries or (clause.head,))
    gap = clause.sentence.offset(after[0]) - clause.sentence.offset(subject) - len(subject) if after else 0
    return put_in and subject.pos_ == "PROPN" and gap == len(", ") and after[0].lower_ in {"a", "an"}


def _has_words_put_in(clause: Clause) -> bool:
    """Whether the clause is no run of the report's own words, and so proves nothing by itself."""
    return any(clause.sentence.offset(token) == NOWHERE for token in clause.tokens)


def _in_sentence(clause: Clause, sentence: Sentence, doc: Doc) -> Again:
    places = {sentence.offset(token): doc[token.i - sentence.span.start] for token in sentence.span}
    tokens = {clause.head, clause.subject_head, *clause.auxiliaries, *clause.tokens}
    offsets = {token.i: clause.sentence.offset(token) for token in tokens}
    return Again(clause, {index: places[offset] for index, offset in offsets.items() if offset in places})


def _alone(clause: Clause) -> Doc:
    """The words of a clause as a text."""
    tokens = clause.tokens
    return Doc(
        tokens[0].doc.vocab,
        words=[*(token.text for token in tokens), "."],
        spaces=[*([True] * (len(tokens) - 1)), False, False],
        tags=[*(token.tag_ for token in tokens), "."],
        pos=[*(token.pos_ for token in tokens), "PUNCT"],
    )


def _by_itself(clause: Clause, doc: Doc) -> Again:
    return Again(clause, {token.i: doc[place] for place, token in enumerate(clause.tokens)})


def _judge(again: Again) -> bool | None:
    """Whether the other parse has the clause; None where it sees no subject and the words may be read by themselves."""
    clause = again.clause
    head, subject = again.words.get(clause.head.i), again.words.get(clause.subject_head.i)
    if head is None or subject is None or _strays(again, head) or _is_loosely_joined(head):
        return False
    own = [_phrase_head(child) for child in head.children if child.dep_ in SUBJECTS]
    several = len(own) > 1 and _phrase_head(subject) in own and not _has_verb_between(again, subject, head)
    found = subject if several else subject_again(head)
    same = found is not None and _phrase_head(found) == _phrase_head(subject)
    if found is None or (not same and _phrase_head(subject).dep_ in ROLELESS):
        return None
    return same and not _takes_other_objects(again, head) and not _ends_elsewhere(again, head)


def _has_verb_between(again: Again, subject: Token, head: Token) -> bool:
    """Whether a finite verb that the clause does not have stands between its subject and its predicate."""
    kept = {token.i for token in again.words.values()}
    between = head.doc[min(subject.i, head.i) : max(subject.i, head.i)]
    return any(token.tag_ in {*FINITE, "MD"} and token.i not in kept for token in between)


def subject_again(head: Token) -> Token | None:
    """What a predicate, a participle or an aside is said of, be it the subject of the clause or a noun before it."""
    own = [child for child in head.children if child.dep_ in SUBJECTS]
    if own:
        nearest = own[-1]
        relative = nearest.tag_ in {"WP", "WDT"} or nearest.lower_ == "that"
        return head.head if head.dep_ == "acl:relcl" and relative else nearest
    if head.dep_ in SAID_OF_A_NOUN:
        return head.head if head.tag_ not in FINITE else None  # "ships carrying coal sailed": no participle
    if head.dep_ not in {"advcl", "conj", "xcomp"}:
        return None
    between = [one for one in head.head.children if one.dep_ == "conj" and head.head.i < one.i < head.i]
    verbal = all(one.pos_ in VERBAL or any(child.dep_ == "cop" for child in one.children) for one in between)
    return subject_again(head.head) if verbal else None  # "… were off, and 30 sheets were lost": not what was off


def _phrase_head(token: Token) -> Token:
    while token.dep_ in WITHIN_PHRASE:
        token = token.head
    return token


def _is_loosely_joined(head: Token) -> bool:
    """Whether a participle would share a subject with no "and" ("Half is paid by the state, set at two euros")."""
    if head.dep_ != "conj" or head.tag_ != "VBN" or any(one.dep_ in {*SUBJECTS, *AUXILIARY} for one in head.children):
        return False
    later = [one for one in [*head.head.children, *head.children] if one.dep_ == "conj" and one.i > head.i]
    return not any(child.dep_ == "cc" for one in [head, *later] for child in one.children)


def _takes_other_objects(again: Again, head: Token) -> bool:
    """Whether an object of the clause belongs to a word that the clause does not have."""
    kept = {token.i for token in again.words.values()}
    objects = [child for child in again.clause.head.children if child.dep_ in OBJECTS and child.i in again.words]
    return any(_phrase_head(again.words[one.i]).head.i not in kept for one in objects)


def _strays(again: Again, head: Token) -> bool:
    """Whether an auxiliary belongs to another predicate, or another predicate is among the words of the clause."""
    kept = {token.i for token in again.words.values()}
    sharing = {head.i}
    while head.dep_ == "conj" and head.head.i not in sharing:
        head = head.head
        sharing.add(head.i)
    return any(
        (token.dep_ in AUXILIARY and token.head.i not in kept | sharing)
        or (token.dep_ == "conj" and token.head.i in kept & sharing and token.pos_ == "VERB" and token.i not in sharing)
        for token in again.words.values()
    )


def _ends_elsewhere(again: Again, head: Token) -> bool:
    """Whether a clause or an infinitive behind the verb hangs on words that the clause does not have."""
    kept = {token.i for token in again.words.values()}
    after = [token for token in again.words.values() if token.i > head.i and token.dep_ in COMPLEMENTS]
    return any(token.head.i not in kept for token in after)
