"""The words of each text as they are searched. Beside it each database keeps an index of its own, made by a migration:
SQLite a table of FTS5 that triggers keep up to date, PostgreSQL a GIN index.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base

_FIRST_DAY, _DAY_BITS, _CHANCE_BITS = date(1990, 1, 1), 15, 49  # until 2079
LETTERS = 3  # of a beginning for which FTS5 keeps the texts in order; of a longer one it has to sort them first
INDEX = "text_word"  # the table of FTS5, whose shadow tables begin like it; or the GIN index
VECTOR = "array_to_tsvector(string_to_array(words, ' '))"  # what the GIN index is of: our words, cut by nobody else


class TextSearch(Base):
    """What can be found of one text: its words, folded, without what is hidden."""

    __tablename__ = "text_search"
    __table_args__ = ({"sqlite_with_rowid": False},)
    text_id: Mapped[UUID] = mapped_column(ForeignKey("text.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[int] = mapped_column(BigInteger, unique=True)  # what FTS5 knows it by: its day and chance
    words: Mapped[str]


def key_of(text_id: UUID, on: date) -> int:
    """By day, and within a day in the order of the random ids: 15 bits of the day and 49 of the id, as a signed number.

    So an index that is read by key is read in the order of the queue, and tells no more of when a text came than the
    text itself. Two of a million texts of one day have the same key once in a thousand times; storing them fails then.
    """
    random_bits = (text_id.int >> 80) << 1 | (text_id.int >> 75) & 1  # the four between say that the id is random
    return first_key(on) + random_bits


def first_key(on: date) -> int:
    """The least key that a text of a day can have."""
    day = min(max((on - _FIRST_DAY).days, 0), 2**_DAY_BITS - 1)
    return (day << _CHANCE_BITS) - 2**63


def last_key(on: date) -> int:
    """The greatest key that a text of a day can have."""
    return first_key(on) + 2**_CHANCE_BITS - 1


def is_index(name: str | None) -> bool:
    """Whether a table or an index is one that a database keeps for searching, and no model describes."""
    return name is not None and (name == INDEX or name.startswith(f"{INDEX}_"))
