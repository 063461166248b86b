"""The surer of two clauses comes first, and one of many names and commas is not asked at all."""

import pytest

from quizapp.facts import find_facts
from quizapp.generation.clauses import find_clauses
from quizapp.generation.generate import draft_every_question
from quizapp.generation.surety import surety
from quizapp.generation.surroundings import Surroundings
from quizapp.language import read
from quizapp.reports import report_from_text


def surest(sentence: str, kind: str) -> float:
    reading = read(report_from_text(f"The Kelmarsh Canal\n\n{sentence}\n"))
    surroundings = Surroundings.of(find_facts(reading), reading.sentences)
    found = [
        surety(clause, fact, surroundings)
        for one in reading.sentences
        for clause in find_clauses(one, (), surroundings.of_sentence(one))
        for fact in surroundings.within(clause)
        if fact.kind == kind
    ]
    return max(found)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("The canal opened at Leeds in May 1804.", "The canal opened at Leeds, near York, in May."),
        ("The canal crossed Leeds in May 1804.", "The canal joined Leeds and York and Hull."),
    ],
)
def test_dates_make_a_clause_surer_and_names_and_commas_less(surer: str, less_sure: str) -> None:
    assert surest(surer, "place") > surest(less_sure, "place")


def test_a_list_of_places_behind_commas_is_not_asked_for_its_places() -> None:
    text = "The Kelmarsh Canal\n\nSurvivors were sent by barge, by cart, and on foot, to Leeds, York, Hull and Goole.\n"
    assert not [one for one in draft_every_question(report_from_text(text)) if one.topic == "places"]
