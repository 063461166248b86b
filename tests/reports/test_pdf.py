"""PDF files: lines back into paragraphs, and files that hold no text."""

import pytest

from quizapp.errors import Rejected
from quizapp.reports import report_from_bytes
from tests.reports.files import pdf_of

FIRST_PAGE = [
    "Harbour News",
    "A lighthouse is sold",
    "The lighthouse on Skerry Point was sold on Friday to a family from Leith, who",
    "will live in it. The harbour board had asked for 90,000 pounds, and Magnus",
    "Thorn paid 84,500. The lamp was put out in 1988, and the extra-",
    "ordinary lens is in a museum.",
    "1",
]


def refusal_of(content: bytes) -> list[str]:
    with pytest.raises(Rejected) as refused:
        report_from_bytes(content, "sale.pdf")
    return refused.value.problems


def test_lines_of_a_page_are_paragraphs_again() -> None:
    report = report_from_bytes(pdf_of(FIRST_PAGE[1:]), "sale.pdf")
    assert report.title == "A lighthouse is sold"
    assert [passage.kind for passage in report.passages] == ["heading", "paragraph"]
    assert "the extraordinary lens" in " ".join(report.text.split())
    assert "Magnus\nThorn" in report.text


def test_a_paragraph_goes_on_over_the_page_and_running_heads_are_left_out() -> None:
    second = ["Harbour News", "The family has two children, and they were to row to the school at Carrick", "2"]
    third = ["Harbour News", "Bay every morning, their mother said.", "3"]
    report = report_from_bytes(pdf_of(FIRST_PAGE, second, third), "sale.pdf")
    assert "Harbour News" not in report.text
    assert [report.text[passage.start : passage.end].count("\n") for passage in report.passages] == [0, 3, 1]


def test_an_encrypted_file_is_refused() -> None:
    assert refusal_of(pdf_of(FIRST_PAGE, password="lamp")) == [
        "sale.pdf: save the PDF without a password: an encrypted file cannot be read."
    ]


def test_a_file_of_pictures_is_refused() -> None:
    assert refusal_of(pdf_of([], [])) == ["sale.pdf: give a PDF with text in it: this one holds pictures only."]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7", b"The lighthouse was sold.", pdf_of(FIRST_PAGE)[:300], b"%PDF-1.4\n1 0 obj\n<<\n" * 500],
    ids=["only a beginning", "plain text", "cut short", "nested"],
)
def test_a_broken_file_is_refused_in_one_sentence(content: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    [problem] = refusal_of(content)
    assert problem in (
        "sale.pdf: save the report as PDF again, or as text: this file cannot be read as a PDF.",
        "sale.pdf: give a PDF with text in it: this one holds pictures only.",
    )
    assert capfd.readouterr() == ("", "")
