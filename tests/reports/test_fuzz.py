"""Any text at all: the readers never fail, and what they give has exact offsets."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.errors import Rejected
from quizapp.reports import Report, report_from_bytes, report_from_text
from tests.nasty import REPEATED, any_text

LENGTH = 64 * 1024


def check(report: Report) -> None:
    position = 0
    for passage in report.passages:
        assert position <= passage.start < passage.end <= len(report.text)
        assert not report.text[passage.start].isspace() and not report.text[passage.end - 1].isspace()
        assert re.search(r"\w", report.text[passage.start : passage.end])
        position = passage.end
    assert report.title == " ".join(report.title.split())
    assert len(report.sha256) == 64


def read(content: bytes, name: str) -> None:
    """What any bytes must give: a sound report, or one sentence that names the file."""
    try:
        check(report_from_bytes(content, name))
    except Rejected as refused:
        [problem] = refused.problems
        assert problem.startswith(f"{name}: ") and problem.endswith(".") and "\n" not in problem


@given(any_text())
@settings(deadline=None, max_examples=60)
def test_any_text_is_read_as_every_kind_of_text(text: str) -> None:
    check(report_from_text(text))
    for name in ("any.txt", "any.md", "any.html"):
        read(text.encode(), name)


@given(st.binary(max_size=2_000), st.sampled_from(["any.docx", "any.pdf", "any.txt", "any.html"]))
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    for beginning in (b"", b"PK\x03\x04", b"%PDF-1.4\n"):
        read(beginning + content, name)


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("name", ["any.txt", "any.md", "any.html"])
def test_what_is_repeated_to_sixty_four_kilobytes_is_read(piece: str, name: str) -> None:
    text = piece * (LENGTH // len(piece))
    read(text.encode()[:LENGTH] if text.isascii() else text.encode(), name)
    read((text + "x").encode(), name)
