"""Filters of the queue with a name: one's own, and those that colleagues share."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.review.waiting.models import SavedView

MOST_VIEWS = 50  # of one person
LONGEST_NAME = 60  # characters


class NoSuchView(LookupError):
    """One has no such view."""


class TooManyViews(ValueError):
    """One has as many as one may have."""


def views_for(session: Session, staff_id: int) -> Sequence[tuple[SavedView, str]]:
    """One's own by name, then those others share, with whose each is."""
    chosen = select(SavedView, Staff.name).join(Staff, Staff.id == SavedView.staff_id)
    chosen = chosen.where(or_(SavedView.staff_id == staff_id, SavedView.shared))
    chosen = chosen.order_by(SavedView.staff_id != staff_id, SavedView.name, SavedView.id)
    return [(view, name) for view, name in session.execute(chosen)]


def save_view(session: Session, *, name: str, filters: Mapping[str, Any], shared: bool, by: int) -> None:
    """Keep a filter under a name; one's own of the same name is replaced. Raises TooManyViews."""
    own = {view.name: view for view in session.scalars(select(SavedView).where(SavedView.staff_id == by))}
    view = own.get(name)
    if view is None:
        if len(own) >= MOST_VIEWS:
            raise TooManyViews(by)
        view = SavedView(staff_id=by, name=name)
        session.add(view)
    view.filters, view.shared = dict(filters), shared
    session.flush()
    record(session, "view saved", f"view {view.id}", by=by, shared=shared)


def remove_view(session: Session, view_id: int, *, by: int) -> None:
    """Raises NoSuchView for what is not one's own."""
    view = session.get(SavedView, view_id)
    if view is None or view.staff_id != by:
        raise NoSuchView(view_id)
    session.delete(view)
    record(session, "view removed", f"view {view_id}", by=by)
