"""What the page of a text says of its being held back."""

from dataclasses import dataclass

from flask_babel import format_datetime
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.holding.models import Holding
from dialog.review.holding.reasons import OTHER, REASONS
from dialog.texts.models import ACCEPTED, NEW, Text


@dataclass(frozen=True)
class Held:
    """A text's holding in words."""

    is_held: bool
    reason: str
    first_name: str  # who looked first; empty while nobody has
    first_when: str
    is_own_look: bool  # it was the reader
    can_be_held: bool
    reasons: list[tuple[str, str]]


def held_of(session: Session, text: Text, *, reader: int) -> Held:
    holding = session.get(Holding, text.id) if text.held else None
    reason = holding.reason if holding else (text.suspicion or "")
    first = session.get(Staff, holding.first_by) if holding and holding.first_by else None
    return Held(
        is_held=text.held,
        reason=_(REASONS.get(reason, REASONS[OTHER])),
        first_name=first.name if first else "",
        first_when=format_datetime(holding.first_at, "d MMM y HH:mm") if holding and holding.first_at else "",
        is_own_look=first is not None and first.id == reader,
        can_be_held=not text.held and text.status in (NEW, ACCEPTED),
        reasons=[(id, _(words)) for id, words in REASONS.items()],
    )
