"""Questions from phrases that hold by themselves: counted things, bodies behind names, and where places lie."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question, without_frame
from quizapp.reports import report_from_text


def drafts(text: str, title: str = "Divers raise the barge") -> list[Question]:
    return draft_every_question(report_from_text(f"{title}\n\n{text}\n"), 0)


def stems(text: str) -> list[str]:
    return [without_frame(one.stem) for one in drafts(text)]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Beneath it lay two bronze anchors, a bell and 46 plates.", "How many bronze anchors are mentioned?"),
        ("Beneath it lay two bronze anchors, a bell and 46 plates.", "How many plates are mentioned?"),
        ("They had with them about 30 wooden crates.", "About how many wooden crates are mentioned?"),
        ("Her teacher, Professor Lise Dahl of Aarhus University, agreed.",
         "With which university is Lise Dahl associated?"),
        ("It had come from Inverness, north of Perth, by night.", "Which place is said to lie “north of Perth”?"),
    ],
)  # fmt: skip
def test_a_phrase_is_asked_whatever_its_sentence_leans_on(text: str, stem: str) -> None:
    assert stem.lower() in {one.lower() for one in stems(text)}


@pytest.mark.parametrize(
    "text",
    [
        "They found 15 of the 275 plates.",
        "They found another two anchors.",
        "They found 40 plates. Later 30 plates broke.",
        "They found more than 40 plates.",
        "They found 40 plates that belonged to Ann Lee.",
        "They waited for two tugs, sailing from Leith.",
        "They left. “We saw 40 plates,” said Ann Lee.",
        "They spoke to 300 people.",
        "They spoke to two scientists.",
        "They paid 300 shillings.",
        "They counted five crossings.",
        "They rebuilt it with 40 ribs.",
    ],
)
def test_a_count_of_some_or_of_anything_is_not_asked(text: str) -> None:
    assert not [stem for stem in stems(text) if "are mentioned" in stem]


def test_nothing_is_mentioned_where_no_title_says_in_which_story() -> None:
    report = report_from_text("They found 46 plates in Leith on 4 May 1950.\n")
    assert not [one for one in draft_every_question(report, 0) if "mentioned" in one.stem]


def test_where_a_place_lies_is_typed_for_others_may_lie_there_too() -> None:
    asked = [one for one in drafts("It came from Inverness, north of Perth, by night.") if one.form == "lying-place"]
    assert [one.interaction for one in asked] == ["text"]


def false_claims(text: str) -> list[str]:
    return [
        without_frame(one.stem) for one in drafts(text)
        if one.form == "true-false" and one.key is not None and one.key.text == "False"
    ]  # fmt: skip


def test_a_small_count_a_time_of_day_and_a_date_put_in_full_make_false_statements() -> None:
    counted = false_claims("Two cranes lifted the barge at Leith on 4 May 1950.")
    assert any(claim.startswith(("Three cranes", "Four cranes")) for claim in counted)
    timed = false_claims("The Red Cross ordered an evacuation of Leith at 7 p.m.")
    assert {claim.split(" at ")[-1] for claim in timed} <= {"4 p.m.", "5 p.m.", "9 p.m.", "10 p.m."}
    assert timed


def test_no_false_time_is_one_that_the_report_has() -> None:
    text = (
        "The Red Cross ordered an evacuation of Leith at 7 p.m. The barge was full by 5 p.m. "
        "The lights failed at 4 p.m. The crew sang at 9 p.m."
    )
    assert {claim.split(" at ")[-1] for claim in false_claims(text) if "evacuation" in claim} <= {"10 p.m."}


def test_nobody_flees_abroad_to_a_town_of_the_land() -> None:
    text = "Homs fell in May 1950. Ann Lee fled across the border to Lebanon. Syria mourned. Aleppo waited."
    assert not [claim for claim in false_claims(text) if "border" in claim]
