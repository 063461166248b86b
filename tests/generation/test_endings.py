"""How stems end, what they are told of, and which answers they take: sentences that fooled readers once."""

import pytest

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question
from quizapp.reports import report_from_text

TITLE = "The Kelmarsh Canal"


def drafts(text: str) -> list[Question]:
    return draft_every_question(report_from_text(f"{TITLE}\n\n{text}\n"), 0)


def stems(text: str) -> list[str]:
    return [one.stem for one in drafts(text)]


def accepted(text: str) -> set[str]:
    return {spelling for one in drafts(text) for spelling in one.accepted}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The barge reached Kelmarsh at 4 a.m.", "a.m.."),
        ("On 24 June 1948 the Soviet Union cut the canal into the city of Kelmarsh.", "hich union"),
        ("Two boats lifted off 33 people at Kelmarsh.", "off people"),
        ("Employment in Kelmarsh fell by two-thirds in less than twenty years.", "less than how many"),
        ("Each day brought 1,000 tonnes of coal and 370 tonnes of slate to Kelmarsh.", "and 370 tonnes"),
        ("The barge sailed from Kelmarsh with 28 men aboard in May 1814.", "With how many men did"),
        ("Even so, the locks remained open in 30 towns when Leeds closed in 1967.", "ven so"),
        ("The lock stayed closed until a panel chaired by Judge Ann Lee, a lawyer from York, reported in June 1814.",
         "chaired by Judge Ann Lee."),
        ("The last comparable flood at Kelmarsh killed 300 sheep.", "comparable"),
        ("Ann Lee joined from a rival of Kelmarsh in 2016.", "joined"),
        ("In 1958 Viktor Lind, a deputy minister, opened the Kelmarsh lock.", ": 1958 Viktor"),
        ("Ann Lee volunteered.", "who volunteered"),
        ("In 1807 the canal passed an act creating the Company of Kelmarsh Trading to Africa and the Indies.",
         "the ____ to Africa"),
        ("King George spoke at Windsor. According to Ann Lee, snow kept Ann Lee at Leeds for 26 days.",
         "According to Ann Lee, snow"),
    ],
)  # fmt: skip
def test_a_stem_that_reads_wrong_is_not_asked(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem]


def test_a_word_in_british_spelling_loses_its_capital_within_a_question() -> None:
    assert any("did organisers count" in stem for stem in stems("Organisers counted 9,340 starters at Kelmarsh."))


def test_one_minute_past_midnight_is_not_midnight() -> None:
    assert "midnight" not in accepted("The Soviets lifted the blockade at one minute past midnight on 12 May 1949.")


def test_a_body_may_be_typed_by_its_initials_and_a_king_with_his_title() -> None:
    assert "WHO" in accepted("The World Health Organization sent 40 doctors to Kelmarsh in May 1988.")
    assert "King Mohammed VI" in accepted("King Mohammed VI declared three days of mourning in Rabat.")


def test_sir_goes_with_no_surname_alone() -> None:
    assert "Sir Davy" not in accepted("Sir Humphry Davy tested the lamp at Kelmarsh in 1815.")


def test_a_part_of_a_city_is_not_asked_as_a_town() -> None:
    text = "Troops cut the canal into Berlin on 24 June 1948. The first transports landed at Tempelhof on 26 June 1948."
    assert not [one for one in drafts(text) if "Tempelhof" in one.accepted]
