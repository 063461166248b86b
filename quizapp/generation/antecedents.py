"""What "it", "they" and a nameless "he" stand for: the subject before them, where nothing else can be meant.

A subject that is a pronoun most often goes on with the subject before it (centering: Grosz, Joshi and Weinstein 1995);
the rest is ruled out by number, by what a person can be called, and by rivals in the sentence between.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import is_role
from quizapp.generation.kinds import SHIPS, TIMES, UNIQUE, is_abstract
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens, render, subtree
from quizapp.generation.predicates import SUBJECTS
from quizapp.generation.referents import Referent, quoted_tokens
from quizapp.language import Sentence

SINGULAR = {"it", "its"}
PLURAL = {"they", "their", "them"}
PERSONAL = {"he", "his", "she", "her"}
MALE = frozenset("man boy king prince father brother husband son emperor spokesman businessman uncle".split())
FEMALE = frozenset("woman girl queen princess mother sister wife daughter spokeswoman nun actress widow".split())
KEPT = {"compound", "amod", "nmod:poss", "flat"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
LONGEST = 8
# Nouns for what acts as somebody does, and so may be what "it" did something as.
BODIES = frozenset(
    """
    society committee company firm team council board commission panel union party court parliament government ministry
    institute club group trust charity army fleet squadron
    """.split()
)
INDEFINITE = frozenset("something anything everything nothing one rest none most many others half some".split())
FactsBySentence = Mapping[int, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class _Topic:
    """A subject that what follows may go on with, its sentence, and the words by which to call it."""

    sentence: Sentence
    subject: Token
    referent: Referent
    is_several: bool


def find_antecedents(sentences: tuple[Sentence, ...], facts: FactsBySentence) -> dict[int, Referent]:
    """What pronouns stand for that go on with a subject before them, by where they begin in the report."""
    found: dict[int, Referent] = {}
    before: _Topic | None = None
    for sentence in sentences:
        if before is not None and before.sentence.passage != sentence.passage:
            before = None
        said = quoted_tokens(sentence)
        subjects = [token for token in sentence.span if token.dep_ in SUBJECTS and _is_main(token.head)]
        for token in sentence.span:
            if token.i in said:
                continue
            if (
                token.lower_ not in SINGULAR | PLURAL | PERSONAL
                or token.tag_ not in {"PRP", "PRP$"}
                or _is_empty(token)
            ):
                continue
            own = next((one for one in reversed(subjects) if one.i < token.i and one.lower_ != token.lower_), None)
            here = _topic(own, sentence, facts) if own is not None else None
            nearer = here if own is not None and (_is_subject(token) or before is None) else None
            if nearer is not None and nearer.is_several != (token.lower_ in PLURAL) and token.lower_ not in PERSONAL:
                nearer = None  # "Unions claimed it would …": the number rules the nearer out
            topic = before if nearer is None and (own is None or here is not None) else nearer
            if topic is before and _follows_a_noun(token, sentence):
                continue
            if topic is not None and _may_mean(token, topic, sentence, facts):
                found[sentence.offset(token)] = topic.referent
        first = next((one for one in subjects if one.i not in said), None) or _opening_name(sentence, facts)
        before = None if first is None else _carried(first, sentence, facts, found)
    return found


def _follows_a_noun(pronoun: Token, sentence: Sentence) -> bool:
    """ "Three shocks followed, and they …": whether the parse takes for no clause what the pronoun may go on with."""
    tags = {"NNS", "NNPS"} if pronoun.lower_ in PLURAL else {"NN", "NNP"}
    return any(token.dep_ == "ROOT" and token.tag_ in tags and token.i < pronoun.i for token in sentence.span)


def _is_empty(pronoun: Token) -> bool:
    """ "It took a smell to bring about change", "it was clear that …": an "it" that stands for what follows."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in {*SUBJECTS, "expl"}:
        return False
    copular = any(child.dep_ == "cop" for child in pronoun.head.children)
    if not copular and verb_lemma(pronoun.head.text) not in {"take", "cost", "require", "seem", "appear", "happen"}:
        return False
    after = [token.lower_ for token in pronoun.head.subtree if token.i > pronoun.head.i]
    return "that" in after or "to" in after


def _is_main(head: Token) -> bool:
    return head.dep_ == "ROOT" or (head.dep_ in {"conj", "parataxis"} and head.head.dep_ == "ROOT")


def _opening_name(sentence: Sentence, facts: FactsBySentence) -> Token | None:
    """The name that a sentence begins with, where the parse finds it no subject."""
    for fact in facts.get(sentence.start, ()):
        if fact.kind in {"place", "organisation"} and fact.start - sentence.start <= len("The "):
            tokens = fact_tokens(sentence, fact)
            return next((token for token in reversed(tokens) if token.tag_ in {"NNP", "NNPS", "NN"}), None)
    return None


def _carried(
    subject: Token, sentence: Sentence, facts: FactsBySentence, found: Mapping[int, Referent]
) -> _Topic | None:
    """The subject that the next sentence may go on with; a pronoun hands on what it stands for itself."""
    if subject.tag_ == "PRP":
        referent = found.get(sentence.offset(subject))
        return None if referent is None else _Topic(sentence, subject, referent, subject.lower_ == "they")
    return _topic(subject, sentence, facts)


def _topic(subject: Token, sentence: Sentence, facts: FactsBySentence) -> _Topic | None:
    """A subject with the words by which a later sentence can call it; None for what no pronoun takes up."""
    several = subject.tag_ in {"NNS", "NNPS"}
    if subject.lower_ in INDEFINITE or is_abstract(subject.lower_):
        return None
    if subject.tag_ not in NOUNS or (subject.i + 1 < len(subject.doc) and subject.nbor(1).tag_ == "POS"):
        return None
    if any(child.lower_ in {"this", "that", "these", "those", "each", "every", "no"} for child in subject.children):
        return None
    if any(child.dep_ == "conj" for child in subject.children):
        both = _both(subject, sentence)
        return None if both is None else _Topic(sentence, subject, both, True)
    apposed = [child for child in subject.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    for token in (subject, *apposed):
        for fact in facts.get(sentence.start, ()):
            if fact.kind in {"organisation", "place", "person"} and token.i in {
                one.i for one in fact_tokens(sentence, fact)
            }:
                if fact.kind == "person" and fact_tokens(sentence, fact)[-1].i + 1 != token.i:
                    return None
                return _Topic(sentence, subject, Referent(_articled(fact, sentence), sentence), several)
    named = next((one for one in (*apposed, subject) if one.pos_ == "PROPN"), None)
    referent = _proper(named, sentence) if named is not None else _common(subject, sentence)
    return None if referent is None else _Topic(sentence, subject, referent, several)


def _articled(fact: Fact, sentence: Sentence) -> str:
    first = fact_tokens(sentence, fact)[0]
    return f"the {fact.text}" if first.i and first.nbor(-1).lower_ == "the" else fact.text


def _both(subject: Token, sentence: Sentence) -> Referent | None:
    """ "Norway and Sweden": things that are named side by side."""
    tokens = subtree(subject, lambda child: child.dep_ not in {"conj", "cc", "compound", "flat", "det", "punct"})
    heads = [subject, *(child for child in subject.children if child.dep_ == "conj")]
    of = any(child.dep_ == "nmod" for head in heads for child in head.children)
    if len(tokens) > LONGEST or of or any(token.pos_ != "PROPN" for token in heads):
        return None
    text = render(tokens)
    return Referent(f"the{text[3:]}" if text.startswith("The ") else text, sentence)


def _proper(named: Token, sentence: Sentence) -> Referent | None:
    own = [one for one in named.subtree if one.pos_ == "PROPN" and one.dep_ in {"compound", "flat"}]
    words = sorted([*own, named], key=lambda one: one.i)
    if words[-1].i - words[0].i != len(words) - 1 or (
        words[-1].i + 1 < len(named.doc) and words[-1].nbor(1).lower_ == "of"
    ):
        return None
    article = "the " if any(child.lower_ == "the" for child in named.children) else ""
    return Referent(article + render(words), sentence)


def _common(subject: Token, sentence: Sentence) -> Referent | None:
    """ "the ferry", "the rescue teams from Oban": without its numbers, which are for other questions to ask."""
    if subject.tag_ == "NN" and not any(child.i < subject.i for child in subject.children):
        return None  # "contact resumed": no thing that could own another
    kept = [child for child in subject.children if child.dep_ in KEPT and child.i < subject.i]
    branches = [list(child.subtree) for child in kept]
    words = [subject, *(one for branch in branches for one in branch if not any(t.tag_ == "CD" for t in branch))]
    if any(one.tag_ in {"PRP$", "JJR", "JJS"} or one.is_punct for one in words) or len(words) > LONGEST:
        return None
    after = [child for child in subject.children if child.dep_ == "nmod" and child.i > subject.i]
    last = [one for child in after for one in child.subtree]
    if any(one.is_punct or one.tag_ in {"PRP", "PRP$", "CD"} for one in last):
        return None
    words = sorted([*words, *last], key=lambda one: one.i)
    if len(words) > LONGEST:
        return None
    text = render(words)
    if words[0].is_sent_start and words[0].pos_ != "PROPN":
        text = text[0].lower() + text[1:]
    article = "" if any(child.dep_ == "nmod:poss" for child in subject.children) else "the "
    return Referent(article + text, sentence, True)


def _may_mean(pronoun: Token, topic: _Topic, sentence: Sentence, facts: FactsBySentence) -> bool:
    """Whether a pronoun agrees with the subject before it, goes on with it, and has no rival."""
    word, subject = pronoun.lower_, topic.subject
    human = is_role(subject.lower_.removesuffix("s")) or subject.lower_ in PERSONAL
    if not _is_subject(pronoun) and (word in PERSONAL or _has_rival_here(pronoun, sentence, word in PLURAL, facts)):
        return False
    if word in {"she", "her"} and subject.lower_ in SHIPS:
        return True
    if word in PERSONAL:
        fitting, other = (MALE, FEMALE) if word in {"he", "his"} else (FEMALE, MALE)
        return human and not topic.is_several and (subject.lower_ in fitting or subject.lower_ not in other)
    if word in PLURAL:
        return topic.is_several and not _rivals(topic, {"NNS", "NNPS"}, facts, pronoun)
    return not topic.is_several and not human and not _rivals(topic, {"NN", "NNP"}, facts, pronoun)


def _is_subject(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of its main clause, or belongs to it ("its owner")."""
    token = pronoun.head if pronoun.tag_ == "PRP$" else pronoun
    return token.dep_ in SUBJECTS and (_is_main(token.head) or token.head.dep_ in {"conj", "parataxis", "ccomp"})


def _has_rival_here(pronoun: Token, sentence: Sentence, several: bool, facts: FactsBySentence) -> bool:
    """Whether a noun of the pronoun's number, a place's or a person's name apart, stands before it in its sentence."""
    tags = {"NNS", "NNPS"} if several else {"NN", "NNP"}
    names = _names(sentence, facts)
    return any(
        token.tag_ in tags and token.i < pronoun.i and token.dep_ != "compound" and token.i not in names
        for token in sentence.span
    )


def _names(sentence: Sentence, facts: FactsBySentence) -> set[int]:
    """The tokens of places' and people's names."""
    return {
        token.i
        for fact in facts.get(sentence.start, ())
        if fact.kind in {"place", "person"}
        for token in fact_tokens(sentence, fact)
    }


def _rivals(topic: _Topic, tags: set[str], facts: FactsBySentence, pronoun: Token) -> bool:
    """Whether the sentence of the subject speaks, before the pronoun, of something else of the same number.

    A subject of a main clause competes with what other main clauses are about and act on, and with any body that
    could act; another pronoun with all that is named.
    """
    last = pronoun.i if topic.sentence.span.doc == pronoun.doc else topic.sentence.span.end
    own = {token.i for token in topic.subject.subtree}
    names = _names(topic.sentence, facts)
    is_main = _is_main(pronoun.head) and pronoun.tag_ != "PRP$"
    roles = {"obj", "nsubj", "nsubj:pass", "obl:agent"}
    if not is_main:
        roles |= {"obl", "obl:arg", "nmod", "conj"}  # "Unions claimed it would …": what the plan was, or the dispute
    return any(
        token.tag_ in tags
        and topic.subject.i < token.i < last
        and token.i not in own | names
        and token.pos_ != "PRON"
        and ((token.dep_ in roles and not (is_main and _is_deep(token))) or token.lower_ in BODIES)
        and token.lower_ not in TIMES | UNIQUE
        for token in topic.sentence.span
    )


def _is_deep(noun: Token) -> bool:
    """Whether a noun is no thing of a main clause: in one beneath it ("laying a pipe"), or bare ("caught fire")."""
    bare = noun.tag_ == "NN" and not any(
        child.dep_ in {"det", "nmod:poss", "amod", "compound"} for child in noun.children
    )
    return not _is_main(noun.head) or (bare and noun.dep_ == "obj")
