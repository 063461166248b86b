"""Whom "he", "she", "his" and "her" mean, decided once for a report, and only where one person alone can be meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import is_role
from quizapp.generation.phrases import fact_tokens
from quizapp.language import Sentence, Sex, sex_of_name

PRONOUNS: dict[str, Sex] = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
TITLES: dict[str, Sex] = {
    **dict.fromkeys(
        "mr sir lord king prince emperor duke baron count father brother archduke sultan pope".split(), "m"
    ),
    **dict.fromkeys("mrs ms miss lady dame queen princess empress duchess baroness countess sister".split(), "f"),
}

# Over so many sentences that name nobody "he" may go on.
FARTHEST = 2
PERSONS_TOO = frozenset("client customer guest opponent counterpart relative companion stranger caller visitor".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom or what a pronoun means, and the sentence that shows it; ``is_common`` where no name says it."""

    name: str
    sentence: Sentence
    is_common: bool = False


Referents = Mapping[int, Referent]
"""By where the pronoun begins in the report."""


def find_referents(sentences: tuple[Sentence, ...], by_sentence: Mapping[int, tuple[Fact, ...]]) -> dict[int, Referent]:
    """The pronouns of a report whose person is beyond doubt."""
    found: dict[int, Referent] = {}
    sexes = _sexes(by_sentence)
    before: dict[str, Sentence] = {}
    ago = 0
    for sentence in sentences:
        people = [fact for fact in by_sentence.get(sentence.start, ()) if fact.kind == "person" and fact.value]
        said = quoted_tokens(sentence)
        here: dict[str, Sentence] = {}
        for token in sentence.span:
            offset = sentence.offset(token)
            named = {str(fact.value): sentence for fact in people if fact.start < offset}
            sex = PRONOUNS.get(token.lower_)
            if sex is None or token.tag_ not in {"PRP", "PRP$"} or token.i in said:
                continue
            if _another_person(token, sentence, people):
                continue
            for candidates in (named | here, before):
                fitting = {name: where for name, where in candidates.items() if sexes.get(name, sex) == sex}
                if fitting:
                    break
            if len(fitting) == 1:
                (name, where), *_ = fitting.items()
                found[offset] = Referent(name, where)
                sexes.setdefault(name, sex)
                here[name] = where
        named_here = {str(fact.value): sentence for fact in people} | here
        ago = 0 if named_here else ago + 1
        if named_here or ago > FARTHEST:
            before = named_here
    return found


def quoted_tokens(sentence: Sentence) -> set[int]:
    """The tokens between quotation marks, whose "he" and "it" are the speaker's."""
    inside, found = False, set()
    for token in sentence.span:
        if token.text in {'"', "“", "”"}:
            inside = token.text == "“" or (token.text == '"' and not inside)
        elif inside:
            found.add(token.i)
    return found


def _another_person(pronoun: Token, sentence: Sentence, people: list[Fact]) -> bool:
    """Whether somebody without a name ("his client") stands before the pronoun, and may be meant."""
    named = {token.i for fact in people for token in fact_tokens(sentence, fact)}
    return any(
        token.i < pronoun.i
        and token.tag_ == "NN"
        and (is_role(token.lower_) or token.lower_ in PERSONS_TOO)
        and token.dep_ in {"nsubj", "nsubj:pass", "obj", "iobj"}
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
