import pytest

from quizapp.facts.fact import Place
from quizapp.facts.places import find_places
from quizapp.language import read
from quizapp.reports import Report
from quizapp.reports.report import Passage


def places_of(text: str) -> list[tuple[str, Place]]:
    report = Report("", text, (Passage(0, len(text), "paragraph"),))
    mentions = find_places(read(report))
    return [
        (text[mention.start : mention.end], mention.value) for mention in mentions if isinstance(mention.value, Place)
    ]


def texts(text: str) -> list[str]:
    return [span for span, _ in places_of(text)]


def value_of(text: str, span: str) -> Place:
    return next(value for found, value in places_of(text) if found == span)


@pytest.mark.parametrize(
    ("sentence", "spans"),
    [
        ("The convoy drove from Damascus to Beirut, Lebanon, before dawn.", ["Damascus", "Beirut", "Lebanon"]),
        ("Iranian engineers and their Turkish partners met in Geneva.", ["Iranian", "Turkish", "Geneva"]),
        ("Two Norwegians crossed Greenland on skis.", ["Norwegians", "Greenland"]),
        ("The ferry reached the Netherlands on Sunday.", ["Netherlands"]),
        ("Ukraine's harvest was the poorest since 2003.", ["Ukraine"]),
        ("The airline flies from the U.S. to Japan.", ["U.S.", "Japan"]),
        ("A US-led coalition patrolled the Red Sea.", ["US", "Red Sea"]),
        ("Snow closed the road in northern Syria.", ["Syria"]),
    ],
)
def test_countries_their_people_and_cities_are_places(sentence: str, spans: list[str]) -> None:
    assert texts(sentence) == spans


@pytest.mark.parametrize(
    ("sentence", "span", "place_class"),
    [
        ("Lorries queued for hours at the Bab Karim border crossing.", "Bab Karim border crossing", "crossing"),
        ("Pilgrims gathered around the Sayyida Mariam shrine after sunset.", "Sayyida Mariam shrine", "building"),
        ("Shops reopened in the Qasr Wadi district on Monday.", "Qasr Wadi district", "district"),
        ("The aircraft left the Talmeen air base at noon.", "Talmeen air base", "base"),
        ("Flights were diverted from Halvorsen International Airport.", "Halvorsen International Airport", "airport"),
        ("The party wintered below Mount Hollis.", "Mount Hollis", "other"),
        ("They rowed across Lake Merrin for two days.", "Lake Merrin", "water"),
        ("The demonstrators marched along Foundry Street.", "Foundry Street", "street"),
        ("The tanker passed through the Strait of Hormuz.", "Strait of Hormuz", "water"),
        ("Fighting spread across Aleppo province.", "Aleppo province", "region"),
        ("The village of Torvik lost its only school.", "Torvik", "city"),
    ],
)
def test_a_noun_makes_a_place_of_a_name_that_no_list_holds(sentence: str, span: str, place_class: str) -> None:
    assert value_of(sentence, span).place_class == place_class


@pytest.mark.parametrize(
    "sentence",
    [
        "Jack London wrote the novel in four months.",
        "Mr. Paris declined to comment.",
        "The Boston Globe printed the letter.",
        "The Bank of England raised its rate.",
        "The Vietnam War divided a generation.",
        "They roasted a turkey and ate it off the best china.",
        "The minister spoke in French for an hour.",
        "The report was translated from Russian.",
        "Reading was her favourite lesson.",
        "The base was attacked, and the bridge and the airport were closed.",
        "She said that the road to the station was blocked.",
        "The Norwegian Polar Institute published the figures.",
        "The contract was worth US $2.6 billion.",
    ],
)
def test_people_bodies_wars_languages_and_plain_words_are_no_places(sentence: str) -> None:
    assert texts(sentence) == []


def test_a_demonym_stands_for_its_country() -> None:
    assert value_of("The Iranian envoy left early.", "Iranian") == Place("Iran", "country", "IR", 32.5, 54.0)


def test_a_city_is_the_one_of_the_country_that_the_report_names() -> None:
    assert value_of("Lebanon is mourning. The ferry from Tripoli sank at night.", "Tripoli").country == "LB"
    assert value_of("Libya is mourning. The ferry from Tripoli sank at night.", "Tripoli").country == "LY"


def test_a_name_of_many_cities_is_the_great_one_unless_the_text_says_otherwise() -> None:
    assert value_of("She was born in Paris in 1901.", "Paris").country == "FR"
    assert value_of("She was born in Paris, Texas, in 1901.", "Paris").country == "US"


def test_a_name_of_a_city_and_its_province_is_the_city_unless_the_province_is_said() -> None:
    assert value_of("Rebels entered Aleppo in Syria.", "Aleppo").place_class == "city"
    assert value_of("Rebels entered Aleppo province.", "Aleppo province").latitude is not None


def test_a_place_no_list_holds_has_no_coordinates() -> None:
    found = value_of("The convoy stopped at the Bab Karim border crossing in Syria.", "Bab Karim border crossing")
    assert (found.latitude, found.longitude, found.country) == (None, None, "SY")


def test_spans_leave_out_articles_and_possessives() -> None:
    assert texts("The Netherlands' coast and Kenya's lakes were photographed.") == ["Netherlands", "Kenya"]


def test_a_report_without_places_has_none() -> None:
    assert texts("Nobody came to the meeting, and nobody minded.") == []


@pytest.mark.parametrize(
    ("sentence", "span", "place_class"),
    [
        ("BRANNOCK, 3 May 2011 - A bus overturned in heavy rain.", "BRANNOCK", "city"),
        ("The survey crossed the river Tollan twice.", "Tollan", "water"),
        ("A barge sank off the left bank of the Orvel at noon.", "Orvel", "water"),
        ("The tug had left Kessock at 4.30 p.m. with a crew of six.", "Kessock", None),
        ("The boat was built at Rothwick in 1931.", "Rothwick", None),
        ("Ann Peel, a baker from Dunmory, saw the smoke.", "Dunmory", None),
        ("Police blocked the road near the Venna lock.", "Venna lock", "other"),
        ("Halvik, a small fishing village, has one shop.", "Halvik", "city"),
        ("Ostrava-Nova is a Polish research station in East Antarctica.", "East Antarctica", "region"),
        ("In 1702 the Kingdom of Ostmark was bankrupt.", "Kingdom of Ostmark", "country"),
    ],
)
def test_a_place_that_no_list_holds_is_known_by_where_it_stands(
    sentence: str, span: str, place_class: str | None
) -> None:
    assert value_of(sentence, span).place_class == place_class


def test_a_place_known_once_is_known_again_with_its_people() -> None:
    text = "Talks were held in Velmar, a country of lakes. Velmar lost its port. A Velmarian envoy left."
    names = [value.name for span, value in places_of(text) if span.startswith("Velmar")]
    assert names == ["Velmar", "Velmar", "Velmar"]


def test_a_kingdom_and_its_short_name_are_one_place() -> None:
    text = "The Kingdom of Ostmark mobilised in May. Ostmark had no fleet."
    assert [value.name for _, value in places_of(text)] == ["Kingdom of Ostmark", "Kingdom of Ostmark"]


def test_a_pole_after_the_south_pole_is_no_pole_of_poland() -> None:
    text = "They set out for the South Pole in May. Bad weather held them short of the Pole."
    assert [value.name for _, value in places_of(text)] == ["South Pole", "South Pole"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The steamer Lady Corran struck a rock and sank.",
        "HMS Kestrel was laid down before the war.",
        "She holds a stake in Zentrix and sits on its board.",
        "The quay had been slow to fill on Wednesday, a quarter of an hour before noon.",
        "The crew of the trawler Halvik got away in one boat. Halvik went down in minutes.",
    ],
)
def test_ships_companies_and_weekdays_are_no_places(sentence: str) -> None:
    assert texts(sentence) == []


def test_a_country_is_told_only_where_the_text_leads_to_it() -> None:
    assert value_of("The Orno Tunnel is a railway tunnel in Valais, Switzerland.", "Orno Tunnel").country == "CH"
    assert value_of("The barge, built in Poland, had left Kessock at noon.", "Kessock").country is None
    assert value_of("She flew to Chiang Mai International Airport.", "Chiang Mai International Airport").country == "TH"


def test_a_town_whose_name_people_bear_is_a_town_where_only_towns_stand() -> None:
    assert "Bradford" in texts("He wrote about the mills of Bradford in 1830.")
    assert "Oldham" in texts("John Reeve, the member for Oldham, spoke first.")
    assert texts("The critics of early Victorian Britain were few.") == ["Britain"]


def test_near_and_off_make_a_place_of_a_surname_that_no_person_bears() -> None:
    text = "A plan for turbines near Marsden was approved. Joe Harker has fished from Marsden for years."
    assert texts(text) == ["Marsden", "Marsden"]


def test_a_foreign_word_for_a_building_opens_its_name() -> None:
    assert value_of("The treaty was signed at the Palais des Lumières at noon.", "Palais des Lumières").place_class == (
        "building"
    )


def test_a_republic_of_a_known_country_is_that_country() -> None:
    assert value_of("The envoy of the Republic of Serbia left early.", "Republic of Serbia").name == "Serbia"


def test_a_repeated_name_may_be_the_last_word() -> None:
    text = "The tug reached Kessock at noon. Nobody had ever seen Kessock"
    assert texts(text) == ["Kessock", "Kessock"]


@pytest.mark.parametrize(
    ("sentence", "spans", "place_class"),
    [
        ("Ash fell on the provinces of Lumar, Kavitte and Laguna for days.", ["Lumar", "Kavitte", "Laguna"], "region"),
        ("Mud buried towns such as Lubao and Guagua within a week.", ["Lubao", "Guagua"], "city"),
        ("Floods closed rivers such as the Uaso and the Tana Ba.", ["Uaso", "Tana Ba"], "water"),
        ("The castle of Runkel stands on a rock.", ["Runkel"], "building"),
        ("A lorry turned over on the A7 highway.", ["A7"], "street"),
        ("The boat lay at Miller's Wharf for a year.", ["Miller's Wharf"], "other"),
        ("Mount Mayon erupted in 1984.", ["Mount Mayon"], "other"),
    ],
)
def test_lists_roads_quays_and_mountains_are_places(sentence: str, spans: list[str], place_class: str) -> None:
    assert texts(sentence) == spans
    assert {place.place_class for _, place in places_of(sentence)} == {place_class}


def test_what_is_governed_or_left_aboard_is_a_place() -> None:
    assert texts("She governed Vetla for ten years.") == ["Vetla"]
    assert texts("They left Bristol aboard a steamer.") == ["Bristol"]


def test_a_republic_called_like_a_region_far_away_keeps_its_name() -> None:
    text = "The Republic of Sumatra is a small country. Sumatra has two rivers."
    assert value_of(text, "Sumatra").name == "Republic of Sumatra"
    assert value_of(f"{text} Its neighbour is Indonesia.", "Sumatra").country == "ID"


def test_peoples_in_a_list_stay_peoples() -> None:
    assert value_of("He wrote about villages of Dutch and English farmers.", "Dutch").name == "Netherlands"


def test_an_air_base_is_known_later_by_its_first_word() -> None:
    text = "Wexley Air Base was closed in 1991. Wexley was handed over in November."
    assert texts(text) == ["Wexley Air Base", "Wexley"]
    assert value_of(text, "Wexley").place_class == "base"
    assert texts(f"{text} General Owen Wexley left.") == ["Wexley Air Base"]


def test_a_town_before_what_a_person_is_by_trade_is_a_town() -> None:
    assert texts("The Dunedin merchant sold nails.") == ["Dunedin"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Workers at the Cerro Blanco mine met. Cerro Blanco lies high.", ["Cerro Blanco", "Cerro Blanco"]),
        ("He lived in Rua Augusta Pires, near Port aux Choix.", ["Rua Augusta Pires", "Port aux Choix"]),
        ("They climbed the Halden Escarpment.", ["Halden Escarpment"]),
        ("He was treated at the King Olaf III Health Sciences Centre.", ["King Olaf III Health Sciences Centre"]),
        ("The drill stood at Dome B for a year.", ["Dome B"]),
        ("He won the Port Elm Marathon.", []),
        ("The squadron flew Sunderland flying boats.", []),
    ],
)
def test_hills_streets_and_centres_are_places_and_races_and_aircraft_are_none(text: str, expected: list[str]) -> None:
    assert texts(text) == expected
