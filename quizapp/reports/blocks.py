"""Marked-up and laid-out files as blocks of text, and blocks as a report: Markdown, HTML, Word, PDF."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

from quizapp.errors import Rejected
from quizapp.reports.plain import DATE_LINE, build_report, split_dateline
from quizapp.reports.report import Passage, PassageKind, Report

Block = tuple[PassageKind, str]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_READ = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "table", "svg", "pre")
KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(HEADINGS, "heading"), "p": "paragraph", "li": "item", "blockquote": "paragraph",
    "figcaption": "caption", "caption": "caption", "dd": "paragraph", "dt": "heading",
}  # fmt: skip
# A Word file of 5 MB holds no more text than this once its parts are unpacked.
UNPACKED_LIMIT = 100 * 1024 * 1024


def report_from_blocks(blocks: list[Block], published: date | None, title: str | None = None) -> Report:
    """The report whose text is the blocks, a blank line between them."""
    passages: list[Passage] = []
    parts: list[str] = []
    position = 0
    for kind, block in blocks:
        content = " ".join(block.split())
        if not content:
            continue
        parts.append(content)
        span = (position, position + len(content))
        position = span[1] + 2
        if len(passages) < 3 and DATE_LINE.fullmatch(content):
            kind = "dateline"
        passages.append(Passage(*span, kind))
    text = "\n\n".join(parts)
    split = [
        piece
        for passage in passages
        for piece in (split_dateline(text, passage.start, passage.end) if passage.kind == "paragraph" else [passage])
    ]
    return build_report(text, split, published, title)


def html_blocks(source: str) -> list[Block]:
    """The blocks of a page that hold its text; menus, tables and scripts are left out."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, Tag

    soup = BeautifulSoup(source, "html.parser")
    for tag in soup.find_all(NOT_READ):
        tag.decompose()
    blocks: list[Block] = []
    loose: list[str] = []

    def close() -> None:
        if "".join(loose).strip():
            blocks.append(("paragraph", "".join(loose)))
        loose.clear()

    # Walked with a stack of our own: a page nested ten thousand deep is no reason to fail.
    stack: list[object] = [soup]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name in KINDS and not node.find(["p", "li", "blockquote"]):
                close()
                blocks.append((KINDS[node.name], node.get_text()))
            else:
                if node.name in ("div", "section", "article", "ul", "ol", "br", "hr", "main", "body", *KINDS):
                    close()
                stack.extend(reversed(node.contents))
        elif type(node) is NavigableString:
            loose.append(str(node))
    close()
    return blocks


def markdown_blocks(source: str) -> list[Block]:
    """The blocks of a Markdown text, by way of its HTML."""
    from markdown_it import MarkdownIt

    return html_blocks(MarkdownIt("commonmark").render(source))


def word_blocks(content: bytes) -> list[Block]:
    """The blocks of a .docx file by its paragraph styles."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_LIMIT:
                raise Rejected(["Save the report as a smaller Word file: this one unpacks to over 100 MB."])
        document = docx.Document(io.BytesIO(content))
        return [(_word_kind(paragraph.style.name if paragraph.style else ""), paragraph.text) for paragraph in document.paragraphs]
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise Rejected(["Save the report as .docx again: this file cannot be read as a Word document."]) from error


def _word_kind(style: str | None) -> PassageKind:
    name = (style or "").lower()
    if name.startswith(("heading", "title", "subtitle")):
        return "heading"
    return "caption" if name.startswith("caption") else "item" if name.startswith("list") else "paragraph"


def pdf_text(content: bytes) -> str:
    """The text of a PDF, page after page, as lines; words broken at a line's end are joined."""
    from pypdf import PdfReader
    from pypdf.errors import PdfReadError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Rejected(["Save the PDF without a password: an encrypted file cannot be read."])
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except Rejected:
        raise
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise Rejected(["Save the report as PDF again, or as text: this file cannot be read as a PDF."]) from error
    return "\n".join(_without_page_numbers(re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", text)))


def _without_page_numbers(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not re.fullmatch(r"\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?\s*", line, re.IGNORECASE):
            yield line.rstrip()
