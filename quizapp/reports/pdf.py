"""PDF files as lines of text; what repeats at the top or the foot of every page is left out."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable

from pypdf import PdfReader

from quizapp.errors import Rejected

PAGE_NUMBER = re.compile(r"\s{0,99}(?:page )?[-–—]?\s?\d{1,4}\s?[-–—]?(?: (?:of|/) \d{1,4})?\s{0,99}", re.IGNORECASE)
# On how many pages a first or last line must stand to be the running head.
REPEATED = 3


def read_pdf(content: bytes) -> str:
    """The text of a PDF, page after page, as lines; words broken at a line's end are joined."""
    # pypdf tells its log about every oddity; whoever gave the file gets one sentence and nothing else.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Rejected(["Save the PDF without a password: an encrypted file cannot be read."])
        pages = [page.extract_text().split("\n") for page in reader.pages]
    except Rejected:
        raise
    except Exception as error:  # what a broken PDF makes its reader raise is anybody's guess
        raise Rejected(["Save the report as PDF again, or as text: this file cannot be read as a PDF."]) from error
    # No blank line between pages: a paragraph may go on over the page, and its lines tell.
    text = "\n".join(line for page in _without_running_heads(pages) for line in page)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")
    # The rest of a broken word goes up to its beginning, so that lines keep about their length.
    return re.sub(r"(?<=[a-z])-\n([a-z]{1,30}[.,;:!?]?) ?", r"\1\n", text)


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    printed = [[line.rstrip() for line in page if not PAGE_NUMBER.fullmatch(line)] for page in pages]
    printed = [_trim(page) for page in printed]
    counts = Counter(mark for page in printed for mark in _marks(page[:1] + page[-1:]))
    heads = {mark for mark, count in counts.items() if count >= REPEATED}
    return [
        [line for at, line in enumerate(page) if at not in (0, len(page) - 1) or not heads & _marks([line])]
        for page in printed
    ]


def _trim(page: list[str]) -> list[str]:
    while page and not page[0].strip():
        page = page[1:]
    while page and not page[-1].strip():
        page = page[:-1]
    return page


def _marks(lines: Iterable[str]) -> set[str]:
    """Lines as they repeat: but for the number of the page."""
    return {re.sub(r"\d{1,9}", "#", line).strip() for line in lines}
