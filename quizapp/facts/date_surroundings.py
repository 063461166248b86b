"""What is known where a date stands: the dates before it, the day of publication, and what the clause speaks of."""

import re
from dataclasses import dataclass, field
from datetime import date

from quizapp.facts.date_senses import Seen
from quizapp.facts.date_values import Point

_SURELY_AHEAD = re.compile(
    r"\b(?:will|shall|deadline|upcoming|due|going to|scheduled|set to|are to|is to)\b|['’]ll\b|"
    r"\b(?:by|until|till)\s(?:\w+\s){0,2}$"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|due|scheduled|expected|expects?|set to|plans?|planned|planning|deadline|to be|"
    r"upcoming|hopes?|can|could|must|"
    r"may|going to|are to|is to|intends?|starting|beginning)\b|['’]ll\b"
)
_TERM = re.compile(r"\b(?:by|until|till)\s(?:\w+\s){0,2}$")
_TOLD_AFTER = re.compile(r"[^.;]{0,60}?\b(?:had|was|were)\b")
_FUTURE_AFTER = re.compile(r"\W{0,2}\s?(?:will|would|is due|may|could|deadline)\b")
_TOLD_BEFORE = re.compile(
    r"(?:\bsince|\b(?<!\bbe\s)(?<!\bget\s)(?!(?:expected|scheduled|planned|intended|proposed|postponed|delayed|moved|need|indeed)\b)"
    r"(?:[a-z]+ed|made|sent|held|given|taken|said|sold|built|found|shown|seen|struck|won|lost))\s"
    r"(?:(?:on|in|late|early|late on|early on|the)\s)*$"
)
"""What was "released on Wednesday" is past, whatever the sentence plans."""
_FORETOLD = re.compile(
    r"\b(?:will|shall|expects?|forecasts?|is due|are due|plans? to|hopes? to|before the end of|no later than|"
    r"(?:agreed|decided|voted|promised|pledged|vowed|resolved|planned|proposed|intend\w*|wants?)\b[^.;]{0,30}\bto)"
    r"\b[^.;]*$"
)
_CLAUSE = re.compile(r"(?:;|:\s|[—–]|\b(?:but|after|when|while|because|since|as|who|which|that)\b)")
_PARAGRAPH = re.compile(r"\n\s*\n")
NEAR = 320
"""Characters back to what counts as the same stretch of story in a report that has its own date."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date of the text that others may lean on; an ``aside`` lends no year: a lifespan, a "since 1987".

    ``foretold`` is said of what was still to come, and lends nothing to the story told; a ``dateline`` dates the
    report; a ``span`` is the first year of a period whose end is the ``point``; on ``decade`` only decades lean.
    """

    place: int
    point: Point
    time: str | None = None
    aside: bool = False
    part: str | None = None
    foretold: bool = False
    dateline: bool = False
    span: int | None = None
    decade: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known where a date stands: its sentence's bounds and the anchors before it.

    ``year_ahead`` is of the next full date of the sentence; ``shares_year`` says that only "or" stands between.
    ``years`` are those that the report writes with a month; ``before`` is where the sentence before starts;
    ``foretells`` says that this sentence tells nothing of the past; ``adrift`` that the report counts from its own day
    ("yesterday"), which is not known. ``bound`` is the next date of the text that has its year and month;
    ``doubted`` says that a year has been left open since the last anchor.
    """

    text: str
    start: int
    end: int
    published: date | None
    anchors: tuple[Anchor, ...]
    year_ahead: int | None = None
    shares_year: bool = False
    before: int = 0
    foretells: bool = False
    adrift: bool = False
    years: frozenset[int] = field(default_factory=frozenset)
    bound: Point | None = None
    doubted: bool = False

    def narrative(self) -> Anchor | None:
        """The date that the story has come to; plans are no part of it, save within their own sentence."""
        told = [anchor for anchor in self.anchors if not anchor.aside]
        return next((anchor for anchor in reversed(told) if self._belongs(anchor)), told[-1] if told else None)

    def latest(self, unit: str = "year") -> Anchor | None:
        """The last date that is precise enough to count the unit from; the dateline only gives a month or a year.

        Two weeks after "mid-November" is no day, whatever day was told before it.
        """
        passed: tuple[int, int] | None = None
        for anchor in reversed(self.anchors):
            point = anchor.point
            if anchor.decade and unit != "decade":
                continue
            if unit in ("year", "decade", "century") or (point.month is not None and unit == "month"):
                return anchor
            if point.day is not None and not anchor.dateline and self._belongs(anchor):
                return None if passed is not None and passed > (point.year or 0, point.month or 0) else anchor
            if point.month is not None and point.day is None:
                if anchor.place >= self.start:
                    return None
                if not anchor.aside and self._belongs(anchor):
                    passed = passed or (point.year or 0, point.month)
        return None

    def _belongs(self, anchor: Anchor) -> bool:
        return not anchor.foretold or anchor.place >= self.start

    @property
    def looks_back(self) -> bool:
        """Whether the sentence tells of what had been."""
        return re.search(r"\bhad\b", self.text[self.start : self.end]) is not None

    def same_paragraph(self, anchor: Anchor) -> bool:
        return _PARAGRAPH.search(self.text, anchor.place, max(self.start, anchor.place)) is None

    def may_count_from(self, anchor: Anchor, pointed: bool = False) -> bool:
        """Whether days and weeks after what was told last are days after the anchor: nothing undated lies between.

        ``pointed`` is "that day", which reaches back a whole paragraph.
        """
        if anchor.place >= self.before or self.same_paragraph(anchor):
            return True
        return pointed and len(_PARAGRAPH.findall(self.text, anchor.place, max(self.start, anchor.place))) == 1

    def is_future(self, seen: Seen) -> bool:
        if _FUTURE.search(self._clause(seen)) or _FUTURE_AFTER.match(self.text[seen.end : self._right(seen, 25)]):
            return True
        if not _TERM.search(self._clause(seen)):
            return False
        return _TOLD_AFTER.match(self.text[seen.end : self._right(seen, 75)]) is None

    def is_ahead(self, seen: Seen) -> bool:
        """Whether a day or month without a year lies ahead of the report: its clause says so, or its sentence plans."""
        if _TOLD_BEFORE.search(self.text[max(self.start, seen.start - 40) : seen.start]):
            return False
        return self.is_future(seen) or self.foretells

    def is_surely_ahead(self, seen: Seen) -> bool:
        return _SURELY_AHEAD.search(self._clause(seen)) is not None and self.is_future(seen)

    def is_foretold(self, seen: Seen) -> bool:
        """Whether the clause speaks of what is still to come."""
        return _FORETOLD.search(self.text[max(self.start, seen.start - 90) : seen.start]) is not None

    def _clause(self, seen: Seen) -> str:
        return _CLAUSE.split(self.text[max(self.start, seen.start - 70) : seen.start])[-1]

    def _right(self, seen: Seen, reach: int) -> int:
        return min(self.end, seen.end + reach)

    def is_quoted(self, place: int) -> bool:
        """Whether quotation marks are open at ``place``; they close with their paragraph."""
        begin = max(self.text.rfind("\n", 0, place) + 1, place - 2000)
        said = self.text[begin:place]
        return said.count("“") > said.count("”") or said.count('"') % 2 == 1
