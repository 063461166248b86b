"""The noun that a number counts, in sentences with tags and heads given by hand."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizapp.facts.nouns import is_plural, noun_after


def sentence(*words: tuple[str, str, int, str]) -> Doc:
    """Each word with its tag, the place of its head, and its relation to it."""
    return Doc(
        Vocab(),
        words=[word for word, _, _, _ in words],
        tags=[tag for _, tag, _, _ in words],
        heads=[head for _, _, head, _ in words],
        deps=[dep for _, _, _, dep in words],
    )


def test_the_head_of_the_number_is_what_it_counts() -> None:
    doc = sentence(
        ("4,000", "CD", 3, "nummod"),
        ("Iranian", "JJ", 3, "amod"),
        ("military", "JJ", 3, "amod"),
        ("personnel", "NNS", 4, "nsubj"),
        ("left", "VBD", 4, "ROOT"),
    )
    assert noun_after(list(doc), 0, many=True) == doc[3]


def test_tags_decide_where_the_parse_gives_the_number_no_noun() -> None:
    doc = sentence(
        ("27", "CD", 3, "dep"),
        ("Norwegian", "JJ", 2, "amod"),
        ("trawlers", "NNS", 3, "nsubj"),
        ("sank", "VBD", 3, "ROOT"),
    )
    assert noun_after(list(doc), 0, many=True) == doc[2]


def test_a_number_before_a_verb_counts_nothing() -> None:
    doc = sentence(("27", "CD", 2, "nsubj:pass"), ("were", "VBD", 2, "aux:pass"), ("killed", "VBN", 2, "ROOT"))
    assert noun_after(list(doc), 0, many=True) is None


def test_the_dead_are_counted() -> None:
    doc = sentence(
        ("left", "VBD", 0, "ROOT"), ("27", "CD", 2, "nummod"), ("dead", "JJ", 0, "obj"), (".", ".", 0, "punct")
    )
    assert noun_after(list(doc), 1, many=True) == doc[2]


@pytest.mark.parametrize("word", ["ships", "people", "aircraft", "personnel", "bases", "Men"])
def test_a_plural_is_told_by_its_spelling(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["ship", "glass", "serious", "analysis", "was", "captain's"])
def test_a_singular_is_no_plural(word: str) -> None:
    assert not is_plural(word)
