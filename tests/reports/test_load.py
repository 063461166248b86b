"""Files from the disk: what is read, and what is refused with one sentence."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.errors import Rejected
from quizapp.reports import load_report, report_from_bytes
from tests.reports.files import pdf_of, word_of

SENTENCE = "The kiln at Orrin was lit on 3 May 1871."
FORMATS = {
    "kiln.txt": SENTENCE.encode(),
    "kiln": SENTENCE.encode(),
    "KILN.TXT": SENTENCE.encode(),
    "kiln.md": SENTENCE.encode(),
    "kiln.html": f"<p>{SENTENCE}</p>".encode(),
    "kiln.htm": SENTENCE.encode(),
    "kiln.docx": word_of(("Normal", SENTENCE)),
    "kiln.pdf": pdf_of([SENTENCE]),
}
LARGE = b"The kiln was lit. " * 300_000


def refusal_of(content: bytes, name: str) -> list[str]:
    with pytest.raises(Rejected) as refused:
        report_from_bytes(content, name)
    return refused.value.problems


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMATS[name])
    report = load_report(tmp_path / name, date(1900, 1, 1))
    assert report.text.strip() == SENTENCE
    assert [report.evidence(passage.start, passage.end).quote for passage in report.passages] == [SENTENCE]
    assert report.published == date(1900, 1, 1)


def test_a_byte_order_mark_is_dropped_and_newlines_are_left_alone() -> None:
    report = report_from_bytes(b"\xef\xbb\xbfThe kiln\r\n\r\nIt was lit at noon.\r\n", "kiln.txt")
    assert report.text == "The kiln\r\n\r\nIt was lit at noon.\r\n"
    assert report.title == "The kiln"


def test_offsets_count_code_points() -> None:
    report = report_from_bytes("Zoë 🏺\n\nThe 🏺 was Zoë’s.\n".encode(), "kiln.txt")
    assert [report.text[passage.start : passage.end] for passage in report.passages] == ["Zoë 🏺", "The 🏺 was Zoë’s."]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "kiln.txt", "kiln.txt: give a report with text in it: this one is empty."),
        (b" \n\t\r\n", "kiln.md", "kiln.md: give a report with text in it: this one is empty."),
        (b"\xef\xbb\xbf\n", "kiln.txt", "kiln.txt: give a report with text in it: this one is empty."),
        (b"", "kiln.pdf", "kiln.pdf: give a report with text in it: this one is empty."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "kiln.txt", "kiln.txt: give a text: this file is binary."),
        ("The kiln.".encode("utf-16"), "kiln.txt", "kiln.txt: give a text: this file is binary."),
        (b"caf\xe9", "kiln.html", "kiln.html: save the file as UTF-8 text: byte 4 is not text."),
        (b"=====\n\n-----\n", "kiln.txt", "kiln.txt: give a report with sentences in it: no paragraph was found."),
        (SENTENCE.encode(), "kiln.rtf", "kiln.rtf: give the report as .txt, .md, .html, .docx or .pdf."),
        (LARGE, "kiln.txt", "kiln.txt: shorten the report, or split it: it is over 5 MB."),
        (LARGE, "kiln.docx", "kiln.docx: shorten the report, or split it: it is over 5 MB."),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, name: str, sentence: str) -> None:
    assert refusal_of(content, name) == [sentence]


def test_a_file_over_the_limit_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "kiln.txt"
    with path.open("wb") as file:
        file.truncate(8 * 1024**3)  # sparse: it takes no room
    with pytest.raises(Rejected, match="over 5 MB"):
        load_report(path)


@pytest.mark.parametrize("name", ["missing.txt", "folder.txt", "nul\x00.txt"])
def test_a_file_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(Rejected) as refused:
        load_report(tmp_path / name)
    [problem] = refused.value.problems
    assert problem.startswith(f"{name}: give a file that exists and can be read (")
