"""The shipped model: its size, its card, and what its files must not hold."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from quizapp.language.accuracy import megabytes
from quizapp.language.lexicon import LEXICON_FILE, lexicon
from quizapp.language.pipeline import MODEL_FOLDER, SETTING, pipeline

CARD = (MODEL_FOLDER / "README.md").read_text(encoding="utf-8")


def test_model_and_lexicon_are_at_most_25_megabytes_and_as_large_as_the_card_says() -> None:
    model, words = megabytes(MODEL_FOLDER), LEXICON_FILE.stat().st_size / 1e6
    assert model + words < 25
    stated = re.search(r"Size: ([\d.]+) MB, and ([\d.]+) MB of lexicon", CARD)
    assert stated is not None
    assert float(stated[1]) == pytest.approx(model, abs=0.06)
    assert float(stated[2]) == pytest.approx(words, abs=0.06)


def test_the_card_names_every_source_and_licence() -> None:
    for name in (
        "EWT",
        "GUM",
        "wikigold",
        "CrossNER",
        "PUD",
        "spacy-lookups-data",
        "Faker",
        "GeoNames",
        "CC BY-SA 4.0",
    ):
        assert name in CARD


def test_the_model_keeps_no_path_of_the_machine_that_trained_it() -> None:
    for name in ("config.cfg", "meta.json"):
        text = (MODEL_FOLDER / name).read_text(encoding="utf-8")
        assert not re.search(r'"/|\.spacy"', text)


def test_the_lexicon_knows_clusters_and_name_lists() -> None:
    words = lexicon()
    strings = pipeline().vocab.strings
    rows = words.rows(words.keys[:-1].copy())
    assert (words.keys[rows] == words.keys[:-1]).all()
    for city, other in (("Tehran", "Damascus"), ("walked", "ran")):
        left, right = (words.clusters[words.rows(words.keys.dtype.type([strings.add(word)]))] for word in (city, other))
        assert int(left[0]) & 15 == int(right[0]) & 15


def test_an_installed_pipeline_can_find_the_names_instead(tmp_path: Path) -> None:
    program = (
        "from quizapp.language import pipeline;"
        "doc = pipeline()('Ann Lee flew to Paris on Monday.');"
        "print([(name.text, name.label_) for name in doc.ents], doc[2].dep_)"
    )
    other = spacy.blank("en")
    rules = other.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "GPE", "pattern": "Paris"}, {"label": "DATE", "pattern": "Monday"}])
    other.to_disk(tmp_path / "other")
    environment = {**os.environ, SETTING: str(tmp_path / "other")}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603  our own
    assert done.stdout.strip() == "[('Paris', 'LOC')] ROOT"
