"""What stems may lean on: people and firms by name, times that can go, words that only another sentence explains."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.reports import report_from_text

TITLE = "The Kelmarsh Canal"


def stems(text: str, title: str = TITLE) -> list[str]:
    return [question.stem for question in draft_every_question(report_from_text(f"{title}\n\n{text}\n"), 0)]


def statements(text: str, title: str = TITLE) -> list[str]:
    return [stem.removeprefix(f"In “{title}”: ") for stem in stems(text, title)]


@pytest.mark.parametrize(
    "text",
    [
        "The survey ended in May 1807. The results were published in March 1808.",
        "Rust spread in 1997. In 1999 a new strain was spotted in Uganda.",
        "Eleven terns were tagged in 2007. Seven individuals followed the African coast.",
        "Neptune circles the Sun. Neptune takes nearly 165 years to do so.",
        "Members met at Kelmarsh in May 1804. Members in Kelmarsh voted by 91 to 84.",
        "Nine of the locks have yet to be rebuilt.",
    ],
)
def test_what_only_another_sentence_explains_is_left_unasked(text: str) -> None:
    leaning = ("results", "strain", "individuals", "do so", "91", "locks")
    assert not [stem for stem in stems(text) if any(word in stem for word in leaning)]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Kenya's Ruth Auma won the 38th Kelmarsh Marathon on Sunday in two hours and five minutes.",
         "Kenya's Ruth Auma won the 38th Kelmarsh Marathon in two hours and five minutes."),
        ("The lock failed in May 1811. Six minutes later 40 barges broke loose at Kelmarsh.",
         "40 barges broke loose at Kelmarsh."),
    ],
)  # fmt: skip
def test_a_time_that_the_text_does_not_settle_is_left_out_of_the_stem(text: str, statement: str) -> None:
    assert statement in statements(text)


def test_until_now_is_no_time_that_can_go() -> None:
    assert not [one for one in statements("Until Sunday 40 barges lay at Kelmarsh.") if "lay" in one]


def test_a_time_of_day_takes_no_day_from_the_sentence_before() -> None:
    text = "The Estrella left Coquimbo at 9.40 p.m. on 13 March 2019. The fire began in the hold at 3.15 a.m."
    assert not [stem for stem in stems(text) if "3.15 a.m. on" in stem or ("13 March" in stem and "fire" in stem)]


def test_a_hedged_count_of_days_is_no_date() -> None:
    text = "The siege began on 12 April 1949. Less than a month later the gates of Kelmarsh were opened by 40 men."
    assert not [stem for stem in stems(text) if "May 1949" in stem]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The campaign led to the foundation of a society in 1813. Two years later it approached 40 owners.",
         "campaign approached"),
        ("The cholera killed 6,000 people in 1853. It took 40 doctors to bring about change.", "cholera took"),
        ("The agreement was signed in 1494. Spain ratified it on 2 July 1494.", "Spain ratified Spain"),
        ("Queen Anna reigned for 29 years. Her court fed the poet Shota Orbeli. The Church made her a saint in 1210.",
         "Orbeli a saint"),
    ],
)  # fmt: skip
def test_a_pronoun_is_not_put_down_to_the_wrong_one(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem]


def test_it_goes_on_with_a_subject_over_what_stands_beneath_it() -> None:
    text = "The hoard was found in 1999 by workers laying a pipe. After a long quarrel it was bought in 2006 by Graz."
    assert "After a long quarrel the hoard was bought in 2006 by Graz." in statements(text)


def test_its_own_may_stay_where_the_subject_is_put_in_full() -> None:
    text = "Neptune was found in 1846. In 2011 it completed its first orbit."
    assert "In 2011, Neptune completed its first orbit." in statements(text)


def test_whom_the_title_names_she_goes_on_to_mean() -> None:
    text = (
        "Mary Penrose was born in 1799, one of ten children of a joiner and his wife, Molly. The cliffs were steep. "
        "Storms were common. The sea was near. She died of cancer on 9 March 1847."
    )
    assert any("Mary Penrose died" in one for one in statements(text, "Mary Penrose and the cliffs"))


def test_he_after_a_man_without_a_name_is_not_the_one_named_before() -> None:
    text = (
        "Bashar Lind lost power in Kelmarsh in 1924, as Bashar Lind had feared. Bashar Lind fled. A former officer "
        "told of a meeting in May 1924. He was summoned to Leeds by 40 men."
    )
    assert not [one for one in statements(text) if "Lind was summoned" in one]


def test_the_company_is_the_one_firm_just_named() -> None:
    text = "The order went to Airbus. The company employs 900 people."
    assert any("Airbus employs 900 people" in one for one in statements(text))


def test_the_company_of_two_is_neither() -> None:
    text = "The order went to Airbus and to Boeing. The company employs 900 people."
    assert not [one for one in statements(text) if "employs" in one]


def test_half_an_apposition_is_given_up() -> None:
    text = "Sir Thomas Bell, the mayor, roused from his bed by 40 men, looked at the flames of Kelmarsh in 1666."
    assert not [one for one in statements(text) if "the mayor looked" in one]


def test_a_title_is_said_where_the_subject_is_not_named_in_full() -> None:
    assert all(stem.startswith("In “") for stem in stems("Survivors sailed to Naples, Palermo and Catania in 1908."))


def test_they_are_not_the_churches_that_stood_in_the_sentence_before() -> None:
    text = (
        "On 1 November 1755 the churches of Kelmarsh were packed when the ground began to move at about 9:40 a.m. "
        "Three distinct shocks followed, lasting between six and nine minutes in all, and they opened fissures up to "
        "five metres wide."
    )
    assert not [stem for stem in stems(text) if "churches" in stem and "fissures" in stem]


def test_him_is_not_surely_another_than_the_general_whose_men_they_are() -> None:
    text = (
        "General Oreste Bardi had 17,700 men at Kelmarsh. Prime Minister Franco Crispi had cabled on 25 February 1896, "
        "and the general's four brigadiers pressed him to attack."
    )
    assert not [stem for stem in stems(text) if "Crispi to attack" in stem]


def test_he_is_not_the_rival_whom_a_sentence_on_the_norwegian_names() -> None:
    text = (
        "Captain Robert Falcon Scott sailed in June 1910. The Norwegian set up his base at Kelmarsh in January 1911, "
        "nearer the Pole than Scott's hut. On 19 October 1911 he set out again with four companions and 52 dogs."
    )
    assert not [stem for stem in stems(text) if "Scott" in stem and "52" in stem]


def test_nobody_cables_him_that_is_himself() -> None:
    text = "General Oreste Bardi waited at Kelmarsh. Prime Minister Franco Crispi cabled him on 25 February 1896."
    assert not [stem for stem in stems(text) if "cabled him" in stem or "cable him" in stem]
