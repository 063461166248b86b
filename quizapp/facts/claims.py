"""A claim: characters of the report that somebody says; and the subject of the verb that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts.clues import verb_lemma
from quizapp.facts.quotations import Quotation
from quizapp.facts.speakers import Cast, may_speak
from quizapp.language import Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters that somebody says, quoted or reported; ``whole`` where they stand alone as what was said."""

    start: int
    end: int
    speaker: str | None
    reported: bool
    whole: bool = True


def tokens_between(cast: Cast, start: int, end: int) -> Iterator[tuple[Sentence, Token]]:
    for sentence in cast.reading.sentences[cast.sentence_at(start) :]:
        if sentence.start >= end:
            return
        for token in sentence.span:
            if start <= sentence.offset(token) < end:
                yield sentence, token


def told_to_subject(verb: Token) -> bool:
    """Whether the words were said to the subject and not by it: "he was told", "the officer recounted being told"."""
    if verb.doc[verb.i + 1 : verb.i + 3].text.lower().startswith(("being ", "having been")):
        return True
    passive = any(child.dep_ == "aux:pass" for child in verb.children)
    return passive and verb_lemma(verb.text) in ("tell", "ask", "warn", "inform", "remind")


def speaker_of(cast: Cast, sentence: Sentence, verb: Token, quotations: Sequence[Quotation]) -> str | None:
    """The subject of a verb of saying, resolved; None too where the words were said to the subject."""
    if told_to_subject(verb) or (verb.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in verb.children)):
        return None
    subject = subject_of(verb)
    if subject is None or subject.i < sentence.span.start or subject.i >= sentence.span.end:
        return None
    if any(quotation.holds(sentence.offset(subject)) for quotation in quotations):
        return None
    if not may_speak(subject):
        return None
    return cast.speaker(sentence, subject)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to ("took part and said")."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return child
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        own = subject_of(verb.head)
        if own is not None and verb.head.dep_ == "ccomp" and not may_speak(own):
            own = subject_of(verb.head.head)  # "said that rain had fallen and warned that more would come"
        return own if own is not None and own.dep_ == "nsubj" else None
    if verb.tag_ == "VBG" and verb.dep_ in ("advcl", "xcomp", "acl") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and after.dep_ in ("obj", "obl", "flat") and after.pos_ == "PROPN" and verb.lower_ == "said":
        return after
    return None
