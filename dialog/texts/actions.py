"""Keeping free texts."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.texts.models import Text


def keep_texts(
    session: Session,
    texts: Mapping[str, str],
    *,
    round_id: int,
    area_id: int | None,
    language: str,
    channel: str,
    on: date,
    response_id: UUID | None = None,
    report_id: UUID | None = None,
) -> None:
    """Each text (by question id) becomes a row of its own and waits to be reviewed."""
    session.add_all(
        Text(
            question=question,
            original=text,
            round_id=round_id,
            area_id=area_id,
            language=language,
            channel=channel,
            received_on=on,
            response_id=response_id,
            report_id=report_id,
        )
        for question, text in texts.items()
    )
