"""The facts and sentences around a clause, found once for a whole report."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from quizapp.facts import Fact, Kind, Place, Value
from quizapp.generation.antecedents import find_antecedents
from quizapp.generation.bygone import Bygone, find_ended, find_long_ago
from quizapp.generation.callings import find_callings
from quizapp.generation.clauses import Clause
from quizapp.generation.introductions import Introductions, find_introductions
from quizapp.generation.naming import Named, name_by_noun
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.referents import Referents, find_referents
from quizapp.language import Sentence

# How many sentences a quotation may run over.
QUOTATION_SENTENCES = 6
# How many facts of its kind, before and after it, a fact is told from.
NEAREST = 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The facts and sentences of a report that a clause may lean on."""

    facts: tuple[Fact, ...]
    sentences: tuple[Sentence, ...]
    by_sentence: Mapping[int, tuple[Fact, ...]]
    by_kind: Mapping[Kind, tuple[Fact, ...]]
    by_value: Mapping[tuple[str, Value], tuple[Fact, ...]]
    positions: Mapping[int, int]
    roots: Mapping[str, str]
    counts: Mapping[str, int]
    by_noun: Mapping[str, tuple[Named, ...]]
    published: date | None
    month: str | None
    articled: frozenset[str | None]
    referents: Referents
    meanings: Mapping[int, frozenset[str]]
    place_names: frozenset[str]
    shared_surnames: frozenset[str]
    introductions: Introductions
    capitalised: frozenset[str]
    ended: frozenset[str]
    long_ago: frozenset[int]
    frame: str

    @classmethod
    def of(
        cls, facts: tuple[Fact, ...], sentences: tuple[Sentence, ...], published: date | None = None, frame: str = ""
    ) -> "Surroundings":
        """The surroundings with each sentence's facts found once."""
        listed: dict[int, list[Fact]] = {}
        by_value: dict[tuple[str, Value], list[Fact]] = {}
        for fact in facts:
            listed.setdefault(fact.sentence[0], []).append(fact)
            by_value.setdefault((fact.kind, fact.value), []).append(fact)
        by_sentence = {start: tuple(found) for start, found in listed.items()}
        positions = {sentence.start: index for index, sentence in enumerate(sentences)}
        by_kind = {kind: tuple(fact for fact in facts if fact.kind == kind) for kind in {fact.kind for fact in facts}}
        by_noun = name_by_noun(facts, sentences, positions)
        return cls(
            facts, sentences,
            by_sentence,
            by_kind,
            {value: tuple(found) for value, found in by_value.items()},
            positions,
            {fact.id: fact.same_as for fact in facts if fact.same_as},
            Counter(fact.same_as or fact.id for fact in facts),
            by_noun,
            published,
            f"{published:%B %Y}" if published and _tells_news(facts, published) else None,
            _articled_speakers(facts, sentences),
            {
                **find_callings(sentences, by_sentence),
                **find_antecedents(sentences, by_sentence),
                **find_referents(sentences, by_sentence, frame),
            },
            {sentence.start: frozenset(meaning(list(sentence.span))) for sentence in sentences},
            frozenset(fact.value.name for fact in facts if isinstance(fact.value, Place)),
            _shared_surnames(by_kind.get("person", ())),
            find_introductions(sentences),
            _always_capitalised(sentences),
            find_ended(sentences),
            find_long_ago(sentences, by_sentence),
            frame,
        )  # fmt: skip

    def named_by(self, noun: str) -> tuple[Named, ...]:
        """The places and bodies whose name ends in a noun, and the people whose title or role does."""
        return self.by_noun.get(noun, ())

    def sentence_of(self, fact: Fact) -> Sentence:
        return self.sentences[self.positions[fact.sentence[0]]]

    def near(self, fact: Fact) -> tuple[Fact, ...]:
        """The facts of the same kind about a fact: all those of a report of news, the nearest of a long one."""
        alike = self.by_kind[fact.kind]
        at = bisect_left(alike, fact.start, key=lambda one: one.start)
        return alike[max(0, at - NEAREST) : at + NEAREST]

    def same_value(self, fact: Fact) -> tuple[Fact, ...]:
        """Every mention of the same value, the fact itself among them."""
        return self.by_value.get((fact.kind, fact.value), (fact,))

    def is_settled(self, fact: Fact) -> bool:
        """Whether a date's year is told, or told by a full date before it with no other year between.

        A story that looks back ("in 1522 …, eight years later …") has other years than its own days.
        """
        if fact.kind != "date" or not isinstance(fact.value, str) or fact.value.startswith("T"):
            return True
        if re.search(r"\d{3,4}|BC|[Cc]entury", fact.text) or self.published is not None:
            return True
        if _tells_of_now(self.sentence_of(fact)):
            return False  # "work starts on 14 April": of which year, no date before it tells
        dates = self.by_kind["date"]
        for other in reversed(dates[: bisect_left(dates, fact.start, key=lambda one: one.start)]):
            if not isinstance(other.value, str) or other.value.startswith("T"):
                continue
            if re.search(r"\d{4}", other.text) or other.value[:4] != fact.value[:4]:
                full = re.match(r"\d{4}-\d\d", other.value) is not None and bool(re.search(r"\d{4}", other.text))
                near = int(fact.value[:4]) - int(other.value[:4]) in {0, 1}
                length = min(len(fact.value), len(other.value))
                return full and near and fact.value[:length] >= other.value[:length]
        return False

    def root(self, fact_id: str) -> str:
        """The id of the first mention of what a fact says."""
        return self.roots.get(fact_id, fact_id)

    def repetitions(self, ids: tuple[str, ...]) -> int:
        """How often the report says again what the facts say."""
        return sum(self.counts.get(self.root(one), 1) - 1 for one in ids)

    def bygone(self, sentence: Sentence) -> Bygone:
        """What of a sentence is over by now."""
        return Bygone(sentence.start in self.long_ago, self.ended)

    def of_sentence(self, sentence: Sentence) -> tuple[Fact, ...]:
        return self.by_sentence.get(sentence.start, ())

    def cuts_through(self, clause: Clause) -> bool:
        """Whether the clause keeps a part of a fact and leaves the rest."""
        kept = {token.i for token in clause.tokens}
        for fact in self.of_sentence(clause.sentence):
            if fact.kind != "speech":
                own = {token.i for token in fact_tokens(clause.sentence, fact)}
                if own & kept and own - kept:
                    return True
        return False

    def speech_over(self, sentence: Sentence) -> tuple[Fact, ...]:
        """The words said that reach into a sentence; a quotation may have begun in one before it."""
        index = self.positions[sentence.start]
        near = self.sentences[max(0, index - QUOTATION_SENTENCES) : index + 1]
        return tuple(
            self._articled(fact) for one in near for fact in self.of_sentence(one)
            if fact.kind == "speech" and fact.end > sentence.start and fact.start < sentence.end
        )  # fmt: skip

    def _articled(self, fact: Fact) -> Fact:
        """Words said, their speaker with the article that the report gives a body ("the Ministry of Health")."""
        speaker = f"the {fact.speaker}"
        if fact.speaker not in self.articled:
            return fact
        return replace(fact, mention=replace(fact.mention, speaker=speaker))

    def content_words(self, start: int) -> frozenset[str]:
        """The words that carry the meaning of the sentence that begins there."""
        return self.meanings[start]

    def within(self, clause: Clause) -> list[Fact]:
        """The facts, speech apart, whose every token the clause keeps."""
        kept = {token.i for token in clause.tokens}
        return [
            fact for fact in self.of_sentence(clause.sentence)
            if fact.kind != "speech" and all(token.i in kept for token in fact_tokens(clause.sentence, fact))
            and fact_tokens(clause.sentence, fact)
        ]  # fmt: skip


def _articled_speakers(facts: tuple[Fact, ...], sentences: tuple[Sentence, ...]) -> frozenset[str | None]:
    """The speakers that the report calls with an article ("the Ministry of Health")."""
    whole = "\n".join(sentence.span.text for sentence in sentences)
    speakers = {fact.speaker for fact in facts if fact.speaker}
    return frozenset(one for one in speakers if re.search(rf"\b[Tt]he {re.escape(one)}\b", whole))


def meaning(tokens: list[Token]) -> set[str]:
    """The lemmas of the verbs, nouns and adjectives among the tokens, names apart."""
    return {stem_of(token) for token in tokens if token.pos_ in {"VERB", "NOUN", "ADJ"} and len(token.text) > 2}


def stem_of(token: Token) -> str:
    """A word with its inflection cut off, so that "fell" aside, its forms meet."""
    return re.sub(r"(?:ing|ed|es|s|e)$", "", token.lower_)


def _tells_of_now(sentence: Sentence) -> bool:
    """Whether a sentence's main verb is of the present or of what is to come."""
    root = sentence.span.root
    first = next((child for child in root.children if child.dep_ in {"aux", "aux:pass", "cop"}), root)
    return first.tag_ in {"VBZ", "VBP", "MD"}


def _shared_surnames(people: tuple[Fact, ...]) -> frozenset[str]:
    """The last words of names that two people bear."""
    bearers = Counter(name.split()[-1] for name in {str(fact.value) for fact in people if fact.value})
    return frozenset(name for name, count in bearers.items() if count > 1)


def _always_capitalised(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The words that have a capital within a sentence and never go without one."""
    inner = [token for sentence in sentences for token in sentence.span if token.i > sentence.span.start]
    small = {token.text for token in inner if token.is_lower}
    return frozenset(t.text for t in inner if t.is_title and t.nbor(-1).text.isalpha() and t.lower_ not in small)


def _tells_news(facts: tuple[Fact, ...], published: date) -> bool:
    """Whether most of a report's dates lie about its publication, so that its present tense is of that time."""
    years = [int(str(fact.value)[:4]) for fact in facts if fact.kind == "date" and re.match(r"\d{4}", str(fact.value))]
    return sum(1 for year in years if year >= published.year - 1) * 2 >= len(years)
