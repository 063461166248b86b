"""The second parser: it reads from the end, and gives back the sentence as it was."""

import subprocess
import sys

import numpy as np

from quizapp.language import parse_again, pipeline
from quizapp.language.second import second_parser


def test_the_words_keep_their_order_and_what_the_first_parser_said_of_them() -> None:
    doc = pipeline()("It rained. The old bridge was opened by Ann Lee on 4 May 1907.")
    sentence = list(doc.sents)[1]
    [again] = parse_again([sentence])
    assert again.text == sentence.text
    assert [token.tag_ for token in again] == [token.tag_ for token in sentence]
    assert {(token.text, token.dep_, token.head.text) for token in again} >= {
        ("bridge", "nsubj:pass", "opened"),
        ("opened", "ROOT", "opened"),
        ("Ann", "obl:agent", "opened"),
    }


def test_a_sentence_has_one_root_however_long() -> None:
    doc = pipeline()("The ship sailed, and the pilot, who had come from Bergen, went ashore; nobody else did.")
    assert [sum(token.dep_ == "ROOT" for token in again) for again in parse_again([doc[:]])] == [1]


def test_nothing_is_parsed_of_nothing() -> None:
    assert parse_again([]) == []


def test_its_weights_are_of_full_precision_once_loaded() -> None:
    for _, component in second_parser().pipeline:
        for layer in component.model.walk():
            assert all(layer.get_param(name).dtype == np.float32 for name in layer.param_names)


def test_it_is_loaded_only_when_asked() -> None:
    program = (
        "from quizapp.language import pipeline; from quizapp.language.second import second_parser;"
        "pipeline()('Ann Lee sailed.'); print(second_parser.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  our own
    assert done.stdout.strip() == "0"
