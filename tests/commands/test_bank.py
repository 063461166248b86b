"""The commands that set a server up: the key, the tables, the bank, teachers."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from quizapp import create_app
from quizapp.config import Settings, read_settings
from quizapp.store import Store, bank, open_store

REPORT = """# The race to the pole

Oslo has been the capital of Norway since 1814. The union with Sweden was dissolved in 1905. Roald Amundsen reached
the South Pole on 14 December 1911.
"""
HAND_WRITTEN = """title: Capitals
report: report.md
questions:
  - interaction: choice
    topic: places
    stem: Which town has been the capital of Norway since 1814?
    explanation: Oslo has been the capital since 1814.
    status: published
    evidence: [Oslo has been the capital of Norway since 1814.]
    options:
      - {id: a, text: Bergen, why: Bergen was it until 1314.}
      - {id: b, text: Oslo, correct: true, why: Oslo has been the capital since 1814.}
      - {id: c, text: Tromsø, why: Tromsø is the largest town of the north.}
  - interaction: numeric
    topic: dates
    stem: In which year was the union with Sweden dissolved?
    explanation: The union was dissolved in 1905.
    status: published
    evidence: [The union with Sweden was dissolved in 1905.]
    value: 1905
    tolerance: 0
  - interaction: text
    topic: people
    stem: Who reached the South Pole on 14 December 1911?
    explanation: Roald Amundsen reached it on 14 December 1911.
    status: published
    evidence: [Roald Amundsen reached the South Pole on 14 December 1911.]
    accepted: [Roald Amundsen, Amundsen]
"""


@pytest.fixture
def app(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(tmp_path / "instance"))
    app = create_app(Settings(database_url, None))
    yield app
    app.extensions["store"].close()


def run(app: Flask, *words: str, given: str | None = None) -> Result:
    return app.test_cli_runner().invoke(args=list(words), input=given)


def write_set(folder: Path, questions: str) -> None:
    folder.mkdir(parents=True)
    (folder / "questions.yaml").write_text(questions, encoding="utf-8")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")


def sets_of(database_url: str) -> list[str]:
    store = open_store(database_url)
    with store.look() as work:
        found = [one.slug for one in bank.all_sets(work)]
    store.close()
    return found


def test_prepare_makes_a_key_that_only_its_user_can_read_and_loads_the_bank(
    app: Flask, tmp_path: Path, database_url: str
) -> None:
    assert run(app, "prepare").exit_code == 0
    key = tmp_path / "instance" / "secret-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_text()
    assert len(before) == 64
    assert sets_of(database_url) == ["iran-leaves-syria", "garthwick-bridge", "endurance"]
    again = run(app, "prepare")
    assert again.exit_code == 0
    assert "unchanged" in again.stderr
    assert key.read_text() == before


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    from quizapp.config import make_key

    make_key(tmp_path / "one")
    make_key(tmp_path / "two")
    assert read_settings(tmp_path / "one").secret_key != read_settings(tmp_path / "two").secret_key


def test_a_set_written_by_hand_is_loaded(app: Flask, tmp_path: Path, database_url: str) -> None:
    write_set(tmp_path / "sets" / "capitals", HAND_WRITTEN)
    done = run(app, "load", str(tmp_path / "sets"))
    assert done.exit_code == 0, done.stderr
    assert "capitals: 3 questions loaded" in done.stderr
    assert sets_of(database_url) == ["capitals"]


def test_a_set_that_breaks_a_rule_is_refused_with_file_and_line_and_nothing_is_loaded(
    app: Flask, tmp_path: Path, database_url: str
) -> None:
    for slug, text in (("bad", HAND_WRITTEN.replace("text: Tromsø", "text: Oslo")), ("good", HAND_WRITTEN)):
        write_set(tmp_path / "sets" / slug, text)
    done = run(app, "load", str(tmp_path / "sets"))
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "bad/questions.yaml:" in done.stderr
    assert "rule 7" in done.stderr
    assert sets_of(database_url) == []


def test_a_folder_without_sets_is_refused(app: Flask, tmp_path: Path) -> None:
    done = run(app, "load", str(tmp_path))
    assert done.exit_code == 1
    assert "give a folder that holds sets" in done.stderr


def test_the_bank_is_dumped_as_it_was_loaded(app: Flask, tmp_path: Path) -> None:
    run(app, "prepare")
    assert run(app, "dump", str(tmp_path / "out")).exit_code == 0
    root = Path(__file__).parent.parent.parent / "questions"
    for file in sorted(root.glob("*/*.*")):
        assert (tmp_path / "out" / file.relative_to(root)).read_bytes() == file.read_bytes()


def test_a_teacher_is_added_once(app: Flask) -> None:
    done = run(app, "user", "add", "Ms Lund", "--teacher", "--password-stdin", given="correct horse\n")
    assert done.exit_code == 0
    again = run(app, "user", "add", "ms lund", "--teacher", "--password-stdin", given="correct horse\n")
    assert again.exit_code == 1
    assert "taken" in again.stderr
    short = run(app, "user", "add", "Mr Dahl", "--teacher", "--password-stdin", given="horse\n")
    assert short.exit_code == 1
    assert "at least 8" in short.stderr


def test_a_command_on_files_opens_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(tmp_path / "instance"))
    report = tmp_path / "report.txt"
    report.write_text("On 5 May 1912 the Solan reached Bergen.\n", encoding="utf-8")
    assert run(create_app(), "facts", str(report)).exit_code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


def test_settings_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/quizapp")
    monkeypatch.setenv("REDIS_URL", "redis://somewhere:6379")
    monkeypatch.setenv("SECURE_COOKIES", "1")
    settings = read_settings(tmp_path)
    assert settings == Settings("postgresql://somewhere/quizapp", None, "redis://somewhere:6379", True)


def test_the_store_closes(empty_store: Store) -> None:
    empty_store.close()
    with empty_store.look() as work:  # a closed pool opens again where it is needed
        assert bank.all_sets(work) == []
