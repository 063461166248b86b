"""Which clauses are cut short: over a break, before their end, in a list, or away from what they hang on."""

import re
from itertools import pairwise

from lemminflect import getInflection
from spacy.tokens import Token

from quizapp.generation.clauses import Clause
from quizapp.generation.dating import BESIDE_A_TIME
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import fact_tokens, render
from quizapp.generation.predicates import SUBJECTS
from quizapp.generation.rests import leaves_needed_words
from quizapp.generation.surroundings import Surroundings
from quizapp.questions.days import MONTHS

TYING = (
    "in addition", "as a result", "for example", "for instance", "in fact", "at the same time", "on the other hand",
    "by contrast", "in contrast", "in response", "in turn", "of course", "in particular", "in return", "as such",
    "even so", "that said", "all the same", "in the event", "by then",
)  # fmt: skip
CONNECTING_TIMES = {"before", "after", "until", "since", "while"}
QUOTES = {'"', "“", "”", "‘"}
# Words that leave a reader asking "than what?", "from where?", "besides what?".
INCOMPLETE = frozenset(
    """
    away further farther among amongst instead also too however therefore moreover meanwhile initially
    originally previously similar comparable equivalent corresponding respectively else versus likewise alike then
    regardless anyway
    """.split()
)
MOVING_ABOUT = frozenset("descend ascend travel go come move walk drive fly march climb".split())
WAYS = frozenset(
    "to from into in at through across over up down towards toward along past by under round off onto".split()
)
BELIEVING = frozenset("believed thought said known reported supposed expected considered presumed".split())
FOLLOWING = frozenset("follow ensue precede resume respond reply react".split())
BLAMING = frozenset("blame accuse praise criticise criticize fine sue charge thank deny".split())
REPORTING = frozenset(
    """
    said says told tells stated states confirmed confirms announced announces reported reports revealed showed
    shows found believed believes estimated estimates warned warns insisted claimed claims argued noted
    explained agreed predicted concluded acknowledged admitted declared discovered proved recounted wrote
    learned
    """.split()
)


def is_cut_short(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether a strict reader would miss the rest of the clause."""
    return (
        _crosses_a_break(clause)
        or not _ends_where_the_text_does(clause, surroundings)
        or any(token.lower_ in INCOMPLETE for token in clause.tokens)
        or not _takes_its_clause(clause)
        or _ties_on(clause)
        or _replaces_without_a_post(clause)
        or _lacks_its_complement(clause)
        or _may_go_on(clause, surroundings)
        or _announces(clause, surroundings)
        or _is_no_sentence(clause)
        or _stops_in_a_list(clause, surroundings)
        or _loses_its_day(clause)
        or _compares(clause)
        or _runs_on(clause)
        or _loses_a_comma(clause)
        or _says_two_things(clause)
        or leaves_needed_words(clause, surroundings)
    )


def _lacks_its_complement(clause: Clause) -> bool:
    """ "Steam explosions followed", "blamed the job losses", "have doubled since": what, and for what?"""
    kept = {token.i for token in clause.tokens}
    beside = {child.dep_ for child in clause.head.children if child.i in kept}
    lemma = verb_lemma(clause.head.text)
    if (
        clause.tokens[-1].lower_ in {"since", "before", "after", "over", "back"}
        and clause.tokens[-1].dep_ != "compound:prt"
    ):
        return True
    if lemma in FOLLOWING:
        return not beside & {"obj", "ccomp"} and not any(token.dep_ == "aux:pass" for token in clause.auxiliaries)
    if lemma == "join" and not beside & {"obj", "xcomp"}:
        return True  # "joined from a rival": what?
    cases = {one.lower_ for child in clause.head.children for one in child.children if one.dep_ == "case"}
    if lemma in MOVING_ABOUT and not beside & {"obj", "advmod", "xcomp", "compound:prt"} and not cases & WAYS:
        return True  # "descended for four hours": into what?
    if (
        lemma == "vote"
        and not beside & {"obj", "xcomp", "advcl", "ccomp"}
        and not cases & {"for", "against", "on", "in"}
    ):
        return True  # "voted by 91 to 84": to do what?
    return lemma in BLAMING and not cases & {"for", "of", "on", "by", "over"}


def _replaces_without_a_post(clause: Clause) -> bool:
    """ "Barra replaces Akerson": as what, the clause does not say."""
    return verb_lemma(clause.head.text) in {"replace", "succeed"} and not any(t.lower_ == "as" for t in clause.tokens)


def _ties_on(clause: Clause) -> bool:
    """Whether the clause opens by pointing at the sentence before it ("In addition, …")."""
    opening = " ".join(token.lower_ for token in clause.tokens[:5])
    if re.search(r"\bin addition\b(?! to the | to an? )", render(clause.tokens).lower()):
        return True  # "French ships were in addition to pay half the duty"
    if re.match(r"of the [a-z]+ ?,", opening):
        return True  # "Of the ships, only …": of which, the sentence before says
    return any(opening.startswith(words) for words in TYING) and not opening.startswith(
        ("as a result of", "as part of")
    )


def _stops_in_a_list(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the text goes on with ", NAME, and …" after the clause: half of those who did it would be left out."""
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    last = clause.tokens[-1]
    end = clause.sentence.offset(last) + len(last.text) - whole.start
    if end <= 0:
        return False
    rest = whole.span.text[end:]
    if last.pos_ == "NOUN" and re.match(r", (?:an?|the|some|\d+) [^,;:]{2,60} and \w", rest):
        return True  # "with a rope, an adze and food"
    following = re.match(r", (?P<aside>[^,;:]{2,60}), and (?P<next>\w+)", rest)
    if following is None:
        return False
    at = following.start("next") + end + whole.span.start_char
    token = next((token for token in whole.span if token.idx == at), None)
    if token is None or token.dep_ in SUBJECTS or (token.head.dep_ in SUBJECTS and token.head.i > token.i):
        return False  # "… 78 per cent, the highest ever, and queues were long"
    return token.pos_ in {"DET", "PRON", "PROPN", "ADJ", "NOUN", "NUM"}


def _announces(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether a colon follows: "hit on an odd solution:" tells nothing without what comes behind it."""
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    last = clause.tokens[-1]
    rest = whole.span.text[max(0, clause.sentence.offset(last) + len(last.text) - whole.start) :]
    return rest.lstrip().startswith(":")


def _may_go_on(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the clause ends in "before two tugs" while the text goes on ", waiting for the tide, hauled …"."""
    last = clause.tokens[-1]
    kept = {token.i for token in clause.tokens}
    cases = [
        child for token in clause.tokens[-4:] for child in token.children if child.dep_ == "case" and child.i in kept
    ]
    whole = surroundings.sentences[surroundings.positions[clause.sentence.start]]
    end = clause.sentence.offset(last) + len(last.text)
    rest = [token for token in whole.span if whole.offset(token) >= end]
    if len(rest) < 3 or rest[0].text != ",":
        return False
    if any(case.lower_ in CONNECTING_TIMES for case in cases):
        return any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in rest)
    # "until a panel chaired by Ann Lee" while the text goes on ", a former judge, reports in June"
    opened = any(token.lower_ in CONNECTING_TIMES for token in clause.tokens if token.i > clause.head.i)
    closing = next((at for at, token in enumerate(rest[1:], start=1) if token.text == ","), 0)
    return (
        opened
        and 0 < closing < len(rest) - 1
        and (rest[closing + 1].pos_ in {"VERB", "AUX"} or rest[closing + 1].tag_ == "NNS")
    )


def _crosses_a_break(clause: Clause) -> bool:
    """Whether the clause was put together over a semicolon, a colon, a quotation mark, or a bracket and its words."""
    doc = clause.head.doc
    kept = {token.i for token in clause.tokens}
    first, last = clause.tokens[0].i, clause.tokens[-1].i
    for token in doc[first : last + 1]:
        if token.text in QUOTES or token.text in {";", ":", "—"}:
            return True
        if token.text == "(" and not (token.i + 2 <= last and doc[token.i + 2].text == ")" and token.i + 1 not in kept):
            return True
    return False


def _ends_where_the_text_does(clause: Clause, surroundings: Surroundings) -> bool:
    """Whether the clause was not cut off before words that belong to it ("expects the bridge" "to last")."""
    last = clause.tokens[-1]
    if last.tag_ == "IN" and last.dep_ == "case":
        return False
    following = after_a_time(last, clause, surroundings)
    if following is None or following.is_sent_start or following.i >= clause.sentence.span.end:
        return True
    if following.tag_ == "TO":
        return False
    return following.is_punct or following.dep_ in {"cc", "mark"} or following.tag_ in {"WRB", "WDT", "WP", "CC"}


def after_a_time(last: Token, clause: Clause, surroundings: Surroundings) -> Token | None:
    """The token after a clause's last one, and after a time that the clause has left out; None at the end."""
    times = [fact for fact in surroundings.of_sentence(clause.sentence) if fact.kind in {"date", "duration"}]
    kept = {token.i for token in clause.tokens}
    left = {token.i for fact in times for token in fact_tokens(clause.sentence, fact)} - kept
    doc, at = last.doc, last.i + 1
    while at < len(doc) and at not in left and (doc[at].pos_ == "ADP" or doc[at].lower_ in BESIDE_A_TIME):
        at += 1
    if at not in left:
        at = last.i + 1
    while at < len(doc) and (at in left or doc[at].lower_ in BESIDE_A_TIME):
        at += 1
    return doc[at] if at < len(doc) else None


def _takes_its_clause(clause: Clause) -> bool:
    """Whether a verb that is followed by a clause is one that reports."""
    kept = {token.i for token in clause.tokens}
    clausal = any(child.dep_ == "ccomp" and child.i in kept for child in clause.head.children)
    return not clausal or clause.head.lower_ in REPORTING


def _runs_on(clause: Clause) -> bool:
    """Whether a name is followed by a relative clause without its comma: a second statement in the first."""
    kept = {token.i for token in clause.tokens}
    return any(
        token.dep_ == "acl:relcl" and token.head.pos_ == "PROPN" and token.head.i in kept for token in clause.tokens
    )


def _compares(clause: Clause) -> bool:
    """Whether a comparative ("a cheaper rival") has lost what it compares with."""
    words = {token.lower_ for token in clause.tokens}
    if any(token.lower_ == "more" and token.i and token.nbor(-1).like_num for token in clause.tokens):
        return "than" not in words  # "for two more years": more than which?
    return "than" not in words and any(
        token.tag_ in {"JJR", "RBR"} and token.lower_ not in {"more", "less", "fewer"} for token in clause.tokens
    )


def _is_no_sentence(clause: Clause) -> bool:
    """ "A member of a group believed to have vanished", "wagons hauled by horses": a participle taken for a past."""
    if clause.head.tag_ == "VBZ" and clause.head.i and clause.head.nbor(-1).lower_.endswith("est"):
        return True  # "thirteen of the tallest spans": no verb
    if clause.auxiliaries or clause.head.tag_ not in {"VBD", "VBN"}:
        return False
    if clause.head.lower_ in {"known", "called", "named"} and clause.head.tag_ == "VBN":
        return True  # "thirteen of the spans, known as the High Girders"
    kept = {token.i for token in clause.tokens}
    beside = {child.dep_: child for child in clause.head.children if child.i in kept}
    if "obj" in beside or "ccomp" in beside:
        return False
    by = any(
        one.lower_ == "by" and child.dep_.startswith("obl") and child.pos_ in {"NOUN", "PROPN"} and child.tag_ != "NN"
        for child in clause.head.children
        for one in child.children
        if one.dep_ == "case"
    )
    return (
        (clause.head.lower_ in BELIEVING and "xcomp" in beside)
        or "obl:agent" in beside
        or (by and _looks_like_a_participle(clause.head.text))
    )


def _looks_like_a_participle(word: str) -> bool:
    lemma = verb_lemma(word)
    return word.lower() in getInflection(lemma, tag="VBN") and word.lower() in getInflection(lemma, tag="VBD")


def _says_two_things(clause: Clause) -> bool:
    """ "Gandhi announced that he would go, even his friends were puzzled": a second statement behind a bare comma."""
    kept = {token.i for token in clause.tokens}
    for token in clause.tokens:
        subjects = [child for child in token.children if child.dep_ in SUBJECTS and child.i in kept]
        if token == clause.head or not subjects or token.i < clause.head.i or token.dep_ == "acl:relcl":
            continue
        opening = min(one.i for one in token.subtree if one.i in kept)
        joined = any(child.dep_ in {"mark", "cc"} and child.i < subjects[0].i for child in token.children)
        words = {one.tag_ for one in clause.tokens if opening <= one.i <= subjects[0].i}
        comma = "," in {token.doc[opening].text, token.doc[max(0, opening - 1)].text}
        if comma and not joined and not words & {"WDT", "WP", "WRB", "IN", "CC"}:
            return True
    return False


def _loses_a_comma(clause: Clause) -> bool:
    """ "Sir Thomas, the mayor looked on", "fell to Joseph Bell a small man": half of an apposition, or two in one."""
    pairs = list(pairwise(clause.tokens))
    gaps = [(one, other) for one, other in pairs if other.i > one.i + 1 and other.nbor(-1).text == ","]
    nominal = {"NOUN", "PROPN", "NUM"}
    opened = any(one.text == "," for one in clause.subject)
    return any(
        one.pos_ in nominal and (other.pos_ in {"DET", "NOUN", "PROPN"} or (opened and other.pos_ in {"VERB", "AUX"}))
        for one, other in gaps
    )


def _loses_its_day(clause: Clause) -> bool:
    """Whether the clause hangs on a date outside it ("… since 1973, when the quays fell silent")."""
    if clause.head.dep_ not in {"acl:relcl", "advcl"}:
        return False
    first = min((token.i for token in clause.head.subtree), default=clause.head.i)
    doc = clause.head.doc
    before = [doc[i] for i in range(max(0, first - 3), first) if not doc[i].is_punct]
    return bool(before) and (before[-1].like_num or before[-1].lower_ in MONTHS)
