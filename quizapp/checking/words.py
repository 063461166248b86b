"""The words of short texts, compared without a parse: tokens, content words, crude stems, quotations cut out."""

import re
from functools import lru_cache

from quizapp.questions import normalise

TOKEN = re.compile(r"[^\W_]+(?:[.,:](?=\d)\d+)*(?:['’](?!s\b)[^\W_]+)*")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
BLANK = re.compile(r"_{2,}")

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen "
        "eighteen nineteen twenty".split()
    )
} | {word: str(number * 10) for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

WH_WORDS = frozenset("who whom whose what which when where why how".split())
STOPWORDS = frozenset(
    """
    a an the and or but if of in on at to from by for with within without into onto over under about around
    between among during before after since until as than that this these those there here it its he him his she
    her hers they them their theirs we us our you your i me my is are was were be been being am do does did done
    has have had having will would shall should can could may might must not no nor so such up out off down
    again then once only just own same very too also more most less least some any each every all both few other
    another many much how what which who whom whose when where why according s t first one approximately roughly
    nearly almost
    """.split()
)
HEDGES: dict[str, str] = {
    **dict.fromkeys(
        "about around roughly approximately some nearly almost circa estimated approx close".split(), "near"
    ),
    **dict.fromkeys(
        ("at least", "more than", "over", "minimum", "no fewer than", "no less than", "above", "or more"), "least"
    ),
    **dict.fromkeys(
        ("up to", "at most", "less than", "fewer than", "under", "no more than", "below", "or less"), "most"
    ),
}
HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))})\b", re.IGNORECASE)
LEADING_HEDGE = re.compile(
    r"^(?:(?:about|around|roughly|approximately|approx\.|some|nearly|almost|circa|at least|more than|over|up to|"
    r"at most|"
    r"less than|fewer than|under|an estimated|just over|just under|well over|no more than|no fewer than)\s+)+",
    re.IGNORECASE,
)
LEADING_PREPOSITION = re.compile(
    r"^(?:in|on|at|by|for|from|to|during|after|before|since|until|near|with|of)\s+", re.IGNORECASE
)


def unquoted(text: str) -> str:
    """The text with its quotations cut out: what someone said is not held against the one who asks."""
    return QUOTED.sub(" ", text)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """The words as written, without punctuation or possessive endings."""
    return tuple(TOKEN.findall(text))


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Crude stems of all words, numbers in digits: "Norwegian trawlers" is norwegian, trawler."""
    return tuple(stem(token) for token in tokens(text))


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(token) for token in tokens(text) if token.casefold() not in STOPWORDS)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without case, diacritics, thousands commas and common endings; only to be compared with another."""
    folded = normalise(word)
    if folded in NUMBER_WORDS:
        return NUMBER_WORDS[folded]
    if folded[:1].isdigit():
        return folded.replace(",", "")
    for ending, kept, shortest in (
        ("ies", "y", 5),
        ("ing", "", 6),
        ("ed", "", 5),
        ("es", "", 5),
        ("s", "", 4),
        ("e", "", 4),
    ):
        if folded.endswith(ending) and len(folded) >= shortest and not folded.endswith(("ss", "us", "is")):
            root = folded.removesuffix(ending) + kept
            # "stopped" and "stop", "running" and "run".
            return (
                root[:-1]
                if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lse" and ending in ("ing", "ed")
                else root
            )
    return folded


def contains_words(text: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether the words of ``part`` stand in a row in ``text``."""
    return bool(part) and any(text[at : at + len(part)] == part for at in range(len(text) - len(part) + 1))


def hedge_classes(text: str) -> frozenset[str]:
    """What kinds of hedge a text holds: near, least, most."""
    return frozenset(HEDGES[found.casefold()] for found in HEDGE.findall(text))
