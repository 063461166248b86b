"""The trained pipeline, loaded once a process and only when something is first read."""

import os
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops, set_current_ops

import quizapp.language.boundaries
import quizapp.language.embed  # noqa: F401  both register what the model's file names

MODEL_FOLDER = Path(__file__).parent / "model"
SETTING = "QUIZAPP_LANGUAGE_MODEL"

# The names of the en_core_web pipelines (OntoNotes) in our terms; dates, amounts and the like are not names here.
OUTSIDE_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


@cache
def pipeline() -> Language:
    """Our pipeline; where QUIZAPP_LANGUAGE_MODEL names an installed ``en_core_web`` package, with that one's names.

    Only names are taken from it: its dependencies are not Universal Dependencies, on which everything else builds.
    """
    before = get_current_ops()
    # Without BLIS, which lacks fast kernels for many processors; numpy multiplies up to five times as fast.
    set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(MODEL_FOLDER)
    finally:
        set_current_ops(before)
    package = os.environ.get(SETTING, "")
    if package:
        nlp.remove_pipe("ner")
        nlp.add_pipe("quizapp_outside_names", config={"package": package})
    return nlp


@Language.factory("quizapp_outside_names")
class OutsideNames:
    """Names found by another pipeline; ``labels`` says what each of its kinds is called here."""

    def __init__(self, nlp: Language, name: str, package: str) -> None:
        self.other = spacy.load(package)
        self.labels = OUTSIDE_LABELS

    def __call__(self, doc: Doc) -> Doc:
        found = [
            doc.char_span(name.start_char, name.end_char, label=self.labels[name.label_], alignment_mode="contract")
            for name in self.other(doc.text).ents
            if name.label_ in self.labels
        ]
        doc.ents = tuple(name for name in found if name is not None)
        return doc
