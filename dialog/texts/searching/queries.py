"""Which texts have the words somebody asks for: the same ones on SQLite and on PostgreSQL."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    and_,
    case,
    cast,
    column,
    func,
    join,
    literal,
    literal_column,
    select,
    table,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import InstrumentedAttribute, Session

from dialog.texts.models import Text
from dialog.texts.searching.folding import Question
from dialog.texts.searching.models import INDEX, LETTERS, VECTOR, TextSearch, first_key, last_key

_SAMPLE, _ONE_IN = 300, 10  # texts looked at; what share of them has to answer for the others to be looked at as well
_FTS = table(INDEX, column("rowid"), column(INDEX))
KEY: ColumnElement[int] = _FTS.c.rowid  # of the texts of FOUND, for SQLite: the order of the queue
_WORDS: FromClause = _FTS.join(TextSearch.__table__, TextSearch.key == KEY)
FOUND: FromClause = _WORDS.join(Text.__table__, Text.id == TextSearch.text_id)
_FOUND_BY_VECTOR = join(TextSearch.__table__, Text.__table__, Text.id == TextSearch.text_id)


def found_ids(session: Session, question: Question) -> Select[UUID]:
    """The ids of the texts that answer a question, in no order; read off the index."""
    if is_sqlite(session):
        return select(TextSearch.text_id).select_from(_WORDS).where(matches(question))
    return select(TextSearch.text_id).where(_matches_vector(question))


def found(session: Session, question: Question, *columns: ColumnElement[Any]) -> Select[Any]:
    """Columns of the texts that answer a question; read off the index of words, whichever the database has."""
    if is_sqlite(session):
        return select(*columns).select_from(FOUND).where(matches(question))
    return select(*columns).select_from(_FOUND_BY_VECTOR).where(_matches_vector(question))


def as_read_in_order(session: Session, question: Question) -> Question:
    """The question for which the index of SQLite gives texts one by one; other than that which was asked, where texts
    that answer it have to be looked at to see whether they answer that too. Found out with a few of them.
    """
    loose = question.loosened(LETTERS)
    if loose == question:
        return question
    answers = case((says(question), 1), else_=0).label("answers")
    some = select(answers).select_from(_WORDS).where(matches(loose)).limit(_SAMPLE).subquery()
    seen, answering = session.execute(select(func.count(), func.sum(some.c.answers))).one()
    return loose if seen < _SAMPLE or _ONE_IN * answering >= seen else question


def within_days(earliest: date | None, latest: date | None) -> list[ColumnElement[bool]]:
    """Days as the index of words of SQLite tells them: so those before and after are not read."""
    return ([first_key(earliest) <= KEY] if earliest else []) + ([last_key(latest) >= KEY] if latest else [])


def matches(question: Question) -> ColumnElement[bool]:
    """Whether a row of FOUND answers a question, for SQLite."""
    asked = [f'"{word}"' for word in question.words] + ([f'"{question.beginning}"*'] if question.beginning else [])
    return _FTS.c[INDEX].op("MATCH", is_comparison=True)(" AND ".join(asked))


def has_words(session: Session, question: Question, text_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Whether one text answers a question, read off its words: quick for texts one by one."""
    own = select(true()).where(TextSearch.text_id == text_id)
    if not is_sqlite(session):  # of a single value PostgreSQL can't make a set of all texts that answer
        return own.where(_matches_vector(question)).scalar_subquery()
    return own.where(says(question)).exists()


def says(question: Question) -> ColumnElement[bool]:
    """Whether a row of FOUND answers a question, read off its words, for SQLite."""
    words = literal(" ") + TextSearch.words + literal(" ")
    asked = [f" {word} " for word in question.words] + ([f" {question.beginning}"] if question.beginning else [])
    return and_(*(func.instr(words, one) > 0 for one in asked))


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matches_vector(question: Question) -> ColumnElement[bool]:
    asked = [f"'{word}'" for word in question.words] + ([f"'{question.beginning}':*"] if question.beginning else [])
    return literal_column(VECTOR).op("@@", is_comparison=True)(cast(literal(" & ".join(asked), String), TSQUERY))
