"""A unit said once for several figures: "62 by 81 centimetres", "68 per cent to 32"; apart because it takes two."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizapp.facts.fact import Mention
from quizapp.facts.hedges import hedge_before

_UNSHARED = frozenset((None, "year", "times", "fraction", "magnitude"))
_HEDGE = r"(?:about |around |nearly |almost |roughly |some |up to |just |only |over )?"
_BEFORE_UNIT = re.compile(r"(?:,| by| x| ×|,? and|,? or| to) " + _HEDGE)
_BEHIND_UNIT = re.compile(r"(?: by| x| ×| to) " + _HEDGE)
_ANOTHER_SIDE = re.compile(r"(?: [a-z]+){0,5},? (?:and|or|but|by|then) " + _HEDGE)
_SIDE = re.compile(
    r" (?:wide|long|high|deep|tall|thick|across|broad|vertically|horizontally|lengthways|sideways|in (?:width|length|"
    r"height|depth|diameter)|above|below|to the (?:north|south|east|west))\b"
)
_AGED = re.compile(r"\b[Aa]ge[ds] (?:\d+, )*$")
_AND_AGED = re.compile(r",? (?:and )?")
_NEVER_MONEY = re.compile(r"[A-Z]{3}")


def with_shared_units(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The figures of one sentence in order, bare ones given the unit of the neighbour that they are measured with."""
    kept = list(found)
    for place in range(len(kept) - 2, -1, -1):
        kept[place] = _from_right(text, kept[place], kept[place + 1])
    for place in range(1, len(kept)):
        kept[place] = _from_left(text, kept[place - 1], kept[place])
    return kept


def _is_bare(mention: Mention) -> bool:
    return mention.unit is None and mention.of is None and isinstance(mention.value, int | float)


def _measures(mention: Mention) -> bool:
    return (
        mention.unit not in _UNSHARED
        and isinstance(mention.value, int | float)
        and not _NEVER_MONEY.fullmatch(mention.unit or "")
    )


def _from_right(text: str, mention: Mention, following: Mention) -> Mention:
    if not (_is_bare(mention) and _measures(following)):
        return mention
    if not _BEFORE_UNIT.fullmatch(text, mention.end, following.start):
        return mention
    return replace(mention, unit=following.unit)


def _from_left(text: str, previous: Mention, mention: Mention) -> Mention:
    if not _is_bare(mention) or not (_measures(previous) or previous.unit == "year"):
        return mention
    unit = previous.unit or ""
    if unit == "year":
        aged = _AGED.search(text[: previous.start]) and _AND_AGED.fullmatch(text, previous.end, mention.start)
        return replace(mention, unit=unit) if aged else mention
    minus = text[max(0, mention.start - 2) : mention.start] in (" -", " −")
    if unit.startswith("degree") and minus and isinstance(mention.value, int | float):
        start = mention.start - 1
        hedge = mention.hedge or hedge_before(text[:start])
        return replace(mention, start=start, value=-mention.value, unit=unit, hedge=hedge)
    if _BEHIND_UNIT.fullmatch(text, previous.end, mention.start):
        return replace(mention, unit=unit)
    if _ANOTHER_SIDE.fullmatch(text, previous.end, mention.start) and _SIDE.match(text, mention.end):
        return replace(mention, unit=unit)
    return mention
