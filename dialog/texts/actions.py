"""Keeping free texts."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.texts.models import NEW, Text


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
    same: dict[str, object] = {
        "round_id": round_id,
        "area_id": area_id,
        "language": language,
        "channel": channel,
        "received_on": on,
        "response_id": response_id,
        "report_id": report_id,
        "masks": [],
        "status": NEW,
        "quotable": False,
    }
    rows = [{"id": uuid4(), "question": question, "original": text, **same} for question, text in texts.items()]
    if rows:
        session.execute(insert(Text.__table__), rows)  # type: ignore[arg-type]
