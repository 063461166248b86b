"""Banks and records of any size: sets of choice questions, and responses of many learners, written in bulk."""

from datetime import UTC, datetime
from random import Random

from sqlalchemy import Connection, text

from quizapp.questions import Option, Question
from quizapp.questions.question import Difficulty
from quizapp.reports import Evidence, Passage, Report
from quizapp.store import Store, Work, bank

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TOPICS = ("people", "places", "figures", "dates")
SENTENCE = "The ice held the ship for ten months before it sank."
REPORT = Report("A winter in the ice", SENTENCE, (Passage(0, len(SENTENCE), "paragraph"),))
# As the bundled sets have it: a set knows some names that a typo must not make.
NAMES = tuple(f"Name {number}" for number in range(40))
PER_ATTEMPT = 10
BATCH = 100_000


def choice_question(slug: str, number: int, rng: Random) -> Question:
    """A question with four options, the first of them right where the number can be divided by four, and so on."""
    options = tuple(
        Option(letter, f"Answer {letter} of {number}", place == number % 4, f"Why {letter} is not what it says here.")
        for place, letter in enumerate("abcd")
    )
    return Question(
        id=f"{slug}-{number}", interaction="choice", form="choice", stem=f"What held the ship of number {number}?",
        topic=TOPICS[number % len(TOPICS)], explanation="The report says so.", evidence=(Evidence(0, 7, "The ice"),),
        options=options, difficulty=Difficulty(round(rng.gauss(0.0, 1.0), 2), 0.8), status="published",
    )  # fmt: skip


def add_set(store: Store, slug: str, questions: int, position: int = 0) -> None:
    """A set of so many questions through the front door, as a file of questions comes in."""
    with store.change() as work:
        _put(work, slug, questions, position)


def _put(work: Work, slug: str, questions: int, position: int) -> None:
    rng = Random(slug)
    made = tuple(choice_question(slug, number, rng) for number in range(questions))
    title = f"A winter in the ice, part {position}"
    bank.put_set(work, bank.SetFile(slug, title, REPORT, None, NAMES, made, {}, slug, position))


def fill_bank(store: Store, questions: int, per_set: int = 200) -> None:
    """Copies of the first set in the bank, until it has so many questions; their revisions are of their own."""
    with store.engine.begin() as connection:
        first = _one(connection, "SELECT min(id) FROM question_set")
        for position in range(1, questions // per_set):
            _copy_set(connection, first, position)
        connection.execute(text("ANALYZE"))


def _copy_set(connection: Connection, first: int, position: int) -> None:
    names = {"first": first, "position": position, "slug": f"copy-{position}"}
    connection.execute(
        text(
            "INSERT INTO question_set (slug, title, opening, report, names, fingerprint, position) "
            "SELECT :slug, title, opening, report, names, :slug, :position FROM question_set WHERE id = :first"
        ),
        names,
    )
    names["fresh"] = _one(connection, "SELECT max(id) FROM question_set")
    connection.execute(
        text(
            "INSERT INTO question_revision (key, sha256, document) SELECT q.key, :slug || '-' || q.id, r.document "
            "FROM question q JOIN question_revision r ON r.id = q.revision_id WHERE q.set_id = :first"
        ),
        names,
    )
    connection.execute(
        text(
            "INSERT INTO question (set_id, key, revision_id, status, topic, item, shown) "
            "SELECT :fresh, q.key, r.id, q.status, q.topic, q.item, q.shown FROM question q "
            "JOIN question_revision r ON r.sha256 = :slug || '-' || q.id WHERE q.set_id = :first"
        ),
        names,
    )


def fill_responses(store: Store, responses: int) -> None:
    """So many responses of other learners, ten to an attempt and an attempt to a learner, over all sets."""
    attempts = responses // PER_ATTEMPT
    with store.engine.begin() as connection:
        base = {
            "learners": _one(connection, "SELECT coalesce(max(id), 0) FROM learner"),
            "attempts": _one(connection, "SELECT coalesce(max(id), 0) FROM attempt"),
            "presentations": _one(connection, "SELECT coalesce(max(id), 0) FROM presentation"),
        }
    sets = _sets(store)
    for start in range(0, attempts, BATCH // PER_ATTEMPT):
        with store.engine.begin() as connection:
            _add_attempts(connection, base, range(start, min(start + BATCH // PER_ATTEMPT, attempts)), sets)
    with store.engine.begin() as connection:
        connection.execute(text("ANALYZE"))


def _add_attempts(connection: Connection, base: dict[str, int], numbers: range, sets: list[tuple[int, int]]) -> None:
    learners, attempts, presentations, responses = [], [], [], []
    for number in numbers:
        set_id, revision = sets[number % len(sets)]
        learner, attempt = base["learners"] + 1 + number, base["attempts"] + 1 + number
        learners.append({"id": learner, "now": NOON})
        attempts.append({"id": attempt, "code": f"past-{number}", "learner": learner, "set": set_id, "now": NOON})
        for place in range(1, PER_ATTEMPT + 1):
            identity = base["presentations"] + number * PER_ATTEMPT + place
            key = f"{SLUG}-{(number + place) % 200}"
            presentations.append(
                {"id": identity, "attempt": attempt, "number": place, "key": key, "revision": revision, "now": NOON}
            )
            responses.append({"id": identity, "score": (number + place) % 2, "now": NOON})
    for statement, rows in zip(_INSERTS, (learners, attempts, presentations, responses), strict=True):
        connection.execute(text(statement), rows)


SLUG = "first"
_INSERTS = (
    "INSERT INTO learner (id, is_teacher, created) VALUES (:id, false, :now)",
    "INSERT INTO attempt (id, code, learner_id, set_id, mode, is_review, rules, items, seed, started, finished, reason)"
    " VALUES (:id, :code, :learner, :set, 'practice', false, '{}', '[]', 1, :now, :now, 'max-items')",
    "INSERT INTO presentation (id, attempt_id, number, question_key, revision_id, arrangement, is_repeat, shown)"
    """ VALUES (:id, :attempt, :number, :key, :revision, '["a", "b", "c", "d"]', false, :now)""",
    """INSERT INTO response (presentation_id, answer, score, answered) VALUES (:id, '"a"', :score, :now)""",
)


def _sets(store: Store) -> list[tuple[int, int]]:
    """Each set with one of its revisions."""
    with store.engine.begin() as connection:
        rows = connection.execute(text("SELECT set_id, min(revision_id) FROM question GROUP BY set_id ORDER BY set_id"))
        return [(row[0], row[1]) for row in rows]


def _one(connection: Connection, statement: str) -> int:
    return int(connection.execute(text(statement)).scalar_one())
