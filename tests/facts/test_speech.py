"""Who said what, quoted or reported."""

import pytest

from quizapp.facts.fact import Mention
from quizapp.facts.speech import find_speech
from quizapp.language import read
from quizapp.reports import report_from_text


def speech(text: str) -> list[Mention]:
    return find_speech(read(report_from_text(text)))


def quoted(text: str) -> list[tuple[object, str | None]]:
    return [(mention.value, mention.speaker) for mention in speech(text) if not mention.reported]


def reported(text: str) -> list[tuple[object, str | None]]:
    return [(mention.value, mention.speaker) for mention in speech(text) if mention.reported]


def test_a_quotation_has_the_name_after_it_as_its_speaker() -> None:
    assert quoted('"The water came over the wall at midnight," Maria Lopez said.') == [
        ("The water came over the wall at midnight", "Maria Lopez")
    ]


def test_the_span_leaves_out_the_quotation_marks() -> None:
    report = report_from_text("“Nobody was hurt at all,” said Captain Henrik Lund on Friday.")
    (mention,) = find_speech(read(report))
    assert report.text[mention.start : mention.end] == mention.value == "Nobody was hurt at all"


def test_the_speaker_is_the_first_full_mention() -> None:
    text = 'Colonel Viktor Stan closed the road on Monday. "We had no other choice," Stan told reporters.'
    assert quoted(text) == [("We had no other choice", "Colonel Viktor Stan")]


def test_a_pronoun_is_the_one_person_it_can_be() -> None:
    text = 'Maria Lopez opened the gate on Monday. "It was never locked in the first place," she said.'
    assert quoted(text) == [("It was never locked in the first place", "Maria Lopez")]


def test_a_pronoun_that_could_be_two_people_has_no_speaker() -> None:
    text = 'The letter names Anna Keller and Maria Lopez. "It was never locked in the first place," she said.'
    assert quoted(text) == [("It was never locked in the first place", None)]


def test_a_described_speaker_is_the_one_first_described_so() -> None:
    text = 'A former officer met us near the bridge. "Everything was left behind," the officer said.'
    assert quoted(text) == [("Everything was left behind", "a former officer")]


def test_the_parts_of_a_split_quotation_have_one_speaker() -> None:
    text = '"The pumps are old," Maria Lopez said, "and nobody has paid for new ones."'
    assert [speaker for _, speaker in quoted(text)] == ["Maria Lopez", "Maria Lopez"]


def test_a_scare_quote_is_no_speech() -> None:
    assert quoted('The "experts" left the town before the rain began.') == []


def test_a_clause_after_said_that_is_reported_speech() -> None:
    text = "On Tuesday Colonel Viktor Stan confirmed that four people were hurt near the station."
    assert reported(text) == [("four people were hurt near the station", "Colonel Viktor Stan")]


def test_according_to_is_reported_speech() -> None:
    text = "According to Maria Lopez, the pumps failed on the night of 6 February."
    assert reported(text) == [("the pumps failed on the night of 6 February", "Maria Lopez")]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez did not say that the pumps had failed.",
        "Maria Lopez would have said that the pumps had failed.",
        "Maria Lopez left the hall before the end of the concert.",
    ],
)
def test_what_nobody_said_is_no_speech(text: str) -> None:
    assert speech(text) == []
