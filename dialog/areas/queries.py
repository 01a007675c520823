"""Reading areas: the tree, what a round can ask for, and where a point lies."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, String, bindparam, cast, func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.screens import light_features
from dialog.areas.tree import AreaTree
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point
from dialog.languages import MAIN, Words, pick

Marks = tuple[tuple[Any, ...], ...]

_SWEDISH = str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"})  # { stands after z
_GLANCE = 200  # characters of an outline that are looked at to see whether it is still the same
_lookups: dict[int, tuple[Marks, Lookup]] = {}  # by root; one process serves one database
_drawn: dict[tuple[int, str], tuple[Marks, dict[str, Any]]] = {}  # by root and kind


class NoSuchArea(LookupError):
    """There is no area with this code, or more than one; the text says which."""


def root_of(session: Session) -> Area | None:
    """The top of the tree: the first area that lies in no other."""
    return session.scalar(select(Area).where(Area.parent_id.is_(None)).order_by(Area.id).limit(1))


def find_area(session: Session, code: str) -> Area:
    """The one area with this code, of whatever division. Raises NoSuchArea."""
    found = session.scalars(select(Area).where(Area.code == code).order_by(Area.id)).all()
    if len(found) > 1:
        raise NoSuchArea(f"More than one area has the code {code}: {', '.join(one.division for one in found)}.")
    if not found:
        raise NoSuchArea(f"There is no area with the code {code}.")
    return found[0]


def area_tree(session: Session) -> AreaTree:
    """The whole tree, by id."""
    return AreaTree({row.id: row.parent_id for row in session.execute(select(Area.id, Area.parent_id))})


def areas_in(session: Session, root_id: int) -> list[Area]:
    """An area and everything in it, level by level and by name, without outlines."""
    tree = area_tree(session)
    wanted = [root_id, *tree.descendants(root_id)]
    found = session.scalars(select(Area).where(Area.id.in_(wanted))).all()
    return sorted(found, key=lambda area: (tree.level(area.id), _alphabetical(area.names), area.id))


def choices(session: Session, *, root_id: int, kind: str) -> list[Area]:
    """The areas of one kind in an area, by name; the area itself when it is of that kind and holds no other."""
    found = session.scalars(_of_kind, {"root": root_id, "kind": kind}).all()
    below = [area for area in found if area.id != root_id]
    return sorted(below or found, key=lambda area: (_alphabetical(area.names), area.id))


def _areas_of_kind() -> Select[Area]:
    """Put together once: every form that is asked for needs it."""
    inside = select(Area.id, Area.kind).where(Area.id == bindparam("root")).cte("inside", recursive=True)
    inside = inside.union_all(select(Area.id, Area.kind).join(inside, Area.parent_id == inside.c.id))
    return select(Area).join(inside, Area.id == inside.c.id).where(inside.c.kind == bindparam("kind"))


_of_kind = _areas_of_kind()


def kinds_in(session: Session, root_id: int) -> list[str]:
    """The kinds of area in an area, its own first."""
    return list(dict.fromkeys(area.kind for area in areas_in(session, root_id)))


def locator(session: Session, root_id: int) -> Lookup:
    """Finds the areas of a point in an area; kept from one call to the next until an outline changes."""
    marks = _marks(session, root_id)
    kept = _lookups.get(root_id)
    if kept is None or kept[0] != marks:
        outlines = dict(_outlines(session, [mark[0] for mark in marks if mark[2]]))
        kept = _lookups[root_id] = (marks, Lookup(outlines))
    return kept[1]


def finest_area(session: Session, point: Point, root_id: int) -> Area | None:
    """The smallest area that holds a point; None outside them all."""
    found = locator(session, root_id).find(point)
    return session.get(Area, found[0]) if found else None


def outlines_geojson(session: Session, root_id: int, kind: str) -> dict[str, Any]:
    """The outlines of the areas that `choices` gives, light enough for a screen; kept until an area changes.

    A GeoJSON FeatureCollection, WGS84, each feature with {id, code, names}.
    """
    marks = _marks(session, root_id)
    kept = _drawn.get((root_id, kind))
    if kept is None or kept[0] != marks:
        kept = _drawn[root_id, kind] = (marks, _draw(session, choices(session, root_id=root_id, kind=kind)))
    features = [{**feature, "properties": dict(feature["properties"])} for feature in kept[1]["features"]]
    return {**kept[1], "features": features}


def _draw(session: Session, areas: Sequence[Area]) -> dict[str, Any]:
    outlines = dict(_outlines(session, [area.id for area in areas]))
    return light_features(
        [
            ({"id": area.id, "code": area.code, "names": dict(area.names)}, outlines[area.id])
            for area in areas
            if area.id in outlines
        ]
    )


def _outlines(session: Session, ids: Sequence[int]) -> list[tuple[int, dict[str, Any]]]:
    chosen = select(Area.id, Area.outline).where(Area.id.in_(ids)).order_by(Area.id)
    return [(id, outline) for id, outline in session.execute(chosen) if outline]


def _marks(session: Session, root_id: int) -> Marks:
    """What tells one state of the areas from another, without reading their outlines."""
    outline, names = cast(Area.outline, String), cast(Area.names, String)
    marks = (func.length(outline), func.substr(outline, 1, _GLANCE), names, Area.code, Area.kind)
    rows = session.execute(select(Area.id, Area.parent_id, *marks).order_by(Area.id)).all()
    inside = {root_id, *AreaTree({row.id: row.parent_id for row in rows}).descendants(root_id)}
    return tuple(tuple(row) for row in rows if row.id in inside)


def _alphabetical(names: Words) -> str:
    """Sorts as Swedish does: å, ä and ö after z."""
    return pick(names, MAIN)[0].casefold().translate(_SWEDISH)
