"""Made-up items and banks for the tests of the engine."""

from random import Random

from quizapp.engine import Item

# Five items of a law school test, as the R package ltm fits them (LSAT6: Bock and Lieberman 1970).
LSAT6 = [
    Item(f"lsat-{number}", "law", difficulty, 0.0, slope)
    for number, (slope, difficulty) in enumerate(
        [(0.825, -3.360), (0.723, -1.370), (0.890, -0.280), (0.689, -1.866), (0.657, -3.124)], start=1
    )
]


def item(id: str, difficulty: float = 0.0, topic: str = "people", **more: float) -> Item:
    """An item known exactly, without guessing, unless ``more`` says otherwise."""
    return Item(id, topic, difficulty, more.pop("error", 0.0), **more)  # type: ignore[arg-type]


def four_options(size: int, error: float = 0.0, topics: int = 1) -> list[Item]:
    """Items as generated questions are: slope 1, four options, difficulties spread evenly over -2 to 2."""
    step = 4.0 / max(size - 1, 1)
    return [
        Item(f"q{number}", f"topic {number % topics}", -2.0 + step * number, error, 1.0, 0.25) for number in range(size)
    ]


def calibrated(size: int, seed: int = 1) -> list[Item]:
    """A bank as published ones are: slopes lognormal (0, .35) within .35 and 2.5, difficulties normal (0, 1)."""
    rng = Random(seed)
    return [
        Item(f"q{number}", "", rng.gauss(0, 1), 0.0, min(max(rng.lognormvariate(0, 0.35), 0.35), 2.5))
        for number in range(size)
    ]
