"""The bank as it is shipped: every set sound, large enough, and on its report as it stands."""

from functools import cache
from pathlib import Path

import pytest

from quizapp.checking import check_set
from quizapp.facts import Fact, extract_facts
from quizapp.questions import QuestionSet, dump_set, load_set
from quizapp.reports import Report, load_report

BANK = Path(__file__).parent.parent / "questions"
SLUGS = sorted(path.name for path in BANK.iterdir() if path.is_dir())
PUBLISHED = {"iran-leaves-syria": 40}
TOPICS = {"people", "places", "figures", "dates", "sequence", "speech"}


@cache
def set_of(slug: str) -> QuestionSet:
    path = BANK / slug / "questions.yaml"
    return load_set(path.read_text(encoding="utf-8"), str(path))


@cache
def report_of(slug: str) -> Report:
    return load_report(BANK / slug / "report.md")


@cache
def facts_of(slug: str) -> tuple[Fact, ...]:
    return extract_facts(report_of(slug))


def test_the_bank_holds_three_sets_or_more() -> None:
    assert len(SLUGS) >= 3


@pytest.mark.parametrize("slug", SLUGS)
def test_a_set_is_on_its_report_as_it_stands(slug: str) -> None:
    assert set_of(slug).report == "report.md"
    assert set_of(slug).sha256 == report_of(slug).sha256


@pytest.mark.parametrize("slug", SLUGS)
def test_no_rule_is_broken(slug: str) -> None:
    assert check_set(set_of(slug), report_of(slug), facts_of(slug)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_enough_questions_are_published_on_every_topic(slug: str) -> None:
    published = [question for question in set_of(slug).questions if question.status == "published"]
    assert len(published) >= PUBLISHED.get(slug, 30)
    assert {question.topic for question in published} == TOPICS


@pytest.mark.parametrize("slug", SLUGS)
def test_every_quote_stands_where_it_says(slug: str) -> None:
    text = report_of(slug).text
    for question in set_of(slug).questions:
        assert all(proof.quote == text[proof.start : proof.end] for proof in question.evidence)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_set_is_written_as_it_was_read(slug: str) -> None:
    once = dump_set(set_of(slug))
    assert dump_set(load_set(once, slug)) == once


def test_every_date_place_and_figure_of_the_first_report_is_asked_about() -> None:
    slug = "iran-leaves-syria"
    asked = {name for question in set_of(slug).questions if question.status == "published" for name in question.facts}
    by_id = {fact.id: fact for fact in facts_of(slug)}
    reached = {by_id[name].same_as or name for name in asked & by_id.keys()}
    wanted = [
        fact
        for fact in facts_of(slug)
        if fact.kind in ("date", "place", "figure", "duration") and fact.value is not None and fact.same_as is None
    ]
    assert [fact.text for fact in wanted if fact.id not in reached] == []
