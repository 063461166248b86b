"""What is asked for: the phrase of a clause that holds a fact, and the words that a question needs about it."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact, Place
from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens
from quizapp.language import Sentence, gazetteer

ABOUT = {"about", "around", "some", "approximately", "roughly", "nearly", "almost", "close to", "an estimated", "circa"}
BOUNDS = {
    "at least": "at least", "more than": "more than", "over": "more than", "up to": "up to", "fewer than": "fewer than",
    "less than": "less than", "as many as": "up to", "at most": "at most", "no more than": "at most",
}  # fmt: skip
PLACE_NOUNS = {
    "country": "country", "city": "city or town", "region": "region", "district": "district", "airport": "airport",
    "base": "base", "crossing": "crossing",
}  # fmt: skip
# What a figure may measure: "at a depth of 3,770 metres".
MEASURES = frozenset(
    """
    depth height altitude length width distance speed weight mass temperature area capacity volume population cost price
    fee fine sum capital budget rate age total crew loss profit salary elevation diameter range majority
    """.split()
)
# What the first-level parts of a country are called.
DIVISIONS = {
    **dict.fromkeys("US AU BR IN MX NG DE MY VE".split(), "state"),
    **dict.fromkeys("CA CN ZA AR PK IR SY AF TR NL BE CU IQ ID".split(), "province"),
}
NAMED_NOUNS = frozenset(
    """
    airport base bridge tunnel strait street river lake island islands harbour harbor port province county
    district shrine cathedral church mosque temple museum palace castle stadium station square park valley bay
    sea ocean glacier dam canal road avenue peninsula desert mountain mountains hospital crossing town village
    suburb state hall university college school institute ministry council committee commission agency bank
    company party court union association society club army navy government parliament senate board group
    corporation department federation league airline airlines authority office trust foundation laboratory
    observatory service police library barracks mosque shipyard theatre brewery mill factory mine clinic
    """.split()
)


OBJECTS = {"obj", "obl", "obl:unmarked", "obl:agent", "obl:arg", "obl:tmod", "obl:npmod", "iobj"}
Found = tuple[str, str | None, str] | None
"""A way to ask: its form, its stem where English has one, and the answer."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A stem with the fact that answers it.

    ``answer`` is the key as the options print it, ``context`` the words that the stem is made of, ``proof`` the
    sentences beside the fact's own that it takes to see that the stem is true.
    """

    form: str
    stem: str
    answer: str
    fact: Fact
    sentence: Sentence
    context: tuple[Token, ...]
    proof: tuple[Sentence, ...] = ()
    is_framed: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The phrase of a clause that holds a fact: its head, its preposition, and all of its tokens."""

    head: Token
    preposition: str
    tokens: tuple[Token, ...]
    own: frozenset[int]

    @property
    def removed(self) -> frozenset[int]:
        return frozenset(token.i for token in self.tokens)

    def extras(self) -> list[Token]:
        """What the phrase holds beside the fact, its preposition and its article."""
        outside = [token for token in self.tokens if token.i not in self.own and not token.is_punct]
        return [token for token in outside if token.dep_ not in {"case", "det"} or token.head != self.head]


def find_target(clause: Clause, fact: Fact) -> Target | None:
    """The phrase that a fact heads, where it hangs on the clause's predicate itself."""
    tokens = fact_tokens(clause.sentence, fact)
    own = frozenset(token.i for token in tokens)
    heads = [token for token in tokens if token.head.i not in own]
    titles = {token.head for token in heads if token.dep_ == "flat"}
    if len(titles) == 1 and all(token.dep_ == "flat" for token in heads):
        heads = list(titles)  # "Colonel Mohammad Dibo", where the parse hangs the name on the title
        own |= {heads[0].i}
    if fact.kind == "date" and len(heads) > 1 and all(one.head == clause.head for one in heads):
        # "at noon on 4 May": two phrases of one time
        whole = {token.i: token for one in heads for token in clause.branch(one)}
        before = [child.lower_ for child in heads[0].children if child.dep_ == "case" and child.i < heads[0].i]
        return Target(heads[0], " ".join(before), tuple(whole[at] for at in sorted(whole)), own)
    if len(heads) != 1:
        return None
    head = heads[0]
    if head.head.i != clause.head.i and not (fact.kind == "date" and _is_set_off(head)):
        return None
    cases = [child for child in head.children if child.dep_ == "case" and child.i < head.i]
    if fact.kind == "date" and _dates_another(head, clause):
        return None
    preposition = " ".join(token.lower_ for token in cases)
    return Target(head, preposition, tuple(clause.branch(head)), own)


def _dates_another(head: Token, clause: Clause) -> bool:
    """Whether a date stands right after "before the unveiling", and may be the unveiling's, whatever the parse says."""
    first = min(token.i for token in head.subtree)
    doc, kept = clause.head.doc, {token.i for token in clause.tokens}
    at = first - 1
    while at > clause.head.i and at in kept and doc[at].pos_ in {"NOUN", "PROPN", "DET", "ADJ"}:
        at -= 1
    return at < first - 1 and doc[at].lower_ in {"before", "after", "until", "since", "following"}


def find_measure(clause: Clause, fact: Fact) -> Target | None:
    """The phrase that says what a figure measures ("at a depth of 3,770 metres"), where it hangs on the predicate."""
    tokens = fact_tokens(clause.sentence, fact)
    own = frozenset(token.i for token in tokens)
    heads = [token for token in tokens if token.head.i not in own]
    if fact.kind != "figure" or len(heads) != 1 or heads[0].dep_ != "nmod":
        return None
    noun = heads[0].head
    if noun.lower_ not in MEASURES or noun.head.i != clause.head.i:
        return None
    cases = [child for child in noun.children if child.dep_ == "case" and child.i < noun.i]
    return Target(noun, " ".join(token.lower_ for token in cases), tuple(clause.branch(noun)), own)


def has_conjunct(token: Token) -> bool:
    """Whether something stands side by side with a phrase ("27 boats and a ferry")."""
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.children)


def _is_set_off(head: Token) -> bool:
    """Whether a phrase stands behind a comma, and so tells of the whole clause."""
    left = min(head.subtree, key=lambda token: token.i)
    return left.i > 0 and left.nbor(-1).text == ","


def date_precision(value: str) -> str | None:
    """What an ISO value is as precise as: "day", "month", "year", "decade"; None for anything that is no single one."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return "day"
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return "month"
    if re.fullmatch(r"\d{4}", value):
        return "year"
    decade = re.fullmatch(r"(\d{3})0/(\d{3})9", value)
    return "decade" if decade and decade[1] == decade[2] else None


def place_noun(text: str, place: Place) -> str | None:
    """What kind of place the learner is to name; None where it has no plain word."""
    last = text.split()[-1].lower()
    if place.place_class == "country":
        return "country"  # not "Which union?"
    if last in NAMED_NOUNS and len(text.split()) > 1:
        return last
    if place.place_class == "region":
        return DIVISIONS.get(place.country or "")
    return PLACE_NOUNS.get(place.place_class or "")


def hedge_words(fact: Fact) -> str | None:
    """How a question keeps the fact's hedge; None where it cannot."""
    hedge = (fact.hedge or "").lower()
    if not hedge:
        return ""
    return "about " if hedge in ABOUT else (BOUNDS[hedge] + " " if hedge in BOUNDS else None)


def number_tokens(tokens: list[Token]) -> list[Token]:
    """The tokens at the beginning of a figure that are its number ("27", "two hundred", "1.5 million")."""
    numbers: list[Token] = []
    for token in tokens:
        if (
            token.pos_ in {"NUM", "SYM"}
            or token.like_num
            or token.is_currency
            or token.lower_ in {"dozen", "hundred"}
            or (token.text in {"-", "–"} and numbers)
        ):
            numbers.append(token)
        else:
            break
    return numbers


def goes_on(tokens: list[Token]) -> bool:
    """Whether a figure is the first half of one ("£4 10s", "6 ft 2 in", "13-year-old")."""
    if tokens[-1].i + 1 >= len(tokens[-1].doc):
        return False
    after = tokens[-1].nbor(1)
    return after.text == "-" or (after.text[0].isdigit() and not re.fullmatch(r"\d{4}", after.text))


def is_score(tokens: list[Token]) -> bool:
    """ "By 15 votes to nine": one number without the other is half the answer."""
    following = [tokens[-1].doc[i] for i in range(tokens[-1].i + 1, min(tokens[-1].i + 3, len(tokens[-1].doc)))]
    return len(following) == 2 and following[0].lower_ == "to" and (following[1].like_num or following[1].pos_ == "NUM")


def hedge_tokens(clause: Clause, fact: Fact) -> list[Token]:
    """The tokens of a fact's hedge, which stand right before it."""
    if not fact.hedge:
        return []
    words = fact.hedge.lower().split()
    first = fact.start - len(fact.hedge) - 2
    near = [token for token in clause.sentence.span if first <= clause.sentence.offset(token) < fact.start]
    return [token for token in near if token.lower_ in words]


# Of a body of such a name "which office" would tell half.
TELLING_NOUNS = frozenset(
    "office parliament union board trust group senate authority service army navy foundation".split()
)


def body_noun(fact: Fact) -> str:
    """What kind of body an organisation calls itself."""
    words = re.split(r" (?:of|for|in|at) ", str(fact.value or fact.text).lower())[0].split()
    known = words[-1] in NAMED_NOUNS - TELLING_NOUNS and not words[-1].endswith("s")
    return words[-1] if known else "organisation"  # a fund for an ocean is no ocean


# States that go on: true of one day, they are true of others too.
LASTING = frozenset(
    """
    be remain stay live stand lie hold have own serve work know keep reside belong last continue wait weigh cover
    stretch lead run
    """.split()
)


def lasts_no_longer(clause: Clause) -> bool:
    """Whether the clause tells of something that happened once, not of a state that another date would fit too."""
    passive = any(token.dep_ == "aux:pass" for token in clause.auxiliaries)
    return verb_lemma(clause.head.text) not in LASTING and (clause.head.tag_.startswith("VB") or passive)


def written_like(text: str, like: str) -> str:
    """A date in the order of another: "6 December 2024" like "January 26, 1892" is "December 6, 2024"."""
    day_first = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text)
    month_first = re.fullmatch(r"[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}", like)
    return f"{day_first[2]} {day_first[1]}, {day_first[3]}" if day_first and month_first else text


def is_modifier(fact: Fact, sentence: Sentence) -> bool:
    """Whether a place only says of what kind another thing is ("US indexes")."""
    tokens = fact_tokens(sentence, fact)
    own = {token.i for token in tokens}
    return any(token.dep_ in {"compound", "amod", "nmod:desc"} and token.head.i not in own for token in tokens)


def is_demonym(fact: Fact) -> bool:
    """Whether a place is said by the adjective or the noun for its people ("Iranian", "Swedes")."""
    return isinstance(fact.value, Place) and fact.text != fact.value.name and gazetteer().demonym(fact.text) is not None


def is_given_name_alone(fact: Fact) -> bool:
    """Whether a person is called by a first name, as a child is, a king, or a ship: not surely the one of that name."""
    return fact.kind == "person" and str(fact.value or "").startswith(f"{fact.text} ")


KINDS_LEFT_OFF = frozenset(
    """
    mosque temple barracks tower abbey monastery cathedral
    glacier river lake bridge tunnel street road island airport airfield aerodrome station mountain strait bay canal
    dam hospital school church palace castle museum province district county council university college company club
    institute desert forest valley peninsula plateau
    """.split()
)


def without_kind(name: str) -> str:
    """A name without the noun that says what it is ("Axel Heiberg" of "Axel Heiberg Glacier")."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in KINDS_LEFT_OFF:
        words.pop()
        if len(words) > 1 and words[-1].lower() in {"town", "city", "county", "borough", "district", "parish"}:
            words.pop()
    return " ".join(words)
