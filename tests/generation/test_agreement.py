"""Two parses that disagree about who did what: the clause is given up, and where they agree it is asked about."""

import pytest

from quizapp.facts import find_facts
from quizapp.generation.agreement import agreed
from quizapp.generation.clauses import Clause, find_clauses
from quizapp.generation.phrases import render
from quizapp.generation.standing import Standing
from quizapp.language import Reading, read
from quizapp.reports import report_from_text


def clauses_of(text: str) -> tuple[Reading, list[Clause]]:
    """Every clause that the first parser finds."""
    reading = read(report_from_text(f"The works at Arlen\n\n{text}\n"))
    facts = tuple(find_facts(reading))
    found = []
    for sentence in reading.sentences:
        own = tuple(fact for fact in facts if sentence.start <= fact.start < sentence.end)
        found.extend(find_clauses(sentence, (), own))
    return reading, found


def said(clauses: list[Clause]) -> list[str]:
    return [render(clause.tokens) for clause in clauses]


def upheld(text: str) -> list[str]:
    """What of it both parsers find."""
    reading, found = clauses_of(text)
    return said([clause for clause, _ in agreed([(one, Standing({})) for one in found], reading.sentences)])


@pytest.mark.parametrize(
    ("sentence", "misread"),
    [
        (
            "Norway's Kari Moe, 40 seconds behind, was second, while the Swede Anna Lind, a late entrant, came third "
            "in Arlen.",
            "Norway's Kari Moe came third in Arlen",
        ),
    ],
)
def test_what_only_the_first_parser_reads_is_given_up(sentence: str, misread: str) -> None:
    _, found = clauses_of(sentence)
    assert misread in said(found)
    assert misread not in upheld(sentence)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The bridge was opened on 4 May 1907 by Ann Lee.", ["The bridge was opened on 4 May 1907 by Ann Lee"]),
        (
            "Martin Hale, an engineer from Leeds, designed the bridge in 1932.",
            ["Martin Hale was an engineer from Leeds", "Martin Hale designed the bridge in 1932"],
        ),
        (
            "The school, which was built in 1884, was closed in 1931 and reopened in 1950.",
            ["The school was built in 1884", "The school was closed in 1931", "The school was reopened in 1950"],
        ),
        (
            "On Easter Day 2004 the buoy, which was 3.4 metres across and weighed 190 kilograms, was lowered into Lake "
            "Arlen.",
            ["The buoy weighed 190 kilograms", "On Easter Day 2004 the buoy was lowered into Lake Arlen"],
        ),
    ],
)
def test_what_both_parsers_read_is_kept(sentence: str, told: list[str]) -> None:
    assert set(told) <= set(upheld(sentence))


def test_a_report_without_clauses_is_no_trouble() -> None:
    assert upheld("What a long night in Arlen!") == []


def test_a_participle_behind_two_nouns_is_said_of_neither() -> None:
    sentence = (
        "A quarter of the bill will be paid by the county council and the rest through fares, fixed at €3.20 for "
        "adults and €1.10 for children."
    )
    assert not [one for one in upheld(sentence) if "fixed" in one]


def test_an_apposition_right_behind_its_name_needs_no_second_opinion() -> None:
    assert "Tom Wade is described as a botanist from Oslo" in upheld(
        "In 2021 a team headed by Tom Wade, a botanist from Oslo, drilled 14 cores."
    )
