"""Which texts have the words somebody asks for: the same ones on SQLite and on PostgreSQL."""

from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import InstrumentedAttribute, Session

from dialog.texts.models import Text
from dialog.texts.searching.folding import Question
from dialog.texts.searching.models import INDEX, VECTOR, TextSearch

_FTS = table(INDEX, column("rowid"), column(INDEX))
KEY: ColumnElement[int] = _FTS.c.rowid  # of the texts of FOUND, for SQLite: the order of the queue
FOUND: FromClause = _FTS.join(TextSearch.__table__, TextSearch.key == KEY).join(
    Text.__table__, Text.id == TextSearch.text_id
)


def found_ids(session: Session, question: Question) -> Select[UUID]:
    """The ids of the texts that answer a question, in no order; read off the index."""
    if is_sqlite(session):
        return select(TextSearch.text_id).join(_FTS, TextSearch.key == KEY).where(matches(question))
    return select(TextSearch.text_id).where(_matches_vector(question))


def matches(question: Question) -> ColumnElement[bool]:
    """Whether a row of FOUND answers a question, for SQLite."""
    asked = [f'"{word}"' for word in question.words] + ([f'"{question.beginning}"*'] if question.beginning else [])
    return _FTS.c[INDEX].op("MATCH", is_comparison=True)(" AND ".join(asked))


def has_words(question: Question, text_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Whether one text answers a question, read off its words, for SQLite: quick for texts one by one."""
    words = literal(" ") + TextSearch.words + literal(" ")
    asked = [f" {word} " for word in question.words] + ([f" {question.beginning}"] if question.beginning else [])
    stands = [func.instr(words, one) > 0 for one in asked]
    return select(TextSearch.text_id).where(TextSearch.text_id == text_id, *stands).exists()


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matches_vector(question: Question) -> ColumnElement[bool]:
    asked = [f"'{word}'" for word in question.words] + ([f"'{question.beginning}':*"] if question.beginning else [])
    return literal_column(VECTOR).op("@@", is_comparison=True)(cast(literal(" & ".join(asked), String), TSQUERY))
