"""Reports of any length for the benchmarks, made of the bank's own: every copy with other names, numbers and years."""

import itertools
import re
from pathlib import Path
from random import Random

BANK = Path(__file__).parent.parent.parent / "questions"
SYLLABLES = "bar den fol gar hal kel lor mar nor pen ros sel tar vel wen dun".split()
# Names are swapped for names of our own; what begins a sentence may be any word, so it stays.
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
NUMBER = re.compile(r"\b\d+\b")
MONTHS = frozenset(
    "January February March April June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)


def long_report(words: int, seed: int = 0) -> str:
    """A report of this many words; the same number and seed give the same text."""
    paragraphs = [
        line
        for path in sorted(BANK.glob("*/report.md"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "*"))
    ]
    rng = Random(seed)
    lines = ["A long report", "12 May 2025"]
    left = words
    for line in itertools.cycle(paragraphs):
        varied = _vary(line, rng).split()
        lines.append(" ".join(varied[:left]))
        left -= len(varied)
        if left <= 0:
            return "\n\n".join(lines) + "\n"
    raise AssertionError("the bank has no report")


def _vary(line: str, rng: Random) -> str:
    named = NAME.sub(lambda found: found[0] if found[0] in MONTHS else _name(rng), line)
    return NUMBER.sub(lambda found: _number(found[0], rng), named)


def _name(rng: Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=2)).capitalize()


def _number(digits: str, rng: Random) -> str:
    """Another number as long: a day stays a day, a year of four digits a year."""
    if len(digits) == 4:
        return str(rng.randint(1800, 2024))
    if len(digits) <= 2:
        return str(rng.randint(1, 28))
    return digits[0] + "".join(rng.choices("0123456789", k=len(digits) - 1))
