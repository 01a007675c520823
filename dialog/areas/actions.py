"""Adding and changing areas."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.geography.outlines import Geometry
from dialog.languages import Words


def keep_area(
    session: Session,
    *,
    division: str,
    code: str,
    kind: str,
    names: Words,
    parent_id: int | None = None,
    population: int | None = None,
    outline: Geometry | None = None,
) -> Area:
    """A new area, or a newer state of the one that has this code in this division."""
    stored = session.scalar(select(Area).where(Area.division == division, Area.code == code))
    area = stored or Area(division=division, code=code)
    area.kind = kind
    area.names = dict(names)
    area.parent_id = parent_id
    area.population = population
    area.outline = dict(outline) if outline else None
    session.add(area)
    session.flush()
    return area
