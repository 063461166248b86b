"""A report read: its sentences, parsed, each with its place in the report."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from quizapp.language.pipeline import pipeline
from quizapp.reports.report import Report

# White space of one character each, so that offsets stay the same: a line break within a passage is a space.
SPACED = str.maketrans(dict.fromkeys("\n\r\t\v\f\u00a0\u2007\u2009\u202f\u2028\u2029", " "))

# What is longer is a list or a table without its lines, and would cost the square of its length later on.
LONGEST_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``report.text[start:end]``, in ``report.passages[passage]``; ``span`` is its parse.

    ``span`` belongs to a text of its passage alone, in which line breaks are spaces: take characters from the report.
    """

    start: int
    end: int
    passage: int
    span: Span

    def offset(self, token: Token) -> int:
        """Where a token of this passage starts in the report's text."""
        return self.start - self.span.start_char + token.idx


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with its sentences in order."""

    report: Report
    sentences: tuple[Sentence, ...]


def read(report: Report) -> Reading:
    """Parse every passage that bears sentences, in one batch."""
    bearing = [(index, passage) for index, passage in enumerate(report.passages) if passage.bears_sentences]
    texts = (report.text[passage.start : passage.end].translate(SPACED) for _, passage in bearing)
    sentences = []
    for (index, passage), doc in zip(bearing, pipeline().pipe(texts), strict=True):
        for whole in doc.sents:
            span = _without_outer_space(whole)
            if span is not None and len(span) <= LONGEST_SENTENCE:
                start, end = passage.start + span.start_char, passage.start + span.end_char
                sentences.append(Sentence(start, end, index, span))
    return Reading(report, tuple(sentences))


def _without_outer_space(span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end] if start < end else None
