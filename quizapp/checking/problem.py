"""What a rule says: a problem, what to do about it, and whether it blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quizapp.checking.case import Case

Level = Literal["P", "F"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule of item writing. Level "P" blocks publication, "F" is for a person to look at."""

    rule: int
    field: str
    message: str
    level: Level = "P"


class Finding(NamedTuple):
    """What one rule has to say about one field, before it is known under which number."""

    field: str
    message: str


Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that one question can be held against, under its number in the list of rules."""

    number: int
    level: Level
    find: Callable[[Case], Findings]


def problem_document(problem: Problem) -> dict[str, object]:
    """A problem as plain values."""
    return {"rule": problem.rule, "field": problem.field, "message": problem.message}
