"""Verbs and their forms."""

from functools import lru_cache

from lemminflect import getInflection, getLemma

# Pasts that are also infinitives of rarer verbs.
IRREGULAR_LEMMAS = dict(
    pair.split(":")
    for pair in (
        "lay:lie laid:lay saw:see found:find left:leave fell:fall felt:feel bore:bear wound:wind ground:grind"
    ).split()
)


@lru_cache(maxsize=4096)
def verb_lemma(word: str) -> str:
    """The infinitive of a verb form."""
    lower = word.lower()
    if lower in IRREGULAR_LEMMAS:
        return IRREGULAR_LEMMAS[lower]
    lemmas = getLemma(lower, upos="VERB")
    return str(lemmas[0]) if lemmas else lower


@lru_cache(maxsize=4096)
def past_tense(participle: str) -> str | None:
    """The simple past of the verb that a past participle belongs to."""
    forms = getInflection(verb_lemma(participle), tag="VBD")
    return str(forms[0]) if forms else None
