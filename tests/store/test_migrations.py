"""The tables grow and shrink with data in them, and are what the code believes."""

from datetime import UTC, datetime

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from quizapp.store import Store, open_store, people
from quizapp.store.tables import Row

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_the_migrations_make_the_tables_that_the_code_declares(empty_store: Store) -> None:
    with empty_store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_migrating_twice_changes_nothing(empty_store: Store) -> None:
    with empty_store.change() as work:
        learner = people.add_learner(work, NOW)
    empty_store.migrate()
    with empty_store.look() as work:
        assert people.learner_by_id(work, learner) is not None


def test_the_tables_go_down_and_up_again_with_data_in_them(empty_store: Store) -> None:
    with empty_store.change() as work:
        learner = people.add_learner(work, NOW)
        people.add_browser(work, "token", learner, NOW, NOW)
    empty_store.migrate("base")
    assert set(inspect(empty_store.engine).get_table_names()) <= {"alembic_version"}
    empty_store.migrate()
    with empty_store.look() as work:
        assert people.learner_by_id(work, learner) is None


def test_a_moment_comes_back_in_utc(empty_store: Store) -> None:
    with empty_store.change() as work:
        learner = people.add_learner(work, NOW)
    with empty_store.look() as work:
        found = people.learner_by_id(work, learner)
    assert found is not None
    assert found.created == NOW
    assert found.created.tzinfo is not None


def test_sqlite_is_durable_and_holds_to_its_keys(tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's path
    store = open_store(f"sqlite:///{tmp_path / 'one.sqlite'}")
    with store.engine.connect() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                   for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")}  # fmt: skip
    store.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
