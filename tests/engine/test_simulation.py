"""The engine on made-up learners, and its command."""

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from quizapp.cli import register_commands
from quizapp.commands.simulate import simulate_command
from quizapp.engine import RULES, Item, SimulatedLearner, simulate
from tests.engine.banks import calibrated, four_options, item

ITEMS = "id,a,b,c,topic\nq1,1.2,-0.5,0.25,people\nq2,0.9,0.4,0,places\nq3,1.5,0.1,0.25,people\n"
LEARNERS = "id,ability\np1,0.3\np2,-1.2\n"


def people(count: int, seed: int = 5) -> list[SimulatedLearner]:
    rng = Random(seed)
    return [SimulatedLearner(f"p{number}", rng.gauss(0, 1)) for number in range(count)]


@pytest.mark.parametrize(("rule", "limit"), [("max-information", 0.29), ("one-of-the-best", 0.295)])
def test_learners_are_measured_as_well_as_published(rule: str, limit: float) -> None:
    # Published for such a bank of 500 and 20 questions: .261, and .265 for one of the ten best (sd .008 for 500
    # learners, .013 for these 200); intervals of 90%.
    result = simulate(calibrated(500), people(200), max_items=20, rule=rule)
    assert result.rmse < limit
    assert abs(result.bias) < 0.06
    assert 0.85 < result.coverage90 < 0.95
    assert result.mean_length == 20
    assert {attempt.reason for attempt in result.attempts} == {"max-items"}


def test_the_same_seed_gives_the_same_attempts_and_another_others() -> None:
    first, again, other = (simulate(four_options(60), people(5), seed) for seed in (1, 1, 2))
    assert first == again != other


def test_a_target_ends_attempts_early() -> None:
    result = simulate(calibrated(500), people(20), max_items=60, target_error=0.4)
    assert {attempt.reason for attempt in result.attempts} == {"target-error"}
    assert all(attempt.ability.error <= 0.4 for attempt in result.attempts)
    assert result.mean_length < 20


@pytest.mark.parametrize("rule", RULES)
def test_a_bank_that_runs_out_ends_attempts(rule: str) -> None:
    bank = [Item("a", "t", 0.0, 0.0, enemies=frozenset({"b"})), item("b", topic="t"), item("c", topic="t")]
    result = simulate(bank, people(10), rule=rule)
    assert {attempt.reason for attempt in result.attempts} == {"nothing-left"}
    assert {len(attempt.items) for attempt in result.attempts} == {2}


def test_no_item_of_a_large_bank_is_shown_to_more_than_a_fifth() -> None:
    assert simulate(calibrated(10_000), people(150), max_items=5).max_exposure <= 0.2
    assert simulate(calibrated(500), people(150), max_items=5).max_exposure > 0.2


def test_time_is_told_only_by_a_clock() -> None:
    ticks = iter(range(10_000))
    timed = simulate(four_options(30), people(3), max_items=4, clock=lambda: float(next(ticks)))
    assert timed.microseconds_per_step == 2e6  # a tick for the selection and one for the estimate
    assert simulate(four_options(30), people(3), max_items=4).microseconds_per_step is None


def test_an_unknown_rule_and_no_learners_are_refused() -> None:
    with pytest.raises(KeyError):
        simulate(four_options(5), people(1), rule="guess")
    with pytest.raises(ValueError, match="learner"):
        simulate(four_options(5), [])


def run(folder: Path, items: str | bytes = ITEMS, learners: str | bytes = LEARNERS, *more: str) -> Result:
    for name, text in (("items.csv", items), ("learners.csv", learners)):
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    given = ["--items", str(folder / "items.csv"), "--learners", str(folder / "learners.csv"), *more]
    return CliRunner().invoke(simulate_command, given)


def test_the_command_is_registered() -> None:
    app = Flask("empty")
    register_commands(app)
    assert app.cli.commands["simulate"] is simulate_command


def test_the_document_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    done = run(tmp_path, ITEMS, LEARNERS, "--json", "--max-items", "2")
    assert (done.exit_code, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert document.keys() == {"learners", "overall"}
    assert [learner["id"] for learner in document["learners"]] == ["p1", "p2"]
    for learner in document["learners"]:
        assert learner.keys() >= {"id", "items", "scores", "estimate", "error", "reason"}
        assert len(learner["items"]) == len(learner["scores"]) == 2
        assert learner["reason"] == "max-items"
    assert document["overall"].keys() >= {
        "bias", "rmse", "coverage90", "mean_length", "max_exposure", "microseconds_per_step",
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes_but_for_the_time(tmp_path: Path) -> None:
    def without_time(done: Result) -> str:
        return "\n".join(line for line in done.stdout.splitlines() if "microseconds" not in line)

    first, again = run(tmp_path, ITEMS, LEARNERS, "--json"), run(tmp_path, ITEMS, LEARNERS, "--json", "--seed", "0")
    assert without_time(first) == without_time(again)
    assert without_time(first) != without_time(run(tmp_path, ITEMS, LEARNERS, "--json", "--seed", "4"))


def test_without_json_the_overall_figures_are_printed(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert [line.split("\t")[0] for line in done.stdout.splitlines()][:2] == ["bias", "rmse"]


def test_windows_line_ends_a_mark_and_blank_lines_are_read(tmp_path: Path) -> None:
    done = run(tmp_path, b"\xef\xbb\xbf" + ITEMS.replace("\n", "\r\n").encode() + b"\r\n", LEARNERS, "--json")
    assert done.exit_code == 0


@pytest.mark.parametrize(
    ("items", "place", "words"),
    [
        ("", "items.csv:1", "begin the file"),
        ("id,a,b\nq1,1,0\n", "items.csv:1", "begin the file"),
        ("id,a,b,c\n", "items.csv:2", "at least one line"),
        ("id,a,b,c\nq1,1,0\n", "items.csv:2", "give 4 values"),
        ("id,a,b,c\nq1,1,0,0\nq2,1,x,0\n", "items.csv:3", "give b as a number"),
        ("id,a,b,c\nq1,nan,0,0\n", "items.csv:2", "give a as a number"),
        ("id,a,b,c\nq1,1,inf,0\n", "items.csv:2", "give b as a number"),
        ("id,a,b,c\nq1,1,1_0,0\n", "items.csv:2", "give b as a number"),
        ("id,a,b,c\nq1,1,0,\n", "items.csv:2", "give c as a number"),
        ("id,a,b,c\nq1,0,0,0\n", "items.csv:2", "give a discrimination"),
        ("id,a,b,c\nq1,1,0,1\n", "items.csv:2", "give a chance of guessing"),
        ("id,a,b,c\nq1,1,0,0\n\nq1,1,1,0\n", "items.csv:4", "stands in line 2 too"),
        ("id,a,b,c\n,1,0,0\n", "items.csv:2", "give an id"),
        ('id,a,b,c\n"q1"x,1,0,0\n', "items.csv:2", "as CSV"),
        (b"id,a,b,c\nq1,1,0,0\nq\xff,1,0,0\n", "items.csv:3", "UTF-8"),
    ],
)
def test_bad_items_are_refused_with_file_and_line(tmp_path: Path, items: str | bytes, place: str, words: str) -> None:
    done = run(tmp_path, items, LEARNERS, "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    [sentence] = done.stderr.splitlines()
    assert f"{place}: " in sentence and words in sentence


@pytest.mark.parametrize(
    ("learners", "place", "words"),
    [
        ("id,level\np1,0\n", "learners.csv:1", "begin the file"),
        ("id,ability\np1,0\np1,1\n", "learners.csv:3", "stands in line 2 too"),
        ("id,ability\np1,NaN\n", "learners.csv:2", "give ability as a number"),
        ("id,ability\np1,1e9\n", "learners.csv:2", "give an ability from"),
    ],
)
def test_bad_learners_are_refused_with_file_and_line(tmp_path: Path, learners: str, place: str, words: str) -> None:
    done = run(tmp_path, ITEMS, learners, "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    [sentence] = done.stderr.splitlines()
    assert f"{place}: " in sentence and words in sentence


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.csv")
    done = CliRunner().invoke(simulate_command, ["--items", missing, "--learners", missing])
    assert (done.exit_code, done.stdout) == (1, "")
    assert missing in done.stderr


@pytest.mark.parametrize(
    "more",
    [
        ("--rule", "guess"),
        ("--max-items", "0"),
        ("--target-error", "nan"),
        ("--target-error", "0"),
        ("--seed", "x"),
    ],
)
def test_wrong_usage_ends_with_two(tmp_path: Path, more: tuple[str, str]) -> None:
    done = run(tmp_path, ITEMS, LEARNERS, *more)
    assert (done.exit_code, done.stdout) == (2, "")
