"""How a "…, a Victorian hall on Bridge Street" is told of what it stands behind: "is", "was" or "is described as".

The tense of the story is not that of what lasts: a hall in a story of last week is one still, a port of 1741 was one,
and what somebody is by now nobody knows who reads of her in an undated report.
"""

import re

from spacy.tokens import Token

from quizapp.facts.lexical import is_role
from quizapp.generation.bygone import Bygone
from quizapp.generation.kinds import LANDS, SETTLEMENTS

# What lies where it always did, whatever the story tells of.
NATURE = frozenset(
    """
    mountain volcano hill peak ridge river stream lake sea ocean bay gulf strait island islet archipelago peninsula
    cape glacier valley plateau desert forest reef rock cave canyon gorge waterfall fjord basin plain atoll crater
    """.split()
)
BUILDINGS = frozenset(
    """
    hall bridge tunnel church cathedral chapel mosque temple synagogue shrine tower column monument memorial castle
    palace fort fortress stadium arena theatre theater museum library hospital school station airport airfield harbour
    harbor dam canal lighthouse street road square avenue lane alley park garden cemetery building house mansion villa
    hotel inn pub prison jail factory mill warehouse observatory market quay pier reservoir mine quarry
    """.split()
)
DWELLINGS = SETTLEMENTS | LANDS | frozenset(
    """
    suburb district quarter neighbourhood neighborhood hamlet port resort settlement province state county borough
    capital hub centre center municipality parish outpost stronghold colony kingdom republic
    """.split()
)  # fmt: skip
PLACES = NATURE | BUILDINGS | DWELLINGS
# What happens, or is said, or is reckoned, is no kind of thing: "Nairobi, a journey of 350 kilometres".
NO_KIND = frozenset(
    """
    journey distance trip walk drive ride flight voyage step move sum figure number total rise fall increase drop
    reminder sign day night week month year time decision claim charge fact way thing matter case result mistake
    success failure victory defeat blow loss gain tribute record first second third day's hour minute mile kilometre
    metre change difference surprise shock threat risk warning honour honor feat change point kind sort type lot few
    dozen hundred thousand million third half quarter couple pair change reference nod process practice habit idea
    """.split()
)
OF_PEOPLE = re.compile(r"(?:man|men|woman|women|ist|ian|eer|ant|ent|ee|ess|or|er|wife|child|girl|boy|orphan)$")
# A capital or a port may have been one only then; so may a place of so many people.
OF_ITS_TIME = re.compile(
    r"\b(?:then|once|former|formerly|newly|fortified|walled|port|capital|colony|stronghold|outpost|fortress|people"
    r"|inhabitants|residents|souls|houses|\d+[- ]year[- ]old)\b",
    re.IGNORECASE,
)
DESCRIBED = ["is", "described", "as"]


def say_what_it_is(
    host: list[Token], body: list[Token], kind: str | None, is_past: bool, bygone: Bygone
) -> tuple[list[str], bool] | None:
    """The words between host and body, and whether what they state holds at any time; None where it is no kind.

    ``kind`` is that of the fact that the host is: "person", "place" or another.
    """
    noun = kind_noun(body)
    if noun is None or noun in NO_KIND:
        return None
    if kind == "person" and not (is_role(noun) or OF_PEOPLE.search(noun)):
        return None
    if kind == "place" and noun not in PLACES:
        return None
    if not is_past and kind != "place":
        return ["is"], False
    gone = host[-1].lower_ in bygone.ended and noun not in NATURE
    dated = OF_ITS_TIME.search(" ".join(token.text for token in body)) is not None
    if gone:
        return ["was"], False
    if bygone.is_long_ago and is_past:
        # A building of those days may stand or not; a river does still.
        lasts = noun in NATURE and not dated
        return (["is"], True) if lasts else (DESCRIBED, True) if noun in BUILDINGS else (["was"], False)
    if not dated and (kind == "place" or noun in NATURE | BUILDINGS):
        return ["is"], True
    return (DESCRIBED, True) if is_past else (["is"], False)


def kind_noun(body: list[Token]) -> str | None:
    """The noun that says what kind of thing it is: the "column" of "a column 202 feet high"."""
    for at, token in enumerate(body):
        following = body[at + 1] if at + 1 < len(body) else None
        if token.pos_ in {"ADP", "SCONJ", "PUNCT"} and token.text != "-" and at > 0:
            return None
        joined = following is not None and (following.pos_ in {"NOUN", "PROPN"} or following.text in {"-", "'s", "’s"})
        if token.pos_ in {"NOUN", "PROPN"} and not joined:
            return token.lower_
    return None
