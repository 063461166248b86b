"""The one codec: a question as a document of plain values, which files, rows and commands all hold, and back.

Every key stands in every document, null where the interaction has no use for it. What a person writes by hand may leave
out what can be worked out: ids, offsets of quotes, the order of options listed in order, and more; see `from_document`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast, get_args

from quizapp.errors import Rejected
from quizapp.questions.answers import read_answers
from quizapp.questions.evidence import read_evidence
from quizapp.questions.fields import FieldProblem, Fields
from quizapp.questions.identity import question_id
from quizapp.questions.question import Difficulty, Interaction, Option, Question, Status, Topic
from quizapp.reports import Evidence

INTERACTIONS = get_args(Interaction)
KEYS = (
    "id",
    "interaction",
    "form",
    "stem",
    "topic",
    "status",
    "options",
    "accepted",
    "value",
    "tolerance",
    "order",
    "pairs",
    "place",
    "explanation",
    "evidence",
    "facts",
    "enemies",
    "difficulty",
    "salience",
)


def to_document(question: Question) -> dict[str, object]:
    """The question as plain values with every key of KEYS, in that order."""
    place = question.place
    return {
        "id": question.id,
        "interaction": question.interaction,
        "form": question.form,
        "stem": question.stem,
        "topic": question.topic,
        "status": question.status,
        "options": [_option_document(option) for option in question.options] or None,
        "accepted": list(question.accepted) or None,
        "value": question.value,
        "tolerance": question.tolerance,
        "order": list(question.order) or None,
        "pairs": [list(pair) for pair in question.pairs] or None,
        "place": place
        and {
            "option": place.option,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "radius_km": place.radius_km,
        },
        "explanation": question.explanation,
        "evidence": _evidence_documents(question.evidence),
        "facts": list(question.facts),
        "enemies": list(question.enemies),
        "difficulty": {"estimate": question.difficulty.estimate, "error": question.difficulty.error},
        "salience": question.salience,
    }


def _option_document(option: Option) -> dict[str, object]:
    return {
        "id": option.id,
        "text": option.text,
        "correct": option.correct,
        "why": option.why,
        "side": option.side,
        "evidence": _evidence_documents(option.evidence),
    }


def _evidence_documents(evidence: tuple[Evidence, ...]) -> list[dict[str, object]]:
    return [{"start": proof.start, "end": proof.end, "quote": proof.quote} for proof in evidence]


def from_document(document: Mapping[str, object]) -> Question:
    """The question that a document is; raises Rejected with every problem at once, each beginning with its field.

    May be missing: ``id``, ``form``, ``status``, ``explanation``, ``difficulty``, ``facts``, ``enemies``, ``salience``,
    and of an option ``id``, ``correct`` and ``why``; a quote may stand without offsets, which `placed` then finds.
    """
    question, problems = read_question(document)
    if problems:
        raise Rejected([str(problem) for problem in problems])
    return question


def read_question(document: object) -> tuple[Question, list[FieldProblem]]:
    """What can be read of a document, and every problem met; the question is sound only where there is none."""
    problems: list[FieldProblem] = []
    fields = Fields(document, "", problems, (*KEYS, "problems"))
    interaction = cast(Interaction, fields.choice("interaction", INTERACTIONS))
    answers = read_answers(fields, interaction)
    question = Question(
        id="",
        interaction=interaction,
        form=fields.text("form", interaction),
        stem=fields.text("stem"),
        topic=cast(Topic, fields.choice("topic", get_args(Topic))),
        explanation=fields.text("explanation", ""),
        evidence=read_evidence(fields),
        facts=fields.texts("facts"),
        options=answers.options,
        accepted=answers.accepted,
        value=answers.value,
        tolerance=answers.tolerance,
        order=answers.order,
        pairs=answers.pairs,
        place=answers.place,
        enemies=fields.texts("enemies"),
        difficulty=_difficulty(fields),
        salience=fields.whole("salience", 0),
        status=cast(Status, fields.choice("status", get_args(Status), "draft")),
    )
    return replace(question, id=fields.text("id", question_id(question))), problems


def _difficulty(fields: Fields) -> Difficulty:
    if not fields.given("difficulty"):
        return Difficulty(0.0, 1.0)
    difficulty = Fields(fields.document["difficulty"], fields.at("difficulty"), fields.problems, ("estimate", "error"))
    estimate, error = difficulty.number("estimate", 0.0), difficulty.number("error", 1.0)
    if error <= 0:
        difficulty.note("error", "give an error above 0.")
    return Difficulty(float(estimate), float(error))
