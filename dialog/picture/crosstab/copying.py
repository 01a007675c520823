"""Keeping the closed answers of a large round in columns, and reading them: of voices that still count, no others."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import String, cast, delete, event, insert, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from dialog.picture.columns import ID, Codes, Column, Columns, Ids, bytes_of, smallest_type
from dialog.picture.crosstab.models import AnswerColumn, AnswerCopy
from dialog.picture.crosstab.numbering import NOBODY, Rows
from dialog.picture.heard import WEIGHT, Heard
from dialog.survey.models import Response

Copied = tuple[AnswerCopy, Columns, Ids]

LARGE = 20_000  # responses: fewer are read from the rows in about half a second, and need no copy
IDS = "id"


def keep_copy(session: Session, round_id: int, heard: Heard, *, on: date, large: int = LARGE) -> None:
    """In place of the copy before; none of a round that is not large."""
    forget_copies(session, [round_id])
    if heard.responses.size < large:
        return
    order = np.argsort(heard.ids)
    columns = {name: one for name, one in heard.responses.columns.items() if name != WEIGHT}
    session.execute(insert(AnswerCopy), [{"round_id": round_id, "made_on": on, "responses": heard.responses.size}])
    ids = {"round_id": round_id, "name": IDS, "values": [], "width": ID.itemsize, "codes": heard.ids[order].tobytes()}
    session.execute(insert(AnswerColumn), [ids])
    for name, one in columns.items():  # one at a time: together they may be large
        session.execute(insert(AnswerColumn), [{"round_id": round_id, "name": name, **_row(one, order)}])


def forget_copies(session: Session, round_ids: Iterable[int] | None = None) -> None:
    """Of some rounds, or of all."""
    chosen = delete(AnswerCopy)
    session.execute(chosen if round_ids is None else chosen.where(AnswerCopy.round_id.in_(list(round_ids))))


def copied(session: Session, round_id: int, names: Sequence[str], *, with_ids: bool = True) -> Copied | None:
    """The copy of a round, of these columns, without what has been set aside since; and the ids of its rows.

    Without ids where nothing has been set aside and they are not asked for: they are most of a copy. None where there
    is no copy, or it lacks one of the columns.
    """
    copy = session.get(AnswerCopy, round_id)
    if copy is None:
        return None
    aside = _set_aside(session, round_id)
    names = [*names, IDS] if with_ids or len(aside) else list(names)
    chosen = select(AnswerColumn.name, AnswerColumn.values, AnswerColumn.width, AnswerColumn.codes)
    rows = session.execute(chosen.where(AnswerColumn.round_id == round_id, AnswerColumn.name.in_(names)))
    found = {row.name: row for row in rows}
    if not found.keys() >= set(names):
        return None
    ids = np.frombuffer(found.pop(IDS).codes, ID) if IDS in found else np.empty(0, ID)
    counts = _counting(ids, aside) if len(aside) else None
    columns = {name: _column(row.values, row.width, row.codes, counts) for name, row in found.items()}
    left = copy.responses if counts is None else int(counts.sum())
    return copy, Columns(left, columns), ids if counts is None else ids[counts]


def _set_aside(session: Session, round_id: int) -> Ids:
    """What is deleted takes the copy with it; what is set aside may come back."""
    chosen = select(cast(Response.id, String)).where(Response.round_id == round_id, Response.set_aside)
    return np.frombuffer(bytes_of(session.scalars(chosen)), ID)


def _counting(ids: Ids, aside: Ids) -> NDArray[np.bool_]:
    rows = Rows(ids).of(aside)
    counts = np.ones(len(ids), np.bool_)
    counts[rows[rows != NOBODY]] = False
    return counts


def _row(column: Column, order: NDArray[np.intp]) -> dict[str, object]:
    codes = column.codes[order].astype(smallest_type(len(column.values)).newbyteorder("<"))
    values = [list(value) if isinstance(value, tuple) else value for value in column.values]
    return {"values": values, "width": codes.dtype.itemsize, "codes": codes.tobytes()}


def _column(values: list[Any], width: int, codes: bytes, counts: NDArray[np.bool_] | None) -> Column:
    numbers: Codes = np.frombuffer(codes, f"<i{width}")
    told = tuple(tuple(value) if isinstance(value, list) else value for value in values)
    return Column(told, numbers if counts is None else numbers[counts])


@event.listens_for(Session, "do_orm_execute")
def _on_statement(state: ORMExecuteState) -> None:
    """Whoever deletes responses, whatever for, deletes what was copied of them, in the same transaction."""
    if state.is_delete and state.bind_mapper is not None and state.bind_mapper.class_ is Response:
        forget_copies(state.session)


@event.listens_for(Session, "after_flush")
def _on_flush(session: Session, _context: UOWTransaction) -> None:
    if rounds := {one.round_id for one in session.deleted if isinstance(one, Response)}:
        forget_copies(session, rounds)
