"""What the text says a person does, before the name ("the geologist Anders Orvin") or after it."""

from spacy.tokens import Token

from quizapp.facts.candidates import Candidate
from quizapp.facts.lexical import bits_of, is_role
from quizapp.facts.titles import BODIES, ROLES, THINGS_NAMED
from quizapp.language.lexicon import GIVEN_NAME

APPOSITION_TAGS = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ"))
AFTER_APPOSITION = frozenset((",", ".", ")", ";", "who", "which", "that", "whose", "—", "–", "and"))


def role_before(tokens: list[Token], candidate: Candidate) -> str | None:
    """ "finance minister Jane Smith", "head of finance Daniel Ammann": the lower-case noun that a name follows."""
    position = candidate.opening - 1
    if position > 0 and tokens[position].text == "," and candidate.last - candidate.first > 1:
        closing = tokens[candidate.last].text if candidate.last < len(tokens) else "."
        position -= 1 if closing in (",", ".", ";", ")", "—", "–", "(") else 0
    if position < 0 or (position and not tokens[position].text[0].islower()):
        return None
    if not is_role(tokens[position].lower_):
        of = position > 1 and tokens[position - 1].lower_ == "of" and is_role(tokens[position - 2].lower_)
        if not of or tokens[position].pos_ not in ("NOUN", "PROPN"):
            return None
        end, position = position, position - 2
    else:
        end = position
    if tokens[end].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if tokens[end].text.istitle() and tokens[end].lower_ not in ROLES:
        return None  # a name that ends as professions do: "Jusman"
    while position and (
        (tokens[position - 1].pos_ in ("NOUN", "ADJ") and tokens[position - 1].text[0].islower())
        or (tokens[position - 1].text == "-" and position > 1 and tokens[position - 2].text[0].islower())
    ):
        position -= 1
    return str(tokens[0].doc[tokens[position].i : tokens[end].i + 1].text)


def described_after(tokens: list[Token], candidate: Candidate) -> tuple[list[str], str | None]:
    """ "Maria Lopez, head of the survey," and "Airbus is a plane maker": what the noun that follows says."""
    position = candidate.last
    if position + 1 >= len(tokens) or tokens[position].lower_ not in (",", "is", "was", "became", "(", "—", "–"):
        return [], None
    opener = tokens[position].lower_
    begin = position + 1
    end = begin
    while end < len(tokens) and end < begin + 9 and (tokens[end].pos_ in APPOSITION_TAGS or tokens[end].text == "-"):
        end += 1
    if end == begin or end >= len(tokens):
        return [], None
    head = tokens[end - 1]
    closing = tokens[end]
    if opener in (",", "(", "—", "–") and not (
        closing.lower_ in AFTER_APPOSITION or closing.pos_ == "ADP" or closing.tag_ in ("VBN", "VBD", "VBG", "TO")
    ):
        return [], None
    preposed = (
        candidate.first
        and tokens[candidate.first - 1].pos_ == "ADP"
        and closing.lower_ != ","
        and not says_or_does(tokens, candidate.opening)
    )
    if head.pos_ not in ("NOUN", "PROPN"):
        return [], None
    if preposed:
        # "farther out than Halden, a Swedish probe that came down there"
        return (["thing"] if head.lower_ in THINGS_NAMED and tokens[begin].lower_ in ("a", "an") else []), None
    if (
        is_role(head.lower_)
        and (head.pos_ == "NOUN" or closing.lower_ in ("of", "at", "for"))
        and head.lower_ not in ("residents", "women", "men")
    ):
        if head.lower_ in BODIES and not bits_of(candidate.tokens[0].lower_) & GIVEN_NAME:
            return ["body after"], None  # "Northwind Energy, the developer"
        return ["role after"], _role_text(tokens, begin, end)
    if head.lower_ in BODIES and head.pos_ == "NOUN":
        return ["body after"], None
    return (["thing"] if head.lower_ in THINGS_NAMED else []), None


def says_or_does(tokens: list[Token], opening: int) -> bool:
    """ "According to Seawatch, the coastal agency": whom a preposition names as one who speaks or acts."""
    before = [token.lower_ for token in tokens[max(0, opening - 3) : opening] if token.lower_ != "the"]
    return before[-1:] == ["by"] or before[-2:] == ["according", "to"]


def _role_text(tokens: list[Token], begin: int, end: int) -> str:
    """The role with its "of …", without its article, up to the next comma or clause."""
    while begin < end and (tokens[begin].pos_ in ("DET", "NUM") or tokens[begin].lower_ in ("-", "year", "old")):
        begin += 1  # "the 31-year-old heir"
    stop = end
    while (
        stop < len(tokens)
        and stop < end + 8
        and (tokens[stop].pos_ in APPOSITION_TAGS - {"CCONJ"} or tokens[stop].lower_ in ("of", "for", "in", "at"))
    ):
        stop += 1
    # Cut short it says something else: "head of the country" of "head of the country's 'Iran Cartoon' association".
    if stop > end and tokens[stop - 1].pos_ in ("ADP", "DET", "PART", "ADJ"):
        stop = end
    return str(tokens[0].doc[tokens[begin].i : tokens[stop - 1].i + 1].text)
