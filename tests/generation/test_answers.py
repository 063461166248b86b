"""Which typed answers a question that was made accepts, and which options it offers."""

from quizapp.generation.generate import draft_every_question
from quizapp.questions import Question
from quizapp.reports import report_from_text

TAIL = " Iran has 31 provinces. London is a city in England."


def drafts(text: str) -> list[Question]:
    return [
        one
        for seed in range(3)
        for one in draft_every_question(report_from_text("News of the coast\n\n" + text + TAIL), seed)
    ]


def accepted(text: str, form: str) -> set[str]:
    return {spelling for one in drafts(text) if one.form == form for spelling in one.accepted}


def test_an_airfield_is_right_without_its_kind() -> None:
    assert "Gatow" in accepted("The first planes landed at Gatow airfield on 4 June 1951.", "cloze")


def test_a_sum_is_accepted_with_its_currency_in_words() -> None:
    spelled = accepted("In 1999, Marlow Council spent £420,000 on new banks near London.", "cloze")
    assert {"£420,000", "£420000", "420,000 pounds"} <= spelled


def test_noon_is_accepted_as_midday() -> None:
    assert "midday" in accepted("Colonel Per Holm surrendered Brekstad at noon on 3 May 1951.", "what-time")


def test_a_name_is_accepted_with_its_title() -> None:
    assert "Colonel Holm" in accepted("Colonel Per Holm surrendered Brekstad at noon on 3 May 1951.", "who")
