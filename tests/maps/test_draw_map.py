"""Maps of real places, and what holds of the map of any."""

import re
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.maps import MapPicture, Pin, PlacedPin, draw_map

DAMASCUS = Pin("1", "Damascus", 33.51, 36.29)
ALEPPO = Pin("2", "Aleppo", 36.2, 37.16)
BEIRUT = Pin("3", "Beirut", 33.89, 35.5)
HOMS = Pin("4", "Homs", 34.73, 36.72)
HAMA = Pin("5", "Hama", 35.13, 36.75)
LEVANT = [DAMASCUS, ALEPPO, BEIRUT, HOMS, HAMA]
SANTIAGO = Pin("1", "Santiago", -33.46, -70.65)
WELLINGTON = Pin("2", "Wellington", -41.29, 174.78)
NUKUALOFA = Pin("3", "Nuku'alofa", -21.14, -175.2)
TOKYO = Pin("4", "Tokyo", 35.69, 139.69)
LONDON = Pin("5", "London", 51.51, -0.13)
NORTH_POLE = Pin("6", "North Pole", 90, 0)
SOUTH_POLE = Pin("7", "South Pole", -90, 0)
WORLD = [SANTIAGO, WELLINGTON, NUKUALOFA, TOKYO, LONDON, NORTH_POLE, SOUTH_POLE]

latitudes = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 0.0]))
longitudes = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 0.0, 179.99, -179.99]))
pins_anywhere = st.lists(st.tuples(latitudes, longitudes), max_size=8).map(
    lambda places: [Pin(str(index), f"Place {index}", *place) for index, place in enumerate(places)]
)


def placed(picture: MapPicture) -> dict[str, PlacedPin]:
    return {pin.name: pin for pin in picture.pins}


def corners(path: str) -> list[tuple[float, float]]:
    """The points of a path as this project writes them: one place, then steps."""
    found = []
    for part in path.split("M")[1:]:
        start, steps = part.removesuffix("z").split("l")
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", start)]
        x, y = numbers
        found.append((x, y))
        moves = [float(number) for number in re.findall(r"-?[\d.]+", steps)]
        for east, south in zip(moves[::2], moves[1::2], strict=True):
            x, y = x + east, y + south
            found.append((x, y))
    return found


def is_on_land(picture: MapPicture, x: float, y: float) -> bool:
    """Whether a ray to the east of a point crosses shores an odd number of times."""
    crossings = 0
    for piece in picture.land:
        for ring in re.findall(r"M[^M]+", piece):
            points = corners(ring)
            for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
                if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    crossings += 1
    return crossings % 2 == 1


def written(picture: MapPicture) -> int:
    """About as many letters as the page holds for the shapes."""
    return sum(len(path) + len('<path class="border" d=""/>') for path in picture.land + picture.borders)


def test_north_is_up_and_east_is_right() -> None:
    pins = placed(draw_map(LEVANT))
    by_x = sorted(pins.values(), key=lambda pin: pin.spot_x)
    by_y = sorted(pins.values(), key=lambda pin: pin.spot_y)
    assert [pin.name for pin in by_x] == ["Beirut", "Damascus", "Homs", "Hama", "Aleppo"]
    assert [pin.name for pin in by_y] == ["Aleppo", "Hama", "Homs", "Beirut", "Damascus"]


def test_distances_are_as_on_the_ground() -> None:
    # Damascus to Aleppo is 309.6 km on the great circle, Damascus to Beirut 84.4; Mercator's map keeps their ratio
    # but for the change of the cosine of the latitude between them.
    pins = placed(draw_map(LEVANT))

    def far(one: str, other: str) -> float:
        return float(
            ((pins[one].spot_x - pins[other].spot_x) ** 2 + (pins[one].spot_y - pins[other].spot_y) ** 2) ** 0.5
        )

    assert far("Damascus", "Aleppo") / far("Damascus", "Beirut") == pytest.approx(309.6 / 84.4, rel=0.02)


@pytest.mark.parametrize(
    "inland", [DAMASCUS, ALEPPO, HAMA, SANTIAGO, LONDON, SOUTH_POLE, Pin("m", "Moscow", 55.75, 37.6)]
)
def test_an_inland_place_lies_on_land(inland: Pin) -> None:
    picture = draw_map([inland])
    [pin] = picture.pins
    assert is_on_land(picture, pin.spot_x, pin.spot_y)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(35, 18), (0, -150), (42, 51), (90, 0), (-60, 180), (-60, -180), (70, 179)]
)
def test_the_sea_and_the_caspian_are_water(latitude: float, longitude: float) -> None:
    picture = draw_map([Pin("1", "At sea", latitude, longitude)])
    [pin] = picture.pins
    assert not is_on_land(picture, pin.spot_x, pin.spot_y)


def test_the_border_of_syria_and_turkey_lies_north_of_aleppo() -> None:
    picture = draw_map(LEVANT)
    aleppo = placed(picture)["Aleppo"]
    points = [point for border in picture.borders for point in corners(border)]
    assert any(abs(x - aleppo.x) < 60 and 20 < aleppo.y - y < 120 for x, y in points)


def test_a_map_across_the_date_line_is_no_wider_than_it_must_be() -> None:
    pins = placed(draw_map([SANTIAGO, WELLINGTON, NUKUALOFA]))
    assert pins["Wellington"].spot_x < pins["Nuku'alofa"].spot_x < pins["Santiago"].spot_x
    near = placed(draw_map([WELLINGTON, NUKUALOFA]))
    # Ten degrees of longitude apart, 20 of latitude: a step to the right and up, not round the world.
    assert 0 < near["Nuku'alofa"].spot_x - near["Wellington"].spot_x < 250


def test_land_goes_on_across_the_date_line() -> None:
    # Chukotka reaches from 160 east to 170 west.
    picture = draw_map([Pin("1", "Egvekinot", 66.32, -179.1), Pin("2", "Pevek", 69.7, 170.3)])
    pins = placed(picture)
    middle = (pins["Egvekinot"].spot_x + pins["Pevek"].spot_x) / 2, pins["Egvekinot"].spot_y - 5
    assert is_on_land(picture, *middle)


def test_letters_follow_the_order_given() -> None:
    picture = draw_map([HOMS, ALEPPO, BEIRUT])
    assert [(pin.letter, pin.name) for pin in picture.pins] == [("A", "Homs"), ("B", "Aleppo"), ("C", "Beirut")]


def test_after_z_comes_aa() -> None:
    pins = [Pin(str(index), str(index), index, index) for index in range(28)]
    assert [pin.letter for pin in draw_map(pins).pins][24:] == ["Y", "Z", "AA", "AB"]


@pytest.mark.parametrize("pins", [LEVANT[:4], WORLD[:4]])
def test_no_order_of_the_pins_changes_the_picture(pins: list[Pin]) -> None:
    first = draw_map(pins)
    for order in permutations(pins):
        # Their ids tell the order in which they are shown, and must not tell in the picture.
        picture = draw_map([replace(pin, id=str(index)) for index, pin in enumerate(order)])
        assert (picture.land, picture.borders, picture.label) == (first.land, first.borders, first.label)
        for name, pin in placed(picture).items():
            assert (pin.x, pin.y) == (placed(first)[name].x, placed(first)[name].y)


def test_letters_at_one_spot_stand_apart_in_the_same_way_in_any_order() -> None:
    here, there = replace(DAMASCUS, id="1", name="here"), replace(DAMASCUS, id="2", name="there")
    one, other = placed(draw_map([here, there])), placed(draw_map([there, here]))
    assert (one["here"].x, one["here"].y) == (other["here"].x, other["here"].y) != (one["there"].x, one["there"].y)


def test_letters_leave_room_for_one_another() -> None:
    towns = [Pin(str(index), f"Town {index}", 33.5 + index / 100, 36.3) for index in range(6)]
    pins = draw_map([*towns, ALEPPO]).pins
    for index, pin in enumerate(pins):
        for other in pins[:index]:
            # 48 is the width of a disc.
            assert (pin.x - other.x) ** 2 + (pin.y - other.y) ** 2 >= 48**2
    assert [pin.moved for pin in pins] == [True] * 6 + [False]
    assert [pin.crowded for pin in pins] == [True] * 6 + [False]


def test_the_label_counts_the_places_and_tells_none() -> None:
    assert draw_map(LEVANT).label == "Map with five lettered places"
    assert draw_map([HOMS]).label == "Map with one lettered place"
    assert draw_map([Pin(str(index), "", 0, index) for index in range(13)]).label == "Map with 13 lettered places"


def test_one_pin_stands_in_the_middle() -> None:
    picture = draw_map([HOMS])
    assert [(pin.x, pin.y, pin.moved) for pin in picture.pins] == [(picture.width / 2, picture.height / 2, False)]


def test_a_map_without_pins_is_of_the_world() -> None:
    picture = draw_map([])
    assert picture.pins == () and len(picture.land) > 50


@pytest.mark.parametrize("place", [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_no_pin_lies_off_the_globe(place: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="no place lies at"):
        Pin("1", "Nowhere", *place)


@settings(max_examples=60, deadline=None)
@given(pins_anywhere)
def test_any_pins_lie_within_a_picture_that_is_small(pins: list[Pin]) -> None:
    picture = draw_map(pins)
    assert [pin.id for pin in picture.pins] == [pin.id for pin in pins]
    for pin in picture.pins:
        assert 24 <= pin.x <= picture.width - 24 and 24 <= pin.y <= picture.height - 24
        assert 0 <= pin.spot_x <= picture.width and 0 <= pin.spot_y <= picture.height
    assert written(picture) < 60_000
    for path in picture.land + picture.borders:
        # A little beyond the frame, so that no cut shows; thinning and rounding add no more than tenths.
        assert all(-6 < x < picture.width + 6 and -6 < y < picture.height + 6 for x, y in corners(path))


@settings(max_examples=40, deadline=None)
@given(pins_anywhere, st.randoms(use_true_random=False))
def test_any_order_of_any_pins_gives_the_same_land(pins: list[Pin], rng: Random) -> None:
    shuffled = list(pins)
    rng.shuffle(shuffled)
    one, other = draw_map(pins), draw_map(shuffled)
    assert (one.land, one.borders) == (other.land, other.borders)
    assert {(pin.id, pin.x, pin.y) for pin in one.pins} == {(pin.id, pin.x, pin.y) for pin in other.pins}
