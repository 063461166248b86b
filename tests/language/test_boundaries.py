"""Where sentences are cut, decided on whole passages read by the real pipeline."""

import pytest

from quizapp.language import read
from quizapp.reports import report_from_text

UNDIVIDED = [
    "Col. Mohammad Haddad told reporters that the bridge had been closed since Friday.",
    "The report by Lt. Gen. Anna Weber and Sgt. Tom Price was handed to Mr. Okafor on Tuesday.",
    "The U.S. Army moved 300 trucks to the port on 4 May.",
    "Reactor No. 5 at the plant was switched off at 6 a.m. Monday by its two engineers.",
    "“We saw the water rise,” she said, “and nobody came.”",
    '"Why did nobody warn us?" the farmer asked.',
    '"Get out of the house!" he shouted at the family on the first floor.',
    "The firm, Northern Rail Co. Ltd. of Leeds, lost 4.5 million pounds in St. Helens last year.",
    "George W. Marsh, a lawyer, and J. R. Lane bought the mill in 1911.",
    "The museum, which opened in Jan. 1962, is closed (see p. 12 of the guide) until the summer.",
]
DIVIDED = [
    ("The airport was shut. Flights were sent to Oslo.", 2),
    ("They settled in the U.S. The airport there was shut.", 2),
    ("The bridge opened at 6 a.m. The first cars crossed it an hour later.", 2),
    ("The ground began to move at about 9:40 a.m. Three distinct shocks followed.", 2),
    ("“The road is gone,” he said. “We must walk.” Then he left.", 3),
    ('The mayor refused. "It is too late," she said. Nobody disagreed.', 3),
    ("The poet was born in Dover. [3] He left the town in 1805.[4] Nobody knows why.", 3),
    ("Who paid for it? The council never said.", 2),
    ("The ship sank in 1912. It had left Southampton four days before.", 2),
]


def sentences(text: str) -> list[str]:
    report = report_from_text(text)
    return [report.text[sentence.start : sentence.end] for sentence in read(report).sentences]


@pytest.mark.parametrize("text", UNDIVIDED)
def test_a_sentence_is_not_cut_at_abbreviations_or_within_its_quotation(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(("text", "count"), DIVIDED)
def test_every_sentence_of_a_passage_stands_alone(text: str, count: int) -> None:
    found = sentences(text)
    assert len(found) == count
    assert " ".join(found) == text


def test_no_sentence_begins_in_lower_case() -> None:
    text = 'He read "Stop! Think! go" there. "Never again?" they sang. "I... well, perhaps," she said, e.g. twice.'
    assert not any(found[0].islower() for found in sentences(text))


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    text = "The council of the small harbour town decided on Tuesday\nto close the old bridge for all of next winter."
    assert len(sentences(text)) == 1
