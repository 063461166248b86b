"""What is known of an English word before any sentence is read: its cluster and which name lists hold it.

Apart from the network that uses it, because the recipe writes this file and the pipeline reads it. One row a word:
the hash of the word, its Brown cluster, and bits for name lists and capitalisation.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LEXICON_FILE = Path(__file__).parent / "data" / "lexicon.npz"

COUNTRY = 1
PLACE = 2
PLACE_PART = 4
GIVEN_NAME = 8
SURNAME = 16
ORGANISATION_NOUN = 32
PLACE_NOUN = 64
TITLE = 128


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Rows sorted by ``keys``, the last of them empty; cluster 0 means unknown, capitals 0 means too rare to tell.

    The lowest bits of a cluster are the beginning of its path in the tree of clusters.
    """

    keys: NDArray[np.uint64]
    clusters: NDArray[np.uint32]
    bits: NDArray[np.uint8]
    capitals: NDArray[np.uint8]

    def rows(self, hashes: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The row of each hash; a hash that is absent gets the last row, which is empty."""
        found = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
        found[self.keys[found] != hashes] = len(self.keys) - 1
        return found


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once a process."""
    with np.load(LEXICON_FILE) as arrays:
        clusters = arrays["paths"][arrays["clusters"]]
        return Lexicon(arrays["keys"], clusters, arrays["bits"], arrays["capitals"])
