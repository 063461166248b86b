"""Made-up learners take real attempts: the engine that serves people, with abilities that are known."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from quizapp.engine.ability import Ability
from quizapp.engine.item import Item, chance
from quizapp.engine.pool import Pool
from quizapp.engine.posterior import Posterior
from quizapp.engine.selection import RULES, SERVING, SelectionRule
from quizapp.engine.stopping import Reason, Rules, best_gain, stop_reason

# An exposure is a share of attempts only when there are some: the first few count as this many.
SETTLING = 50


@dataclass(frozen=True, slots=True)
class SimulatedLearner:
    """A learner whose ability, in logits, is known because it was made up."""

    id: str
    ability: float


@dataclass(frozen=True, slots=True)
class SimulatedAttempt:
    """What one learner was asked and answered, in order, and what the engine made of it."""

    id: str
    items: tuple[str, ...]
    scores: tuple[int, ...]
    ability: Ability
    reason: Reason


@dataclass(frozen=True, slots=True)
class SimulationResult:
    """All attempts, and how well they measured.

    ``bias`` and ``rmse`` are of estimate minus truth, in logits; ``coverage90`` is the share of 90% intervals with the
    truth in them; ``max_exposure`` is the share of attempts that saw the most used item; ``microseconds_per_step`` is
    the mean time to select one item and to take its answer into the estimate, None where no clock was given.
    """

    attempts: tuple[SimulatedAttempt, ...]
    bias: float
    rmse: float
    coverage90: float
    mean_length: float
    max_exposure: float
    microseconds_per_step: float | None


@dataclass(slots=True)
class Exposure(Mapping[str, float]):
    """The share of attempts so far that showed each item, kept as counts."""

    attempts: int = 0
    shown: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, id: str) -> float:
        return self.shown.get(id, 0) / max(self.attempts, SETTLING)

    def __iter__(self) -> Iterator[str]:
        return iter(self.shown)

    def __len__(self) -> int:
        return len(self.shown)

    def add(self, items: Sequence[str]) -> None:
        """Count one attempt."""
        self.attempts += 1
        for id in items:
            self.shown[id] = self.shown.get(id, 0) + 1


def simulate(
    items: Sequence[Item],
    learners: Sequence[SimulatedLearner],
    seed: int = 0,
    max_items: int = 20,
    target_error: float | None = None,
    rule: str = SERVING,
    clock: Callable[[], float] | None = None,
) -> SimulationResult:
    """Let every learner take one attempt, one after another, so that each adds to what the next finds exposed.

    ``rule`` is a name in RULES (KeyError otherwise). The same arguments give the same result; chance is each learner's
    own, from the seed and the id. ``clock`` tells seconds. Raises ValueError without learners.
    """
    if not learners:
        raise ValueError("a simulation needs at least one learner")
    pool, rules, exposure = Pool.of(items), Rules(1, max_items, target_error), Exposure()
    attempts, seconds = [], 0.0
    for learner in learners:
        rng = Random(f"{seed} {learner.id}")
        attempt, spent = _attempt(pool, learner, rules, RULES[rule], rng, exposure, clock or _stopped)
        attempts.append(attempt)
        seconds += spent
        exposure.add(attempt.items)
    steps = sum(len(attempt.items) for attempt in attempts)
    return _summary(attempts, learners, exposure, 1e6 * seconds / steps if clock and steps else None)


def _stopped() -> float:
    return 0.0


def _attempt(
    pool: Pool,
    learner: SimulatedLearner,
    rules: Rules,
    rule: SelectionRule,
    rng: Random,
    exposure: Exposure,
    clock: Callable[[], float],
) -> tuple[SimulatedAttempt, float]:
    """One learner's attempt, and the seconds that selection and estimation took in it."""
    posterior, asked, scores, seconds = Posterior.before(), list[str](), list[int](), 0.0
    while True:
        ability = Ability(posterior.mean, posterior.error)
        reason = stop_reason(ability, len(asked), pool.left(asked), rules, best_gain(pool, ability, asked))
        started = clock()
        chosen = None if reason else rule(pool, ability, asked, rng, exposure=exposure)
        if chosen is None:
            reason = reason or "nothing-left"
            return SimulatedAttempt(learner.id, tuple(asked), tuple(scores), posterior.ability, reason), seconds
        seconds += clock() - started
        item = pool.item(chosen)
        score = int(rng.random() < chance(item, learner.ability))
        started = clock()
        posterior = posterior.after(item, score)
        seconds += clock() - started
        asked.append(chosen)
        scores.append(score)


def _summary(
    attempts: Sequence[SimulatedAttempt],
    learners: Sequence[SimulatedLearner],
    exposure: Exposure,
    microseconds: float | None,
) -> SimulationResult:
    count = len(attempts)
    misses = [attempt.ability.mean - learner.ability for attempt, learner in zip(attempts, learners, strict=True)]
    covered = 0
    for attempt, learner in zip(attempts, learners, strict=True):
        low, high = attempt.ability.interval()
        covered += low <= learner.ability <= high
    return SimulationResult(
        attempts=tuple(attempts),
        bias=sum(misses) / count,
        rmse=math.sqrt(sum(miss * miss for miss in misses) / count),
        coverage90=covered / count,
        mean_length=sum(len(attempt.items) for attempt in attempts) / count,
        max_exposure=max(exposure.shown.values(), default=0) / count,
        microseconds_per_step=microseconds,
    )
