"""An SQLite database of any size: many sets, and what very many others have answered, written by SQLite itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

NOW = "2026-11-25 12:00:00.000000"
PER_ATTEMPT = 10
COUNTED = "WITH RECURSIVE counted(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counted WHERE i + 1 < :count) "
BANK = (
    "INSERT INTO question_set (slug, title, opening, report, names, fingerprint, position) "
    "SELECT 'copy-' || i, title, opening, report, names, i, i + 1 FROM counted, question_set WHERE id = 1",
    "INSERT INTO question_revision (key, sha256, document) "
    "SELECT key, i || ' ' || sha256, document FROM counted, question_revision WHERE question_revision.id <= :each",
    "INSERT INTO question (set_id, key, revision_id, status, topic, item, shown) "
    "SELECT 2 + i, key, :each * (i + 1) + revision_id, status, topic, item, shown "
    "FROM counted, question WHERE question.id <= :each",
)
# Where others' attempts list no items: nobody reads them here, and ten million responses would fill a disk with them.
RECORD = (
    "INSERT INTO learner (is_teacher, created) SELECT 0, :now FROM counted WHERE i % :ten = 0",
    "INSERT INTO attempt (code, learner_id, set_id, mode, is_review, rules, items, seed, started, finished, reason) "
    "SELECT 'past ' || i, 1 + i / :ten, 1 + (i / :ten) % :sets, 'practice', 0, '{}', '[]', 1, :now, :now, 'max-items' "
    "FROM counted WHERE i % :ten = 0",
    "INSERT INTO presentation (attempt_id, number, question_key, revision_id, arrangement, is_repeat, shown) "
    "SELECT 1 + i / :ten, 1 + i % :ten, 'winter-' || (i * 7 % :each), 1 + i * 7 % :each, '[]', 0, :now FROM counted",
    """INSERT INTO response (presentation_id, answer, score, answered) SELECT 1 + i, '"a"', i % 2, :now FROM counted""",
)


def enlarge(file: Path, each: int, questions: int, responses: int) -> None:
    """Add to a database that holds one set of ``each`` questions and no learner, until it holds so many of both."""
    sets = questions // each
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in BANK:
            connection.execute(_counting(statement), {"count": sets - 1, "each": each})
        for statement in RECORD:
            values = {"count": responses, "each": each, "sets": sets, "ten": PER_ATTEMPT, "now": NOW}
            connection.execute(_counting(statement), values)


def _counting(statement: str) -> str:
    into, select, rest = statement.partition("SELECT ")
    return f"{into}{COUNTED}{select}{rest}"
