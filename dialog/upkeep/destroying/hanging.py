"""What hangs on a text and goes with its words: every table that points to it, unless it is declared to hold none.

A table that somebody adds tomorrow is emptied without anybody having to think of it here.
"""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Column, Table, delete
from sqlalchemy.orm import Session

from dialog.db import Base
from dialog.texts.models import Text

STAYS: Mapping[str, str] = {  # table -> why its rows outlive the words
    "text": "that it is a duplicate says nothing of the words",
    "coding": "what the text was about still counts in the figures; its note is emptied",
    "settlement": "the same, where coders differed; its reason is emptied",
    "second_reading": "that somebody coded it too",
    "alike_text": "which voices say the same; each still counts",
    "holding": "who held it back and who released it; never why in words",
    "status_change": "what was done, by whom; never what was written",
    "emptied": "says that the words are gone",
}


def hanging_on(target: Table) -> Iterator[tuple[Table, Column[UUID]]]:
    """(table, its column) for every table that points to this one and doesn't stay."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is target and table.name not in STAYS:
                yield table, key.parent


def forget_hanging(session: Session, text_ids: Sequence[UUID]) -> None:
    """Delete the rows that were made from the words of these texts."""
    for table, column in hanging_on(Text.__table__):  # type: ignore[arg-type]
        session.execute(delete(table).where(column.in_(text_ids)))
