"""A report as every other part sees it: one text, and the passages that lie in it.

Offsets count Unicode code points of ``Report.text``, half open, as Python slices do.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

PassageKind = Literal["heading", "dateline", "paragraph", "item", "caption"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a report with its place; headings and captions hold no sentences."""

    start: int
    end: int
    kind: PassageKind

    @property
    def bears_sentences(self) -> bool:
        return self.kind in ("dateline", "paragraph", "item")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact characters of a report that prove something: ``quote == report.text[start:end]``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """A source text. ``passages`` are in order and do not overlap; ``published`` is None where nobody says."""

    title: str
    text: str
    passages: tuple[Passage, ...]
    published: date | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def evidence(self, start: int, end: int) -> Evidence:
        return Evidence(start, end, self.text[start:end])
