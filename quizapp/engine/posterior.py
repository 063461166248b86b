"""From answers to an ability: the posterior on a grid, one answer at a time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizapp.engine.ability import PRIOR, SHARE, Ability
from quizapp.engine.item import LARGEST_LOGIT, Item, slope_of

# In standard deviations of the prior. A twelfth of one apart is finer than half of any error a quiz can reach, where
# the sum over the points and the integral no longer differ.
GRID: NDArray[np.float64] = np.linspace(-5.0, 5.0, 121)
_MOMENTS: NDArray[np.float64] = np.stack([np.ones_like(GRID), GRID, GRID * GRID])
_NORMAL: NDArray[np.float64] = np.exp(-0.5 * GRID * GRID) / np.exp(-0.5 * GRID * GRID).sum()


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """The distribution of one learner's ability after the answers so far.

    ``weights`` are probabilities on GRID, shape (121,), which sum to one; ``mean`` and ``error`` are in logits.
    """

    prior: Ability
    weights: NDArray[np.float64]
    mean: float
    error: float

    @classmethod
    def before(cls, prior: Ability = PRIOR) -> "Posterior":
        """The posterior before the first answer: the prior, taken as normal."""
        return cls(prior, _NORMAL, prior.mean, prior.error)

    def after(self, item: Item, score: int) -> "Posterior":
        """The posterior when ``item`` was answered as well, right (1) or wrong (0)."""
        scale = self.prior.error
        slope = slope_of(item) * scale
        weights = GRID - (item.difficulty - self.prior.mean) / scale
        weights *= -slope if score else slope
        np.minimum(weights, LARGEST_LOGIT, out=weights)
        np.exp(weights, out=weights)
        weights += 1.0
        np.divide(1.0 - item.guessing, weights, out=weights)
        if score and item.guessing:
            weights += item.guessing
        weights *= self.weights
        total, first, second = _MOMENTS.dot(weights).tolist()
        weights *= 1.0 / total
        middle = first / total
        spread = math.sqrt(max(second / total - middle * middle, 0.0))
        return Posterior(self.prior, weights, self.prior.mean + scale * middle, scale * spread)

    @property
    def ability(self) -> Ability:
        """The mean, the error and the middle 90%."""
        low, high = self.interval()
        return Ability(self.mean, self.error, low, high)

    def interval(self, share: float = SHARE) -> tuple[float, float]:
        """Where the middle ``share`` of this distribution lies, in logits."""
        tail = (1.0 - share) / 2.0
        # Every point stands for the cell around it, so half of its weight lies below it.
        below = self.weights.cumsum()
        below -= 0.5 * self.weights
        low, high = np.interp((tail, 1.0 - tail), below, GRID).tolist()
        return self.prior.mean + self.prior.error * low, self.prior.mean + self.prior.error * high


def estimate(items: Sequence[Item], scores: Sequence[int], prior: Ability = PRIOR) -> Ability:
    """Ability after these answers, expected a posteriori (Bock and Mislevy 1982); ``scores`` are 1 or 0, item by item.

    Difficulties count as known no better than their errors say, guessing as known.
    """
    posterior = Posterior.before(prior)
    for item, score in zip(items, scores, strict=True):
        posterior = posterior.after(item, score)
    return posterior.ability
