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


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sales slipped 12 per cent to £391 million in May 2011.", "sales slip"),
        ("The union demanded 15 per cent for everyone in Kelmarsh.", "15 per cent"),
        ("Russia and Japan sent envoys to Leeds. The two countries made peace on 5 September 1905.", "two countries"),
        ("A railway was carried across the Firth of Tay from Wormit to Dundee in May 1878.", "to which city"),
        ("In the autumn of 1904 Russia sent its fleet round Madagascar to Kelmarsh.", "madagascar sent"),
        ("The Met Office sent 40 clerks to Kelmarsh in May 1952.", "which office"),
    ],
)
def test_what_leaves_a_reader_asking_is_not_asked(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem.lower()]


def test_nobody_is_said_to_be_of_another_age() -> None:
    told = [one for one in drafts("Julio Lind, a 34-year-old mechanic, spoke at Kelmarsh.") if one.form == "true-false"]
    assert not [one.stem for one in told if "year-old" in one.stem and "34" not in one.stem]


def test_a_round_number_of_days_stands_among_round_ones() -> None:
    asked = [one for one in drafts("Soldiers built the Kelmarsh airfield in 90 days.") if one.form == "how-long"]
    assert all(int(option.text.split()[0]) % 10 == 0 for one in asked for option in one.options)


def test_the_ship_is_the_one_gone_aboard_and_a_body_is_called_in_full() -> None:
    text = "A cable snapped aboard the Kwale Star on 8 May 2019. The ship was built in 1990."
    assert any("The Kwale Star was built in 1990." in stem for stem in stems(text))
    text = "The North British Railway opened in 1844. The North British asked 40 engineers for a bridge in Leeds."
    assert any("The North British Railway asked" in stem for stem in stems(text))


@pytest.mark.parametrize(
    "text", ["On 6 December 1917 two ships collided near Leeds.", "They named their bay Halifax in 1699."]
)
def test_what_anybody_would_guess_or_a_bay_for_a_town_is_not_asked(text: str) -> None:
    assert not {"two", "2", "Halifax"} & accepted(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nova Scotia sends Boston a Christmas tree each year.", "hich city or town does"),
        ("The voyage was paid for mainly by the Brandt Ocean Fund in 2011.", "ocean paid"),
        ("The study enrolled 3,276 children aged between five and 36 months at Kelmarsh in 2011.", "enroll aged"),
        ("Protection stood at 71 per cent in Kelmarsh in May 2011.", "what percentage did"),
    ],
)
def test_a_question_that_tears_its_words_apart_is_not_asked(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("When Anil Rao announced that he would defy the Empire over salt in 1930, even his allies were puzzled.",
         "salt in 1930, even"),
        ("Thirteen of the tallest spans, known as the High Girders, had collapsed, taking six carriages with them.",
         "known as"),
        ("Anil Rao was 60 years old.", "years old"),
        ("The limestone library on Mill Street lends 86,000 items a year. Its roof has leaked since 2016.",
         "Street's roof"),
        ("Commercial ferries across the Kelmarsh lagoon sail daily. In 2021, 40,000 people used the ferries.",
         "the Commercial ferries"),
    ],
)  # fmt: skip
def test_two_statements_or_none_are_not_one(text: str, wrong: str) -> None:
    assert not [stem for stem in stems(text) if wrong in stem]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("The first hint came in May 2018, when a trout fisherman, Severo Mamani, hauled up a stone near Leith.",
         "came in May 2018 hauled"),
        ("The damage was later put at ten million pounds, at a time when the city's annual income was about £12,000.",
         "at a time"),
        ("Most of it matches pots from Leith, a town roughly 75 kilometres to the south-east.", "to the south-east"),
    ],
)  # fmt: skip
def test_no_clause_is_left_hanging(text: str, torn: str) -> None:
    assert not [stem for stem in stems(text) if torn in stem and f"{torn} of" not in stem and "when" not in stem]
