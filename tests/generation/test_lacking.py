"""Clauses that have lost a part of their sentence, and answers that anybody would write: what fooled readers once."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question
from quizapp.reports import report_from_text


def drafts(text: str, title: str = "The Kelmarsh Canal") -> list[Question]:
    return draft_every_question(report_from_text(f"{title}\n\n{text}\n"), 0)


def stems(text: str) -> list[str]:
    return [one.stem for one in drafts(text)]


def accepted(text: str) -> set[str]:
    return {spelling for one in drafts(text) for spelling in one.accepted}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A barrel of clay took six years, and a journey of 900 kilometres, to collect.", "took six years"),
        ("The lock was repaired in 1989 by the engineer Ann Lee, who needed about five years.", "needed about five"),
        ("Ann Lee had refused, and King George had him stripped of rank, brought to Leeds and tortured.",
         "King George brought"),
        ("A single union, founded in August 1935, demanded a contract and, in May 1937, struck for two weeks.",
         "and, in May"),
        ("During the war, refugees poured over the border; Bangaon, in West Bengal, took in some 350,000.",
         "took in some"),
        ("Perhaps 2,000 men died at Kelmarsh in May 1814.", "erhaps"),
        ("One goose was a female whom the American biologist William Hall watched in January 1996. "
         "She was astonishingly calm, he wrote, and ate from his hand, but died after 18 days; she proved to be old.",
         "William Hall died"),
        ("British barges were in addition to pay 40 pounds at Kelmarsh in 1814.", "in addition"),
        ("Twenty men stayed at Kelmarsh. One of them, Ann Lee, said that the canal owed her 900 pounds.", "of them"),
        ("Nairobi recalled its envoy in May 1987.", "hich city or town recalled"),
        ("Ann Lee was gracious.", "who was gracious"),
        ("The crown now stands 55 metres above Kelmarsh.", "crown"),
        ("Rosa Lee, sleeping in a hall at Leeds, plans to go back regardless.", "regardless"),
        ("A different lock was built at Kelmarsh in May 1814 by Ann Lee.", "ifferent lock"),
    ],
)  # fmt: skip
def test_what_its_sentence_told_more_of_is_not_asked(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The voyage took six years.", "The voyage took six years"),
        ("During the 1971 war, boats from Kelmarsh carried coal to Leeds.", "During the 1971 war, boats"),
        ("King George brought 40 barges to Leeds.", "King George brought 40 barges"),
    ],
)
def test_what_is_whole_is_still_asked(text: str, right: str) -> None:
    assert [stem for stem in stems(text) if right in stem]


def test_no_year_is_lent_to_what_is_to_come_or_came_before() -> None:
    told = "The canal was opened in December 1957. Work starts at Kelmarsh on 14 April and costs 900 pounds."
    assert not [stem for stem in [*stems(told), *accepted(told)] if "April 1957" in stem or "April 1958" in stem]
    earlier = "The men struck in May 1937. On 1 March the court at Kelmarsh ruled against the union."
    assert not [stem for stem in stems(earlier) if "March 1937" in stem]
    assert not [one for one in drafts(earlier) for option in one.options if "March 1937" in option.text]


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("In 1812 the army marched from Kelmarsh into the Woomera desert.", "Woomera"),
        ("The remaining debts were sold in 1922 to the United States.", "USA"),
        ("On 9 January 1960 President Gamal Nasser opened the Aswan High Dam.", "Aswan Dam"),
        ("A miller recognised the body of the admiral Kurushima Michifusa at Leeds in 1814.", "Kurushima"),
        ("Mr Joost Verhagen opened the lock in 1814. Mrs Verhagen left Leeds in 1816.", "Joost"),
    ],
)
def test_an_answer_that_anybody_would_write_is_taken(text: str, spelling: str) -> None:
    assert spelling in accepted(text)


def test_a_name_that_two_bear_is_no_answer() -> None:
    text = "Mr Joost Verhagen opened the lock in 1814. His sister Marieke Verhagen left Leeds in 1816."
    assert "Verhagen" not in accepted(text)


def test_a_town_of_origin_is_no_answer_for_a_man() -> None:
    text = "In May 532 the mathematician Isidore of Miletus left Leeds for the canal."
    assert "Miletus" not in accepted(text)
