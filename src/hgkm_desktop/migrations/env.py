"""Alembic's environment: the connection is handed in, there is no URL and no ini file."""

from alembic import context

from hgkm_desktop.models import Record

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
