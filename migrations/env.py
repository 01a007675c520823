"""Runs migrations on the engine that dialog.db hands over."""

from alembic import context

from dialog.schema import metadata

with context.config.attributes["engine"].connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite alters a table by writing it anew
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
