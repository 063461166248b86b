"""Who said what, quoted or reported."""

import pytest

from quizapp.facts.fact import Mention
from quizapp.facts.names import find_names
from quizapp.facts.speech import find_claims, find_speech, speaker_at
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


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "The Pier Trust sent two divers, and its spokesman, Neil Corr, said that a new pier could be built by May.",
            "a new pier could be built by May",
            "Neil Corr",
        ),
        (
            "The operator, Kintyre Seaways, said a smaller boat would sail on Friday.",
            "a smaller boat would sail on Friday",
            "Kintyre Seaways",
        ),
        (
            "Ending the trial, Judge Ruth Amadi told Paul Weir that he had lied to his friends.",
            "he had lied to his friends",
            "Judge Ruth Amadi",
        ),
        (
            "The Minister of Fisheries, Mr. Carl Boyd, telegraphed yesterday that a search would begin on Monday.",
            "a search would begin on Monday",
            "Mr. Carl Boyd",
        ),
        ("The Prime Minister said that the talks had failed.", "the talks had failed", "the Prime Minister"),
        (
            "The harbour board, whose chairman is Ole Strand, said that dredging would start in May.",
            "dredging would start in May",
            "the harbour board",
        ),
    ],
)
def test_who_says_a_reported_clause_is_the_name_set_beside_the_noun(text: str, words: str, speaker: str) -> None:
    assert reported(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "source",
    [
        "said the owner of the kiln, Petra Holm, who lives nearby.",
        "said one of the potters, Petra Holm.",
        "according to its owner, Petra Holm.",
        "said Petra Holm, a retired potter from Lyon.",
    ],
)
def test_a_speaker_named_behind_a_comma_is_the_speaker(source: str) -> None:
    assert quoted(f'"It was cold," {source}') == [("It was cold", "Petra Holm")]


def test_a_second_quotation_goes_on_after_a_title_with_a_full_stop() -> None:
    text = '"There was a bang," Mr. Owen Pryce told the Herald from his bed in hospital. "Then the lamps went out."'
    assert [speaker for _, speaker in quoted(text)] == ["Mr. Owen Pryce", "Mr. Owen Pryce"]


def test_a_reported_clause_takes_in_the_mark_that_closes_quoted_words() -> None:
    report = report_from_text('Ann Peel said afterwards that it had been "a bad night for owls".')
    spans = [report.text[mention.start : mention.end] for mention in find_speech(read(report)) if mention.reported]
    assert spans == ['it had been "a bad night for owls"']


def test_a_rank_behind_a_noun_belongs_to_the_speaker() -> None:
    text = 'The navy\'s chief of staff General Owen Pryce said: "We sail at dawn on Friday."'
    assert [speaker for _, speaker in quoted(text)] == ["General Owen Pryce"]


def test_a_source_inside_a_sentence_tells_who_claims_its_figures() -> None:
    text = "The lane, Ann Peel told the council, would cost 40,000 euros."
    claims = find_claims(read(report_from_text(text)), find_names(read(report_from_text(text))))
    assert speaker_at(claims, text.index("40,000"), text.index("40,000") + 6) == "Ann Peel"


def test_a_clause_goes_on_over_a_name_set_between_commas() -> None:
    text = "The consul wrote that they had walked for days before a farmer, Nils Aune, took them in."
    assert reported(text)[0][0] == "they had walked for days before a farmer, Nils Aune, took them in"


def test_a_subject_with_a_name_beside_it_is_no_part_of_the_source() -> None:
    text = "According to Otto Weiss, the diary of the geologist, James Pirie, was buried near the hut."
    assert reported(text) == [("the diary of the geologist, James Pirie, was buried near the hut", "Otto Weiss")]


@pytest.mark.parametrize("verb", ["pointed out", "advised", "lamented"])
def test_pointing_out_and_advising_are_saying(verb: str) -> None:
    text = f"Ane Moe studies ice. She {verb} that the ice was thin."
    assert reported(text) == [("the ice was thin", "Ane Moe")]


def test_one_who_grumbles_speaks() -> None:
    text = 'Anna Pike wrote a letter. "The tins are bad," Pike grumbled.'
    assert quoted(text) == [("The tins are bad", "Anna Pike")]


def test_the_speaker_is_the_person_beside_the_office_and_not_the_firm() -> None:
    text = "Osprey's chief executive, Dora Hall, said the mill was old."
    assert reported(text) == [("the mill was old", "Dora Hall")]


def test_a_clause_ends_where_another_named_speaker_begins() -> None:
    text = "Ole Ness said that the road was closed on Monday and Kari Moe warned that the bridge was weak."
    assert reported(text) == [("the road was closed on Monday", "Ole Ness"), ("the bridge was weak", "Kari Moe")]


def test_that_before_a_clause_is_no_part_of_what_was_said() -> None:
    text = "A committee sat for a year and said that smoke in the towns could be cut by half."
    assert [said for said, _ in reported(text)] == ["smoke in the towns could be cut by half"]


def test_that_month_opens_no_clause() -> None:
    text = "The manager, Yuki Sato, told reporters that October, and the landing was put off."
    assert reported(text) == []


def test_words_in_quotation_marks_behind_a_colon_are_not_reported_as_well() -> None:
    text = 'Ernst Vogel, the mayor, told a crowd on 9 September: "People of the world, look here!"'
    assert reported(text) == []
