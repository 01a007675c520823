"""Letting somebody try again at once, who would have to wait."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.accounts.signing.attempts import forget_attempts
from dialog.audit.actions import record


def unlock(session: Session, staff: Staff, *, keys: Sequence[str], by: int) -> None:
    """Forget the wrong passwords and codes of somebody; `keys` are what their attempts are counted under."""
    forget_attempts(session, *keys)
    record(session, "unlocked", f"staff {staff.id}", by=by)
