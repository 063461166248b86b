"""What of a sentence is said again beside subject and predicate: what belongs to it stays, asides between commas go.

Wrong cuts are the worst defect of a restatement, so where what is left out was not set off, the whole is given up.
"""

from itertools import pairwise

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.phrases import subtree, without_loose_commas
from quizapp.generation.predicates import SUBJECTS, SUPPOSING
from quizapp.language import Sentence

NEGATIONS = {"not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "neither", "nor", "hardly", "without"}
# Words that tie a sentence to the one before it and can go without changing what it says.
CONNECTING = frozenset(
    """
    also however moreover furthermore additionally therefore thus meanwhile consequently nevertheless
    nonetheless instead then subsequently later finally eventually soon too accordingly afterwards afterward
    further indeed but and so yet still again already currently now recently
    """.split()
)
# "Not including special items, …": what follows holds only so.
SCOPING = frozenset("including excluding counting adjusting adjusted assuming unlike except apart".split())
LEFT_OUT = {"cc", "cc:preconj", "punct", "mark", "discourse", "vocative", "parataxis", "dep", "list", "reparandum"}
# With these, what was said is the point; without it nothing is left to ask.
SAYING = frozenset(
    """
    said says say told tells tell stated states added adds confirmed announced explained wrote shouted asked
    replied answered cried spoke warned insisted argued claimed noted
    """.split()
)
SETTING_OFF = {",", "(", "[", "—", "–"}
BREAKS = {";", ":", "—", "–", "(", "“", "”", '"', "-", "…"}


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


def restating(
    whole: Whole, head: Token, subject: tuple[Token, ...], auxiliaries: tuple[Token, ...]
) -> tuple[Token, ...] | None:
    """The tokens that restate a predicate; None where one of those that belong to it has to go."""
    kept = [head, *subject, *auxiliaries]
    for child in head.children:
        if child.i in {one.i for one in kept} or child.dep_ in SUBJECTS:
            continue
        if child.dep_ in LEFT_OUT:
            if child.dep_ in {"parataxis", "dep"} and not _broken_off(child):
                return None
            continue
        branch = _branch(child, head, whole)
        if branch is None:
            return None
        kept.extend(branch)
    kept.extend(_shared_front(head, subject, whole))
    # The parse hangs the sign of "30%" anywhere.
    kept.extend(one.nbor(1) for one in list(kept) if one.i + 1 < len(one.doc) and one.nbor(1).text == "%")
    ordered = sorted({token.i: token for token in kept}.values(), key=lambda token: token.i)
    if any(_denies(token, head) for token in ordered) or _offers_another(head) or _is_yet_to_come(head):
        return None
    if head.lower_ in SAYING and not _tells(head, {child for child in head.children if child in ordered}):
        return None
    ordered = [token for token in ordered if not _sets_off_a_time(token, head, whole)]
    comma = _comma_after_front(head, subject, ordered)
    return tuple(without_loose_commas(ordered) if comma is None else _with_comma(ordered, comma))


def _sets_off_a_time(token: Token, head: Token, whole: Whole) -> bool:
    """The comma of "stopped, on 5 June 1967, after three years", once the years are gone."""
    return token.text == "," and token.i == head.i + 1 and token.i + 2 < len(token.doc) and token.i + 2 in whole.dated


def _is_yet_to_come(head: Token) -> bool:
    """ "Nine of the pictures have yet to be traced": none of it has happened."""
    words = [token.lower_ for token in head.sent]
    return ("yet", "to") in pairwise(words)


def _tells(head: Token, beside: set[Token]) -> bool:
    """Whether a verb of saying keeps what was said: "asked for 7 percent" does, "spoke at noon" does not."""
    if {child.dep_ for child in beside} & ({"ccomp"} if head.lower_ == "told" else {"ccomp", "obj"}):
        return True
    cases = {one.lower_ for child in beside for one in child.children if one.dep_ == "case"}
    if head.lower_ == "asked":
        return "for" in cases or any(child.dep_ == "iobj" for child in beside)
    announced = head.lower_ in {"announced", "confirmed", "explained"}
    return ("about" in cases and head.lower_ in {"warned", "argued"}) or (
        announced and any(child.dep_ == "nsubj:pass" for child in head.children)
    )


def _denies(token: Token, head: Token) -> bool:
    """Whether a negation reaches the predicate itself: "showed that air did not pass" still shows something."""
    if token.lower_ not in NEGATIONS or (token.i + 1 < len(token.doc) and token.nbor(1).text == "-"):
        return False
    if token.lower_ == "without":
        return token.dep_ not in {"case", "mark"}
    above = token.head
    while above != head and above.head != above:
        if above.dep_ in {"ccomp", "acl", "acl:relcl"} or (above.dep_ == "advcl" and _has_its_own(above)):
            return False
        above = above.head
    return True


def _branch(child: Token, head: Token, whole: Whole) -> list[Token] | None:
    """What is kept of one dependent of the predicate: nothing of an aside; None where it cannot be told without."""
    if child.dep_ == "conj":
        if head.pos_ in {"NOUN", "PROPN", "ADJ"} and child.pos_ == head.pos_ and not _has_its_own(child):
            joining = [one for one in child.children if one.dep_ == "cc"]
            return [*subtree(child, lambda one: dropped_in_phrase(one, whole)), *joining]
        excepted = any(one.dep_ == "cc" and one.lower_ == "but" for one in child.children)
        return None if excepted and not _has_its_own(child) and child.pos_ not in {"VERB", "AUX"} else []
    if child.dep_ == "advcl":
        marks = {one.lower_ for one in child.children if one.dep_ in {"mark", "advmod"}} & SUPPOSING
        if marks:
            later = marks == {"until"} and head.tag_ == "VBD"  # "went on for years, until it sank"
            conceded = (later or marks <= {"though", "although"}) and child.i > head.i and _has_its_own(child)
            return [] if conceded and _set_off(child, head) else None
        if any(one.lower_ in SCOPING for one in child.subtree):
            return None
        if _set_off(child, head) and not _is_purpose(child, head):
            # "From Cooper Creek, reached in November, …": the phrase is more than an aside
            return None if min(child.subtree, key=lambda one: one.i).pos_ == "ADP" else []
        if child.pos_ not in {"VERB", "AUX"} and not any(one.dep_ in {"cop", "nsubj"} for one in child.children):
            return None  # "when, at twenty past four": a clause that has lost its verb
    if child.dep_ == "ccomp" and child.i < head.i:  # "…, says the mayor": the words come first
        return None
    if any(one.dep_ == "case" and one.lower_ == "according" for one in child.children):
        return []
    if child.dep_ == "advmod" and _is_connecting(child, head):
        return []
    return subtree(child, lambda one: dropped_in_phrase(one, whole))


def _has_its_own(child: Token) -> bool:
    """Whether a joined noun or adjective is a predicate with its own subject or copula."""
    return any(one.dep_ in {*SUBJECTS, "cop", "aux"} for one in child.children)


def _broken_off(child: Token) -> bool:
    """Whether what hangs loosely on the predicate stands behind a colon, a semicolon, a dash or a bracket."""
    left = min(child.subtree, key=lambda one: one.i)
    before = left.nbor(-1).text if left.i > 0 else ""
    verbal = any(token.pos_ in {"VERB", "AUX"} for token in [child, *child.children])
    return left.text in BREAKS or before in BREAKS or (not verbal and "," in {left.text, before})


def _offers_another(head: Token) -> bool:
    """Whether the predicate is one of several of which "or" leaves open which is true."""
    for token in head.doc[head.i + 1 : head.sent.end]:
        other = token.head
        if token.lower_ != "or" or token.dep_ != "cc" or other.pos_ not in {"VERB", "AUX"}:
            continue
        chain = [one for one in other.ancestors if one.i >= head.i]
        joined = other.dep_ in {"conj", "advcl"} and all(one.dep_ in {"conj", "advcl", "ROOT"} for one in chain)
        if joined and not any(child.dep_ in SUBJECTS for child in other.children):
            return True
    return False


def _shared_front(head: Token, subject: tuple[Token, ...], whole: Whole) -> list[Token]:
    """What stands before the subject that two predicates share, where the second has no time or place of its own."""
    if head.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in head.children):
        return []
    first = min(token.i for token in subject)
    own = {token.i for token in head.subtree if token.i > head.i}
    if own & set(whole.fact_of) or any(child.dep_ == "advmod" and child.i < head.i for child in head.children):
        return []
    front = [child for child in head.head.children if child.i < first and child.dep_ in {"obl", "obl:unmarked"}]
    if not front or not all(any(token.i in whole.fact_of for token in child.subtree) for child in front):
        return []
    return [token for child in front for token in subtree(child, lambda one: dropped_in_phrase(one, whole))]


def is_whole(tokens: tuple[Token, ...], head: Token) -> bool:
    """Whether what was left out between kept tokens was left out from comma to comma, or is a word or two that tie."""
    shared = head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.children)
    for left, right in pairwise(tokens):
        if shared and left.i < head.head.i < right.i:
            if left.nbor(1).text == "," and any(token.text == "," for token in tokens if token.i < left.i):
                return False  # "Sir John Dale, the Lord Mayor looked at the flood": the aside has lost its comma
            continue
        gap = [head.doc[i] for i in range(left.i + 1, right.i)]
        if gap and all(token.is_punct for token in gap) and any(token.text in SETTING_OFF for token in gap):
            return False
        while gap and _is_light(gap[-1]):
            gap.pop()
        while gap and _is_light(gap[0]):
            gap.pop(0)
        if not all(_is_light(token) for token in gap if not token.is_punct):
            opens, closes = gap[0].is_punct or left.text == ",", gap[-1].is_punct or right.text == ","
            if not (opens and closes) or (gap[0].is_punct and left.pos_ == right.pos_ == "PROPN"):
                return False  # "killed in Belrive, a suburb of the capital, Port-Louvier": not in Belrive Port-Louvier
    return _ends_at_a_joint(tokens[-1])


def _ends_at_a_joint(last: Token) -> bool:
    """Whether the sentence itself ends, pauses or begins another clause behind the last of the kept words."""
    if last.i + 1 >= len(last.doc) or last.nbor(1).is_sent_start:
        return True
    following = last.nbor(1)
    light = following.lower_ in CONNECTING - {"still"}
    return (
        following.is_punct or light or following.dep_ in {"cc", "mark"} or following.tag_ in {"WRB", "WDT", "WP", "CC"}
    )


def _is_light(token: Token) -> bool:
    return token.dep_ not in {"cc", "cc:preconj"} and token.lower_ in CONNECTING


def dropped_in_phrase(child: Token, whole: Whole, clause_head: Token | None = None) -> bool:
    """What a noun phrase can do without: asides between commas or brackets, and the clause that is being restated."""
    if clause_head is not None and child.i == clause_head.i:
        return True
    if child.dep_ in {"parataxis", "discourse", "cc:preconj", "dep", "list"}:
        return True
    if child.dep_ in {"conj", "cc", "punct", "case", "fixed", "flat"} or child.i < child.head.i:
        return False
    left = min(child.subtree, key=lambda one: one.i)
    before = left.nbor(-1).text if left.i > 0 else ""
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.head.pos_ == "PROPN":
        # "Queen Elizabeth, the Queen Mother" is not Queen Elizabeth; a bracket only shortens
        return left.text == "(" or before == "("
    if child.head.pos_ not in {"NOUN", "PROPN", "NUM"} or not whole.parts_no_fact(child):
        return False
    if whole.is_place(child) and whole.is_place(child.head):
        return False  # "Atlanta, Texas"
    if child.i in whole.dated and any(one.dep_ == "case" for one in child.children):
        return False  # "…, on 5 November 1914": when it happened, wherever the parse hangs it
    if left.lower_ == "of" and before == "," and left.i + 1 < len(left.doc) and left.nbor(1).tag_ not in {"WDT", "WP"}:
        return False  # "…, at the end of the trial, of fraud": the rest of the predicate
    return left.text in SETTING_OFF or before in SETTING_OFF


def _is_purpose(child: Token, head: Token) -> bool:
    """ "… to build a bridge": what something was done for is part of what was done."""
    return child.i > head.i and any(one.dep_ == "mark" and one.lower_ == "to" for one in child.children)


def _is_connecting(adverb: Token, head: Token) -> bool:
    """Whether an adverb only ties the clause to others; "too" does so after the predicate, "when" before it."""
    if adverb.lower_ == "then" and (
        any(one.dep_ == "cop" for one in head.children) or head.lower_ in {"was", "were", "had"}
    ):
        return False  # "the canal was then 164 kilometres long"
    if any(not child.is_punct for child in adverb.children) or (adverb.lower_ == "still" and adverb.i > head.i):
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
