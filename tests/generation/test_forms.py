"""English of what is said by the way, asked and called false: what must come, and what must not."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.reports import report_from_text

TITLED = "The clinic in Garth\n\n{} Iran has 31 provinces."


def stems_told(text: str) -> str:
    return " | ".join(one.stem for one in draft_every_question(report_from_text(TITLED.format(text))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A clinic was set up in the Drill Hall, a red-brick hall on Mill Road.", "Drill Hall is a red-brick hall on"),
        (
            "In 2021 a team headed by Tom Wade, a botanist from Oslo, drilled 14 cores.",
            "Wade is described as a botanist",
        ),
        ("Peter Blom, a baker from Narvik, was hanged in October 1742.", "Peter Blom was a baker from Narvik"),
        ("Brenn, a walled port in Norway, was taken on 3 May 1742.", "Brenn was a walled port in Norway"),
        ("Mount Hekla, a volcano in Iceland, erupted on 5 April 1766.", "Hekla is a volcano in Iceland"),
        (
            "The Drill Hall, a wooden hall on Mill Road, held 400 people. It burnt down in 2019.",
            "Drill Hall was a wooden hall on",
        ),
    ],
)
def test_what_a_thing_is_keeps_the_tense_of_what_is_still_true(text: str, told: str) -> None:
    assert told in stems_told(text)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        (
            "A clinic was set up in the Drill Hall, a red-brick hall on Mill Road.",
            "hich organisation is a red-brick hall",
        ),
        ("A child had to be sent to Oslo, a journey of some 410 kilometres.", "Oslo is a journey"),
        ("A child had to be sent to Oslo, a journey of some 410 kilometres.", "Oslo was a journey"),
        (
            "Pieces of wood buried beneath the clay, dated at a laboratory in Leeds, gave an age of 400 years.",
            "clay was dated",
        ),
        (
            "A quarter of the cost will be met by Norway and the rest through fares, set at €3.50 for adults.",
            "cost will be set",
        ),
        (
            "Erik Lund's campaign led to the foundation, on 3 May 1813, of a society for helping sailors.",
            "foundation, on 3 May 1813.",
        ),
        (
            "Anna Lund was joined by her deputy Per Holm, by two divers from Leeds University, and by Sam Bello.",
            "Leeds University.",
        ),
        ("The probe, which was 2.7 metres across and weighed 318 kilograms, reached Titan in 2005.", "was weighed"),
        ("Lawmakers in Oslo voted by 91 to 84, with five abstentions, to withdraw the bill.", "by 91 to 84."),
        ("When the bank failed, 95 workers were dismissed.", "workers were dismissed"),
        ("Neptune circles the Sun and takes nearly 165 years to do so.", "to do so"),
        ("Lena Dahl has declared a state of emergency for 30 days in Norway.", "or how long"),
        ("The trial ran at nine hospitals in six countries in 2019.", "t how many hospitals"),
        ("Across the water, Reggio was laid in ruins in December 1908.", "ruins across the water"),
        ("Opponents were led by Piet Haldane.", "o led opponents"),
        ("Piet Haldane looked at the flames.", "o looked at the flames"),
        ("The ballot ended at noon after a debate lasting more than nine hours.", "more than ten hours"),
        ("Some 8,000 people live within ten kilometres of Mount Hekla.", "within five"),
        (
            "Less than a month later, at one minute past midnight on 12 May 1949, the blockade was lifted.",
            "ess than May",
        ),
    ],
)
def test_what_a_strict_reader_finds_wrong_is_left_unasked(text: str, untrue: str) -> None:
    assert untrue not in stems_told(text)


def test_a_number_that_the_title_tells_is_not_asked() -> None:
    text = "Ferry fire leaves 23 dead\n\nAt least 23 people have died. Iran has 31 provinces."
    asked = draft_every_question(report_from_text(text))
    assert not any("people have died" in one.stem for one in asked)


def test_a_mountain_is_no_option_for_a_person() -> None:
    text = (
        "Jeanne Morel survived by clinging to a tree near Nantes in 1999. Dr Paul Roy left Lyon in 1998. "
        "Captain Luc Petit left Paris in 1997. A station on Mont Serein recorded 612 millimetres of rain."
    )
    options = {
        o.text for seed in range(4) for one in draft_every_question(report_from_text(text), seed) for o in one.options
    }
    assert "Mont Serein" not in options


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In September 2018, the probe released two small rovers near Oslo.", "How many small rovers did the probe"),
        ("The ferry was suspended for nine months in 2019 at Bergen.", "or how long was the ferry suspended"),
        (
            "Councillor Piet Haldane asked the university in Leeds for a map.",
            "ho asked the university in Leeds for a map",
        ),
        ("In 2019, crews delivered almost 13,000 tons to Oslo in twenty hours.", "In how many hours did crews deliver"),
    ],
)
def test_good_questions_of_those_forms_stay(text: str, asked: str) -> None:
    assert asked.lower() in stems_told(text).lower()


def test_a_man_who_bears_a_towns_name_is_no_town() -> None:
    told = stems_told("Dennis Louth painted 23 seascapes near Bergen. Louth pleaded guilty in Oslo in May 2016.")
    assert "hich city or town pleaded" not in told


def test_what_has_yet_to_be_done_is_not_what_has_to_be() -> None:
    assert "have to be traced" not in stems_told("Nine of the pictures in Oslo have yet to be traced by Norway.")


def test_a_kings_number_is_no_name() -> None:
    asked = draft_every_question(report_from_text(TITLED.format("Louis XIV built 14 forts near Lille in 1680.")))
    assert not any("XIV" in one.accepted for one in asked)
