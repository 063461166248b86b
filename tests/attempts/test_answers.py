"""What a form sends, as an answer to be scored, and in words again."""

from datetime import UTC, datetime

import pytest

from quizapp.attempts import Presentation, Unreadable, arrangement, moved, read_answer, right_answer, words_of
from quizapp.questions import Option, Question

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ABC = tuple(Option(key, key.upper(), correct=key == "b") for key in "abc")


def question(interaction: str, **fields: object) -> Question:
    return Question("q", interaction, "form", "How many ships?", "figures", "", (), **fields)  # type: ignore[arg-type]  # a test's short way


def shown(*order: str) -> Presentation:
    return Presentation(1, "q", 1, order, False, NOW)


def test_a_picked_place_is_the_option_shown_there() -> None:
    assert read_answer(question("choice", options=ABC), shown("c", "b", "a"), {"answer": "1"}) == "c"


@pytest.mark.parametrize("sent", ["", "0", "4", "a", "-1", "1.0", "²", "99999999999999999999", "1 "])
def test_a_place_that_was_not_shown_is_no_answer(sent: str) -> None:
    with pytest.raises(Unreadable, match="Pick one"):
        read_answer(question("choice", options=ABC), shown("a", "b", "c"), {"answer": sent})


@pytest.mark.parametrize("text", ["4,000", "4000", "4 thousand", "about 4,000", " 4000 "])
def test_a_number_is_read_as_people_write_it(text: str) -> None:
    assert read_answer(question("numeric", value=4000), shown(), {"answer": text}) == text.strip()


@pytest.mark.parametrize(("text", "says"), [("", "Answer first"), ("many", "Write a number"), ("x" * 201, "shorter")])
def test_what_is_no_number_is_said_to_be_none(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_answer(question("numeric", value=4000), shown(), {"answer": text})


def test_a_typed_answer_loses_what_cannot_be_printed() -> None:
    assert read_answer(question("text", accepted=("Homs",)), shown(), {"answer": "Ho\x00m\u200bs\n"}) == "Homs"


def test_things_are_put_in_the_order_that_the_places_say() -> None:
    ordering = question("ordering", options=ABC, order=("a", "b", "c"))
    assert read_answer(ordering, shown("c", "a", "b"), {"order": "2,3,1"}) == ["a", "b", "c"]


@pytest.mark.parametrize("sent", ["", "1,2", "1,2,2", "1,2,3,4", "a,b,c", "3,2,1,"])
def test_an_order_of_other_places_leaves_things_as_they_stand(sent: str) -> None:
    assert arrangement(("b", "c", "a"), sent, ("c", "a", "b")) == ("c", "a", "b")


@pytest.mark.parametrize(
    ("move", "after"),
    [("2-up", "bac"), ("1-down", "bac"), ("3-up", "acb"), ("1-up", "abc"), ("3-down", "abc"), ("9-up", "abc"),
     ("x-up", "abc"), ("2-left", "abc"), ("", "abc"), ("²-up", "abc")],
)  # fmt: skip
def test_a_move_swaps_neighbours_or_nothing(move: str, after: str) -> None:
    assert moved(("a", "b", "c"), move) == tuple(after)


def test_pairs_are_read_by_place_on_both_sides() -> None:
    options = (
        Option("l1", "Dibo", side="left"), Option("l2", "Lund", side="left"),
        Option("r1", "4,000 left", side="right"), Option("r2", "nobody left", side="right"),
    )  # fmt: skip
    matching = question("matching", options=options, pairs=(("l1", "r1"), ("l2", "r2")))
    order = shown("l1", "l2", "r2", "r1")
    assert read_answer(matching, order, {"match-1": "2", "match-2": "1"}) == [["l1", "r1"], ["l2", "r2"]]
    assert right_answer(matching) == "Dibo: 4,000 left; Lund: nobody left"
    with pytest.raises(Unreadable, match="partner"):
        read_answer(matching, order, {"match-1": "2"})


def test_answers_are_told_in_words() -> None:
    assert words_of(question("choice", options=ABC), "b") == "B"
    assert words_of(question("text", accepted=("Homs",)), "homs") == "homs"
    assert words_of(question("ordering", options=ABC, order=("a", "b", "c")), ["b", "a", "c"]) == "B, then A, then C"
    assert words_of(question("choice", options=ABC), None) == ""
    assert right_answer(question("choice", options=ABC)) == "B"
    assert right_answer(question("numeric", value=1912)) == "1912"
    assert right_answer(question("numeric", value=58000)) == "58,000"
    assert right_answer(question("text", accepted=("Homs", "Hims"))) == "Homs"
