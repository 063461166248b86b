"""Sentences as clauses that can be restated: a subject, a finite predicate, and what is needed to make sense of them.

A clause is given up rather than bent: whatever is negated, supposed, asked, wished or planned is not a fact.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.facts import Fact
from quizapp.generation.asides import say_asides
from quizapp.generation.bygone import LONG_AGO, Bygone, last_year
from quizapp.generation.parts import say_in_parts, say_shorter
from quizapp.generation.phrases import subtree, without_loose_commas
from quizapp.generation.predicates import (
    agrees,
    auxiliaries_of,
    is_finite,
    is_loose_participle,
    is_misread,
    is_reported_unseen,
    is_stated,
    subject_of,
)
from quizapp.generation.rewriting import NOWHERE
from quizapp.generation.trimming import Whole, dropped_in_phrase, is_whole, restating
from quizapp.language import Sentence

# Prepositions that open a number ("about a third", "between 30 and 40 people") and so may open a subject.
HEDGING = {"about", "around", "over", "under", "between", "up", "at", "near", "like", "unlike"}
LINKING = frozenset("before after until since while because although though as that once".split())
LONG = 22


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
        planned = first.tag_ == "MD" or any(token.lower_ == "to" for token in self.auxiliaries)
        if self.speaker:
            return f"According to {speaker_in_text(self.speaker)}{f' in {self.month}' if present else ''}, "
        if not present or (first.tag_ != "MD" and self.is_dated and first.lower_ in {"has", "have"}):
            return ""
        return f"As {'planned in' if planned else 'of'} {self.month}, "

    @property
    def start(self) -> int:
        return self.sentence.start

    def branch(self, token: Token) -> list[Token]:
        """The part of the clause that hangs on a token."""
        kept = {token.i for token in self.tokens}
        return subtree(token, lambda child: child.i not in kept)


def find_clauses(
    sentence: Sentence,
    speech: tuple[Fact, ...],
    facts: tuple[Fact, ...] = (),
    month: str | None = None,
    bygone: Bygone | None = None,
) -> list[Clause]:
    """The clauses of a sentence that state something; ``speech`` is what is said in it, ``facts`` are its own.

    ``month`` is when a report of news was published: what is so, and what is planned, is told as of then. A clause
    may stand in a sentence put anew from the words of the report's own, see ``Rewritten``.
    """
    found = _clauses_in(sentence, speech, facts, month)
    parts = say_in_parts(sentence, facts)
    anew = [clause for part in parts for clause in _clauses_in(part, speech, facts, month)]
    if not found and not anew:
        shorter = say_shorter(sentence, facts, speech)
        anew = [clause for part in shorter for clause in _clauses_in(part, speech, facts, month)]
    over = bygone or Bygone((last_year(facts) or LONG_AGO + 1) <= LONG_AGO)
    told = [
        clause for aside in say_asides(sentence, facts, over)
        for clause in _clauses_in(aside.sentence, speech, facts, None if aside.is_timeless else month)
    ]  # fmt: skip
    return _distinct(found, anew, told)


def _clauses_in(
    sentence: Sentence, speech: tuple[Fact, ...], facts: tuple[Fact, ...], month: str | None
) -> list[Clause]:
    whole = Whole(sentence, facts, month)
    return [clause for token in sentence.span if (clause := _clause(whole, token, speech)) is not None]


def _distinct(found: list[Clause], anew: list[Clause], told: list[Clause]) -> list[Clause]:
    """Each statement once, the shorter sentence's parse before the longer one's; a long statement also cut short."""
    by_place: dict[tuple[int, int], list[Clause]] = {}
    for clause in [*anew, *found, *told]:
        place = clause.sentence.offset(clause.head)
        # A verb that was put in has no place of its own.
        about = clause.sentence.offset(clause.subject_head) if place == NOWHERE else 0
        by_place.setdefault((place, about), []).append(clause)
    kept: list[Clause] = []
    for clauses in by_place.values():
        longest_first = sorted(_of_one_mind(clauses), key=lambda one: -len(one.tokens))
        kept.append(longest_first[0])
        if len(longest_first[0].tokens) > LONG:
            kept.extend([one for one in longest_first[1:] if len(one.tokens) <= LONG][:1])
    return sorted(kept, key=lambda one: one.sentence.offset(one.head))


def _of_one_mind(clauses: list[Clause]) -> list[Clause]:
    """The clauses of one predicate less those whose parse gives it another subject than the first's."""
    first = clauses[0]
    place = first.sentence.offset(first.subject_head)
    return [one for one in clauses if one.sentence.offset(one.subject_head) == place]


def speaker_in_text(speaker: str) -> str:
    """The speaker as named within a sentence ("The officer" becomes "the officer")."""
    first, _, rest = speaker.partition(" ")
    return (
        f"{first.lower()} {rest}" if first in {"The", "A", "An", "Some", "Two", "Several", "One"} and rest else speaker
    )


def _clause(whole: Whole, head: Token, speech: tuple[Fact, ...]) -> Clause | None:
    sentence = whole.sentence
    subject = subject_of(head)
    if subject is None or not is_stated(head) or head.pos_ == "NUM" or _is_no_noun(subject):
        return None
    auxiliaries = auxiliaries_of(head)
    if not is_finite(head, auxiliaries) or is_misread(head, subject) or _is_cleft(head, subject):
        return None
    covering = _said_over(head, sentence, speech)
    if covering is None or (is_reported_unseen(head) and not covering):
        return None
    if (head.lower_ in {"did", "does", "do"} and head.dep_ == "conj") or is_loose_participle(head):
        return None
    subject_tokens = tuple(without_loose_commas(subtree(subject, lambda child: dropped_in_phrase(child, whole, head))))
    if _hangs_on_a_preposition(subject, subject_tokens[0]):
        return None
    tokens = restating(whole, head, subject_tokens, auxiliaries)
    if tokens is None:
        return None
    while tokens and (tokens[0].dep_ == "cc" or tokens[0].is_punct):
        tokens = tokens[1:]
    if not tokens or _hangs_on_another(tokens, subject_tokens) or _is_unfinished(tokens, head):
        return None
    if not is_whole(tokens, head) or not agrees(subject, auxiliaries[0] if auxiliaries else head):
        return None
    speaker = covering[-1].speaker if covering else None
    if covering:
        tokens = tuple(token for token in tokens if _is_within(token, covering[-1], sentence))
    dated = any(token.i in whole.dated for token in tokens)
    clause = Clause(sentence, head, subject_tokens, subject, auxiliaries, tokens, speaker, whole.month, dated)
    fronted = tokens[0].i < min(token.i for token in subject_tokens)
    return None if fronted and clause.lead and not speaker else clause


def _is_no_noun(subject: Token) -> bool:
    """Whether an adjective or a verb was taken for the subject; "the Swiss" and "most of the houses" can be one."""
    if subject.pos_ != "ADJ":
        return subject.pos_ == "VERB"
    children = list(subject.children)
    if subject.lower_ in {"most", "many", "few", "several"}:
        return not any(one.lower_ == "of" for child in children if child.dep_ == "nmod" for one in child.children)
    if subject.is_title and any(child.dep_ in {"compound", "flat"} and child.is_title for child in children):
        return False  # "the Dow Jones Industrial Average"
    named = subject.is_title and subject.tag_ == "JJ" and not subject.is_sent_start
    return not (any(child.lower_ == "the" for child in children) and (named or subject.lower_ in {"dead", "injured"}))


def _hangs_on_a_preposition(subject: Token, first: Token) -> bool:
    """Whether the parse took "in May" or "as of noon" for a subject; "about a third" is one."""
    cases = [child for child in subject.children if child.dep_ == "case" and child.i < subject.i]
    opening = [token for token in [*cases, first] if token.pos_ in {"ADP", "SCONJ"}]
    return first.lower_ == "as" or any(token.lower_ not in HEDGING for token in opening)


def _hangs_on_another(tokens: tuple[Token, ...], subject: tuple[Token, ...]) -> bool:
    """Whether what is left begins with "when" or "before" and so is half of a sentence."""
    first = tokens[0]
    if first.lower_ in LINKING and first.i > 0 and not first.is_sent_start:
        before = first.nbor(-1)
        if not before.is_punct and before.dep_ != "cc":
            return True
    return first.tag_ == "WRB" or (first.lower_ in LINKING and len(tokens) > 1 and tokens[1] == subject[0])


def _is_unfinished(tokens: tuple[Token, ...], head: Token) -> bool:
    """Whether half of a quotation, of two statements or of a "had" is all that is left."""
    texts = [token.text for token in tokens]
    if any(text in {";", ":"} for text in texts) or texts.count('"') % 2 or texts.count("“") != texts.count("”"):
        return True
    kept = set(tokens)
    bare = all(token.i <= head.i for token in tokens)
    return (
        bare
        and head.lower_ in {"had", "has", "have"}
        and not {"obj", "xcomp"} & {child.dep_ for child in head.children if child in kept}
    )


def _said_over(head: Token, sentence: Sentence, speech: tuple[Fact, ...]) -> list[Fact] | None:
    """Whose reported words a predicate stands in; None where it stands in a quotation, or nobody is named."""
    covering = [one for one in speech if one.start <= sentence.offset(head) < one.end]
    if any(not one.mention.reported for one in covering) or (covering and covering[-1].speaker in {None, "sources"}):
        return None
    if covering and set((covering[-1].speaker or "").lower().split()) & {"them", "him", "her", "us", "these", "those"}:
        return None  # "one of them": of whom, the sentence before says
    return covering


def _is_within(token: Token, said: Fact, sentence: Sentence) -> bool:
    place = sentence.offset(token)
    return said.start <= place < said.end or place == NOWHERE


def _is_cleft(head: Token, subject: Token) -> bool:
    """ "It was X who …": half of it says nothing."""
    if subject.lower_ != "it" or not any(child.dep_ == "cop" for child in head.children):
        return False
    return any(token.dep_ == "acl:relcl" or token.tag_ in {"WP", "WDT"} for token in head.subtree)
