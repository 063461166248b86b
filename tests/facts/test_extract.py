"""All finders together on small reports of our own."""

import itertools
import json

import pytest

from quizapp.facts.extract import extract_facts, fact_document
from quizapp.facts.fact import Fact, Place
from quizapp.reports import report_from_text

REPORT = """Rail strike ends

Train drivers ended a nine-day strike on Sunday, 3 March 2019. Colonel Viktor Stan of the Interior Ministry said that
four people were hurt near the station. About 41,000 workers took part, according to the union.

Stan left for Norway on 5 March 2019. "We will be back in June," Stan told reporters in Oslo.
"""


def facts_of(text: str) -> tuple[Fact, ...]:
    return extract_facts(report_from_text(text))


def test_every_fact_is_the_characters_it_stands_at() -> None:
    report = report_from_text(REPORT)
    facts = extract_facts(report)
    assert facts
    assert all(fact.text == report.text[fact.start : fact.end] for fact in facts)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)


def test_ids_differ_and_depend_on_nothing_but_the_text() -> None:
    first, second = facts_of(REPORT), facts_of(REPORT)
    assert [fact.id for fact in first] == [fact.id for fact in second]
    assert len({fact.id for fact in first}) == len(first)


def test_a_repeated_fact_names_the_first() -> None:
    people = [fact for fact in facts_of(REPORT) if fact.kind == "person"]
    assert [fact.text for fact in people] == ["Viktor Stan", "Stan", "Stan"]
    assert people[0].same_as is None
    assert {fact.same_as for fact in people[1:]} == {people[0].id}


def test_a_figure_inside_what_somebody_says_has_that_speaker() -> None:
    figures = {fact.value: fact.speaker for fact in facts_of(REPORT) if fact.kind == "figure"}
    assert figures[4] == "Colonel Viktor Stan"
    assert figures[41000] == "the union"


def test_a_fact_outside_every_claim_has_no_speaker() -> None:
    assert next(fact for fact in facts_of(REPORT) if fact.kind == "date").speaker is None


def test_dates_durations_and_figures_never_overlap() -> None:
    amounts = [fact for fact in facts_of(REPORT) if fact.kind in ("date", "duration", "figure")]
    assert all(one.end <= other.start for one, other in itertools.pairwise(amounts))


def test_a_document_is_plain_json_in_the_shape_of_the_contract() -> None:
    documents = [fact_document(fact) for fact in facts_of(REPORT)]
    assert json.loads(json.dumps(documents)) == documents
    place = next(document for document in documents if document["kind"] == "place")
    assert list(place["value"]) == ["name", "class", "country", "latitude", "longitude"]
    assert all({"unit", "of"} <= set(document) for document in documents if document["kind"] == "figure")
    assert all("reported" in document for document in documents if document["kind"] == "speech")


def test_a_place_is_a_place_or_a_person_but_not_both() -> None:
    facts = facts_of(REPORT)
    names = [fact for fact in facts if fact.kind in ("place", "person", "organisation")]
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))
    assert all(isinstance(fact.value, Place) for fact in names if fact.kind == "place")


def test_a_text_without_facts_has_none() -> None:
    assert facts_of("They walked home slowly and said nothing at all to anyone.") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("BOSTON (AP) - A train left the rails on Monday.", {"BOSTON": "place", "AP": "organisation"}),
        ("BOSTON, Nov. 3 - A train left the rails. Boston said it was fine.", {"BOSTON": "place"}),
        ("Mérida, champions of 2009, lost at home.", {"Mérida": "organisation"}),
        ("France, champions in 1998, went home.", {"France": "place"}),
    ],
)
def test_datelines_are_places_and_champions_clubs(text: str, kinds: dict[str, str]) -> None:
    found = {fact.text: fact.kind for fact in extract_facts(report_from_text(text)) if fact.kind != "speech"}
    assert found.items() >= kinds.items()


def test_a_century_that_describes_what_is_counted_stands_inside_the_count() -> None:
    facts = extract_facts(report_from_text("The vault held seven fifteenth-century maps of the coast."))
    assert [(fact.kind, fact.text, fact.value) for fact in facts] == [
        ("figure", "seven fifteenth-century maps", 7),
        ("date", "fifteenth-century", "1401/1500"),
    ]
