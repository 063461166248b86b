"""People and organisations in sentences of our own, and sentences that hold none."""

import pytest

from quizapp.facts import extract_facts
from quizapp.facts.fact import Mention
from quizapp.facts.names import find_names, find_organisations, find_people
from quizapp.language import read
from quizapp.reports import report_from_text


def named(text: str, kind: str) -> list[str]:
    report = report_from_text(text)
    return [report.text[name.start : name.end] for name in find_names(read(report)) if name.kind == kind]


def people(text: str) -> list[Mention]:
    return find_people(read(report_from_text(text)))


def organisations(text: str) -> list[Mention]:
    return find_organisations(read(report_from_text(text)))


def test_a_title_is_kept_apart_from_the_name() -> None:
    text = "On Monday Colonel Viktor Stan opened the gate, and Dr Amina Okoye followed him into the yard."
    assert [(name.value, name.title) for name in people(text)] == [("Viktor Stan", "Colonel"), ("Amina Okoye", "Dr")]


def test_titles_of_several_words_are_left_out_of_the_span() -> None:
    text = "The strike ended after Prime Minister Irena Kovalenko met Vice President Osman Bek in the old palace."
    assert named(text, "person") == ["Irena Kovalenko", "Osman Bek"]
    assert [name.title for name in people(text)] == ["Prime Minister", "Vice President"]


def test_a_role_before_or_after_a_name_is_kept() -> None:
    text = "The finance minister Jane Hollis left early. Maria Lopez, head of the survey, stayed in the village."
    assert [(name.value, name.role) for name in people(text)] == [
        ("Jane Hollis", "finance minister"),
        ("Maria Lopez", "head of the survey"),
    ]


def test_a_later_mention_by_surname_has_the_full_name_as_its_value() -> None:
    text = "Captain Henrik Lund kept a diary for two years. In March Lund wrote that the last of the coal was gone."
    assert [name.value for name in people(text)] == ["Henrik Lund", "Henrik Lund"]


def test_a_surname_that_is_also_a_place_is_a_person_where_the_report_names_the_person() -> None:
    text = "The writer Laura Paris moved to the coast in 1961. Paris said that she never missed the city."
    assert named(text, "person") == ["Laura Paris", "Paris"]


def test_names_with_particles_and_hyphens_are_whole() -> None:
    text = (
        "President Selim al-Khatib thanked Luisa Ferreira da Costa and the engineer Jean-Luc Moreau for their patience."
    )
    assert named(text, "person") == ["Selim al-Khatib", "Luisa Ferreira da Costa", "Jean-Luc Moreau"]


def test_a_possessive_is_no_part_of_a_name() -> None:
    text = "Anna Keller's telescope stood in the garden. Keller's brother sold it to a school in 1954."
    assert named(text, "person") == ["Anna Keller", "Keller"]


def test_an_age_after_a_comma_marks_a_person() -> None:
    assert named("The race was won by Astrid Nyholm, 44, who had never run so far before.", "person") == [
        "Astrid Nyholm"
    ]


def test_an_abbreviation_in_brackets_has_the_full_name_as_its_value() -> None:
    text = "The World Health Organization (WHO) sent tents on Friday. The WHO said that more would follow."
    found = organisations(text)
    assert [name.value for name in found] == ["World Health Organization"] * 3
    assert named(text, "organisation") == ["World Health Organization", "WHO", "WHO"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan was drawn up by the Ministry of Defence in secret.", "Ministry of Defence"),
        ("A team from the University of Padua flooded the tunnels.", "University of Padua"),
        ("The claim was paid by Northern Star Holdings plc within a week.", "Northern Star Holdings plc"),
        ("The Food and Drug Administration approved the pump in 1987.", "Food and Drug Administration"),
        ("A reporter of AFP visited the base after dark.", "AFP"),
        ("The bridge was paid for by the Bank of Tavria and nobody else.", "Bank of Tavria"),
        (
            "He wore the badge of the Tavrian Railway Workers' Federation on his coat.",
            "Tavrian Railway Workers' Federation",
        ),
    ],
)
def test_organisations_are_known_by_their_nouns(text: str, name: str) -> None:
    assert named(text, "organisation") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The crew of HMS Valiant saw the lights of the harbour before dawn.",
        "The schooner Aurora sank in a storm on the second day of the voyage.",
        "The Boeing 787 landed at noon with its lights off.",
        "The Treaty of Marlow ended the quarrel between the two valleys.",
        "Nobody in the village remembers the Battle of Karsova any more.",
        "The Nobel Prize is worth a great deal of money.",
        "On Tuesday the minister said that he would resign in May.",
        "The prime minister and the colonel left the ministry together.",
    ],
)
def test_ships_events_products_and_common_nouns_are_neither(text: str) -> None:
    assert find_names(read(report_from_text(text))) == []


def test_an_abbreviation_belongs_to_a_name_with_any_head_or_a_plural_possessive() -> None:
    text = "The Rail Accident Inquiry Branch (RAIB) sent two people. The General Dock Workers' Union (GDWU) sent none."
    names = {name.value for name in organisations(text)}
    assert names == {"Rail Accident Inquiry Branch", "General Dock Workers' Union"}
    text = "The Société du Vallon (SdV) was founded in 1901."
    assert [name.value for name in organisations(text)] == ["Société du Vallon", "Société du Vallon"]


def test_newspapers_groups_and_shops_are_organisations() -> None:
    assert named("The captain told the Herald from his bed that he was well.", "organisation") == ["Herald"]
    assert named("The Glasgow Mercury printed the letter on Monday.", "organisation") == ["Glasgow Mercury"]
    assert named("Keep Our Trees, a group formed in May, has 40 members.", "organisation") == ["Keep Our Trees"]
    assert named("The violin was sold at Sotheby's in 1921.", "organisation") == ["Sotheby's"]


def test_letters_after_a_name_are_no_part_of_it() -> None:
    assert named("Sir Martin Crewe QC defended the clerk.", "person") == ["Martin Crewe"]


@pytest.mark.parametrize(
    "text",
    [
        "The steamer Lady Corran left with forty people on board.",
        "The Atlas V stood on its pad for a week.",
        "A Franco-Italian crew drilled for two years.",
        "The official Report took six years to print.",
    ],
)
def test_ladies_that_sail_rockets_two_peoples_and_reports_are_nobody(text: str) -> None:
    assert find_names(read(report_from_text(text))) == []


def test_a_role_ends_at_the_name_of_its_bearer() -> None:
    (found,) = people("A stewardess, Miss Clara Voss, 24, held the rope.")
    assert (found.title, found.role) == ("Miss", "stewardess")
    (found,) = people("Jusman Adi Wirawan, 44, opened the bridge.")
    assert (found.value, found.role) == ("Jusman Adi Wirawan", None)


def test_a_body_set_beside_its_noun_is_no_person_and_lends_its_kind_to_its_full_name() -> None:
    assert named("According to the operator, Kintyre Coaches, nobody was hurt.", "organisation") == ["Kintyre Coaches"]
    text = "The Lowland Walking Circle (LWC), a pressure group, met in May. The LWC's members came by train."
    assert {name.value for name in organisations(text)} == {"Lowland Walking Circle"}
    assert named("Volkswagen, whose works burned down, lost nine cars.", "organisation") == ["Volkswagen"]


def test_a_rank_before_a_name_that_ends_as_places_do_is_a_title() -> None:
    (found,) = people("The inquiry was led by Captain Anna Hill in June.")
    assert (found.value, found.title) == ("Anna Hill", "Captain")


def test_a_newspaper_called_after_a_people_is_no_country() -> None:
    assert named("In a letter to The Scotsman she asked for a new bridge.", "organisation") == ["Scotsman"]


def test_a_lady_is_not_the_man_of_her_name() -> None:
    text = "Dr. Felix Crane sailed in May. Mrs. Crane stayed with her sister."
    assert [(found.value, found.title) for found in people(text)] == [("Felix Crane", "Dr."), ("Crane", "Mrs.")]


def test_a_body_called_a_developer_is_a_body_and_a_person_a_person() -> None:
    assert named("Westflow Energy, the Danish developer, has two farms.", "organisation") == ["Westflow Energy"]
    (found,) = people("Martin Holt, the developer, has two farms.")
    assert (found.value, found.role) == ("Martin Holt", "developer")


def test_a_role_of_a_person_has_no_age_and_keeps_its_hyphen() -> None:
    (found,) = people("The deep-sea ecologist Martin Holt disagreed.")
    assert found.role == "deep-sea ecologist"
    (found,) = people("Martin Holt, a 31-year-old farmer, disagreed.")
    assert found.role == "farmer"


def test_the_possessive_of_a_trade_is_part_of_its_union() -> None:
    assert named("She chairs the Selby Fishermen's Association in her spare time.", "organisation") == [
        "Selby Fishermen's Association"
    ]


def test_a_noble_title_makes_no_body_of_its_land() -> None:
    assert named("The Duke of Ormsby sent a message to the crew.", "organisation") == []


@pytest.mark.parametrize(
    ("text", "names", "value"),
    [
        ("Sydhavn A/S was founded in 1921. In 1930 Sydhavn bought two ships.", ["Sydhavn A/S", "Sydhavn"], 0),
        (
            "Larsen & Sønner A/S was a maker of ropes. In 1921 Larsen & Sønner moved.",
            ["Larsen & Sønner A/S", "Larsen & Sønner"],
            0,
        ),
        ("Pike & Sandham was exporting tins by 1902.", ["Pike & Sandham"], 0),
        ("Osprey Paper Inc. closed its mill. Shares of Osprey fell.", ["Osprey Paper Inc.", "Osprey"], 0),
    ],
)
def test_a_firm_is_known_by_its_ending_and_by_its_short_name(text: str, names: list[str], value: int) -> None:
    assert named(text, "organisation") == names
    assert {found.value for found in organisations(text)} == {names[value]}


def test_the_city_in_a_firms_name_stays_a_city() -> None:
    text = "Leeds Glass Ltd employs 40 people. It has been in Leeds since 1902."
    assert named(text, "organisation") == ["Leeds Glass Ltd"]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Bureau of Land (INLB) sent a team. INLB closed the road.", "Bureau of Land"),
        (
            "The Icelandic Institute of Cryology and Tides (ICRYT) sent a team. ICRYT closed the road.",
            "Icelandic Institute of Cryology and Tides",
        ),
        ("The Royal Institutes of Weather (RIW) paid. The RIW is new.", "Royal Institutes of Weather"),
        ("The National Agency for Disaster Relief (AGDR) is new. The AGDR met.", "National Agency for Disaster Relief"),
    ],
)
def test_an_abbreviation_in_brackets_is_tied_to_the_whole_name_before_it(text: str, full: str) -> None:
    assert [found.value for found in organisations(text)] == [full] * 3


def test_a_rare_name_that_the_model_calls_a_person_is_one_with_its_surname() -> None:
    text = "Yerry Mina scored in the tenth minute. A header by Mina won it."
    assert [name.value for name in people(text)] == ["Yerry Mina", "Yerry Mina"]


def test_each_child_of_a_list_is_a_person() -> None:
    text = "Ola Berg came with his daughters Ingrid, Solveig and Turid."
    assert named(text, "person")[-3:] == ["Ingrid", "Solveig", "Turid"]


def test_a_party_wins_seats() -> None:
    assert named("On Sunday the Green List won nine seats in the council.", "organisation") == ["Green List"]


def test_the_sun_is_a_star_unless_it_tells() -> None:
    assert named("The planet goes around the Sun in nine days. Light from the Sun takes long.", "organisation") == []
    assert named("Ann Peel told the Sun that the lane was safe.", "organisation") == ["Sun"]


def test_the_noun_of_the_one_body_named_stands_for_it() -> None:
    text = "The Vetla Alliance lost the vote. Ane Moe, the Alliance's leader, resigned, and the Alliance met again."
    assert [found.value for found in organisations(text)] == ["Vetla Alliance"] * 3


def test_the_noun_of_two_bodies_stands_for_neither() -> None:
    text = "The Vetla Council met the Kirka Council at noon. Ane Moe left before the Council voted."
    assert named(text, "organisation") == ["Vetla Council", "Kirka Council"]


def test_a_leader_of_ten_men_and_two_champions_are_people() -> None:
    assert named("Karsten Lund sailed on with ten men.", "organisation") == []
    assert named("Nils Aune and Owen Pryce, champions in 1998, shook hands.", "organisation") == []


def test_a_boat_with_a_mans_name_is_no_man() -> None:
    text = (
        "On 9 May 1916 six men left in the Henry Alder, a boat 20 feet long. The Henry Alder landed in King Olav Bay."
    )
    assert named(text, "person") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trains are run by Coastrail, the state operator. Few complained.", ["Coastrail"]),
        ("According to Seawatch, the harbour agency, nobody was hurt.", ["Seawatch"]),
        ("The pit was sold to Boral Metals. Boral paid in gold.", ["Boral Metals", "Boral"]),
        ("Tidewatch, which employs 40 people, was founded by two sisters.", ["Tidewatch"]),
        ("The Northern Copper Railway failed. The Northern Copper asked for a loan.",
         ["Northern Copper Railway", "Northern Copper"]),
        ("The Rail Safety Board of Canada came. The RSB blamed the driver.", ["Rail Safety Board of Canada", "RSB"]),
        ("They reported in Nature that the ice was old.", ["Nature"]),
        ("Ann Holt of the International Federation of Red Cross and Red Crescent Societies spoke.",
         ["International Federation of Red Cross and Red Crescent Societies"]),
        ("The lander was built by the Dutch Aerospace Center.", ["Dutch Aerospace Center"]),
        ("The Polar Research Council (PRC) gave her a grant.", ["Polar Research Council", "PRC"]),
        ("The Bank of England and Lloyds fell.", ["Bank of England"]),
        ("In Nature, nothing is wasted. The ALVA spectrometer measured the dust.", []),
        ("The Crown corporation runs the ferry.", []),
    ],
)  # fmt: skip
def test_a_body_is_told_by_what_it_is_called_owns_and_does(text: str, expected: list[str]) -> None:
    assert named(text, "organisation") == expected


def test_a_probe_called_after_somebody_is_not_that_person() -> None:
    text = (
        "No craft flew farther than Halden, a Swedish probe that met a comet. Halden was launched from Kourou. "
        "The probe was named after Gustav Halden, the Swedish astronomer."
    )
    assert named(text, "person") == ["Gustav Halden"]


def test_a_ship_with_the_article_is_not_the_man_it_is_called_after() -> None:
    text = "The Halvard sank in 1902. She was named after Ole Halvard, a shipowner."
    assert named(text, "person") == ["Ole Halvard"]


def test_the_first_of_two_surnames_and_a_surname_like_a_country_stand_for_their_bearers() -> None:
    text = 'Ana Soto Rivera spoke first. Soto left. Admiral Congo Miles sailed. "We must go," Congo said.'
    assert [name.value for name in people(text)] == ["Ana Soto Rivera", "Ana Soto Rivera", "Congo Miles", "Congo Miles"]


def test_a_country_named_beside_a_person_called_so_stays_a_country() -> None:
    text = "Tom Chad signed the deal. He had never been to Chad."
    assert named(text, "person") == ["Tom Chad"]


def test_a_son_who_is_born_is_not_the_king_of_his_name() -> None:
    text = "King George III ruled then. She bore a son, George, and lived long."
    assert [name.value for name in people(text)] == ["George III", "George"]


def test_a_land_in_a_queens_name_is_not_the_queen() -> None:
    values = [name.value for name in people("Queen Joanna of Aragon married. Then Aragon lost the war.")]
    assert values.count("Joanna of Aragon") == 1


def test_domes_and_hills_are_nobody() -> None:
    assert named("At Dome B the mean is low. Little Dome B is near. Ash fell on Cerro Blanco.", "person") == []


def test_a_disease_is_nobody_and_a_townlike_surname_in_front_of_its_verb_is_its_bearer() -> None:
    text = "The pictures were by Dennis Louth, a builder. Louth lied to them. He had Parkinson's disease."
    assert [name.value for name in people(text)] == ["Dennis Louth", "Dennis Louth"]
    assert [name.value for name in people("The pictures were by Dennis Louth. They were sold in Louth.")] == [
        "Dennis Louth"
    ]


def test_what_somebody_goes_aboard_is_a_ship_and_no_body() -> None:
    found = extract_facts(report_from_text("A cable snapped aboard the Kwale Star in Mombasa on 8 May 2019."))
    assert not [fact.text for fact in found if fact.kind in {"organisation", "person"}]


def test_a_whole_name_is_its_bearers_where_the_last_word_alone_is_one() -> None:
    text = (
        "Roald Amundsen, a month short of thirty-one, had good reason for the hour. There Amundsen and a friend took "
        "readings. “It was done,” Amundsen wrote."
    )
    assert [name.value for name in people(text)] == ["Roald Amundsen"] * 3


def test_a_title_of_several_words_is_whole_wherever_its_sentence_begins() -> None:
    text = "Prime Minister Franco Crispi cabled. Later Deputy Prime Minister Ann Lee spoke."
    assert [(name.title, name.value) for name in people(text)] == [
        ("Prime Minister", "Franco Crispi"),
        ("Deputy Prime Minister", "Ann Lee"),
    ]


def test_jan_before_a_numeral_is_a_king_and_no_month() -> None:
    assert [name.value for name in people("Jan III Sobieski, King of Poland since 1674, left Kraków.")] == [
        "Jan III Sobieski"
    ]
