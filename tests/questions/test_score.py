"""Scores of answers as people give them, for every interaction."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.questions import Interaction, Question, kilometres_between, normalise, read_number, score, within_one_edit
from tests.checking.cast import CLOZE, GOOD, MAP, MATCHING, NUMERIC, ORDERING, TRUE_FALSE, TYPED, WHEN

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(GOOD), ANYTHING)
def test_any_answer_gets_a_score_of_nought_or_one(question, answer) -> None:  # type: ignore[no-untyped-def]
    assert score(question, answer) in (0, 1)


@pytest.mark.parametrize("question", GOOD, ids=[question.id for question in GOOD])
def test_not_knowing_scores_nothing(question) -> None:  # type: ignore[no-untyped-def]
    assert score(question, None) == 0
    assert score(question, "") == 0
    assert score(question, "I don't know") == 0


def test_every_interaction_is_scored_here() -> None:
    assert {question.interaction for question in GOOD} == set(Interaction.__args__)  # type: ignore[attr-defined]


def test_a_pick_is_right_by_its_id() -> None:
    assert [score(WHEN, answer) for answer in ("a", "b", "14 March 2019", 0)] == [1, 0, 0, 0]
    assert [score(TRUE_FALSE, answer) for answer in ("true", "false", True)] == [1, 0, 0]


@pytest.mark.parametrize(
    "answer", [6.4, "6.4", "6.4 million", "$6.4m", "US$6.4 million", "6.35", 6.45, "about 6.4 million dollars", " 6.4 "]
)
def test_numbers_within_the_tolerance_are_right_however_they_are_written(answer: object) -> None:
    assert score(NUMERIC, answer) == 1


@pytest.mark.parametrize(
    "answer", [6.46, 6.34, "6.4 thousand", "€6.4m", "6.4 or 6.5", "a lot", True, float("nan"), 10**400, "-6.4", "64"]
)
def test_other_numbers_units_and_words_are_wrong(answer: object) -> None:
    assert score(NUMERIC, answer) == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4,000", 4000),
        ("4000", 4000),
        ("4 000", 4000),
        ("4 thousand", 4000),
        ("4k", 4000),
        ("four thousand", 4000),
        ("6.4 million", 6.4e6),
        ("6.4m", 6.4e6),
        ("$5m", 5e6),
        ("5bn", 5e9),
        ("-3", -3),
        ("−3.5", -3.5),
        (".5", 0.5),
        ("22%", 22),
        ("22 per cent", 22),
        ("40 km", 40),
        ("twenty-one", 21),
        ("a hundred and six", 106),
        ("two dozen", 24),
        ("three hundred and forty thousand", 340_000),
        ("about 340 people", 340),
        ("1,234,567.5", 1_234_567.5),
        ("", None),
        ("none", None),
        ("4,00", None),
        ("1 2 3", None),
        ("between 3 and 4", None),
        ("B-52", None),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_a_number_in_another_unit_than_the_stem_asks_for_is_not_read() -> None:
    assert read_number("40 miles", "How many kilometres is it?") is None
    assert read_number("40 km", "How many kilometers is it?") == 40
    assert read_number("40 sheep", "How many kilometres is it?") == 40


@pytest.mark.parametrize(
    "answer",
    [
        "Edda Lund",
        "edda lund",
        "  EDDA   LUND. ",
        "Edda-Lund",
        "Ëdda Lund",
        "Lund",
        "the Lund",
        "EddaLund",
        "Ｅdda Lund",
    ],
)
def test_spelling_is_compared_under_one_normalisation(answer: str) -> None:
    assert score(TYPED, answer) == 1


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The Sayyida-Zeinab’s Shrine", "sayyida zeinabs shrine"),
        ("Łódź & Ærø", "lodz and aero"),
        ("STRASSE", normalise("Straße")),
        ("6.4 million, 4,000.", "6.4 million 4,000"),
        ("A", "a"),
        ("An  apple", "apple"),
        ("U.N.", "u n"),
        ("…", ""),
    ],
)
def test_the_normalisation(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize("answer", ["Skarvick", "Skravik", "Skarvk", "Skarvig", "at Skarvig"])
def test_one_typo_in_a_long_word_is_right(answer: str) -> None:
    assert score(CLOZE, answer) == (answer != "at Skarvig")


def test_a_preposition_before_the_right_name_is_forgiven() -> None:
    assert score(CLOZE, "at Skarvik") == 1


@pytest.mark.parametrize("answer", ["Skarwig", "Skar", "Skarvik Leith"])
def test_two_typos_are_wrong(answer: str) -> None:
    assert score(CLOZE, answer) == 0


def test_a_typo_in_a_short_word_is_wrong() -> None:
    assert score(TYPED, "Edda Lond") == 0
    assert score(replace(CLOZE, accepted=("July 1969",)), "July 1968") == 0
    assert score(replace(CLOZE, accepted=("flight 123456",)), "flight 123457") == 0


def test_a_typo_that_makes_another_name_of_the_report_is_wrong() -> None:
    question = replace(CLOZE, accepted=("Johnsen",))
    assert score(question, "Johnson") == 1
    assert score(question, "Johnson", ["Johnson"]) == 0
    assert score(question, "Johnson", ["Ole Johnson"]) == 0
    assert score(question, "Johnsen", ["Johnsen", "Johnson"]) == 1


@settings(deadline=None)
@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_edit_is_found_in_either_direction(first: str, second: str) -> None:
    assert within_one_edit(first, second) == within_one_edit(second, first)
    assert within_one_edit(first, second) == (second in edits(first))


def edits(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    made = {word} | {left + right[1:] for left, right in cuts if right}
    made |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    return made | {left + letter + right[skip:] for left, right in cuts for letter in "abc" for skip in (0, 1)}


def test_an_order_is_right_as_a_whole() -> None:
    assert score(ORDERING, ["b", "c", "d", "a"]) == 1
    assert score(ORDERING, ["b", "d", "c", "a"]) == score(ORDERING, ["b", "c", "d"]) == score(ORDERING, "bcda") == 0


def test_pairs_are_right_in_any_order_and_all_of_them() -> None:
    assert score(MATCHING, [["b", "c"], ("a", "d")]) == score(MATCHING, {("a", "d"), ("b", "c")}) == 1
    assert score(MATCHING, [("a", "d")]) == score(MATCHING, [("a", "d"), ("b", "c"), ("a", "c")]) == 0


def test_a_place_is_right_by_name_or_within_its_radius() -> None:
    assert score(MAP, "a") == score(MAP, (60.39, 5.32)) == score(MAP, [60.6, 5.5]) == 1
    assert (
        score(MAP, "b") == score(MAP, (61.0, 5.32)) == score(MAP, (5.32, 60.39)) == score(MAP, (float("nan"), 0)) == 0
    )


def test_kilometres_are_those_of_the_great_circle() -> None:
    # A quarter of the way round a sphere of radius 6371.0088 km, and one degree of its equator.
    assert kilometres_between(0, 0, 90, 0) == pytest.approx(10007.557, abs=0.001)
    assert kilometres_between(0, 179.5, 0, -179.5) == pytest.approx(111.195, abs=0.001)


def _typed(*accepted: str) -> Question:
    return replace(TYPED, accepted=accepted)


@pytest.mark.parametrize("answer", ["midday", "12 noon", "twelve noon", "12 pm", "twelve o'clock", "at noon"])
def test_noon_is_right_by_any_of_its_names(answer: str) -> None:
    assert score(_typed("noon", "12:00"), answer) == 1


@pytest.mark.parametrize(
    "answer", ["half past eight in the evening", "8.30 in the evening", "half past eight", "20.30"]
)
def test_a_time_may_be_told_as_people_speak(answer: str) -> None:
    assert score(_typed("8.30 p.m."), answer) == 1


@pytest.mark.parametrize("answer", ["half past eight in the morning", "half past nine", "quarter to nine", "midnight"])
def test_another_time_is_wrong_however_it_is_told(answer: str) -> None:
    assert score(_typed("8.30 p.m."), answer) == 0


@pytest.mark.parametrize("answer", ["420,000 pounds", "£420000", "420000", "GBP 420,000", "£420k"])
def test_a_sum_is_right_with_its_currency_in_words_or_left_out(answer: str) -> None:
    assert score(_typed("£420,000"), answer) == 1


@pytest.mark.parametrize("answer", ["$420,000", "420,000 euros", "€420k", "£42,000"])
def test_a_sum_in_another_currency_is_wrong(answer: str) -> None:
    assert score(_typed("£420,000"), answer) == 0
