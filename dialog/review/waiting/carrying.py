"""Doing what was previewed to each of a selection, and undoing it as a whole."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.review.actions import NotPossible, accept, reopen, set_aside
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside
from dialog.review.waiting.assigning import assignees, write_assignments
from dialog.review.waiting.kinds import KINDS
from dialog.review.waiting.models import DONE, PREVIEWED, UNDONE, SelectedItem, Selection
from dialog.review.waiting.selecting import ACCEPT, ASSIGN, PUT_ASIDE, Outcome, may_be, number_selected, selected_ids
from dialog.review.waiting.taking import taken_by_others
from dialog.texts.models import ACCEPTED, SET_ASIDE

_HINDERED = (NotPossible, VoiceSetAside, VoiceNotSetAside)
_BECAME = {ACCEPT: ACCEPTED, PUT_ASIDE: SET_ASIDE}


class NotNow(ValueError):
    """It has been carried out, or undone, already."""


def carry_out_selection(session: Session, selection: Selection, *, by: int, at: datetime) -> Outcome:
    """Do to each what was previewed, unless it has changed since. Raises NotNow."""
    _insist(session, selection, PREVIEWED, DONE)
    if selection.action == ASSIGN:
        done = _assign(session, selection)
    else:
        taken = taken_by_others(session, [id for _, id in selected_ids(session, selection)], by=by, at=at)
        free = [item for item in _items(session, selection, KINDS) if item.id not in taken]
        done = [item.id for item in free if _decide(session, item, selection.action, by=by, at=at)]
    _mark(session, selection, done)
    outcome = number_selected(session, selection)
    _record(session, selection, f"selection: {selection.action.replace('_', ' ')}", outcome.done, by=by)
    return outcome


def undo_selection(session: Session, selection: Selection, *, by: int, at: datetime) -> Outcome:
    """Put back all that the selection changed, unless somebody has changed it since. Raises NotNow."""
    _insist(session, selection, DONE, UNDONE)
    if selection.action == ASSIGN:
        back = _take_back_tasks(session, selection)
    else:
        # Reports before texts: a voice that is set aside has to be restored before what it says
        done = _items(session, selection, reversed(KINDS), is_done=True)
        back = sum(_put_back(session, item, _BECAME[selection.action], by=by, at=at) for item in done)
    outcome = Outcome(back, number_selected(session, selection).done - back)
    _record(session, selection, "selection undone", back, by=by)
    return outcome


def _items(session: Session, selection: Selection, kinds: Iterable[str], *, is_done: bool | None = None) -> list[Any]:
    """Those selected, one kind after the other."""
    by_kind: dict[str, list[UUID]] = {}
    for kind, id in selected_ids(session, selection, is_done=is_done):
        by_kind.setdefault(kind, []).append(id)
    return [item for kind in kinds if kind in by_kind for item in _held(session, kind, by_kind[kind])]


def _held(session: Session, kind: str, ids: Sequence[UUID]) -> Sequence[Any]:
    """As they stand now, held until the transaction ends."""
    table = KINDS[kind].table
    touch = update(table).where(table.id.in_(ids)).values(status=table.status)
    session.execute(touch, execution_options={"synchronize_session": False})
    chosen = select(table).where(table.id.in_(ids)).execution_options(populate_existing=True)
    return session.scalars(chosen.order_by(table.received_on, table.id)).all()


def _decide(session: Session, item: Any, action: str, *, by: int, at: datetime) -> bool:
    if not may_be(item, action):
        return False
    try:
        (accept if action == ACCEPT else set_aside)(session, item, by=by, at=at)
    except _HINDERED:
        return False
    return True


def _put_back(session: Session, item: Any, became: str, *, by: int, at: datetime) -> bool:
    if item.status != became:
        return False
    try:
        reopen(session, item, by=by, at=at)
    except _HINDERED:
        return False
    return True


def _assign(session: Session, selection: Selection) -> list[UUID]:
    chosen = selected_ids(session, selection)
    before = assignees(session, [id for _, id in chosen])
    for kind in {kind for kind, _ in chosen}:
        write_assignments(session, kind, {id: selection.assignee_id for one, id in chosen if one == kind})
    for id, (staff_id, _) in before.items():
        own = (SelectedItem.selection_id == selection.id) & (SelectedItem.item_id == id)
        session.execute(update(SelectedItem).where(own).values(was_assigned_to=staff_id))
    return [id for _, id in chosen]


def _take_back_tasks(session: Session, selection: Selection) -> int:
    """Each is again the task of who had it before, unless it was assigned anew meanwhile."""
    chosen = select(SelectedItem).where(SelectedItem.selection_id == selection.id, SelectedItem.is_done)
    items = session.scalars(chosen.execution_options(populate_existing=True)).all()
    now = assignees(session, [one.item_id for one in items])
    same = [one for one in items if now.get(one.item_id, (None, ""))[0] == selection.assignee_id]
    for kind in {one.kind for one in same}:
        write_assignments(session, kind, {one.item_id: one.was_assigned_to for one in same if one.kind == kind})
    return len(same)


def _insist(session: Session, selection: Selection, state: str, next_state: str) -> None:
    """Give it its next state, unless somebody pressed twice. Raises NotNow."""
    step = update(Selection).where(Selection.id == selection.id, Selection.state == state).values(state=next_state)
    if not session.execute(step, execution_options={"synchronize_session": False}).rowcount:  # type: ignore[attr-defined]
        raise NotNow(selection.state)
    session.refresh(selection)


def _mark(session: Session, selection: Selection, ids: Sequence[UUID]) -> None:
    own = (SelectedItem.selection_id == selection.id) & SelectedItem.item_id.in_(ids)
    session.execute(update(SelectedItem).where(own).values(is_done=True))


def _record(session: Session, selection: Selection, action: str, number: int, *, by: int) -> None:
    record(session, action, f"selection {selection.id}", by=by, number=number)
