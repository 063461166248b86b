"""A second parser, independent of the first: another network, and it reads each sentence from its last word.

Two parsers that meet a sentence from opposite ends seldom make the same mistake, so where they agree both are likely
right. It is loaded only when first asked, and parses only what it is given.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import Model, NumpyOps, get_current_ops, set_current_ops

import quizapp.language.embed  # noqa: F401  registers what the model's file names
from quizapp.language.pipeline import MODEL_FOLDER, pipeline

SECOND_FOLDER = MODEL_FOLDER / "second"
# Sentences are cut and words are split by the first parser's pipeline.
LEFT_OUT = ("tokenizer", "vocab")


def parse_again(spans: Iterable[Span]) -> list[Doc]:
    """Each sentence as a text of its own with the second parser's heads and relations, the rest as it was read first.

    The words are those of the sentence in their order, so the third word of one is the third of the other.
    """
    sentences = list(spans)
    parsed = second_parser().pipe([backwards(span) for span in sentences], batch_size=64)
    return [_forwards(span, doc) for span, doc in zip(sentences, parsed, strict=True)]


@cache
def second_parser() -> Language:
    """The second parser; it takes what ``backwards`` gives."""
    return load_second(SECOND_FOLDER)


def load_second(folder: Path) -> Language:
    """A second parser as ``save_second`` left it."""
    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(folder, exclude=LEFT_OUT)
    finally:
        set_current_ops(before)
    _cast(nlp, "float32")
    return nlp


def save_second(nlp: Language, folder: Path) -> None:
    """Write a second parser with weights of half precision, which cost half the space and no accuracy."""
    _cast(nlp, "float16")
    nlp.to_disk(folder, exclude=LEFT_OUT)
    _cast(nlp, "float32")


def _cast(nlp: Language, precision: str) -> None:
    for _, component in nlp.pipeline:
        model: Model[Any, Any] = component.model  # type: ignore[attr-defined]  # each has one
        for layer in model.walk():
            for name in layer.param_names:
                if layer.has_param(name):
                    weights: Any = np.asarray(layer.get_param(name), dtype=precision)
                    layer.set_param(name, weights)


def backwards(span: Span) -> Doc:
    """A sentence's words from the last to the first, as one sentence."""
    doc = Doc(
        second_parser().vocab,
        words=[token.text for token in span][::-1],
        spaces=[bool(token.whitespace_) for token in span][::-1],
    )
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _forwards(span: Span, parsed: Doc) -> Doc:
    last = len(span) - 1
    return Doc(
        pipeline().vocab,
        words=[token.text for token in span],
        spaces=[bool(token.whitespace_) for token in span],
        tags=[token.tag_ for token in span],
        pos=[token.pos_ for token in span],
        heads=[last - parsed[last - place].head.i for place in range(len(span))],
        deps=[parsed[last - place].dep_ for place in range(len(span))],
    )
