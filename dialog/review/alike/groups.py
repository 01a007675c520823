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
    if row is None or not (found := _read(session, [row])):
        raise NoSuchGroup(group_id)
    return found[0]


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
    latest = select(AlikeGroup).where(AlikeGroup.round_id == round_id)
    return _read(session, session.scalars(latest.order_by(AlikeGroup.at.desc(), AlikeGroup.id).limit(most)).all())


def ids_of(kind: str, group_id: UUID) -> Select[UUID]:
    """The ids of what is in a group."""
    if kind == TEXT:
        return select(AlikeText.text_id).where(AlikeText.group_id == group_id)
    return select(AlikeReport.report_id).where(AlikeReport.group_id == group_id)


def _table(kind: str) -> Any:
    return Text if kind == TEXT else Report


def _read(session: Session, rows: Sequence[AlikeGroup]) -> list[Group]:
    """These groups in this order, as many as are wanted in the same few questions; without those that have nobody."""
    statuses: dict[UUID, dict[str, int]] = {}
    heads: dict[UUID, Item] = {}
    for kind in sorted({row.kind for row in rows}):
        ids = [row.id for row in rows if row.kind == kind]
        for id, status, number in session.execute(_counted(kind, ids)):
            statuses.setdefault(id, {})[status] = number
        heads.update((id, head) for id, head in session.execute(_heads(kind, ids)))
    return [Group(row.id, row.kind, row.round_id, heads[row.id], statuses[row.id]) for row in rows if row.id in heads]


def _counted(kind: str, group_ids: Sequence[UUID]) -> Select[Any]:
    """(group, status, how many have it)"""
    table, member = _table(kind), _member(kind)
    counted = select(member.group_id, table.status, func.count()).join(table, table.id == _item_id(kind))
    return counted.where(member.group_id.in_(group_ids)).group_by(member.group_id, table.status)


def _heads(kind: str, group_ids: Sequence[UUID]) -> Select[Any]:
    """(group, the one that stands for the others: who was chosen, else the first)"""
    table, member, item_id = _table(kind), _member(kind), _item_id(kind)
    first = func.row_number().over(partition_by=member.group_id, order_by=(item_id != AlikeGroup.head_id, item_id))
    ranked = select(member.group_id, item_id.label("item_id"), first.label("place"))
    ranked = ranked.join(AlikeGroup, AlikeGroup.id == member.group_id).where(member.group_id.in_(group_ids))
    found = ranked.subquery()
    return select(found.c.group_id, table).join(found, found.c.item_id == table.id).where(found.c.place == 1)


def _member(kind: str) -> Any:
    return AlikeText if kind == TEXT else AlikeReport


def _item_id(kind: str) -> Any:
    return AlikeText.text_id if kind == TEXT else AlikeReport.report_id
