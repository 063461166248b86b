"""What one attempt may draw from, laid out so that choosing costs the same whatever the size of the bank."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizapp.engine.item import LARGEST_LOGIT, Item, information_of, slope_of
from quizapp.errors import Rejected

# The index cuts the ability scale into buckets; the first and the last reach to infinity.
LOWEST, WIDTH, BUCKETS = -4.0, 0.1, 82
# As many of the best are listed for each bucket; a bank within this is listed whole.
LISTED = 512
# How many numbers are worked on at once while the index is built: a few dozen megabytes.
CELLS = 1 << 20
# A list is read in such pieces, because the item sought is nearly always among the first.
PIECE = 32


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """The items of one topic, or all, by how much they can tell about an ability in each bucket.

    ``members`` are positions in the pool, shape (n,). ``order`` are the positions of the best, best first, and
    ``most`` the most information each gives anywhere in the bucket, both of shape (82, at most 512).
    """

    members: NDArray[np.int32]
    order: NDArray[np.int32]
    most: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Items with what selection needs of them: parameters as arrays of shape (n,), rankings, and enemies both ways."""

    items: tuple[Item, ...]
    positions: Mapping[str, int]
    slopes: NDArray[np.float64]
    difficulties: NDArray[np.float64]
    guessings: NDArray[np.float64]
    enemies: Mapping[str, frozenset[str]]
    topics: Mapping[str, Ranking]
    whole: Ranking

    @classmethod
    def of(cls, items: Sequence[Item]) -> "Pool":
        """Lay out the items; raises Rejected when two have one id. Time grows with the number of items, times 82."""
        positions = {item.id: position for position, item in enumerate(items)}
        if len(positions) < len(items):
            twice = sorted({item.id for position, item in enumerate(items) if positions[item.id] != position})
            raise Rejected([f"Give every item an id of its own: {', '.join(twice)} stands twice."])
        slopes = np.array([slope_of(item) for item in items], dtype=np.float64)
        difficulties = np.array([item.difficulty for item in items], dtype=np.float64)
        guessings = np.array([item.guessing for item in items], dtype=np.float64)
        whole, topics = _rank(slopes, difficulties, guessings, _members(items))
        return cls(tuple(items), positions, slopes, difficulties, guessings, _both_ways(items), topics, whole)

    def item(self, id: str) -> Item:
        """The item of that id; KeyError when it is not in this pool."""
        return self.items[self.positions[id]]

    def kept_out(self, answered: Sequence[str]) -> set[str]:
        """The answered ids and the ids of their enemies; answered items need not be in the pool any more."""
        kept = set(answered)
        if self.enemies:
            for id in answered:
                kept |= self.enemies.get(id, frozenset())
        return kept

    def left(self, answered: Sequence[str]) -> int:
        """How many items are neither answered nor enemies of an answered one."""
        return len(self.items) - sum(id in self.positions for id in self.kept_out(answered))

    def information(self, position: int, ability: float) -> float:
        """Fisher information of the item at ``position`` about an ability."""
        slope, difficulty = self.slopes.item(position), self.difficulties.item(position)
        return information_of(slope, difficulty, self.guessings.item(position), ability)

    def best_first(self, ranking: Ranking, ability: float) -> Iterator[tuple[int, float]]:
        """Positions with the most information near ``ability``, falling: all of the ranking, the list's at no cost.

        Beyond the list (which a large bank needs only for a learner who has seen hundreds) every member is gone over.
        """
        bucket = min(max(int((ability - LOWEST) / WIDTH + 1.0), 0), BUCKETS - 1)
        order, most = ranking.order[bucket], ranking.most[bucket]
        for start in range(0, len(order), PIECE):
            piece = slice(start, start + PIECE)
            yield from zip(order[piece].tolist(), most[piece].tolist(), strict=True)
        if len(order) < len(ranking.members):
            rest = ranking.members[~np.isin(ranking.members, order)]
            told = informations(self.slopes[rest], self.difficulties[rest], self.guessings[rest], ability)
            falling = np.argsort(-told, kind="stable")
            yield from zip(rest[falling].tolist(), told[falling].tolist(), strict=True)


def informations(
    slopes: NDArray[np.float64],
    difficulties: NDArray[np.float64],
    guessings: NDArray[np.float64],
    abilities: NDArray[np.float64] | float,
) -> NDArray[np.float64]:
    """Fisher information of many items, by the formula of ``item.information``; the shapes broadcast."""
    knows = slopes * (difficulties - abilities)
    np.clip(knows, -LARGEST_LOGIT, LARGEST_LOGIT, out=knows)
    np.exp(knows, out=knows)
    knows += 1.0
    np.divide(1.0, knows, out=knows)
    known = 1.0 - guessings
    told: NDArray[np.float64] = slopes * slopes * known * knows * knows * (1.0 - knows) / (guessings + known * knows)
    return told


def _members(items: Sequence[Item]) -> dict[str, NDArray[np.int32]]:
    """The positions of each topic's items, topics in alphabetical order."""
    found: dict[str, list[int]] = {}
    for position, item in enumerate(items):
        found.setdefault(item.topic, []).append(position)
    return {topic: np.array(found[topic], dtype=np.int32) for topic in sorted(found)}


def _both_ways(items: Sequence[Item]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for item in items:
        for enemy in item.enemies - {item.id}:
            found.setdefault(item.id, set()).add(enemy)
            found.setdefault(enemy, set()).add(item.id)
    return {id: frozenset(enemies) for id, enemies in found.items()}


def _rank(
    slopes: NDArray[np.float64],
    difficulties: NDArray[np.float64],
    guessings: NDArray[np.float64],
    topics: Mapping[str, NDArray[np.int32]],
) -> tuple[Ranking, dict[str, Ranking]]:
    """The ranking of all and of each topic, some buckets at a time."""
    everything = np.arange(len(slopes), dtype=np.int32)
    groups = [everything, *(topics.values() if len(topics) > 1 else ())]
    # Where an item tells the most: at its difficulty, guessing aside (Birnbaum 1968).
    peaks = difficulties + np.log((1.0 + np.sqrt(1.0 + 8.0 * guessings)) / 2.0) / slopes
    edges = np.concatenate(([-np.inf], LOWEST + WIDTH * np.arange(BUCKETS - 1), [np.inf]))
    at_once = max(CELLS // max(len(slopes), 1), 1)
    pieces: list[list[tuple[NDArray[np.int32], NDArray[np.float64]]]] = [[] for _ in groups]
    for start in range(0, BUCKETS, at_once):
        low, high = edges[start : start + at_once + 1][:-1, None], edges[start + 1 : start + at_once + 1][:, None]
        # It rises up to the peak and falls behind it, so the most in a bucket is at the point nearest to the peak.
        most = informations(slopes, difficulties, guessings, np.clip(peaks, low, high))
        for group, found in zip(groups, pieces, strict=True):
            found.append(_best_of(most, group))
    rankings = [
        Ranking(group, np.concatenate([order for order, _ in found]), np.concatenate([most for _, most in found]))
        for group, found in zip(groups, pieces, strict=True)
    ]
    named = rankings[1:] if len(topics) > 1 else rankings[: len(topics)]
    return rankings[0], dict(zip(topics, named, strict=True))


def _best_of(most: NDArray[np.float64], group: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """The best of a group in each row: positions and information, falling, the earlier first among equals."""
    inside = -most[:, group]
    if len(group) > LISTED:
        best = np.sort(np.argpartition(inside, LISTED, axis=1)[:, :LISTED], axis=1)
        inside, members = np.take_along_axis(inside, best, axis=1), group[best]
    else:
        members = np.broadcast_to(group, inside.shape)
    falling = np.argsort(inside, axis=1, kind="stable")
    return np.take_along_axis(members, falling, axis=1), -np.take_along_axis(inside, falling, axis=1)
