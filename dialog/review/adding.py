"""What somebody adds behind the code to what they sent: a text that waits to be reviewed, as every other does."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.receipts.models import Receipt
from dialog.survey.models import Response, Round
from dialog.texts.actions import store_texts, text_rows
from dialog.texts.models import Text

ADDED = "added"  # the question that such a text answers
MOST_ADDED = 20  # to one voice


class EnoughAdded(ValueError):
    """So much has been added to this voice that nothing more is taken."""


def add_text(session: Session, receipt: Receipt, words: str, *, language: str, on: date) -> None:
    """Keep what somebody adds with the report or the response that a code stands for. Raises EnoughAdded."""
    of = {"response_id": receipt.response_id, "report_id": receipt.report_id}
    voice = (
        session.get(Response, receipt.response_id) if receipt.response_id else session.get(Report, receipt.report_id)
    )
    assert voice is not None, "a receipt goes with what it stands for"
    if texts_added(session, receipt) >= MOST_ADDED:
        raise EnoughAdded
    store_texts(
        session,
        text_rows(
            {ADDED: words},
            round_id=voice.round_id,
            area_id=None if session.get_one(Round, voice.round_id).is_of_staff else voice.area_id,
            language=language,
            channel="web",
            on=on,
            **of,
        ),
    )


def texts_added(session: Session, receipt: Receipt) -> int:
    """How many texts have been added so far."""
    whose = Text.response_id == receipt.response_id if receipt.response_id else Text.report_id == receipt.report_id
    return session.scalar(select(func.count()).select_from(Text).where(whose, Text.question == ADDED)) or 0
