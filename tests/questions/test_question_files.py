"""Files of questions: read safely, written readably, every problem with its line."""

import pytest

from quizapp.errors import Rejected
from quizapp.questions import QuestionSet, dump_set, load_set
from tests.checking.cast import GOOD

GOOD_SET = QuestionSet("A ferry", "report.md", "0f" * 32, GOOD)


def refusals(text: str) -> list[str]:
    with pytest.raises(Rejected) as refused:
        load_set(text, "set.yaml")
    return refused.value.problems


def test_a_file_is_the_same_after_reading_and_writing() -> None:
    text = dump_set(GOOD_SET)
    assert load_set(text, "set.yaml") == GOOD_SET
    assert dump_set(load_set(text, "set.yaml")) == text


def test_a_file_is_written_in_lines_that_people_can_read() -> None:
    lines = dump_set(GOOD_SET).splitlines()
    assert lines[:7] == [
        "title: A ferry",
        "report: report.md",
        f"sha256: {'0f' * 32}",
        "questions:",
        "  - id: choice-when",
        "    interaction: choice",
        "    form: when",
    ]
    assert "    pairs:" in lines
    assert "      - [a, d]" in lines
    assert max(map(len, lines)) <= 120
    assert not any("null" in line for line in lines)


def test_lines_of_questions_and_fields_are_known() -> None:
    text = dump_set(GOOD_SET)
    lines = text.splitlines()
    question_set = load_set(text, "set.yaml")
    assert question_set.line_of_set("sha256") == 3
    for index, question in enumerate(question_set.questions):
        assert lines[question_set.line_of(index) - 1] == f"  - id: {question.id}"
        assert question.stem[:20] in lines[question_set.line_of(index, "stem") - 1]
        for option in question.options:
            assert option.text[:20] in lines[question_set.line_of(index, f"options.{option.id}.text") - 1]
    assert question_set.line_of(0, "options.a.text.nowhere") == question_set.line_of(0, "options.a.text")


def test_every_problem_comes_with_file_line_and_field() -> None:
    text = (
        "title: T\nquestions:\n- interaction: numeric\n  topic: dates\n  stem: How many?\n  value: many\n"
        "- interaction: text\n  topic: x\n  stem: W\n"
    )
    assert refusals(text) == [
        "set.yaml:6: value: give a number here, in digits without separators.",
        "set.yaml:7: accepted: list at least one accepted spelling.",
        "set.yaml:8: topic: give one of people, places, figures, dates, sequence, speech.",
    ]


def test_two_questions_with_one_id_are_refused() -> None:
    question = "- {id: q, interaction: text, topic: dates, stem: W, accepted: [x]}\n"
    assert refusals(f"title: T\nquestions:\n{question}{question}") == [
        "set.yaml:4: id: give an id of its own: line 3 has q already."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("just words", 1),
        ("title: T", 1),
        ("title: T\nquestions: no", 2),
        ("title: [T\nquestions: []", 2),
        ("title: T\ntitle: U\nquestions: []", 2),
        ("title: &a T\nreport: *a\nquestions: []", 2),
        ("title: T\nquestions: " + "[" * 5000, 2),
        ("title: T\x00", 1),
        ("title: T\nquestions: []\nauthor: X", 3),
    ],
)
def test_what_is_no_question_set_is_refused_with_its_line(text: str, line: int) -> None:
    assert refusals(text)[0].startswith(f"set.yaml:{line}: ")


def test_tags_build_nothing() -> None:
    text = "title: !!python/object/apply:os.system ['true']\nquestions: []"
    assert refusals(text) == ["set.yaml:1: title: give a text here."]


def test_texts_need_no_quotation_marks() -> None:
    text = (
        "title: 1984\nquestions:\n- {interaction: true_false, topic: dates, stem: S,"
        " options: [{text: True, correct: yes}, {text: False}]}\n"
        "- {interaction: text, topic: dates, stem: When?, accepted: [1969, 2024-12-05, null, 1.50]}\n"
    )
    assert refusals(text) == ["set.yaml:4: accepted.2: give a text here."]
    question_set = load_set(text.replace(" null,", ""), "set.yaml")
    assert question_set.title == "1984"
    assert [option.text for option in question_set.questions[0].options] == ["True", "False"]
    assert question_set.questions[1].accepted == ("1969", "2024-12-05", "1.50")
