"""Reading areas: the tree, what a round can ask for, and where a point lies."""

from collections.abc import Sequence
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy import ColumnElement, Select, String, bindparam, case, cast, func, select
from sqlalchemy.orm import Session

from dialog.areas.divisions import Difference, DivisionName, compare
from dialog.areas.kinds import WHOLE
from dialog.areas.models import Area, Division
from dialog.areas.screens import light_features
from dialog.areas.tree import AreaTree
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point
from dialog.languages import MAIN, N_, Sentence, Words, pick

Marks = tuple[tuple[Any, ...], ...]

_SWEDISH = str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"})  # { stands after z
_GLANCE = 200  # characters of an outline that are looked at to see whether it is still the same
_lookups: dict[tuple[int, str | None], tuple[Marks, Lookup]] = {}  # by root and division; a process has one database
_drawn: dict[tuple[int, str, str | None], tuple[Marks, dict[str, Any]]] = {}  # by root, kind and division


class NoSuchArea(LookupError):
    """There is no area with this code, or more than one; the text says which."""


def of_older_divisions(kept: str | ColumnElement[Any] | None = None) -> Select[str]:
    """The keys of divisions whose areas don't count: versions that are not current.

    With `kept`, the key of a division that something rests on, that one counts, and no other of its family.
    An area whose division is not listed counts as current.
    """
    if kept is None:
        return select(Division.key).where(~Division.is_current)
    family = select(Division.family).where(Division.key == kept).scalar_subquery()
    return select(Division.key).where(
        case((Division.family == family, Division.key != kept), else_=~Division.is_current)
    )


def counts(kept: str | ColumnElement[Any] | None = None) -> ColumnElement[bool]:
    """Whether an area is of no older division; what was made to hold all areas holds those of every version."""
    return Area.division.not_in(of_older_divisions(kept)) | (Area.code == WHOLE)


def all_divisions(session: Session) -> Sequence[Division]:
    """Every version of every division, by family, the newest first."""
    return session.scalars(select(Division).order_by(Division.family, Division.version.desc())).all()


def other_versions(session: Session, name: DivisionName) -> Sequence[str]:
    """The keys of a family's versions other than this one, the newest first."""
    chosen = select(Division.key).where(Division.family == name.family, Division.key != name.key)
    return session.scalars(chosen.order_by(Division.version.desc())).all()


def compared(session: Session, one: str, other: str) -> Difference:
    """What differs between two divisions, by their keys. Raises NoSuchArea for one that has no areas."""
    return compare(_outlines_of(session, one), _outlines_of(session, other))


def _outlines_of(session: Session, division: str) -> dict[str, BaseGeometry]:
    chosen = select(Area.code, Area.outline).where(Area.division == division, Area.code != WHOLE)
    found = {code: shape(outline) for code, outline in session.execute(chosen) if outline}
    if not found:
        known = ", ".join(division.key for division in all_divisions(session))
        raise NoSuchArea(
            Sentence(
                N_("There is no division %(division)s with outlines; there is %(known)s.")
                if known
                else N_("There is no division %(division)s with outlines."),
                division=division,
                known=known,
            )
        )
    return found


_at_the_top = (Area.parent_id.is_(None), counts())
_top_name = select(Area.names).where(*_at_the_top).order_by(Area.id).limit(1)


def root_of(session: Session) -> Area | None:
    """The top of the tree: the first area that lies in no other."""
    return session.scalar(select(Area).where(*_at_the_top).order_by(Area.id).limit(1))


def name_of_root(session: Session) -> Words | None:
    """How the top of the tree is called; every page asks for it. None while there are no areas."""
    return session.connection().scalar(_top_name)


def home_of(session: Session) -> BaseGeometry | None:
    """Where a file is expected to lie: in what holds every area. None while there are none."""
    root = root_of(session)
    return shape(root.outline) if root and root.outline else None


def find_area(session: Session, code: str) -> Area:
    """The one area with this code, of whatever current division. Raises NoSuchArea."""
    chosen = select(Area).where(Area.code == code, counts())
    found = session.scalars(chosen.order_by(Area.id)).all()
    if len(found) > 1:
        raise NoSuchArea(
            Sentence(
                N_("More than one area has the code %(code)s: %(divisions)s."),
                code=code,
                divisions=", ".join(one.division for one in found),
            )
        )
    if not found:
        raise NoSuchArea(Sentence(N_("There is no area with the code %(code)s."), code=code))
    return found[0]


def area_tree(session: Session) -> AreaTree:
    """The whole tree, by id."""
    return AreaTree({row.id: row.parent_id for row in session.execute(select(Area.id, Area.parent_id))})


def areas_in(session: Session, root_id: int, division: str | None = None) -> list[Area]:
    """An area and everything in it, level by level and by name, without outlines; of one version of each division.

    `division` is the one that what is asked for rests on, by default the current one.
    """
    left = counts(division) | (Area.id == root_id)
    tree = AreaTree({row.id: row.parent_id for row in session.execute(select(Area.id, Area.parent_id).where(left))})
    wanted = [root_id, *tree.descendants(root_id)]
    found = session.scalars(select(Area).where(Area.id.in_(wanted))).all()
    return sorted(found, key=lambda area: (tree.level(area.id), _alphabetical(area.names), area.id))


def choices(session: Session, *, root_id: int, kind: str, division: str | None = None) -> list[Area]:
    """The areas of one kind in an area, by name; the area itself when it is of that kind and holds no other."""
    found = session.scalars(_of_kind, {"root": root_id, "kind": kind, "division": division}).all()
    below = [area for area in found if area.id != root_id]
    return sorted(below or found, key=lambda area: (_alphabetical(area.names), area.id))


def _areas_of_kind() -> Select[Area]:
    """Put together once: every form that is asked for needs it. What lies in an area that doesn't count doesn't."""
    inside = select(Area.id, Area.kind).where(Area.id == bindparam("root")).cte("inside", recursive=True)
    below = select(Area.id, Area.kind).join(inside, Area.parent_id == inside.c.id)
    inside = inside.union_all(below.where(counts(bindparam("division", type_=String))))
    return select(Area).join(inside, Area.id == inside.c.id).where(inside.c.kind == bindparam("kind"))


_of_kind = _areas_of_kind()


def kinds_in(session: Session, root_id: int, division: str | None = None) -> list[str]:
    """The kinds of area in an area, its own first."""
    return list(dict.fromkeys(area.kind for area in areas_in(session, root_id, division)))


def locator(session: Session, root_id: int, division: str | None = None) -> Lookup:
    """Finds the areas of a point in an area; kept from one call to the next until an outline changes.

    With `division` the point lies in areas of that version, and of no other of its family.
    """
    marks = _marks(session, root_id, division)
    kept = _lookups.get((root_id, division))
    if kept is None or kept[0] != marks:
        same = (one for (root, _), one in _lookups.items() if root == root_id and one[0] == marks)
        kept = _lookups[root_id, division] = next(same, None) or (marks, _lookup(session, marks))
    return kept[1]


def _lookup(session: Session, marks: Marks) -> Lookup:
    return Lookup(dict(_outlines(session, [mark[0] for mark in marks if mark[2]])))


def finest_area(session: Session, point: Point, root_id: int, division: str | None = None) -> Area | None:
    """The smallest area that holds a point; None outside them all."""
    found = locator(session, root_id, division).find(point)
    return session.get(Area, found[0]) if found else None


def outlines_geojson(session: Session, root_id: int, kind: str, division: str | None = None) -> dict[str, Any]:
    """The outlines of the areas that `choices` gives, light enough for a screen; kept until an area changes.

    A GeoJSON FeatureCollection, WGS84, each feature with {id, code, names}.
    """
    marks = _marks(session, root_id, division)
    kept = _drawn.get((root_id, kind, division))
    if kept is None or kept[0] != marks:
        drawn = _draw(session, choices(session, root_id=root_id, kind=kind, division=division))
        kept = _drawn[root_id, kind, division] = (marks, drawn)
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


def _marks(session: Session, root_id: int, division: str | None) -> Marks:
    """What tells one state of the areas from another, without reading their outlines."""
    outline, names = cast(Area.outline, String), cast(Area.names, String)
    marks = (func.length(outline), func.substr(outline, 1, _GLANCE), names, Area.code, Area.kind)
    left = counts(division) | (Area.id == root_id)
    rows = session.execute(select(Area.id, Area.parent_id, *marks).where(left).order_by(Area.id)).all()
    inside = {root_id, *AreaTree({row.id: row.parent_id for row in rows}).descendants(root_id)}
    return tuple(tuple(row) for row in rows if row.id in inside)


def _alphabetical(names: Words) -> str:
    """Sorts as Swedish does: å, ä and ö after z."""
    return pick(names, MAIN)[0].casefold().translate(_SWEDISH)
