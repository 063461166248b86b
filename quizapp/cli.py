"""The commands on files: they read, print and write, and open no database.

The English pipeline takes a second to import, so a command imports what it needs when it runs.
"""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from flask import Flask

from quizapp.commands.bank import dump_command, load_command, prepare_command, users
from quizapp.commands.refusing import refusing
from quizapp.commands.simulate import simulate_command
from quizapp.errors import Rejected
from quizapp.reports import SIZE_LIMIT, Report, load_report, report_from_bytes

REPORT = click.argument("report", metavar="REPORT")
PUBLISHED = click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="The day the report was published.")
NOTHING_FOUND = "no fact was found: give a report that names dates, places, figures or people."
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def register_commands(app: Flask) -> None:
    """Hang the commands on the application's command line."""
    for command in (facts_command, generate_command, check_command, simulate_command):
        app.cli.add_command(command)
    for command in (prepare_command, load_command, dump_command, users):
        app.cli.add_command(command)


@click.command("facts")
@REPORT
@PUBLISHED
@AS_JSON
@refusing
def facts_command(report: str, published: datetime | None, as_json: bool) -> None:
    """Find the facts of REPORT (a .txt, .md, .html, .docx or .pdf file, or - for standard input)."""
    from quizapp.facts import extract_facts, fact_document

    source = _read_report(report, published)
    facts = extract_facts(source)
    if not facts:
        raise Rejected([f"{_file_name(report)}: {NOTHING_FOUND}"])
    if as_json:
        _print_json({"report": _report_document(source), "facts": [fact_document(fact) for fact in facts]})
        return
    for fact in facts:
        click.echo(f"{fact.start}-{fact.end}\t{fact.kind}\t{fact.text}\t{fact_document(fact)['value']}")


@click.command("generate")
@REPORT
@PUBLISHED
@AS_JSON
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Decides the order of options and what is left out."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the questions to this file.")
@refusing
def generate_command(report: str, published: datetime | None, as_json: bool, seed: int, out: Path | None) -> None:
    """Ask questions about REPORT."""
    from quizapp.checking import problem_document
    from quizapp.generation import generate_questions
    from quizapp.questions import QuestionSet, dump_set, to_document

    source = _read_report(report, published)
    try:
        drafts = generate_questions(source, seed, progress=_show_progress(source))
    except Rejected as refused:
        raise Rejected(
            [f"{_file_name(report)}: {problem[0].lower()}{problem[1:]}" for problem in refused.problems]
        ) from refused
    if not drafts:
        advice = "give a longer report, with its title on a line of its own"
        raise Rejected([f"{_file_name(report)}: no question could be asked about this one: {advice}."])
    questions = tuple(draft.question for draft in drafts if not draft.problems)
    file_name = Path(report).name if report != "-" else "report.txt"
    question_set = QuestionSet(report=file_name, sha256=source.sha256, title=source.title, questions=questions)
    if out is not None:
        try:
            out.write_text(dump_set(question_set), encoding="utf-8")
        except OSError as error:
            raise Rejected([f"{out}: name a file that can be written ({error.strerror})."]) from error
        left_out = len(drafts) - len(questions)
        click.echo(f"{len(questions)} questions written to {out}; {left_out} left out because of problems.", err=True)
    if as_json:
        documents = [
            {**to_document(draft.question), "problems": [problem_document(problem) for problem in draft.problems]}
            for draft in drafts
        ]
        _print_json({"report": _report_document(source), "questions": documents})
    elif out is None:
        click.echo(dump_set(question_set), nl=False)


@click.command("check")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@refusing
def check_command(paths: tuple[Path, ...]) -> None:
    """Hold question files, or folders of them, against the rules of item writing."""
    found = [line for path in paths for file in _question_files(path) for line in _check_file(file)]
    for line in found:
        click.echo(line)
    if found:
        sys.exit(1)


def _question_files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(path.rglob("questions.yaml"))
    if not path.exists():
        raise Rejected([f"{path}: give a question file, or a folder of them, that exists."])
    return [path]


def _check_file(file: Path) -> list[str]:
    """The problems of one question file as ``FILE:LINE: rule N: message``."""
    from quizapp.checking import check_set
    from quizapp.facts import extract_facts
    from quizapp.questions import load_set

    try:
        question_set = load_set(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise Rejected([f"{file}: give a question file that can be read ({error.strerror})."]) from error
    except UnicodeDecodeError as error:
        raise Rejected([f"{file}:1: save the file as UTF-8 text (byte {error.start + 1})."]) from error
    report = load_report(file.parent / question_set.report) if question_set.report else None
    facts = extract_facts(report) if report else ()
    return [
        f"{file}:{problem.line}: rule {problem.rule}: {problem.message}"
        for problem in check_set(question_set, report, facts)
    ]


def _read_report(name: str, published: datetime | None) -> Report:
    from quizapp.language import likely_english

    day: date | None = published.date() if published else None
    if name == "-":
        report = report_from_bytes(sys.stdin.buffer.read(SIZE_LIMIT + 1), _file_name(name), day)
    else:
        report = load_report(Path(name), day)
    if not likely_english(report.text):
        raise Rejected([f"{_file_name(name)}: give a report in English: this one does not seem to be."])
    return report


def _file_name(name: str) -> str:
    """How refusals name a report."""
    return "standard input" if name == "-" else Path(name).name


def _report_document(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "text": report.text,
        "sha256": report.sha256,
        "characters": len(report.text),
        "published": report.published.isoformat() if report.published else None,
    }


def _show_progress(report: Report) -> Callable[[int, int], None] | None:
    """How far a long report has been read, on standard error; a short one is done before anyone wonders."""
    if len(report.text) < 100_000:
        return None

    def show(done: int, total: int) -> None:
        click.echo(f"\r{done} of {total} parts read", err=True, nl=done == total)

    return show


def _print_json(document: dict[str, Any]) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
