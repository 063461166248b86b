"""Reading a report: offsets, passages, labels, and that nothing is loaded before it is needed."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.language import Reading, pipeline, read
from quizapp.reports import Passage, Report, report_from_text

TEXT = (
    "Harbour bridge closed\n\n"
    "Mayor Ingrid Solberg of Bergen closed the bridge on 4 May. Engineers of the Norwegian Road\n"
    "Authority had measured  cracks — some of them “as wide as a thumb” — in two piers.\n\n"
    "- The bridge was built in 1931.\n- It carried 12,000 cars a day.\n\n"
    "Café owners in Bergen lost 🚗 customers. They want money."
)


def outline(reading: Reading) -> list[tuple[int, int, list[str], list[str]]]:
    return [
        (found.start, found.end, [token.dep_ for token in found.span], [name.text for name in found.span.ents])
        for found in reading.sentences
    ]


def test_every_token_lies_where_its_offset_says() -> None:
    report = report_from_text(TEXT)
    for sentence in read(report).sentences:
        for token in sentence.span:
            start = sentence.offset(token)
            assert " ".join(report.text[start : start + len(token)].split()) == " ".join(token.text.split())


def test_sentences_are_in_order_within_their_passages_and_begin_and_end_with_characters() -> None:
    report = report_from_text(TEXT)
    reading = read(report)
    assert reading.report is report
    end = 0
    for sentence in reading.sentences:
        passage = report.passages[sentence.passage]
        assert end <= sentence.start < sentence.end <= passage.end
        assert passage.start <= sentence.start
        assert passage.bears_sentences
        text = report.text[sentence.start : sentence.end]
        assert text == text.strip()
        end = sentence.end


def test_headings_are_not_read() -> None:
    report = report_from_text(TEXT)
    assert all("closed\n\nMayor" not in TEXT[s.start : s.end] for s in read(report).sentences)
    assert not any(TEXT[s.start : s.end].startswith("Harbour bridge closed") for s in read(report).sentences)


def test_a_reading_has_tags_universal_dependencies_and_names() -> None:
    text = "Ingrid Solberg, who lives in Norway, was elected mayor of Bergen. The bridge was closed by the police."
    sentences = read(report_from_text(text)).sentences
    first, second = (sentence.span for sentence in sentences)
    assert [(name.text, name.label_) for name in first.ents if name.label_ == "PERSON"] == [
        ("Ingrid Solberg", "PERSON")
    ]
    assert {"Norway", "Bergen"} <= {name.text for name in first.ents if name.label_ == "LOC"}
    assert {token.dep_ for token in first} >= {"ROOT", "nsubj:pass", "aux:pass", "case", "flat"}
    assert [(token.text, token.tag_, token.dep_) for token in second] == [
        ("The", "DT", "det"),
        ("bridge", "NN", "nsubj:pass"),
        ("was", "VBD", "aux:pass"),
        ("closed", "VBN", "ROOT"),
        ("by", "IN", "case"),
        ("the", "DT", "det"),
        ("police", "NN", "obl:agent"),
        (".", ".", "punct"),
    ]


def test_only_three_kinds_of_names_exist() -> None:
    assert set(pipeline().get_pipe("ner").labels) == {"PERSON", "ORG", "LOC"}


def test_a_passage_reads_alike_alone_and_among_others() -> None:
    report = report_from_text(TEXT)
    alone = [Report(report.title, report.text, (passage,)) for passage in report.passages]
    assert outline(read(report)) == [sentence for part in alone for sentence in outline(read(part))]


def test_importing_loads_no_model() -> None:
    program = "import quizapp.language as language; print(language.pipeline.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  our own
    assert done.stdout.strip() == "0"


def test_the_model_is_loaded_once() -> None:
    assert pipeline() is pipeline()


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    report = Report("", text, (Passage(0, len(text), "paragraph"),))
    for sentence in read(report).sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
