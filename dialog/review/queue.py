"""The queue: texts and reports in the order they came, a page at a time, as fast at its end as at its beginning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, select, tuple_
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import Words
from dialog.places.models import Report
from dialog.survey.models import Round
from dialog.texts.models import NEW, Text

PAGE = 50
MOST_COUNTED = 1_000  # counting on would take the longer the longer the queue is
TEXT, REPORT = "text", "report"
Waiting = Text | Report


@dataclass(frozen=True)
class Filters:
    """Which part of the queue: what is empty or None filters nothing."""

    status: str = NEW
    kind: str = ""  # TEXT or REPORT
    round_id: int | None = None
    area_id: int | None = None  # this area and every one within it
    language: str = ""


@dataclass(frozen=True, order=True)
class Position:
    """A spot in the queue: it stays good when what stood there has left."""

    on: date
    id: UUID


@dataclass(frozen=True)
class QueuePage:
    items: Sequence[Waiting]  # the oldest day first
    has_earlier: bool
    has_later: bool


@dataclass(frozen=True)
class Counts:
    """How many; MOST_COUNTED + 1 stands for any greater number."""

    texts: int
    reports: int


def position_of(item: Waiting) -> Position:
    return Position(item.received_on, item.id)


def queue_from(session: Session, filters: Filters, *, after: Position | None = None, limit: int = PAGE) -> QueuePage:
    """The page that follows a position, or the first one."""
    found = sorted(_either(session, filters, limit + 1, after=after), key=position_of)
    return QueuePage(found[:limit], has_earlier=after is not None, has_later=len(found) > limit)


def queue_until(session: Session, filters: Filters, *, before: Position | None = None, limit: int = PAGE) -> QueuePage:
    """The page that leads up to a position, or the last one."""
    found = sorted(_either(session, filters, limit + 1, before=before, backwards=True), key=position_of)
    return QueuePage(found[-limit:], has_earlier=len(found) > limit, has_later=before is not None)


def neighbours(session: Session, filters: Filters, position: Position) -> tuple[Waiting | None, Waiting | None]:
    """What stands before and after a position."""
    before = queue_until(session, filters, before=position, limit=1).items
    after = queue_from(session, filters, after=position, limit=1).items
    return (before[0] if before else None, after[0] if after else None)


def how_many(session: Session, filters: Filters) -> Counts:
    texts, reports = session.execute(select(_capped(Text, filters, TEXT), _capped(Report, filters, REPORT))).one()
    return Counts(texts, reports)


def all_round_titles(session: Session) -> Sequence[tuple[int, Words]]:
    """(id, title) of every round, the latest first."""
    latest = select(Round.id, Round.title).order_by(Round.opens_on.desc(), Round.id.desc())
    return [(id, title) for id, title in session.execute(latest)]


def rounds_of(session: Session, items: Iterable[Waiting]) -> Mapping[int, Round]:
    """The rounds in which these came, by id."""
    ids = {item.round_id for item in items}
    return {round.id: round for round in session.scalars(select(Round).where(Round.id.in_(ids)))}


def areas_of(session: Session, items: Iterable[Waiting]) -> Mapping[int, Area]:
    """The areas that these are about, by id."""
    ids = {item.area_id for item in items if item.area_id}
    return {area.id: area for area in session.scalars(select(Area).where(Area.id.in_(ids)))}


def asked_areas(session: Session) -> Sequence[Area]:
    """The areas that rounds ask for."""
    kinds = select(Round.area_kind).distinct()
    return session.scalars(select(Area).where(Area.kind.in_(kinds)).order_by(Area.division, Area.code)).all()


def _either(session: Session, filters: Filters, limit: int, **where: Any) -> list[Waiting]:
    """The first of each kind: between them, the first of both."""
    return [
        *session.scalars(_some(Text, filters, TEXT, limit, **where)),
        *session.scalars(_some(Report, filters, REPORT, limit, **where)),
    ]


def _some(
    table: type[Text] | type[Report],
    filters: Filters,
    kind: str,
    limit: int,
    after: Position | None = None,
    before: Position | None = None,
    backwards: bool = False,
) -> Select[Any]:
    chosen = select(table).where(_chosen(table, filters, kind))
    spot = tuple_(table.received_on, table.id)
    if after:
        chosen = chosen.where(spot > (after.on, after.id))
    if before:
        chosen = chosen.where(spot < (before.on, before.id))
    order = (table.received_on, table.id)
    return chosen.order_by(*(one.desc() for one in order) if backwards else order).limit(limit)


def _chosen(table: type[Text] | type[Report], filters: Filters, kind: str) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [table.status == filters.status]
    if filters.round_id is not None:
        conditions.append(table.round_id == filters.round_id)
    if filters.area_id is not None:
        conditions.append(table.area_id.in_(_within(filters.area_id)))
    if filters.language:
        conditions.append(table.language == filters.language)
    if filters.kind not in ("", kind):
        conditions.append(false())
    return and_(*conditions)


def _capped(table: type[Text] | type[Report], filters: Filters, kind: str) -> Any:
    some = select(table.id).where(_chosen(table, filters, kind)).limit(MOST_COUNTED + 1).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _within(area_id: int) -> Select[int]:
    tree = select(Area.id).where(Area.id == area_id).cte(recursive=True)
    tree = tree.union_all(select(Area.id).where(Area.parent_id == tree.c.id))
    return select(tree.c.id)
