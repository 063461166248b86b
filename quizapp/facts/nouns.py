"""The noun that a number counts: by the parse where it is clear, else by tags, and by spelling where there are none."""

import re

from spacy.tokens import Token

PLURALS_WITHOUT_S = frozenset(
    "people men women children personnel police staff aircraft spacecraft sheep deer fish feet teeth mice geese "
    "oxen species series troops "
    "crew cattle crewmen policemen firemen fishermen servicemen gunmen clergy salmon trout offspring craft "
    "hovercraft livestock poultry "
    "policewomen servicewomen businessmen spokesmen horsemen workmen militiamen seamen airmen guardsmen "
    "grandchildren schoolchildren bison "
    "squid shrimp elk moose swine rolling-stock cod counsel data media bacteria criteria fungi larvae alumni "
    "nuclei strata phenomena "
    "crises analyses theses hypotheses oases dice headquarters means works barracks crossroads "
    "youth infantry cavalry head folk".split()
)
_SINGULARS_IN_S = frozenset(
    "was is has his this us its less plus as versus bus gas boss loss class glass mass pass press process business "
    "access address success "
    "virus campus status consensus focus bonus census basis crisis analysis congress princess actress witness "
    "fortress mattress illness "
    "does says goes yes always perhaps towards afterwards besides news politics mathematics physics economics "
    "across unless thus various previous "
    "serious famous dangerous religious numerous enormous nervous anonymous continuous precious obvious ambitious "
    "suspicious infectious "
    "indigenous tremendous hazardous luxurious mysterious curious furious glorious notorious disastrous "
    "poisonous generous conscious".split()
)
_STOPS = frozenset(
    "of in on at to for from by with and or but nor as than that which who whom whose when where while because if "
    "though although is are was were "
    "be been being am has have had do does did will would can could may might shall should must not the a an this "
    "these those his her its their "
    "our my your he she it they we you i him them us me there here then so too also only just about around over "
    "under after before during since "
    "until through into onto upon against between among across along behind beyond near off out up down per each "
    "every both either neither all "
    "any some no said says say told tells ago away apart old long high tall wide deep later earlier half "
    "respectively".split()
)
_MORE_ADJECTIVES = frozenset("more other further additional new such extra fewer".split())
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_INSIDE_TAGS = _NOUN_TAGS | frozenset(
    ("JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "AFX", "FW", "POS", "``", "''", "RBS", "RBR")
)
_MODIFIERS = frozenset(
    (
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "case",
        "punct",
        "advmod",
        "goeswith",
        "flat",
        "nmod",
        "conj",
        "cc",
        "acl",
        "obl",
        "obj",
        "dep",
        "fixed",
        "nmod:unmarked",
        "obl:unmarked",
        "nmod:desc",
        "advcl",
        "xcomp",
    )
)
THE_DEAD = "dead"
"""The one adjective that stands as a noun behind a number and is never a verb there: "27 dead"."""

_NOMINAL = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos"))

REACH = 9
"""Tokens from the number to the noun it counts, at most."""

_WORD = re.compile(r"[ \u00a0](?P<word>[^\W\d_](?:[\w&.’'-]*[\w])?)")


def is_plural(word: str) -> bool:
    """Whether a noun is written in the plural, as far as spelling shows."""
    lower = word.lower()
    if lower.endswith(("'s", "’s")):
        return False
    if lower in PLURALS_WITHOUT_S:
        return True
    return (
        len(lower) > 2
        and lower.endswith("s")
        and not lower.endswith(("ss", "ous", "sis"))
        and lower not in _SINGULARS_IN_S
    )


def noun_after(tokens: list[Token], place: int, many: bool) -> Token | None:
    """The noun counted by the number whose last token is ``tokens[place]``; ``many`` if it must be plural.

    The parse is believed where it agrees with the tags; a head that the tags do not reach is no head.
    """
    reached = _tagged_noun(tokens, place, many)
    if reached is None and len(tokens) > place + 1 and tokens[place + 1].text == THE_DEAD:
        return tokens[place + 1]
    head = _parsed_noun(tokens, place)
    if head is None:
        return reached
    if reached is None:
        # A plural noun that the tagger took for a verb, and the parser did not.
        return head if many and head.tag_ == "VBZ" and head.dep_ in _NOMINAL and is_plural(head.text) else None
    if head.i <= reached.i and many and not _fits(head, many) and _fits(reached, many):
        return reached
    return head if _fits(head, many) and _contiguous(tokens, place, head) else reached


def _fits(token: Token, many: bool) -> bool:
    if token.tag_ not in _NOUN_TAGS:
        return False
    return not many or token.tag_ in ("NNS", "NNPS") or is_plural(token.text)


def _parsed_noun(tokens: list[Token], place: int) -> Token | None:
    number = tokens[place]
    for _ in range(4):
        if number.dep_ == "nummod" and number.head.i > number.i:
            head = number.head
            # A name before the noun takes the number from it in some parses: "57,000 Tonga people".
            while head.dep_ == "compound" and head.head.i > head.i:
                head = head.head
            return head if head.i - tokens[place].i <= REACH else None
        if number.dep_ not in ("compound", "nummod", "conj", "flat", "amod", "advmod", "det"):
            return None
        number = number.head
    return None


def _contiguous(tokens: list[Token], place: int, head: Token) -> bool:
    between = [token for token in tokens[place + 1 : place + 1 + REACH] if token.i < head.i]
    return all(token.tag_ in _INSIDE_TAGS or token.tag_ in (",", "CC") for token in between) and all(
        not _stops(token) or token.tag_ == "CC" for token in between
    )


def _is_behind_a_noun(tokens: list[Token], place: int, number: Token) -> bool:
    """Another number behind a noun counts what follows it: "a 1945 agreement guaranteed three corridors"."""
    return any(
        token.tag_ in _NOUN_TAGS and token.nbor().tag_ != "HYPH"
        for token in tokens[place + 1 : place + REACH]
        if token.i < number.i - 1
    )


def _stops(token: Token) -> bool:
    """Whether no noun is counted beyond this word; "thirteen high girders" are counted, "ten feet high" stops."""
    if token.lower_ not in _STOPS:
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    measured = token.tag_ == "JJ" and token.dep_ == "amod" and following is not None and token.head == following
    return not (measured and token.i and token.nbor(-1).tag_ == "CD")


def _tagged_noun(tokens: list[Token], place: int, many: bool) -> Token | None:
    """The first fitting noun of the run of adjectives and nouns, or a later one right behind it ("arms dealers")."""
    found: Token | None = None
    for token in tokens[place + 1 : place + 1 + REACH]:
        if token.tag_ not in _INSIDE_TAGS or (_stops(token) and token.tag_ not in _NOUN_TAGS):
            break
        if token.tag_ == "CD" and (found is not None or _is_behind_a_noun(tokens, place, token)):
            break
        if found is not None and token.tag_ not in _NOUN_TAGS and token.tag_ not in ("POS", "HYPH"):
            break
        if token.tag_ == "POS":
            return found
        if found is not None and token.tag_ in ("NNP", "NNPS") and found.tag_ not in ("NNP", "NNPS"):
            break
        if _fits(token, many):
            found = token
    return found


def noun_in_text(text: str, end: int, high: int, many: bool) -> tuple[int, str] | None:
    """The same by spelling alone: the end and the words of the first plural noun within five words of ``end``."""
    place = end
    for _ in range(5):
        match = _WORD.match(text, place, high)
        if match is None or match["word"].lower() in _STOPS:
            return None
        place = match.end()
        word = match["word"].rstrip(".")
        if word == THE_DEAD and noun_in_text(text, place, high, many) is None:
            return place - len(match["word"]) + len(word), word
        place -= len(match["word"]) - len(word)
        if (is_plural(word) or not many) and word.lower() not in _MORE_ADJECTIVES:
            following = _WORD.match(text, place, high)
            if (
                many
                and following is not None
                and is_plural(following["word"])
                and following["word"].lower() not in _STOPS
            ):
                continue
            return place, word
    return None
