"""The queue: what waits in the order it came, a page at a time, as fast at its end as at its beginning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.waiting.choosing import Chooser
from dialog.review.waiting.filters import PAGE, Filters, Position
from dialog.review.waiting.kinds import KINDS, Waiting
from dialog.review.waiting.leading import Stretch, some_of


@dataclass(frozen=True)
class QueuePage:
    items: Sequence[Waiting]  # the oldest day first
    has_earlier: bool
    has_later: bool


def position_of(item: Waiting) -> Position:
    return Position(item.received_on, item.id)


def queue_from(session: Session, filters: Filters, *, after: Position | None = None, limit: int = PAGE) -> QueuePage:
    """The page that follows a position, or the first one."""
    found = read_stretch(session, filters, Stretch(limit + 1, after=after))
    return QueuePage(found[:limit], has_earlier=after is not None, has_later=len(found) > limit)


def queue_until(session: Session, filters: Filters, *, before: Position | None = None, limit: int = PAGE) -> QueuePage:
    """The page that leads up to a position, or the last one."""
    found = read_stretch(session, filters, Stretch(limit + 1, before=before, backwards=True))
    found = sorted(found, key=position_of)
    return QueuePage(found[-limit:], has_earlier=len(found) > limit, has_later=before is not None)


def neighbours(session: Session, filters: Filters, position: Position) -> tuple[Waiting | None, Waiting | None]:
    """What stands before and after a position."""
    before = queue_until(session, filters, before=position, limit=1).items
    after = queue_from(session, filters, after=position, limit=1).items
    return (before[0] if before else None, after[0] if after else None)


def read_stretch(session: Session, filters: Filters, stretch: Stretch) -> list[Waiting]:
    """Of every kind the first ones; between them, the first of all. In the order of the stretch."""
    spots = sorted(_spots(session, filters, stretch), reverse=stretch.backwards)[: stretch.limit]
    items: dict[UUID, Waiting] = {}
    for kind in KINDS.values():
        ids = [position.id for position, id in spots if id == kind.id]
        if ids:
            items |= {one.id: one for one in session.scalars(select(kind.table).where(kind.table.id.in_(ids)))}
    return [items[position.id] for position, _ in spots if position.id in items]


def _spots(session: Session, filters: Filters, stretch: Stretch) -> Iterator[tuple[Position, str]]:
    chooser = Chooser(session)
    for chosen in chooser.every(filters):
        rows = session.execute(some_of(chooser, chosen, stretch, chosen.kind.table.received_on))
        yield from ((Position(on, id), chosen.kind.id) for id, on in rows)
