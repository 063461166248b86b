"""Where a learner's strengths lie: how much better or worse each topic goes than the rest."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quizapp.engine.ability import PRIOR, Ability
from quizapp.engine.item import LARGEST_LOGIT, Item, slope_of

# How much a learner's topics differ before any answer, in logits: half of what learners differ by.
SPREAD = 0.5
STEPS, LONGEST_STEP, CLOSE = 100, 1.0, 1e-9


def estimate_topics(items: Sequence[Item], scores: Sequence[int]) -> dict[str, Ability]:
    """The offset of every topic among ``items``, in logits, from the answers (1 or 0, item by item); they sum to zero.

    The model is logit P = a (ability + offset of the item's topic - difficulty). Offsets are normal (0, SPREAD) held to
    a sum of zero, ability is normal (0, 1) and estimated along with them; what is given is the posterior mode with
    the curvature there as its error (Fisher scoring; Segall 1996, multidimensional adaptive testing).
    """
    if len(items) != len(scores):
        raise ValueError("every item needs its score")
    topics = sorted({item.topic for item in items})
    if not topics:
        return {}
    contrasts = _contrasts(len(topics))
    at = np.array([topics.index(item.topic) for item in items], dtype=np.intp)
    # One row an item: ability counts fully, the topic through the contrasts.
    design = np.column_stack([np.ones(len(items)), contrasts[at]])
    precision = np.diag([PRIOR.error**-2, *[SPREAD**-2] * (len(topics) - 1)])
    place, covariance = _mode(items, np.array(scores, dtype=np.float64), design, precision)
    offsets = contrasts @ place[1:]
    errors = np.sqrt(np.einsum("ti,ij,tj->t", contrasts, covariance[1:, 1:], contrasts))
    return {
        topic: Ability(float(offset), float(error))
        for topic, offset, error in zip(topics, offsets, errors, strict=True)
    }


def _contrasts(count: int) -> NDArray[np.float64]:
    """Orthonormal columns that each sum to zero, shape (count, count - 1): all that offsets are free to do."""
    columns = np.zeros((count, count - 1))
    for column in range(count - 1):
        columns[: column + 1, column] = 1.0
        columns[column + 1, column] = -(column + 1.0)
        columns[:, column] /= np.sqrt((column + 1.0) * (column + 2.0))
    return columns


def _mode(
    items: Sequence[Item], scores: NDArray[np.float64], design: NDArray[np.float64], precision: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The most probable parameters and their covariance, for a normal prior around zero."""
    slopes = np.array([slope_of(item) for item in items])
    difficulties = np.array([item.difficulty for item in items])
    guessings = np.array([item.guessing for item in items])
    place: NDArray[np.float64] = np.zeros(design.shape[1])
    curvature = precision
    for _ in range(STEPS):
        logits = np.clip(slopes * (design @ place - difficulties), -LARGEST_LOGIT, LARGEST_LOGIT)
        knows = 1.0 / (1.0 + np.exp(-logits))
        right = guessings + (1.0 - guessings) * knows
        # d log P / d logit is L (score - P) / P, its square's mean L² (1 - P) / P.
        pull = slopes * (scores - right) * knows / right
        told = slopes**2 * knows**2 * (1.0 - right) / right
        curvature = precision + (design.T * told) @ design
        step = np.linalg.solve(curvature, design.T @ pull - precision @ place)
        place += step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), CLOSE))
        if np.abs(step).max() < CLOSE:
            break
    return place, np.linalg.inv(curvature).astype(np.float64)
