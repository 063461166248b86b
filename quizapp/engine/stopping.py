"""When an attempt has said enough, and what a bank can be asked to reach."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.engine.ability import PRIOR, Ability
from quizapp.engine.item import Item, information
from quizapp.engine.pool import Pool, informations
from quizapp.engine.selection import best_item

Reason = Literal["target-error", "max-items", "nothing-left"]

# An error that falls by less than this with the best question left is not worth a learner's time.
NEGLIGIBLE = 0.001
SHORT_LEAST, SHORT_MOST = 8, 12
LONG_LEAST, LONG_MOST = 12, 40
# The target is what so many of the best items reach for an average learner; the real draw, at random among the best
# and for any learner, gets there a little later, between the least and the most.
SHORT_AIM, LONG_AIM = 9, 25
# Nobody needs to know a level better than this: a tenth of what learners differ by is left.
FINEST = 0.30


@dataclass(frozen=True, slots=True)
class Rules:
    """Not before ``least`` answers, at ``most``, between them when the error is down to ``target_error`` (logits)."""

    least: int
    most: int
    target_error: float | None


def stop_reason(ability: Ability, answered: int, pool_left: int, rules: Rules, gain: float) -> Reason | None:
    """Why to stop now, or None to go on.

    ``pool_left`` is how many items may still be asked, ``gain`` by how much the best of them would lower the error
    (``best_gain``). Before ``rules.least`` answers only an empty pool stops an attempt.
    """
    if answered >= rules.least:
        if rules.target_error is not None and ability.error <= rules.target_error:
            return "target-error"
        if answered >= rules.most:
            return "max-items"
        if gain < NEGLIGIBLE:
            return "nothing-left"
    return None if pool_left > 0 else "nothing-left"


def predicted_gain(ability: Ability, item: Item) -> float:
    """By how much this item would lower the error: error - 1 / sqrt(1 / error² + information)."""
    return ability.error - float((ability.error**-2 + information(item, ability.mean)) ** -0.5)


def best_gain(pool: Pool, ability: Ability, answered: Sequence[str], *, barred: Collection[str] = ()) -> float:
    """The predicted gain of the best item left; 0 when none is."""
    best = best_item(pool, ability, answered, barred)
    return 0.0 if best is None else predicted_gain(ability, best)


def reachable_error(pool: Pool, count: int) -> float:
    """The standard error that the best ``count`` items give for an ability at the prior mean, enemies kept apart.

    1 / sqrt(1 + sum of their information); with fewer items left than ``count``, of all that are left.
    """
    told = informations(pool.slopes, pool.difficulties, pool.guessings, PRIOR.mean)
    total, asked, kept = PRIOR.error**-2, 0, set[str]()
    for position in (-told).argsort(kind="stable").tolist():
        if asked >= count:
            break
        id = pool.items[position].id
        if id not in kept:
            total += told.item(position)
            asked += 1
            kept |= pool.enemies.get(id, frozenset())
    return float(total**-0.5)


def default_rules(pool: Pool) -> Rules:
    """A short attempt: 8 to 12 questions, with a target that this pool can reach in that time.

    About .65 with four options and known difficulties, more where difficulties are uncertain.
    """
    return _rules(pool, SHORT_LEAST, SHORT_MOST, SHORT_AIM)


def until_known_rules(pool: Pool) -> Rules:
    """A long attempt, "until it knows my level": 12 to 40 questions, down to what 25 of the best items reach."""
    return _rules(pool, LONG_LEAST, LONG_MOST, LONG_AIM)


def _rules(pool: Pool, least: int, most: int, aim: int) -> Rules:
    size = len(pool.items)
    target = max(round(reachable_error(pool, aim), 2), FINEST)
    return Rules(min(least, size), min(most, size), target)
