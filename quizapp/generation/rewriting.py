"""Sentences put anew from the words of another and parsed again: what a long sentence says, said in a short one.

The parse of a short sentence is far surer than that of a long one; each word still knows its place in the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quizapp.facts import Fact
from quizapp.generation.mending import FINITE, mend
from quizapp.generation.phrases import begins_by_chance
from quizapp.language import Sentence, pipeline

NOWHERE = -1_000_000
"""The offset of a word that the report does not have."""

Words = Sequence[Token | str]

RELATIVE = {"WDT", "WP", "WP$", "WRB"}
OPENING_ASIDES = frozenset("while as after before although though because since".split())


@dataclass(frozen=True, slots=True)
class Rewritten(Sentence):
    """A sentence with its place in the report whose span is of words taken from it, in an order of their own."""

    offsets: tuple[int, ...]

    def offset(self, token: Token) -> int:
        """Where a word starts in the report's text; ``NOWHERE`` for one that was put in."""
        return self.offsets[token.i]


def rewrite(sentence: Sentence, many: list[Words]) -> list[Rewritten | None]:
    """The sentence in other words, each parsed alone, in one batch; None where it does not parse as one sentence."""
    nlp = pipeline()
    docs = [_unparsed(words) for words in many]
    counts = [len(doc) for doc in docs]
    parsed = nlp.pipe(docs, batch_size=64, disable=["ner", "quizapp_outside_names"])
    found: list[Rewritten | None] = []
    for words, count, doc in zip(many, counts, parsed, strict=True):
        if len(doc) != count or len(list(doc.sents)) != 1:
            found.append(None)
            continue
        offsets = [NOWHERE if isinstance(word, str) else sentence.offset(word) for word in words]
        mend(doc, _is_whole(sentence, words))
        span = doc[0 : len(doc)]
        found.append(Rewritten(sentence.start, sentence.end, sentence.passage, span, (*offsets, NOWHERE)))
    return found


def _is_whole(sentence: Sentence, words: Words) -> bool:
    """Whether no finite verb was left out but in an aside ("…, which sank, …"), so that the words have their own."""
    kept = {word.i for word in words if isinstance(word, Token)}
    opening: Token | None = None
    for token in sentence.span:
        if token.i in kept or token.is_punct:
            opening = None
            continue
        opening = opening or token
        if token.tag_ in FINITE and opening.tag_ not in RELATIVE and opening.lower_ not in OPENING_ASIDES:
            earlier = {one.tag_ for one in token.doc[opening.i : token.i]}
            if not earlier & RELATIVE:
                return False
    return True


def _unparsed(words: Words) -> Doc:
    texts: list[str] = []
    spaces: list[bool] = []
    names: list[str] = []
    for position, word in enumerate(words):
        following = words[position + 1] if position + 1 < len(words) else None
        text = word if isinstance(word, str) else word.text
        if position == 0:
            text = text[0].upper() + text[1:]
        elif isinstance(word, Token) and word.is_sent_start and begins_by_chance(word):
            text = text[0].lower() + text[1:]
        texts.append(text)
        spaces.append(_is_spaced(word, following))
        named = isinstance(word, Token) and word.ent_type_
        names.append(f"{word.ent_iob_}-{word.ent_type_}" if isinstance(word, Token) and named else "O")
    for position, name in enumerate(names):
        if name[0] == "I" and (position == 0 or names[position - 1] == "O"):
            names[position] = "B" + name[1:]
    return Doc(pipeline().vocab, words=[*texts, "."], spaces=[*spaces, False], ents=[*names, "O"])


def _is_spaced(word: Token | str, following: Token | str | None) -> bool:
    if following is None:
        return False
    if isinstance(word, Token) and isinstance(following, Token) and following.i == word.i + 1:
        return bool(word.whitespace_)
    text = following if isinstance(following, str) else following.text
    return text not in {",", ";", ":", "'s", "’s"}


def cuts_a_fact(sentence: Sentence, words: Words, facts: tuple[Fact, ...]) -> bool:
    """Whether the words keep a part of a date, a place, a name or a figure and leave the rest."""
    kept = {word.i for word in words if isinstance(word, Token)}
    for fact in facts:
        if fact.kind == "speech":
            continue
        own = {
            token.i for token in sentence.span
            if sentence.offset(token) < fact.end and sentence.offset(token) + len(token.text) > fact.start
            and not token.is_punct
        }  # fmt: skip
        if own & kept and own - kept:
            return True
    return False
