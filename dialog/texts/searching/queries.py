"""Which texts have the words somebody asks for: the same ones on SQLite and on PostgreSQL."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    inspect,
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

_SAMPLE = 500  # texts looked at to find out how many of them answer
_FTS = table(INDEX, column("rowid"), column(INDEX))
KEY: ColumnElement[int] = _FTS.c.rowid  # of the texts of FOUND, for SQLite: the order of the queue
_WORDS: FromClause = _FTS.join(TextSearch.__table__, TextSearch.key == KEY)
FOUND: FromClause = _WORDS.join(Text.__table__, Text.id == TextSearch.text_id)
_SEARCHED: FromClause = join(TextSearch.__table__, Text.__table__, Text.id == TextSearch.text_id)


@dataclass(frozen=True)
class Reading:
    """How the texts that answer a question are read with the fewest others, in the order of `key`: the queue's."""

    source: FromClause
    key: ColumnElement[int]
    conditions: Sequence[ColumnElement[bool]]

    def columns(self, *columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[Any]:
        return select(*columns).select_from(self.source).where(*self.conditions)

    def within(self, earliest: date | None, latest: date | None) -> "Reading":
        """Of some days only; those before and after are not read."""
        first = [self.key >= first_key(earliest)] if earliest else []
        last = [self.key <= last_key(latest)] if latest else []
        return replace(self, conditions=[*self.conditions, *first, *last])


def found_ids(session: Session, question: Question) -> Select[UUID]:
    """The ids of the texts that answer a question, in no order; read off the index."""
    if is_sqlite(session):
        return select(TextSearch.text_id).select_from(_WORDS).where(matches(question))
    return select(TextSearch.text_id).where(_matches_vector(question))


def read_in_order(session: Session, question: Question, *, passing: int) -> Reading:
    """The texts that answer a question; at most about `passing` others are looked at for each of them.

    SQLite has the texts of a word in order, and those of a beginning of few letters, but sorts all of a longer one
    first. PostgreSQL sorts always, unless it looks at one text after the other.
    """
    if is_sqlite(session):
        return _read_by_fts(session, question, passing)
    key: ColumnElement[Any] = inspect(TextSearch).local_table.c.key
    if _is_often(session, select(TextSearch.key).order_by(TextSearch.key), says(session, question), passing):
        return Reading(_SEARCHED, key, [says(session, question)])
    return Reading(_SEARCHED, key + 0, [_matches_vector(question)])  # not the key alone, by whose index it would look


def _read_by_fts(session: Session, question: Question, passing: int) -> Reading:
    loose = question.loosened(LETTERS)
    if loose == question:
        return Reading(FOUND, KEY, [matches(question)])
    some = select(KEY).select_from(_WORDS).where(matches(loose))
    if _is_often(session, some, says(session, question), passing):
        return Reading(FOUND, KEY, [matches(loose), says(session, question)])
    return Reading(FOUND, KEY, [matches(question)])


def _is_often(session: Session, some: Select[Any], answers: ColumnElement[bool], passing: int) -> bool:
    """Whether of some texts at least one of so many answers; or there are few, so that all can be looked at."""
    looked_at = some.add_columns(case((answers, 1), else_=0).label("answers")).limit(_SAMPLE).subquery()
    seen, answering = session.execute(select(func.count(), func.sum(looked_at.c.answers))).one()
    return seen < _SAMPLE or passing * answering >= seen


def matches(question: Question) -> ColumnElement[bool]:
    """Whether a row of FOUND answers a question, for SQLite."""
    asked = [f'"{word}"' for word in question.words] + ([f'"{question.beginning}"*'] if question.beginning else [])
    return _FTS.c[INDEX].op("MATCH", is_comparison=True)(" AND ".join(asked))


def has_words(session: Session, question: Question, text_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Whether one text answers a question, read off its words: quick for texts one by one."""
    own = select(true()).where(TextSearch.text_id == text_id)
    if not is_sqlite(session):  # of a single value PostgreSQL can't make a set of all texts that answer
        return own.where(_matches_vector(question)).scalar_subquery()
    return own.where(says(session, question)).exists()


def says(session: Session, question: Question) -> ColumnElement[bool]:
    """Whether what stands in TextSearch answers a question, read off its words."""
    place = func.instr if is_sqlite(session) else func.strpos
    words = literal(" ") + TextSearch.words + literal(" ")
    asked = [f" {word} " for word in question.words] + ([f" {question.beginning}"] if question.beginning else [])
    return and_(*(place(words, one) > 0 for one in asked))


def is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _matches_vector(question: Question) -> ColumnElement[bool]:
    asked = [f"'{word}'" for word in question.words] + ([f"'{question.beginning}':*"] if question.beginning else [])
    return literal_column(VECTOR).op("@@", is_comparison=True)(cast(literal(" & ".join(asked), String), TSQUERY))
