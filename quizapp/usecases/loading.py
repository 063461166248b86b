"""Question files into the bank. This reads reports with the English pipeline, so no web worker imports it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from quizapp.checking import check_set
from quizapp.errors import Rejected
from quizapp.facts import Fact, Place, extract_facts
from quizapp.language import gazetteer
from quizapp.questions import Question, QuestionSet, dump_set, kilometres_between, load_set, placed
from quizapp.reports import Report, load_report
from quizapp.store import Store, bank

NAMING = {"person", "organisation", "place"}
ORDER_FILE = "order.txt"
PLAIN = {".md", ".txt", ".html"}


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
    problems: list[str] = []
    read: list[bank.SetFile] = []
    for position, file in enumerate(files):
        try:
            if known.get(file.parent.name) != (_fingerprint(file), position):
                read.append(_read(file, position))
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


def _read(file: Path, position: int) -> bank.SetFile:
    try:
        found = load_set(file.read_text(encoding="utf-8"), str(file))
    except UnicodeDecodeError as error:
        raise Rejected([f"{file}:1: save the file as UTF-8 text (byte {error.start + 1})."]) from error
    source = file.parent / found.report if found.report else None
    report = load_report(source) if source else None
    facts = extract_facts(report) if report else ()
    _refuse_problems(file, found, report, facts)
    names = sorted({name for fact in facts if fact.kind in NAMING for name in _names_of(fact)})
    return bank.SetFile(
        slug=file.parent.name,
        title=found.title or (report.title if report else file.parent.name),
        report=report or Report(found.title, "", ()),
        source=(found.report, source.read_text(encoding="utf-8")) if source and source.suffix in PLAIN else None,
        names=tuple(names),
        questions=tuple(placed(one, report) if report else one for one in found.questions),
        pins={one.id: _pins(one, facts) for one in found.questions if one.interaction == "map"},
        fingerprint=_fingerprint(file),
        position=position,
    )


def _refuse_problems(file: Path, questions: QuestionSet, report: Report | None, facts: tuple[Fact, ...]) -> None:
    found = check_set(questions, report, facts)
    if found:
        raise Rejected([f"{file}:{one.line}: rule {one.rule}: {one.message}" for one in found])


def _names_of(fact: Fact) -> set[str]:
    value = fact.value
    return {fact.text, value.name if isinstance(value, Place) else str(value or fact.text)}


def _pins(question: Question, facts: tuple[Fact, ...]) -> dict[str, tuple[float, float]]:
    """Where the options lie: as the report's facts have it, else the namesake nearest to the key."""
    target = question.place
    if target is None:
        return {}
    known: dict[str, tuple[float, float]] = {}
    for fact in facts:
        place = fact.value
        if isinstance(place, Place) and place.latitude is not None and place.longitude is not None:
            known.setdefault(fact.text, (place.latitude, place.longitude))
    found: dict[str, tuple[float, float]] = {target.option: (target.latitude, target.longitude)}
    for option in question.options:
        if option.id in found:
            continue
        if option.text in known:
            found[option.id] = known[option.text]
            continue
        namesakes = [
            (one.latitude, one.longitude)
            for one in gazetteer().lookup(option.text)
            if one.latitude is not None and one.longitude is not None
        ]
        if namesakes:
            found[option.id] = min(
                namesakes, key=lambda one: kilometres_between(one[0], one[1], target.latitude, target.longitude)
            )
    return found


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
