"""Writing internal notes, and taking one's own away. What a note says never stands in the log."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.places.models import Report
from dialog.review.notes.models import Note
from dialog.texts.models import Text


class NoSuchNote(LookupError):
    """There is no such note of one's own."""


def add_note(session: Session, about: Text | Report, *, body: str, staff: Staff, at: datetime) -> Note:
    """Note something, for those of the writer's authority."""
    note = Note(body=body, authority=staff.authority, staff_id=staff.id, at=at)
    if isinstance(about, Text):
        note.text_id = about.id
    else:
        note.report_id = about.id
    session.add(note)
    session.flush()
    record(session, "note written", _subject(note), by=staff.id)
    return note


def remove_note(session: Session, note_id: UUID, *, staff: Staff) -> None:
    """Take away a note that one wrote oneself. Raises NoSuchNote."""
    note = session.get(Note, note_id)
    if note is None or note.staff_id != staff.id or note.authority != staff.authority:
        raise NoSuchNote(note_id)
    subject = _subject(note)
    session.delete(note)
    session.flush()
    record(session, "note removed", subject, by=staff.id)


def _subject(note: Note) -> str:
    return f"text {note.text_id}" if note.text_id else f"report {note.report_id}"
