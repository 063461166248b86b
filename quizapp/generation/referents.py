"""Whom "he", "she", "his" and "her" mean, decided once for a report, and only where one person alone can be meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import is_role
from quizapp.generation.kinds import PEOPLE
from quizapp.generation.lemmas import past_tense
from quizapp.generation.phrases import fact_tokens
from quizapp.language import Sentence, Sex, gazetteer, sex_of_name

PRONOUNS: dict[str, Sex] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
TITLES: dict[str, Sex] = {
    **dict.fromkeys(
        "mr sir lord king prince emperor duke baron count father brother archduke sultan pope".split(), "m"
    ),
    **dict.fromkeys("mrs ms miss lady dame queen princess empress duchess baroness countess sister".split(), "f"),
}

# Over so many sentences that name nobody "he" may go on.
FARTHEST = 2
FEWEST_OF_A_CLAUSE = 3
# So often a story names whom it is about.
OFTEN = 3
PERSONS_TOO = frozenset("client customer guest opponent counterpart relative companion stranger caller visitor".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom or what a pronoun means, and the sentence that shows it; ``is_common`` where no name says it."""

    name: str
    sentence: Sentence
    is_common: bool = False


Referents = Mapping[int, Referent]
"""By where the pronoun begins in the report."""


def find_referents(
    sentences: tuple[Sentence, ...], by_sentence: Mapping[int, tuple[Fact, ...]], title: str = ""
) -> dict[int, Referent]:
    """The pronouns of a report whose person is beyond doubt; whom its title names, or it is most about, goes on."""
    found: dict[int, Referent] = {}
    sexes = _sexes(by_sentence)
    told = _Told(sexes, {}, [], _heroes(by_sentence, title))
    for sentence in sentences:
        people = [fact for fact in by_sentence.get(sentence.start, ()) if fact.kind == "person" and fact.value]
        said = quoted_tokens(sentence)
        here: dict[str, Sentence] = {}
        for token in sentence.span:
            offset = sentence.offset(token)
            sex = PRONOUNS.get(token.lower_)
            if sex is None or token.tag_ not in {"PRP", "PRP$"} or token.i in said:
                continue
            if _another_person(token, sentence, people):
                continue
            named = {str(fact.value): sentence for fact in people if fact.start < offset}
            meant = told.meant_by(sex, named | here)
            if meant is not None:
                name, where = meant
                found[offset] = Referent(name, where)
                sexes.setdefault(name, sex)
                here[name] = where
        of_another = _opens_with_a_countryman(sentence)
        spoken_of = {} if of_another else {str(fact.value): sentence for fact in people} | here
        told.add(spoken_of, of_another or _brings_a_stranger(sentence, people))
    return found


def _heroes(by_sentence: Mapping[int, tuple[Fact, ...]], title: str) -> frozenset[str]:
    """Whom a story is about: people that its title names, and the first of all whom it goes on to name."""
    people = [
        str(fact.value) for facts in by_sentence.values() for fact in facts if fact.kind == "person" and fact.value
    ]
    first = {people[0]} if people and people.count(people[0]) >= OFTEN else set()
    words = set(re.findall(r"[^\W\d_]+", title))
    return frozenset(first | {name for name in people if name.split()[-1] in words})


@dataclass(slots=True)
class _Told:
    """The people of a story so far: ``latest`` where each was spoken of last, ``near`` by sentence."""

    sexes: dict[str, Sex]
    latest: dict[str, Sentence]
    near: list[dict[str, Sentence]]
    heroes: frozenset[str]
    closed: bool = False

    def add(self, here: dict[str, Sentence], brings_a_stranger: bool) -> None:
        """Take in a sentence; one about somebody without a name puts an end to whom "he" meant before it."""
        if brings_a_stranger and not here:
            self.near.clear()
            self.closed = True
        elif here:
            self.closed = False
        self.near.append(here)
        self.latest |= here

    def meant_by(self, sex: Sex, here: dict[str, Sentence]) -> tuple[str, Sentence] | None:
        """The one person that a pronoun of a sex can mean, and the sentence that names them."""
        for candidates in (here, self._before()):
            fitting = {name: where for name, where in candidates.items() if self.sexes.get(name, sex) == sex}
            if fitting:
                first = next(iter(fitting.items()))  # in a sentence of several, the one whom the story is about
                return self._sure(first, sex) if len(fitting) == 1 or self._leads(first[0], fitting) else None
        if self.closed:
            return None
        known = {name: where for name, where in self.latest.items() if self.sexes.get(name) == sex}
        heroes = [name for name in known if name in self.heroes]
        if len(heroes) == 1 and not self._rivals(heroes[0], sex):
            return heroes[0], known[heroes[0]]
        return None

    def _leads(self, name: str, fitting: Mapping[str, Sentence]) -> bool:
        return name in self.heroes and not any(other in self.heroes for other in fitting if other != name)

    def _before(self) -> dict[str, Sentence]:
        """The people of the last sentence that spoke of any, unless that is too far back."""
        return next((people for people in reversed(self.near[-FARTHEST - 1 :]) if people), {})

    def _sure(self, meant: tuple[str, Sentence], sex: Sex) -> tuple[str, Sentence] | None:
        """Nobody, where a name that may be a man's is "her", and a woman has been told of."""
        others = any(self.sexes.get(name) == sex for name in self.latest)
        return None if meant[0] not in self.sexes and others else meant

    def _rivals(self, hero: str, sex: Sex) -> bool:
        """Whether since the title's person was last spoken of somebody else was whom the pronoun fits."""
        since: set[str] = set()
        for people in reversed(self.near):
            if hero in people:
                break
            since |= people.keys()
        return any(self.sexes.get(name, sex) == sex for name in since)


def quoted_tokens(sentence: Sentence) -> set[int]:
    """The tokens between quotation marks, whose "he" and "it" are the speaker's."""
    inside, found = False, set()
    for token in sentence.span:
        if token.text in {'"', "“", "”"}:
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            found.add(token.i)
    return found


def _brings_a_stranger(sentence: Sentence, people: list[Fact]) -> bool:
    """Whether a sentence is about somebody whom it does not name: "A former officer described …"."""
    named = {token.i for fact in people for token in fact_tokens(sentence, fact)}
    return any(
        token.tag_ == "NN"
        and (is_role(token.lower_) or token.lower_ in PERSONS_TOO | PEOPLE)
        and token.dep_ in {"nsubj", "nsubj:pass"}
        and not any(child.i in named for child in token.subtree)
        for token in sentence.span
    )


def _opens_with_a_countryman(sentence: Sentence) -> bool:
    """ "The Norwegian set up his base": somebody called by a people alone, who is the next sentence's "he"."""
    if len(sentence.span) <= FEWEST_OF_A_CLAUSE or sentence.span[0].lower_ != "the":
        return False
    after = sentence.span[2]
    acts = after.pos_ in {"VERB", "AUX", "ADV"} or past_tense(after.text) == after.lower_
    return acts and gazetteer().demonym(sentence.span[1].text) is not None


def _another_person(pronoun: Token, sentence: Sentence, people: list[Fact]) -> bool:
    """Whether somebody without a name ("his client") stands before the pronoun, and may be meant."""
    named = {token.i for fact in people for token in fact_tokens(sentence, fact)}
    return any(
        token.i < pronoun.i
        and token.tag_ == "NN"
        and (is_role(token.lower_) or token.lower_ in PERSONS_TOO)
        and token.dep_ in {"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss"}
        and not any(child.i in named for child in token.subtree)
        for token in sentence.span
    )


def _sexes(by_sentence: Mapping[int, tuple[Fact, ...]]) -> dict[str, Sex]:
    """What names and titles tell."""
    sexes: dict[str, Sex] = {}
    for facts in by_sentence.values():
        for fact in facts:
            if fact.kind == "person" and fact.value:
                sex = TITLES.get((fact.mention.title or "").lower().rstrip(".")) or sex_of_name(str(fact.value))
                if sex is not None:
                    sexes.setdefault(str(fact.value), sex)
    return sexes
