"""Who speaks: from the subject of a verb of saying to the first full mention of that person in the report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts.fact import Mention
from quizapp.facts.lexical import is_role
from quizapp.facts.speech_words import FEMALE, MALE, SPEAKING
from quizapp.facts.titles import BODIES, ROLES, TITLES
from quizapp.language import Reading, Sentence

KEPT_AFTER = frozenset(("nmod", "flat", "compound", "nmod:unmarked", "conj", "cc", "case", "goeswith", "fixed"))
KEPT_BEFORE = frozenset(("det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "advmod", "flat"))
SENTENCES_BACK = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a report and what it takes to say who "he" or "the officer" is."""

    reading: Reading
    names: tuple[Mention, ...]
    starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    first: dict[str, str]
    described: dict[str, frozenset[str]]
    nouns: dict[str, tuple[int, Token]]

    def name_at(self, offset: int) -> Mention | None:
        index = bisect_right(self.starts, offset) - 1
        return self.names[index] if index >= 0 and offset < self.names[index].end else None

    def sentence_at(self, offset: int) -> int:
        """The position of the sentence that an offset lies in, or of the last before it."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def first_full(self, name: Mention) -> str:
        """How the report first gives the whole name, with the title it has there."""
        return self.first.get(str(name.value), str(name.value))

    def speaker(self, sentence: Sentence, subject: Token, depth: int = 0) -> str | None:
        """The first full mention of whom a subject means, or None where the text leaves it open."""
        name = self.name_at(sentence.offset(subject))
        if name is None and subject.pos_ in ("PROPN", "NOUN"):
            name = self._titled(sentence, subject) or self._in_apposition(sentence, subject)
        if name is not None:
            return self.first_full(name)
        if subject.tag_ in ("WP", "WDT"):
            antecedent = subject.head.head if subject.head.dep_.startswith("acl") else None
            return self.speaker(sentence, antecedent, depth + 1) if antecedent is not None and depth < 4 else None
        if subject.pos_ == "PRON":
            pronoun = subject.lower_
            return self._antecedent(sentence, subject, pronoun, depth) if pronoun in ("he", "she") else None
        office = subject.pos_ == "PROPN" and subject.lower_ in ROLES | BODIES
        if subject.pos_ not in ("NOUN", "ADJ", "NUM") and not office:
            return None
        return self._described(sentence, subject)

    def _titled(self, sentence: Sentence, subject: Token) -> Mention | None:
        """The person whose title a subject is: "CEO Ron Sugar said" may have "CEO" as the subject."""
        for token in subject.doc[subject.i + 1 : min(subject.i + 4, sentence.span.end)]:
            name = self.name_at(sentence.offset(token))
            if name is not None and name.kind == "person":
                return name
            if token.is_punct or token.pos_ not in ("PROPN", "NOUN"):
                return None
        return None

    def _in_apposition(self, sentence: Sentence, subject: Token) -> Mention | None:
        """ "The operator, Argyll Seaways": the name that a noun is set beside."""
        for child in subject.children:
            name = self.name_at(sentence.offset(child)) if child.dep_ in ("appos", "flat") else None
            clause = any(part.dep_ == "cop" for part in child.children)  # "the board, whose chairman is Ole Strand"
            if name is not None and not clause and (name.kind == "person" or child.dep_ == "appos"):
                return name
        for token in subject.doc[subject.i + 1 : min(subject.right_edge.i + 1, sentence.span.end)]:
            name = self.name_at(sentence.offset(token))
            if token.is_punct or token.pos_ in ("VERB", "AUX"):
                return None
            if name is not None and name.kind == "person":
                before = token.nbor(-1)
                while before.i > subject.i and before.lower_ in TITLES:
                    before = before.nbor(-1)
                return name if before.pos_ == "NOUN" else None  # "chief of staff General Duncan McNab"
        return None

    def _described(self, sentence: Sentence, subject: Token) -> str | None:
        """ "the officer" is the first officer mentioned; "a former officer" is himself."""
        left = subject.left_edge
        if left.i - 1 > sentence.span.start and left.doc[left.i - 1].text == ",":
            named = self.name_at(sentence.offset(left.doc[left.i - 2]))  # "Dan Cook, the senior analyst, said"
            if named is not None and named.kind == "person":
                return self.first_full(named)
        phrase = noun_phrase(subject)
        determiner = next((child.lower_ for child in subject.children if child.dep_ in ("det", "nmod:poss")), "")
        if determiner not in ("the", "this", "that"):
            return phrase
        head = subject.lower_
        titled = [full for full, words in self.described.items() if head in words]
        if titled:
            return titled[0] if len(titled) == 1 else None
        offset, token = self.nouns.get(head, (0, subject))
        return noun_phrase(token) if offset < sentence.offset(subject) else phrase

    def _antecedent(self, sentence: Sentence, pronoun: Token, word: str, depth: int) -> str | None:
        """The one person whom "he" or "she" can be: alone in the text before it, or the subject there."""
        if depth > 4:
            return None
        position = self.sentence_at(sentence.start)
        limit = sentence.offset(pronoun)
        for earlier in reversed(self.reading.sentences[max(0, position - SENTENCES_BACK) : position + 1]):
            people = self._people(earlier, limit, word)
            distinct = set(people.values())
            subject = self._subject(earlier, limit, word, depth)
            if subject is not None:
                return subject
            if len(distinct) == 1:
                return distinct.pop()
            if distinct:
                return None
        return None

    def _people(self, sentence: Sentence, limit: int, pronoun: str) -> dict[int, str]:
        return {
            name.start: self.first_full(name)
            for name in self.names[
                bisect_left(self.starts, sentence.start) : bisect_left(self.starts, min(sentence.end, limit))
            ]
            if name.kind == "person" and self._may_be(name, pronoun)
        }

    def _subject(self, sentence: Sentence, limit: int, pronoun: str, depth: int) -> str | None:
        """Who the main verb's subject is, where that is a person of the pronoun's gender."""
        for token in sentence.span:
            main = token.dep_ in ("nsubj", "nsubj:pass") and token.head.dep_ in ("root", "ROOT", "conj", "parataxis")
            if not main or sentence.offset(token) >= limit:
                continue
            name = self.name_at(sentence.offset(token))
            if name is not None and name.kind == "person" and self._may_be(name, pronoun):
                return self.first_full(name)
            if token.lower_ == pronoun:
                return self._antecedent(sentence, token, pronoun, depth + 1)
            if (
                token.lower_ in ROLES
                and token.pos_ == "NOUN"
                and gender({token.lower_}) in (None, pronoun)
                and token.tag_ == "NN"
            ):
                return self._described(sentence, token)
        return None

    def _may_be(self, name: Mention, pronoun: str) -> bool:
        return gender(self.described.get(self.first_full(name), frozenset())) in (None, pronoun)


def cast_of(reading: Reading, names: Sequence[Mention]) -> Cast:
    """The cast of a report: who is called what, and where each noun is first used."""
    text = reading.report.text
    ordered = tuple(sorted(names, key=lambda name: name.start))
    first: dict[str, str] = {}
    for name in ordered:
        value = str(name.value)
        if value not in first and text[name.start : name.end] == value:
            first[value] = f"{name.title} {value}" if name.title else value
    described: dict[str, frozenset[str]] = {}
    for name in ordered:
        if name.kind == "person":
            full = first.get(str(name.value), str(name.value))
            words = re.findall(r"[\w.-]+", f"{name.title or ''} {name.role or ''}".lower())
            described[full] = described.get(full, frozenset()).union(words)
    nouns: dict[str, tuple[int, Token]] = {}
    for sentence in reading.sentences:
        for token in sentence.span:
            if token.pos_ == "NOUN" and token.dep_ not in ("compound", "nmod:desc"):
                nouns.setdefault(token.lower_, (sentence.offset(token), token))
    starts = tuple(name.start for name in ordered)
    return Cast(
        reading, ordered, starts, tuple(sentence.start for sentence in reading.sentences), first, described, nouns
    )


def gender(words: Set[str]) -> str | None:
    """ "he" or "she" where titles or roles tell, else None."""
    male, female = bool(words & MALE), bool(words & FEMALE)
    return None if male == female else "he" if male else "she"


def noun_phrase(head: Token) -> str:
    """A noun with what stands before it and its "of …", without clauses, appositions or a sentence's capital."""
    first, last = head.i, head.i
    for child in sorted(head.lefts, key=lambda child: -child.i):
        if child.dep_ not in KEPT_BEFORE or (child.right_edge.i + 1 != first and child.i + 1 != first):
            break
        first = child.left_edge.i
    for child in head.rights:
        if child.dep_ not in KEPT_AFTER or child.left_edge.i != last + 1 or _has_clause(child):
            break
        last = child.right_edge.i
    while head.doc[first].is_punct and first < head.i:
        first += 1
    phrase = str(head.doc[first : last + 1].text)
    opens_sentence = head.doc[first].is_sent_start or first == 0
    word = head.doc[first]
    lowered = word.pos_ in ("DET", "ADJ", "NUM", "ADV", "NOUN", "PRON") and word.lower_ not in ("i",)
    return (
        phrase[0].lower() + phrase[1:]
        if opens_sentence and lowered and not (len(word.text) > 1 and word.text.isupper())
        else phrase
    )


def _has_clause(token: Token) -> bool:
    return any(
        part.dep_.startswith(("acl", "advcl", "appos", "parataxis")) or part.text in ",;:—(" for part in token.subtree
    )


def may_speak(subject: Token) -> bool:
    """Whether a common noun can say something: people, bodies, and what is written."""
    singular = re.sub(r"ies$", "y", subject.lower_)
    words = (subject.lower_, singular, singular.removesuffix("s"))
    return subject.pos_ != "NOUN" or any(is_role(word) or word in BODIES or word in SPEAKING for word in words)
