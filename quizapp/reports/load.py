"""Files as reports: the one place that reads them, and says in one sentence why one cannot be read."""

from datetime import date
from pathlib import Path

from quizapp.errors import Rejected
from quizapp.reports.blocks import report_from_blocks
from quizapp.reports.plain import report_from_text
from quizapp.reports.report import Report

SIZE_LIMIT = 5 * 1024 * 1024
SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def load_report(path: Path, published: date | None = None) -> Report:
    """Read a report file; raises Rejected with one sentence where it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise Rejected([f"{path.name}: give a file that exists and can be read ({reason})."]) from error
    return report_from_bytes(content, path.name, published)


def report_from_bytes(content: bytes, name: str, published: date | None = None) -> Report:
    """The report in a file's bytes, read as its name's ending says; raises Rejected with one sentence."""
    suffix = Path(name).suffix.lower() or ".txt"
    if suffix not in SUFFIXES:
        raise Rejected([f"{name}: give the report as .txt, .md, .html, .docx or .pdf."])
    if len(content) > SIZE_LIMIT:
        raise Rejected([f"{name}: shorten the report, or split it: it is over 5 MB."])
    if not content.strip():
        raise Rejected([f"{name}: give a report with text in it: this one is empty."])
    try:
        report = _read(content, suffix, published)
    except Rejected as refused:
        raise Rejected([f"{name}: {problem[0].lower()}{problem[1:]}" for problem in refused.problems]) from refused
    if not any(passage.bears_sentences for passage in report.passages):
        raise Rejected([f"{name}: give a report with sentences in it: no paragraph was found."])
    return report


def _read(content: bytes, suffix: str, published: date | None) -> Report:
    # Each library takes a while to import, so it is imported for its own files only.
    match suffix:
        case ".docx":
            from quizapp.reports.word import read_word

            return report_from_blocks(read_word(content), published)
        case ".pdf":
            from quizapp.reports.pdf import read_pdf

            text = read_pdf(content)
            if not text.strip():
                raise Rejected(["Give a PDF with text in it: this one holds pictures only."])
            return report_from_text(text, published)
        case ".md":
            from quizapp.reports.markdown import read_markdown

            return report_from_blocks(read_markdown(_decode(content)), published)
        case ".html" | ".htm":
            from quizapp.reports.html import read_html

            blocks, title = read_html(_decode(content))
            return report_from_blocks(blocks, published, title)
        case _:
            return report_from_text(_decode(content), published)


def _decode(content: bytes) -> str:
    if b"\x00" in content:
        raise Rejected(["Give a text: this file is binary."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Rejected([f"Save the file as UTF-8 text: byte {error.start + 1} is not text."]) from error
    if not text.strip():
        raise Rejected(["Give a report with text in it: this one is empty."])
    return text
