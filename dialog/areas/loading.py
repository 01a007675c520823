"""Taking the areas of a map into the tree."""

from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, undefer

from dialog.areas.actions import keep_area
from dialog.areas.divisions import DivisionName
from dialog.areas.features import LIES_IN_NOTHING, Feature
from dialog.areas.kinds import COUNTY, MUNICIPALITY, REGION, WHOLE, codes_above
from dialog.areas.models import Area, Division
from dialog.areas.placing import Outer, Surroundings
from dialog.areas.queries import area_tree, counts, of_older_divisions
from dialog.audit.actions import record
from dialog.geography.outlines import union, write_outline
from dialog.languages import N_, Words, in_every_language
from dialog.rows.rejects import Rejects

WHOLE_NAME = N_("The whole area")
Placed = tuple[Feature, int | None]  # and the id of what it lies in

_LARGE = (MUNICIPALITY, COUNTY)  # what several of these lie in is no municipality


@dataclass(frozen=True)
class Taken:
    """What a load did."""

    new: int
    renewed: int
    root: Area | None  # made to hold the areas, since none did
    out_of_use: Sequence[str] = ()  # divisions below the older version: they must be loaded again to have a place


def load_areas(
    session: Session,
    features: Sequence[Feature],
    rejects: Rejects,
    *,
    division: DivisionName,
    kind: str,
    parent: Area | None = None,
    root_names: Words | None = None,
    by: int | None = None,
) -> Taken:
    """Add the areas, or renew those that the division holds already.

    Each lies in `parent`, else in the smallest area of another family that its code or its border places it in.
    When none of them does, they lie in a municipality made of them all; when only some do not, these are rejected.
    """
    root, placed = None, [(feature, parent.id if parent else None) for feature in features]
    if parent is None:
        placed = _placed(session, features, division, kind)
        if len(features) > 1 and all(found is None for _, found in placed):
            root = _whole(session, features, division, kind, root_names)
            placed = [(feature, root.id) for feature in features]
    alone = len(features) == 1  # it becomes the top of a tree
    kept = [(feature, found) for feature, found in placed if found is not None or alone]
    for feature, found in placed:
        if found is None and not alone:
            rejects.add(feature.row, LIES_IN_NOTHING, column="geometry")
    renewed = _keep(session, kept, division, kind)
    record(session, "areas loaded", f"division {division.key}", by=by, areas=len(kept), kind=kind)
    return Taken(len(kept) - renewed, renewed, root, _below_older_versions(session, division))


def _placed(session: Session, features: Sequence[Feature], division: DivisionName, kind: str) -> list[Placed]:
    """What each area lies in; those at the edge lie where the areas beside them lie."""
    around = Surroundings(_outers(session, division))
    placed = [(one, around.around(one.outline, codes_above(one.code, kind, one.row.values))) for one in features]
    used = {found for _, found in placed if found is not None}

    def settled(outline: BaseGeometry, found: int | None) -> int | None:
        return around.nearest(outline, used) if found is None else around.finer(outline, found, used)

    return [(one, settled(one.outline, found)) for one, found in placed]


def _keep(session: Session, placed: Sequence[Placed], division: DivisionName, kind: str) -> int:
    """Write the areas with their parents; how many were there before. A map without people takes none away."""
    stored = {area.code: area for area in session.scalars(select(Area).where(Area.division == division.key))}
    for feature, parent_id in placed:
        area = stored.get(feature.code) or Area(division=division.key, code=feature.code, population=None)
        area.kind, area.names, area.parent_id = kind, dict(feature.names), parent_id
        area.population = feature.population or area.population
        area.outline = write_outline(feature.outline)
        session.add(area)
    session.flush()
    return sum(feature.code in stored for feature, _ in placed)


def _outers(session: Session, division: DivisionName) -> list[Outer]:
    """Areas of current versions of other families, but none that lies in this one."""
    tree = area_tree(session)
    own = session.scalars(select(Area.id).where(_of_family(division))).all()
    inside = {below for area in own for below in [area, *tree.descendants(area)]}
    chosen = select(Area).where(counts()).options(undefer(Area.outline))
    found = session.scalars(chosen.order_by(Area.id))
    return [Outer(one.id, one.code, shape(one.outline)) for one in found if one.outline and one.id not in inside]


def _of_family(division: DivisionName) -> ColumnElement[bool]:
    keys = select(Division.key).where(Division.family == division.family)
    return Area.division.in_(keys) | Area.division.in_([division.key, division.family])


def _below_older_versions(session: Session, division: DivisionName) -> list[str]:
    """Divisions that are current, but whose areas lie in a version that is not."""
    above = select(Area.id).where(_of_family(division), Area.division.in_(of_older_divisions()))
    chosen = select(Area.division).where(Area.parent_id.in_(above), Area.division.not_in(of_older_divisions()))
    return sorted(session.scalars(chosen.distinct()))


def _whole(
    session: Session, features: Sequence[Feature], division: DivisionName, kind: str, names: Words | None
) -> Area:
    """What the areas make up together, with those of the division that were there and are not loaded now."""
    stored = session.scalar(select(Area).where(Area.division == division.family, Area.code == WHOLE))
    populations = [feature.population for feature in features]
    before = _outlines_beside(session, features, division)
    return keep_area(
        session,
        division=division.family,
        code=WHOLE,
        kind=REGION if kind in _LARGE else MUNICIPALITY,
        names=names or (stored.names if stored else in_every_language(WHOLE_NAME)),
        population=None if before or not all(populations) else sum(filter(None, populations)),
        outline=write_outline(union([*(feature.outline for feature in features), *before])),
    )


def _outlines_beside(session: Session, features: Sequence[Feature], division: DivisionName) -> list[BaseGeometry]:
    loaded = {feature.code for feature in features}
    chosen = select(Area.code, Area.outline).where(Area.division == division.key, Area.code != WHOLE)
    return [shape(outline) for code, outline in session.execute(chosen) if outline and code not in loaded]
