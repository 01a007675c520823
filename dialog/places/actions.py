"""What residents tell of places."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from dialog.geography.points import Point, snap_to_grid
from dialog.places.models import ExactPoint, Report
from dialog.texts.actions import keep_texts
from dialog.texts.models import NEW

GRID_METRES = 250  # the published point is the middle of a cell this wide; a later rule follows population density


def submit_report(
    session: Session,
    *,
    round_id: int,
    language: str,
    channel: str,
    on: date,
    answers: Mapping[str, Any],
    placed_by: str,
    area_id: int | None,
    point: Point | None,
    texts: Mapping[str, str],
    erase_on: date,
    response_id: UUID | None = None,
) -> UUID:
    """Keep a report; its exact point goes to its own short-lived table, the rest sees the grid. Its id."""
    coarse = snap_to_grid(point, GRID_METRES) if point else None
    id = uuid4()
    row = {
        "id": id,
        "round_id": round_id,
        "response_id": response_id,
        "language": language,
        "channel": channel,
        "received_on": on,
        "placed_by": placed_by,
        "area_id": area_id,
        "lat": coarse.lat if coarse else None,
        "lon": coarse.lon if coarse else None,
        "answers": dict(answers),
        "status": NEW,
    }
    session.execute(insert(Report.__table__), row)  # type: ignore[arg-type]
    if point:
        erase_exact_points(session, today=on)
        exact = {"report_id": id, "lat": point.lat, "lon": point.lon, "erase_on": erase_on}
        session.execute(insert(ExactPoint.__table__), exact)  # type: ignore[arg-type]
    keep_texts(
        session,
        texts,
        round_id=round_id,
        area_id=area_id,
        language=language,
        channel=channel,
        on=on,
        report_id=id,
    )
    return id


def erase_exact_points(session: Session, *, today: date) -> int:
    """Forget exact points whose time is up; how many. Every new pin does it, and nobody is shown one past its day."""
    return len(
        session.scalars(delete(ExactPoint).where(ExactPoint.erase_on <= today).returning(ExactPoint.report_id)).all()
    )
