"""Making something somebody's task."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff, StaffRole
from dialog.audit.actions import record
from dialog.review.waiting.models import Assignment


class NoSuchReviewer(LookupError):
    """Nobody of that number reviews."""


def all_reviewers(session: Session) -> Sequence[tuple[int, str]]:
    """(id, name) of everybody who reviews now, by name."""
    chosen = select(Staff.id, Staff.name).join(StaffRole, StaffRole.staff_id == Staff.id)
    chosen = chosen.where(StaffRole.role == "reviewer", Staff.active).order_by(Staff.name, Staff.id)
    return [(id, name) for id, name in session.execute(chosen)]


def insist_on_reviewer(session: Session, staff_id: int | None) -> None:
    """Raises NoSuchReviewer."""
    if staff_id not in {id for id, _ in all_reviewers(session)}:
        raise NoSuchReviewer(staff_id)


def assign(session: Session, kind: str, item_id: UUID, *, to: int | None, by: int) -> None:
    """Make it the task of a reviewer, or of nobody. Raises NoSuchReviewer."""
    if to is not None:
        insist_on_reviewer(session, to)
    write_assignments(session, kind, {item_id: to})
    record(session, "assigned" if to else "assignment ended", f"{kind} {item_id}", by=by, **({"to": to} if to else {}))


def write_assignments(session: Session, kind: str, tasks: Mapping[UUID, int | None]) -> None:
    """Whose task each is from now on; None for nobody's."""
    session.execute(delete(Assignment).where(Assignment.item_id.in_(list(tasks))))
    rows = [{"item_id": id, "kind": kind, "staff_id": to} for id, to in tasks.items() if to]
    if rows:
        session.execute(insert(Assignment.__table__), rows)  # type: ignore[arg-type]


def assignees(session: Session, ids: Collection[UUID]) -> Mapping[UUID, tuple[int, str]]:
    """(id, name) of whose task each of these is."""
    chosen = select(Assignment.item_id, Staff.id, Staff.name).join(Staff, Staff.id == Assignment.staff_id)
    return {item: (id, name) for item, id, name in session.execute(chosen.where(Assignment.item_id.in_(ids)))}
