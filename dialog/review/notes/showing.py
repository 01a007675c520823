"""The notes that the page of a text or a report shows."""

from typing import Any

from sqlalchemy.orm import Session

from dialog.accounts.gates import me
from dialog.accounts.visibility import may_see_note
from dialog.places.models import Report
from dialog.review.notes.queries import notes_about
from dialog.texts.models import Text


def notes_shown(session: Session, about: Text | Report) -> dict[str, Any]:
    """For staff/notes.html."""
    staff = me()
    ids = {"text_ids" if isinstance(about, Text) else "report_ids": [about.id]}
    return {
        "notes": notes_about(session, viewer=staff, **ids),
        "may_note": may_see_note(staff, of=staff.authority),
        "own_authority": staff.authority,
    }
