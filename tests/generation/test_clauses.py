"""Sentences and the statements that can be made of them: what each clause keeps, and what it must not be cut to."""

import pytest

from quizapp.facts import find_facts
from quizapp.generation.clauses import Clause, find_clauses
from quizapp.generation.rewriting import NOWHERE
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.wording import statement
from quizapp.language import read
from quizapp.reports import report_from_text


def clauses(text: str) -> list[Clause]:
    reading = read(report_from_text(text))
    around = Surroundings.of(find_facts(reading), reading.sentences)
    return [
        clause
        for sentence in reading.sentences
        for clause in find_clauses(sentence, around.speech_over(sentence), around.of_sentence(sentence))
    ]


def statements(text: str) -> list[str]:
    return [statement(clause, {}) for clause in clauses(text)]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The mill burned in 1871; weavers rebuilt it within two years.", "Weavers rebuilt it within two years"),
        ("Output averaged 12 tonnes a week.", "Output averaged 12 tonnes a week"),
        ("The Lund Bridge, opened in 1931, is a road bridge in Sweden.", "The Lund Bridge was opened in 1931"),
        ("The Lund Bridge, opened in 1931, is a road bridge in Sweden.", "The Lund Bridge is a road bridge in Sweden"),
        ("Anna Berg, who taught in Oslo, sailed to Bergen in 1912.", "Anna Berg taught in Oslo"),
        ("Anna Berg, a teacher from Oslo, sailed to Bergen in 1912.", "Anna Berg was a teacher from Oslo"),
        (
            "Built at Kiel by a firm of nine men, the yacht was sold in 1955.",
            "The yacht was built at Kiel by a firm of nine men",
        ),
        (
            "Our cook took the soup off the fire and carried four plates to the table.",
            "Our cook carried four plates to the table",
        ),
        ("The driver was tested and found to be ill.", "The driver was found to be ill"),
        (
            "On 3 June 1922 border police arrested nine smugglers near Basel.",
            "On 3 June 1922, border police arrested nine smugglers near Basel",
        ),
        (
            "In the autumn of 1702, with the harvest barely in, the Duchy of Baden found itself in debt.",
            "In the autumn of 1702, the Duchy of Baden found itself in debt",
        ),
        (
            "The National Weather Office (NWO) was set up in Bern with a staff of 14.",
            "The National Weather Office was set up in Bern with a staff of 14",
        ),
        (
            "Brest sailed with nine hands, Morel having been taken ill on the quay.",
            "Brest sailed with nine hands",
        ),
        ("Five sailors were rescued, two of them badly burned; the captain drowned.", "The captain drowned"),
    ],
)
def test_what_a_sentence_states_becomes_a_statement_of_its_own(sentence: str, stated: str) -> None:
    assert stated in statements(sentence)


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("He worked for the mayor of Leeds, who opened the park in 1911.", "Leeds opened the park in 1911"),
        ("It was Ada Holm, a nurse from Ghent, who found the letters.", "It was Ada Holm"),
        ("They lost all but three of their horses.", "They lost all"),
        ("He told the court that the boat, if it had sailed, would have sunk.", "The boat would have sunk"),
        ("Each side is to leave within ten days, watched by monks.", "Ten days are watched by monks"),
        ("The firm lost the case, which surprised its lawyers.", "The case surprised its lawyers"),
        ("A second pier, drawn by a student in 1988, will be built.", "A second pier is drawn by a student in 1988"),
        ("The pumps stood still for nine days.", "The pumps stood for nine days"),
        ("The survivors had fled, drowned or been captured.", "The survivors had fled"),
        (
            "A ferry between the two towns, suspended since 1980, could return.",
            "The two towns are suspended since 1980",
        ),
    ],
)
def test_a_statement_is_given_up_rather_than_cut_wrong(sentence: str, cut: str) -> None:
    assert cut not in statements(sentence)


def test_each_word_of_a_rewritten_sentence_keeps_its_place_in_the_report() -> None:
    text = "Built at Kiel by a firm of nine men, the yacht was sold in 1955."
    built = next(clause for clause in clauses(text) if clause.head.text == "built")
    places = {token.text: built.sentence.offset(token) for token in built.tokens}
    assert places["yacht"] == text.index("yacht")
    assert places["built"] == text.index("Built")
    assert places["was"] == NOWHERE


def test_a_long_statement_is_also_told_short() -> None:
    short = "The old lighthouse at the mouth of the Clyde was struck by a cargo ship on the night of 4 May 1958"
    long = f"{short}, eleven hours after the keeper had left it in thick fog."
    assert statements(long)[:2] == [long.rstrip("."), short]
