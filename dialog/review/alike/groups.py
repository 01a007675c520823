"""Reading what staff keep together: the groups of a round, the members of one, and the one that stands for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.alike.models import AlikeGroup, AlikeReport, AlikeText
from dialog.texts.models import Text

FEWEST = 2  # members: one alone is no group
TEXT, REPORT = "text", "report"

Item = Text | Report
Member = AlikeText | AlikeReport


class NoSuchGroup(LookupError):
    """Nothing is kept together under this id any more."""


@dataclass(frozen=True)
class Group:
    """What is kept together."""

    id: UUID
    kind: str  # TEXT or REPORT
    round_id: int
    head: Item
    statuses: Mapping[str, int]  # how many have each

    @property
    def size(self) -> int:
        return sum(self.statuses.values())


def kind_of(item: Item) -> str:
    return TEXT if isinstance(item, Text) else REPORT


def membership(session: Session, item: Item) -> Member | None:
    """That a text or a report is in a group."""
    return session.get(AlikeText, item.id) if isinstance(item, Text) else session.get(AlikeReport, item.id)


def group_of(session: Session, item: Item) -> Group | None:
    """The group that a text or a report is in."""
    row = membership(session, item)
    return find_group(session, row.group_id) if row else None


def find_group(session: Session, group_id: UUID) -> Group:
    """Raises NoSuchGroup."""
    row = session.get(AlikeGroup, group_id)
    if row is None or not (statuses := _statuses(session, row)):
        raise NoSuchGroup(group_id)
    return Group(group_id, row.kind, row.round_id, _head(session, row), statuses)


def members(session: Session, group_id: UUID, *, after: UUID | None = None, most: int | None = None) -> Sequence[Item]:
    """In the order of their ids, which is chance. Raises NoSuchGroup."""
    if (row := session.get(AlikeGroup, group_id)) is None:
        raise NoSuchGroup(group_id)
    table = _table(row.kind)
    chosen = select(table).where(table.id.in_(ids_of(row.kind, group_id)))
    if after:
        chosen = chosen.where(table.id > after)
    return session.scalars(chosen.order_by(table.id).limit(most)).all()


def groups_of_round(session: Session, round_id: int, *, most: int = 50) -> list[Group]:
    """The latest first."""
    latest = select(AlikeGroup.id).where(AlikeGroup.round_id == round_id)
    ids = session.scalars(latest.order_by(AlikeGroup.at.desc(), AlikeGroup.id).limit(most))
    return [find_group(session, id) for id in ids]


def ids_of(kind: str, group_id: UUID) -> Select[UUID]:
    """The ids of what is in a group."""
    if kind == TEXT:
        return select(AlikeText.text_id).where(AlikeText.group_id == group_id)
    return select(AlikeReport.report_id).where(AlikeReport.group_id == group_id)


def _table(kind: str) -> Any:
    return Text if kind == TEXT else Report


def _statuses(session: Session, row: AlikeGroup) -> Mapping[str, int]:
    table = _table(row.kind)
    counted = select(table.status, func.count().label("number")).where(table.id.in_(ids_of(row.kind, row.id)))
    return {row.status: row.number for row in session.execute(counted.group_by(table.status))}


def _head(session: Session, row: AlikeGroup) -> Item:
    table = _table(row.kind)
    inside = select(table).where(table.id.in_(ids_of(row.kind, row.id)))
    return session.scalars(inside.order_by(table.id != row.head_id, table.id).limit(1)).one()
