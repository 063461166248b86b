"""The recipe of the map's data, on a world of two countries; and the data itself."""

import json

from quizapp.maps.atlas import FILE, STEPS, the_atlas
from quizapp.maps.derive import derive

# Two squares that share an edge, the eastern one across the date line; in whole degrees.
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[178, 0], [0, 2]],
        [[178, 2], [-3, 0], [0, -2], [3, 0]],
        [[178, 2], [2, 0], [-358, 0], [0, -2], [358, 0], [-2, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[2, 0]]]},
                {"type": None},
            ]
        },
        "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[1, -3]]]}]},
    },
}


def degrees(numbers: list[int]) -> list[tuple[float, float]]:
    x = y = 0
    found = []
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + east, y + north
        found.append((x / STEPS, y / STEPS))
    return found


def test_a_border_is_what_two_countries_share() -> None:
    assert [degrees(border) for border in derive(TOPOLOGY)["borders"]] == [[(178, 0), (178, 2)]]


def test_land_is_whole_across_the_date_line() -> None:
    [[ring]] = derive(TOPOLOGY)["land"]
    assert degrees(ring) == [(178, 2), (175, 2), (175, 0), (178, 0), (182, 0), (182, 2)]


def test_the_file_is_small_and_holds_numbers_alone() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert len(text) < 600_000
    held = json.loads(text)
    assert set(held) == {"land", "borders"}
    assert all(type(number) is int for line in held["borders"] for number in line)


def test_antarctica_goes_round_the_world() -> None:
    assert [piece.box.north < 0 for piece in the_atlas().land if piece.goes_round] == [True]
