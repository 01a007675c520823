"""Filling an empty database from a backup."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, TableClause, bindparam, column, func, inspect, select, table, text, update

from dialog.db import Base, downgrade, upgrade
from dialog.upkeep.backups.stream import Reading, TableHead
from dialog.upkeep.backups.values import from_json, type_of

AT_A_TIME = 500  # rows of one statement
Open = Callable[[], AbstractContextManager[Reading]]  # the backup from its beginning


class NotEmpty(ValueError):
    """The database holds something already."""


def insist_empty(engine: Engine) -> None:
    """Raises NotEmpty when anything that people entered is in the database; what migrations bring doesn't count."""
    there = set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        for name in ("staff", "area", "round", "response", "report", "text", "audit_event"):
            if name in there and connection.scalar(select(text("1")).select_from(table(name)).limit(1)):
                raise NotEmpty(name)


def fill(engine: Engine, open_backup: Open, *, revision: str, log_key: bytes) -> None:
    """Everything in the backup, at the backup's revision, then brought to the newest. The database must be empty.

    Columns that point into their own table are filled last, when every row that they may point to is there.
    """
    if inspect(engine).has_table("alembic_version"):
        downgrade(engine, "base")
    upgrade(engine, revision, log_key=log_key)
    with engine.begin() as connection:
        _clear(connection)
        with open_backup() as reading:
            for head, rows in reading.tables():
                _insert(connection, head, rows)
        with open_backup() as reading:
            for head, rows in reading.tables():
                _point(connection, head, rows)
        _count_on(connection)
    upgrade(engine, log_key=log_key)


def _clear(connection: Connection) -> None:
    """What migrations put into tables themselves comes from the backup."""
    there = set(inspect(connection).get_table_names())
    for one in reversed(Base.metadata.sorted_tables):
        if one.name in there and connection.scalar(select(text("1")).select_from(one).limit(1)):
            connection.execute(one.delete())


def _clause(head: TableHead) -> TableClause:
    return table(head.name, *(column(name, type_of(kind)) for name, kind in head.columns.items()))


def _insert(connection: Connection, head: TableHead, rows: Iterator[list[Any]]) -> None:
    names, into = list(head.columns), _clause(head).insert()
    later = dict.fromkeys(head.own)
    while some := list(islice(rows, AT_A_TIME)):
        values = [dict(zip(names, from_json(row, head.kinds), strict=True)) | later for row in some]
        connection.execute(into, values)


def _point(connection: Connection, head: TableHead, rows: Iterator[list[Any]]) -> None:
    if not head.own:
        return
    into, names = _clause(head), list(head.columns)
    change = update(into).values({name: bindparam(f"to_{name}", type_=into.c[name].type) for name in head.own})
    for key in head.key:
        change = change.where(into.c[key] == bindparam(f"of_{key}", type_=into.c[key].type))
    pointing = (dict(zip(names, from_json(row, head.kinds), strict=True)) for row in rows)
    wanted = (row for row in pointing if any(row[name] is not None for name in head.own))
    while some := list(islice(wanted, AT_A_TIME)):
        values = [
            {f"to_{name}": row[name] for name in head.own} | {f"of_{key}": row[key] for key in head.key} for row in some
        ]
        connection.execute(change, values)


def _count_on(connection: Connection) -> None:
    """PostgreSQL counts its ids apart from the rows: go on after the largest."""
    if connection.dialect.name == "sqlite":
        return
    owned = text(
        "SELECT table_name, pg_get_serial_sequence(quote_ident(table_name), 'id') AS sequence"
        " FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = 'id'"
    )
    for row in connection.execute(owned).all():
        if row.sequence:
            largest = connection.scalar(select(func.max(column("id"))).select_from(table(row.table_name)))
            connection.execute(select(func.setval(row.sequence, largest or 1, largest is not None)))
