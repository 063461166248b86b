"""What a report gives as a phrase of its own: how many oak planks, whose university, what lies west of Tokyo.

Like what stands beside a name, these hold where the sentence around them is too long, or leans too much on others.
"""

import re
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact, Place
from quizapp.facts.lexical import is_role
from quizapp.facts.units import is_currency
from quizapp.generation.definites import RELATIONAL
from quizapp.generation.kinds import PEOPLE, SHIPS, TIMES, is_abstract
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.referents import quoted_tokens
from quizapp.generation.standing import OF_A_KIND
from quizapp.generation.surroundings import Surroundings
from quizapp.generation.targets import ABOUT, NAMED_NOUNS, Asking, hedge_words, number_tokens
from quizapp.generation.worth import is_in_title, is_surely_a_person
from quizapp.language import Sentence, gazetteer

# Of such there are several sorts in any story, so that a number of them alone says nothing.
ANY = frozenset(
    """
    people persons men women children boys girls members others places parts groups things cases deaths points goals
    votes seats countries cities towns villages sides occasions sites states districts copies hands feet words lines
    lives respects ways ranks casualties dead wounded injured strong thirds quarters halves
    """.split()
)
# With one of these before it, a number counts only some.
OF_SOME = frozenset(
    """
    of the these those another other further more first last next remaining his her its their our all both any every
    than from to between or by least most only just top no versus
    """.split()
)
# After a noun these go on telling which ones are counted.
GOING_ON = {"ADP", "SCONJ", "PRON", "PART", "ADV", "ADJ", "NOUN", "PROPN", "NUM", "DET"}
FEWEST, FEWEST_WORDS = 2, 2
POINTS = r"(?:north|south|east|west)(?:-?(?:north|south|east|west))?"
LYING = re.compile(
    rf",? (?P<where>(?:(?:about|some|around|roughly|nearly) )?(?:[\d,.]+ (?:km|kilomet(?:re|er)s|miles) )?{POINTS} of "
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?=[,.;)])"
)
BODIES = {"university", "college", "school", "institute", "museum", "hospital", "observatory", "laboratory"}


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many figures but "one" have a word in them, and how often the report has each word."""

    figures: Counter[str]
    words: Counter[str]

    @classmethod
    def of(cls, surroundings: Surroundings) -> "_Counts":
        figures = (fact for fact in surroundings.by_kind.get("figure", ()) if fact.value != 1)
        spelled = (set(re.findall(r"[a-z]+", fact.text.lower())) for fact in figures)
        words = (token.lower_ for sentence in surroundings.sentences for token in sentence.span)
        return cls(Counter(word for one in spelled for word in one), Counter(words))

    def is_counted_again(self, noun: str) -> bool:
        """Whether another figure counts, or is a share of, such things."""
        return sum(self.figures[word] for word in {noun, noun.removesuffix("s")}) > 1

    def occurs_again(self, noun: str) -> bool:
        """Whether a noun, one or many, is anywhere else too."""
        return sum(self.words[word] for word in {noun, noun.removesuffix("s")}) > 1


def ask_mentions(surroundings: Surroundings) -> list[Asking]:
    """A question for each such phrase that the report has only once; none where no title says which story."""
    if not surroundings.frame:
        return []
    counts = _Counts.of(surroundings)
    found = [
        *(_how_many(fact, surroundings, counts) for fact in surroundings.by_kind.get("figure", ())),
        *(_associated(fact, surroundings) for fact in surroundings.by_kind.get("organisation", ())),
        *(_lying(fact, surroundings) for fact in surroundings.by_kind.get("place", ())),
    ]
    askings = [one for one in found if one is not None and not is_in_title(one.fact, surroundings.frame)]
    stems = Counter(one.stem for one in askings)
    return [one for one in askings if stems[one.stem] == 1]


def _how_many(fact: Fact, surroundings: Surroundings, counts: _Counts) -> Asking | None:
    """ "Inside lay two bronze axes": how many bronze axes are mentioned, where no others are."""
    hedge = hedge_words(fact)
    if fact.mention.unit is not None or fact.mention.of is None or fact.speaker is not None:
        return None
    if not isinstance(fact.value, int) or fact.value < FEWEST or hedge not in {"", "about "}:
        return None
    sentence = surroundings.sentence_of(fact)
    tokens = fact_tokens(sentence, fact)
    numbers = number_tokens(tokens)
    things = tokens[len(numbers) :]
    if not numbers or not things or not _is_plain(numbers, things, sentence) or _is_said(fact, surroundings):
        return None
    noun = things[-1].lower_
    if noun in ANY or noun.removesuffix("s") in TIMES | OF_A_KIND or is_abstract(noun) or _is_of_many(noun):
        return None
    if counts.is_counted_again(noun):
        return None
    if len(things) < FEWEST_WORDS and counts.occurs_again(noun):
        return None
    stem = f"{hedge}how many {render(things)} are mentioned?"
    return _asking("how-many", stem, render(numbers).lower(), fact, surroundings, tuple(things))


def _is_of_many(noun: str) -> bool:
    """Whether a story has more such than it counts: people of a trade, ships with names, deeds, money, parts."""
    one = noun.removesuffix("s")
    return (
        is_role(one)
        or one in PEOPLE | SHIPS | RELATIONAL
        or noun in RELATIONAL
        or one.endswith("ing")
        or is_currency(noun)
    )


def _is_plain(numbers: list[Token], things: list[Token], sentence: Sentence) -> bool:
    """Whether the phrase counts all of its things: nothing before or after it tells of which."""
    noun, first = things[-1], numbers[0]
    if noun.tag_ != "NNS" or any(
        token.pos_ not in {"NOUN", "ADJ", "PUNCT"} or token.tag_ in {"JJR", "JJS"} for token in things
    ):
        return False
    before = first.i - 1
    while before >= sentence.span.start and sentence.span.doc[before].lower_ in ABOUT:
        before -= 1
    if before >= sentence.span.start and sentence.span.doc[before].lower_ in OF_SOME:
        return False
    if noun.i + 1 >= sentence.span.end:
        return False
    after = noun.nbor(1)
    if after.text == "," and after.i + 1 < sentence.span.end and after.nbor(1).tag_ in {"VBG", "VBN"}:
        return False  # "two tugs, waiting for the tide"
    return after.pos_ not in GOING_ON and after.tag_ not in {"VBN", "VBG", "POS"} and after.text not in {"(", "-", "–"}


def _is_said(fact: Fact, surroundings: Surroundings) -> bool:
    """Whether a figure stands in somebody's own words."""
    sentence = surroundings.sentence_of(fact)
    quoted = quoted_tokens(sentence)
    spoken = surroundings.speech_over(sentence)
    return any(one.start <= fact.start < one.end and not one.mention.reported for one in spoken) or any(
        token.i in quoted for token in fact_tokens(sentence, fact)
    )


def _associated(body: Fact, surroundings: Surroundings) -> Asking | None:
    """ "Lise Damgaard of Aarhus University": the body right behind a person's name."""
    kind = body.text.split()[0 if " of " in body.text else -1].lower()
    if kind not in BODIES & NAMED_NOUNS or body.text != str(body.value):
        return None
    sentence = surroundings.sentence_of(body)
    for person in surroundings.by_sentence.get(sentence.start, ()):
        between = sentence.span.text[max(0, person.end - sentence.start) : max(0, body.start - sentence.start)]
        if person.kind != "person" or " " not in str(person.value) or not is_surely_a_person(person, surroundings):
            continue
        if re.fullmatch(r",? (?:of|at|from)(?: the)? ", between):
            stem = f"with which {kind} is {person.value} associated?"
            return _asking("which-body", stem, body.text, body, surroundings, ())
    return None


def _lying(place: Fact, surroundings: Surroundings) -> Asking | None:
    """ "Sagamihara, west of Tokyo": the place that the report says where it lies."""
    if not isinstance(place.value, Place) or gazetteer().demonym(place.text) is not None:
        return None
    sentence = surroundings.sentence_of(place)
    found = LYING.match(sentence.span.text, place.end - sentence.start)
    if found is None or place.value.name in found["where"]:
        return None
    stem = f"which place is said to lie “{found['where']}”?"
    return _asking("lying-place", stem, place.text, place, surroundings, ())


def _asking(
    form: str, stem: str, answer: str, fact: Fact, surroundings: Surroundings, context: tuple[Token, ...]
) -> Asking:
    return Asking(form, stem[0].upper() + stem[1:], answer, fact, surroundings.sentence_of(fact), context, (), True)
