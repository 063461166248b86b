"""A question and its document say the same; what is written by hand is read kindly, and refused with every reason."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import Rejected
from quizapp.questions import (
    UNPLACED,
    Difficulty,
    MapTarget,
    Option,
    Question,
    QuestionSet,
    dump_set,
    from_document,
    load_set,
    placed,
    question_id,
    to_document,
)
from quizapp.questions.codec import KEYS
from quizapp.reports import Evidence, report_from_text
from tests.checking.cast import CLOZE, GOOD, MATCHING, NUMERIC, WHEN

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
proofs = st.builds(Evidence, st.integers(0, 9999), st.integers(0, 9999), words)
numbers = st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    interaction = draw(
        st.sampled_from(["choice", "true_false", "numeric", "text", "cloze", "ordering", "matching", "map"])
    )
    texts = draw(st.lists(words, min_size=4, max_size=5))
    names = [f"o{at}" for at in range(len(texts))]
    right = draw(st.integers(0, len(texts) - 1))
    options = tuple(
        Option(name, text, at == right, draw(st.just("") | words), None, tuple(draw(st.lists(proofs, max_size=1))))
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    )
    unmarked = tuple(replace(option, correct=False) for option in options)
    sides = tuple(replace(option, side="left" if at < 2 else "right") for at, option in enumerate(unmarked))
    degrees = draw(st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.floats(0.1, 500)))
    answers: dict[str, dict[str, object]] = {
        "choice": {"options": options},
        "true_false": {"options": (Option("t", "True", True, "x"), Option("f", "False"))},
        "numeric": {"value": draw(numbers), "tolerance": draw(st.floats(0, 100))},
        "text": {"accepted": tuple(texts)},
        "cloze": {"accepted": tuple(texts)},
        "ordering": {"options": unmarked, "order": tuple(draw(st.permutations(names)))},
        "matching": {"options": sides, "pairs": (("o0", "o2"), ("o1", "o3"))},
        "map": {"options": options, "place": MapTarget(f"o{right}", *degrees)},
    }
    return Question(
        id=draw(words),
        interaction=interaction,
        form=draw(words),
        stem=draw(words),
        topic=draw(st.sampled_from(["people", "speech"])),
        explanation=draw(st.just("") | words),
        evidence=tuple(draw(st.lists(proofs, max_size=2))),
        facts=tuple(draw(st.lists(words, max_size=2))),
        enemies=tuple(draw(st.lists(words, max_size=2))),
        difficulty=Difficulty(draw(st.floats(-4, 4)), draw(st.floats(0.1, 2))),
        salience=draw(st.integers(0, 99)),
        status=draw(st.sampled_from(["draft", "published", "retired"])),
        **answers[interaction],
    )


@settings(max_examples=15, deadline=None)
@given(questions())
def test_any_question_survives_its_document(question: Question) -> None:
    document = to_document(question)
    assert tuple(document) == KEYS
    assert from_document(json.loads(json.dumps(document))) == question


@settings(max_examples=15, deadline=None)
@given(questions())
def test_any_set_survives_its_file_and_is_written_the_same_again(question: Question) -> None:
    question_set = QuestionSet("A title", "report.md", "0f" * 32, (question, replace(question, id=f"{question.id}2")))
    text = dump_set(question_set)
    assert load_set(text, "questions.yaml") == question_set
    assert dump_set(load_set(text, "questions.yaml")) == text


@pytest.mark.parametrize("question", GOOD, ids=[question.id for question in GOOD])
def test_unused_answers_are_null_in_a_document(question: Question) -> None:
    document = to_document(question)
    used = {"choice": {"options"}, "true_false": {"options"}, "numeric": {"value", "tolerance"}, "text": {"accepted"}}
    used |= {
        "cloze": {"accepted"},
        "ordering": {"options", "order"},
        "matching": {"options", "pairs"},
        "map": {"options", "place"},
    }
    answers = {"options", "accepted", "value", "tolerance", "order", "pairs", "place"}
    assert {name for name in answers if document[name] is not None} == used[question.interaction]


def test_the_problems_of_a_printed_document_are_overlooked() -> None:
    assert from_document({**to_document(NUMERIC), "problems": [{"rule": 30}]}) == NUMERIC


def test_a_question_by_hand_needs_little() -> None:
    question = from_document(
        {
            "interaction": "text",
            "topic": "people",
            "stem": "Who sailed?",
            "accepted": ["Lund"],
            "evidence": ["Lund sailed"],
        }
    )
    assert question.id == question_id(question)
    assert (question.form, question.status, question.difficulty) == ("text", "draft", Difficulty(0.0, 1.0))
    assert question.evidence == (Evidence(UNPLACED, UNPLACED, "Lund sailed"),)


def test_options_by_hand_get_letters_and_their_order() -> None:
    events = {
        "interaction": "ordering",
        "topic": "sequence",
        "stem": "Order.",
        "options": ["One", {"text": "Two"}, "Three"],
    }
    question = from_document(events)
    assert [option.id for option in question.options] == ["a", "b", "c"]
    assert question.order == ("a", "b", "c")


def test_pairs_by_hand_are_texts() -> None:
    pairs = [["Lund", "captain"], ["Quill", "harbour master"]]
    question = from_document({"interaction": "matching", "topic": "people", "stem": "Who is what?", "pairs": pairs})
    texts = {option.id: option.text for option in question.options}
    assert [[texts[left], texts[right]] for left, right in question.pairs] == pairs


def test_every_problem_is_told_at_once_under_its_field() -> None:
    with pytest.raises(Rejected) as refused:
        from_document(
            {"interaction": "choice", "stem": "", "stm": "x", "options": [{"text": "a"}, {"id": "z", "correct": "yes"}]}
        )
    assert refused.value.problems == [
        "stm: take out this field, which nothing reads (is it stem?).",
        "options.z.text: give a text here.",
        "options.z.correct: give true or false here.",
        "options: mark exactly one option as correct.",
        "stem: give a text here.",
        "topic: give one of people, places, figures, dates, sequence, speech.",
    ]


@pytest.mark.parametrize(
    ("question", "change", "problem"),
    [
        (WHEN, {"accepted": ["x"]}, "accepted: leave this out"),
        (WHEN, {"options": 5}, "options: give a list"),
        (NUMERIC, {"value": "many"}, "value: give a number"),
        (NUMERIC, {"value": float("nan")}, "value: give a number"),
        (NUMERIC, {"tolerance": -1}, "tolerance: give a tolerance"),
        (NUMERIC, {"stem": "\ud800"}, "stem: take out the characters"),
        (NUMERIC, {"difficulty": {"estimate": 0, "error": 0}}, "difficulty.error"),
        (NUMERIC, {"evidence": [{"start": 3, "quote": "x"}]}, "evidence.0.start: give both"),
        (CLOZE, {"accepted": []}, "accepted: list at least one"),
        (MATCHING, {"pairs": [["a", "d"]]}, "pairs: pair every option"),
        (MATCHING, {"pairs": ["ad"]}, "pairs.0: give a pair"),
    ],
)
def test_what_no_scorer_could_use_is_refused(question: Question, change: dict[str, object], problem: str) -> None:
    with pytest.raises(Rejected) as refused:
        from_document({**to_document(question), **change})
    assert any(found.startswith(problem) for found in refused.value.problems)


def test_a_bare_quote_is_placed_where_it_stands() -> None:
    report = report_from_text("The quay was wide. The\nquay was new. It was blue.")
    by_hand = replace(NUMERIC, evidence=(Evidence(UNPLACED, UNPLACED, "The quay was new."),))
    assert placed(by_hand, report).evidence == (Evidence(19, 36, "The\nquay was new."),)


@pytest.mark.parametrize("quote", ["quay was", "The quay sank"])
def test_a_quote_that_stands_twice_or_nowhere_is_refused(quote: str) -> None:
    report = report_from_text("The quay was wide. The quay was new.")
    with pytest.raises(Rejected, match=r"evidence\.0: quote"):
        placed(replace(NUMERIC, evidence=(Evidence(UNPLACED, UNPLACED, quote),)), report)


def test_an_id_follows_from_what_is_asked_and_nothing_else() -> None:
    assert question_id(WHEN) == question_id(
        replace(WHEN, explanation="Other words.", options=WHEN.options[:2], status="published")
    )
    assert question_id(WHEN) != question_id(replace(WHEN, stem="When did it sink?"))
    assert len({question_id(question) for question in GOOD}) == len(GOOD)
    assert len(question_id(NUMERIC)) == 10
