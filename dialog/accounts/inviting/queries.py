"""Reading who has been given a link and has not used it yet."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Invitation


def open_links(session: Session, *, now: datetime) -> Mapping[int, datetime]:
    """Whose link is good, and until when (UTC)."""
    chosen = select(Invitation.staff_id, Invitation.expires_at).where(Invitation.expires_at > now)
    return dict(session.execute(chosen).all())
