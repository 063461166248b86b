"""What is over by the time a report is read: its things that are gone, and the sentences that tell of long ago.

"The Corn Exchange, a Victorian hall, …" is one still; only what is gone, or was so long ago, is told by a "was".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.facts import Fact
from quizapp.language import Sentence

# Whoever had a post or a trade by then has it no more.
LONG_AGO = 1980
ENDING = frozenset(
    """
    demolished destroyed burned burnt collapsed sank sunk razed dismantled scrapped wrecked dissolved abolished
    disbanded gutted flattened ruined ruins wreck wreckage closed died dead killed extinct defunct
    """.split()
)
# "Was pulled down", "fell into the sea".
ENDING_PHRASE = re.compile(
    r"\b(?:pulled|knocked|tore|torn|burn(?:t|ed|ing)) down|\b(?:fell|fallen) (?:down|into)|\bno longer\b|\bwent down\b"
    r"|\blost (?:with|at sea)\b|\bbroke up\b|\bblew up\b|\bcollaps",
    re.IGNORECASE,
)
POINTING_BACK = {"it", "they", "he", "she", "this", "these", "both"}


@dataclass(frozen=True, slots=True)
class Bygone:
    """Whether a sentence tells of long ago, and the words for what the report says is gone."""

    is_long_ago: bool = False
    ended: frozenset[str] = frozenset()


def find_ended(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The nouns and names of every sentence that tells an end, and of the one before where it says "it"."""
    found: set[str] = set()
    for at, sentence in enumerate(sentences):
        words = {token.lower_ for token in sentence.span}
        if not words & ENDING and not ENDING_PHRASE.search(sentence.span.text):
            continue
        near = sentences[max(0, at - 1) : at + 1] if words & POINTING_BACK else (sentence,)
        found |= {token.lower_ for one in near for token in one.span if token.pos_ in {"NOUN", "PROPN"}}
    return frozenset(found)


def find_long_ago(sentences: tuple[Sentence, ...], by_sentence: Mapping[int, tuple[Fact, ...]]) -> frozenset[int]:
    """Where the sentences begin whose last told year, their own or one before it, is long ago."""
    found: set[int] = set()
    told = [last_year(by_sentence.get(sentence.start, ())) for sentence in sentences]
    year = next((one for one in told if one is not None), None)
    for sentence, own in zip(sentences, told, strict=True):
        year = own or year
        if year is not None and year <= LONG_AGO:
            found.add(sentence.start)
    return frozenset(found)


def last_year(facts: tuple[Fact, ...]) -> int | None:
    """The latest year that any of the facts names in figures."""
    dates = [fact for fact in facts if fact.kind == "date" and re.search(r"\d{3}", fact.text)]
    years = [int(str(fact.value)[:4]) for fact in dates if re.match(r"\d{4}", str(fact.value))]
    return max(years, default=None)
