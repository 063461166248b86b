"""The examples of the format's own page are read and hold every rule, so that what it teaches is true."""

import re
from pathlib import Path

import pytest

from quizapp.checking import check_set
from quizapp.questions import Interaction, dump_set, load_set
from tests.checking.cast import REPORT

README = Path(__file__).parents[2] / "questions" / "README.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=[re.sub(r"title: (.*)\n[\s\S]*", r"\1", block) for block in BLOCKS])
def test_an_example_loads_and_breaks_no_rule(block: str) -> None:
    question_set = load_set(block, "README.md")
    assert check_set(question_set, REPORT, ()) == []
    assert load_set(dump_set(question_set), "again.yaml") == question_set


def test_every_interaction_has_an_example() -> None:
    shown = {question.interaction for block in BLOCKS for question in load_set(block, "README.md").questions}
    assert shown == set(Interaction.__args__)  # type: ignore[attr-defined]
