"""Plain text: which of its lines are what."""

from datetime import date

import pytest

from quizapp.reports import Report, report_from_text
from quizapp.reports.plain import read_full_date


def passages_of(report: Report) -> list[tuple[str, str]]:
    return [(passage.kind, report.text[passage.start : passage.end]) for passage in report.passages]


def kinds_of(text: str) -> list[tuple[str, str]]:
    return passages_of(report_from_text(text))


def test_a_title_a_dateline_paragraphs_and_items_are_told_apart() -> None:
    text = (
        "Ferry runs aground off Skye\n\n12 May 2019\n\nA ferry ran aground on Sunday. Nobody was hurt.\n\n"
        "What is known\n\n- The ferry is 40 years old.\n- It carried 61 people.\n"
    )
    assert kinds_of(text) == [
        ("heading", "Ferry runs aground off Skye"),
        ("dateline", "12 May 2019"),
        ("paragraph", "A ferry ran aground on Sunday. Nobody was hurt."),
        ("heading", "What is known"),
        ("item", "The ferry is 40 years old."),
        ("item", "It carried 61 people."),
    ]
    report = report_from_text(text)
    assert (report.title, report.published) == ("Ferry runs aground off Skye", date(2019, 5, 12))


def test_the_text_is_left_alone_to_the_last_newline() -> None:
    text = "\r\n  Bees return \r\n\r\n\tThe bees came back in May.\r\nThey left in June.  \r\n\n"
    report = report_from_text(text)
    assert report.text == text
    words = [words for _, words in passages_of(report)]
    assert words == ["Bees return", "The bees came back in May.", "They left in June."]


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    text = (
        "The observatory on the hill was closed in the winter of 1911 because\n"
        "Captain Ellery Moss and his two assistants had left it for the coast,\n"
        "where the sky was clearer. It never opened again, and the dome was\n"
        "taken down for its copper.\n"
        "\n"
        "Its lens went to a school.\n"
    )
    assert [words.count("\n") for kind, words in kinds_of(text) if kind == "paragraph"] == [3, 0]


def test_lines_of_a_narrow_column_are_one_paragraph() -> None:
    text = (
        "The old mill at Harrow was\nsold on Friday to the Oxley\nTrust, which will open it\nto visitors next spring,\n"
        "Mayor Anna Lindqvist said.\nThe price was not given by\nLindqvist or by the Oxley\nTrust on Friday evening.\n"
    )
    assert kinds_of(text)[0][1].endswith("Lindqvist said.")
    assert len(kinds_of(text)) == 2


def test_a_line_that_ends_with_an_abbreviation_goes_on() -> None:
    text = "The reservoir was opened after eleven years of work by Dr.\nMiriam Adeyemi, who had drawn its first plan.\n"
    assert len(kinds_of(text)) == 1


def test_a_wrapped_line_that_begins_with_a_number_is_no_list_item() -> None:
    text = "The committee of the harbour will meet about the crane on May\n12. The crane fell into the dock.\n"
    assert [kind for kind, _ in kinds_of(text)] == ["paragraph"]


def test_a_long_title_stays_apart_from_the_line_below_it() -> None:
    title = "Harbour board puts off its vote on the new crane until the summer"
    body = "Members of the board could not agree on Tuesday, and their vote will be held in July. " * 2
    assert kinds_of(f"{title}\n{body.strip()}")[0] == ("heading", title)


def test_captions_are_not_sentences() -> None:
    text = "Storm over Bute\n\nThe storm broke at noon.\n\nPhoto: a boat at Rothesay.\n\nSource: the log.\n"
    assert [kind for kind, _ in kinds_of(text)] == ["heading", "paragraph", "caption", "caption"]
    assert [passage.bears_sentences for passage in report_from_text(text).passages] == [False, True, False, False]


def test_bullets_and_numbers_are_left_out_of_their_items() -> None:
    text = "Three things changed:\n\n• the fare,\n* the timetable,\n1. the colour of the seats.\n(b) the name.\n"
    items = [words for kind, words in kinds_of(text) if kind == "item"]
    assert items == ["the fare,", "the timetable,", "the colour of the seats.", "the name."]


def test_marks_of_headings_are_left_out_of_them() -> None:
    assert kinds_of("# Rain at last\n\nIt rained for six days.\n")[0] == ("heading", "Rain at last")


def test_lines_without_a_letter_say_nothing() -> None:
    assert [words for _, words in kinds_of("Rain\n\n* * *\n\n=====\n\nIt rained for six days.\n")] == [
        "Rain",
        "It rained for six days.",
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("5 March 2025", date(2025, 3, 5)),
        ("*Published 5 March 2025*", date(2025, 3, 5)),
        ("Published: March 5th, 2025", date(2025, 3, 5)),
        ("Updated on Wednesday, 5 March 2025", date(2025, 3, 5)),
        ("2025-03-05", date(2025, 3, 5)),
        ("Lagos, 5 March 2025", date(2025, 3, 5)),
        ("Wednesday, March 5, 2025 at 9:40 am", date(2025, 3, 5)),
        ("5 March 2025, 14:05 GMT", date(2025, 3, 5)),
    ],
)
def test_a_line_that_is_a_date_is_when_the_report_was_published(line: str, day: date) -> None:
    report = report_from_text(f"Market day\n\n{line}\n\nThe market opened late.\n")
    assert report.published == day
    assert report.passages[1].kind == "dateline"


def test_a_story_may_open_with_its_place_and_date() -> None:
    report = report_from_text("Market day\n\nLAGOS, 5 March 2025 — The market opened late on Tuesday.\n")
    assert report.published == date(2025, 3, 5)
    assert passages_of(report)[1:] == [
        ("dateline", "LAGOS, 5 March 2025"),
        ("paragraph", "The market opened late on Tuesday."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Loss of the Aurelia, 15 April 1912\n\nThe ship sank at night.\n",
        "The Aurelia\n\nThe ship sank on 15 April 1912.\n",
        "The Aurelia\n\n31 February 2025\n\nThe ship sank at night.\n",
        "One\n\nTwo lines stand here.\n\nThree lines stand here.\n\nFour lines stand here.\n\n15 April 1912\n",
    ],
)
def test_a_date_elsewhere_is_not_when_the_report_was_published(text: str) -> None:
    assert report_from_text(text).published is None


def test_what_the_caller_knows_goes_before_the_dateline() -> None:
    assert report_from_text("Rain\n\n5 March 2025\n\nIt rained.\n", date(2025, 3, 6)).published == date(2025, 3, 6)


def test_a_report_without_a_heading_is_titled_by_its_first_words() -> None:
    report = report_from_text("The bakery on the corner of Mill Lane, which had been open for a year, closed.")
    assert report.title == "The bakery on the corner of Mill Lane, which had…"


def test_dates_that_no_calendar_has_are_none() -> None:
    assert [read_full_date(text) for text in ("30 February 2020", "1 June 0000", "13 Marchember 2020")] == [None] * 3


def test_a_text_without_paragraphs_is_cut_after_its_sentences() -> None:
    text = "The lamp was lit at dusk, and the keeper of the tower slept until dawn. " * 300
    pieces = [words for _, words in kinds_of(text)]
    assert " ".join(pieces) == text.strip()
    assert len(pieces) > 5 and all(piece.endswith("dawn.") and len(piece) <= 4_000 for piece in pieces)


@pytest.mark.parametrize("text", ["lamp " * 5_000, "l" * 25_000, "l" * 4_001, ("l" * 999 + "\t" * 3_500) * 3])
def test_a_text_without_sentences_is_cut_too(text: str) -> None:
    pieces = [words for _, words in kinds_of(f"{text} lit.")]
    assert "".join("".join(pieces).split()) == "".join(text.split()) + "lit."
    assert all(len(piece) <= 4_000 and piece == piece.strip() for piece in pieces)
