"""Question files into the bank and out of it; a set whose files have not changed is left alone."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from quizapp.errors import Rejected
from quizapp.questions import QuestionSet, dump_set
from quizapp.store import Store, bank

ORDER_FILE = "order.txt"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one file."""

    slug: str
    questions: int
    has_changed: bool


def load_folder(store: Store, folder: Path) -> list[Loaded]:
    """Load every set of a folder (``<slug>/questions.yaml``), all or none. Raises Rejected with every problem."""
    with store.look() as work:
        known = bank.fingerprints(work)
    loaded = put_sets(store, read_folder(folder, known))
    told = {one.slug for one in loaded}
    unchanged = [Loaded(file.parent.name, 0, False) for file in _in_order(folder) if file.parent.name not in told]
    return sorted([*loaded, *unchanged], key=lambda one: one.slug)


def read_folder(folder: Path, known: Mapping[str, tuple[str, int]] = MappingProxyType({})) -> list[bank.SetFile]:
    """The sets of a folder, those left out that are ``known`` by fingerprint and place. Raises Rejected."""
    files = _in_order(folder)
    if not files:
        raise Rejected([f"{folder}: give a folder that holds sets, each as <name>/questions.yaml."])
    found = [(file, position, _fingerprint(file)) for position, file in enumerate(files)]
    changed = [one for one in found if known.get(one[0].parent.name) != (one[2], one[1])]
    return _read(changed) if changed else []


def _read(changed: list[tuple[Path, int, str]]) -> list[bank.SetFile]:
    from quizapp.usecases.set_files import read_set  # it says itself why it is imported only here

    problems: list[str] = []
    read: list[bank.SetFile] = []
    for file, position, fingerprint in changed:
        try:
            read.append(read_set(file, position, fingerprint))
        except Rejected as error:
            problems += error.problems
    if problems:
        raise Rejected(problems)
    return read


def put_sets(store: Store, read: Iterable[bank.SetFile]) -> list[Loaded]:
    """Store sets as read, all or none."""
    with store.change() as work:
        return [Loaded(one.slug, len(one.questions), bank.put_set(work, one)) for one in read]


def _in_order(folder: Path) -> list[Path]:
    """The sets' files, those first that ORDER_FILE names."""
    order = folder / ORDER_FILE
    first = order.read_text(encoding="utf-8").split() if order.exists() else []
    places = {slug: place for place, slug in enumerate(first)}
    files = folder.glob("*/questions.yaml")
    return sorted(files, key=lambda file: (places.get(file.parent.name, len(first)), file.parent.name))


def _fingerprint(file: Path) -> str:
    """One of a set's files, its report among them."""
    whole = hashlib.sha256()
    for one in sorted(file.parent.iterdir()):
        if one.is_file():
            whole.update(one.name.encode() + b"\0" + one.read_bytes() + b"\0")
    return whole.hexdigest()


def dump_folder(store: Store, folder: Path) -> list[str]:
    """Write every set of the bank into a folder, as it can be loaded again; the names of the sets."""
    with store.look() as work:
        sets = bank.all_sets(work)
        for one in sets:
            report, source = bank.report_of_set(work, one.slug), bank.source_of_set(work, one.slug)
            place = folder / one.slug
            place.mkdir(parents=True, exist_ok=True)
            name, text = source or ("report.txt", report.text if report else "")
            if text:
                (place / name).write_text(text, encoding="utf-8")
            found = QuestionSet(
                one.title,
                name if text else "",
                report.sha256 if report and text else "",
                bank.questions_of_set(work, one.id),
            )
            (place / "questions.yaml").write_text(dump_set(found), encoding="utf-8")
    (folder / ORDER_FILE).write_text("".join(f"{one.slug}\n" for one in sets), encoding="utf-8")
    return [one.slug for one in sets]
