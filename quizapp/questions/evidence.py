"""Quotes as evidence: reading them from documents, and finding where in the report they stand."""

from dataclasses import replace

from quizapp.errors import Rejected
from quizapp.questions.fields import FieldProblem, Fields
from quizapp.questions.question import Question
from quizapp.reports import Evidence, Report

EVIDENCE_KEYS = ("start", "end", "quote")
# Where a quote stands is not known yet; `placed` finds it.
UNPLACED = -1


def read_evidence(fields: Fields) -> tuple[Evidence, ...]:
    """The quotes of a question or an option: texts, or mappings with or without offsets; one without is UNPLACED."""
    evidence = []
    for index, item in enumerate(fields.items("evidence")):
        document = {"quote": item} if isinstance(item, str) else item
        proof = Fields(document, fields.at(f"evidence.{index}"), fields.problems, EVIDENCE_KEYS)
        if proof.document:
            if proof.given("start") != proof.given("end"):
                proof.note("start", "give both start and end, or neither.")
            start, end = proof.whole("start", UNPLACED), proof.whole("end", UNPLACED)
            evidence.append(Evidence(start, end, proof.text("quote")))
    return tuple(evidence)


def placed(question: Question, report: Report) -> Question:
    """The question with an offset for every quote that stands without one.

    Raises Rejected where such a quote is not in the report, or stands there more than once. White space in a quote
    matches any white space of the report, so that a quote may be folded over lines; the report's characters are kept.
    """
    located, problems = place_quotes(question, report)
    if problems:
        raise Rejected([str(problem) for problem in problems])
    return located


def place_quotes(question: Question, report: Report) -> tuple[Question, list[FieldProblem]]:
    """As `placed`, with the problems beside the question; a quote that cannot be placed stays UNPLACED."""
    problems: list[FieldProblem] = []
    options = tuple(
        replace(option, evidence=_place(option.evidence, report, f"options.{option.id}.evidence", problems))
        for option in question.options
    )
    evidence = _place(question.evidence, report, "evidence", problems)
    return replace(question, evidence=evidence, options=options), problems


def _place(
    evidence: tuple[Evidence, ...], report: Report, path: str, problems: list[FieldProblem]
) -> tuple[Evidence, ...]:
    found = []
    for index, proof in enumerate(evidence):
        if proof.start == UNPLACED:
            spans = _spans(proof.quote, report.text)
            if len(spans) == 1:
                proof = report.evidence(*spans[0])
            elif spans:
                problems.append(
                    FieldProblem(f"{path}.{index}", "quote more words: these stand in the report more than once.")
                )
            else:
                problems.append(
                    FieldProblem(
                        f"{path}.{index}", "quote the report character for character: these words are not in it."
                    )
                )
        found.append(proof)
    return tuple(found)


def _spans(quote: str, text: str) -> list[tuple[int, int]]:
    if quote in text:
        first = text.index(quote)
        return [(first, first + len(quote))] + ([(0, 0)] if text.find(quote, first + 1) >= 0 else [])
    words = quote.split()
    starts = text.find(words[0]) if words else -1
    spans: list[tuple[int, int]] = []
    while starts >= 0 and len(spans) < 2:
        end = _follow(words, text, starts)
        if end is not None:
            spans.append((starts, end))
        starts = text.find(words[0], starts + 1)
    return spans


def _follow(words: list[str], text: str, start: int) -> int | None:
    """Where the words end if they stand at ``start`` with white space between them."""
    position = start
    for index, word in enumerate(words):
        if index:
            gap = position
            while position < len(text) and text[position].isspace():
                position += 1
            if gap == position:
                return None
        if not text.startswith(word, position):
            return None
        position += len(word)
    return position
