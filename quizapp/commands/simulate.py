"""``flask simulate``: the engine that serves attempts, run on made-up learners from files."""

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from quizapp.commands.refusing import refusing
from quizapp.errors import Rejected

if TYPE_CHECKING:
    from quizapp.engine import Item, SimulatedLearner, SimulationResult

ITEM_COLUMNS = (("id", "a", "b", "c"), ("id", "a", "b", "c", "topic"))
LEARNER_COLUMNS = (("id", "ability"),)
# An ability beyond this is a slip of whoever typed it.
FARTHEST = 100.0
# Machines differ in the last digits of a logarithm; the same input is to give the same bytes on all of them.
DIGITS = 6


def _target(context: click.Context, parameter: click.Parameter, value: float | None) -> float | None:
    if value is not None and not 0.0 < value < math.inf:
        raise click.BadParameter("give an error above 0.")
    return value


@click.command("simulate")
@click.option("--items", "item_file", required=True, type=click.Path(path_type=Path), help="id,a,b,c[,topic]")
@click.option("--learners", "learner_file", required=True, type=click.Path(path_type=Path), help="id,ability")
@click.option("--seed", type=int, default=0, show_default=True, help="Decides what is drawn and answered.")
@click.option("--max-items", type=click.IntRange(min=1), default=20, show_default=True, help="Stop after so many.")
@click.option("--target-error", type=float, callback=_target, help="Stop at this standard error, in logits.")
@click.option("--rule", help="How items are selected: the rule that serves attempts, or max-information.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@refusing
def simulate_command(
    item_file: Path,
    learner_file: Path,
    seed: int,
    max_items: int,
    target_error: float | None,
    rule: str | None,
    as_json: bool,
) -> None:
    """Let the learners of one file answer the items of another, and say how well they were measured."""
    from quizapp.engine import RULES, SERVING, simulate

    name = rule or SERVING
    if name not in RULES:
        raise click.BadParameter(f"give one of {', '.join(RULES)}.", param_hint="--rule")
    items, learners = _read_items(item_file), _read_learners(learner_file)
    result = simulate(items, learners, seed, max_items, target_error, name, perf_counter)
    document = _document(result)
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for key, value in document["overall"].items():
        click.echo(f"{key}\t{value}")


def _read_items(file: Path) -> "list[Item]":
    from quizapp.engine import Item

    items = []
    for line, row in _rows(file, ITEM_COLUMNS):
        a, b, c = (_number(file, line, row, column) for column in ("a", "b", "c"))
        try:
            items.append(Item(row["id"], row.get("topic", ""), difficulty=b, error=0.0, discrimination=a, guessing=c))
        except Rejected as refused:
            raise Rejected([f"{file}:{line}: {refused.problems[0]}"]) from refused
    return items


def _read_learners(file: Path) -> "list[SimulatedLearner]":
    from quizapp.engine import SimulatedLearner

    learners = []
    for line, row in _rows(file, LEARNER_COLUMNS):
        ability = _number(file, line, row, "ability")
        if abs(ability) > FARTHEST:
            raise Rejected([f"{file}:{line}: give an ability from {-FARTHEST:g} to {FARTHEST:g}, not {ability:g}."])
        learners.append(SimulatedLearner(row["id"], ability))
    return learners


def _rows(file: Path, layouts: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a CSV file by column, each with its line; every one has an id of its own.

    Raises Rejected at the first fault.
    """
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    seen: dict[str, int] = {}
    try:
        header = tuple(cell.strip() for cell in next(reader, []))
        if header not in layouts:
            wanted = " or ".join(",".join(layout) for layout in layouts)
            raise Rejected([f"{file}:1: begin the file with the line {wanted}."])
        for cells in reader:
            if not cells:
                continue
            line = reader.line_num
            if len(cells) != len(header):
                raise Rejected([f"{file}:{line}: give {len(header)} values as in the first line, not {len(cells)}."])
            row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            if not row["id"]:
                raise Rejected([f"{file}:{line}: give an id."])
            if row["id"] in seen:
                raise Rejected([f"{file}:{line}: give another id: {row['id']} stands in line {seen[row['id']]} too."])
            seen[row["id"]] = line
            yield line, row
    except csv.Error as error:
        raise Rejected([f"{file}:{reader.line_num}: write the line as CSV ({error})."]) from error
    if not seen:
        raise Rejected([f"{file}:2: give at least one line below the first."])


def _text(file: Path) -> str:
    """The whole file; a byte-order mark is dropped."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Rejected([f"{file}: give a file that can be read ({error.strerror})."]) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Rejected([f"{file}:{line}: save the file as UTF-8 text."]) from error


def _number(file: Path, line: int, row: Mapping[str, str], column: str) -> float:
    try:
        # Python reads 1_0 as ten; nobody who writes a table means that.
        number = math.nan if "_" in row[column] else float(row[column])
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Rejected([f"{file}:{line}: give {column} as a number, not {row[column]!r}."])
    return number


def _document(result: "SimulationResult") -> dict[str, Any]:
    """What the command prints, by the keys that programs rely on."""
    learners = [
        {
            "id": attempt.id,
            "items": list(attempt.items),
            "scores": list(attempt.scores),
            "estimate": round(attempt.ability.mean, DIGITS),
            "error": round(attempt.ability.error, DIGITS),
            "interval90": [round(end, DIGITS) for end in attempt.ability.interval()],
            "reason": attempt.reason,
        }
        for attempt in result.attempts
    ]
    overall = {
        "bias": round(result.bias, DIGITS),
        "rmse": round(result.rmse, DIGITS),
        "coverage90": round(result.coverage90, DIGITS),
        "mean_length": round(result.mean_length, DIGITS),
        "max_exposure": round(result.max_exposure, DIGITS),
        "microseconds_per_step": round(result.microseconds_per_step or 0.0, 2),
    }
    return {"learners": learners, "overall": overall}
