"""The only place that knows SQLAlchemy: rows never leave it, and everything else sees the pure types."""

from quizapp.store.database import Store, Taken, Work, open_store

__all__ = ["Store", "Taken", "Work", "open_store"]
