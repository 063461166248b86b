"""What is there to take: the start page, a set before it is begun, and a report to read."""

from quizapp.attempts import Attempt
from quizapp.engine import Item, default_rules, estimate, until_known_rules
from quizapp.errors import NotFound
from quizapp.questions import Topic
from quizapp.results import Stretch, stretch_of
from quizapp.store import Store, Work, attempts, bank, people
from quizapp.store.attempts import StoredAttempt
from quizapp.store.bank import StoredSet
from quizapp.usecases.showing import FEWEST_TO_PLACE
from quizapp.usecases.shown import (
    ClassQuiz,
    OpenAttempt,
    ParagraphShown,
    ReportShown,
    SetLine,
    SetShown,
    StartShown,
)
from quizapp.usecases.taking import item_of, pool_of

MINUTES_A_QUESTION = 0.5
TOPICS: tuple[Topic, ...] = ("people", "places", "figures", "dates", "sequence", "speech")


def show_start(store: Store, learner: int | None) -> StartShown:
    """The start page, for a guest who has not begun too."""
    with store.look() as work:
        sets = bank.all_sets(work)
        done = attempts.attempts_of(work, learner) if learner is not None else []
        lines = set_lines(work, sets, [one.attempt for one in done])
        quizzes = _class_quizzes(work, learner, sets, done) if learner is not None else ()
    waiting = [one for one in done if one.attempt.finished is None and one.attempt.current is not None]
    return StartShown(
        newest=lines[0] if lines else None,
        sets=lines,
        open_attempts=tuple(_open(one) for one in reversed(waiting)),
        class_quizzes=quizzes,
    )


def _open(stored: StoredAttempt) -> OpenAttempt:
    current = stored.attempt.current
    return OpenAttempt(stored.attempt.id, stored.title, current.number if current else 1)


def _class_quizzes(work: Work, learner: int, sets: list[StoredSet], done: list[StoredAttempt]) -> tuple[ClassQuiz, ...]:
    by_id = {one.id: one for one in sets}
    finished = {(one.attempt.classroom, one.set_id) for one in done if one.attempt.finished is not None}
    return tuple(
        ClassQuiz(room.id, room.name, by_id[set_id].slug, by_id[set_id].title, (room.id, set_id) in finished)
        for room in people.classes_joined(work, learner)
        for set_id in people.quizzes_given(work, room.id)
        if set_id in by_id
    )


def set_lines(work: Work, sets: list[StoredSet], done: list[Attempt]) -> tuple[SetLine, ...]:
    """Each set with where the learner stands on it, as far as that can be said."""
    return tuple(_line(work, one, [each for each in done if each.slug == one.slug]) for one in sets)


def _line(work: Work, stored: StoredSet, done: list[Attempt]) -> SetLine:
    measured = measured_once(done)
    stretch = None
    if len(measured) >= FEWEST_TO_PLACE:
        stretch = _stretch(tuple(item_of(one) for one in bank.items_of_set(work, stored.id)), measured)
    return SetLine(stored.slug, stored.title, stored.opening, stored.count, stretch, bool(done))


def _stretch(items: tuple[Item, ...], measured: list[tuple[Item, int]]) -> Stretch:
    ability = estimate([item for item, _ in measured], [score for _, score in measured])
    return stretch_of(items, ability)


def measured_once(done: list[Attempt]) -> list[tuple[Item, int]]:
    """The first answers to each question over several attempts: what a set's or a topic's stretch rests on."""
    found: dict[str, tuple[Item, int]] = {}
    for attempt in done:
        for item, score in attempt.measured() if attempt.tells else ():
            found.setdefault(item.id, (item, score))
    return list(found.values())


def show_set(store: Store, learner: int | None, slug: str) -> SetShown:
    """A set with its topics and what the lengths promise. Raises NotFound."""
    with store.look() as work:
        found = bank.set_by_slug(work, slug)
        if found is None or not found.count:
            raise NotFound
        items = bank.items_of_set(work, found.id)
        done = attempts.attempts_of(work, learner, set_id=found.id) if learner is not None else []
        line = _line(work, found, [one.attempt for one in done])
    counts = {topic: sum(one.topic == topic for one in items) for topic in TOPICS}
    pool = pool_of(tuple(item_of(one) for one in items))
    short, long = default_rules(pool), until_known_rules(pool)
    return SetShown(
        line=line,
        topics=tuple((topic, count) for topic, count in counts.items() if count),
        short_promise=promise(short.least, short.most),
        long_promise=promise(long.least, long.most),
    )


def promise(least: int, most: int) -> str:
    """ "8 to 12 questions, about 5 minutes"."""
    length = f"{least} questions" if least == most else f"{least} to {most} questions"
    return f"{length}, about {max(1, round((least + most) / 2 * MINUTES_A_QUESTION))} minutes"


def show_report(store: Store, slug: str) -> ReportShown:
    """A report in its paragraphs, numbered as evidence names them. Raises NotFound."""
    with store.look() as work:
        report, found = bank.report_of_set(work, slug), bank.set_by_slug(work, slug)
    if report is None or found is None or not report.text:
        raise NotFound
    shown, number = [], 0
    for passage in report.passages:
        number += passage.kind != "heading"
        if passage.kind == "heading" and report.text[passage.start : passage.end] == found.title:
            continue  # the page's own heading says it
        shown.append(
            ParagraphShown(
                passage.kind, number if passage.kind != "heading" else 0, report.text[passage.start : passage.end]
            )
        )
    return ReportShown(slug, found.title, tuple(shown))
