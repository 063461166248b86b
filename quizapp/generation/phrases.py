"""Tokens of a sentence as words of a question: which are kept, what stands in their place, how they are spaced."""

import re
from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.facts.lexical import capitals_of
from quizapp.language import Sentence, gazetteer

Replacements = Mapping[int, str]
"""Text to put in a token's place, by the token's index in its doc; an empty text drops the token."""

OPENING = set("([{“‘£$€¥")
CLOSING = set(".,;:!?)]}%”’")


def subtree(head: Token, dropped: Callable[[Token], bool]) -> list[Token]:
    """A token and what depends on it, in reading order, without the branches that ``dropped`` says yes to."""
    kept: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack.extend(child for child in token.children if not dropped(child))
    return sorted(kept, key=lambda token: token.i)


def without_loose_commas(tokens: list[Token]) -> list[Token]:
    """The tokens less the commas, dashes and brackets beside which something was left out."""
    kept: list[Token] = []
    for position, token in enumerate(tokens):
        before = tokens[position - 1].i if position else None
        after = tokens[position + 1].i if position + 1 < len(tokens) else None
        loose = before != token.i - 1 or after != token.i + 1
        if not (token.is_punct and loose and token.text not in {"%", "'", "’"}):
            kept.append(token)
    return kept


def render(tokens: Iterable[Token], replacements: Replacements | None = None) -> str:
    """The tokens as running text, spaced as English is."""
    replacements = replacements or {}
    out = ""
    previous: Token | None = None
    for token in tokens:
        text = replacements.get(token.i, token.text)
        if not text:
            continue
        if out and not _joined(previous, token) and not _clings(token, text) and out[-1] not in OPENING:
            out += " "
        out += text
        previous = token
    out = re.sub(r"\s+([,;:.!?])", r"\1", out)
    out = re.sub(r",(?:\s*,)+", ",", out)
    return re.sub(r"\s{2,}", " ", out).strip(" ,;:–—-")


def _clings(token: Token, text: str) -> bool:
    """Whether a word takes no space before it."""
    return text[0] in CLOSING or token.tag_ == "POS"


def _joined(previous: Token | None, token: Token) -> bool:
    """Whether the text itself has no space between two tokens."""
    return previous is not None and previous.i == token.i - 1 and not previous.whitespace_


def capitalised(text: str) -> str:
    """The text with a capital first letter ("iPhone" stays as it is)."""
    if not text or (len(text) > 1 and text[1].isupper()):
        return text
    return text[0].upper() + text[1:]


def lowered(tokens: list[Token], replacements: Replacements | None = None) -> str:
    """The tokens as text that no longer begins a sentence."""
    text = render(tokens, replacements)
    if not tokens or not text:
        return text
    first = tokens[0]
    if first.i in (replacements or {}) or not begins_by_chance(first):
        return text
    return text[0].lower() + text[1:]


def begins_by_chance(token: Token) -> bool:
    """Whether a word has its capital only because it opens its sentence."""
    if token.pos_ in {"ADP", "DET", "ADV", "SCONJ", "CCONJ", "PRON"}:
        return True
    named = token.i + 1 < len(token.doc) and token.nbor(1).is_title  # "Cyclone Freda"
    if token.is_sent_start and not named and 1 <= capitals_of(token.lower_) <= 3 and not token.text.isupper():
        return True  # "Excavation", which the lexicon knows in small letters
    if not token.is_sent_start or token.text.isupper() or token.ent_type_:
        return token.lower_ in {"the", "a", "an"}
    return token.pos_ != "PROPN" and gazetteer().demonym(token.text) is None


def fact_tokens(sentence: Sentence, fact: Fact) -> list[Token]:
    """The tokens of a sentence that a fact covers, whole or in part."""
    return [
        token for token in sentence.span
        if sentence.offset(token) < fact.end and sentence.offset(token) + len(token.text) > fact.start
    ]  # fmt: skip
