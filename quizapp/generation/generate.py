"""A report's questions: each clause asked in every safe way, held against the rules, and a balanced set picked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from quizapp.checking import Problem, problems
from quizapp.errors import Rejected
from quizapp.facts import Fact, find_facts
from quizapp.generation.agreement import agreed
from quizapp.generation.asking import ask
from quizapp.generation.claiming import draft_true_false
from quizapp.generation.clauses import Clause, find_clauses
from quizapp.generation.describing import ask_descriptions
from quizapp.generation.drafting import Setting, draft_choice, draft_map, draft_typed, salience
from quizapp.generation.mentioning import ask_mentions
from quizapp.generation.phrases import fact_tokens
from quizapp.generation.quoting import draft_quotes
from quizapp.generation.rereading import reread
from quizapp.generation.restating import draft_cloze
from quizapp.generation.roles import ask_roles
from quizapp.generation.selecting import Candidate, select
from quizapp.generation.sequence import Event, draft_sequences, find_event
from quizapp.generation.soundness import is_sound, needs_story
from quizapp.generation.standing import Standing, stand_alone
from quizapp.generation.story import frame_of
from quizapp.generation.surety import LEAST, surety
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import Asking
from quizapp.generation.worth import (
    is_a_surname,
    is_in_title,
    is_of_a_named_land,
    is_part_of_a_city,
    is_surely_a_body,
    is_surely_a_person,
    is_told_again,
    says_enough,
    tells_title,
)
from quizapp.language import Reading, Sentence, gazetteer, read
from quizapp.questions import Question, names_title
from quizapp.reports import Report

NAMES = {"place", "person", "organisation"}
RESTATING = {"cloze", "true-false"}
Progress = Callable[[int, int], None]
QUESTIONS_PER_WORD = 0.07
SURETY_WEIGHT = 0.3
# With fewer names and dates beside what is asked, a stem could be about many things, and says which story it is about;
# a title is left out only where the subject is named in full and more stands beside it.
ENOUGH_ANCHORS = 2
ENOUGH_BESIDE_A_TITLE = 3
FORM_WEIGHT = {
    "choice": 0.5,
    "numeric": 0.45,
    "text": 0.4,
    "map": 0.35,
    "cloze": 0.15,
    "true_false": 0.1,
    "ordering": 1.0,
    "matching": 0.8,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A question with every problem that the rules found in it."""

    question: Question
    problems: tuple[Problem, ...]


def generate_questions(report: Report, seed: int = 0, progress: Progress | None = None) -> list[Draft]:
    """Questions on a report, those without problems first; the same report and seed give the same questions."""
    setting, reading = _set_out(report, seed)
    candidates = _candidates(reading, setting, progress)
    drafts = {
        one.question.id: Draft(one.question, tuple(problems(one.question, report, setting.surroundings.facts)))
        for one in candidates
    }
    sound = [one for one in candidates if not drafts[one.question.id].problems]
    target = max(3, round(len(re.findall(r"\w+", report.text)) * QUESTIONS_PER_WORD))
    chosen = select(sound, target)
    refused = [draft for draft in drafts.values() if draft.problems]
    return [*(Draft(question, ()) for question in chosen), *refused]


def draft_every_question(report: Report, seed: int = 0) -> list[Question]:
    """Every draft on a report, before any rule or balance has thinned them out."""
    setting, reading = _set_out(report, seed)
    return [candidate.question for candidate in _candidates(reading, setting, None)]


def _set_out(report: Report, seed: int) -> tuple[Setting, Reading]:
    reading = read(report)
    facts = find_facts(reading)
    if not facts:
        raise Rejected(["No fact was found: give a report that names dates, places, figures or people."])
    surroundings = Surroundings.of(facts, reading.sentences, report.published, frame_of(report, facts))
    return Setting(report, surroundings, Random(f"{seed} {report.sha256}")), reading


def _candidates(reading: Reading, setting: Setting, progress: Progress | None) -> list[Candidate]:
    found: list[Candidate] = []
    events: list[Event] = []
    standing_clauses = _standing_clauses(reading, setting, progress)
    for clause, standing in standing_clauses:
        facts = setting.surroundings.within(clause)
        for fact in facts:
            sure = surety(clause, fact, setting.surroundings)
            weight = salience(fact, setting.surroundings, setting.report) + SURETY_WEIGHT * sure
            placed = _placed_in_story(clause, fact, standing, setting)
            if placed is None or (setting.surroundings.frame and sure < LEAST):
                continue
            for draft in _drafts(clause, fact, placed, setting):
                found.append(_candidate(draft, clause.start, weight, setting))
            event = find_event(clause, fact, placed, setting)
            if event is not None:
                events.append(event)
    asked = {root for one in found if one.question.form not in RESTATING for root in one.roots}
    for asking in _beside_clauses(setting, asked):
        weight = salience(asking.fact, setting.surroundings, setting.report)
        for draft in _of_asking(asking, setting):
            found.append(_candidate(draft, asking.sentence.start, weight, setting))
    for draft in [*draft_quotes(setting), *draft_sequences(events, setting)]:
        found.append(_candidate(draft, draft.evidence[0].start, 1.0, setting))
    return found


def _beside_clauses(setting: Setting, asked: set[str]) -> list[Asking]:
    """What is asked without a clause; a phrase only where no clause asks for its fact, by ``asked`` roots."""
    around = setting.surroundings
    beside = ask_descriptions(around, setting.report)
    described = {one.fact for one in beside}
    roles = [one for one in ask_roles(around, setting.report) if one.fact not in described]
    mentions = [one for one in ask_mentions(around) if around.root(one.fact.id) not in asked]
    return [*roles, *beside, *mentions]


def _candidate(draft: Question, place: int, weight: float, setting: Setting) -> Candidate:
    roots = tuple(setting.surroundings.root(fact) for fact in draft.facts)
    return Candidate(draft, place, weight + FORM_WEIGHT[draft.interaction], roots)


def _clauses_of(sentence: Sentence, setting: Setting) -> list[Clause]:
    around = setting.surroundings
    speech, facts = around.speech_over(sentence), around.of_sentence(sentence)
    return find_clauses(sentence, speech, facts, around.month, around.bygone(sentence))


def _standing_clauses(reading: Reading, setting: Setting, progress: Progress | None) -> list[tuple[Clause, Standing]]:
    """The clauses that stand alone, that read the same when they do, and that a second parser sees too."""
    found: list[tuple[Clause, Standing]] = []
    for index, sentence in enumerate(reading.sentences, start=1):
        if reading.report.passages[sentence.passage].kind == "paragraph":
            for clause in _clauses_of(sentence, setting):
                standing = stand_alone(clause, setting.surroundings)
                if standing is not None and is_sound(*standing, setting.surroundings):
                    found.append(standing)
        if progress is not None and (index % 200 == 0 or index == len(reading.sentences)):
            progress(index, len(reading.sentences))
    return agreed(reread(found), reading.sentences)


def anchors(clause: Clause, fact: Fact, surroundings: Surroundings) -> int:
    """How many names and dates the clause has beside the fact, which tell which event or thing is meant."""
    asked = {token.i for token in fact_tokens(clause.sentence, fact)}
    told = {
        str(other.value) for other in surroundings.within(clause)
        if other.kind in {*NAMES, "date"} and not asked & {t.i for t in fact_tokens(clause.sentence, other)}
    }  # fmt: skip
    named = {
        token.head.i if token.dep_ in {"compound", "flat"} else token.i for token in clause.tokens
        if token.pos_ == "PROPN" and token.i not in asked and gazetteer().demonym(token.text) is None
    }  # fmt: skip
    return max(len(told), len(named))


def _placed_in_story(clause: Clause, fact: Fact, standing: Standing, setting: Setting) -> Standing | None:
    """The standing that a question on the fact needs; None where it needs a story, and the report has no title."""
    count = anchors(clause, fact, setting.surroundings)
    lost = standing.is_framed or not count or needs_story(clause, setting.surroundings)
    frame = setting.surroundings.frame
    if not frame:
        return None if lost else standing
    if names_title(frame):
        lost = lost or count < ENOUGH_BESIDE_A_TITLE or not _names_subject_in_full(clause, setting.surroundings)
    return replace(standing, is_framed=lost or count < ENOUGH_ANCHORS)


def _names_subject_in_full(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the subject is a person by first and last name, a place or a body: not "survivors", not "Carl"."""
    return any(
        fact.kind in NAMES and (fact.kind != "person" or " " in str(fact.value))
        and clause.subject_head.i in {token.i for token in fact_tokens(clause.sentence, fact)}
        for fact in surroundings.within(clause)
    )  # fmt: skip


def _drafts(clause: Clause, fact: Fact, standing: Standing, setting: Setting) -> Iterator[Question]:
    """The drafts on one fact of a clause, in every form that is safe."""
    if not setting.surroundings.is_settled(fact):
        return
    title = setting.surroundings.frame
    if not says_enough(clause, fact) or is_in_title(fact, title) or tells_title(clause, fact, standing, title):
        return
    around = setting.surroundings
    if fact.kind == "place" and (is_part_of_a_city(fact, around) or not is_of_a_named_land(fact, around)):
        return
    if fact.kind == "person" and not is_surely_a_person(fact, setting.surroundings):
        return
    if fact.kind == "organisation" and not is_surely_a_body(fact):
        return
    if fact.kind == "place" and is_a_surname(fact, setting.surroundings):
        return
    told_again = fact.kind in NAMES and is_told_again(clause, fact, setting.surroundings)
    for asking in () if told_again else ask(clause, fact, standing):
        yield from _of_asking(asking, setting)
    cloze = draft_cloze(clause, fact, standing, setting)
    if cloze is not None:
        yield cloze
    for is_true in (True,) if told_again else (True, False):
        claim = draft_true_false(clause, fact, standing, setting, is_true)
        if claim is not None:
            yield claim


def _of_asking(asking: Asking, setting: Setting) -> Iterator[Question]:
    """One way of answering for each way of asking: chance decides where several would do."""
    makers = [draft_choice, draft_choice, draft_typed, draft_map]
    setting.rng.shuffle(makers)
    if asking.fact.kind == "person" or asking.form == "which-place":
        makers = [draft_typed] if asking.form == "who-was" else [draft_choice, draft_typed]
    if asking.form in {"how-old", "lying-place"}:
        makers = [draft_typed]
    for maker in dict.fromkeys(makers):
        draft = maker(asking, setting)
        if draft is not None:
            yield draft
            return
