"""Making a backup, trying one, and restoring one."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from dialog.db import make_engine
from dialog.upkeep.backups.dumping import count, dump, head_of, kept_tables
from dialog.upkeep.backups.filling import fill, insist_empty
from dialog.upkeep.backups.sealing import opening, sealing
from dialog.upkeep.backups.stream import Counted, Head, Reading, differing_tables


class NotTheSame(ValueError):
    """What was restored is not what was backed up; the text names the tables."""


@dataclass(frozen=True)
class Made:
    """A backup that was made, or read through."""

    file: Path
    size: int  # bytes
    head: Head
    counted: Counted

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.counted.values())


def make_backup(engine: Engine, file: Path, *, key_file: Path, at: datetime) -> Made:
    """Write the whole database, encrypted. The file is there when it is whole, and not before.

    Raises BadKeyFile, or OSError for a folder that can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_name(f"{file.name}.part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
            with sealing(target, key_file) as inside:
                head, counted = dump(engine, inside, at=at)
            target.flush()
            os.fsync(target.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return Made(file, file.stat().st_size, head, counted)


def read_through(file: Path, *, key_file: Path) -> Made:
    """Read a backup to its end. Raises CannotRead unless every row is as it was written, BadKeyFile, or OSError."""
    with _opener(file, key_file)() as reading:
        for _table, rows in reading.tables():
            for _ in rows:
                pass
        return Made(file, file.stat().st_size, reading.head, reading.counted)


def restore(engine: Engine, file: Path, *, key_file: Path, log_key: bytes) -> Made:
    """Fill an empty database from a backup, which is read through first.

    Raises NotEmpty, CannotRead, BadKeyFile, NotTheSame, or OSError.
    """
    insist_empty(engine)
    made = read_through(file, key_file=key_file)
    fill(engine, _opener(file, key_file), revision=made.head.revision, log_key=log_key)
    _insist_same(engine, made)
    return made


def try_backup(file: Path, *, key_file: Path, log_key: bytes) -> Made:
    """Restore it into a throw-away database of its own, which nobody else can read. Raises as `restore` does."""
    with tempfile.TemporaryDirectory(prefix="dialog-drill-", dir=file.parent) as folder:
        engine = make_engine(f"sqlite:///{folder}/drill.sqlite")
        try:
            return restore(engine, file, key_file=key_file, log_key=log_key)
        finally:
            engine.dispose()


def _insist_same(engine: Engine, made: Made) -> None:
    """What migrations since the backup have changed can't be compared, and what they brought isn't in it."""
    now = {table.name: head_of(table) for table in kept_tables()}
    unchanged = [table for table in made.head.tables if now.get(table.name) == table]
    found = count(engine, unchanged)
    if differing := differing_tables(found, {name: made.counted[name] for name in found}):
        raise NotTheSame(", ".join(differing))


def _opener(file: Path, key_file: Path) -> Callable[[], AbstractContextManager[Reading]]:
    @contextmanager
    def open_backup() -> Iterator[Reading]:
        with file.open("rb") as source, opening(source, key_file) as inside:
            yield Reading(inside)

    return open_backup
