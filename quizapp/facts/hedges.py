"""The words that make a number less than exact; apart because figures, durations and dates all take them."""

import re

_BASE = (
    r"about|around|some|barely|scarcely|hardly|nearly|almost|roughly|approximately|approx\.|circa|c\.|ca\."
    r"|perhaps|maybe|more than"
    r"|less than|fewer than|greater than"
    r"|over|under|above|below|at least|at most|up to|as many as|as much as|as few as|as little as|an estimated"
    r"|estimated"
    r"|no more than|not more than"
    r"|no fewer than|no less than|not less than|close to|just short of|upwards of|in excess of|virtually|or so"
    r"|anything up to|somewhere near"
)
_STRONGER = r"(?:just|well|slightly|a little|far|much|substantially|considerably|significantly|somewhere|only just) "
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<hedge>(?:(?:{_STRONGER})?(?:{_BASE}) ){{0,2}}(?:{_STRONGER})?(?:{_BASE})) $|(?P<sign>[~≈])\s?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[ -](?P<hedge>or so|or more|or fewer|or less|or thereabouts|odd|plus)(?!\w)|(?P<sign>\+)(?!\w)")
PREPOSITIONS_TOO = frozenset(("about", "around", "over", "under", "above", "below"))
"""Before a small number these may be prepositions: "a dispute over two islands"."""


def hedge_before(left: str) -> str | None:
    """The hedge that ends ``left``, in the text's own words."""
    match = _BEFORE.search(left)
    return None if match is None else match["hedge"] or match["sign"]


def hedge_after(right: str) -> tuple[str, int] | None:
    """The hedge that begins ``right`` ("20 or so people") and how many characters it takes."""
    match = _AFTER.match(right)
    return None if match is None else (match["hedge"] or match["sign"], match.end())
