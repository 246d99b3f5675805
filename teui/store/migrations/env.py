"""Alembic's environment: it runs in the transaction that `teui.store.migrate` has begun."""

from alembic import context

from teui.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
