"""How Alembic reaches the tables: over the connection that the store hands it."""

from alembic import context

from quizapp.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Row.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
