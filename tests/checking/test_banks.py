"""What only a bank shows: where keys stand, what one question tells of another, twins, lines, a changed report."""

from collections.abc import Callable
from dataclasses import replace

from quizapp.checking import check_set, set_problems
from quizapp.questions import Question, QuestionSet
from quizapp.reports import Evidence
from tests.checking.cast import (
    FACTS,
    FALSEHOOD,
    GOOD,
    HOW_LONG,
    HOW_MANY,
    MAP,
    NUMERIC,
    REPORT,
    TRUE_FALSE,
    TYPED,
    WHEN,
    WHO_SAID,
    one_option,
    stem,
    texts,
)


def bank(size: int, key: Callable[[int], int]) -> list[Question]:
    return [
        replace(
            texts(WHO_SAID, *[f"Name {at} {letter}" for letter in "abc"], key=key(at)),
            id=f"q{at}",
            stem=f"Who led expedition {at}{at}?",
        )
        for at in range(size)
    ]


def value_bank(size: int, key: Callable[[int], int]) -> list[Question]:
    return [
        replace(
            texts(HOW_MANY, "260", "340", "420", key=key(at)),
            id=f"q{at}",
            stem=f"About how many seals lay on rock {at}{at}?",
        )
        for at in range(size)
    ]


def rules_of(questions: list[Question]) -> set[int]:
    return {found.problem.rule for found in set_problems(questions, REPORT, FACTS)}


def test_keys_in_one_position_are_caught_from_twenty_questions_on() -> None:
    assert 13 in rules_of(bank(20, lambda at: 1 if at % 5 else 0))
    assert rules_of(bank(19, lambda at: 1)) == set()
    assert rules_of(bank(30, lambda at: at % 3)) == set()


def test_statements_that_are_mostly_true_are_caught() -> None:
    many = [replace(TRUE_FALSE, id=f"q{at}", stem=f"Rock {at}{at} was bought by county {at}{at}.") for at in range(20)]
    assert 13 in rules_of(many)


def test_keys_of_one_rank_among_values_are_caught() -> None:
    assert 14 in rules_of(value_bank(20, lambda at: 1))
    assert 14 not in rules_of(value_bank(30, lambda at: at % 3))


def test_a_stem_that_gives_another_answer_away_is_caught_unless_they_are_enemies() -> None:
    [found] = set_problems([HOW_LONG, TYPED], REPORT, FACTS)
    assert (found.question, found.problem.rule, found.problem.field) == (TYPED.id, 33, "enemies")
    assert set_problems([HOW_LONG, replace(TYPED, enemies=(HOW_LONG.id,))], REPORT, FACTS) == []
    assert set_problems([replace(HOW_LONG, enemies=(TYPED.id,)), TYPED], REPORT, FACTS) == []


def test_a_question_asked_twice_is_caught() -> None:
    again = replace(WHEN, id="again", stem="When did the Maid of Orrin run aground near Skarvik?")
    [found] = set_problems([WHEN, again], REPORT, FACTS)
    assert (found.question, found.problem.rule) == ("again", 37)


def test_one_question_in_two_interactions_is_welcome_as_enemies() -> None:
    typed = replace(TYPED, id="typed", stem=WHEN.stem, accepted=("14 March 2019",))
    assert {found.problem.rule for found in set_problems([WHEN, typed], REPORT, FACTS)} == {37}
    assert set_problems([WHEN, replace(typed, enemies=(WHEN.id,))], REPORT, FACTS) == []


def test_good_questions_are_a_good_set() -> None:
    asked = [question for question in GOOD if question.id != FALSEHOOD.id]
    peaceful = [
        replace(question, enemies=(HOW_LONG.id,)) if question in (TYPED, MAP) else question for question in asked
    ]
    assert set_problems(peaceful, REPORT, FACTS) == []


def test_a_set_is_checked_with_the_lines_of_its_file() -> None:
    lines = ({"": 5, "stem": 7, "options.b": 12, "options.b.why": 14}, {"": 30, "stem": 31})
    broken = one_option(stem(WHEN, "When did she run aground off Skarvik?"), 1, why="")
    question_set = QuestionSet("Ferry", "report.md", REPORT.sha256, (broken, NUMERIC), lines, {"sha256": 3})
    assert [(found.line, found.rule) for found in check_set(question_set, REPORT, FACTS)] == [(7, 30), (14, 40)]


def test_a_changed_report_reopens_its_questions() -> None:
    question_set = QuestionSet("Ferry", "report.md", "0" * 64, (NUMERIC,), (), {"sha256": 3})
    assert [(found.line, found.rule) for found in check_set(question_set, REPORT, FACTS)] == [(3, 3)]
    assert check_set(replace(question_set, sha256=""), REPORT, FACTS) == []


def test_a_quote_that_is_not_in_the_report_breaks_rule_two() -> None:
    by_hand = replace(NUMERIC, evidence=(Evidence(-1, -1, "The council paid in gold."),))
    found = check_set(QuestionSet("Ferry", "report.md", "", (by_hand,)), REPORT, FACTS)
    assert [problem.rule for problem in found] == [2]
    assert found[0].message.startswith("Quote the report character for character")


def test_retired_questions_are_not_looked_at() -> None:
    retired = replace(one_option(WHEN, 1, why=""), status="retired")
    assert check_set(QuestionSet("Ferry", "report.md", "", (retired,)), REPORT, FACTS) == []
