"""Sentences that state nothing as the parser first reads them, and what is still to be had of them; or is not."""

import pytest

from quizapp.facts import find_facts
from quizapp.generation.clauses import find_clauses
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.wording import statement
from quizapp.language import read
from quizapp.reports import report_from_text


def statements(text: str, month: str | None = None) -> list[str]:
    reading = read(report_from_text(text))
    around = Surroundings.of(find_facts(reading), reading.sentences)
    return [
        statement(clause, {})
        for sentence in reading.sentences
        for clause in find_clauses(sentence, around.speech_over(sentence), around.of_sentence(sentence), month)
    ]


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        # what the parser took for a participle, a noun or an infinitive is the verb
        ("A passenger ferry carrying 90 people caught fire in the early hours of Monday.",
         "A passenger ferry carrying 90 people caught fire in the early hours of Monday"),
        ("Olga Brandt, the library's head since 2015, fears that the books will be sold.",
         "Olga Brandt fears that the books will be sold"),
        ("The siege cost the lives of 80 people, 30 of them Danish.", "The siege cost the lives of 80 people"),
        ("Three tugs and the steamer Ellen Holm took part in the search, which ended at noon.",
         "Three tugs and the steamer Ellen Holm took part in the search"),
        # what opens a sentence, is put in or trails behind goes
        ("At about 4.10 on the morning of 3 March 1911, while the guards were asleep, a fire broke out in the mill.",
         "At about 4.10 on the morning of 3 March 1911, a fire broke out in the mill"),
        ("Unaware of this, a second party of more than 400 men left the Elbe in June 1702.",
         "A second party of more than 400 men left the Elbe in June 1702"),
        ("For two hundred and six years the little Danish town of Havnsted lived by herring.",
         "For two hundred and six years, the little Danish town of Havnsted lived by herring"),
        ("In a disused chapel at Tarbet, in the west of Scotland, stands a row of thirty-two steel looms.",
         "A row of thirty-two steel looms stands in a disused chapel at Tarbet, in the west of Scotland"),
        # what is conceded or said not to be so under another verb leaves the rest as it is
        ("Builders expect the work to take six years, although the mayor has doubts.",
         "Builders expect the work to take six years"),
        ("Ada Brandt discovered that the gas would not burn in pure nitrogen.",
         "Ada Brandt discovered that the gas would not burn in pure nitrogen"),
        ("The buoy drifted for three years without being seen by a ship.",
         "The buoy drifted for three years without being seen by a ship"),
        # subjects with the number of their whole, or none
        ("The species was described in 1803 by the Dutch priest Jan Kuiper.",
         "The species was described in 1803 by the Dutch priest Jan Kuiper"),
        ("About three-fifths of the old town was gone.", "About three-fifths of the old town was gone"),
        ("In May the Swiss sent forty tents to Skopje.", "In May, the Swiss sent forty tents to Skopje"),
        ("The union had asked for 9 percent.", "The union had asked for 9 percent"),
    ],
)  # fmt: skip
def test_a_sentence_that_seemed_to_state_nothing_is_put_in_fewer_words(sentence: str, stated: str) -> None:
    assert stated in statements(sentence)


def test_what_is_to_be_done_is_told_as_planned_in_a_report_of_news() -> None:
    sentence = "The order for the new ferry is to be placed on 4 May 2031."
    assert statements(sentence, "March 2030") == [
        "As planned in March 2030, the order for the new ferry is to be placed on 4 May 2031"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A cart drawn by four oxen.",
        "The lamp did not bring the safety that had been promised.",
        "No drug company took part, since the last patent lapsed in 1983.",
        "It was Nils Dahl, a baker, who raised the alarm.",
        "If the bank agrees, the mill, closed since May, will open in June.",
        "The works was to be found by nobody.",
        "Price may prove the greater obstacle, the largest of several.",
    ],
)
def test_of_what_is_denied_supposed_or_no_sentence_nothing_is_stated(sentence: str) -> None:
    assert statements(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("Hundreds queued on Monday as a children's clinic, the largest of its kind in Wales, opened its doors.",
         "Hundreds queued on Monday as a children's clinic"),
        ("Most of the victims died in Bellerive, a suburb of the capital, Port-Aubry, where a hill slid.",
         "Most of the victims died in Bellerive Port-Aubry"),
        ("The aim is to lower the rent by May.", "The aim is to lower the rent by May"),
        ("Wood is to be found in every village.", "Wood is to be found in every village"),
    ],
)  # fmt: skip
def test_a_sentence_in_fewer_words_says_nothing_else(sentence: str, cut: str) -> None:
    assert cut not in statements(sentence)
