"""The rules under their numbers, and what they are asked: what blocks a question or a set, and what to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.checking import cues, grounding, options, plausibility, references, stems, truth
from quizapp.checking.case import Case, case_of
from quizapp.checking.known import known_facts
from quizapp.checking.problem import Level, Problem, Rule
from quizapp.checking.sets import (
    SetFinding,
    keys_are_spread,
    no_question_is_asked_twice,
    no_question_tells,
    report_is_unchanged,
)
from quizapp.facts.fact import Fact
from quizapp.questions import Question, QuestionSet, place_quotes
from quizapp.reports import Report

RULES = (
    Rule(1, "P", grounding.key_is_the_fact),
    Rule(2, "P", grounding.evidence_stands_in_the_report),
    Rule(4, "P", grounding.stem_says_what_the_report_says),
    Rule(4, "F", grounding.stem_says_what_the_evidence_says),
    Rule(5, "P", truth.one_option_is_true),
    Rule(5, "F", truth.evidence_names_no_distractor),
    Rule(6, "P", truth.no_sentence_supports_a_distractor),
    Rule(6, "F", truth.no_sentence_may_support_a_distractor),
    Rule(7, "P", options.options_differ),
    Rule(8, "P", options.options_do_not_overlap),
    Rule(9, "P", options.options_are_of_one_type),
    Rule(10, "P", options.options_have_one_precision),
    Rule(11, "P", options.options_have_one_form),
    Rule(12, "P", options.key_is_not_the_longest),
    Rule(14, "P", options.values_stand_in_order),
    Rule(15, "P", cues.no_all_or_none),
    Rule(16, "P", cues.no_combinations),
    Rule(17, "P", cues.options_are_no_statements),
    Rule(18, "P", cues.no_absolutes),
    Rule(19, "P", cues.no_vague_quantities),
    Rule(20, "P", stems.stem_is_not_negative),
    Rule(21, "P", cues.key_does_not_echo_the_stem),
    Rule(22, "P", cues.grammar_gives_nothing_away),
    Rule(22, "F", cues.blank_has_no_article_cue),
    Rule(23, "P", cues.key_is_not_where_options_converge),
    Rule(24, "P", cues.no_option_stands_alone),
    Rule(25, "P", stems.stem_asks_one_thing),
    Rule(26, "P", stems.blank_is_late_in_a_cloze),
    Rule(27, "F", stems.stem_is_short),
    Rule(28, "F", plausibility.distractors_are_near),
    Rule(29, "F", stems.wording_is_clean),
    Rule(30, "P", references.nothing_is_unresolved),
    Rule(30, "F", references.definites_are_introduced),
    Rule(31, "P", references.dates_are_absolute),
    Rule(32, "P", references.text_is_not_mentioned),
    Rule(33, "P", stems.stem_holds_no_answer),
    Rule(34, "P", grounding.hedges_and_speakers_are_kept),
    Rule(35, "P", references.changing_facts_are_dated),
    Rule(35, "F", references.changing_facts_may_need_a_date),
    Rule(36, "F", references.people_are_spared),
    Rule(38, "P", stems.stem_is_readable),
    Rule(40, "P", options.options_have_feedback),
)
# Decided over a bank; 14 and 33 have a part that one question shows.
SET_RULES = (3, 13, 14, 33, 37)
# Whether a fact is worth asking is for a person: the salience of a question ranks it.
FOR_PEOPLE = (39,)


@dataclass(frozen=True, slots=True)
class SetProblem:
    """A problem of a set; ``question`` is the id of the question it lies in, None for the whole set."""

    question: str | None
    problem: Problem


@dataclass(frozen=True, slots=True)
class LocatedProblem:
    """A problem with its line in the set's file."""

    line: int
    rule: int
    field: str
    message: str
    question: str | None = None


def problems(question: Question, report: Report | None, facts: Iterable[Fact]) -> list[Problem]:
    """Everything that blocks a question, by rule number; ``facts`` are the report's. Empty: it may be published."""
    return _hold(case_of(question, report, known_facts(facts)), "P")


def flags(question: Question, report: Report | None, facts: Iterable[Fact]) -> list[Problem]:
    """Everything a person should look at before publishing; none of it blocks."""
    return _hold(case_of(question, report, known_facts(facts)), "F")


def _hold(case: Case, level: Level) -> list[Problem]:
    return [
        Problem(rule.number, finding.field, finding.message, level)
        for rule in RULES
        if rule.level == level
        for finding in rule.find(case)
    ]


def set_problems(questions: Sequence[Question], report: Report | None, facts: Iterable[Fact]) -> list[SetProblem]:
    """What blocks a set as a whole: where its keys stand, questions that tell, questions asked twice."""
    by_id = known_facts(facts)
    cases = [case_of(question, report, by_id) for question in questions]
    return [
        SetProblem(None if index is None else questions[index].id, Problem(rule, field, message))
        for rule, index, field, message in _set_findings(cases)
    ]


def _set_findings(cases: Sequence[Case]) -> list[SetFinding]:
    return [*keys_are_spread(cases), *no_question_tells(cases), *no_question_is_asked_twice(cases)]


def check_set(question_set: QuestionSet, report: Report | None, facts: Iterable[Fact]) -> list[LocatedProblem]:
    """Every blocking problem of a set and its questions with their lines, in order of lines.

    Retired questions are not looked at. Quotes without offsets are placed first; one that cannot be breaks rule 2.
    """
    by_id = known_facts(facts)
    found = [
        LocatedProblem(question_set.line_of_set(field), rule, field, message)
        for rule, _, field, message in report_is_unchanged(question_set.sha256, report)
    ]
    cases, places = [], []
    for index, question in enumerate(question_set.questions):
        if question.status == "retired":
            continue
        if report is not None:
            question, unplaced = place_quotes(question, report)
            for field, message in unplaced:
                found.append(
                    LocatedProblem(
                        question_set.line_of(index, field), 2, field, message[:1].upper() + message[1:], question.id
                    )
                )
        case = case_of(question, report, by_id)
        for problem in _hold(case, "P"):
            line = question_set.line_of(index, problem.field)
            found.append(LocatedProblem(line, problem.rule, problem.field, problem.message, question.id))
        cases.append(case)
        places.append(index)
    for rule, at, field, message in _set_findings(cases):
        line = question_set.line_of_set(field) if at is None else question_set.line_of(places[at], field)
        found.append(LocatedProblem(line, rule, field, message, None if at is None else cases[at].question.id))
    return sorted(found, key=lambda problem: (problem.line, problem.rule))
