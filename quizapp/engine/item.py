"""One question as the engine sees it: how the chance of a right answer rises with ability."""

import math
from dataclasses import dataclass

from quizapp.errors import Rejected

# The logistic is taken as a normal ogive of scale 1.71 (1 / 1.71 squared = 0.342), so that a normal error of the
# difficulty can be integrated out and leaves a flatter curve (Zeger, Liang and Albert 1988, with 1.71 for 1.70).
OGIVE = 0.342
# Beyond these a number is a slip of whoever typed it; within them nothing here overflows.
FARTHEST = 100.0
FLATTEST, STEEPEST = 0.01, 100.0
# exp(500) is a float and its reciprocal is not zero.
LARGEST_LOGIT = 500.0


@dataclass(frozen=True, slots=True)
class Item:
    """A question's parameters, in logits.

    ``difficulty`` is the ability at even odds (guessing aside), the topic's part included, and ``error`` its standard
    error; ``discrimination`` is the slope a, ``guessing`` the chance c of being right without knowing. ``enemies``
    are the ids of items that give this one away; one direction is enough.

    Raises Rejected when a number is out of range or not a number.
    """

    id: str
    topic: str
    difficulty: float
    error: float
    discrimination: float = 1.0
    guessing: float = 0.0
    enemies: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        problems = []
        if not -FARTHEST <= self.difficulty <= FARTHEST:
            problems.append(f"give a difficulty from {-FARTHEST:g} to {FARTHEST:g}, not {self.difficulty:g}.")
        if not 0.0 <= self.error <= FARTHEST:
            problems.append(f"give an error of difficulty from 0 to {FARTHEST:g}, not {self.error:g}.")
        if not FLATTEST <= self.discrimination <= STEEPEST:
            problems.append(f"give a discrimination from {FLATTEST:g} to {STEEPEST:g}, not {self.discrimination:g}.")
        if not 0.0 <= self.guessing < 1.0:
            problems.append(f"give a chance of guessing from 0 to below 1, not {self.guessing:g}.")
        if problems:
            raise Rejected(problems)


def slope_of(item: Item) -> float:
    """The discrimination that is left when the difficulty is not known exactly: a / sqrt(1 + 0.342 a² error²)."""
    spread = item.discrimination * item.error
    return item.discrimination / math.sqrt(1.0 + OGIVE * spread * spread) if spread else item.discrimination


def chance(item: Item, ability: float) -> float:
    """The probability of a right answer: c + (1 - c) / (1 + exp(-a (ability - b))) (Birnbaum 1968)."""
    return item.guessing + (1.0 - item.guessing) * _logistic(slope_of(item) * (ability - item.difficulty))


def information(item: Item, ability: float) -> float:
    """Fisher information about ability, per squared logit: a² L² (1 - L) (1 - c) / P (Birnbaum 1968)."""
    return information_of(slope_of(item), item.difficulty, item.guessing, ability)


def information_of(slope: float, difficulty: float, guessing: float, ability: float) -> float:
    """The same for bare parameters, the slope flattened already."""
    knows = _logistic(slope * (ability - difficulty))
    known = 1.0 - guessing
    return slope * slope * knows * knows * (1.0 - knows) * known / (guessing + known * knows)


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(min(max(-logit, -LARGEST_LOGIT), LARGEST_LOGIT)))
