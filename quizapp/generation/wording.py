"""Clauses as English: statements, and questions with their inversion, do-support and agreement."""

from spacy.tokens import Token

from quizapp.generation.clauses import Clause
from quizapp.generation.lemmas import verb_lemma
from quizapp.generation.phrases import Replacements, capitalised, lowered, render

# A phrase of place in front says from where the story looks; put last, it would belong to what stands before it.
LYING = frozenset("across beyond behind opposite beside beneath below above outside inside aboard ashore".split())
DO = {"VBD": "did", "VBN": "did", "VBZ": "does", "VBP": "do"}


def statement(clause: Clause, replacements: Replacements, left_out: frozenset[int] = frozenset()) -> str:
    """The clause as a sentence without its full stop, attributed to its speaker, less the tokens left out."""
    tokens = [token for token in clause.tokens if token.i not in left_out]
    if left_out:
        tokens = _without_edge_commas(tokens)
    if clause.lead:
        return (clause.lead + lowered(tokens, replacements)).removesuffix(".")
    return capitalised(render(tokens, replacements)).removesuffix(".")  # "… at 4 a.m." brings its own full stop


def _without_edge_commas(tokens: list[Token]) -> list[Token]:
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return tokens


def _parts(clause: Clause, removed: frozenset[int]) -> tuple[list[Token], list[Token], list[Token]]:
    """What stands before the subject, the subject, and what follows it, each without the removed tokens."""
    subject = {token.i for token in clause.subject}
    first = min(subject)
    front = [t for t in clause.tokens if t.i < first and t.i not in removed and t.i not in subject]
    after = [t for t in clause.tokens if t.i > first and t.i not in removed and t.i not in subject]
    if removed:
        after = _without_stray_commas(after, removed)
    return front, [t for t in clause.subject if t.i not in removed], after


def _breaks_off(clause: Clause, removed: frozenset[int]) -> bool:
    """Whether a comma after what is removed sets off more words, so that they would read as something else."""
    first, last = min(removed), max(removed)
    after = [token for token in clause.tokens if token.i > last]
    before = [token for token in clause.tokens if token.i < first]
    return len(after) > 1 and after[0].text == "," and not (before and before[-1].text == ",")


def _without_stray_commas(tokens: list[Token], removed: frozenset[int]) -> list[Token]:
    """The tokens less the commas that set off what was removed."""
    return [t for t in tokens if not (t.text == "," and (t.i - 1 in removed or t.i + 1 in removed))]


def ask_inverted(clause: Clause, asking: str, removed: frozenset[int], replacements: Replacements) -> str | None:
    """A question whose answer is not the subject: "When did Iran leave Syria?".

    ``asking`` are the words that ask, ``removed`` the tokens of the answer. None where English has no simple way.
    """
    if _breaks_off(clause, removed):
        return None
    front, subject, after = _parts(clause, removed)
    if front and front[0].lower_ in LYING:
        return None
    subject_text = lowered(subject, replacements)
    if not subject_text:
        return None
    if clause.auxiliaries:
        first = clause.auxiliaries[0]
        helper = replacements.get(first.i, first.text)
        rest = [token for token in after if token.i != first.i]
        changed = dict(replacements)
    else:
        head = clause.head
        if head.tag_ not in DO:
            return None
        helper = DO[head.tag_]
        rest = after
        changed = {**replacements, head.i: verb_lemma(head.text)}
        if head.lower_ in {"was", "were", "is", "are", "am"}:
            helper = head.text
            changed[head.i] = ""
    words = [asking, helper.lower(), subject_text, render(rest, changed), _moved(front, replacements)]
    return _closed(" ".join(word for word in words if word), clause)


def ask_subject(clause: Clause, asking: str, replacements: Replacements) -> str | None:
    """A question whose answer is the subject: "Who led the expedition?"."""
    front, _, after = _parts(clause, frozenset(token.i for token in clause.subject))
    if front and front[0].lower_ in LYING:
        return None  # "Which town was laid in ruins across the water?"
    rest = [token for token in after if not (token.is_punct and token is after[0])]
    return _closed(
        " ".join(part for part in (asking, render(rest, replacements), _moved(front, replacements)) if part), clause
    )


def _moved(front: list[Token], replacements: Replacements) -> str:
    """What stood before the subject, for the end of the question."""
    return lowered([token for token in front if not token.is_punct or token.i != front[-1].i], replacements)


def _closed(question: str, clause: Clause) -> str:
    text = " ".join(question.split()).strip(" ,;:")
    if clause.lead:
        return f"{clause.lead}{text[0].lower()}{text[1:]}?"
    return capitalised(text) + "?"
