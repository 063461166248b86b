"""What a fact is: one checkable statement with the exact characters that make it."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "duration", "figure", "place", "person", "organisation", "speech"]

PlaceClass = Literal[
    "country", "region", "city", "district", "airport", "base", "crossing", "building", "water", "street", "other"
]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, each field None where unknown; ``country`` is ISO 3166 alpha-2, degrees are WGS 84."""

    name: str
    place_class: PlaceClass | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


Number = int | float
Value = None | str | Number | tuple[Number, Number] | tuple[str, str] | Place
"""Dates, names and words said are strings, ranges pairs; None is a mention that the text does not settle."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a finder saw at ``start:end`` of the report, before facts are told from one another.

    ``hedge`` are the text's own words ("some", "more than"). ``unit`` is a singular name, an ISO 4217 code, "percent"
    or "fraction"; ``of`` the noun counted; ``part`` a part of a day; ``reported`` is True for speech without quotation
    marks; ``title`` and ``role`` are what the text calls a person ("Colonel"; "head of the survey").
    """

    kind: Kind
    start: int
    end: int
    value: Value = None
    hedge: str | None = None
    speaker: str | None = None
    unit: str | None = None
    of: str | None = None
    part: str | None = None
    reported: bool | None = None
    title: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention with its identity: its id, its text, its sentence, and the earlier fact it repeats (``same_as``)."""

    id: str
    text: str
    sentence: tuple[int, int]
    mention: Mention
    same_as: str | None = None

    @property
    def kind(self) -> Kind:
        return self.mention.kind

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end

    @property
    def value(self) -> Value:
        return self.mention.value

    @property
    def speaker(self) -> str | None:
        return self.mention.speaker

    @property
    def hedge(self) -> str | None:
        return self.mention.hedge


def fact_id(kind: Kind, text: str, start: int) -> str:
    """Ten hexadecimal digits that depend on what is said and where, and on nothing else."""
    return hashlib.sha256(f"{kind}\n{start}\n{text}".encode()).hexdigest()[:10]
