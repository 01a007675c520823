"""Reading internal notes: those of the reader's own authority, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.accounts.visibility import Viewer, notes_seen_by
from dialog.review.notes.models import Note


@dataclass(frozen=True)
class Written:
    """A note, and the name of who wrote it."""

    note: Note
    name: str


def notes_about(
    session: Session, *, viewer: Viewer, text_ids: Sequence[UUID] = (), report_ids: Sequence[UUID] = ()
) -> list[Written]:
    """All notes about these that this viewer may read, the oldest first."""
    about = or_(Note.text_id.in_(text_ids), Note.report_id.in_(report_ids))
    seen = select(Note, Staff.name).join(Staff, Staff.id == Note.staff_id)
    seen = seen.where(about, Note.authority.in_(notes_seen_by(viewer)))
    return [Written(note, name) for note, name in session.execute(seen.order_by(Note.at, Note.id))]
