"""A backup inside its encryption: gzipped lines of JSON. No database is asked.

The first line says what it is and names the tables; then for each table {"table": name}, its rows as lists, and
{"end": name, "rows": n, "fingerprint": hex}; the last line is {"end": null}.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO
from zlib import error as ZlibError

from dialog.upkeep.backups.sealing import CannotRead
from dialog.upkeep.backups.values import Fingerprint, line_of

FORMAT = 1
LEVEL = 6  # of gzip


@dataclass(frozen=True)
class TableHead:
    """A table as a backup has it."""

    name: str
    columns: dict[str, str]  # name -> kind
    key: list[str]  # of the primary key
    own: list[str]  # columns that point into the same table

    @property
    def kinds(self) -> list[str]:
        return list(self.columns.values())


@dataclass(frozen=True)
class Head:
    """What a backup says of itself."""

    made_at: str  # ISO 8601, UTC
    revision: str  # of the migrations
    left_out: list[str]  # what is not in it, and why
    tables: list[TableHead]


Counted = dict[str, tuple[int, str]]  # table -> (rows, fingerprint)


def write_stream(target: BinaryIO, head: Head, tables: Iterable[tuple[TableHead, Iterable[list[Any]]]]) -> Counted:
    """Write everything; what went into it."""
    counted: Counted = {}
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=LEVEL, mtime=0) as lines:
        _put(lines, {"dialog": "backup", "format": FORMAT, **asdict(head)})
        for table, rows in tables:
            _put(lines, {"table": table.name})
            found = Fingerprint()
            for row in rows:
                found.add(line := line_of(row))
                lines.write(line + b"\n")
            counted[table.name] = (found.rows, found.hex)
            _put(lines, {"end": table.name, "rows": found.rows, "fingerprint": found.hex})
        _put(lines, {"end": None})
    return counted


class Reading:
    """A backup being read, once from its beginning to its end."""

    def __init__(self, source: BinaryIO) -> None:
        self._lines = _checked_lines(source)
        said = self._next()
        if said.get("dialog") != "backup" or said.get("format") != FORMAT:
            raise CannotRead("This is no backup that this version of Dialog can read.")
        tables = [TableHead(**one) for one in said["tables"]]
        self.head = Head(said["made_at"], said["revision"], said["left_out"], tables)
        self.counted: Counted = {}

    def tables(self) -> Iterator[tuple[TableHead, Iterator[list[Any]]]]:
        """Each table with its rows. Raises CannotRead where what was written is not what is read."""
        for table in self.head.tables:
            if self._next() != {"table": table.name}:
                raise CannotRead(f"The backup is damaged: {table.name} is not where it should be.")
            rows = self._rows(table)
            yield table, rows
            for _ in rows:  # whatever the caller left
                pass
        if self._next() != {"end": None}:
            raise CannotRead("The backup is damaged: it has no end.")

    def _rows(self, table: TableHead) -> Iterator[list[Any]]:
        found = Fingerprint()
        for line in self._lines:
            if not line.startswith(b"["):
                self._compare(table.name, found, json.loads(line))
                return
            found.add(line)
            yield json.loads(line)

    def _compare(self, name: str, found: Fingerprint, end: dict[str, Any]) -> None:
        if end != {"end": name, "rows": found.rows, "fingerprint": found.hex}:
            raise CannotRead(f"The backup is damaged: the rows of {name} are not those that were written.")
        self.counted[name] = (found.rows, found.hex)

    def _next(self) -> dict[str, Any]:
        line = next(self._lines, b"")
        found = json.loads(line) if line.startswith(b"{") else None
        if not isinstance(found, dict):
            raise CannotRead("The backup is damaged or cut short, or was made for another key.")
        return found


def _checked_lines(source: BinaryIO) -> Iterator[bytes]:
    try:
        with gzip.GzipFile(fileobj=source, mode="rb") as lines:
            for line in lines:
                yield line.rstrip(b"\n")
    except (EOFError, OSError, ZlibError):
        raise CannotRead("The backup is damaged or cut short, or was made for another key.") from None


def _put(lines: gzip.GzipFile, said: dict[str, Any]) -> None:
    lines.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")  # the order of columns is that of the rows


def differing_tables(one: Counted, other: Counted) -> Sequence[str]:
    """The tables in which two differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
