"""A second reading: what a clause says on its own must parse as it did in its sentence, else it is given up.

Two parses that disagree about who did what mean that one of them is wrong, and nobody knows which.
"""

from spacy.tokens import Doc, Token

from quizapp.generation.clauses import Clause
from quizapp.generation.mending import mend
from quizapp.generation.phrases import render
from quizapp.generation.rewriting import Rewritten
from quizapp.generation.standing import Standing
from quizapp.language import pipeline

CORE = {"nsubj", "nsubj:pass", "obj", "iobj"}


def reread(pairs: list[tuple[Clause, Standing]]) -> list[tuple[Clause, Standing]]:
    """The clauses whose roles come back when their restatement is parsed alone; one batch for a whole report."""
    texts = [render(clause.tokens, standing.replacements) + "." for clause, standing in pairs]
    docs = pipeline().pipe(texts, batch_size=64)
    return [pair for pair, doc in zip(pairs, docs, strict=True) if _agrees(pair[0], pair[1], doc)]


def _agrees(clause: Clause, standing: Standing, doc: Doc) -> bool:
    if len(list(doc.sents)) != 1:
        return False
    mend(doc, whole=isinstance(clause.sentence, Rewritten))
    root = next(token for token in doc if token.dep_ == "ROOT")
    if (
        root.text.lower() != standing.replacements.get(clause.head.i, clause.head.text).lower()
        or root.tag_[:1] != clause.head.tag_[:1]
    ):
        return False
    kept = {token.i for token in clause.tokens}
    expected = [("nsubj", clause.subject_head)]
    expected += [(one.dep_, one) for one in clause.head.children if one.dep_ in {"obj", "iobj"} and one.i in kept]
    found = [(child.dep_.partition(":")[0], child.lower_) for child in root.children if child.dep_ in CORE]
    return len(expected) == len(found) and all(
        any(role == as_role and word in _words(token, standing) for as_role, word in found) for role, token in expected
    )


def _words(token: Token, standing: Standing) -> set[str]:
    """The words by which a parse may name what fills a role: those of the name put in its place or its article's."""
    put = [standing.replacements[child.i] for child in token.children if child.i in standing.replacements]
    texts = [standing.replacements.get(token.i) or token.text, *put]
    return set(" ".join(texts).lower().replace("-", " ").split())
