"""How a report's story is called by a stem that leans on it: by the report's heading, else by what it is most about."""

from collections import Counter

from quizapp.facts import Fact, Place
from quizapp.questions import titled_frame, topical_frame
from quizapp.reports import Report

# A name that a story is about comes early and comes again.
EARLY = 600
OFTEN = 2
MOST_NAMES = 2


def frame_of(report: Report, facts: tuple[Fact, ...]) -> str:
    """The words before a stem that say which story it is about; "" where the report has no heading and no topic."""
    if report.passages and report.passages[0].kind == "heading":
        return titled_frame(report.title)
    return topical_frame(_topics(facts))


def _topics(facts: tuple[Fact, ...]) -> list[str]:
    """The names told of most, in the order in which the story brings them in."""
    told = Counter(name for fact in facts if (name := _name(fact)))
    begins: dict[str, int] = {}
    for fact in facts:
        begins.setdefault(_name(fact), fact.start)
    early = [name for name, count in told.most_common() if count >= OFTEN and begins[name] < EARLY]
    return sorted(early[:MOST_NAMES], key=lambda name: begins[name])


def _name(fact: Fact) -> str:
    if fact.kind not in {"place", "person", "organisation"}:
        return ""
    return fact.value.name if isinstance(fact.value, Place) else str(fact.value or "")
