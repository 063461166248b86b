"""Figures found in sentences: what they span, what they are worth, and what is no figure."""

import time

import pytest

from quizapp.facts.amounts import Measuring
from quizapp.facts.codes import named_numbers
from quizapp.facts.fact import Mention
from quizapp.facts.figures import figures_in, find_figures
from quizapp.facts.units import currencies_spoken
from quizapp.language import read
from quizapp.reports import Passage, Report, report_from_text

Seen = tuple[str, object, str | None, str | None, str | None]


def mentions(text: str) -> list[Mention]:
    return figures_in(Measuring(text, 0, len(text), currencies_spoken(text), named_numbers(text)), None)


def seen(text: str) -> list[Seen]:
    return [(text[found.start : found.end], found.value, found.unit, found.of, found.hedge) for found in mentions(text)]


COUNTS = {
    "The convoy met 27 Norwegian trawlers off the cape.": ("27 Norwegian trawlers", 27, None, "trawlers", None),
    "Some 4,000 Iranian military personnel had been evacuated.": ("4,000 Iranian military personnel", 4_000, None,
    "personnel", "Some"),
    "Twenty-seven sailors drowned.": ("Twenty-seven sailors", 27, None, "sailors", None),
    "The hall holds one hundred and four singers.": ("one hundred and four singers", 104, None, "singers", None),
    "They lost a dozen ships.": ("a dozen ships", 12, None, "ships", None),
    "They lost two dozen fishing boats.": ("two dozen fishing boats", 24, None, "boats", None),
    "Nearly a hundred villagers came.": ("a hundred villagers", 100, None, "villagers", "Nearly"),
    "The club has 4 000 members.": ("4 000 members", 4_000, None, "members", None),
    "It sold 6.4 million copies.": ("6.4 million copies", 6_400_000, None, "copies", None),
    "Only one boat came back.": ("one boat", 1, None, "boat", None),
    "A quarter of the 12-member panel resigned.": ("12-member", 12, None, "member", None),
    "The crew counted 20 or so seals.": ("20 or so seals", 20, None, "seals", "or so"),
    "The blast hurt as many as 60 people.": ("60 people", 60, None, "people", "as many as"),
    "In the fire 27 were hurt.": ("27", 27, None, None, None),
    "They printed 1500 posters.": ("1500 posters", 1_500, None, "posters", None),
}  # fmt: skip

MEASURES = {
    "Turnout was 22 per cent.": ("22 per cent", 22, "percent", None, None),
    "Prices fell by about 7%.": ("7%", 7, "percent", None, "about"),
    "Prices rose 7.5 percent.": ("7.5 percent", 7.5, "percent", None, None),
    "Support slipped three percentage points.": ("three percentage points", 3, "percentage point", None, None),
    "The museum paid $5 million.": ("$5 million", 5_000_000, "USD", None, None),
    "The fee is US$40.": ("US$40", 40, "USD", None, None),
    "The bill came to €3.2 billion.": ("€3.2 billion", 3_200_000_000, "EUR", None, None),
    "A ticket is £250.": ("£250", 250, "GBP", None, None),
    "The bridge cost more than $1.2bn.": ("$1.2bn", 1_200_000_000, "USD", None, "more than"),
    "It needs £3m.": ("£3m", 3_000_000, "GBP", None, None),
    "The dam took Rs 500 crore.": ("Rs 500 crore", 5_000_000_000, "INR", None, None),
    "They raised 5 million euros.": ("5 million euros", 5_000_000, "EUR", None, None),
    "The fine is 400 Norwegian kroner.": ("400 Norwegian kroner", 400, "NOK", None, None),
    "A bun is 50 pence.": ("50 pence", 0.5, "GBP", None, None),
    "Freight is A$20 a box.": ("A$20", 20, "AUD", None, None),
    "Freight is C$30 a box.": ("C$30", 30, "CAD", None, None),
    "Rent is ¥5,000.": ("¥5,000", 5_000, "JPY", None, None),
    "They dug a 300-metre tunnel.": ("300-metre", 300, "metre", None, None),
    "The 12,000-tonne ship sailed.": ("12,000-tonne", 12_000, "tonne", None, None),
    "The mast is 31 metres high.": ("31 metres", 31, "metre", None, None),
    "Gusts reached 90 km/h.": ("90 km/h", 90, "kilometre per hour", None, None),
    "Gusts reached 90 kilometres per hour.": ("90 kilometres per hour", 90, "kilometre per hour", None, None),
    "She made 14 knots.": ("14 knots", 14, "knot", None, None),
    "It was 30 degrees Celsius.": ("30 degrees Celsius", 30, "degree Celsius", None, None),
    "At dawn it was -5°C.": ("-5°C", -5, "degree Celsius", None, None),
    "The park covers 10 square kilometres.": ("10 square kilometres", 10, "square kilometre", None, None),
    "The farm is 40 hectares.": ("40 hectares", 40, "hectare", None, None),
    "The tank holds 900 cubic metres.": ("900 cubic metres", 900, "cubic metre", None, None),
    "The plant yields 60 MW.": ("60 MW", 60, "megawatt", None, None),
    "The village is half a mile away.": ("half a mile", 0.5, "mile", None, None),
    "He is 6 feet 6 inches tall.": ("6 feet 6 inches", 6.5, "foot", None, None),
    "A magnitude 6.4 earthquake struck.": ("6.4", 6.4, "magnitude", None, None),
    "The captain was aged 54.": ("54", 54, "year", None, None),
    "Marie Curie, 44, took the prize.": ("44", 44, "year", None, None),
    "A nine-year-old girl won.": ("nine-year-old", 9, "year", None, None),
    "The keeper is 54 years old.": ("54 years old", 54, "year", None, None),
    "They felled a 200-year-old oak.": ("200-year-old", 200, "year", None, None),
}  # fmt: skip

SHARES = {
    "The bill needs three-fifths of the vote.": ("three-fifths", 0.6, "fraction", None, None),
    "Four-fifths of the ice is gone.": ("Four-fifths", 0.8, "fraction", None, None),
    "More than half of the crew fell ill.": ("half", 0.5, "fraction", None, "More than"),
    "One in five voters stayed at home.": ("One in five", 0.2, "fraction", None, None),
    "Costs fell by a quarter.": ("a quarter", 0.25, "fraction", None, None),
    "The new hall is twice as wide.": ("twice", 2, "times", None, None),
    "The new hall is three times as wide.": ("three times", 3, "times", None, None),
    "Traffic grew tenfold.": ("tenfold", 10, "times", None, None),
}  # fmt: skip

RANGES = {
    "They run between 30 and 40 flights a day.": ("between 30 and 40 flights", (30, 40), None, "flights", None),
    "They run 30-40 flights a day.": ("30-40 flights", (30, 40), None, "flights", None),
    "About 30 to 40 per cent agreed.": ("30 to 40 per cent", (30, 40), "percent", None, "About"),
    "They need five to eight ships.": ("five to eight ships", (5, 8), None, "ships", None),
    "It may cost $1.5-2 billion.": ("$1.5-2 billion", (1_500_000_000, 2_000_000_000), "USD", None, None),
    "Pay is between $900 and $1,200.": ("between $900 and $1,200", (900, 1_200), "USD", None, None),
    "The home side won 3-1.": ("3-1", (3, 1), None, None, None),
    "It was a 2–1 defeat.": ("2–1", (2, 1), None, None, None),
}  # fmt: skip

VAGUE = {
    "Dozens of soldiers deserted.": ("Dozens of soldiers", None, None, "soldiers", None),
    "Hundreds were hurt.": ("Hundreds", None, None, None, None),
    "Tens of thousands of fans waited.": ("Tens of thousands of fans", None, None, "fans", None),
    "Several bridges were closed.": ("Several bridges", None, None, "bridges", None),
    "The repair took millions of dollars.": ("millions of dollars", None, "USD", None, None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*COUNTS.items(), *MEASURES.items(), *RANGES.items(), *VAGUE.items(), *SHARES.items()]
)
def test_a_figure_is_found_with_its_span_value_unit_noun_and_hedge(text: str, expected: Seen) -> None:
    assert expected in seen(text)


NOTHING = [
    "The B-52 landed beside an F-16 and an A320.", "Apollo 11 flew before Apollo 13.",
    "They took Highway 61 and a Boeing 737.",
    "An iPhone 4 runs Windows 95 and Mac OS X 10.6.", "Flight 574 left from Gate 12.",
    "He sleeps in Room 12, under No. 5.",
    "Article 7 stands on page 3 of chapter 2.", "The G20 met during COVID-19.",
    "He drove in Formula 1 and spoke on Channel 4.",
    "The third ship and the twenty-first century passed.", "One of them spoke, and no one answered.",
    "One day they met one another.",
    "It ended on 5 December 2024.", "It ran on December 5 and 6, and from 3 to 7 May.",
    "It opened at 6.15 p.m. and shut at 09:40 GMT.",
    "In 1969 and in the 1960s it stood, as in 1998-99.", "It took six months, then an eight-hour wait.",
    "Three days and six hours went by.",
    "He waited half an hour, then three quarters of an hour.", "Several days went by.", "Hundreds of years went by.",
    "He lives at 10 Downing Street.", "(1) Wash the rice.", "It happened in the first half of the game.",
    "The 24/7 shop was 50-50 on it.",
    "World War Two ended.", "It lasted five, six, seven years.", "From 2009 to 2011 it grew.",
    "Version 10.7 replaced it.",
    "The two agreed.", "He is number one.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_names_codes_dates_times_durations_and_pronouns_are_no_figures(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The canvas measures 40 by 55 centimetres.", ("40", 40, "centimetre", None, None)),
        ("A slab 3 m by 2.5 covers it.", ("2.5", 2.5, "metre", None, None)),
        ("The barn was 20 metres by nine.", ("nine", 9, "metre", None, None)),
        ("The pit is 90 metres long and up to 30 wide.", ("30", 30, "metre", None, "up to")),
        ("They agreed by 71 per cent to 29, to stop.", ("29", 29, "percent", None, None)),
        ("Huts stood at 60, 61 and 62 degrees.", ("60", 60, "degree", None, None)),
        ("It stood at -31 °C and then fell below -40, a record.", ("-40", -40, "degree Celsius", None, "below")),
        ("A temperature of 15 degrees below zero was read.", ("15 degrees below zero", -15, "degree", None, None)),
        ("Two men, aged 31 and 44, were held.", ("44", 44, "year", None, None)),
    ],
)
def test_a_unit_said_once_is_that_of_both_figures(text: str, expected: Seen) -> None:
    assert expected in seen(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The smith, who was then 51, agreed.", ("51", 51, "year", None, None)),
        ("Girls of eight, they said, spun there.", ("eight", 8, "year", None, None)),
        ("Nobody under eleven was hired.", ("eleven", 11, "year", None, "under")),
        ("Anyone over 61 may stay.", ("61", 61, "year", None, "over")),
        ("Ada was barely fifteen when she left.", ("fifteen", 15, "year", None, "barely")),
        ("The ditch was a metre and a half deep.", ("a metre and a half", 1.5, "metre", None, None)),
        ("They stole a kilogram of red lead.", ("a kilogram", 1, "kilogram", None, None)),
        ("He lost his farm and three-quarters of his herd.", ("three-quarters", 0.75, "fraction", None, None)),
        ("There was one walk-out that year.", ("one walk-out", 1, None, "walk-out", None)),
        ("He came back several times.", ("several times", None, "times", None, None)),
        ("Almost three in five were lame.", ("three in five", 0.6, "fraction", None, "Almost")),
        ("Only one in six was fit.", ("one in six", 1 / 6, "fraction", None, None)),
        ("The league lost barely 700 men.", ("700 men", 700, None, "men", "barely")),
    ],
)
def test_an_age_a_share_and_one_of_a_unit_are_figures(text: str, expected: Seen) -> None:
    span, value, *rest = expected
    assert (span, pytest.approx(value) if value is not None else None, *rest) in seen(text)


@pytest.mark.parametrize(
    "text", ["The hull has broken in two.", "Apples sell at £3 a kilogram of late.", "He ran a mile."]
)
def test_pieces_and_rates_are_no_counts(text: str) -> None:
    assert not [one for one in seen(text) if one[2] not in ("GBP",)]


def test_votes_for_and_against_are_two_figures() -> None:
    assert seen("It passed by 312 votes to 210.") == [
        ("312 votes", 312, None, "votes", None), ("210", 210, None, "votes", None),
    ]  # fmt: skip


def test_one_of_the_five_ships_counts_five_ships() -> None:
    assert seen("One of the five ships sank.") == [("five ships", 5, None, "ships", None)]


def test_what_rose_from_one_number_to_another_is_no_range() -> None:
    assert [found.value for found in mentions("Membership rose from 30 to 40 people.")] == [30, 40]


def test_a_number_that_ends_a_name_elsewhere_is_a_name_when_it_stands_alone() -> None:
    assert [found.value for found in mentions("The Boeing 787 is late. The 787 has 840 orders.")] == [840]


def test_an_airliner_is_a_name_wherever_boeing_is_spoken_of() -> None:
    assert seen("Boeing is late. Their new 787 aircraft is slow; the 787-9 holds more than the 747.") == []


def test_numbers_before_one_percent_sign_share_it() -> None:
    expected = [(1.5, "percent"), (3, "percent")]
    assert [(found.value, found.unit) for found in mentions("Both fell, by 1.5 and 3 percent.")] == expected


def test_a_line_break_within_a_figure_is_a_space() -> None:
    text = "The convoy met 27\n  Norwegian trawlers, and\npaid 5\r\nmillion euros."
    reading = read(Report("", text, (Passage(0, len(text), "paragraph"),)))
    found = [(text[found.start : found.end], found.value) for found in find_figures(reading)]
    assert found == [("27\n  Norwegian trawlers", 27), ("5\r\nmillion euros", 5_000_000)]


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_the_parse_finds_the_same_nouns_as_the_spelling(text: str, expected: Seen) -> None:
    reading = read(Report("", text, (Passage(0, len(text), "paragraph"),)))
    assert expected in [
        (text[found.start : found.end], found.value, found.unit, found.of, found.hedge)
        for found in find_figures(reading)
    ]


def test_a_count_may_follow_the_name_of_a_place() -> None:
    text = "In Sudan 300 people were rescued."
    reading = read(Report("", text, (Passage(0, len(text), "paragraph"),)))
    assert [(found.value, found.of) for found in find_figures(reading)] == [(300, "people")]


def test_plain_cents_are_of_the_one_currency_that_the_report_writes() -> None:
    assert [(found.value, found.unit) for found in mentions("It rose 20 cents to €3.")] == [(0.2, "EUR"), (3, "EUR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its roll lists 2,315 firms, up from 1,940 six years ago.", [(2315, None, "firms"), (1940, None, None)]),
        ("The yard went from 40 hulls in 1903 to 1.2 million rivets in 1911.",
         [(40, None, "hulls"), (1_200_000, None, "rivets")]),
        ("The new kiln burns a third more coal than the old.", [(0.333333333333, "fraction", None)]),
        ("The tide was half as high as usual.", [(0.5, "fraction", None)]),
        ("Half received a blanket.", [(0.5, "fraction", None)]),
        ("Half buried in sand, the wreck lay still.", []),
        ("The moon shifts by 2.5 seconds of arc.", [(2.5, "arcsecond", None)]),
        ("The clock fetched £7 10s and the lamp £2 5s 6d.", [(7.5, "GBP", None), (2.275, "GBP", None)]),
    ],
)  # fmt: skip
def test_numbers_are_told_from_what_stands_beside_them(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(found.value, found.unit, found.of) for found in mentions(text)] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Norway taxed the Norwegian mills. Each paid 900 kroner.", "NOK"),
        ("Norway and the Norwegian king met Denmark and the Danish queen. Each paid 900 kroner.", None),
        ("A French doctor lent them 900 francs.", None),
    ],
)
def test_money_of_a_common_name_is_of_the_one_country_told_of(text: str, unit: str | None) -> None:
    assert mentions(text)[-1].unit == unit


@pytest.mark.parametrize(
    "unit",
    ["$1,000,000 to ", "about ", "between 1 and ", "one in ", "a third of ", "1-", "one or two, ",
     "Boeing 737 ", "hundreds of ", "5 m ", "x", " ", "9", "\n1. ", "more than ", "twenty-one ",
     "rose from 1 to "],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert seconds(unit * (16_000 // len(unit))) < 10 * seconds(unit * (4_000 // len(unit))) + 0.2


def seconds(text: str) -> float:
    started = time.process_time()
    mentions(text)
    return time.process_time() - started


def read_in(text: str) -> list[tuple[str, object, str | None, str | None]]:
    """The figures of a parsed text: span, value, unit and noun."""
    found = find_figures(read(report_from_text(text)))
    return [(text[figure.start : figure.end], figure.value, figure.unit, figure.of) for figure in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The slug crept on at about 70 centimetres per second.",
            ("70 centimetres per second", 70, "centimetre per second", None),
        ),
        ("The air held 410 ppm of the gas.", ("410 ppm", 410, "part per million", None)),
        (
            "Lead stood between 12 and 30 parts per billion.",
            ("between 12 and 30 parts per billion", (12, 30), "part per billion", None),
        ),
        ("The bonus was 12,000 soles.", ("12,000 soles", 12_000, "PEN", None)),
        ("The master fixed the place as 51°28′ north.", ("51°28′ north", 51.4667, "degree", None)),
        ("The thirteen high arches had fallen.", ("thirteen high arches", 13, None, "arches")),
        ("After eight seasons they struck rock.", ("eight seasons", 8, None, "seasons")),
        ("Anna Berg, a nurse of 31 in Bergen, fell ill.", ("31", 31, "year", None)),
        ("All the victims were over 60.", ("60", 60, "year", None)),
        ("Two of my sisters live there.", ("Two", 2, None, "sisters")),
    ],
)
def test_rates_shares_of_a_million_ages_and_arcs_are_read_whole(text: str, expected: tuple[object, ...]) -> None:
    assert expected in read_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A 1936 agreement guaranteed four lanes, each 30 miles wide.",
            [("four lanes", 4, None, "lanes"), ("30 miles", 30, "mile", None)],
        ),
        ("The Beatrice, a two-masted schooner 90 feet long, sank.", [("90 feet", 90, "foot", None)]),
        (
            "Last year the town widened the road from 20 to 35 metres.",
            [("20", 20, "metre", None), ("35 metres", 35, "metre", None)],
        ),
        ("The jury of 12 met.", [("12", 12, None, None)]),
        ("A leader of 12 in Oslo spoke.", [("12", 12, None, None)]),
    ],
)
def test_years_masts_and_changes_lend_no_number(text: str, expected: list[object]) -> None:
    assert read_in(text) == expected
