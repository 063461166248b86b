"""How much better or worse each topic goes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.engine import estimate_topics
from tests.engine.banks import four_options, item


def test_two_answers_split_as_worked_by_hand() -> None:
    # By symmetry ability stays 0. With u = sqrt(2) d normal (0, .5), the mode solves d = (1 - P(d)) / 4: d = .11766.
    offsets = estimate_topics([item("a", topic="people"), item("b", topic="places")], [1, 0])
    assert offsets["people"].mean == pytest.approx(0.11766, abs=1e-5)
    assert offsets["places"].mean == pytest.approx(-0.11766, abs=1e-5)
    # The curvature in u is 4 + P (1 - P) = 4.2491; an offset is u / sqrt(2).
    assert offsets["people"].error == pytest.approx(math.sqrt(1 / 4.2491 / 2), abs=1e-4)


def test_answers_all_alike_say_nothing_of_topics() -> None:
    bank = [item(f"{topic} {n}", 0.3 * n, topic) for topic in ("people", "places") for n in range(10)]
    for score in (0, 1):
        offsets = estimate_topics(bank, [score] * 20)
        assert offsets["people"].mean == pytest.approx(0.0, abs=1e-6)


def test_a_weak_topic_is_found_among_three() -> None:
    bank = four_options(60, topics=3)
    offsets = estimate_topics(bank, [int(one.topic != "topic 1") for one in bank])
    assert offsets["topic 1"].mean < -0.5
    assert offsets["topic 0"].mean > 0.2 and offsets["topic 2"].mean > 0.2
    assert all(0 < one.error < 0.41 for one in offsets.values())  # .41 is what the prior allows: .5 * sqrt(2 / 3)


def test_more_answers_make_it_surer() -> None:
    few = estimate_topics(four_options(6, topics=2), [1, 0] * 3)
    many = estimate_topics(four_options(60, topics=2), [1, 0] * 30)
    assert many["topic 0"].error < few["topic 0"].error


def test_one_topic_has_no_offset_and_none_has_none() -> None:
    alone = estimate_topics(four_options(4), [1, 1, 0, 1])
    assert [(one.mean, one.error) for one in alone.values()] == [(0.0, 0.0)]
    assert estimate_topics([], []) == {}


def test_every_item_needs_its_score() -> None:
    with pytest.raises(ValueError, match="score"):
        estimate_topics(four_options(2), [1])


@given(st.lists(st.integers(0, 1), min_size=12, max_size=12), st.integers(2, 6), st.floats(0, 3))
def test_offsets_sum_to_zero(scores: list[int], topics: int, error: float) -> None:
    offsets = estimate_topics(four_options(12, error=error, topics=topics), scores)
    assert len(offsets) == topics
    assert sum(one.mean for one in offsets.values()) == pytest.approx(0.0, abs=1e-9)
    assert all(math.isfinite(one.mean) and one.error > 0 for one in offsets.values())
