"""Word files as blocks of text: paragraphs by their style, without tables, text boxes and deleted text."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from quizapp.errors import Rejected
from quizapp.reports.blocks import Block
from quizapp.reports.report import PassageKind

# A Word file of 5 MB may hold pictures, but no more text than this once its parts are unpacked.
UNPACKED_LIMIT = 100 * 1024 * 1024
UNPACKED_TEXT_LIMIT = 30 * 1024 * 1024
PARTS_LIMIT = 5_000
NOT_READ = frozenset(qn(name) for name in ("w:tbl", "w:txbxContent", "w:del", "w:moveFrom")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_word(content: bytes) -> list[Block]:
    """The blocks of a .docx file; raises Rejected where it is none or unpacks to far more than it should."""
    try:
        _refuse_bombs(content)
        body = docx.Document(io.BytesIO(content))._body
        return [(_kind(paragraph, body), _text(paragraph)) for paragraph in _paragraphs(body._element)]
    except Rejected:
        raise
    except Exception as error:  # what a broken archive makes its readers raise is anybody's guess
        raise Rejected(["Save the report as .docx again: this file cannot be read as a Word document."]) from error


def _refuse_bombs(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
        if (
            len(parts) > PARTS_LIMIT
            or sum(part.file_size for part in parts) > UNPACKED_LIMIT
            or sum(part.file_size for part in texts) > UNPACKED_TEXT_LIMIT
        ):
            raise Rejected(["Save the report as a smaller Word file: this one unpacks to more than a report holds."])
        for part in texts:
            # Word never declares entities; NULs out of the way, this finds a declaration in UTF-16 too.
            if b"<!" + b"DOCTYPE" in archive.read(part).replace(b"\x00", b""):
                raise Rejected(["Save the report as .docx again: this one declares entities, as no Word file does."])


def _paragraphs(element: Any) -> Iterator[Any]:
    """Every paragraph of the body, those in content controls too; in order, whatever the depth."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == qn("w:p"):
            yield node
        elif node.tag not in NOT_READ:
            stack.extend(reversed(node))


def _text(paragraph: Any) -> str:
    """The text of a paragraph, with links, insertions and fields, as Word shows it."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in SPACES:
            parts.append(SPACES[node.tag])
        elif node.tag not in NOT_READ:
            stack.extend(reversed(node))
    return "".join(parts)


def _kind(element: Any, body: Any) -> PassageKind:
    paragraph = Paragraph(element, body)
    name = ((paragraph.style.name if paragraph.style else None) or "").lower()
    if name.startswith(("heading", "title", "subtitle")):
        return "heading"
    if name.startswith("caption"):
        return "caption"
    numbered = element.pPr is not None and element.pPr.numPr is not None
    return "item" if numbered or name.startswith("list") else "paragraph"
