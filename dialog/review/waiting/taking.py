"""Taking things to work on them, so that two reviewers never do the same; a taking ends by itself when nobody works."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.waiting.filters import Filters, Position
from dialog.review.waiting.kinds import Kind, Waiting, kind_of
from dialog.review.waiting.leading import Stretch
from dialog.review.waiting.models import Assignment, DoneStep, SelectedItem, Taking
from dialog.review.waiting.paging import position_of, read_stretch
from dialog.texts.searching.queries import is_sqlite

LASTS = timedelta(minutes=10)  # from the last thing that was done
_TRIED = 20  # at a time, while others take what was free a moment ago


class TakenByAnother(Exception):
    """Somebody else is at work on it."""


@dataclass(frozen=True)
class Holder:
    """Who has taken something, and until when (UTC)."""

    staff_id: int
    name: str
    until: datetime


def take(session: Session, kind: str, item_id: UUID, *, by: int, at: datetime) -> bool:
    """Take something, or keep it longer; whether it is one's own now. One statement, so that nobody comes between."""
    values = {"item_id": item_id, "kind": kind, "staff_id": by, "until": at + LASTS}
    insert: Any = (sqlite if is_sqlite(session) else postgresql).insert(Taking.__table__)
    taken = insert.values(values).on_conflict_do_update(
        index_elements=["item_id"],
        set_={"staff_id": by, "until": at + LASTS},
        where=or_(Taking.staff_id == by, Taking.until <= at),
    )
    return session.scalar(taken.returning(Taking.item_id)) is not None


def insist_on_taking(session: Session, kind: str, item_id: UUID, *, by: int, at: datetime) -> None:
    """Raises TakenByAnother unless it is one's own now."""
    if not take(session, kind, item_id, by=by, at=at):
        raise TakenByAnother(item_id)


def release(session: Session, item_id: UUID, *, by: int) -> None:
    """Let others take what one has taken."""
    session.execute(delete(Taking).where(Taking.item_id == item_id, Taking.staff_id == by))


def holders(session: Session, ids: Collection[UUID], *, at: datetime) -> Mapping[UUID, Holder]:
    """Who has taken which of these."""
    taken = select(Taking, Staff.name).join(Staff, Staff.id == Taking.staff_id)
    taken = taken.where(Taking.item_id.in_(ids), Taking.until > at)
    return {one.item_id: Holder(one.staff_id, name, one.until) for one, name in session.execute(taken)}


def taken_by_others(session: Session, ids: Collection[UUID], *, by: int, at: datetime) -> set[UUID]:
    """Those of these that somebody else is at work on."""
    others = select(Taking.item_id).where(Taking.item_id.in_(ids), Taking.until > at, Taking.staff_id != by)
    return set(session.scalars(others))


def take_next(
    session: Session, filters: Filters, *, after: Position | None = None, by: int, at: datetime
) -> Waiting | None:
    """Take the first in the queue after a position that is free; None when there is none.

    Free is what nobody else has taken and what is not somebody else's task.
    """
    session.execute(delete(Taking).where(Taking.until <= at))
    reached = after
    while found := read_stretch(session, filters, Stretch(_TRIED, after=reached, free=_free_for(by, at))):
        for item in found:
            if _take_as_it_is(session, item, by=by, at=at):
                return item
        reached = position_of(found[-1])
    return None


def forget_items(session: Session, ids: Collection[UUID]) -> None:
    """Of what is gone for good nothing is taken, assigned, selected or undone."""
    for table in (Taking, Assignment, SelectedItem, DoneStep):
        session.execute(delete(table).where(table.item_id.in_(ids)))


def _take_as_it_is(session: Session, item: Waiting, *, by: int, at: datetime) -> bool:
    """Take it unless somebody was quicker, or has decided about it since it was read."""
    kind, read = kind_of(item), item.status
    if not take(session, kind.id, item.id, by=by, at=at):
        return False
    if session.scalar(select(kind.table.status).where(kind.table.id == item.id)) == read:
        return True
    release(session, item.id, by=by)
    return False


def _free_for(by: int, at: datetime) -> Callable[[Kind], ColumnElement[bool]]:
    def free(kind: Kind) -> ColumnElement[bool]:
        id = kind.table.id
        taken = exists().where(Taking.item_id == id, Taking.staff_id != by, Taking.until > at)
        return and_(~taken, ~exists().where(Assignment.item_id == id, Assignment.staff_id != by))

    return free
