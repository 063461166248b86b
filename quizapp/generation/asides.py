"""What a sentence says by the way, between commas after a name, as sentences of their own.

"The Harbour Bridge, which opened in 1932, …", "the bridge, designed by John Bradfield, …" and "Ann Lee, a nurse from
Leeds, …" each state something of their own; only what English makes certain is put into a sentence.
"""

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.parts import is_complete
from quizapp.generation.predicates import FINITE
from quizapp.generation.rewriting import Rewritten, Words, cuts_a_fact, rewrite
from quizapp.language import Sentence

QUOTES = {'"', "“", "”", "‘"}
ARTICLES = {"a", "an", "the"}
NOMINAL = {"NOUN", "PROPN"}
# Participles of verbs without a passive, and those that are adjectives beside a noun.
NOT_PASSIVE = frozenset(
    """
    gone come become fallen risen arrived died grown retired escaped returned departed emerged vanished compared
    given provided followed including based seen according faced left worn broken
    """.split()
)
# Before these a participle tells of something that was done, not of how things are.
LONGEST_HOST = 10


def say_asides(sentence: Sentence, facts: tuple[Fact, ...]) -> list[Rewritten]:
    """Each aside that English makes certain, as a sentence of the words of the report and an auxiliary."""
    tokens = list(sentence.span)
    said: list[tuple[Words, int]] = []
    for at in range(1, len(tokens) - 3):
        if tokens[at].text == ",":
            said.extend(_of_aside(tokens, at, facts, sentence))
    said.extend(_of_front(tokens))
    kept = [(words, host) for words, host in said if not cuts_a_fact(sentence, words, facts)]
    made = rewrite(sentence, [words for words, _ in kept])
    return [one for one, (_, host) in zip(made, kept, strict=True) if one is not None and _is_of(one, host)]


def _is_of(sentence: Rewritten, host: int) -> bool:
    """Whether the sentence is whole and is about the words it was made to be about: its first ``host`` ones."""
    subjects = [child for child in sentence.span.root.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    if not is_complete(sentence) or len(subjects) != 1:
        return False
    return max(token.i for token in subjects[0].subtree) == host - 1


def _of_aside(
    tokens: list[Token], at: int, facts: tuple[Fact, ...], sentence: Sentence
) -> list[tuple[Words, int]]:
    host = _host(tokens, at)
    end = _end_of_aside(tokens, at)
    if not host or end is None:
        return []
    body = tokens[at + 1 : end]
    if len(body) < 2 or any(token.text in QUOTES for token in body):
        return []
    person = any(
        fact.kind == "person" and fact.start <= sentence.offset(host[-1]) < fact.end for fact in facts
    )
    first, past = body[0], _is_past(tokens)
    if first.lower_ in {"who", "which"}:
        certain = (first.lower_ == "who") == person or host[0].i == tokens[0].i
        return [([*host, *body[1:]], len(host))] if certain and _opens_with_verb(body[1:]) else []
    if first.tag_ == "VBN" and first.lower_ not in NOT_PASSIVE and not _is_joined(tokens, end):
        return [([*host, _be(host, past or _is_done(body)), *body], len(host))]
    named = host[-1].pos_ == "PROPN"
    if named and first.lower_ in {"a", "an"} and body[-1] != first and not _is_joined(tokens, end):
        return [([*host, _be(host, past), *body], len(host))]
    return []


def _host(tokens: list[Token], at: int) -> list[Token]:
    """The noun phrase right before a comma: a name, or a noun with its article; nothing where it is not plain."""
    last = tokens[at - 1]
    if last.pos_ not in NOMINAL:
        return []
    first = at - 1
    while first > 0 and tokens[first - 1].pos_ in {"PROPN", "NOUN", "ADJ", "NUM"} or tokens[first - 1].text == "-":
        if first == 0 or at - first > LONGEST_HOST:
            break
        first -= 1
    if first > 0 and (tokens[first - 1].lower_ in ARTICLES or tokens[first - 1].is_currency):
        first -= 1
        if first > 0 and tokens[first - 1].lower_ in ARTICLES:
            first -= 1
    before = tokens[first - 1] if first > 0 else None
    if before is not None and (before.lower_ in {"of", "and", "or", "in", "'s", "’s"} or before.tag_ == "PRP$"):
        return _longer_host(tokens, first, at)
    return tokens[first:at]


def _longer_host(tokens: list[Token], first: int, at: int) -> list[Token]:
    """A host with "of" or "'s" in it, only where it opens the sentence, so that nothing else can be meant."""
    if any(token.pos_ in {"VERB", "AUX", "PUNCT"} or token.lower_ in {"and", "or", "to"} for token in tokens[:first]):
        return []
    return tokens[:at] if tokens[0].pos_ in {"DET", *NOMINAL} and at <= LONGEST_HOST else []


def _end_of_aside(tokens: list[Token], at: int) -> int | None:
    """Where an aside ends: at the comma before a finite verb, or at the end of the sentence with no comma between."""
    for end in range(at + 2, len(tokens)):
        token = tokens[end]
        if token.text in {".", ";", ":", "!"}:
            return end
        if token.text == ",":
            following = tokens[end + 1]
            return end if following.tag_ in {*FINITE, "MD"} or following.lower_ in {"and", "but"} else None
    return len(tokens)


def _is_joined(tokens: list[Token], end: int) -> bool:
    """Whether "and" follows, so that what looked like an aside may be one of a list."""
    return end + 1 < len(tokens) and tokens[end + 1].lower_ in {"and", "or"}


def _opens_with_verb(body: list[Token]) -> bool:
    words = [token for token in body[:3] if token.tag_ not in {"RB"}]
    return bool(words) and words[0].tag_ in {*FINITE, "MD"}


def _is_past(tokens: list[Token]) -> bool:
    """Whether the sentence tells of the past: its first finite verb outside a relative clause does."""
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    finite = [child for child in root.children if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < root.i] or [root]
    return finite[0].tag_ not in {"VBZ", "VBP", "MD"}


def _is_done(body: list[Token]) -> bool:
    """Whether a participle is dated, and so tells of something that was done then."""
    return any(token.like_num and len(token.text) == 4 and token.is_digit for token in body)


def _be(host: list[Token], past: bool) -> str:
    several = host[-1].tag_ in {"NNS", "NNPS"}
    if past:
        return "were" if several else "was"
    return "are" if several else "is"


def _of_front(tokens: list[Token]) -> list[tuple[Words, int]]:
    """ "Built in Turin by seven firms, the probe was launched …": the participle before the subject."""
    if tokens[0].tag_ != "VBN" or tokens[0].lower_ in NOT_PASSIVE:
        return []
    root = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
    subjects = [child for child in root.children if child.dep_ in {"nsubj", "nsubj:pass", "expl"}]
    if len(subjects) != 1:
        return []
    host = sorted(subjects[0].subtree, key=lambda token: token.i)
    start = host[0].i - tokens[0].i
    if start < 3 or tokens[start - 1].text != "," or any(token.is_punct for token in host):
        return []
    front = tokens[: start - 1]
    return [([*host, _be(host, _is_past(tokens) or _is_done(front)), *front], len(host))]
