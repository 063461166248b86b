"""Slips of the parser that a short sentence leaves no doubt about, mended.

A sentence has a finite verb: where the only word that can be one was taken for a participle, a noun or an infinitive,
it is the predicate ("The share index increased by 48 points", "Anna Berg fears that the coins will be melted down").
"""

from lemminflect import getInflection
from spacy.tokens import Doc, Token

from quizapp.generation.kinds import TIMES
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.predicates import MEASURES, SUBJECTS

FINITE = {"VBD", "VBZ", "VBP", "MD"}
NOMINAL = {"NOUN", "PROPN"}
AIMS = frozenset(
    """
    aim purpose plan goal idea task role job mission duty point way key step challenge proposal question problem
    intention priority hope ambition function object objective effect answer decision target strategy wish dream move
    option solution choice thing best alternative trick tendency temptation rule policy practice advice order promise
    offer
    """.split()
)
# What a noun that is no predicate has not beside it.
CLAUSAL = {*SUBJECTS, "cop", "expl", "nsubj:outer", "csubj", "aux", "aux:pass"}


def mend(doc: Doc, whole: bool) -> None:
    """Mend the parse of a sentence; a participle becomes the predicate only where the sentence is ``whole``."""
    root = next(token for token in doc if token.dep_ == "ROOT")
    _join_subjects(root)
    _put_in_the_present(root)
    _govern_what_is_told(root)
    _name_what_is_loose(root)
    _plan(root)
    if root.tag_ == "VBG" and not any(child.dep_ in {"aux", "cop"} for child in root.children):
        _swap_participle(root)
        return
    if root.pos_ not in NOMINAL or any(child.dep_ in CLAUSAL for child in root.children):
        return
    if _is_verb_after_name(root):
        _take_for_verb(root)
        return
    verb = _only_verb(root)
    if verb is not None and (whole or (verb.tag_ == "VBD" and verb.dep_ == "acl" and root.pos_ == "NOUN")):
        _make_predicate(verb, root)


def _join_subjects(root: Token) -> None:
    """ "Two helicopters and the frigate Condell took part", "the steamer Lady Arden sank": one subject, not two."""
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    if len(subjects) != 2 or subjects[1].i > root.i:
        return
    first, other = subjects
    between = first.doc[first.i + 1 : other.i]
    if first.pos_ not in NOMINAL or first.lower_ in MEASURES or any(token.text == "," for token in between):
        return
    before = other.left_edge.nbor(-1)
    if before.pos_ in NOMINAL and other.pos_ == "PROPN" and (before == first or before in first.subtree):
        other.head, other.dep_ = before, "appos" if before.pos_ == "NOUN" else "flat"
    elif before == first or any(token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} for token in between):
        return
    elif any(token.lower_ == "and" and token.head == other for token in between):
        other.head, other.dep_ = first, "conj"
    elif any(token.dep_ == "case" and token.head == other for token in between):
        other.head, other.dep_ = first, "nmod"


def _put_in_the_present(root: Token) -> None:
    """ "Adults measure 33 centimetres", "the siege cost 101 lives": no infinitive, and no plural of one siege."""
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    helped = any(child.dep_ in {"aux", "cop", "mark"} for child in root.children)
    if len(subjects) != 1 or helped or root.tag_ not in {"VB", "VBP"}:
        return
    subject = subjects[0]
    several = subject.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in subject.children)
    if root.tag_ == "VB" and several:
        for verb in [root, *(child for child in root.children if child.dep_ == "conj" and child.tag_ == "VB")]:
            verb.tag_ = "VBP"
    elif not several and subject.tag_ in {"NN", "NNP"} and _is_form(root, "VBD"):
        root.tag_ = "VBD"


def _govern_what_is_told(root: Token) -> None:
    """ "Announced on Friday that rates would rise": what was announced, however far off."""
    told = any(child.dep_ in {"ccomp", "obj"} for child in root.children)
    for child in root.children:
        marks = [one for one in child.children if one.dep_ == "mark" and one.lower_ == "that"]
        if child.dep_ == "advcl" and marks and child.left_edge == marks[0] and child.i > root.i and not told:
            child.dep_ = "ccomp"


def _name_what_is_loose(root: Token) -> None:
    """ "Mapped by the research ship Aurelia": a name right behind its noun belongs to it."""
    for child in root.children:
        if child.dep_ != "dep" or child.left_edge.i == 0:
            continue
        before = child.left_edge.nbor(-1)
        if child.pos_ == "PROPN" and before.pos_ in NOMINAL and before.head != child:
            child.head, child.dep_ = before, "appos"
        elif child.lower_ in TIMES and any(one.dep_ == "det" for one in child.children):
            child.dep_ = "obl:unmarked"  # "became independent that November"


def _plan(root: Token) -> None:
    """ "The first shift is to go back on Monday": a plan; "the aim is to go back" says what the aim is."""
    outer = [child for child in root.children if child.dep_ == "nsubj:outer"]
    copula = [child for child in root.children if child.dep_ == "cop" and child.lower_ in {"is", "are"}]
    if len(outer) != 1 or len(copula) != 1 or root.tag_ != "VB" or outer[0].lower_ in AIMS:
        return
    if root.left_edge == outer[0].left_edge and outer[0].pos_ in NOMINAL and root.nbor(-1).lower_ == "to":
        outer[0].dep_, copula[0].dep_ = "nsubj", "aux"


def _is_form(verb: Token, tag: str) -> bool:
    return verb.lower_ in getInflection(verb_lemma(verb.text), tag=tag)


def _swap_participle(root: Token) -> None:
    """ "A ferry carrying 312 people caught fire": it is the ferry that carries, and the sentence that it burned."""
    verbs = [child for child in root.children if child.dep_ == "xcomp" and child.tag_ == "VBD" and child.i > root.i]
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    if len(verbs) != 1 or len(subjects) != 1 or subjects[0].right_edge.i != root.i - 1:
        return
    verb, subject = verbs[0], subjects[0]
    moved = [child for child in root.children if child.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head = verb
    root.head, root.dep_ = subject, "acl"
    for child in moved:
        child.head = verb


def _is_verb_after_name(root: Token) -> bool:
    """ "Anna Berg fears that …", "Berg plans to …": a plural that no name can stand before."""
    if root.tag_ != "NNS" or root.i == 0 or root.i + 1 >= len(root.doc):
        return False
    named = root.nbor(-1).tag_ == "NNP" and root.nbor(-1).head in {root, *root.children}
    leads_on = root.nbor(1).lower_ in {"that", "to"}
    alone = not any(child.dep_ in {"det", "nummod", "amod"} for child in root.children)
    return named and leads_on and alone and _is_form(root, "VBZ")


def _take_for_verb(root: Token) -> None:
    before = [child for child in root.children if child.i < root.i and not child.is_punct]
    subject = before[0]
    for child in before[1:]:
        child.head = subject
        child.dep_ = "flat"
    subject.dep_ = "nsubj"
    root.pos_, root.tag_ = "VERB", "VBZ"
    for child in [one for one in root.children if one.i > root.i and one.dep_ == "acl"]:
        infinitive = any(one.dep_ == "mark" and one.lower_ == "to" for one in child.children)
        child.dep_ = "xcomp" if infinitive else "ccomp"


def _only_verb(root: Token) -> Token | None:
    """The one word after a noun that can be the predicate: a participle that is a simple past as well."""
    doc = root.doc
    if any(token.tag_ in FINITE and token.dep_ not in {"acl", "acl:relcl", "cop", "aux"} for token in doc):
        return None
    if any(token.text in {":", ";", "—", "–"} for token in doc):
        return None
    inner = {one for token in doc if token.dep_ in {"acl:relcl", "advcl"} for one in token.subtree}
    verbs = [
        token for token in doc
        if token.tag_ in {"VBD", "VBN"} and token.dep_ == "acl" and token.i > root.i and token not in inner
        and not any(child.dep_ in {"aux", "aux:pass"} for child in token.children)
    ]  # fmt: skip
    if len(verbs) != 1 or not _is_form(verbs[0], "VBD") or verbs[0].nbor(-1).is_punct:
        return None
    verb = verbs[0]
    noun = verb.head
    while noun != root and noun.dep_ in {"nmod", "nmod:unmarked"} and noun.head.i < noun.i:
        noun = noun.head
    return verb if noun == root and not _is_done_by(verb) else None


def _is_done_by(verb: Token) -> bool:
    """ "A cart drawn by four oxen": a participle after all; "rose by nine points" measures."""
    agents = [child for child in verb.children if any(one.lower_ == "by" for one in child.children)]
    return any(not any(one.dep_ == "nummod" for one in agent.children) for agent in agents)


def _make_predicate(verb: Token, noun: Token) -> None:
    moved = [child for child in noun.children if child.i > verb.i]
    front = [
        child for child in noun.children
        if child.i < noun.i and child.dep_ in {"nmod", "obl"} and child.right_edge.i + 1 < noun.i
        and child.doc[child.right_edge.i + 1].text == ","
    ]  # fmt: skip
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    if verb.tag_ == "VBN":
        verb.tag_ = "VBD"
    for child in [*moved, *front]:
        child.head = verb
        if child.dep_ in {"nmod", "acl"}:
            child.dep_ = "obl" if child.dep_ == "nmod" else "advcl"
