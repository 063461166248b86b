"""Any text at all: the whole fact finder never fails, is never slow, and every fact stands where it says."""

import time

import pytest
from hypothesis import given, settings

from quizapp.errors import Rejected
from quizapp.facts import extract_facts, fact_document
from quizapp.reports import report_from_text
from tests.nasty import REPEATED, any_text

SHORT = 2 * 1024
LENGTH = 64 * 1024
# On an idle core these take a fifth of it; the pipeline's own speed is what they cost.
SECONDS = 30


def check(text: str) -> None:
    report = report_from_text(text)
    try:
        facts = extract_facts(report)
    except Rejected:
        return
    for fact in facts:
        assert fact.text == text[fact.start : fact.end]
        assert fact.sentence[0] <= fact.start < fact.end <= len(text)
        assert fact_document(fact)["id"] == fact.id
    assert len({fact.id for fact in facts}) == len(facts)


@given(any_text(SHORT))
@settings(deadline=None, max_examples=30)
def test_any_text_has_facts_where_they_say_or_none(text: str) -> None:
    check(text)


@pytest.mark.parametrize("piece", REPEATED)
def test_a_piece_repeated_is_read(piece: str) -> None:
    check(piece * (SHORT // len(piece)))


@pytest.mark.parametrize("piece", ["March 5, ", "he said ", "May "])
def test_sixty_four_kilobytes_of_one_piece_take_seconds(piece: str) -> None:
    started = time.process_time()
    check(piece * (LENGTH // len(piece)))
    assert time.process_time() - started < SECONDS
