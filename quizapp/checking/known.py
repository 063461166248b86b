"""The facts of a report as rules ask for them: by id, by text, and by the words that their values are made of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizapp.checking.words import stem, stems
from quizapp.facts.fact import Fact, Place
from quizapp.questions import normalise
from quizapp.questions.days import MONTHS


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """All facts of one report; ``words`` are stems of names, numbers and months that its settled values hold."""

    by_id: dict[str, Fact]
    by_text: dict[str, Fact]
    words: frozenset[str]

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.by_id.values())


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A tuple of facts that equals itself alone: comparing hundreds of facts would cost more than all rules."""

    facts: tuple[Fact, ...]

    def __hash__(self) -> int:
        return id(self.facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.facts is other.facts


def known_facts(facts: Iterable[Fact]) -> KnownFacts:
    """The facts with their indexes; asked again with the same tuple, the same answer at once."""
    return _known(_Same(tuple(facts)))


@lru_cache(maxsize=4)
def _known(same: _Same) -> KnownFacts:
    by_text: dict[str, Fact] = {}
    for fact in same.facts:
        by_text.setdefault(normalise(fact.text), fact)
    words = frozenset(word for fact in same.facts for word in _words_of(fact))
    return KnownFacts({fact.id: fact for fact in same.facts}, by_text, words)


def _words_of(fact: Fact) -> set[str]:
    """Words that a resolved value adds to the report's own: "the next day" may be asked about as 7 December 2024."""
    if fact.kind == "date" and isinstance(fact.value, str):
        said: set[str] = set()
        for year, month, day in re.findall(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", fact.value):
            said |= {year, str(int(day or 0))}
            said |= {stem(MONTHS[int(month) - 1])} if month and 1 <= int(month) <= 12 else set()
        return said
    if isinstance(fact.value, Place):
        return set(stems(fact.value.name))
    if isinstance(fact.value, str) and fact.kind in ("person", "organisation"):
        return set(stems(fact.value))
    if fact.kind in ("figure", "duration"):
        return {stem(number) for number in re.findall(r"\d+(?:\.\d+)?", str(fact.value))}
    return set()
