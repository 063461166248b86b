"""A claim: characters of the report that somebody says; and the subject of the verb that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts.clues import verb_lemma
from quizapp.facts.lexical import is_role
from quizapp.facts.quotations import Quotation
from quizapp.facts.speakers import Cast, may_speak
from quizapp.facts.titles import TITLES
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
    named = _named_before(cast, sentence, verb)
    if named is not None:
        return named
    subject = subject_of(verb)
    if subject is None or subject.i < sentence.span.start or subject.i >= sentence.span.end:
        return None
    if any(quotation.holds(sentence.offset(subject)) for quotation in quotations):
        return None
    if not may_speak(subject):
        return None
    return cast.speaker(sentence, subject)


def _named_before(cast: Cast, sentence: Sentence, verb: Token) -> str | None:
    """ "its spokesman, Neil Farrow, said": the name between two commas, whatever the parse makes of it."""
    doc, comma = verb.doc, verb.i - 1
    if comma - 2 < sentence.span.start or doc[comma].text != "," or verb.tag_ not in ("VBD", "VBZ"):
        return None
    name = cast.name_at(sentence.offset(doc[comma - 1]))
    if name is None:
        return None
    first = comma - 1
    while first > sentence.span.start and sentence.offset(doc[first]) > name.start:
        first -= 1
    before = doc[first - 1] if first > sentence.span.start else None
    while before is not None and before.i > sentence.span.start and before.text != "," and before.text[0].isupper():
        before = doc[before.i - 1]  # the title
    noun = doc[before.i - 1] if before is not None and before.text == "," and before.i > sentence.span.start else None
    speaks = noun is not None and ((noun.pos_ == "NOUN" and may_speak(noun)) or is_role(noun.lower_))
    return cast.first_full(name) if speaks else None


def name_beside(cast: Cast, sentence: Sentence, first: int) -> str | None:
    """ "a spokesman for the board, Karl Moe": the person named behind the first comma after a noun, from a token on."""
    doc, place = sentence.span.doc, first
    while place < min(first + 10, sentence.span.end - 1) and doc[place].text != ",":
        token = doc[place]
        person = cast.name_at(sentence.offset(token))
        if token.pos_ in ("VERB", "AUX") or token.is_punct or (person is not None and person.kind == "person"):
            return None
        place += 1
    after = place + 1
    while after < sentence.span.end and doc[after].lower_ in TITLES:
        after += 1
    if place == first or after >= sentence.span.end or doc[place].text != ",":
        return None
    name = cast.name_at(sentence.offset(doc[after]))
    if name is None or name.kind != "person":
        return None
    closing = sentence.span.doc.text[name.end - sentence.offset(doc[after]) + doc[after].idx :][:1]
    return cast.first_full(name) if closing in (",", ".", ";", '"', "”", "") else None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is joined to ("took part and said")."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if subjects:
        # Of two the nearer: "Passing sentence at noon, the judge told him" has but one.
        return next((child for child in reversed(subjects) if child.i < verb.i), subjects[0])
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
