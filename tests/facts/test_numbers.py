"""Numerals in digits and words."""

import time

import pytest

from quizapp.facts.numbers import in_words, numerals, parse_number

VALUES = {
    "27": 27, "twenty-seven": 27, "Twenty seven": 27, "one hundred and four": 104, "a hundred": 100, "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6, "half a million": 500_000, "two and a half million": 2_500_000, "6.4 million": 6_400_000,
    "1.2bn": 1_200_000_000,
    "4,000": 4_000, "4 000": 4_000, "4\u2009000": 4_000, "4\u00a0000": 4_000, "12,345.67": 12_345.67, "3½": 3.5,
    "fifteen hundred": 1_500,
    "two thousand and five": 2_005, "one million two hundred thousand": 1_200_000, "500 crore": 5_000_000_000,
    "zero": 0,
    "ninety-nine thousand nine hundred and ninety-nine": 99_999, "a hundred and fifty": 150,
    "three billion": 3_000_000_000, "0.75": 0.75,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_a_numeral_has_the_value_that_it_says(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "ships", "five and six", "two two", "B-52", "1" * 5_000, "hundred hundred ships"])
def test_what_is_not_one_numeral_has_no_value(text: str) -> None:
    assert parse_number(text) is None


def test_numbers_that_are_only_neighbours_stay_apart() -> None:
    assert [numeral.value for numeral in numerals("five and six, seven or eight, one two")] == [5, 6, 7, 8, 1, 2]


@pytest.mark.parametrize("value", [0, 7, 13, 40, 99, 100, 101, 110, 999, 1_000, 1_001, 27_104, 250_000, 999_999])
def test_a_number_written_in_words_is_read_back(value: int) -> None:
    assert parse_number(in_words(value)) == value


@pytest.mark.parametrize("unit", ["one ", "1 ", "1,000,", "twenty-", "million ", "a hundred and ", "9", "½", "1 000 "])
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * (16_000 // len(unit))
    started = time.process_time()
    assert sum(1 for _ in numerals(text)) < len(text)
    assert time.process_time() - started < 2
