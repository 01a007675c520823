"""Runs migrations on the engine that dialog.db hands over."""

from alembic import context
from sqlalchemy import Connection

from dialog.schema import metadata
from dialog.texts.searching.models import is_index


def follow_keys(connection: Connection, follow: bool) -> None:
    """SQLite alters a table by writing it anew and dropping the old one: that must not empty those that point to it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'ON' if follow else 'OFF'}")
        connection.commit()


with context.config.attributes["engine"].connect() as connection:
    follow_keys(connection, False)
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        compare_type=True,
        include_name=lambda name, _kind, _parents: not is_index(name),
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
    follow_keys(connection, True)
