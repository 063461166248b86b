"""Blocks of text as a report: what the readers of Markdown, HTML and Word files have in common.

The report's text is made of the blocks, so its offsets are exact whatever the markup was.
"""

import re
from datetime import date

from quizapp.reports.plain import CAPTION, build_report, is_dateline, is_heading, split_dateline
from quizapp.reports.report import Passage, PassageKind, Report

Block = tuple[PassageKind, str]

# Lone halves of a surrogate pair, which no UTF-8 file holds, and controls that are no white space.
UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")


def report_from_blocks(blocks: list[Block], published: date | None, page_title: str | None = None) -> Report:
    """The report whose text is the blocks, a blank line between them."""
    passages: list[Passage] = []
    parts: list[str] = []
    position = 0
    for kind, block in blocks:
        content = " ".join(UNPRINTABLE.sub("", block).split())
        if not re.search(r"\w", content):
            continue
        parts.append(content)
        span = (position, position + len(content))
        position = span[1] + 2
        passages.append(Passage(*span, _settle(kind, content, len(passages))))
    text = "\n\n".join(parts)
    split = [
        piece
        for passage in passages
        for piece in (split_dateline(text, passage.start, passage.end) if passage.kind == "paragraph" else [passage])
    ]
    return build_report(text, split, published, page_title)


def _settle(kind: PassageKind, content: str, index: int) -> PassageKind:
    """The kind of a block, where its words say otherwise than its markup: bold lines are often headings."""
    if kind in ("paragraph", "caption") and is_dateline(content, index):
        return "dateline"
    if kind == "paragraph" and CAPTION.match(content):
        return "caption"
    if kind == "paragraph" and is_heading(content, first=index == 0):
        return "heading"
    return kind
