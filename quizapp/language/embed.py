"""The embedding layer of our pipeline: what spaCy's own has, plus word clusters and name lists.

Registered with spaCy as ``quizapp.ClusterEmbed.v1``; it must be imported before a model that uses it is loaded.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d

from quizapp.language.lexicon import lexicon

Columns = NDArray[np.uint64]

# (width, rows) of each column's table, in the order of columns().
TABLES = (
    (128, 5000),  # NORM
    (48, 1000),  # PREFIX
    (64, 2500),  # SUFFIX
    (48, 1500),  # SHAPE
    (16, 50),  # SPACY
    (24, 50),  # four bits of the cluster's path
    (32, 150),  # six
    (48, 1000),  # ten
    (64, 1500),  # the whole path
    (32, 600),  # name lists
    (24, 100),  # the lists of places and people alone, with capitalisation
)


def columns(docs: list[Doc]) -> list[Columns]:
    """The features of each token of each text, one row a token."""
    attributes: list[int | str] = ["ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_LOWER"]
    parts = [np.asarray(doc.to_array(attributes), dtype=np.uint64) for doc in docs]
    if not parts:
        return []
    every = np.concatenate(parts)
    words = lexicon()
    exact, lower = words.rows(every[:, 0]), words.rows(every[:, 1])
    clusters = words.clusters[exact]
    clusters = np.where(clusters == 0, words.clusters[lower], clusters).astype(np.uint64)
    bits = np.where(every[:, 7] == 1, 0, words.bits[lower]).astype(np.uint64)
    capitals = words.capitals[lower].astype(np.uint64)
    names = (bits & np.uint64(31)) * np.uint64(16) + capitals * np.uint64(2) + every[:, 7]
    stacked = np.column_stack(
        [
            every[:, 2:7],
            np.where(clusters == 0, 0, (clusters & np.uint64(15)) + np.uint64(1)),
            np.where(clusters == 0, 0, (clusters & np.uint64(63)) + np.uint64(1)),
            np.where(clusters == 0, 0, (clusters & np.uint64(1023)) + np.uint64(1)),
            clusters,
            bits,
            names,
        ]
    ).astype(np.uint64)
    ends = np.cumsum([len(part) for part in parts])[:-1]
    return list(np.split(stacked, ends))


def _forward(model: Model[list[Doc], list[Columns]], docs: list[Doc], is_train: bool) -> tuple[list[Columns], Any]:
    def no_gradient(_: Any) -> list[Doc]:
        return []

    return columns(docs), no_gradient


@registry.architectures("quizapp.ClusterEmbed.v1")  # type: ignore[untyped-decorator]  # spaCy ships no type for it
def cluster_embed(width: int, share: float = 1.0, seed: int = 7) -> Model[list[Doc], list[Floats2d]]:
    """Hash embeddings of every column, mixed down to ``width``; with a ``share`` of the rows, hashed by ``seed``."""
    extract: Model[list[Doc], list[Columns]] = Model("cluster_columns", _forward)
    tables: list[Callable[..., Any]] = [
        HashEmbed(nO=size, nV=round(rows * share), column=column, seed=column + seed, dropout=0.0)
        for column, (size, rows) in enumerate(TABLES)
    ]
    joined = sum(size for size, _ in TABLES)
    mix = Maxout(nO=width, nI=joined, nP=3, dropout=0.0, normalize=True)
    return chain(
        extract,
        list2ragged(),
        with_array(concatenate(*tables)),  # type: ignore[arg-type]  # thinc types layers of one kind only
        with_array(mix),
        ragged2list(),
    )
