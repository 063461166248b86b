"""Real databases for the tests: SQLite always, PostgreSQL where one answers, each test in tables of its own."""

import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from quizapp.store import Store, open_store
from quizapp.store.bank import SetFile
from quizapp.usecases.loading import put_sets, read_folder

BANK = Path(__file__).parent.parent / "questions"
POSTGRES = os.environ.get("TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def _answers() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


HAS_POSTGRES = _answers()
DATABASES = ["sqlite", "postgresql"] if HAS_POSTGRES else ["sqlite"]


def pytest_configure() -> None:
    if os.environ.get("CI") and not HAS_POSTGRES:
        raise pytest.UsageError(f"nothing is left out in CI, and no PostgreSQL answers at {POSTGRES}")


def pytest_report_header() -> str:
    if HAS_POSTGRES:
        return "databases: SQLite and PostgreSQL"
    return "databases: SQLite alone; start PostgreSQL, or name one in TEST_POSTGRES, to test on it too (see README.md)"


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind."""
    yield from _database(request.param, tmp_path)


def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'test.sqlite'}"
        return
    schema = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    yield f"{POSTGRES}?options=-csearch_path%3D{schema}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def empty_store(database_url: str) -> Iterator[Store]:
    """A database with its tables and nothing in them."""
    store = open_store(database_url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture(scope="session")
def bundled_bank() -> list[SetFile]:
    """The bundled bank as read from its files, once."""
    return read_folder(BANK)


@pytest.fixture
def store(empty_store: Store, bundled_bank: list[SetFile]) -> Store:
    """A database with the bundled bank."""
    put_sets(empty_store, bundled_bank)
    return empty_store
