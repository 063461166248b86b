"""The database: SQLite or PostgreSQL, opened once a process, used one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_MILLISECONDS = 10_000
POOL_SIZE = 10


class Taken(Exception):
    """Somebody was first: what had to be unique is there already."""


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction: all of it is kept, or nothing."""

    session: Session

    def flush(self) -> None:
        """Send what was added so far. Raises Taken where a unique value is there already."""
        try:
            self.session.flush()
        except IntegrityError as error:
            raise Taken from error


@dataclass(frozen=True, slots=True)
class Store:
    """The open database."""

    engine: Engine

    @contextmanager
    def change(self) -> Iterator[Work]:
        """A transaction that writes; on SQLite it takes the lock at once, so that no update is lost."""
        with self._session(immediate=True) as session:
            yield Work(session)

    @contextmanager
    def look(self) -> Iterator[Work]:
        """A transaction that only reads."""
        with self._session(immediate=False) as session:
            yield Work(session)

    @contextmanager
    def _session(self, immediate: bool) -> Iterator[Session]:
        bound = self.engine.execution_options(immediate=immediate)
        with Session(bound, expire_on_commit=False) as session, session.begin():
            yield session

    def migrate(self, revision: str = "head") -> None:
        """Bring the tables to a revision: the newest, an older one, or "base" for none."""
        from alembic import command  # it takes a tenth of a second to import, and only this needs it

        with self.engine.connect() as connection:
            config = _alembic(connection)
            if revision == "head" or revision == current_revision(connection):
                command.upgrade(config, revision)
            else:
                command.downgrade(config, revision)
            connection.commit()

    def close(self) -> None:
        self.engine.dispose()


def current_revision(connection: Connection) -> str | None:
    """The revision that the tables are at; None where there are none."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _alembic(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def open_store(url: str) -> Store:
    """The database at a URL such as ``sqlite:///instance/quizapp.sqlite`` or ``postgresql://…``."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin)
    else:
        engine = create_engine(
            parsed, pool_size=POOL_SIZE, max_overflow=POOL_SIZE, pool_pre_ping=True, hide_parameters=True
        )
    return Store(engine)


def _set_up_sqlite(connection: Any, _: object) -> None:
    # The driver's own way of beginning transactions is switched off: see _begin.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
