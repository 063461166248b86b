"""Every rule catches the mutation that breaks it, and good questions break none."""

from dataclasses import replace

import pytest

from quizapp.checking import flags, problem_document, problems
from quizapp.checking.rules import FOR_PEOPLE, RULES, SET_RULES
from quizapp.questions import Option, Question
from quizapp.reports import Evidence
from tests.checking.cast import (
    CLOZE,
    FACTS,
    FALSEHOOD,
    GOOD,
    HOW_LONG,
    HOW_MANY,
    MAP,
    MATCHING,
    NUMERIC,
    ORDERING,
    REPORT,
    TRUE_FALSE,
    TYPED,
    WELDED,
    WHEN,
    WHO_SAID,
    one_option,
    span,
    stem,
    texts,
)

BLOCKING: list[tuple[int, Question]] = [
    (1, texts(WHEN, "15 March 2019", "3 June 2020", "9 September 2020", key=0)),
    (1, replace(NUMERIC, value=6.9)),
    (1, replace(WELDED, facts=(), value=95)),
    (1, replace(TYPED, accepted=("Ole Hansen",))),
    (1, replace(ORDERING, order=("b", "d", "c", "a"))),
    (1, replace(MAP, place=replace(MAP.place, latitude=51.5))),  # type: ignore[type-var]
    (2, replace(WHEN, evidence=(Evidence(10, 20, "nothing of"),))),
    (2, replace(NUMERIC, evidence=())),
    (2, one_option(ORDERING, 0, evidence=(Evidence(0, 5, "Harra"),))),
    (4, stem(WHEN, "When did the Maid of Orrin run aground off Tórshavn?")),
    (4, stem(HOW_LONG, "How long did Captain Edda Lund take in the Solan with 17 sailors?")),
    (5, one_option(WHEN, 1, correct=True)),
    (5, one_option(TRUE_FALSE, 0, correct=False)),
    (5, texts(WHEN, "March 2019", "14 March 2019", "9 September 2020", key=1)),
    (5, replace(MATCHING, pairs=(("a", "d"), ("b", "d")))),
    (6, replace(texts(WHO_SAID, "Ada Quill", "Tomas Reid", "Edda Lund", key=0), stem="Who rebuilt engines at Leith?")),
    (7, texts(WHEN, "14 March 2019", "3 June 2020", "June 3, 2020", key=0)),
    (7, one_option(ORDERING, 1, text="A new terminal opened at Skarvik")),
    (8, texts(WHEN, "14 March 2019", "June 2020", "3 June 2020", key=0)),
    (8, texts(MAP, "Bergen", "Leith", "Leith harbour", key=0)),
    (9, texts(WHEN, "14 March 2019", "3 June 2020", "Skarvik", key=0)),
    (9, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "Skarvik", key=0)),
    (9, stem(NUMERIC, "How many million did the council of Orrin County pay for the Solan?")),
    (10, texts(WHEN, "14 March 2019", "June 2020", "9 September 2020", key=0)),
    (10, texts(HOW_MANY, "300", "345", "418", key=1)),
    (10, texts(HOW_MANY, "260.5", "340", "420", key=1)),
    (11, texts(WHO_SAID, "Captain Edda Lund", "Tomas Reid", "Ada Quill", key=0)),
    (11, texts(HOW_MANY, "about 260", "340", "420", key=1)),
    (11, texts(WHEN, "14 March 2019", "June 3, 2020", "9 September 2020", key=0)),
    (12, texts(WHO_SAID, "Edda Margaretha Lund", "Tomas Reid", "Ada Quill", key=0)),
    (14, texts(WHEN, "3 June 2020", "14 March 2019", "9 September 2020", key=1)),
    (15, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "None of the above", key=0)),
    (15, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "All of these", key=0)),
    (16, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "Both A and B", key=0)),
    (16, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "A and B only", key=0)),
    (17, stem(WHO_SAID, "Which of the following statements is true?")),
    (
        17,
        texts(
            WHO_SAID, "Edda Lund was the captain.", "Tomas Reid was the captain.", "Ada Quill was the captain.", key=0
        ),
    ),
    (18, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "Ada Quill, always", key=0)),
    (19, texts(HOW_MANY, "many", "340", "420", key=1)),
    (19, texts(HOW_MANY, "several dozen", "340", "420", key=1)),
    (20, stem(WHO_SAID, "Who did not say that “the island breathes again”?")),
    (20, stem(TRUE_FALSE, "The council of Orrin County never bought the Solan.")),
    (21, stem(WHO_SAID, "Which member of the Lund family said that “the island breathes again”?")),
    (22, texts(stem(WHO_SAID, "What did Tomas Reid mend on the Solan?"), "hull", "engines", "quay", key=1)),
    (22, texts(stem(WHO_SAID, "The Solan was bought with a:"), "loan", "endowment", "grant", key=1)),
    (
        23,
        texts(
            WHO_SAID,
            "northern fishing fleet",
            "northern ferry crew",
            "southern fishing crew",
            "eastern island fleet",
            key=0,
        ),
    ),
    (24, texts(WHO_SAID, "Edda Lund", "Tomas Reid", "pier 9", key=0)),
    (25, stem(WHEN, "When and where did the Maid of Orrin run aground?")),
    (25, stem(WHEN, "When did the Maid of Orrin run aground? Who was aboard?")),
    (25, stem(CLOZE, "A new ____ opened at ____ on 2 May 2023.")),
    (25, stem(TYPED, "The captain of the Solan from Bergen to Skarvik")),
    (26, stem(TYPED, "Who took the Solan from ____ to Skarvik?")),
    (26, stem(CLOZE, "At ____ a new terminal opened on 2 May 2023.")),
    (30, stem(WHEN, "When did she run aground off Skarvik?")),
    (30, stem(WHO_SAID, "Who said that the officer sailed the Solan?")),
    (30, stem(HOW_LONG, "How long did Captain Edda Lund take to sail there?")),
    (30, one_option(ORDERING, 1, text="He ran the Maid of Orrin aground.")),
    (31, stem(WHEN, "When did the Maid of Orrin run aground last year?")),
    (31, stem(TRUE_FALSE, "The council of Orrin County bought the Solan three months later.")),
    (31, stem(TRUE_FALSE, "The council of Orrin County bought the Solan on Friday.")),
    (31, one_option(ORDERING, 1, text="The Maid of Orrin ran aground the next morning.")),
    (32, stem(WHEN, "According to the article, when did the Maid of Orrin run aground?")),
    (32, stem(WHEN, "When, in the text, did the Maid of Orrin run aground?")),
    (33, stem(TYPED, "Who, as Edda Lund recalls, took the Solan from Bergen to Skarvik?")),
    (33, stem(WELDED, "According to Tomas Reid, at least how many of the 120 welds were renewed?")),
    (34, stem(HOW_MANY, "How many people did fishing boats take off the Maid of Orrin?")),
    (34, stem(WELDED, "At least how many welds were renewed?")),
    (34, stem(WELDED, "According to Tomas Reid, how many welds were renewed?")),
    (35, stem(TYPED, "Who is currently captain of the Solan?")),
    (
        38,
        stem(
            WHEN,
            "When did incontrovertible organisational miscalculation necessitate extraordinary alternatives?",
        ),
    ),
    (40, one_option(WHEN, 1, why="")),
    (40, one_option(WHEN, 1, why="Wrong!")),
    (40, one_option(WHEN, 1, why=WHEN.options[2].why)),
]
FLAGGED: list[tuple[int, Question]] = [
    (4, replace(TYPED, evidence=(span("About 340 passengers were taken off by fishing boats."),))),
    (5, texts(MAP, "Bergen", "Leith", "Skarvik", key=0)),
    (
        6,
        replace(
            texts(WHO_SAID, "Ada Quill", "Tomas Reid", "Edda Lund", key=0),
            stem="Who rebuilt the Solan engines at Leith?",
        ),
    ),
    (22, stem(CLOZE, "A new terminal opened on 2 May 2023 at a ____.")),
    (
        27,
        stem(
            WHEN, " ".join(["When did the Maid of Orrin run aground off Skarvik", *["and drift on the sea"] * 4]) + "?"
        ),
    ),
    (28, texts(HOW_MANY, "340", "34,000", "85,000", key=0)),
    (29, stem(WHEN, "When did the the Maid of Orrin run aground ?")),
    (29, replace(TYPED, accepted=("the captain of the new ferry",))),
    (30, stem(WHEN, "When did the Maid of Orrin hit the skerry?")),
    (35, stem(TYPED, "Who is captain of the Solan?")),
    (36, stem(TYPED, "Who was killed on the Maid of Orrin?")),
]


def ids(mutations: list[tuple[int, Question]]) -> list[str]:
    return [f"{rule}-{question.id}-{at}" for at, (rule, question) in enumerate(mutations)]


@pytest.mark.parametrize("question", GOOD, ids=[question.id for question in GOOD])
def test_a_good_question_breaks_no_rule(question: Question) -> None:
    assert problems(question, REPORT, FACTS) == []


@pytest.mark.parametrize(("rule", "question"), BLOCKING, ids=ids(BLOCKING))
def test_a_mutation_is_caught_under_the_number_of_its_rule(rule: int, question: Question) -> None:
    assert rule in {problem.rule for problem in problems(question, REPORT, FACTS)}


@pytest.mark.parametrize(("rule", "question"), FLAGGED, ids=ids(FLAGGED))
def test_what_a_person_should_see_is_flagged_and_does_not_block(rule: int, question: Question) -> None:
    assert rule in {problem.rule for problem in flags(question, REPORT, FACTS)}
    assert all(problem.level == "F" for problem in flags(question, REPORT, FACTS))


def test_every_rule_has_a_mutation() -> None:
    assert {rule.number for rule in RULES if rule.level == "P"} == {rule for rule, _ in BLOCKING}
    assert {rule.number for rule in RULES if rule.level == "F"} == {rule for rule, _ in FLAGGED}


def test_every_number_of_the_list_is_decided_flagged_or_left_to_people() -> None:
    assert {rule.number for rule in RULES} | set(SET_RULES) | set(FOR_PEOPLE) == set(range(1, 41))


def test_all_problems_are_told_at_once_by_rule_and_field() -> None:
    broken = one_option(stem(WHEN, "When did she run aground yesterday?"), 1, why="")
    found = problems(broken, REPORT, FACTS)
    assert [problem.rule for problem in found] == [30, 31, 40]
    assert found[2].field == "options.b.why"
    assert problem_document(found[0]) == {"rule": 30, "field": "stem", "message": "Name what “she” stands for."}


def test_a_quotation_may_hold_what_a_stem_may_not() -> None:
    asked = stem(WHO_SAID, "Who said: “We had no time to lose yesterday, and he never came there”?")
    assert not {20, 30, 31} & {problem.rule for problem in problems(asked, REPORT, FACTS)}


@pytest.mark.parametrize(
    "text",
    [
        "How long did it take Edda Lund to sail the Solan from Bergen to Skarvik?",
        "What did Edda Lund say about her island?",
        "How many passengers were there on the Maid of Orrin on 14 March 2019?",
        "Which ship was bought on Wednesday, 3 June 2020?",
        "How many days after the purchase of the Solan did the first crossing take place?",
        "What did the officer who took the Solan to Skarvik say?",
        "Who said that the base of Orrin County was sold?",
        "When was the village of Skarvik founded?",
    ],
)
def test_references_that_the_stem_itself_resolves_are_welcome(text: str) -> None:
    assert not {20, 25, 30, 31} & {problem.rule for problem in problems(stem(TYPED, text), REPORT, FACTS)}


def test_a_false_statement_may_hold_a_value_of_its_own() -> None:
    assert (
        problems(stem(FALSEHOOD, "The council of Orrin County bought the Solan on 3 June 2018."), REPORT, FACTS) == []
    )


def test_a_question_by_hand_is_held_against_its_quotes_where_it_names_no_facts() -> None:
    by_hand = [replace(question, facts=()) for question in GOOD]
    assert [problems(question, REPORT, ()) for question in by_hand] == [[]] * len(by_hand)


def test_a_bare_year_among_figures_is_a_figure() -> None:
    counts = texts(HOW_MANY, "340", "920", "1850", key=0)
    assert 9 not in {problem.rule for problem in problems(counts, REPORT, FACTS)}


def test_options_without_ids_in_common_are_compared_within_their_side() -> None:
    pairs = (Option("a", "1912", side="left"), Option("b", "1912", side="right"))
    assert 7 not in {
        problem.rule for problem in problems(replace(MATCHING, options=pairs, pairs=(("a", "b"),)), REPORT, FACTS)
    }
