"""What the words before and behind a name say about it; apart because they see only its neighbours."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.facts.candidates import Candidate
from quizapp.facts.lexical import is_capital, is_role
from quizapp.facts.place_boundaries import NOBLES
from quizapp.facts.titles import (
    BELONGINGS,
    BODIES,
    OFFICES_OF_BODIES,
    SPORT,
    TEAMS,
    THINGS_NAMED,
)

JOURNALS = frozenset(("Nature", "Science", "Cell", "Lancet", "Neuron"))
PUBLISHED = frozenset(
    "published reported reports report wrote writes writing publish publishing appeared appears paper study article"
    " findings results described announced".split()
)
NAMESAKE = re.compile(r"\b(?:named|called|christened) (?:\w+ )?(?:after|for)\b|\bin (?:honou?r|memory) of\b")
BORN = re.compile(r"\b(?:an?|another) (?:\w+ )?(?:son|daughter|child|boy|girl|baby|heir)(?:, | (?:called|named) )$")
SOLD = re.compile(r"\b(?:bought|acquired|sold) (?:\w+ ){1,4}(?:from|to) $")
SHORT_OF_MEN = re.compile(r"\s?(?:had )?(?:finished|played|ended|defended)\b[^.,]*\bwith (?:ten|nine|10|9) men\b")
MACHINES = frozenset(
    "instrument camera detector spectrometer magnetometer rocket lander rover orbiter capsule gene protein virus"
    " strain engine locomotive submersible drone missile".split()
)
SCHOOLS = frozenset("university institute college academy laboratory observatory".split())
RELATIVES = frozenset("daughters sons children brothers sisters siblings twins cousins nieces nephews".split())
HIRES = re.compile(
    r", which (?:employs|operates|owns|makes|manufactures|runs|publishes|sells|supplies|insures|builds)\b"
)
EPONYMOUS = re.compile(
    r"['’]s? (?:disease|syndrome|law|laws|theorem|constant|equations?|lymphoma|palsy|principle|paradox|comet)\b"
)
"""What is called after somebody who is not told of: "Parkinson's disease"."""
TRADES = re.compile(r"\s?(?:bought|acquired|sold) (?P<it>\w+) (?:from|to|for)\b")
SCORE = re.compile(r"\b\d{1,2}\s?[–-]\s?\d{1,2}\b")


def words_before(tokens: list[Token], candidate: Candidate) -> Iterator[str]:
    before = tokens[candidate.opening - 1] if candidate.opening else None
    if before is None:
        return
    word = before.lower_
    if word == "the" and not candidate.title:
        yield "the"
    if word in ("in", "near", "around", "outside", "across", "throughout") and before.pos_ == "ADP":
        yield "in"
    if before.text.islower() and word in BODIES and before.pos_ in ("NOUN", "PROPN"):
        yield "body before"
    if before.text.islower() and word in THINGS_NAMED and before.pos_ in ("NOUN", "PROPN"):
        yield "thing"
        if candidate.title:
            yield "titled thing"  # "the steamer Lady Arden"
    earlier = [token.lower_ for token in tokens[max(0, candidate.opening - 3) : candidate.opening]]
    if earlier[-1:] == ["aboard"] or earlier[-2:] == ["aboard", "the"]:
        yield "thing"  # "aboard the Kwale Star"
    if word in ("of", "in", "by") and any(part in BELONGINGS for part in earlier):
        yield "belongings"
    if word == "of" and earlier[-2:-1] and earlier[-2] in NOBLES:
        yield "not a name"  # "the Duke of Connaught"
    offices = [token.lower_ for token in tokens[max(0, candidate.opening - 4) : candidate.opening]]
    of = offices[-1:] == ["of"] or offices[-2:] == ["of", "the"] or word == "at"
    if of and any(part in OFFICES_OF_BODIES for part in offices):
        yield "officer of"
    elif of and (any(is_role(part) for part in earlier[:-1]) or _follows_a_person(tokens, candidate.opening)):
        yield "head of"
    if word == "told":
        yield "told"
    yield from _story_before(tokens, candidate, before)


def _story_before(tokens: list[Token], candidate: Candidate, before: Token) -> Iterator[str]:
    """What the words before a name tell of it beyond its neighbour: whose it is, who sold it, whom it played."""
    word = before.lower_
    left = "".join(token.text_with_ws for token in tokens[max(0, candidate.opening - 8) : candidate.opening])
    if NAMESAKE.search(left):
        yield "namesake"
    if BORN.search(left):
        yield "newly named"
    if word in ("from", "to") and SOLD.search(left):
        yield "trades"
    if word == "in" and candidate.text in JOURNALS and any(part in PUBLISHED for part in _nearby(tokens, candidate)):
        yield "journal"
    if _among_relatives(tokens, candidate):
        yield "relative"
    described = tokens[candidate.opening - 2] if word == "," and candidate.opening > 1 else None
    if described is not None and described.lower_ in BODIES and described.pos_ == "NOUN":
        yield "body before"  # "an Italian consortium, Impresit,"
    if word in SPORT and SCORE.search(tokens[0].doc[before.i : before.i + 12].text):
        yield "played"
    beyond = tokens[candidate.last].text if candidate.last < len(tokens) else ""
    if word in '"“' and beyond and beyond in '"”':
        yield "quoted"


def _is_of_a_school(tokens: list[Token], of: int) -> bool:
    """ "Hiro Tanabe of Sendai University", "of the University of Bern"."""
    place = of + 2 if of + 1 < len(tokens) and tokens[of + 1].lower_ == "the" else of + 1
    name = place
    while name < len(tokens) and is_capital(tokens[name]):
        name += 1
    return any(token.lower_ in SCHOOLS for token in tokens[place:name])


def _nearby(tokens: list[Token], candidate: Candidate) -> list[str]:
    return [token.lower_ for token in tokens[max(0, candidate.opening - 6) : candidate.opening]]


def _among_relatives(tokens: list[Token], candidate: Candidate) -> bool:
    """Each name of "his daughters Ingrid, Solveig and Turid"."""
    place = candidate.first - 1
    while place > 0 and (tokens[place].text in (",", "and") or is_capital(tokens[place])):
        place -= 1
    between = [token.text for token in tokens[place + 1 : candidate.first]]
    comma_first = between[:1] in ([","], ["and"])
    return place >= 0 and tokens[place].text in RELATIVES and not comma_first and candidate.last - candidate.first < 4


def _follows_a_person(tokens: list[Token], opening: int) -> bool:
    """ "Paulo Reis of the Oceanographic Centre"."""
    place = opening - 1
    while place > 0 and tokens[place].lower_ in ("the", "of", "at"):
        place -= 1
    return place < opening - 1 and tokens[place].ent_type_ == "PERSON" and is_capital(tokens[place])


def words_after(tokens: list[Token], candidate: Candidate) -> Iterator[str]:
    rest = tokens[candidate.last : candidate.last + 5]
    words = [token.lower_ for token in rest]
    if not rest:
        return
    numeral = words[0][0].isdigit() and not re.fullmatch(r"(?:1\d|20)\d\d", words[0])
    dashed = words[0] == "-" and len(words) > 1 and words[1][0].isdigit() and not tokens[candidate.last - 1].whitespace_
    if (numeral and len(candidate.text) > 1) or dashed:
        yield "numbered"
    joined = "".join(token.text_with_ws for token in rest)
    if words[0] in ("of", "at", "from") and len(candidate.tokens) in (2, 3) and _is_of_a_school(tokens, candidate.last):
        yield "member"
    if EPONYMOUS.match(joined):
        yield "not a name"
    if HIRES.match(joined) and not (candidate.opening and tokens[candidate.opening - 1].lower_ == "the"):
        yield "employer"
    if (pair := TRADES.match(joined)) and not pair["it"].istitle():
        yield "trades"
    if re.match(r",? aged \d|, (?:now )?(?:\d\d?|1[01]\d)(?:,|\.|;| and)|\s?\((?:aged )?\d\d?\)", joined):
        yield "age"
    life = "".join(token.text_with_ws for token in tokens[candidate.last : candidate.last + 12])
    if re.match(r"\s?\((?:born|b\.|c\.|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}|\d{4}\s?[–-]\s?\d{4})", life):
        yield "lifetime"
    if words[0] in ("who", "whom") or (words[0] == "," and len(words) > 1 and words[1] in ("who", "whom")):
        yield "who"
    paired = candidate.opening > 0 and tokens[candidate.opening - 1].lower_ in ("and", "&")  # two champions
    if (words[0] == "," and words[1:2] and words[1] in TEAMS and not paired) or SHORT_OF_MEN.match(life):
        yield "team"
    if re.match(r"\s?(?:has |had )?(?:won|took|gained|lost|holds|held|secured) (?:\w+ )?(?:more )?seats\b", joined):
        yield "seats"
    yield from _kind_after(tokens, rest, words)


def _kind_after(tokens: list[Token], rest: list[Token], words: list[str]) -> Iterator[str]:
    """What kind of thing the noun right after a name says it is."""
    if words[0] in SPORT and SCORE.search(tokens[0].doc[rest[0].i : rest[0].i + 10].text):
        yield "played"
    owned = words[1:4] if words[0] in ("'s", "’s", "'", "’") else words[:1]
    if any(word in BELONGINGS for word in owned):
        yield "belongings"
    elif words[0] in BODIES and rest[0].pos_ == "NOUN":
        yield "body beside"
    elif words[0] in MACHINES and rest[0].pos_ == "NOUN":
        yield "machine"  # "the ALVA spectrometer"
    elif is_role(words[0]) and rest[0].text.islower() and rest[0].pos_ == "NOUN":
        yield "employs"
