"""Sentences as clauses that can be restated: a subject, a finite predicate, and what is needed to make sense of them.

A clause is given up rather than bent: whatever is negated, supposed, asked, wished or planned is not a fact.
"""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.phrases import subtree, without_loose_commas
from quizapp.language import Sentence

SUBJECTS = {"nsubj", "nsubj:pass"}
NEGATIONS = {"not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "neither", "nor", "hardly", "without"}
SUPPOSING = {"if", "unless", "whether", "lest", "though", "although", "until", "than"}
# Words that tie a sentence to the one before it and can go without changing what it says.
CONNECTING = frozenset(
    """
    also however moreover furthermore additionally therefore thus meanwhile consequently nevertheless
    nonetheless instead then subsequently later finally eventually soon too accordingly afterwards afterward
    further indeed but and so yet still again
    """.split()
)
LEFT_OUT = {"cc", "cc:preconj", "punct", "mark", "discourse", "vocative", "parataxis", "dep", "list", "reparandum"}
GIVEN_UP = {"dislocated", "orphan", "csubj", "csubj:pass", "expl", "dep", "reparandum"}
# With these, what was said is the point; without it nothing is left to ask.
SAYING = frozenset(
    """
    said says say told tells tell stated states added adds confirmed announced explained wrote shouted asked
    replied answered cried spoke warned insisted argued claimed noted
    """.split()
)
# Singular in form, plural in use.
COLLECTIVE = frozenset(
    "people police staff personnel majority number crew team family couple half rest lot percent cent".split()
)
SETTING_OFF = {",", "(", "[", "—", "–"}
FINITE = {"VBD", "VBZ", "VBP"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite statement of a sentence. ``tokens`` restate it, in order; ``speaker`` claims it, where one does.

    ``month`` is that of a report of news, whose present and plans are those of then.
    """

    sentence: Sentence
    head: Token
    subject: tuple[Token, ...]
    subject_head: Token
    auxiliaries: tuple[Token, ...]
    tokens: tuple[Token, ...]
    speaker: str | None
    month: str | None = None
    is_dated: bool = False

    @property
    def lead(self) -> str:
        """The words that say whose claim it is, or as of when a plan stands."""
        first = self.auxiliaries[0] if self.auxiliaries else self.head
        present = self.month is not None and first.tag_ in {"MD", "VBZ", "VBP"}
        if self.speaker:
            return f"According to {speaker_in_text(self.speaker)}{f' in {self.month}' if present else ''}, "
        if not present or (first.tag_ != "MD" and self.is_dated and first.lower_ in {"has", "have"}):
            return ""
        return f"As {'planned in' if first.tag_ == 'MD' else 'of'} {self.month}, "

    @property
    def start(self) -> int:
        return self.sentence.start

    def branch(self, token: Token) -> list[Token]:
        """The part of the clause that hangs on a token."""
        kept = {token.i for token in self.tokens}
        return subtree(token, lambda child: child.i not in kept)


def find_clauses(
    sentence: Sentence, speech: tuple[Fact, ...], facts: tuple[Fact, ...] = (), month: str | None = None
) -> list[Clause]:
    """The clauses of a sentence that state something; ``speech`` is what is said in it, ``facts`` are its own.

    ``month`` is when a report of news was published: what is so, and what is planned, is told as of then.
    """
    whole = Whole(sentence, facts, month)
    return [clause for token in sentence.span if (clause := _clause(whole, token, speech)) is not None]


def speaker_in_text(speaker: str) -> str:
    """The speaker as named within a sentence ("The officer" becomes "the officer")."""
    first, _, rest = speaker.partition(" ")
    return (
        f"{first.lower()} {rest}" if first in {"The", "A", "An", "Some", "Two", "Several", "One"} and rest else speaker
    )


class Whole:
    """A sentence with the facts in it that nothing may cut through ("Tuesday, 15 October 2024")."""

    def __init__(self, sentence: Sentence, facts: tuple[Fact, ...], month: str | None) -> None:
        self.sentence = sentence
        self.month = month
        self.fact_of: dict[int, str] = {}
        self.dated: set[int] = set()
        for fact in facts:
            if fact.kind in {"date", "place"}:
                for token in sentence.span:
                    if fact.start <= sentence.offset(token) < fact.end:
                        self.fact_of[token.i] = fact.id
                        if fact.kind == "date":
                            self.dated.add(token.i)

    def is_place(self, token: Token) -> bool:
        return token.i in self.fact_of and token.i not in self.dated

    def parts_no_fact(self, child: Token) -> bool:
        own = self.fact_of.get(child.i)
        return own is None or own != self.fact_of.get(child.head.i)


def _clause(whole: Whole, head: Token, speech: tuple[Fact, ...]) -> Clause | None:
    sentence = whole.sentence
    subject = _subject(head)
    if subject is None or not _is_stated(head) or head.pos_ == "NUM" or subject.pos_ in {"ADJ", "VERB"}:
        return None
    auxiliaries = _auxiliaries(head)
    if not _is_finite(head, auxiliaries):
        return None
    covering = [one for one in speech if one.start <= sentence.offset(head) < one.end]
    if any(not one.mention.reported for one in covering) or (covering and covering[-1].speaker in {None, "sources"}):
        return None
    if (_reported_unseen(head) and not covering) or (head.lower_ in {"did", "does", "do"} and head.dep_ == "conj"):
        return None
    subject_tokens = tuple(without_loose_commas(subtree(subject, lambda child: _dropped_in_phrase(child, whole, head))))
    if subject_tokens[0].lower_ in {
        "since",
        "in",
        "on",
        "by",
        "from",
        "for",
        "with",
        "during",
        "as",
        "after",
        "before",
    }:
        return None
    tokens = _restating(whole, head, subject_tokens, auxiliaries)
    if tokens is None:
        return None
    while tokens and (tokens[0].dep_ == "cc" or tokens[0].is_punct):
        tokens = tokens[1:]
    if not _is_whole(tokens, head) or not _agrees(subject, auxiliaries[0] if auxiliaries else head):
        return None
    if covering:
        said = covering[-1]
        tokens = tuple(token for token in tokens if said.start <= sentence.offset(token) < said.end)
    speaker = covering[-1].speaker if covering else None
    if auxiliaries and auxiliaries[0].tag_ == "MD" and not (speaker or whole.month):
        return None
    dated = any(token.i in whole.dated for token in tokens)
    clause = Clause(sentence, head, subject_tokens, subject, auxiliaries, tokens, speaker, whole.month, dated)
    fronted = tokens[0].i < min(token.i for token in subject_tokens)
    return None if fronted and clause.lead and not speaker else clause


def _is_whole(tokens: tuple[Token, ...], head: Token) -> bool:
    """Whether what was left out between kept tokens was left out from comma to comma, or is a word or two that tie."""
    shared = head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.children)
    for left, right in pairwise(tokens):
        if shared and left.i < head.head.i < right.i:
            continue
        gap = [head.doc[i] for i in range(left.i + 1, right.i)]
        if gap and all(token.is_punct for token in gap) and any(token.text in SETTING_OFF for token in gap):
            return False
        while gap and _is_light(gap[-1]):
            gap.pop()
        while gap and _is_light(gap[0]):
            gap.pop(0)
        words = [token for token in gap if not token.is_punct]
        if words and gap[0].is_punct != gap[-1].is_punct and not all(_is_light(token) for token in words):
            return False
        if words and not gap[0].is_punct and not all(_is_light(token) for token in words):
            return False
    return True


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether subject and verb agree in number; where they do not, the parse has taken the wrong one."""
    several = subject.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in subject.children)
    if subject.tag_ not in {"NN", "NNP", "NNS", "PRP"}:
        return True
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return not several or subject.tag_ == "PRP"
    if verb.tag_ == "VBP" or verb.lower_ == "were":
        return several or subject.tag_ == "PRP" or subject.lower_ in COLLECTIVE
    return True


def _is_light(token: Token) -> bool:
    return token.dep_ not in {"cc", "cc:preconj"} and token.lower_ in CONNECTING


def _subject(head: Token) -> Token | None:
    own = [child for child in head.children if child.dep_ in SUBJECTS]
    if len(own) > 1 or any(child.dep_ in GIVEN_UP for child in head.children):
        return None
    if own:
        subject = own[0]
        if head.dep_ == "acl:relcl":
            # "…, who fled": only after a comma does a relative clause say something of its own.
            relative = subject.tag_ in {"WP", "WDT"} and subject.i > 0 and subject.nbor(-1).text == ","
            return head.head if relative and head.head.i < subject.i else None
        return None if subject.tag_ in {"WP", "WDT", "WRB"} else subject
    if head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"} and head.pos_ == "VERB":
        return _subject(head.head) if head.head.dep_ != "acl:relcl" else None
    return None


def _auxiliaries(head: Token) -> tuple[Token, ...]:
    own = tuple(child for child in head.children if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < head.i)
    if not own and head.dep_ == "conj" and head.tag_ == "VBN" and not any(c.dep_ in SUBJECTS for c in head.children):
        return _auxiliaries(head.head)
    return own


def _is_finite(head: Token, auxiliaries: tuple[Token, ...]) -> bool:
    first = auxiliaries[0] if auxiliaries else head
    if not auxiliaries and head.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in head.children):
        return head.dep_ in {"ROOT", "conj"}  # a simple past that looks like its participle ("set", "paid")
    return first.tag_ in FINITE or (first.lower_ in {"will", "'ll"} and len(auxiliaries) < 3)


def _is_stated(head: Token) -> bool:
    """Whether nothing above the clause makes it a supposition, a question or a command."""
    if head.dep_ not in {"ROOT", "conj", "ccomp", "acl:relcl", "advcl"}:
        return False
    token = head
    while True:
        marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"} and child.i < token.i}
        if token.dep_ == "advcl" and (
            marks & SUPPOSING or not marks & {"when", "after", "before", "as", "because", "while"}
        ):
            return False
        if token.dep_ in {"xcomp", "csubj", "acl"} or "whether" in marks or "if" in marks:
            return False
        if token.dep_ == "ROOT":
            return not any(child.text == "?" for child in token.children)
        token = token.head


def _reported_unseen(head: Token) -> bool:
    """Whether the clause hangs under another verb as what was said, thought or wished."""
    token = head
    while token.dep_ != "ROOT":
        if token.dep_ == "ccomp":
            return True
        token = token.head
    return False


def _dropped_in_phrase(child: Token, whole: Whole, clause_head: Token | None = None) -> bool:
    """What a noun phrase can do without: asides between commas or brackets, and the clause that is being restated."""
    if clause_head is not None and child.i == clause_head.i:
        return True
    if child.dep_ in {"parataxis", "discourse", "cc:preconj", "dep", "list"}:
        return True
    if child.dep_ in {"conj", "cc", "punct", "case", "fixed", "flat"} or child.i < child.head.i:
        return False
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "PROPN":
        return False  # "Queen Elizabeth, the Queen Mother" is not Queen Elizabeth
    if child.head.pos_ not in {"NOUN", "PROPN", "NUM"} or not whole.parts_no_fact(child):
        return False
    if whole.is_place(child) and whole.is_place(child.head):
        return False  # "Atlanta, Texas"
    if child.i in whole.dated and any(one.dep_ == "case" for one in child.children):
        return False  # "…, on 5 November 1914": when it happened, wherever the parse hangs it
    left = min(child.subtree, key=lambda one: one.i)
    before = left.nbor(-1).text if left.i > 0 else ""
    return left.text in SETTING_OFF or before in SETTING_OFF


def _restating(
    whole: Whole, head: Token, subject: tuple[Token, ...], auxiliaries: tuple[Token, ...]
) -> tuple[Token, ...] | None:
    kept = [head, *subject, *auxiliaries]
    for child in head.children:
        if child.i in {one.i for one in kept} or child.dep_ in SUBJECTS or child.dep_ in LEFT_OUT:
            continue
        if child.dep_ == "conj":
            if head.pos_ in {"NOUN", "PROPN", "ADJ"} and child.pos_ == head.pos_:
                kept.extend(subtree(child, lambda one: _dropped_in_phrase(one, whole)))
                kept.extend(one for one in child.children if one.dep_ == "cc")
            elif any(one.dep_ == "cc" and one.lower_ == "or" for one in child.children):
                return None
            continue
        if child.dep_ == "advcl":
            if {one.lower_ for one in child.children if one.dep_ in {"mark", "advmod"}} & SUPPOSING:
                return None
            if _set_off(child, head) and not _is_purpose(child, head):
                if min(child.subtree, key=lambda one: one.i).pos_ == "ADP":
                    return None  # "From Cooper Creek, reached in November, …": the phrase is more than an aside
                continue
        if child.dep_ == "ccomp" and child.i < head.i:  # "…, says the mayor": the words come first
            return None
        if any(one.dep_ == "case" and one.lower_ == "according" for one in child.children):
            continue
        if child.dep_ == "advmod" and _is_connecting(child, head):
            continue
        kept.extend(subtree(child, lambda one: _dropped_in_phrase(one, whole)))
    ordered = sorted({token.i: token for token in kept}.values(), key=lambda token: token.i)
    if any(token.lower_ in NEGATIONS for token in ordered):
        return None
    objects = {child.dep_ for child in head.children if child in ordered}
    if head.lower_ in SAYING and not objects & ({"ccomp"} if head.lower_ == "told" else {"ccomp", "obj"}):
        return None
    fronted_comma = _comma_after_front(head, subject, ordered)
    return tuple(without_loose_commas(ordered) if fronted_comma is None else _with_comma(ordered, fronted_comma))


def _is_purpose(child: Token, head: Token) -> bool:
    """ "… to build a bridge": what something was done for is part of what was done."""
    return child.i > head.i and any(one.dep_ == "mark" and one.lower_ == "to" for one in child.children)


def _is_connecting(adverb: Token, head: Token) -> bool:
    """Whether an adverb only ties the clause to others; "too" does so after the predicate, "when" before it."""
    if list(adverb.children):
        return False
    return adverb.tag_ == "WRB" or (adverb.lower_ in CONNECTING and (adverb.lower_ != "too" or adverb.i > head.i))


def _set_off(child: Token, head: Token) -> bool:
    """Whether a clause beside the predicate stands before it or behind a comma, and so can go."""
    left = min(child.subtree, key=lambda one: one.i)
    return child.i < head.i or left.text == "," or (left.i > 0 and left.nbor(-1).text in {",", "—", "–"})


def _comma_after_front(head: Token, subject: tuple[Token, ...], ordered: list[Token]) -> Token | None:
    """The comma that ends what stands before the subject ("In 1912, the ship …")."""
    first = min(token.i for token in subject)
    front = [token for token in ordered if token.i < first]
    if not front:
        return None
    after = head.doc[front[-1].i + 1]
    return after if after.text == "," else None


def _with_comma(ordered: list[Token], comma: Token) -> list[Token]:
    return [*without_loose_commas([t for t in ordered if t.i < comma.i]), comma,
            *without_loose_commas([t for t in ordered if t.i > comma.i])]  # fmt: skip
