"""``python -m quizapp.language.accuracy <folder>``: measures the shipped pipeline on every test set of the data folder.

Apart from the recipe, since it needs none of the recipe's packages. The table it prints is the one of the model card.
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example

from quizapp.language.lexicon import LEXICON_FILE
from quizapp.language.pipeline import MODEL_FOLDER, pipeline
from quizapp.language.second import parse_again

SYNTAX_SETS = {
    "dev (EWT, GUM)": "dev/syntax",
    "PUD": "test/pud-syntax",
    "EWT": "test/ewt-test",
    "GUM": "test/gum-test",
    "GUM news": "test/gumnews-test",
}
NAME_SETS = {"dev (EWT, GUM)": "dev/names", "PUD": "test/pud-names"}
LABELS = ("PERSON", "LOC", "ORG")


def examples(nlp: Language, file: Path) -> list[Example]:
    """Each text of a file, bare, beside its annotation; the tokens are the annotation's."""
    return [
        Example(Doc(nlp.vocab, [token.text for token in doc], [bool(token.whitespace_) for token in doc]), doc)
        for doc in DocBin().from_disk(file).get_docs(nlp.vocab)
    ]


def syntax_rows(nlp: Language, folder: Path) -> Iterable[str]:
    """A line a test set: tags, dependencies, sentences."""
    yield "| Syntax | tag | UAS | LAS | sentence F |"
    yield "|---|---|---|---|---|"
    for title, file in SYNTAX_SETS.items():
        scores = nlp.evaluate(examples(nlp, folder / f"{file}.spacy"))
        figures = [scores["tag_acc"], scores["dep_uas"], scores["dep_las"], scores["sents_f"]]
        # A text of one sentence says nothing about where sentences are cut.
        shown = [f"{100 * figure:.1f}" for figure in figures[: 3 if title == "PUD" else 4]]
        yield f"| {title} | " + " | ".join([*shown, *["–"] * (4 - len(shown))]) + " |"


def second_rows(nlp: Language, folder: Path) -> Iterable[str]:
    """A line a test set: the second parser, and how often both give a word one head, right or wrong."""
    yield "| Second parser | UAS | LAS | first UAS | same head | wrong among the same |"
    yield "|---|---|---|---|---|---|"
    for title, file in SYNTAX_SETS.items():
        sentences = [sent for one in examples(nlp, folder / f"{file}.spacy") for sent in one.reference.sents]
        again, first = parse_again(sentences), list(nlp.pipe(map(one_sentence, sentences)))
        counts = [0] * 5
        for gold, second, other in zip(sentences, again, first, strict=True):
            for token, by_second, by_first in zip(gold, second, other, strict=True):
                if token.dep_ != "punct":
                    heads = (token.head.i - gold.start, by_second.head.i, by_first.head.i)
                    right, same = heads[1] == heads[0], heads[1] == heads[2]
                    labelled = right and by_second.dep_ == token.dep_
                    row = (right, labelled, heads[2] == heads[0], same, same and not right)
                    counts = [count + one for count, one in zip(counts, row, strict=True)]
        words = sum(token.dep_ != "punct" for gold in sentences for token in gold)
        figures = [*(count / words for count in counts[:4]), counts[4] / counts[3]]
        yield f"| {title} | " + " | ".join(f"{100 * figure:.1f}" for figure in figures) + " |"


def one_sentence(span: Span) -> Doc:
    """The words of a sentence as a text that is not cut."""
    doc = Doc(span.doc.vocab, [token.text for token in span], [bool(token.whitespace_) for token in span])
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def name_rows(nlp: Language, folder: Path) -> Iterable[str]:
    """A line a test set: precision, recall and F of names, and F of each kind."""
    yield "| Names | P | R | F | " + " | ".join(f"{label} F" for label in LABELS) + " |"
    yield "|---|---|---|---|" + "---|" * len(LABELS)
    for title, file in NAME_SETS.items():
        scores = nlp.evaluate(examples(nlp, folder / f"{file}.spacy"))
        kinds = [scores["ents_per_type"][label]["f"] for label in LABELS]
        figures = [scores["ents_p"], scores["ents_r"], scores["ents_f"], *kinds]
        yield f"| {title} | " + " | ".join(f"{100 * figure:.1f}" for figure in figures) + " |"


def megabytes(folder: Path) -> float:
    """The size of a folder's files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def words_a_second(nlp: Language, file: Path) -> float:
    """The speed of reading the texts of a file, tokenisation included."""
    texts = [doc.text for doc in DocBin().from_disk(file).get_docs(nlp.vocab)]
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - start)


def report_accuracy(folder: Path) -> None:
    """Print every figure of the model card."""
    start = time.perf_counter()
    nlp = pipeline()
    loaded = time.perf_counter() - start
    for rows in (syntax_rows(nlp, folder), second_rows(nlp, folder), name_rows(nlp, folder)):
        for row in rows:
            print(row, flush=True)
        print()
    lexicon = LEXICON_FILE.stat().st_size / 1e6
    print(f"Size: {megabytes(MODEL_FOLDER):.1f} MB, and {lexicon:.1f} MB of lexicon. Loading: {loaded:.2f} s.")
    print(f"Speed: {words_a_second(nlp, folder / 'test/gum-test.spacy'):,.0f} words a second.")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder that holds train/, dev/ and test/.")
    report_accuracy(Path(sys.argv[1]))
