"""Whether a text is English at all, decided by its most common words; apart because it needs no model."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# Words that every English text of some length is full of and that mean nothing, or are rare, in its neighbours.
COMMON = frozenset(
    """
    the of and to that was were with for from by his her its their our your this these those have has had been he she
    they we you it is as at be are not but or an on which who when where what there would could should will than about
    into after before between because while during said all some any more most other only can may
    """.split()
)
ENOUGH_WORDS = 8
LEAST_SHARE = 0.18
LEAST_LATIN = 0.7


def likely_english(text: str) -> bool:
    """True if enough of the first words are common English ones; under eight words, whatever is in Latin letters."""
    letters = [letter for letter in text[:20_000] if letter.isalpha()]
    if not letters or sum(letter < "\u0250" for letter in letters) < LEAST_LATIN * len(letters):
        return False
    words = [word.lower() for word in WORD.findall(text[:20_000])]
    if len(words) < ENOUGH_WORDS:
        return True
    return sum(word in COMMON for word in words) >= LEAST_SHARE * len(words)
