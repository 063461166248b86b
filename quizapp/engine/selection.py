"""Which item comes next: the rules by name, the one that serves attempts first."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from random import Random
from typing import Protocol

from quizapp.engine.ability import Ability
from quizapp.engine.item import Item
from quizapp.engine.pool import Pool, Ranking

# One of so many best is drawn at random: the fewest in a small topic, the most where a topic has a hundred items.
FEWEST, MOST = 5, 10
# ... but none that tells less than this share of what the best one would.
WORTHWHILE = 0.5
# In a pool of at least LARGE items none is shown in more than EXPOSURE_CAP of the attempts. Measured on simulated banks
# with 20 questions, the cap raises the error by 15% at 500 items, 4% at 5,000, 2% at 10,000 and nothing at 20,000.
LARGE = 10_000
EXPOSURE_CAP = 0.20
# How many items are weighed exactly for the very best. A bank of tens of thousands never needs more; of a million it
# may have more that differ by less than a fiftieth, and then the best of these is taken.
WEIGHED = 32


class SelectionRule(Protocol):
    """How rules are called: see ``select``."""

    def __call__(
        self,
        pool: Pool,
        ability: Ability,
        answered: Sequence[str],
        rng: Random,
        *,
        barred: Collection[str] = (),
        exposure: Mapping[str, float] | None = None,
        weights: Mapping[str, float] | None = None,
    ) -> str | None: ...


def select(
    pool: Pool,
    ability: Ability,
    answered: Sequence[str],
    rng: Random,
    *,
    barred: Collection[str] = (),
    exposure: Mapping[str, float] | None = None,
    weights: Mapping[str, float] | None = None,
) -> str | None:
    """The id of the next item, or None when nothing is left that may be asked.

    The topic furthest behind its share comes first (``weights``, equal by default; topics without a weight above 0 are
    left out). In it, one of the 5 to 10 items with the most information at the posterior mean is drawn at random
    (Kingsbury and Zara 1989); an item that tells less than half of the best is not drawn.

    Never drawn: ``answered`` items and enemies of any of them. Avoided while anything else is left: ``barred`` items
    (seen in earlier attempts), and, in a pool of 10,000 items or more, those that ``exposure`` (the share of
    attempts in which each id was shown, 0 to 1) puts at .20 or above: a smaller bank would pay for such a cap with
    its precision. The cap gives way before the bar does.
    """
    kept = pool.kept_out(answered)
    topics = _by_deficit(pool, answered, rng, weights)
    crowded = exposure if exposure is not None and len(pool.items) >= LARGE else None
    for avoided, capped in _concessions(barred, crowded):
        for topic in topics:
            best = _best_few(pool, pool.topics[topic], ability.mean, kept, avoided, capped)
            if best:
                return pool.items[rng.choice(best)].id
    return None


def max_information(
    pool: Pool,
    ability: Ability,
    answered: Sequence[str],
    rng: Random,
    *,
    barred: Collection[str] = (),
    exposure: Mapping[str, float] | None = None,
    weights: Mapping[str, float] | None = None,
) -> str | None:
    """The id of the item with the most information at the posterior mean (Lord 1980), or None.

    Plain: enemies and ``barred`` are minded as in ``select``; chance, exposure and topics are not.
    """
    best = best_item(pool, ability, answered, barred)
    return None if best is None else best.id


def best_item(pool: Pool, ability: Ability, answered: Sequence[str], barred: Collection[str] = ()) -> Item | None:
    """The item that ``max_information`` names."""
    kept = pool.kept_out(answered)
    for avoided, _ in _concessions(barred, None):
        left = _left(pool, pool.whole, ability.mean, kept, avoided, None)
        best, best_told = None, -1.0
        for position, most in islice(left, WEIGHED):
            if most <= best_told:
                break
            told = pool.information(position, ability.mean)
            if told > best_told:
                best, best_told = position, told
        if best is not None:
            return pool.items[best]
    return None


SERVING = "one-of-the-best"
RULES: Mapping[str, SelectionRule] = {SERVING: select, "max-information": max_information}


def _concessions(
    barred: Collection[str], exposure: Mapping[str, float] | None
) -> Iterator[tuple[Collection[str], Mapping[str, float] | None]]:
    """What to avoid, less and less of it."""
    avoided = barred if isinstance(barred, set | frozenset) else frozenset(barred)
    if exposure is not None:
        yield avoided, exposure
    yield avoided, None
    if avoided:
        yield frozenset(), None


def _by_deficit(pool: Pool, answered: Sequence[str], rng: Random, weights: Mapping[str, float] | None) -> list[str]:
    """The topics to draw from, furthest behind first, at random among equals."""
    wanted = {topic: weights.get(topic, 0.0) if weights is not None else 1.0 for topic in pool.topics}
    topics = [topic for topic, weight in wanted.items() if weight > 0.0]
    if len(topics) < 2:
        return topics
    asked = dict.fromkeys(topics, 0)
    for id in answered:
        position = pool.positions.get(id)
        if position is not None and (topic := pool.items[position].topic) in asked:
            asked[topic] += 1
    share = (sum(asked.values()) + 1) / sum(wanted[topic] for topic in topics)
    deficits = {topic: (share * wanted[topic] - asked[topic], rng.random()) for topic in topics}
    return sorted(topics, key=deficits.__getitem__, reverse=True)


def _left(
    pool: Pool,
    ranking: Ranking,
    ability: float,
    kept: Collection[str],
    avoided: Collection[str],
    exposure: Mapping[str, float] | None,
) -> Iterator[tuple[int, float]]:
    items = pool.items
    for position, most in pool.best_first(ranking, ability):
        id = items[position].id
        if id in kept or id in avoided:
            continue
        if exposure is not None and exposure.get(id, 0.0) >= EXPOSURE_CAP:
            continue
        yield position, most


def _best_few(
    pool: Pool,
    ranking: Ranking,
    ability: float,
    kept: Collection[str],
    avoided: Collection[str],
    exposure: Mapping[str, float] | None,
) -> list[int]:
    """The positions to draw from: at most as many as the ranking is large enough for, all of them worthwhile."""
    count = min(max(len(ranking.members) // 10, FEWEST), MOST)
    left = islice(_left(pool, ranking, ability, kept, avoided, exposure), count)
    best, least = [], 0.0
    for position, most in left:
        if most < least:
            break
        least = least or WORTHWHILE * most
        best.append(position)
    return best
