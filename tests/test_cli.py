"""The commands as a person or a program runs them: what they print where, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from quizapp import create_app
from quizapp.questions import load_set
from quizapp.reports import load_report

ROOT = Path(__file__).parent.parent
TEXT = """Lighthouse keepers return to Stell Island

12 May 2019

The lighthouse on Stell Island was built in 1874 by the engineer Ida Marwick. It stands 41 metres above the sea. The
last keepers left the island on 3 October 1988, after a storm broke the landing stage at Corran.

Last Tuesday four volunteers from Norway rowed back to the island. "We found the lamp in its crate," said Jonas Berg,
who leads the volunteers. About 2,300 people have given money to the Stell Trust since 2016, according to Ida Fleming,
the trust's treasurer.

The repairs cost £640,000, and the trust will open the tower to visitors on 1 June 2020. In 2018 the island counted
7,400 puffins, and 22 per cent of them nested beside the tower. Berg left Bergen on 9 May 2019 and reached Aberdeen
three days later.
"""
FACT_KEYS = {"id", "kind", "text", "start", "end", "value", "sentence", "speaker", "hedge", "same_as"}
QUESTION_KEYS = {
    "id", "interaction", "stem", "topic", "status", "options", "accepted", "value", "tolerance", "order", "pairs",
    "place", "explanation", "evidence", "facts", "enemies", "difficulty", "problems",
}  # fmt: skip
KINDS = {"date", "duration", "figure", "place", "person", "organisation", "speech"}


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return create_app().test_cli_runner().invoke(args=list(arguments), input=text)


@pytest.fixture(scope="module")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "stell.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def facts(report_file: Path) -> dict[str, Any]:
    done = run("facts", str(report_file), "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


@pytest.fixture(scope="module")
def generated(report_file: Path) -> Result:
    return run("generate", str(report_file), "--json", "--seed", "3")


def test_facts_are_one_json_document_with_the_report(facts: dict[str, Any]) -> None:
    assert set(facts) >= {"report", "facts"}
    report = facts["report"]
    assert report["title"] == "Lighthouse keepers return to Stell Island"
    assert (report["text"], report["characters"], report["published"]) == (TEXT, len(TEXT), "2019-05-12")
    assert len(report["sha256"]) == 64


def test_every_fact_is_the_text_at_its_offsets(facts: dict[str, Any]) -> None:
    text = facts["report"]["text"]
    assert facts["facts"]
    for fact in facts["facts"]:
        assert set(fact) >= FACT_KEYS and fact["kind"] in KINDS
        assert fact["text"] == text[fact["start"] : fact["end"]]
        sentence = fact["sentence"]
        assert sentence["start"] <= fact["start"] < fact["end"] <= len(text) and fact["start"] < sentence["end"]
    ids = [fact["id"] for fact in facts["facts"]]
    assert len(set(ids)) == len(ids)
    assert all(fact["same_as"] in [None, *ids[:at]] for at, fact in enumerate(facts["facts"]))


def test_figures_carry_their_unit_and_what_they_count(facts: dict[str, Any]) -> None:
    figures = {fact["text"]: fact for fact in facts["facts"] if fact["kind"] == "figure"}
    assert all({"unit", "of"} <= set(fact) for fact in figures.values())
    assert (figures["£640,000"]["value"], figures["£640,000"]["unit"]) == (640_000, "GBP")
    assert (figures["7,400 puffins"]["value"], figures["7,400 puffins"]["of"]) == (7_400, "puffins")


def test_the_option_goes_before_the_dateline(report_file: Path) -> None:
    done = run("facts", str(report_file), "--json", "--published", "2019-05-19")
    document = json.loads(done.stdout)
    assert document["report"]["published"] == "2019-05-19"
    assert [fact["value"] for fact in document["facts"] if fact["text"].lower() == "last tuesday"] == ["2019-05-14"]


def test_a_report_comes_from_standard_input_too(facts: dict[str, Any]) -> None:
    done = run("facts", "-", "--json", text=b"\xef\xbb\xbf" + TEXT.encode())
    assert json.loads(done.stdout) == facts


def test_without_json_every_fact_is_a_line(report_file: Path, facts: dict[str, Any]) -> None:
    done = run("facts", str(report_file))
    assert len(done.stdout.splitlines()) == len(facts["facts"])


def test_questions_are_one_json_document_sound_ones_first(generated: Result) -> None:
    assert (generated.exit_code, generated.stderr) == (0, "")
    questions = json.loads(generated.stdout)["questions"]
    assert all(set(question) >= QUESTION_KEYS and question["status"] == "draft" for question in questions)
    assert not questions[0]["problems"]
    unsound = [bool(question["problems"]) for question in questions]
    assert unsound == sorted(unsound)
    for question in questions:
        assert all({"rule", "field", "message"} <= set(problem) for problem in question["problems"])
        assert question["evidence"]
        assert all(proof["quote"] == TEXT[proof["start"] : proof["end"]] for proof in question["evidence"])
        assert question["interaction"] != "cloze" or "____" in question["stem"]


def test_the_same_report_and_seed_give_the_same_bytes_in_another_process(report_file: Path, generated: Result) -> None:
    again = flask("generate", str(report_file), "--json", "--seed", "3")
    assert (again.returncode, again.stderr) == (0, b"")
    assert again.stdout.decode() == generated.stdout


def test_generated_questions_are_written_to_a_file_that_passes_every_check(report_file: Path) -> None:
    out = report_file.parent / "questions.yaml"
    done = run("generate", str(report_file), "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(out) in done.stderr
    question_set = load_set(out.read_text(encoding="utf-8"), str(out))
    assert (question_set.report, question_set.sha256) == ("stell.txt", load_report(report_file).sha256)
    for path in (out, out.parent):
        checked = run("check", str(path))
        assert (checked.exit_code, checked.output) == (0, "")


def test_each_problem_of_a_file_is_a_line_with_file_line_and_rule(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    file = tmp_path / "questions.yaml"
    file.write_text(
        "title: Stell Island\n"
        "report: report.txt\n"
        "questions:\n"
        "  - interaction: text\n"
        "    topic: people\n"
        "    stem: According to the text, who built it?\n"
        "    accepted: [Ida Marwick]\n"
        "    evidence:\n"
        "      - was built in 1874 by the engineer Ida Marwick\n",
        encoding="utf-8",
    )
    done = run("check", str(file))
    assert (done.exit_code, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert any(line.startswith(f"{file}:6: rule 32: ") for line in lines)
    assert all(line.startswith(f"{file}:") and ": rule " in line for line in lines)


@pytest.mark.parametrize("command", ["facts", "generate"])
@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "empty.txt: give a report with text in it: this one is empty."),
        ("photo.txt", b"\x89PNG\x00", "photo.txt: give a text: this file is binary."),
        ("report.rtf", b"{\\rtf1}", "report.rtf: give the report as .txt, .md, .html, .docx or .pdf."),
        (
            "deutsch.txt",
            "Der Leuchtturm wurde im Jahr 1874 gebaut und steht noch heute auf der Insel, sagte der Wärter.".encode(),
            "deutsch.txt: give a report in English: this one does not seem to be.",
        ),
        (
            "plain.txt",
            b"It was there, and then it was not there any more. They had seen it and they had liked it.",
            "plain.txt: no fact was found: give a report that names dates, places, figures or people.",
        ),
    ],
)
def test_a_refusal_is_one_sentence_that_names_the_file(
    command: str, name: str, content: bytes, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(command, str(tmp_path / name), "--json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [sentence]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for arguments in (["facts", "missing.txt"], ["generate", "missing.txt"], ["check", "missing.yaml"]):
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith(arguments[1])
    done = run("facts", "-", text=b"")
    assert (done.exit_code, done.stderr) == (1, "standard input: give a report with text in it: this one is empty.\n")


def test_a_question_file_that_cannot_be_read_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "questions.yaml"
    file.write_text("title: Stell\nquestions:\n  - stem: Who?\n    colour: red\n", encoding="utf-8")
    done = run("check", str(file))
    assert (done.exit_code, done.stdout) == (1, "")
    assert all(line.startswith(f"{file}:") for line in done.stderr.splitlines())
    file.write_bytes(b"title: caf\xe9")
    done = run("check", str(file))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{file}:1: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["facts"],
        ["facts", "a.txt", "b.txt"],
        ["facts", "a.txt", "--published", "yesterday"],
        ["generate", "a.txt", "--seed", "x"],
        ["check"],
        ["check", "questions", "--nosuch"],
    ],
)
def test_wrong_usage_ends_with_status_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage:" in done.stderr


def flask(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-m", "flask", *arguments]
    return subprocess.run(program, cwd=ROOT, capture_output=True)  # noqa: S603 - our own words


def test_a_refusal_of_the_real_command_leaves_standard_output_empty() -> None:
    done = flask("facts", "missing.txt", "--json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines() == [
        "missing.txt: give a file that exists and can be read (No such file or directory)."
    ]
