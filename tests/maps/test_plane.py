"""Cutting and thinning lines, on figures small enough to work by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.maps.plane import Box, box_around, clip_line, clip_ring, simplified, thinned

BOX = Box(0, 0, 10, 10)
points = st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=3, max_size=12)


def area(ring: list[tuple[float, float]]) -> float:
    """Shoelace; positive anticlockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def test_a_ring_within_stays_as_it_is() -> None:
    ring = [(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)]
    assert clip_ring(ring, BOX) == [ring]


def test_a_ring_outside_leaves_nothing() -> None:
    assert clip_ring([(11, 1), (19, 1), (15, 9)], BOX) == []


def test_a_ring_around_leaves_the_box() -> None:
    [kept] = clip_ring([(-50, -50), (50, -50), (50, 50), (-50, 50)], BOX)
    assert area(kept) == 100


def test_a_corner_is_cut_off() -> None:
    # A right triangle of 10 by 10, less the one of 5 by 5 that lies beyond x = 10.
    [kept] = clip_ring([(5, 0), (15, 0), (5, 10)], BOX)
    assert area(kept) == pytest.approx(50 - 12.5)


def test_a_hole_keeps_its_direction() -> None:
    [kept] = clip_ring([(5, 2), (5, 8), (15, 8), (15, 2)], BOX)
    assert area(kept) == -30


def test_a_line_is_cut_into_the_parts_that_show() -> None:
    line = [(-5, 5), (5, 5), (5, 15), (8, 15), (8, 5)]
    assert clip_line(line, BOX) == [[(0, 5), (5, 5), (5, 10)], [(8, 10), (8, 5)]]


def test_a_line_that_only_crosses_shows() -> None:
    assert clip_line([(-5, 5), (15, 5)], BOX) == [[(0, 5), (10, 5)]]


@given(points)
def test_whatever_is_cut_lies_in_the_box(ring: list[tuple[float, float]]) -> None:
    for part in clip_ring(ring, BOX) + clip_line(ring, BOX):
        box = box_around(part)
        assert Box(-1e-9, -1e-9, 10 + 1e-9, 10 + 1e-9).holds(box)


def test_thinning_keeps_the_ends_and_points_far_enough_apart() -> None:
    assert thinned([(0, 0), (0.4, 0), (0.8, 0), (1.2, 0), (1.3, 0)], 1) == [(0, 0), (1.2, 0), (1.3, 0)]


def test_simplifying_leaves_out_what_lies_on_the_way() -> None:
    assert simplified([(0, 0), (1, 0.05), (2, 0), (2, 2)], 0.1) == [(0, 0), (2, 0), (2, 2)]
    assert simplified([(0, 0), (1, 0.5), (2, 0), (2, 2)], 0.1) == [(0, 0), (1, 0.5), (2, 0), (2, 2)]


def test_simplifying_a_closed_line_keeps_its_shape() -> None:
    square = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]
    assert simplified(square, 0.1) == square
