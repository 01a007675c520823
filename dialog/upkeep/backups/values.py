"""Values of rows as JSON, the same from SQLite and from PostgreSQL, and fingerprints of tables."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, String, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

Row = Sequence[Any]
_KINDS: Sequence[tuple[type[TypeEngine[Any]], str]] = (  # the first that fits
    (Uuid, "uuid"),
    (DateTime, "datetime"),
    (Date, "date"),
    (LargeBinary, "bytes"),
    (JSON, "json"),
    (Boolean, "bool"),
    (Integer, "int"),
    (Float, "float"),
    (String, "str"),
)
_TYPES: Mapping[str, TypeEngine[Any]] = {  # what a column of a kind is written through
    "uuid": Uuid(),
    "datetime": DateTime(),
    "date": Date(),
    "bytes": LargeBinary(),
    "json": JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql"),
    "bool": Boolean(),
    "int": BigInteger(),
    "float": Float(),
    "str": String(),
}
_TO_JSON: Mapping[str, Callable[[Any], Any]] = {
    "uuid": str,
    "datetime": datetime.isoformat,
    "date": date.isoformat,
    "bytes": lambda value: b64encode(value).decode(),
}
_FROM_JSON: Mapping[str, Callable[[Any], Any]] = {
    "uuid": UUID,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "bytes": b64decode,
}


def kind_of(column: Column[Any]) -> str:
    """What a column holds. Raises TypeError for a type that no backup knows yet."""
    for type_, kind in _KINDS:
        if isinstance(column.type, type_):
            return kind
    raise TypeError(f"{column} has a type that backups don't know: {column.type!r}")


def type_of(kind: str) -> TypeEngine[Any]:
    return _TYPES[kind]


def to_json(row: Row, kinds: Sequence[str]) -> list[Any]:
    return [
        value if value is None or kind not in _TO_JSON else _TO_JSON[kind](value)
        for value, kind in zip(row, kinds, strict=True)
    ]


def from_json(row: Row, kinds: Sequence[str]) -> list[Any]:
    return [
        value if value is None or kind not in _FROM_JSON else _FROM_JSON[kind](value)
        for value, kind in zip(row, kinds, strict=True)
    ]


def line_of(row: Any) -> bytes:
    """Canonical JSON: keys sorted, no spaces, UTF-8."""
    return json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


class Fingerprint:
    """Tells whether two tables hold the same rows, in whatever order: the sum of the SHA-256 of each."""

    def __init__(self) -> None:
        self.rows, self._sum = 0, 0

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._sum = (self._sum + int.from_bytes(sha256(line).digest(), "big")) % 2**256

    @property
    def hex(self) -> str:
        return f"{self._sum:064x}"
