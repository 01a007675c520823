"""Reading the areas of one version of a division: what staff see of it, its gaps and overlaps, what is new in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session, aliased

from dialog.areas.coverage import Coverage, coverage
from dialog.areas.divisions import Difference
from dialog.areas.kinds import WHOLE
from dialog.areas.models import Area, Division, Population
from dialog.areas.queries import compared
from dialog.geography.surfaces import km2

ON_A_PAGE = 200  # areas
CHECKED_AT_ONCE = 400  # areas whose gaps are looked for without being asked: it takes a second

Marks = tuple[Any, ...]

_checked: dict[str, tuple[Marks, list[Coverage]]] = {}  # by division; one process serves one database
_compared: dict[tuple[str, str], tuple[Marks, Difference]] = {}


@dataclass(frozen=True)
class Listed:
    """One version of a division, and how many areas it holds."""

    key: str
    family: str
    version: str
    is_current: bool
    source: str
    projection: str
    loaded_on: Any
    areas: int


@dataclass(frozen=True)
class Line:
    """One area as staff see it."""

    id: int
    code: str
    kind: str
    names: Mapping[str, str]
    parent: Mapping[str, str] | None  # the names of what it lies in
    population: int | None
    year: int | None  # of the latest figures by age and sex
    outline: BaseGeometry | None
    km2: float | None


def listed_divisions(session: Session) -> list[Listed]:
    """Every version that is listed, and every division that only areas name, by family, the newest first."""
    held = dict(session.execute(select(Area.division, func.count()).group_by(Area.division)).all())
    found = [
        Listed(
            one.key,
            one.family,
            one.version,
            one.is_current,
            one.source,
            one.projection,
            one.loaded_on,
            held.get(one.key, 0),
        )
        for one in session.scalars(select(Division))
    ]
    known = {one.key for one in found}
    unlisted = [Listed(key, key, "", True, "", "", None, number) for key, number in held.items() if key not in known]
    by_version = sorted([*found, *unlisted], key=lambda one: one.version, reverse=True)
    return sorted(by_version, key=lambda one: one.family)


def lines_of(session: Session, division: str, *, after: str = "") -> list[Line]:
    """The areas of a division by code, from the one after this code on, at most ON_A_PAGE and one more."""
    above = aliased(Area)
    chosen = (
        select(Area.id, Area.code, Area.kind, Area.names, above.names.label("parent"), Area.population, Area.outline)
        .outerjoin(above, above.id == Area.parent_id)
        .where(Area.division == division, Area.code > after)
        .order_by(Area.code)
        .limit(ON_A_PAGE + 1)
    )
    rows = session.execute(chosen).all()
    latest = select(Population.area_id, func.max(Population.year)).where(
        Population.area_id.in_([row.id for row in rows])
    )
    years = dict(session.execute(latest.group_by(Population.area_id)).all())
    outlines = {row.id: shape(row.outline) for row in rows if row.outline}
    sizes = dict(zip(outlines, km2(list(outlines.values())).tolist(), strict=True)) if outlines else {}
    return [
        Line(
            row.id, row.code, row.kind, row.names, row.parent, row.population, years.get(row.id),
            outlines.get(row.id), sizes.get(row.id),
        )
        for row in rows
    ]  # fmt: skip


def coverages(session: Session, division: str) -> list[Coverage]:
    """How the areas of a division cover what they lie in; kept until one of them changes."""
    marks = _marks(session, division)
    kept = _checked.get(division)
    if kept is None or kept[0] != marks:
        kept = _checked[division] = (marks, _coverages(session, division))
    return kept[1]


def difference(session: Session, one: str, other: str) -> Difference:
    """What `compared` finds, kept until an area of the two changes. Raises NoSuchArea."""
    marks = (*_marks(session, one), *_marks(session, other))
    kept = _compared.get((one, other))
    if kept is None or kept[0] != marks:
        kept = _compared[one, other] = (marks, compared(session, one, other))
    return kept[1]


def names_of_areas(session: Session, ids: Sequence[int]) -> dict[int, Mapping[str, str]]:
    return dict(session.execute(select(Area.id, Area.names).where(Area.id.in_(ids))).all())


def _coverages(session: Session, division: str) -> list[Coverage]:
    chosen = select(Area.id, Area.parent_id, Area.outline).where(Area.division == division, Area.code != WHOLE)
    parts: dict[int, dict[int, BaseGeometry]] = defaultdict(dict)
    for id, parent_id, outline in session.execute(chosen.order_by(Area.id)):
        if parent_id and outline:
            parts[parent_id][id] = shape(outline)
    wholes = select(Area.id, Area.outline).where(Area.id.in_(list(parts))).order_by(Area.id)
    return [coverage(id, shape(outline), parts[id]) for id, outline in session.execute(wholes) if outline]


def _marks(session: Session, division: str) -> Marks:
    """What tells one state of the areas from another, without reading their outlines."""
    outline = cast(Area.outline, String)
    marks = (
        func.count(),
        func.max(Area.id),
        func.sum(func.length(outline)),
        func.sum(func.coalesce(Area.parent_id, 0)),
    )
    return tuple(session.execute(select(*marks).where(Area.division == division)).one())
