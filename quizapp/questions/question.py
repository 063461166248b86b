"""What a question is: the one model that the codec writes, the scorer scores and the rules judge."""

from dataclasses import dataclass, field
from typing import Literal

from quizapp.reports import Evidence

Interaction = Literal["choice", "true_false", "numeric", "text", "cloze", "ordering", "matching", "map"]
Topic = Literal["people", "places", "figures", "dates", "sequence", "speech"]
Status = Literal["draft", "published", "retired"]
Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be picked; ``why`` is its feedback; ``side`` is for matching alone."""

    id: str
    text: str
    correct: bool = False
    why: str = ""
    side: Side | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MapTarget:
    """The place to find: the option that names it, where it lies (degrees), and how near (kilometres) is right."""

    option: str
    latitude: float
    longitude: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Difficulty:
    """A guess on the logit scale, and its standard error."""

    estimate: float
    error: float


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which fields hold something depends on the interaction; the codec says which."""

    id: str
    interaction: Interaction
    form: str
    stem: str
    topic: Topic
    explanation: str
    evidence: tuple[Evidence, ...]
    facts: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    value: int | float | None = None
    tolerance: int | float | None = None
    order: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    place: MapTarget | None = None
    enemies: tuple[str, ...] = ()
    difficulty: Difficulty = field(default=Difficulty(0.0, 1.0))
    salience: int = 0
    status: Status = "draft"

    @property
    def key(self) -> Option | None:
        """The correct option of a choice, true/false or map question."""
        return next((option for option in self.options if option.correct), None)
