"""Days, times, amounts and names as people type them."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.questions import Question, score
from quizapp.questions.days import read_days, read_times

ASKED = Question(
    id="q", interaction="cloze", form="cloze", stem="Fill in: it opened on ____.", topic="dates",
    explanation="", evidence=(), facts=(), accepted=("17 May 2000",),
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["17 May 2000", "17th of May 2000", "May 17, 2000", "may 17th 2000", "Wednesday, 17 May 2000", "17/5/2000",
     "5/17/2000", "2000-05-17", "17.5.2000", "on 17 May 2000"],
)  # fmt: skip
def test_a_day_is_the_same_day_in_any_usual_writing(text: str) -> None:
    assert date(2000, 5, 17) in read_days(text)
    assert score(ASKED, text) == 1


@pytest.mark.parametrize(
    "text", ["18 May 2000", "17 May 2001", "May 2000", "31 June 2000", "17/13/2000", "", "soon", "٣ May 2000"]
)
def test_another_day_and_no_day_are_wrong(text: str) -> None:
    assert score(ASKED, text) == 0


def test_september_may_be_sept() -> None:
    assert read_days("3 Sept. 1939") == {date(1939, 9, 3)}


@pytest.mark.parametrize("text", ["3.40 a.m.", "3:40am", "03:40", "at 3.40 a.m.", "3.40"])
def test_a_time_is_the_same_time_by_either_clock(text: str) -> None:
    assert score(replace(ASKED, accepted=("3.40 a.m.",)), text) == 1


@pytest.mark.parametrize("text", ["3.40 p.m.", "15:40", "3.41", "25:00", "13 pm", "3"])
def test_another_time_is_wrong(text: str) -> None:
    assert score(replace(ASKED, accepted=("3.40 a.m.",)), text) == 0


def test_noon_and_midnight_are_times() -> None:
    assert read_times("noon") == {720} and read_times("12 midnight") == {0} and read_times("9 o'clock") == {540, 1260}


@pytest.mark.parametrize(
    ("accepted", "given", "right"),
    [("€9 million", "9 million euros", 1), ("€9 million", "€9m", 1), ("€9 million", "9 million dollars", 0),
     ("€9 million", "8 million", 0), ("Alasdair Rennie", "Captain Rennie", 0), ("Rennie", "Captain Rennie", 1),
     ("Patrick Dunmore", "Sir Patrick Dunmore QC", 1), ("Dunmore", "QC", 0), ("Lady Day", "Day", 1)],
)  # fmt: skip
def test_amounts_and_names_are_right_however_they_are_dressed(accepted: str, given: str, right: int) -> None:
    assert score(replace(ASKED, accepted=(accepted,)), given) == right
