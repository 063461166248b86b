"""Sentences and the questions that they must and must not become."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question
from quizapp.reports import report_from_text


def drafts(text: str, seed: int = 0) -> list[Question]:
    return draft_every_question(report_from_text(text), seed)


def stems(text: str) -> list[str]:
    return [question.stem for question in drafts(text)]


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("Carpathia left New York on 11 April 1912.", "On what date did Carpathia leave New York?"),
        (
            "Marie Tharp joined the Lamont Observatory in 1948.",
            "In which year did Marie Tharp join the Lamont Observatory?",
        ),
        ("The Kariba Dam was opened in May 1960.", "In which month was the Kariba Dam opened?"),
        (
            "Cyclone Freda destroyed 27 trawlers near Honiara.",
            "How many trawlers did Cyclone Freda destroy near Honiara?",
        ),
        (
            "About 4,000 soldiers sailed from Aden to Karachi on 3 May 1843.",
            "About how many soldiers sailed from Aden to Karachi on 3 May 1843?",
        ),
        ("Colonel Mohammad Dibo led 300 rebels to Aleppo.", "Who led 300 rebels to Aleppo?"),
        ("The Menai Bridge was designed by Thomas Telford.", "Who designed the Menai Bridge?"),
        ("Amelia Earhart landed in Ireland.", "In which country did Amelia Earhart land?"),
    ],
)
def test_a_sentence_becomes_the_question_a_person_would_ask(sentence: str, stem: str) -> None:
    report = f"{sentence} Iran has 31 provinces. London is a city in England."
    assert stem in stems(report)


@pytest.mark.parametrize(
    "sentence",
    [
        "He left Paris for Lyon in March 1912.",
        "The bridge was opened in May 1966.",
        "If Iran leaves Syria in 2025, Russia will follow.",
        "Iran did not leave Aleppo in December 2024.",
        "Did the rebels take Aleppo in December 2024?",
        "Engineers will close the Menai Bridge on 4 May 2031.",
        "That morning 27 soldiers fled to Beirut.",
        "The others stayed in Damascus until 2024.",
        "They sold 300 tickets there in 1999.",
        "“We sold 300 tickets in Leeds,” she said.",
    ],
)
def test_a_sentence_that_leans_on_another_or_states_no_fact_is_given_up(sentence: str) -> None:
    report = f"{sentence} Iran has 31 provinces."
    asked = [question.stem for question in drafts(report) if question.evidence[0].start == 0]
    assert asked == []


def test_a_surname_is_put_in_full() -> None:
    text = "Mohammad Dibo was born in Idlib in 1979. Dibo left Aleppo for Homs in November 2024."
    assert "In which month did Mohammad Dibo leave Aleppo for Homs?" in stems(text)


def test_he_is_the_one_person_of_the_sentence_before() -> None:
    text = "Thomas Telford was born in Eskdale in 1757. He built the Menai Bridge in 1826."
    assert "In which year did Thomas Telford build the Menai Bridge?" in stems(text)


def test_a_claim_is_asked_as_its_speakers_claim() -> None:
    text = "Colonel Mohammad Dibo said that about 4,000 soldiers were flown to Tehran. Iran has 31 provinces."
    assert "According to Colonel Mohammad Dibo, about how many soldiers were flown to Tehran?" in stems(text)


def test_the_same_report_and_seed_give_the_same_questions() -> None:
    text = "Thomas Telford built the Menai Bridge in 1826. Cyclone Freda destroyed 27 trawlers near Honiara in 1999."
    assert drafts(text, seed=3) == drafts(text, seed=3)


@pytest.mark.parametrize(
    "sentence",
    [
        "Boeing had agreed to lease 60 tankers.",
        "A cheaper rival came from Oxford in 2021.",
        "Apple bought Pixar which was acquired by Disney in 2006.",
        "Whose supplies ran out in Paris in 1896?",
        "The Lancashire town voted for London in 2024.",
    ],
)
def test_a_sentence_that_a_strict_reader_finds_cut_short_is_left_unasked(sentence: str) -> None:
    asked = [
        question.stem for question in drafts(f"{sentence} Iran has 31 provinces.") if not question.evidence[0].start
    ]
    assert asked == []


def test_a_state_that_lasts_is_not_asked_by_its_date() -> None:
    text = "Amelia Earhart lived in Honolulu in 1935. Iran has 31 provinces."
    assert not any("which year" in stem for stem in stems(text))


def test_she_is_not_taken_for_a_man() -> None:
    text = (
        "Bessie Coleman moved to Chicago in 1915. Robert Abbott met Bessie Coleman there. She sailed to France in 1920."
    )
    assert not any("Robert Abbott sail" in stem for stem in stems(text))


def test_the_answer_is_not_asked_where_another_sentence_tells_the_same_of_somebody_else() -> None:
    text = "Amina Rashid voted for the Brann Bridge in Leeds. Owen Tait voted for the Brann Bridge in York."
    assert "Who voted for the Brann Bridge in Leeds?" not in stems(text)
