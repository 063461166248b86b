"""Figures of free-standing texts: read, rewritten in the same style, and how exact they are."""

import pytest

from quizapp.facts.fact import Number
from quizapp.facts.figure_texts import Figure, figure_text, parse_figure, uncertainty

READ: dict[str, Figure] = {
    "about 4,000": (4_000, None, None), "£2.5 million": (2_500_000, "GBP", None), "27 trawlers": (27, None, "trawlers"),
    "22 per cent": (22, "percent", None), "3": (3, None, None), "eight": (8, None, None), "one boat": (1, None, "boat"),
    "between 30 and 40": ((30, 40), None, None), "almost half": (0.5, "fraction", None),
    "$1.2bn": (1_200_000_000, "USD", None),
    "aged 54": (54, "year", None), "3-1": ((3, 1), None, None), "hundreds": (None, None, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_an_option_that_is_a_figure_is_read(text: str, expected: Figure) -> None:
    assert parse_figure(text) == expected


@pytest.mark.parametrize(
    "text", ["", "1969", "six months", "B-52", "Damascus", "December 6", "20 people and 3 dogs", "in the 1960s"]
)
def test_an_option_that_is_no_figure_is_not(text: str) -> None:
    assert parse_figure(text) is None


REWRITTEN: list[tuple[str, Number | tuple[Number, Number], str]] = [
    ("$6.4 million", 7_100_000, "$7.1 million"), ("$6.4 million", 1_300_000_000, "$1.3 billion"),
    ("$6.4 million", 900_000, "$900,000"),
    ("27 Norwegian trawlers", 31, "31 Norwegian trawlers"), ("27 Norwegian trawlers", 1, "1 Norwegian trawler"),
    ("eight", 5, "five"), ("one boat", 4, "four boats"), ("4 000 tonnes", 12_500, "12 500 tonnes"),
    ("1500 people", 2_300, "2300 people"),
    ("£3m", 7_500_000, "£7.5m"), ("22 per cent", 31, "31 per cent"), ("three-fifths", 0.75, "three-quarters"),
    ("one in five", 0.25, "one in four"), ("a dozen ships", 24, "two dozen ships"), ("50 pence", 0.7, "70 pence"),
    ("five million people", 8_000_000, "eight million people"),
    ("between 30 and 40 flights", (50, 60), "between 50 and 60 flights"),
    ("five to eight million", (6_000_000, 9_000_000), "six to nine million"), ("3-1", (4, 2), "4-2"),
    ("300-metre", 450, "450-metre"),
    ("25 kilometres per hour", 1, "1 kilometre per hour"), ("nine-year-old", 7, "seven-year-old"),
    ("twice", 3, "three times"),
    ("some 4,000 Iranian military personnel", 7_000, "some 7,000 Iranian military personnel"),
    ("Two children", 5, "Five children"), ("12 degrees below zero", -9, "9 degrees below zero"),
]  # fmt: skip


@pytest.mark.parametrize(("like", "value", "expected"), REWRITTEN)
def test_another_value_is_written_in_the_same_style(
    like: str, value: Number | tuple[Number, Number], expected: str
) -> None:
    assert figure_text(value, None, None, like) == expected


EXACTNESS: list[tuple[str, str | None, Number | tuple[Number, Number], float]] = [
    ("6.4 million", None, 6_400_000, 50_000), ("4,000", "some", 4_000, 500), ("4,000", None, 4_000, 0),
    ("27", None, 27, 0),
    ("5 million", None, 5_000_000, 500_000), ("£3m", None, 3_000_000, 500_000), ("7.5%", None, 7.5, 0.05),
    ("20 Syrian personnel", "around", 20, 5), ("a dozen", "about", 12, 6), ("30 to 40", "about", (30, 40), 5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hedge", "value", "expected"), EXACTNESS)
def test_a_figure_is_as_exact_as_its_last_digit(
    text: str, hedge: str | None, value: Number | tuple[Number, Number], expected: float
) -> None:
    assert uncertainty(text, hedge, value) == expected
