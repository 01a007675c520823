"""Reading every table for a backup, all of them as they were at one moment."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO

from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Engine, Table, select

from dialog.db import Base
from dialog.upkeep.backups.stream import Counted, Head, TableHead, write_stream
from dialog.upkeep.backups.values import Fingerprint, kind_of, line_of, to_json

AT_A_TIME = 500  # rows held in memory
NOT_KEPT = {  # table -> why a backup has none of it
    "staff_session": "nobody is signed in after a restore",
    "sign_in_failures": "nobody has to wait after a restore",
    "staff_invitation": "links that were handed over before are not good after a restore",
    "source_upload": "a file that somebody was looking through is sent again after a restore",
    "taking": "nobody is at work on anything after a restore",
    "job_result": "a file that was made for somebody is made again",
    "answer_copy": "the next draft makes it anew",
    "answer_column": "the next draft makes it anew",
    "text_search": "the index is written anew from the texts",
}
BESIDE = (  # what belongs to an installation and is in no backup
    "SECRET_KEY: keep it apart. Without it receipts and second factors don't work, and the log can't be verified",
    "the key of the backups",
    "the settings of the environment, map tiles, and instance/demo.json",
)


def dump(engine: Engine, target: BinaryIO, *, at: datetime) -> tuple[Head, Counted]:
    """Write the whole database as it is now; what it said of itself, and what went into it."""
    with _one_moment(engine) as connection:
        head = Head(at.isoformat(), _revision(connection), _left_out(), [head_of(table) for table in kept_tables()])
        rows = ((head_of(table), _rows(connection, table)) for table in kept_tables())
        return head, write_stream(target, head, rows)


def count(engine: Engine, tables: Iterable[TableHead]) -> Counted:
    """What a database holds of these tables."""
    found: Counted = {}
    by_name = {table.name: table for table in kept_tables()}
    with _one_moment(engine) as connection:
        for head in tables:
            print_ = Fingerprint()
            for row in _rows(connection, by_name[head.name]):
                print_.add(line_of(row))
            found[head.name] = (print_.rows, print_.hex)
    return found


def kept_tables() -> list[Table]:
    """In an order in which each can be filled."""
    return [table for table in Base.metadata.sorted_tables if table.name not in NOT_KEPT]


def head_of(table: Table) -> TableHead:
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    columns = {column.name: kind_of(column) for column in _columns(table)}
    return TableHead(table.name, columns, [column.name for column in table.primary_key], sorted(own))


def _columns(table: Table) -> list[Column[Any]]:
    """Those that somebody wrote: what the database computes is computed again."""
    return [column for column in table.columns if column.computed is None]


def _rows(connection: Connection, table: Table) -> Iterator[list[Any]]:
    kinds = head_of(table).kinds
    found = connection.execution_options(yield_per=AT_A_TIME).execute(select(*_columns(table)))
    for row in found:
        yield to_json(row, kinds)


@contextmanager
def _one_moment(engine: Engine) -> Iterator[Connection]:
    """A connection that sees nothing of what others write meanwhile, and keeps nobody waiting."""
    if engine.dialect.name != "sqlite":
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
            yield connection
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        yield connection


def _revision(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _left_out() -> list[str]:
    return [f"{table}: {why}" for table, why in NOT_KEPT.items()] + list(BESIDE)
