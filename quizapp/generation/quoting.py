"""Questions about who said what, from quoted words whose speaker the report names."""

import re
from dataclasses import replace
from random import Random
from typing import TypeVar

from quizapp.facts import Fact
from quizapp.generation.drafting import LETTERS, Setting, accepted_spellings, explained, finished
from quizapp.questions import Option, Question, Side, framed
from quizapp.reports import Evidence

SAYING = re.compile(
    r"\b(?:said|says|told|added|announced|stated|declared|answered|replied|explained|insisted|warned)\b"
)
T = TypeVar("T")
FEWEST_WORDS, MOST_WORDS = 3, 20


def draft_quotes(setting: Setting) -> list[Question]:
    """One question for each quotation, and one that matches speakers with their words where three of them speak."""
    spoken = _quotations(setting)
    drafts = [draft for fact, person in spoken if (draft := _who_said(fact, person, spoken, setting)) is not None]
    matching = _match_speakers(spoken, setting)
    return [*drafts, matching] if matching else drafts


def _quotations(setting: Setting) -> list[tuple[Fact, Fact]]:
    """Quoted words with the person who said them; nobody whom the report does not name."""
    people = [fact for fact in setting.surroundings.facts if fact.kind == "person" and fact.same_as is None]
    found = []
    for fact in setting.surroundings.facts:
        words = str(fact.value or "").split()
        if fact.kind != "speech" or fact.mention.reported or not FEWEST_WORDS <= len(words) <= MOST_WORDS:
            continue
        if any(mark in str(fact.value) for mark in "[]()"):
            continue
        if not words[0][:1].isupper():  # the second half of a sentence that its speaker broke in two
            continue
        speakers = [person for person in people if fact.speaker and str(person.value) in fact.speaker]
        if len(speakers) != 1 or not _says_beside(fact, str(speakers[0].value).split()[-1], setting.report.text):
            continue  # only words that name their speaker beside them prove who spoke
        if len(speakers) == 1 and not set(words) & set(str(speakers[0].value).split()):
            found.append((fact, speakers[0]))
    return found


def _says_beside(fact: Fact, surname: str, text: str) -> bool:
    """Whether the words right before or right after the quotation are those of the person who says it."""
    after = re.split(r"[.;,](?=\s)|\n", text[fact.end : fact.end + 120].lstrip(" ,.!?\"”’'"))[0]
    before = re.split(r"[.;!?]\s|\n", text[max(0, fact.start - 120) : fact.start])[-1]
    return any(
        surname in side.split() and re.search(SAYING, side) is not None and "said to" not in side
        for side in (after.replace(",", " "), before.replace(",", " ").replace(":", " "))
    )


def quoted(fact: Fact) -> str:
    return "“" + str(fact.value).strip(" ,.;:") + "”"


def _evidence(fact: Fact, setting: Setting) -> tuple[Evidence, ...]:
    return (setting.report.evidence(*fact.sentence),)


def _who_said(fact: Fact, person: Fact, spoken: list[tuple[Fact, Fact]], setting: Setting) -> Question | None:
    evidence = _evidence(fact, setting)
    others = {str(other.value): (said, other) for said, other in spoken if other.value != person.value}
    stem = f"Who said: {quoted(fact)}?"
    question = Question(
        id="", interaction="text", form="who-said", topic="speech",
        stem=framed(setting.surroundings.frame, stem) if setting.surroundings.frame else stem,
        explanation=explained(evidence), evidence=evidence, facts=(fact.id,),
        accepted=accepted_spellings(person, setting.surroundings),
    )  # fmt: skip
    if len(others) >= 2:
        options = [Option("", str(person.value), True, explained(evidence), evidence=evidence)]
        for name, (said, _) in _alike(list(others.items()), str(person.value), setting.rng):
            shown = _evidence(said, setting)
            options.append(Option("", name, False, f"{name} said something else: {quoted(said)}.", evidence=shown))
        setting.rng.shuffle(options)
        lettered = tuple(replace(option, id=LETTERS[i]) for i, option in enumerate(options))
        question = replace(question, interaction="choice", accepted=(), options=lettered)
    elif len(str(person.value).split()) > 3:
        return None
    return finished(question, fact.start, setting)


def _sample(values: list[T], count: int, rng: Random) -> list[T]:
    return rng.sample(values, min(count, len(values)))


def _alike(others: list[tuple[str, tuple[Fact, Fact]]], key: str, rng: Random) -> list[tuple[str, tuple[Fact, Fact]]]:
    """Up to three others, one of them with a name at least as long as the key's where there is one."""
    rng.shuffle(others)
    others.sort(key=lambda one: len(one[0]) < len(key))
    return [*others[:1], *_sample(others[1:], 2, rng)]


def _match_speakers(spoken: list[tuple[Fact, Fact]], setting: Setting) -> Question | None:
    by_person = {str(person.value): (fact, person) for fact, person in reversed(spoken)}
    if len(by_person) < 3:
        return None
    chosen = sorted(_sample(list(by_person.items()), 4, setting.rng))
    names = [name for name, _ in chosen]
    said = [fact for _, (fact, _) in chosen]
    order = list(range(len(said)))
    setting.rng.shuffle(order)
    evidence = tuple(quote for fact in said for quote in _evidence(fact, setting))
    left = [_part(LETTERS[i], name, "left", said[i], setting) for i, name in enumerate(names)]
    right = [
        _part(LETTERS[len(said) + place], quoted(said[i]), "right", said[i], setting) for place, i in enumerate(order)
    ]
    pairs = tuple((LETTERS[i], LETTERS[len(said) + order.index(i)]) for i in range(len(said)))
    question = Question(
        id="", interaction="matching", form="match-speakers", stem="Match each person with the words they said.",
        topic="speech", explanation=explained(evidence), evidence=evidence, facts=tuple(fact.id for fact in said),
        options=(*left, *right), pairs=pairs,
    )  # fmt: skip
    return finished(question, said[0].start, setting)


def _part(letter: str, text: str, side: Side, said: Fact, setting: Setting) -> Option:
    evidence = _evidence(said, setting)
    return Option(letter, text, why=explained(evidence), side=side, evidence=evidence)
