"""What the project's texts say, held against what is there."""

import re
from importlib.metadata import distribution
from pathlib import Path

import click
import pytest

from quizapp import create_app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
PINNED = re.compile(r"([A-Za-z0-9_.-]+)==([A-Za-z0-9_.+-]+)")
# GPL and AGPL; a library under the LGPL that is used as it is binds only itself.
COPYLEFT = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License", re.IGNORECASE)
# What names its licence in a file alone.
IN_A_FILE = {"axe-playwright-python": "MIT"}


def requirements(name: str = "requirements.txt") -> dict[str, str]:
    """The packages that a file pins, with their versions."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [PINNED.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(pins), "every line pins one exact version"
    return {pin[1]: pin[2] for pin in pins if pin}


def licences_of(package: str) -> list[str]:
    """What a package says of its licence, the shortest way that it says it."""
    said = distribution(package).metadata
    if package in IN_A_FILE:
        files = [file.read_text() for file in distribution(package).files or [] if "LICENSE" in file.name]
        return [line for text in files for line in text.splitlines()[:1]]
    if said.get("License-Expression"):
        return [said["License-Expression"]]
    named = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if line.startswith("License ::")]
    return named or [(said.get("License") or "").splitlines()[0]]


def test_every_make_target_that_the_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    assert {"run", "serve", "test", "check", "bench", "train", "accuracy"} <= named <= targets


def test_every_command_and_option_that_the_readme_names_exists() -> None:
    commands = create_app().cli.commands
    named = set(re.findall(r"\bflask ([a-z]+)\b", README))
    assert {"facts", "generate", "check", "load", "dump", "user", "simulate"} == named <= set(commands)
    given = [commands[name] for name in named]
    given += [one for group in given if isinstance(group, click.Group) for one in group.commands.values()]
    options = {option for command in given for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z]+", README)) <= options


def test_every_file_that_the_readme_names_exists() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    folders = [
        name for name in re.findall(r"`([\w./]+)`", README) if "/" in name and not name.startswith((".venv", "/"))
    ]
    assert all((ROOT / name).exists() for name in links + folders)


def test_the_example_of_the_readme_is_what_the_report_says() -> None:
    [(start, end, words)] = re.findall(r"^(\d+)-(\d+)\tdate\t(.+)\t", README, re.MULTILINE)
    from quizapp.reports import load_report

    assert load_report(ROOT / "questions" / "endurance" / "report.md").text[int(start) : int(end)] == words


@pytest.mark.parametrize("package", requirements())
def test_no_package_is_under_a_licence_that_binds_the_code(package: str) -> None:
    licences = licences_of(package)
    assert licences != [""]
    assert not any(COPYLEFT.search(licence) for licence in licences)


def test_every_package_is_pinned_as_installed_with_all_that_it_needs() -> None:
    pinned = {normal(name): version for name, version in requirements().items()}
    for name, version in pinned.items():
        assert distribution(name).version == version
        needed = [line for line in distribution(name).requires or [] if ";" not in line]
        assert {normal(re.split(r"[^\w.-]", line)[0]) for line in needed} <= set(pinned)


def test_the_notice_names_every_package_once() -> None:
    listed = NOTICE.partition("By licence:\n")[2]
    names = re.findall(r"[\w-]+", re.sub(r"^ +[\w.\- ]+:", " ", listed, flags=re.MULTILINE))
    assert sorted(map(normal, names)) == sorted(map(normal, requirements()))


def test_the_notice_names_the_licence_of_each_thing_that_is_shipped() -> None:
    for name in ("quizapp/language/model", "quizapp/language/data/places.tsv.gz", "quizapp/language/data/lexicon.npz"):
        assert name in NOTICE and (ROOT / name).exists()
    assert all(licence in NOTICE for licence in ("CC BY-SA 4.0", "CC BY 4.0", "MIT", "GeoNames"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
