"""A question beside everything it is judged by, with what several rules ask of it worked out once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quizapp.checking.known import KnownFacts
from quizapp.checking.values import Meaning, meaning, meaning_of_value
from quizapp.checking.words import contains_words, content, stems, tokens
from quizapp.facts.fact import Fact, Place
from quizapp.questions import Option, Question, normalise
from quizapp.reports import Report

_BARE_YEAR = re.compile(r"[12]\d{3}")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of a report: its sentences with their content words, the words it holds, its names' initials."""

    sentences: tuple[tuple[int, int, frozenset[str]], ...]
    stems: frozenset[str]
    capitals: frozenset[str]
    initials: frozenset[str]


@lru_cache(maxsize=4)
def ground_of(report: Report) -> Ground:
    """The words of a report, found once for all the questions on it."""
    sentences = []
    for passage in report.passages:
        if passage.bears_sentences:
            cuts = [found.start() for found in SENTENCE_END.finditer(report.text, passage.start, passage.end)]
            bounds = [passage.start, *cuts, passage.end]
            sentences += [(start, end, content(report.text[start:end])) for start, end in pairwise(bounds)]
    words = tokens(report.text)
    capitals = [word if word[0].isupper() else "" for word in words]
    initials = set()
    for at in range(len(words)):
        run = ""
        for capital in capitals[at : at + 6]:
            run += capital[:1] or "."
            initials.add(run.replace(".", ""))
    return Ground(
        tuple(sentences),
        frozenset(stems(report.text)),
        frozenset(word.casefold() for word in capitals if word),
        frozenset(initials),
    )


@dataclass(frozen=True, slots=True)
class Case:
    """One question, its report (None where there is none to compare with), and all facts of that report."""

    question: Question
    report: Report | None
    facts: KnownFacts
    meanings: tuple[Meaning, ...]
    own_facts: tuple[Fact, ...]

    @property
    def ground(self) -> Ground | None:
        return ground_of(self.report) if self.report else None

    @property
    def offers(self) -> bool:
        """Whether it is answered by picking one of several texts that the rules on options are about."""
        return self.question.interaction in ("choice", "map") and len(self.question.options) > 1

    @property
    def evidence_text(self) -> str:
        return "\n".join(proof.quote for proof in self.question.evidence)

    @property
    def key_index(self) -> int | None:
        return next((at for at, option in enumerate(self.question.options) if option.correct), None)

    @property
    def distractors(self) -> tuple[Option, ...]:
        return tuple(option for option in self.question.options if not option.correct)

    @property
    def key_texts(self) -> tuple[str, ...]:
        """The texts of the right answer, where it has one."""
        if self.question.interaction in ("text", "cloze"):
            return self.question.accepted
        key = self.question.key
        return (key.text,) if key and self.question.interaction in ("choice", "map") else ()

    def fact_of_text(self, text: str) -> Fact | None:
        """The fact of the report that a text names, where there is one."""
        return self.facts.by_text.get(normalise(text))

    @property
    def key_facts(self) -> tuple[Fact, ...]:
        """Those of the question's facts that say what its key says."""
        return tuple(fact for fact in self.own_facts if self.says_key(fact))

    def says_key(self, fact: Fact) -> bool:
        question = self.question
        if question.interaction == "numeric":
            return question.value is not None and gives_number(fact, question.value, question.stem)
        if (
            question.interaction == "map"
            and question.place
            and isinstance(fact.value, Place)
            and fact.value.latitude is not None
        ):
            return abs(fact.value.latitude - question.place.latitude) < 0.5
        return any(same(fact, text) for text in self.key_texts)


def case_of(question: Question, report: Report | None, facts: KnownFacts) -> Case:
    """Gather what the rules ask for."""
    meanings: tuple[Meaning, ...] = ()
    if question.interaction in ("choice", "map"):
        meanings = meanings_of([option.text for option in question.options])
    own = tuple(facts.by_id[name] for name in question.facts if name in facts.by_id)
    return Case(question, report, facts, meanings, own)


def meanings_of(texts: list[str]) -> tuple[Meaning, ...]:
    """What options stand for, side by side: a bare 1850 among figures is a figure, though alone it would be a year."""
    found = [meaning(text) for text in texts]
    if any(one.kind == "figure" for one in found):
        found = [
            Meaning("figure", float(text), float(text)) if _BARE_YEAR.fullmatch(text) else one
            for text, one in zip(texts, found, strict=True)
        ]
    return tuple(found)


def meaning_of_fact(fact: Fact) -> Meaning:
    return meaning_of_value(fact.kind, fact.value, fact.mention.unit)


def same(fact: Fact, text: str) -> bool:
    """Whether a text says what a fact says: the same value, or one name within the other."""
    said, found = meaning(text), meaning_of_fact(fact)
    if not said.is_words and said.kind == found.kind:
        return (said.low, said.high) == (found.low, found.high) or _yearless(said, found)
    names = [fact.text, *([fact.value] if isinstance(fact.value, str) else [])]
    names += [fact.value.name] if isinstance(fact.value, Place) else []
    words = stems(text)
    return any(contains_words(words, stems(name)) or contains_words(stems(name), words) for name in names)


def _yearless(said: Meaning, found: Meaning) -> bool:
    """ "5 December" of a fact that is 2024-12-05."""
    if said.kind != "date" or not isinstance(said.value, str) or not isinstance(found.value, str):
        return False
    return said.value.startswith("2000-") and said.value[4:] == found.value[4:]


def gives_number(fact: Fact, number: float, stem: str) -> bool:
    """Whether a fact has this number, or this many of the thousands, millions or billions that the stem asks for."""
    if fact.kind == "duration":
        return any(float(amount) == number for amount in re.findall(r"\d+(?:\.\d+)?", str(fact.value)))
    if fact.kind == "date":
        return isinstance(fact.value, str) and fact.value[:4] == str(int(number))
    ends = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    scales = [1.0] + [size for name, size in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)) if name in stem]
    # A percentage may be asked of a fraction, three-fifths as 60.
    scales += [0.01] if fact.mention.unit == "fraction" else []
    numbers = [end for end in ends if isinstance(end, int | float)]
    if not numbers:
        return False
    low, high = min(numbers), max(numbers)
    return any(low - 1e-9 * abs(low) <= number * scale <= high + 1e-9 * abs(high) for scale in scales)
