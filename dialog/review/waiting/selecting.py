"""Deciding about many at once: exactly those that were shown before, logged one by one, and undone as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from dialog.review.waiting.assigning import insist_on_reviewer
from dialog.review.waiting.filters import NEW, Filters
from dialog.review.waiting.kinds import KINDS, REPORT, TEXT, Waiting, kind_of
from dialog.review.waiting.leading import Stretch
from dialog.review.waiting.models import PREVIEWED, SelectedItem, Selection
from dialog.review.waiting.paging import read_stretch
from dialog.review.waiting.taking import taken_by_others
from dialog.texts.models import Text

ACCEPT, PUT_ASIDE, ASSIGN = "accept", "set_aside", "assign"
ACTIONS = (ACCEPT, PUT_ASIDE, ASSIGN)
MOST_SELECTED = 1_000
SAMPLE = 20


class NoSuchSelection(LookupError):
    """One has made no such selection."""


class UnknownAction(ValueError):
    """Many can't be decided about like this."""


class NothingSelected(ValueError):
    """The filter selects nothing that this can be done to."""


@dataclass(frozen=True)
class Outcome:
    """To how many it was done, and how many were left as they are since somebody was quicker."""

    done: int
    left: int


def select_items(
    session: Session,
    filters: Filters,
    *,
    action: str,
    assignee: int | None = None,
    address: dict[str, Any],
    by: int,
    at: datetime,
) -> Selection:
    """Fix what a filter selects now, the oldest MOST_SELECTED of it; nothing is done to them yet.

    Texts that are held back are not accepted with others, and what somebody else is at work on is left out.
    Raises UnknownAction, NoSuchReviewer or NothingSelected.
    """
    if action not in ACTIONS:
        raise UnknownAction(action)
    if action == ASSIGN and assignee is not None:
        insist_on_reviewer(session, assignee)
    found = read_stretch(session, filters, Stretch(MOST_SELECTED))
    taken = taken_by_others(session, [item.id for item in found], by=by, at=at)
    chosen = [item for item in found if may_be(item, action) and item.id not in taken]
    if not chosen:
        raise NothingSelected
    selection = Selection(
        staff_id=by, action=action, assignee_id=assignee, filters=address, state=PREVIEWED, made_at=at
    )
    session.add(selection)
    session.flush()
    rows = [
        {"selection_id": selection.id, "item_id": item.id, "kind": kind_of(item).id, "is_done": False}
        for item in chosen
    ]
    session.execute(insert(SelectedItem.__table__), rows)  # type: ignore[arg-type]
    return selection


def find_selection(session: Session, selection_id: UUID, *, by: int) -> Selection:
    """Raises NoSuchSelection for what somebody else selected."""
    found = session.get(Selection, selection_id)
    if found is None or found.staff_id != by:
        raise NoSuchSelection(selection_id)
    return found


def selected_ids(session: Session, selection: Selection, *, is_done: bool | None = None) -> Sequence[tuple[str, UUID]]:
    """(kind, id) of each, by id."""
    chosen = select(SelectedItem.kind, SelectedItem.item_id).where(SelectedItem.selection_id == selection.id)
    if is_done is not None:
        chosen = chosen.where(SelectedItem.is_done.is_(is_done))
    return [(kind, id) for kind, id in session.execute(chosen.order_by(SelectedItem.item_id))]


def number_selected(session: Session, selection: Selection) -> Outcome:
    """How many are done, and how many are not."""
    rows = select(SelectedItem.is_done, func.count()).where(SelectedItem.selection_id == selection.id)
    numbers = {row.is_done: row[1] for row in session.execute(rows.group_by(SelectedItem.is_done))}
    return Outcome(numbers.get(True, 0), numbers.get(False, 0))


def sample_of(session: Session, selection: Selection) -> Sequence[Waiting]:
    """The oldest of them."""
    ids: dict[str, list[UUID]] = {}
    for kind, id in selected_ids(session, selection):
        ids.setdefault(kind, []).append(id)
    found = [item for kind, some in ids.items() for item in _read(session, kind, some)]
    return sorted(found, key=lambda item: (item.received_on, item.id))[:SAMPLE]


def may_be(item: Waiting, action: str) -> bool:
    """Whether this can be done to it with many others."""
    if action == ASSIGN:
        return True
    waits = item.status == NEW and kind_of(item).id in (TEXT, REPORT)
    return waits and not (action == ACCEPT and isinstance(item, Text) and item.held)


def _read(session: Session, kind: str, ids: Sequence[UUID]) -> Sequence[Waiting]:
    table = KINDS[kind].table
    return session.scalars(select(table).where(table.id.in_(ids))).all()
