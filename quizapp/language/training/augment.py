"""Variations of the training text: typographic quotes, and other people's and places' names in the same sentences.

Real reports use curly quotes and name people the training text never met; both are cheap to imitate.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry
from thinc.api import Model

from quizapp.language.training.lexicon import given_names_and_surnames, place_names

Augmenter = Callable[[Language, Example], Iterator[Example]]


def curly(words: list[str], spaces: list[bool]) -> list[str]:
    """The same words with typographic quotes and apostrophes; a quote after a space, or at the start, opens."""
    changed = []
    for index, word in enumerate(words):
        opens = index == 0 or spaces[index - 1] or words[index - 1] in "([{"
        if word in ('"', "``", "''"):
            word = "“" if opens else "”"
        elif word == "'":
            word = "‘" if opens else "’"
        changed.append(word.replace("'", "’").replace("--", "—"))
    return changed


def _with_words(nlp: Language, reference: Doc, words: list[str], spaces: list[bool]) -> Example:
    """An example annotated as ``reference`` is, with other words in the same places."""
    array: list[int | str] = ["TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.from_array(array, reference.to_array(array))  # type: ignore[arg-type]  # the stubs of spaCy disagree
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), doc)


def pieces(doc: Doc, most: int) -> Iterator[Doc]:
    """The text cut between sentences into runs of at most ``most`` tokens, where its sentences allow it."""
    start = end = 0
    for sentence in doc.sents:
        if sentence.end - start > most and end > start:
            yield doc[start:end].as_doc()
            start = end
        end = sentence.end
    yield doc[start:end].as_doc() if start else doc


@registry.augmenters("quizapp.typography.v1")  # type: ignore[untyped-decorator]  # spaCy ships no type for it
def typography(share: float, most: int, seed: int) -> Augmenter:
    """Give ``share`` of the texts typographic quotes; cut them, as the parser's oracle is quadratic in their length."""
    rng = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        for doc in pieces(example.reference, most):
            yield vary(nlp, doc)

    def vary(nlp: Language, doc: Doc) -> Example:
        words = [token.text for token in doc]
        if rng.random() < share and any("'" in word or '"' in word for word in words):
            spaces = [bool(token.whitespace_) for token in doc]
            return _with_words(nlp, doc, curly(words, spaces), spaces)
        return Example(Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc]), doc)

    return augment


@registry.augmenters("quizapp.backwards.v1")  # type: ignore[untyped-decorator]  # as above
def backwards(share: float, seed: int) -> Augmenter:
    """Single sentences from their last word to their first; ``share`` of them get typographic quotes."""
    rng = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        for sentence in example.reference.sents:
            words = [token.text for token in sentence]
            spaces = [bool(token.whitespace_) for token in sentence]
            words = curly(words, spaces) if rng.random() < share else words
            doc = turned(sentence, words)
            yield Example(Doc(nlp.vocab, words=words[::-1], spaces=spaces[::-1]), doc)

    return augment


def turned(sentence: Span, words: list[str]) -> Doc:
    """A sentence with its annotation, last word first."""
    last = sentence.end - 1
    tokens = list(sentence)[::-1]
    return Doc(
        sentence.doc.vocab,
        words=words[::-1],
        spaces=[bool(token.whitespace_) for token in tokens],
        tags=[token.tag_ for token in tokens],
        heads=[last - token.head.i for token in tokens],
        deps=[token.dep_ for token in tokens],
    )


@dataclass(frozen=True, slots=True)
class _Pools:
    """The names to draw from: first and last names of people, and the groups of places that stand for one another."""

    first_names: frozenset[str]
    given: list[str]
    surnames: list[str]
    places: list[tuple[frozenset[str], list[str]]]

    @classmethod
    def found(cls) -> "_Pools":
        given, surnames = given_names_and_surnames()
        groups = place_names()
        places = [(frozenset(group), sorted(name for name in group if name.isalpha())) for group in groups]
        return cls(frozenset(given), sorted(given), sorted(surnames), places)

    def rename(self, span: Span, renamed: dict[str, str], rng: random.Random) -> list[str] | None:
        """Other words for a name, the same for the same throughout a text; None for a name that stays."""
        words = [token.text for token in span]
        if span.label_ == "PERSON" and all(word.istitle() and word.isalpha() for word in words):
            if len(words) == 2:
                for word, pool in zip(words, (self.given, self.surnames), strict=True):
                    renamed.setdefault(word, rng.choice(pool))
            elif len(words) == 1:
                renamed.setdefault(words[0], rng.choice(self.given if words[0] in self.first_names else self.surnames))
            else:
                return None
            return [renamed[word] for word in words]
        if span.label_ == "LOC" and len(words) == 1:
            for group, pool in self.places:
                if words[0] in group:
                    renamed.setdefault(words[0], rng.choice(pool))
                    return [renamed[words[0]]]
        return None


@registry.augmenters("quizapp.other_names.v1")  # type: ignore[untyped-decorator]  # as above
def other_names(share: float, quotes: float, seed: int) -> Augmenter:
    """In ``share`` of the texts, rename people of one or two words and places that a list holds, alike throughout.

    ``quotes`` is the share of the texts that get typographic quotes. Every text gets the spaces between its sentences,
    which the data lack, and the tokens of its annotation.
    """
    rng = random.Random(seed)
    pools = _Pools.found()

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        doc = example.reference
        words = [token.text for token in doc]
        last = {sentence.end - 1 for sentence in doc.sents}
        spaces = [bool(token.whitespace_) or token.i in last for token in doc]
        changed = rng.random() < share
        renamed: dict[str, str] = {}
        # Longer names first, so that a later surname follows its full name.
        for span in sorted(doc.ents, key=len, reverse=True) if changed else ():
            new = pools.rename(span, renamed, rng)
            if new is not None:
                words[span.start : span.end] = new
        if rng.random() < quotes:
            words = curly(words, spaces)
        yield _with_words(nlp, doc, words, spaces)

    return augment


def layers_with_parameters(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers of a tok2vec that learn; not the names' own linear layer, which narrows it."""
    return [layer for layer in model.walk() if layer.param_names and layer.name != "linear"]


@registry.callbacks("quizapp.start_from.v1")  # type: ignore[untyped-decorator]  # as above
def start_from(path: str) -> Callable[[Language], None]:
    """Copy the tok2vec of the trained syntax pipeline at ``path`` into the names' own."""

    def copy(nlp: Language) -> None:
        if path:
            trained, own = (
                layers_with_parameters(model)
                for model in (
                    spacy.load(Path(path)).get_pipe("tok2vec").model,  # type: ignore[attr-defined]  # it has one
                    nlp.get_pipe("ner").model.get_ref("tok2vec"),  # type: ignore[attr-defined]  # as above
                )
            )
            for source, target in zip(trained, own, strict=True):
                for parameter in source.param_names:
                    if source.get_param(parameter).shape != target.get_param(parameter).shape:
                        raise ValueError(f"{source.name} and {target.name} differ in shape")
                    target.set_param(parameter, source.get_param(parameter).copy())

    return copy
