"""Rules that hold a question against its report: 1 the key, 2 the evidence, 4 the stem, 34 hedges and speakers."""

import re
from itertools import pairwise

from quizapp.checking.case import Case, gives_number, meaning_of_fact, same
from quizapp.checking.problem import Finding, Findings
from quizapp.checking.values import meaning
from quizapp.checking.words import (
    NUMBER_WORDS,
    STOPWORDS,
    WH_WORDS,
    contains_words,
    content,
    hedge_classes,
    stem,
    stems,
    tokens,
)
from quizapp.facts.fact import Fact, Place
from quizapp.questions import UNPLACED, kilometres_between, normalise, without_frame
from quizapp.reports import Evidence


def key_is_the_fact(case: Case) -> Findings:
    """1: some fact of the question, else its evidence, says what the key says."""
    question = case.question
    if question.interaction == "numeric" and question.value is not None:
        if case.own_facts and not any(gives_number(fact, question.value, question.stem) for fact in case.own_facts):
            yield Finding("value", f"Make the value that of the fact: the report says {_said(case.own_facts)}.")
        elif not case.own_facts and not _number_in(question.value, case.evidence_text, question.stem):
            yield Finding("value", "Quote evidence that states the value.")
    elif question.interaction in ("choice", "text", "cloze"):
        yield from _key_text(case)
    elif question.interaction == "map":
        yield from _key_place(case)
    elif question.interaction == "ordering":
        yield from _order(case)


def _key_text(case: Case) -> Findings:
    field = "options" if case.question.interaction == "choice" else "accepted"
    texts = case.key_texts
    if not texts:
        return
    if case.own_facts:
        if _says_nothing_of(texts, case) or _valued_otherwise(case):
            yield Finding(field, f"Make the key say what the fact says: {_said(case.own_facts)}.")
    elif case.evidence_text and not any(_stated(text, case.evidence_text) for text in texts):
        yield Finding(field, "Quote evidence that states the key.")


def _says_nothing_of(texts: tuple[str, ...], case: Case) -> bool:
    """Whether neither the facts nor the evidence say what the key says."""
    return not case.key_facts and not any(_stated(text, case.evidence_text) for text in texts)


def _valued_otherwise(case: Case) -> bool:
    """Whether the key is a value and the question's facts of that kind have others."""
    if case.question.interaction != "choice":
        return False
    key = meaning(case.key_texts[0])
    kin = [fact for fact in case.own_facts if meaning_of_fact(fact).kind == key.kind]
    return not key.is_words and bool(kin) and not any(same(fact, case.key_texts[0]) for fact in kin)


def _said(facts: tuple[Fact, ...]) -> str:
    return ", ".join(f"“{fact.text}”" for fact in facts[:3])


def _stated(text: str, evidence: str) -> bool:
    """Whether most words of a text stand in the evidence (a resolved name has more words than its mention)."""
    wanted, found = content(text) or frozenset(stems(text)), frozenset(stems(evidence))
    return bool(wanted) and 2 * len(wanted & found) >= len(wanted)


def _number_in(number: float, evidence: str, asked: str) -> bool:
    scales = [1.0] + [
        size for name, size in (("thousand", 1e3), ("million", 1e6), ("billion", 1e9)) if name in asked + evidence
    ]
    wanted = {number * up for up in scales} | {number / down for down in scales}
    return (
        any(float(found) in wanted for found in stems(evidence) if re.fullmatch(r"\d+(?:\.\d+)?", found))
        or "-" in evidence
    )


def _key_place(case: Case) -> Findings:
    place, key = case.question.place, case.question.key
    if place is None or key is None:
        return
    located = [
        fact.value
        for fact in case.own_facts
        if isinstance(fact.value, Place) and fact.value.latitude is not None and same(fact, key.text)
    ]
    for known in located[:1]:
        if known.latitude is not None and known.longitude is not None:
            apart = kilometres_between(known.latitude, known.longitude, place.latitude, place.longitude)
            if apart > place.radius_km:
                yield Finding("place", f"Put the place where {known.name} lies: it is {apart:.0f} km away from there.")
    if not _stated(key.text, case.evidence_text) and not case.key_facts:
        yield Finding("options", "Make the key the place that the evidence names.")


def _order(case: Case) -> Findings:
    """The events' own evidence holds dates, and they ascend."""
    dated = {}
    for option in case.question.options:
        spans = [(proof.start, proof.end) for proof in option.evidence]
        dates = [
            meaning_of_fact(fact)
            for fact in case.facts
            if fact.kind == "date" and any(start <= fact.start and fact.end <= end for start, end in spans)
        ]
        settled = [date for date in dates if not date.is_words]
        if len(settled) == len(dates) == 1:
            dated[option.id] = settled[0]
    order = [name for name in case.question.order if name in dated]
    for earlier, later in pairwise(order):
        if dated[earlier].low >= dated[later].low:
            yield Finding("order", f"Put option {later} before {earlier}: its evidence is dated no later.")


def evidence_stands_in_the_report(case: Case) -> Findings:
    """2: every quote is at its offsets, character for character, and there is at least one."""
    question = case.question
    if not question.evidence:
        yield Finding("evidence", "Quote the words of the report that prove the key.")
    yield from _quotes(question.evidence, "evidence", case)
    for option in question.options:
        yield from _quotes(option.evidence, f"options.{option.id}.evidence", case)


def _quotes(evidence: tuple[Evidence, ...], field: str, case: Case) -> Findings:
    for at, proof in enumerate(evidence):
        if proof.start == UNPLACED:
            continue
        if case.report is None:
            yield Finding(f"{field}.{at}", "Name the report of this set: offsets without a report prove nothing.")
        elif proof.start < 0 or not proof.quote or case.report.text[proof.start : proof.end] != proof.quote:
            yield Finding(
                f"{field}.{at}", f"Quote the report exactly: characters {proof.start} to {proof.end} read otherwise."
            )


def stem_says_what_the_report_says(case: Case) -> Findings:
    """4: names and numbers of the stem are the report's; a false statement may have one value of its own."""
    strange = _strangers(case, evidence_only=False)
    if case.question.interaction == "true_false" and case.question.key and case.question.key.text == "False":
        return
    if strange:
        yield Finding("stem", f"Take out what the report does not say: {', '.join(strange)}.")


def stem_says_what_the_evidence_says(case: Case) -> Findings:
    """4, for a person: names and numbers that come from elsewhere in the report than the evidence."""
    strange = _strangers(case, evidence_only=True)
    if strange and not _strangers(case, evidence_only=False):
        yield Finding("stem", f"See that the evidence means {', '.join(strange)}: its words do not say so.")


def _strangers(case: Case, evidence_only: bool) -> list[str]:
    ground = case.ground
    if ground is None:
        return []
    known = frozenset(stems(case.evidence_text)) if evidence_only else ground.stems
    known |= case.facts.words
    strange = []
    for at, word in enumerate(tokens(without_frame(case.question.stem))):
        if word[0].isdigit() or (word.casefold() in NUMBER_WORDS and word.casefold() != "one"):
            if stem(word) not in known and not _digits_known(word, known):
                strange.append(word)
        elif (
            at
            and word[0].isupper()
            and word.casefold() not in STOPWORDS | WH_WORDS
            and not _name_known(word, known, ground.initials)
        ):
            strange.append(word)
    return strange


def _digits_known(word: str, known: frozenset[str]) -> bool:
    """ "1990s" and "5th" of a known 1990 and 5, "18:15" of a known 6:15 or 6.15."""
    digits = re.match(r"\d+", word)
    if digits and (digits[0] in known or any(re.match(rf"{digits[0]}(?!\d)", other) for other in known)):
        return True
    return ":" in word and word.replace(":", ".") in known


def _name_known(word: str, known: frozenset[str], initials: frozenset[str]) -> bool:
    """The word itself, a relative ("Syrian" of "Syria"), or the initials of a known name."""
    own = stem(word)
    if own in known or normalise(word) in known:
        return True
    if len(own) >= 4 and any(other.startswith(own[:4]) for other in known):
        return True
    return word.isupper() and word in initials


def hedges_and_speakers_are_kept(case: Case) -> Findings:
    """34: what the report hedges or has someone say is asked so."""
    question = case.question
    facts = case.key_facts[:1]
    if question.interaction == "true_false":
        facts = tuple(fact for fact in case.own_facts if contains_words(stems(question.stem), stems(fact.text)))[:1]
    for fact in facts:
        asked = " ".join([question.stem, *case.key_texts])
        wanted = hedge_classes(fact.hedge) if fact.hedge else frozenset()
        if wanted and fact.kind in ("figure", "duration") and not wanted & hedge_classes(asked):
            yield Finding("stem", f"Keep the hedge of the report: “{fact.hedge}”.")
        if fact.speaker and not _names_speaker(asked, fact.speaker) and not _said_plainly(case, fact):
            yield Finding("stem", f"Say who says so: according to {fact.speaker}.")


def _names_speaker(text: str, speaker: str) -> bool:
    return bool(content(speaker) & content(text)) or not content(speaker)


def _said_plainly(case: Case, fact: Fact) -> bool:
    """Whether the report also says it in its own voice."""
    return any(
        other.speaker is None
        and other.kind == fact.kind
        and other.value == fact.value
        and other.mention.unit == fact.mention.unit
        for other in case.facts
        if fact.value is not None and fact.kind in ("date", "duration", "figure")
    )
