"""A question set from its files, held against the rules. This reads the report with the English pipeline.

It stands apart because the pipeline takes a second to import, and only a set that has changed needs it.
"""

from pathlib import Path

from quizapp.checking import check_set
from quizapp.errors import Rejected
from quizapp.facts import Fact, Place, extract_facts
from quizapp.language import gazetteer
from quizapp.questions import Question, QuestionSet, kilometres_between, load_set, placed
from quizapp.reports import Report, load_report
from quizapp.store import bank

NAMING = {"person", "organisation", "place"}
PLAIN = {".md", ".txt", ".html"}


def read_set(file: Path, position: int, fingerprint: str) -> bank.SetFile:
    """A set from its file, with the names and places of its report. Raises Rejected with every problem."""
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
        fingerprint=fingerprint,
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
