"""Puts the trained parts together into the one pipeline that ships."""

import json
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

import quizapp.language.embed  # noqa: F401  registers the embedding layer
from quizapp.language.boundaries import adapt_tokenizer
from quizapp.language.second import SECOND_FOLDER, save_second

# What only training needs; the recipe's own files are the record of it.
TRAINING_SECTIONS = ("paths", "system", "corpora", "training", "initialize", "pretraining")


def assemble(syntax: Path, names: Path) -> Language:
    """Sentence rules, then tags and dependencies, then names."""
    nlp = spacy.load(syntax)
    adapt_tokenizer(nlp)
    nlp.add_pipe("quizapp_boundaries", first=True)
    nlp.add_pipe("ner", source=spacy.load(names))
    _describe(nlp, "quizapp", "Tags, Universal Dependencies and names of edited English; see README.md.")
    return nlp


def assemble_second(folder: Path) -> Language:
    """The second parser without the tagger that it was trained beside."""
    nlp = spacy.load(folder, exclude=["tagger"])
    _describe(nlp, "quizapp_second", "Universal Dependencies of English read backwards; see README.md above.")
    return nlp


def _describe(nlp: Language, name: str, description: str) -> None:
    """Say what the pipeline is, and leave out what only training needed."""
    config, plain = nlp.config.copy(), spacy.blank("en").config
    for section in TRAINING_SECTIONS:
        config[section] = plain[section]
    nlp.config = config
    nlp.meta.update(name=name, version="1.0.0", description=description, license="CC BY-SA 4.0", performance={})


def needed_strings(nlp: Language) -> list[str]:
    """What the pipeline must be able to spell out: its labels and what English starts with, not the training text."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, [])}
    return sorted(set(spacy.blank("en").vocab.strings) | labels)


def place(nlp: Language, second: Language, target: Path) -> None:
    """Write the pipeline to ``target`` and the second parser below it, keeping the card; no reader sees half of it."""
    building, old = target.with_name(f"{target.name}.new"), target.with_name(f"{target.name}.old")
    for leftover in (building, old):
        shutil.rmtree(leftover, ignore_errors=True)
    nlp.to_disk(building)
    (building / "vocab" / "strings.json").write_text(json.dumps(needed_strings(nlp)), encoding="utf-8")
    save_second(second, building / SECOND_FOLDER.name)
    card = target / "README.md"
    if card.exists():
        shutil.copy(card, building)
    if target.exists():
        target.rename(old)
    building.rename(target)
    shutil.rmtree(old, ignore_errors=True)
