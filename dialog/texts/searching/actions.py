"""Keeping what can be found of texts up to date. Whoever changes a text's words or masks calls `index_text`."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from dialog.texts.models import Text
from dialog.texts.searching.folding import seen_words
from dialog.texts.searching.models import INDEX, TextSearch, key_of

_AT_ONCE = 5_000  # texts


def index_rows(session: Session, rows: Iterable[Mapping[Any, Any]]) -> None:
    """Let texts be found that were just written: `id`, `received_on`, `original` and, unless none, `masks` of each."""
    found = [_row(row["id"], row["received_on"], row["original"], row.get("masks") or ()) for row in rows]
    if found:  # FTS5 takes rows the quicker the more of them come in the order of their keys
        session.execute(insert(TextSearch.__table__), sorted(found, key=lambda row: row["key"]))  # type: ignore[arg-type]


def index_text(session: Session, changed: Text) -> None:
    """Let a text be found by the words it now has, and no more by those that have been hidden or destroyed."""
    forget_texts(session, [changed.id])
    index_rows(session, [{name: getattr(changed, name) for name in ("id", "received_on", "original", "masks")}])


def forget_texts(session: Session, ids: Iterable[UUID]) -> None:
    """Let texts be found no more."""
    session.execute(delete(TextSearch.__table__).where(TextSearch.text_id.in_(list(ids))))  # type: ignore[arg-type]


def rebuild_index(session: Session) -> int:
    """Write the index anew from the texts, so that no word is left in it that none of them shows. How many texts."""
    session.execute(delete(TextSearch.__table__))  # type: ignore[arg-type]
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')"))  # noqa: S608  (a name of our own)
    chosen = select(Text.id, Text.received_on, Text.original, Text.masks).execution_options(yield_per=_AT_ONCE)
    number = 0
    for some in session.execute(chosen).mappings().partitions():
        index_rows(session, some)
        number += len(some)
    return number


def _row(id: UUID, on: date, original: str, masks: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {"text_id": id, "key": key_of(id, on), "words": seen_words(original, masks)}
