"""An attempt as it is recorded: the rules and items copied when it began, what was shown, what was answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from quizapp.engine import Item, Rules

Mode = Literal["practice", "assessment"]


@dataclass(frozen=True, slots=True)
class Presentation:
    """A question as shown once, numbered from 1 in its attempt.

    ``order`` are option ids in the order shown (matching: the left ones, then the right ones); for an ordering, as the
    learner has arranged them so far. ``is_repeat`` says that the learner had answered the question before.
    """

    number: int
    question: str
    revision: int
    order: tuple[str, ...]
    is_repeat: bool
    shown: datetime


@dataclass(frozen=True, slots=True)
class Response:
    """What was answered to the presentation of that number; ``answer`` is None for "I don't know"."""

    number: int
    answer: object
    score: int
    answered: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """One learner, one quiz, start to end. ``items`` are the engine's view of all that may be drawn, as it was then.

    Where ``is_review``, only what was missed before is asked again, and nothing is measured.
    """

    id: str
    learner: int
    slug: str
    mode: Mode
    is_review: bool
    rules: Rules
    seed: int
    items: tuple[Item, ...]
    started: datetime
    finished: datetime | None = None
    reason: str | None = None
    classroom: int | None = None
    presentations: tuple[Presentation, ...] = ()
    responses: tuple[Response, ...] = ()

    @property
    def current(self) -> Presentation | None:
        """The presentation that waits for its answer."""
        answered = {response.number for response in self.responses}
        return next((one for one in self.presentations if one.number not in answered), None)

    @property
    def tells(self) -> bool:
        """Whether what was right may be told: in an assessment only once it is over."""
        return self.mode == "practice" or self.finished is not None

    def response_to(self, number: int) -> Response | None:
        return next((one for one in self.responses if one.number == number), None)

    def presentation(self, number: int) -> Presentation | None:
        return next((one for one in self.presentations if one.number == number), None)

    def measured(self) -> list[tuple[Item, int]]:
        """The items answered here for the first time with their scores, in order: what ability rests on."""
        items = {item.id: item for item in self.items}
        found = []
        for one in self.presentations:
            response = self.response_to(one.number)
            if response is not None and not one.is_repeat and not self.is_review and one.question in items:
                found.append((items[one.question], response.score))
        return found
