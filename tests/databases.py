"""The database a test sees: migrated, and empty at its start. SQLite, or with
DIALOG_TEST_DATABASE=postgresql a real PostgreSQL: the server at TEST_DATABASE_URL, else one of our own."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine, create_engine, make_url, text

from dialog.db import make_engine, upgrade
from dialog.schema import metadata

ON_POSTGRES = os.environ.get("DIALOG_TEST_DATABASE", "sqlite") == "postgresql"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")


# What lets nobody delete the log; for a moment, in a transaction of its own.
_GUARDS = "; ".join(f"ALTER TABLE {table} {{0}} TRIGGER USER" for table in ("audit_event", "audit_anchor"))

# Also those of tables that are empty: a number taken in a transaction that was undone is not given back.
_NUMBERS_FROM_ONE = """
    SELECT setval(format('%I', sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL
"""


class Database(Protocol):
    url: str

    def empty(self) -> None:
        """As migrations leave it. Nobody may hold a transaction open on it."""

    def drop(self) -> None: ...


class SQLiteFile:
    """A copy of a migrated file: quicker than deleting rows."""

    def __init__(self, folder: Path) -> None:
        self._template = folder / "migrated.sqlite"
        self._file = folder / "test.sqlite"
        self.url = f"sqlite:///{self._file}"
        migrate(f"sqlite:///{self._template}")

    def empty(self) -> None:
        copy_sqlite(self._template, self._file)

    def drop(self) -> None:
        remove_sqlite(self._file)


class PostgresDatabase:
    """One database on a server, for one worker of the run."""

    def __init__(self, server_url: str, name: str) -> None:
        self._server, self._name = server_url, name
        self.url = create_database(server_url, name)
        migrate(self.url)
        self._engine = make_engine(self.url)

    def empty(self) -> None:
        """Only tables that hold something, what points to others first; for so few rows quicker than TRUNCATE."""
        names = [f'"{table.name}"' for table in reversed(metadata.sorted_tables)]
        asking = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in names)
        with self._engine.begin() as connection:
            if filled := connection.scalars(text(asking)).all():
                deleting = (f"DELETE FROM {name}" for name in filled)
                connection.execute(text("; ".join((_GUARDS.format("DISABLE"), *deleting, _GUARDS.format("ENABLE")))))
            connection.execute(text(_NUMBERS_FROM_ONE))

    def drop(self) -> None:
        self._engine.dispose()
        drop_database(self._server, self._name)


def migrate(url: str) -> None:
    """An empty database becomes a ready one."""
    engine = make_engine(url)
    upgrade(engine)
    engine.dispose()


def copy_sqlite(source: Path, target: Path) -> None:
    """Nothing of the target's former life remains. The source must be closed."""
    remove_sqlite(target)
    shutil.copyfile(source, target)


def remove_sqlite(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def delete_all_rows(engine: Engine) -> None:
    """For a SQLite file that another process has open."""
    guards = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        triggers = connection.execute(guards).all()  # what lets nobody delete the log
        for name, _sql in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for table in metadata.sorted_tables:
            connection.execute(table.delete())
        for _name, sql in triggers:
            connection.exec_driver_sql(sql)
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def create_database(server_url: str, name: str) -> str:
    """An empty database of this name, and its URL."""
    drop_database(server_url, name)
    _on_server(server_url, [f'CREATE DATABASE "{name}"'])
    return make_url(server_url).set(database=name).render_as_string(hide_password=False)


def drop_database(server_url: str, name: str) -> None:
    _on_server(server_url, [f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'])


def _on_server(server_url: str, statements: Iterable[str]) -> None:
    url = make_url(server_url).set(drivername="postgresql+psycopg")
    engine = create_engine(url.set(database=url.database or "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
