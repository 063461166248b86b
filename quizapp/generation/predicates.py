"""Which words of a parsed sentence are predicates that state something, with the subject and the auxiliaries they have.

A predicate is given up rather than guessed at: what is negated, supposed, asked, wished or planned is not a fact.
"""

from lemminflect import getInflection
from spacy.tokens import Token

from quizapp.generation.lemmas import verb_lemma

SUBJECTS = {"nsubj", "nsubj:pass"}
FINITE = {"VBD", "VBZ", "VBP"}
SURE = {"will", "'ll", "would", "must"}
SUPPOSING = {"if", "unless", "whether", "lest", "though", "although", "until", "than"}
TELLING_WHEN = {"when", "after", "before", "as", "because", "while"}
GIVEN_UP = {"dislocated", "orphan", "csubj", "csubj:pass", "expl", "dep", "reparandum"}
# Singular in form, plural in use.
COLLECTIVE = frozenset(
    "people police staff personnel majority number crew team family couple half rest lot percent cent".split()
)
INVARIANT = frozenset("species series means headquarters works crossroads barracks aircraft spacecraft gallows".split())
FRACTIONS = frozenset("half halves third thirds quarter quarters fifth fifths sixths eighths tenth tenths".split())
# Nouns that tell a time or a measure beside a verb without a preposition, and so are no subject.
MEASURES = frozenset(
    """
    day week month year morning afternoon evening night noon time hour minute second moment today yesterday tomorrow
    metre meter kilometre kilometer mile yard foot inch home part way
    """.split()
)
# "Is to be found", "is to be hoped": no plan.
NO_PLAN = frozenset(
    "find see hear have expect hope avoid praise welcome regret fear note believe trust blame prefer thank".split()
)
# Verbs whose passive still takes an object: "was given a sausage".
GIVING = frozenset(
    """
    give award pay offer send tell ask show teach grant fine charge hand allot allow deny lend leave owe promise
    name call elect appoint make consider declare crown
    """.split()
)


def subject_of(head: Token) -> Token | None:
    """The head of the subject that a predicate has or shares; None where the parse leaves it in doubt."""
    own = [child for child in head.children if child.dep_ in SUBJECTS]
    if len(own) > 1 or any(child.dep_ in GIVEN_UP for child in head.children):
        return None
    if own:
        return _own_subject(head, own[0])
    if head.dep_ == "conj" and _is_predicate(head.head) and _is_predicate(head):
        between = [child for child in head.head.children if head.head.i < child.i < head.i and child.dep_ == "conj"]
        if head.head.dep_ == "acl:relcl" or not all(_is_predicate(child) for child in between):
            return None  # "… got away, and one of them drifted": the noun between is the subject
        return subject_of(head.head)
    return _unmarked_subject(head)


def _is_predicate(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children)


def _own_subject(head: Token, subject: Token) -> Token | None:
    if head.dep_ == "acl:relcl":
        # "…, who fled": only after a comma does a relative clause say something of its own.
        relative = subject.tag_ in {"WP", "WDT"} and subject.i > 0 and subject.nbor(-1).text == ","
        return head.head if relative and head.head.i < subject.i else None
    return None if subject.tag_ in {"WP", "WDT", "WRB"} else subject


def _unmarked_subject(head: Token) -> Token | None:
    """The bare noun that opens the sentence right before its verb, where the parse took it for a time or a measure."""
    if head.dep_ != "ROOT" or head.tag_ not in FINITE or head.i == 0 or any(head.lefts) is False:
        return None
    before = head.nbor(-1)
    lone = before.is_sent_start and before.head == head and not list(before.children)
    noun = before.pos_ in {"NOUN", "PROPN"} and before.lower_ not in MEASURES and not before.ent_type_
    return before if lone and noun and before.dep_ == "obl:unmarked" else None


def auxiliaries_of(head: Token) -> tuple[Token, ...]:
    """The auxiliaries and the copula before a predicate; or those of the one it is joined to."""
    own = tuple(child for child in head.children if child.dep_ in {"aux", "aux:pass", "cop"} and child.i < head.i)
    if plan := _to_of_plan(head, own):
        return (own[0], plan, *own[1:])
    if own or head.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in head.children):
        return own
    shared = auxiliaries_of(head.head) if head.tag_ == "VBN" or _is_passive_in_disguise(head) else own
    measured = {child.dep_ for child in head.children} & {"obj", "obl:unmarked", "obl:npmod"}
    if measured and shared and all(one.dep_ == "cop" for one in shared):
        return own  # "was 3 metres across and weighed 300 kilograms"
    return shared


def _to_of_plan(head: Token, auxiliaries: tuple[Token, ...]) -> Token | None:
    """The "to" of "is to be built": a plan, as "will" is; "was to be built" may have come to nothing."""
    if [token.lower_ for token in auxiliaries[1:]] not in ([], ["be"]) or not auxiliaries:
        return None
    if auxiliaries[0].lower_ not in {"is", "are"} or verb_lemma(head.text) in NO_PLAN:
        return None
    if head.tag_ != ("VBN" if len(auxiliaries) == 2 else "VB") or auxiliaries[0].dep_ == "cop":
        return None
    between = head.doc[auxiliaries[0].i + 1 : auxiliaries[1].i if len(auxiliaries) == 2 else head.i]
    return next((one for one in between if one.lower_ == "to" and one.head == head), None)


def _is_passive_in_disguise(head: Token) -> bool:
    """ "… was tested and found to be sober": a participle that looks like a simple past."""
    passive = any(child.dep_ == "aux:pass" for child in head.head.children)
    if head.tag_ != "VBD" or not passive or any(child.dep_ in {"obj", "aux"} for child in head.children):
        return False
    lemma = verb_lemma(head.text)
    return head.lower_ in getInflection(lemma, tag="VBN") and head.lower_ in getInflection(lemma, tag="VBD")


def is_finite(head: Token, auxiliaries: tuple[Token, ...]) -> bool:
    first = auxiliaries[0] if auxiliaries else head
    if not auxiliaries and head.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in head.children):
        return head.dep_ in {"ROOT", "conj"}  # a simple past that looks like its participle ("set", "paid")
    if not auxiliaries and head.tag_ == "VBN" and head.dep_ == "conj" and head.head.tag_ == "VBD":
        return _is_simple_past(head)  # "broke camp and covered 70 kilometres"
    if not auxiliaries and _shares_a_modal(head):
        return False
    return first.tag_ in FINITE or (first.lower_ in SURE and len(auxiliaries) < 3)


def _shares_a_modal(head: Token) -> bool:
    """ "… would cross the river and cut the farm in two": no past, whatever the tag says."""
    while head.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in head.children):
        head = head.head
        if any(child.tag_ == "MD" for child in head.children if child.dep_ == "aux"):
            return True
    return False


def _is_simple_past(head: Token) -> bool:
    """Whether a participle joined to a simple past can be one too: it has an object or stands without an agent."""
    agent = any(child.dep_ == "obl:agent" for child in head.children)
    shared = auxiliaries_of(head.head)
    return not agent and not shared and head.lower_ in getInflection(verb_lemma(head.text), tag="VBD")


def is_stated(head: Token) -> bool:
    """Whether nothing above the predicate makes it a supposition, a question or a command."""
    if head.dep_ not in {"ROOT", "conj", "ccomp", "acl:relcl", "advcl"}:
        return False
    token = head
    while True:
        marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "advmod"} and child.i < token.i}
        if token.dep_ == "advcl" and (marks & SUPPOSING or not marks & TELLING_WHEN):
            return False
        if token.dep_ == "advcl" and (_is_planned(token.head) or _is_compared(token)):
            return False
        if token.dep_ in {"xcomp", "csubj", "acl"} or "whether" in marks or "if" in marks:
            return False
        if token.dep_ == "ROOT":
            return not any(child.text == "?" for child in token.children)
        token = token.head


def _is_planned(head: Token) -> bool:
    """Whether a predicate is only planned or thought of, and so what happens when it does."""
    return any(child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ == "to") for child in head.children)


def _is_compared(token: Token) -> bool:
    """ "… as quickly as it had been": no statement but a measure."""
    marked = any(child.dep_ == "mark" and child.lower_ == "as" for child in token.children)
    return marked and any(child.lower_ in {"as", "so"} for child in token.head.children if child.dep_ == "advmod")


def is_reported_unseen(head: Token) -> bool:
    """Whether the predicate hangs under another verb as what was said, thought or wished."""
    token = head
    while token.dep_ != "ROOT":
        if token.dep_ == "ccomp":
            return True
        token = token.head
    return False


def agrees(subject: Token, verb: Token) -> bool:
    """Whether subject and verb agree in number; where they do not, the parse has taken the wrong one."""
    joined = [child for child in subject.children if child.dep_ == "conj"]
    firm = bool(joined) and all(any(one.text == "&" for one in child.children) for child in joined)  # "Cole & Sons"
    several = (subject.tag_ in {"NNS", "NNPS"} or bool(joined)) and not firm
    if subject.tag_ not in {"NN", "NNP", "NNS", "PRP"} or _has_any_number(subject):
        return True
    if verb.tag_ == "VBZ" or verb.lower_ == "was":
        return not several or subject.tag_ == "PRP"
    if verb.tag_ == "VBP" or verb.lower_ == "were":
        club = subject.tag_ == "NNP" and subject.right_edge == subject and subject.i + 1 == verb.i  # "Leeds were …"
        return several or club or subject.tag_ == "PRP" or subject.lower_ in COLLECTIVE
    return True


def _has_any_number(subject: Token) -> bool:
    """ "Four-fifths of the city was gone", "the species was named": a share has the number of its whole."""
    share = subject.lower_ in {"%", "percent", "cent"} or subject.lower_ in FRACTIONS
    whole = share and any(child.dep_ == "nmod" for child in subject.children)
    opening = bool(subject.is_sent_start) and subject.tag_ == "NNP" and subject.lower_.endswith("s")  # "Terns breed …"
    return whole or subject.lower_ in INVARIANT or opening


def is_misread(head: Token, subject: Token) -> bool:
    """Whether the parse cannot be right: a stray "that", an "it" behind a preposition, a passive with an object."""
    auxiliaries = auxiliaries_of(head)
    marks = [child for child in head.children if child.dep_ == "mark" and child not in auxiliaries]
    if head.dep_ in {"ROOT", "conj"} and marks and not (head.dep_ == "conj" and head.head.dep_ == "ccomp"):
        return True
    passive = any(child.dep_ == "aux:pass" for child in auxiliaries)
    if passive and any(child.dep_ == "obj" for child in head.children) and verb_lemma(head.text) not in GIVING:
        return not any(child.dep_ == "compound:prt" and child.i < head.i + 2 for child in head.children)
    first = min(subject.subtree, key=lambda token: token.i)
    before = first.nbor(-1) if first.i > 0 else None
    return (
        before is not None
        and before.tag_ == "IN"
        and before.head == head
        and before.dep_ not in {"mark", "case"}
        and before.lower_ not in TELLING_WHEN
    )


def is_loose_participle(head: Token) -> bool:
    """ "… the rest through tolls, set at €3", "found on Monday, burnt out": a participle after a comma is no predicate.

    It is one of a list where an "and" follows ("was cut, dried and packed").
    """
    if head.dep_ != "conj" or head.tag_ != "VBN" or head.i == 0 or head.nbor(-1).text != ",":
        return False
    if any(child.dep_ in {"cc", "aux", "aux:pass"} for child in head.children):
        return False
    later = [one for one in head.head.children if one.dep_ == "conj" and one.i > head.i]
    later += [one for one in head.children if one.dep_ == "conj"]
    return not any(child.dep_ == "cc" for one in later for child in one.children)
