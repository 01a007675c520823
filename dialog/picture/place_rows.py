"""Published places as rows: what residents are offered as said before, and staff follow from edition to edition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from dialog.picture.content import Picture, Place
from dialog.picture.ids import REST
from dialog.places import models
from dialog.places.queries import me_too_counts, still_there


def publish_places(
    session: Session, picture: Picture, area_ids: Mapping[str, int], *, edition: int
) -> tuple[Place, ...] | None:
    """Write the places of a draft that becomes an edition; as that tells of them.

    Rows of places that it does not show stay as they were. The edition holds no ids of reports; their rows do.
    """
    if picture.places is None:
        return None
    chosen = select(models.Place).where(models.Place.key.in_([UUID(one.key) for one in picture.places]))
    rows = {str(row.key): row for row in session.scalars(chosen)}
    more = me_too_counts(session, [row.id for row in rows.values()])
    told = tuple(_as_released(place, rows.get(place.key), more, edition=edition) for place in picture.places)
    for place in picture.places:
        row = rows.get(place.key) or models.Place(key=UUID(place.key), first_edition=edition)
        row.names, row.lat, row.lon, row.metres = dict(place.names), place.lat, place.lon, place.metres
        row.area_id = area_ids.get(place.area.removesuffix(REST))
        row.voices, row.last_edition = _voices(picture, place), edition
        session.add(row)
        session.flush()
        _keep_reports(session, row.id, [UUID(id) for id in place.reports])
    return told


def _as_released(place: Place, row: models.Place | None, more: Mapping[int, int], *, edition: int) -> Place:
    """With what has happened to it since the draft was made."""
    if row is None:
        return replace(place, reports=(), first_edition=edition, before=None, me_too=0)
    before = (row.last_edition, row.voices)
    return replace(place, reports=(), first_edition=row.first_edition, before=before, me_too=more[row.id])


def _voices(picture: Picture, place: Place) -> int:
    table = picture.table("places")
    value = table[(place.item,)].value if table else None
    if value is None:
        raise ValueError(f"{place.key} is told of without its figure")
    return value


def _keep_reports(session: Session, place_id: int, reports: Sequence[UUID]) -> None:
    session.execute(delete(models.PlaceReport).where(models.PlaceReport.place_id == place_id))
    rows = [{"place_id": place_id, "report_id": id} for id in still_there(session, reports)]
    if rows:
        session.execute(insert(models.PlaceReport), rows)
