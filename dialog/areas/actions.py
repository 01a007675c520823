"""Adding and changing areas and divisions."""

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.areas.divisions import DivisionName, is_newer
from dialog.areas.kinds import WHOLE
from dialog.areas.models import Area, Division
from dialog.audit.actions import record
from dialog.geography.outlines import Geometry
from dialog.languages import Words

BY_HAND = "by-hand"  # the division of areas that came with no map


class CodeTaken(ValueError):
    """There is an area with this code already."""


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


def add_area(
    session: Session,
    *,
    code: str,
    names: Words,
    kind: str,
    parent_id: int | None = None,
    on: date,
    by: int | None = None,
) -> Area:
    """An area that no map tells of: it has no borders, and points lie in it only where somebody says so.

    Raises CodeTaken.
    """
    if session.scalar(select(Area.id).where(Area.code == code)) is not None:
        raise CodeTaken(code)
    division = keep_division(session, family=BY_HAND, source="added without borders", on=on)
    area = keep_area(session, division=division.key, code=code, kind=kind, names=names, parent_id=parent_id)
    record(session, "areas loaded", f"division {division.key}", by=by, areas=1, kind=kind)
    return area


def keep_division(
    session: Session,
    *,
    family: str,
    version: str = "",
    source: str,
    projection: str = "",
    on: date,
    current: bool | None = None,
) -> Division:
    """A version of a division, or a newer state of it. Its areas are kept with its key.

    Only one version of a family is current: new rounds ask for its areas, and points lie in them. A version that
    is not told to be `current` or not becomes so when it is new and no newer one is there.
    """
    name = DivisionName(family, version)
    stored = session.get(Division, name.key)
    division: Division = stored or Division(key=name.key, family=family, version=version, is_current=False)
    division.source, division.projection, division.loaded_on = source, projection, on
    _own_up(session, name, on)
    if stored is None and current is None:
        now = session.scalar(select(Division.version).where(Division.family == family, Division.is_current))
        current = now is None or not is_newer(now, version)
    session.add(division)
    if current:
        make_current(session, division)
    elif current is not None:
        division.is_current = False
    session.flush()
    return division


def make_current(session: Session, division: Division) -> None:
    """From now on this version of its family is asked for; what rests on another stays with that."""
    others = update(Division).where(Division.family == division.family, Division.key != division.key)
    session.execute(others.values(is_current=False))
    division.is_current = True
    session.flush()


def _own_up(session: Session, name: DivisionName, on: date) -> None:
    """Areas that were kept without a version become the oldest version of their family."""
    listed = session.get(Division, name.family)
    if listed or not name.version:
        return
    if session.scalar(select(Area.id).where(Area.division == name.family, Area.code != WHOLE).limit(1)):
        session.add(
            Division(
                key=name.family,
                family=name.family,
                version="",
                is_current=True,
                source=name.family,
                projection="",
                loaded_on=on,
            )
        )
        session.flush()
