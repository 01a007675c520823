"""Taking the areas of a map into the tree."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from dialog.areas.actions import keep_area
from dialog.areas.features import Feature, without_geometry
from dialog.areas.models import Area
from dialog.areas.queries import area_tree
from dialog.audit.actions import record
from dialog.geography.outlines import union, write_outline
from dialog.languages import N_, Words, in_every_language
from dialog.rows.rejects import Rejects

WHOLE = "whole"  # code of the area that is made to hold all others
WHOLE_NAME = N_("The whole area")
MUNICIPALITY = "municipality"
_MOST = 0.9  # of its surface must lie in an area for it to be the parent: two maps never draw the same border
_LARGER = 1.05  # times its surface must a parent have


@dataclass(frozen=True)
class Outer:
    """An area that may hold others."""

    id: int
    outline: BaseGeometry


@dataclass(frozen=True)
class Taken:
    """What a load did."""

    new: int
    renewed: int
    root: Area | None  # made to hold the areas, since none did


def load_areas(
    session: Session,
    features: Sequence[Feature],
    rejects: Rejects,
    *,
    division: str,
    kind: str,
    parent: Area | None = None,
    root_names: Words | None = None,
) -> Taken:
    """Add the areas, or renew those that the division holds already.

    Each lies in `parent`, else in the smallest area of another division that holds most of it. When none of
    them does, they lie in a municipality made of them all; when only some do not, these are rejected.
    """
    root, placed = None, [(feature, parent.id if parent else None) for feature in features]
    if parent is None:
        outers = _outers(session, division)
        placed = [(feature, _smallest_around(feature.outline, outers)) for feature in features]
        if len(features) > 1 and all(found is None for _, found in placed):
            root = _whole(session, features, division, root_names)
            placed = [(feature, root.id) for feature in features]
    alone = len(features) == 1  # it becomes the top of a tree
    kept = [(feature, found) for feature, found in placed if found is not None or alone]
    for feature, found in placed:
        if found is None and not alone:
            rejects.add(without_geometry(feature.row), "it lies in no area there is; give --parent", column="geometry")
    renewed = _keep(session, kept, division, kind)
    record(session, "areas loaded", f"division {division}", areas=len(kept), kind=kind)
    return Taken(len(kept) - renewed, renewed, root)


def _keep(session: Session, placed: Sequence[tuple[Feature, int | None]], division: str, kind: str) -> int:
    """Write the areas with their parents; how many were there before."""
    known = set(session.scalars(select(Area.code).where(Area.division == division)))
    for feature, parent_id in placed:
        keep_area(
            session,
            division=division,
            code=feature.code,
            kind=kind,
            names=feature.names,
            parent_id=parent_id,
            population=feature.population,
            outline=write_outline(feature.outline),
        )
    return sum(feature.code in known for feature, _ in placed)


def _outers(session: Session, division: str) -> list[Outer]:
    """Areas of other divisions, but none that lies in this one."""
    tree = area_tree(session)
    own = session.scalars(select(Area.id).where(Area.division == division)).all()
    inside = {below for area in own for below in tree.descendants(area)}
    chosen = select(Area).where(Area.division != division).options(undefer(Area.outline)).order_by(Area.id)
    return [
        Outer(one.id, shape(one.outline)) for one in session.scalars(chosen) if one.outline and one.id not in inside
    ]


def _smallest_around(outline: BaseGeometry, outers: Sequence[Outer]) -> int | None:
    around = [
        outer
        for outer in outers
        if outer.outline.area >= _LARGER * outline.area
        and shapely.intersection(outer.outline, outline).area >= _MOST * outline.area
    ]
    return min(around, key=lambda outer: outer.outline.area).id if around else None


def _whole(session: Session, features: Sequence[Feature], division: str, names: Words | None) -> Area:
    """The municipality that the areas make up together."""
    stored = session.scalar(select(Area).where(Area.division == division, Area.code == WHOLE))
    populations = [feature.population for feature in features]
    return keep_area(
        session,
        division=division,
        code=WHOLE,
        kind=MUNICIPALITY,
        names=names or (stored.names if stored else in_every_language(WHOLE_NAME)),
        population=sum(filter(None, populations)) if all(populations) else None,
        outline=write_outline(union([feature.outline for feature in features])),
    )
