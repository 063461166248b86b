from typing import get_args

import pytest

from quizapp.facts.fact import Place, PlaceClass
from quizapp.language import distance_km, gazetteer
from quizapp.language.gazetteer import Entry


def city(name: str, country: str) -> Entry:
    return next(entry for entry in gazetteer().lookup(name) if entry.place_class == "city" and entry.country == country)


def test_a_name_finds_every_place_that_bears_it() -> None:
    assert {entry.country for entry in gazetteer().lookup("Paris")} >= {"FR", "US"}
    assert {entry.place_class for entry in gazetteer().lookup("Aleppo")} == {"region", "city"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Britain", "GB"),
        ("the United Kingdom", None),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("Russia", "RU"),
        ("Ivory Coast", "CI"),
        ("Côte d'Ivoire", "CI"),
        ("Burma", "MM"),
        ("Persia", "IR"),
        ("Soviet Union", "SU"),
        ("turkey", None),
    ],
)
def test_countries_have_the_names_that_texts_use(name: str, country: str | None) -> None:
    found = [entry.country for entry in gazetteer().lookup(name) if entry.place_class == "country"]
    assert found == ([country] if country else [])


def test_a_state_that_is_no_more_has_no_coordinates() -> None:
    union = gazetteer().lookup("Soviet Union")[0]
    assert (union.latitude, union.longitude) == (None, None)


@pytest.mark.parametrize(
    ("old", "name"), [("Bombay", "Mumbai"), ("Kiev", "Kyiv"), ("Leningrad", "Saint Petersburg"), ("Esfahan", "Isfahan")]
)
def test_cities_are_known_by_other_spellings_and_older_names(old: str, name: str) -> None:
    assert name in [entry.name for entry in gazetteer().lookup(old)]


def test_a_name_is_known_with_and_without_its_diacritics() -> None:
    assert city("Medellín", "CO") == city("Medellin", "CO")


@pytest.mark.parametrize(
    ("word", "name"),
    [("Iranian", "Iran"), ("Norwegians", "Norway"), ("Dutch", "Netherlands"), ("Welsh", "Wales")],
)
def test_a_demonym_names_its_country(word: str, name: str) -> None:
    entry = gazetteer().demonym(word)
    assert entry is not None and entry.name == name


def test_a_word_that_is_no_demonym_names_nothing() -> None:
    assert gazetteer().demonym("Iran") is None
    assert gazetteer().demonym("polish") is None


def test_every_country_but_the_vanished_has_coordinates_and_most_have_a_demonym() -> None:
    countries = gazetteer().countries()
    assert len(countries) > 195
    living = [entry for entry in countries if entry.country and entry.country not in ("SU", "CS", "YU")]
    assert all(entry.latitude is not None and entry.longitude is not None for entry in living)
    assert sum(1 for entry in living if entry.demonyms) > 185


def test_distance_is_measured_along_the_great_circle() -> None:
    # Great-circle calculators give 344 km from London to Paris.
    london, paris = city("London", "GB"), city("Paris", "FR")
    assert distance_km(london, paris) == pytest.approx(344, abs=4)
    assert distance_km(london, Place("nowhere")) is None


def test_neighbours_of_a_city_are_cities_of_its_country_that_people_know() -> None:
    aleppo = city("Aleppo", "SY")
    near = gazetteer().near(aleppo, "city", 4)
    assert [entry.country for entry in near] == ["SY"] * 4
    assert "Aleppo" not in [entry.name for entry in near]


def test_no_suburb_is_a_neighbour_of_its_city() -> None:
    moscow = city("Moscow", "RU")
    distances = [distance_km(moscow, entry) for entry in gazetteer().near(moscow, "city", 5)]
    assert all(distance is not None and distance > 20 for distance in distances)


def test_neighbours_of_a_country_are_the_nearest_countries() -> None:
    names = [entry.name for entry in gazetteer().near(gazetteer().lookup("Syria")[0], "country", 5)]
    assert "Lebanon" in names and "Syria" not in names


def test_neighbours_of_a_sea_are_waters() -> None:
    near = gazetteer().near(gazetteer().lookup("Weddell Sea")[0], "water", 3)
    assert [entry.place_class for entry in near] == ["water"] * 3


def test_a_place_without_coordinates_has_no_neighbours() -> None:
    assert gazetteer().near(Place("Jdeidet Yabus"), "city", 3) == ()


def test_every_line_of_the_file_is_a_place_with_a_class_and_degrees_on_the_globe() -> None:
    for place_class in get_args(PlaceClass):
        entries = list(gazetteer().of_class(place_class))
        assert entries
        assert all(entry.latitude is None or abs(entry.latitude) <= 90 for entry in entries)
        assert all(entry.longitude is None or abs(entry.longitude) <= 180 for entry in entries)
