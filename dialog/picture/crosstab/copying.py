"""Keeping the closed answers of a large round in columns, and reading them: of voices that still count, no others."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import String, cast, delete, event, insert, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from dialog.picture.columns import Codes, Column, Columns, smallest_type
from dialog.picture.crosstab.models import AnswerColumn, AnswerCopy
from dialog.picture.crosstab.numbering import ID, NOBODY, Rows
from dialog.picture.heard import WEIGHT, Heard
from dialog.survey.models import Response

Copied = tuple[AnswerCopy, Columns, NDArray[np.void]]

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


def copied(session: Session, round_id: int, names: Sequence[str]) -> Copied | None:
    """The copy of a round, of these columns, and the ids of its rows in order; without those set aside since.

    None where there is no copy, or it lacks one of the columns.
    """
    copy = session.get(AnswerCopy, round_id)
    chosen = select(AnswerColumn).where(AnswerColumn.round_id == round_id, AnswerColumn.name.in_([IDS, *names]))
    found = {one.name: one for one in session.scalars(chosen)}
    if copy is None or not found.keys() >= {IDS, *names}:
        return None
    ids = np.frombuffer(found[IDS].codes, ID)
    counts = _still_counting(session, round_id, ids)
    columns = {name: _column(found[name], counts) for name in names}
    left = ids if counts is None else ids[counts]
    return copy, Columns(len(left), columns), left


def as_ids(written: Iterable[str]) -> NDArray[np.void]:
    """From UUIDs as databases write them, with hyphens or without."""
    return np.frombuffer(bytes.fromhex("".join(written).replace("-", "")), ID)


def _still_counting(session: Session, round_id: int, ids: NDArray[np.void]) -> NDArray[np.bool_] | None:
    """Which rows count; None when all do. What is deleted takes the copy with it, what is set aside may come back."""
    chosen = select(cast(Response.id, String)).where(Response.round_id == round_id, Response.set_aside)
    aside = as_ids(session.scalars(chosen))
    if not len(aside):
        return None
    rows = Rows(ids).of(aside)
    counts = np.ones(len(ids), np.bool_)
    counts[rows[rows != NOBODY]] = False
    return counts


def _row(column: Column, order: NDArray[np.intp]) -> dict[str, object]:
    codes = column.codes[order].astype(smallest_type(len(column.values)).newbyteorder("<"))
    values = [list(value) if isinstance(value, tuple) else value for value in column.values]
    return {"values": values, "width": codes.dtype.itemsize, "codes": codes.tobytes()}


def _column(kept: AnswerColumn, counts: NDArray[np.bool_] | None) -> Column:
    codes: Codes = np.frombuffer(kept.codes, f"<i{kept.width}")
    values = tuple(tuple(value) if isinstance(value, list) else value for value in kept.values)
    return Column(values, codes if counts is None else codes[counts])


@event.listens_for(Session, "do_orm_execute")
def _on_statement(state: ORMExecuteState) -> None:
    """Whoever deletes responses, whatever for, deletes what was copied of them, in the same transaction."""
    if state.is_delete and state.bind_mapper is not None and state.bind_mapper.class_ is Response:
        forget_copies(state.session)


@event.listens_for(Session, "after_flush")
def _on_flush(session: Session, _context: UOWTransaction) -> None:
    if rounds := {one.round_id for one in session.deleted if isinstance(one, Response)}:
        forget_copies(session, rounds)
