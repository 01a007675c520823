"""What residents tell of places."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.places.coarsening.points import coarse_points
from dialog.places.models import ExactPoint, MeToo, Report
from dialog.texts.actions import erase_originals, store_texts, text_rows
from dialog.texts.models import NEW


def submit_report(
    session: Session,
    *,
    round_id: int,
    root_id: int,
    language: str,
    channel: str,
    on: date,
    answers: Mapping[str, Any],
    placed_by: str,
    area_id: int | None,
    point: Point | None = None,
    to_point: Point | None = None,
    landmark: str | None = None,
    texts: Mapping[str, str],
    erase_on: date,
    response_id: UUID | None = None,
    part_of: UUID | None = None,
    inhabitants: int = 50,
) -> UUID:
    """Keep a report of a place, or with `to_point` of the way there. Its id.

    Exact points go to a short-lived table of their own; everybody else sees the middle of a cell in which at least
    `inhabitants` people live. Of several places sent together the others are `part_of` the first, which has the texts.
    """
    id = uuid4()
    arriving = text_rows(
        texts, round_id=round_id, area_id=area_id, language=language, channel=channel, on=on, report_id=id
    )
    row = {
        "id": id,
        "round_id": round_id,
        "response_id": response_id,
        "part_of": part_of,
        "language": language,
        "channel": channel,
        "received_on": on,
        "placed_by": placed_by,
        "area_id": area_id,
        **_coarse_columns(session, point, to_point, root_id=root_id, inhabitants=inhabitants),
        "answers": dict(answers),
        "status": NEW,
    }
    session.execute(insert(Report.__table__), row)  # type: ignore[arg-type]
    if point:
        _keep_exact_point(session, id, point, to_point, landmark, on=on, erase_on=erase_on)
    store_texts(session, arriving)
    return id


def _coarse_columns(
    session: Session, point: Point | None, to_point: Point | None, *, root_id: int, inhabitants: int
) -> dict[str, float | int | None]:
    """What everybody may see of where a report is: lat, lon, to_lat, to_lon and, the wider of both, within."""
    if point is None:
        return {"lat": None, "lon": None, "to_lat": None, "to_lon": None, "within": None}
    ends = [point, to_point] if to_point else [point]
    cells = coarse_points(session, ends, root_id=root_id, inhabitants=inhabitants)
    end = cells[1].point if to_point else None
    return {
        "lat": cells[0].point.lat,
        "lon": cells[0].point.lon,
        "to_lat": end.lat if end else None,
        "to_lon": end.lon if end else None,
        "within": max(cell.within for cell in cells),
    }


def _keep_exact_point(
    session: Session, id: UUID, point: Point, to_point: Point | None, landmark: str | None, *, on: date, erase_on: date
) -> None:
    """For reviewers, for a while. Every new one forgets those whose time is up, and photos before blurring as well."""
    erase_exact_points(session, today=on)
    erase_originals(session, today=on)
    row = {
        "report_id": id,
        "lat": point.lat,
        "lon": point.lon,
        "to_lat": to_point.lat if to_point else None,
        "to_lon": to_point.lon if to_point else None,
        "landmark": landmark,
        "erase_on": erase_on,
    }
    session.execute(insert(ExactPoint.__table__), row)  # type: ignore[arg-type]


def erase_exact_points(session: Session, *, today: date) -> int:
    """Forget exact points whose time is up; how many. Every new pin does it, and nobody is shown one past its day."""
    return len(
        session.scalars(delete(ExactPoint).where(ExactPoint.erase_on <= today).returning(ExactPoint.report_id)).all()
    )


def say_me_too(session: Session, *, place_id: int, key_hash: str, on: date) -> bool:
    """Count somebody beside the voices of a published place; False when this filling has been counted before.

    Raises IntegrityError when the same comes twice at the same moment.
    """
    if session.get(MeToo, key_hash):
        return False
    row = {"key_hash": key_hash, "place_id": place_id, "received_on": on}
    session.execute(insert(MeToo.__table__), row)  # type: ignore[arg-type]
    return True
