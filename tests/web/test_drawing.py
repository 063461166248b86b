"""The numbers in the pages' drawings, and the words for steps, dates and topics."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import get_args

import pytest

from quizapp.questions import Topic
from quizapp.results import Stretch
from quizapp.usecases.shown import AttemptLine, Steps
from quizapp.web.drawing import (
    ability_curve,
    cloze_parts,
    day_words,
    letter,
    machine_time,
    match_given,
    moment_words,
    scale_dot,
    scale_stretch,
    step_bar,
    step_words,
    topic_name,
)

FIRST = datetime(2026, 10, 12, 16, 40, tzinfo=UTC)


def steps(number: int, least: int, most: int) -> Steps:
    return Steps(number, least, most, "")


def stretch(low: float, likely: float, high: float) -> Stretch:
    low_band, band, high_band = (min(int(place // 25) + 1, 4) for place in (low, likely, high))
    return Stretch(low, likely, high, low_band, band, high_band)


def line(days: int, found: Stretch | None) -> AttemptLine:
    at = FIRST + timedelta(days=days)
    return AttemptLine(f"a{days}", "A report", "practice", at, at, 5, 9, found)


def test_steps_are_done_now_sure_to_come_and_perhaps_to_come() -> None:
    bar = step_bar(steps(3, 4, 6))
    assert [box.state for box in bar.boxes] == ["done", "done", "now", "", "maybe", "maybe"]
    assert bar.width == bar.boxes[-1].x + bar.boxes[-1].width


def test_steps_lie_side_by_side_and_leave_a_gap() -> None:
    boxes = step_bar(steps(1, 8, 60)).boxes
    assert all(one.x + one.width < other.x for one, other in pairwise(boxes))


def test_a_question_beyond_the_most_that_was_promised_is_still_drawn() -> None:
    assert [box.state for box in step_bar(steps(3, 1, 2)).boxes] == ["done", "done", "now"]


@pytest.mark.parametrize(
    ("number", "least", "most", "words"),
    [
        (6, 8, 12, "Question 6 of 8 to 12"),
        (9, 8, 12, "Question 9 of 9 to 12"),
        (12, 8, 12, "Question 12 of 12"),
        (2, 5, 5, "Question 2 of 5"),
        (3, 1, 2, "Question 3 of 3"),
    ],
)
def test_steps_in_words_promise_no_more_than_is_known(number: int, least: int, most: int, words: str) -> None:
    assert step_words(steps(number, least, most)) == words


def test_a_stretch_is_drawn_from_its_low_to_its_high_end() -> None:
    assert scale_stretch(stretch(41, 57, 70)) == "M41 10H70"
    assert scale_dot(stretch(41, 57, 70)) == "M57 10h.01"


def test_a_stretch_at_the_ends_stays_on_the_scale() -> None:
    assert scale_stretch(stretch(0, 50, 100)) == "M2 10H98"
    assert scale_dot(stretch(99, 100, 100)) == "M98 10h.01"


def test_a_stretch_of_no_length_is_still_drawn() -> None:
    assert scale_stretch(stretch(100, 100, 100)) == "M98 10H98.01"


def test_a_curve_needs_two_attempts_that_place_the_learner() -> None:
    assert ability_curve([]) is None
    assert ability_curve([line(0, stretch(20, 40, 60)), line(1, None)]) is None


def test_a_curve_rises_on_the_picture_as_ability_rises() -> None:
    curve = ability_curve([line(0, stretch(20, 40, 60)), line(3, None), line(7, stretch(50, 60, 70))])
    assert curve is not None
    assert curve.line == "M0 60L100 40"
    assert curve.ribbon == "M0 40L100 30L100 50L0 80Z"
    assert curve.dots == ("M0 60h.01", "M100 40h.01")
    assert curve.dates == ("12 Oct", "19 Oct")


def test_a_curve_says_in_words_where_it_begins_and_ends() -> None:
    curve = ability_curve([line(0, stretch(20, 40, 60)), line(7, stretch(50, 60, 70))])
    assert curve is not None
    assert curve.label == (
        "2 quizzes. After the first, 12 October 2026: most likely Growing. "
        "After the last, 19 October 2026: most likely Secure."
    )


@pytest.mark.parametrize(("attempts", "dates"), [(2, 2), (3, 3), (4, 4), (5, 3), (6, 2), (7, 4)])
def test_dates_below_a_curve_stand_under_their_dots(attempts: int, dates: int) -> None:
    curve = ability_curve([line(day, stretch(20, 40, 60)) for day in range(attempts)])
    assert curve is not None
    assert len(curve.dates) == dates


def test_a_long_curve_has_a_dot_at_its_end_alone() -> None:
    curve = ability_curve([line(day, stretch(20, 40, 60)) for day in range(40)])
    assert curve is not None
    assert curve.dots == ("M100 60h.01",)


def test_a_cloze_leads_with_what_to_fill_in() -> None:
    cloze = cloze_parts("Fill in a number: They saved food and ____ boats.")
    assert (cloze.lead, cloze.before, cloze.after) == ("Fill in a number", "They saved food and ", " boats.")


def test_a_comma_or_a_full_stop_clings_to_the_blank_before_it() -> None:
    middle, end = cloze_parts("They voted on ____, to build."), cloze_parts("Fill in a city: It was in ____.")
    assert (middle.tail, middle.after) == (",", " to build.")
    assert (end.tail, end.after) == (".", "")


def test_a_colon_in_the_title_or_the_sentence_of_a_cloze_does_not_part_it() -> None:
    cloze = cloze_parts("In “The ship: a voyage”, fill in a date: It said: ____ was the day.")
    assert cloze.lead == "In “The ship: a voyage”, fill in a date"
    assert cloze.before == "It said: "


def test_a_cloze_written_by_hand_needs_no_lead() -> None:
    cloze = cloze_parts("The town is ____ today")
    assert (cloze.lead, cloze.before, cloze.after) == ("Fill in what is missing", "The town is ", " today")


def test_what_was_matched_is_found_by_its_left_side() -> None:
    assert [match_given("1-3,2-1", left) for left in ("1", "2", "4")] == ["3", "1", ""]
    assert match_given("", "1") == match_given("nonsense", "1") == ""


def test_letters_count_from_a() -> None:
    assert [letter(place) for place in (1, 2, 26)] == ["A", "B", "Z"]


def test_every_topic_has_a_name() -> None:
    assert all(topic_name(topic) for topic in get_args(Topic))


def test_dates_are_told_in_utc_whatever_they_came_in() -> None:
    late = datetime(2026, 11, 23, 1, 5, tzinfo=timezone(timedelta(hours=3)))
    assert day_words(late) == "22 November 2026"
    assert moment_words(late) == "22 November 2026 at 22:05 UTC"
    assert machine_time(late) == "2026-11-22T22:05:00Z"


def test_a_date_from_a_database_without_zones_is_utc() -> None:
    assert machine_time(datetime(2026, 11, 22, 22, 5)) == "2026-11-22T22:05:00Z"
