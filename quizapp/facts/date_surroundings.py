"""What is known where a date stands: the dates before it, the day of publication, and what the clause speaks of."""

import re
from dataclasses import dataclass
from datetime import date

from quizapp.facts.date_senses import Seen
from quizapp.facts.date_values import Point

_FUTURE = re.compile(
    r"\b(?:will|shall|would|due|scheduled|expected|expects?|set to|plans?|planned|planning|deadline|to be|"
    r"upcoming|hopes?|can|could|must|"
    r"may|going to|are to|is to|intends?|starting|beginning)\b|['’]ll\b|\b(?:by|until|till)\s(?:\w+\s){0,2}$"
)
_FORETOLD = re.compile(r"\b(?:will|expects?|forecasts?|is due|are due|plans? to|hopes? to)\b[^.;]*$")
_CLAUSE = re.compile(r"(?:;|:\s|[—–]|\b(?:but|after|when|while|because|since|as|who|which|that)\b)")
NEAR = 320
"""Characters back to what counts as the same stretch of story in a report that has its own date."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date of the text that others may lean on; an ``aside`` lends no year: a lifespan, a "since 1987"."""

    place: int
    point: Point
    time: str | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known where a date stands: its sentence's bounds and the anchors before it.

    ``year_ahead`` is of the next full date of the sentence; ``shares_year`` says that only "or" stands between.
    """

    text: str
    start: int
    end: int
    published: date | None
    anchors: tuple[Anchor, ...]
    year_ahead: int | None = None
    shares_year: bool = False

    def narrative(self) -> Anchor | None:
        return next((anchor for anchor in reversed(self.anchors) if not anchor.aside), None)

    def latest(self, unit: str = "year") -> Anchor | None:
        """The last date that is precise enough to count the unit from."""
        for anchor in reversed(self.anchors):
            point = anchor.point
            if unit in ("year", "decade", "century") or (
                point.month is not None and (unit == "month" or point.day is not None)
            ):
                return anchor
        return None

    def is_future(self, seen: Seen) -> bool:
        before = self.text[max(self.start, seen.start - 70) : seen.start]
        after = self.text[seen.end : min(self.end, seen.end + 25)]
        clause = _CLAUSE.split(before)[-1]
        return (
            _FUTURE.search(clause) is not None
            or re.match(
                r"\W{0,2}\s?(?:will|would|is due|may|could|"
                r"deadline)\b",
                after,
            )
            is not None
        )

    def is_foretold(self, seen: Seen) -> bool:
        """Whether the clause speaks of what is still to come: no story without a date of its own settles that."""
        return _FORETOLD.search(self.text[max(self.start, seen.start - 70) : seen.start]) is not None

    def is_quoted(self, place: int) -> bool:
        """Whether quotation marks are open at ``place``; they close with their paragraph."""
        begin = max(self.text.rfind("\n", 0, place) + 1, place - 2000)
        said = self.text[begin:place]
        return said.count("“") > said.count("”") or said.count('"') % 2 == 1
