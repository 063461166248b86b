"""How able a learner is, as far as the answers tell: never a point alone."""

from dataclasses import dataclass
from statistics import NormalDist

SHARE = 0.90
_NORMAL = NormalDist()
_EDGE = _NORMAL.inv_cdf((1.0 + SHARE) / 2.0)


@dataclass(frozen=True, slots=True)
class Ability:
    """A distribution of ability in logits: its mean and its standard deviation, called the error.

    ``low`` and ``high`` hold the middle 90% where a posterior was worked out; without them it is taken as normal.
    """

    mean: float
    error: float
    low: float | None = None
    high: float | None = None

    def interval(self, share: float = SHARE) -> tuple[float, float]:
        """Where the middle ``share`` (between 0 and 1) of the distribution lies.

        The two sides may differ: each is a normal's, stretched so that the middle 90% ends where it was found.
        """
        if not 0.0 < share < 1.0:
            raise ValueError(f"a share lies between 0 and 1, not {share}")
        width = _NORMAL.inv_cdf((1.0 + share) / 2.0)
        below = self.error if self.low is None else (self.mean - self.low) / _EDGE
        above = self.error if self.high is None else (self.high - self.mean) / _EDGE
        return self.mean - width * below, self.mean + width * above


# Before any answer: learners are normal (0, 1), which is what the logit scale is fixed to.
PRIOR = Ability(0.0, 1.0)
