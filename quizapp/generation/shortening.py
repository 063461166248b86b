"""Long sentences in fewer words, for those of which nothing could be stated as they stand.

What opens a sentence without a subject of its own, what is put in between commas and what trails behind one is left
out; a front that tells a time keeps the comma that the parser needs, and a subject behind its verb comes first.
"""

from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.predicates import FINITE
from quizapp.generation.rewriting import Words
from quizapp.generation.trimming import SCOPING
from quizapp.language import Sentence

SHORTEST = 3
MOST = 12
RELATIVES = {"WDT", "WP", "WRB"}
PRONOUNS = frozenset("he she it they we".split())
# Openings that only introduce ("In all, 40 ships were lost").
COUNTING_UP = {("in", "all"), ("in", "total"), ("all", "told"), ("in", "fact")}
TIMELESS = frozenset("of without unlike according despite except".split())
# A front that limits or denies what follows is no aside.
HEDGING = frozenset("if unless whether not no never nor except excluding assuming without unlike".split())
# Words left out with one of these would have limited what is kept.
LIMITING = frozenset("if unless except or nor rather hardly".split())
STANDING = frozenset("stands stand stood lies lie lay hangs hang hung sits sit sat rises rise rose".split())
PUTTING_IN = frozenset("while when although though as then at once".split())
ADVERBIALS = frozenset("first once last least length times".split())


def shorten(sentence: Sentence, pieces: list[list[Token]], facts: tuple[Fact, ...]) -> list[Words]:
    """Each piece in the fewer words that may be a sentence; whether they are one, a parse must prove."""
    found: list[Words] = []
    for piece in pieces:
        if _is_cleft(piece) or any(token.lower_ in SCOPING for token in piece):
            continue
        starts = [piece, *_without_opening(piece)]
        starts += [shorter for one in starts for shorter in _without_insertion(one)]
        starts += [shorter for one in starts for shorter in _without_trail(one)]
        fronted = [with_comma for one in starts for with_comma in _after_a_time(sentence, one, facts)]
        turned = [inverted for one in starts for inverted in _turned(one)]
        found += [*starts[:MOST], *fronted[:MOST], *turned[:MOST]]
    return [one for one in found if len(one) >= SHORTEST]


def _is_cleft(piece: list[Token]) -> bool:
    """ "It was Ann Lee, a nurse, who …": half of it says nothing."""
    return piece[0].lower_ == "it" and piece[1].lower_ in {"was", "is"}


def _without_opening(piece: list[Token]) -> list[list[Token]]:
    """What follows "Packing gusts of 200 km/h, …", "Unaware of this, …" or "The third daughter of a miner, she …"."""
    if any(token.lower_ in HEDGING for token in piece[:3]):
        return []
    first = piece[0]
    commas = [at for at in range(1, len(piece) - SHORTEST) if piece[at].text == ","]
    if commas and (first.lower_, piece[1].lower_) in COUNTING_UP and commas[0] == 2:
        return [piece[3:]]
    loose = first.pos_ != "PROPN" and first.lower_.endswith(("ed", "ing"))
    adjectival = first.tag_ == "JJ" and piece[1].pos_ == "ADP"
    cut = []
    for at in commas:
        if any(token.tag_ in FINITE or token.lower_ in LIMITING for token in piece[1:at]):
            break
        pronoun = piece[at + 1].lower_ in PRONOUNS and piece[at + 2].tag_ in {*FINITE, "MD"} and first.tag_ != "IN"
        if loose or adjectival or pronoun:
            cut.append(piece[at + 1 :])
    return cut[:2]


def _without_insertion(piece: list[Token]) -> list[list[Token]]:
    """The piece less what stands between two commas before its verb, or behind a front."""
    found = []
    commas = [at for at, token in enumerate(piece) if token.text == ","]
    for start, end in pairwise(commas):
        if start == 0 or end + 1 >= len(piece):
            continue
        inner, after = piece[start + 1 : end], piece[end + 1 :]
        if any(token.lower_ in {*LIMITING, "not"} for token in inner):
            continue
        if any(token.lower_ in {"and", "or", "but"} for token in inner[:1]) or after[0].lower_ in {"and", "or", "but"}:
            continue
        if piece[0].pos_ == "ADP" and piece[0].lower_ not in TIMELESS and _is_put_in(inner, start == commas[0]):
            found.append(piece[: start + 1] + after)
        elif (_continues(after) and _is_aside(inner)) or _names(piece[start - 1], inner, after[0]):
            found.append(piece[:start] + after)
    return found[:3]


def _is_put_in(inner: list[Token], first: bool) -> bool:
    """Whether "while most people were asleep" or "concluded that August" follows a front."""
    counted = any(token.lower_ in {"after", "before"} for token in inner[1:4])  # "six days after the war began"
    return first and (
        counted or inner[0].lower_ in PUTTING_IN or inner[0].lower_.endswith("ed") or inner[0].tag_ in RELATIVES
    )


def _continues(after: list[Token]) -> bool:
    """Whether a predicate follows, perhaps behind "at first" or "also"."""
    rest = after[2:] if after[0].lower_ == "at" and len(after) > 2 and after[1].lower_ in ADVERBIALS else after
    while rest and rest[0].tag_ == "RB":
        rest = rest[1:]
    if not rest:
        return False
    noun = rest[0].tag_ == "NNS" and len(rest) > 1 and rest[1].lower_ in {"that", "to"}  # "…, fears that"
    past = rest[0].tag_ == "VBN" and (len(rest) < len(after) or not any(t.tag_ in FINITE for t in rest[0].sent))
    return rest[0].tag_ in {*FINITE, "MD"} or noun or past


def _names(before: Token, inner: list[Token], following: Token) -> bool:
    """ "… showed a prototype, the Beta 1, in 1967": what a thing is called, before more of the predicate."""
    named = inner[0].lower_ == "the" and len(inner) < 5 and inner[1].pos_ == "PROPN"
    return named and before.pos_ == "NOUN" and following.pos_ == "ADP"


def _is_aside(inner: list[Token]) -> bool:
    first = inner[0]
    return first.tag_ in {*RELATIVES, "DT", "PRP$", "VBN", "VBG", "IN", "NNP", "NN", "RB", "JJ", "CD"}


def _without_trail(piece: list[Token]) -> list[list[Token]]:
    """The piece less what a comma adds about the thing named last, or less all its predicates but the first."""
    cut = []
    for at in range(SHORTEST, len(piece) - 2):
        if piece[at].text != ",":
            continue
        trail = piece[at + 1 :]
        closed = any(one.text == "," and one.nbor(1).tag_ in {*FINITE, "MD"} for one in trail[:-1])
        if closed or any(token.lower_ in LIMITING for token in trail):
            continue
        if _describes(piece, at, trail) or _counts_part(trail) or _concedes(trail) or _goes_on(piece[:at], trail):
            cut.append(piece[:at])
    return cut[:4]


def _describes(piece: list[Token], at: int, trail: list[Token]) -> bool:
    """ "…, the channel that …", "…, a suburb of the capital": an apposition, and no list."""
    before = piece[at - 1]
    if any(token.lower_ in {"and", "or"} for token in trail):
        return False
    if trail[0].tag_ == "PRP$":
        return not any(token.tag_ in {*FINITE, "MD"} for token in trail)
    singled = len(trail) > 1 and (trail[1].tag_ == "JJS" or trail[1].lower_ in {"first", "last", "only"})
    return trail[0].lower_ in {"the", "a", "an"} and (before.pos_ in {"PROPN", "NUM"} or before.like_num or singled)


def _counts_part(trail: list[Token]) -> bool:
    """ "…, the youngest of whom was eight", "…, 39 of them British", "…, among them a builder"."""
    words = [token.lower_ for token in trail[:5]]
    if words[0] in {"among", "including"}:
        return True
    return any(pair in {("of", "whom"), ("of", "which"), ("of", "them")} for pair in pairwise(words))


def _concedes(trail: list[Token]) -> bool:
    return trail[0].lower_ in {"although", "though", "whereas"}


def _goes_on(start: list[Token], trail: list[Token]) -> bool:
    """ "…, began a town and raised a fort": more of what the subject did, where the comma closes no aside."""
    plain = not any(token.text == "," or token.tag_ in RELATIVES or token.pos_ == "SCONJ" for token in start)
    return trail[0].tag_ == "VBD" and plain and any(token.tag_ == "VBD" for token in start)


def _after_a_time(sentence: Sentence, piece: list[Token], facts: tuple[Fact, ...]) -> list[Words]:
    """The piece with a comma behind the time or the length of time in front ("For nine years, the town …")."""
    if piece[0].pos_ != "ADP" or piece[0].lower_ in {*TIMELESS, *HEDGING}:
        return []
    for at in range(1, min(14, len(piece) - SHORTEST)):
        if piece[at].is_punct and piece[at].text != "-":
            return []
        place = sentence.offset(piece[at])
        end = place + len(piece[at])
        timed = any(f.kind in {"date", "duration"} and f.start <= place < f.end <= end for f in facts)
        if timed and belongs_to_the_next(piece[at]):
            return []
        if timed and piece[at + 1].pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}:
            front: list[Token | str] = [*piece[: at + 1], ","]
            return [[*front, *piece[at + 1 :]]]
    return []


def belongs_to_the_next(token: Token) -> bool:
    """Whether a word tells which of the noun behind it is meant, so that no comma can part them."""
    return token.head.i == token.i + 1 and token.head.pos_ == "NOUN" and token.dep_ in {"nummod", "compound", "amod"}


def _turned(piece: list[Token]) -> list[Words]:
    """ "In a shed at Lerwick stands a row of cabinets", "Among the dead was Ann Lee": the subject first."""
    if piece[0].pos_ != "ADP":
        return []
    for at in range(2, len(piece) - 1):
        verb = piece[at]
        if verb.tag_ not in {*FINITE, "MD"}:
            continue
        being = piece[0].lower_ == "among" and verb.lower_ in {"was", "were", "is", "are"}
        if not (being or verb.lower_ in STANDING) or piece[at + 1].pos_ not in {"DET", "NUM", "NOUN", "PROPN", "ADJ"}:
            return []
        subject = piece[at + 1 :]
        end = next((place for place, token in enumerate(subject) if token.text == ","), len(subject))
        front = piece[:at] if piece[at - 1].text != "," else piece[: at - 1]
        return [[*subject[:end], verb, *front]]
    return []
