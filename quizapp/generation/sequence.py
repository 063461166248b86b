"""Questions over several events: put them in order, or match each with its date."""

from dataclasses import dataclass

from quizapp.facts import Fact, date_text
from quizapp.generation.clauses import Clause
from quizapp.generation.drafting import LETTERS, Setting, explained, finished
from quizapp.generation.standing import Standing
from quizapp.generation.targets import Target, date_precision, find_target
from quizapp.generation.wording import statement
from quizapp.questions import Option, Question, framed
from quizapp.reports import Evidence

FEWEST, MOST = 3, 5
EVENT_WORDS = 16


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date that the report gives, told without the date."""

    text: str
    fact: Fact
    evidence: tuple[Evidence, ...]
    is_framed: bool = False

    @property
    def value(self) -> str:
        return str(self.fact.value)


def find_event(clause: Clause, fact: Fact, standing: Standing, setting: Setting) -> Event | None:
    """The clause as an event, where its date can be left out and nothing else in it tells the time."""
    if fact.kind != "date" or (clause.head.tag_ != "VBD" and not any(a.tag_ == "VBD" for a in clause.auxiliaries)):
        return None
    if not setting.surroundings.is_settled(fact):
        return None
    if fact.hedge or not isinstance(fact.value, str) or date_precision(fact.value) not in {"day", "month", "year"}:
        return None
    target: Target | None = find_target(clause, fact)
    if target is None or target.extras() or target.preposition not in {"on", "in", ""}:
        return None
    others = [one for one in setting.surroundings.within(clause) if one.kind == "date" and one.id != fact.id]
    if others or clause.lead or (clause.auxiliaries and clause.auxiliaries[0].tag_ in {"VBZ", "VBP"}):
        return None
    text = statement(clause, standing.replacements, target.removed)
    if not 3 <= len(text.split()) <= EVENT_WORDS:
        return None
    return Event(text, fact, setting.proof(clause.sentence, standing.proof), standing.is_framed)


def draft_sequences(events: list[Event], setting: Setting) -> list[Question]:
    """Timelines and matchings of three to five events, no event in two of a kind."""
    apart = _disjoint(events)
    drafts = []
    for group in _groups(apart, setting):
        drafts.append(_ordering(group, setting))
    for group in _groups(apart, setting):
        if len({date_precision(event.value) for event in group}) == 1:
            drafts.append(_matching(group, setting))
    return drafts


def _disjoint(events: list[Event]) -> list[Event]:
    """Events in order of time, of which none lies within another's date and none shares a date."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda one: (one.value, one.fact.start)):
        if not any(event.value.startswith(other.value) or other.value.startswith(event.value) for other in kept):
            kept.append(event)
    return kept


def _groups(events: list[Event], setting: Setting) -> list[list[Event]]:
    """The events dealt into groups of three to five, each in order of time."""
    if len(events) < FEWEST:
        return []
    count = max(1, min(3, len(events) // 4))
    shuffled = list(events)
    setting.rng.shuffle(shuffled)
    dealt = [sorted(shuffled[index::count][:MOST], key=lambda one: one.value) for index in range(count)]
    return [group for group in dealt if len(group) >= FEWEST]


def _ordering(group: list[Event], setting: Setting) -> Question:
    shown = list(group)
    while shown == group:
        setting.rng.shuffle(shown)
    options = tuple(
        Option(LETTERS[i], event.text, why=f"This was {_dated(event)}.", evidence=event.evidence)
        for i, event in enumerate(shown)
    )
    order = tuple(LETTERS[shown.index(event)] for event in group)
    evidence = tuple(quote for event in group for quote in event.evidence)
    explanation = "In order: " + "; ".join(f"{date_text(event.value)}, {event.text}" for event in group) + "."
    stem = f"Put {_count(len(group))} events in order, from the first to the last."
    question = Question(
        id="", interaction="ordering", form="ordering", topic="sequence", options=options, order=order,
        stem=_stem(stem, group, setting), explanation=explanation, evidence=evidence,
        facts=tuple(event.fact.id for event in group),
    )  # fmt: skip
    return finished(question, group[0].fact.start, setting)


def _matching(group: list[Event], setting: Setting) -> Question:
    shown = list(group)
    while shown == group:
        setting.rng.shuffle(shown)
    left = [Option(LETTERS[i], event.text, why=f"This was {_dated(event)}.", side="left", evidence=event.evidence)
            for i, event in enumerate(shown)]  # fmt: skip
    right = [Option(LETTERS[len(group) + i], date_text(event.value), why=f"{event.text} {_dated(event)}.", side="right",
                    evidence=event.evidence) for i, event in enumerate(group)]  # fmt: skip
    pairs = tuple((LETTERS[shown.index(event)], LETTERS[len(group) + i]) for i, event in enumerate(group))
    evidence = tuple(quote for event in group for quote in event.evidence)
    noun = date_precision(group[0].value)
    question = Question(
        id="", interaction="matching", form="match-dates", topic="sequence", options=(*left, *right),
        stem=_stem(f"Match each event with {'a date' if noun == 'day' else f'a {noun}'}.", group, setting),
        explanation=explained(evidence), evidence=evidence, facts=tuple(event.fact.id for event in group),
        pairs=tuple(sorted(pairs)),
    )  # fmt: skip
    return finished(question, group[0].fact.start, setting)


def _stem(stem: str, group: list[Event], setting: Setting) -> str:
    return framed(setting.surroundings.frame, stem) if any(event.is_framed for event in group) else stem


def _dated(event: Event) -> str:
    return ("on " if date_precision(event.value) == "day" else "in ") + date_text(event.value)


def _count(number: int) -> str:
    return {3: "three", 4: "four", 5: "five"}[number]
