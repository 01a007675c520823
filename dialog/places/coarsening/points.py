"""Telling where a point lies no more exactly than keeps whoever put it there among enough others."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import locator
from dialog.areas.tree import AreaTree
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point
from dialog.places.coarsening.grid import Coarse, cell_of
from dialog.places.coarsening.land import Land

_People = tuple[tuple[int, int | None, int | None], ...]  # every area: id, the one it lies in, how many live there

_lands: dict[int, tuple[Lookup, _People, Land]] = {}  # by root; one process serves one database


def coarse_point(session: Session, point: Point, *, root_id: int, inhabitants: int) -> Coarse:
    """The cell as which a point is told: at least `inhabitants` people live where it may lie.

    The same point always gets the same answer while areas and populations stay, so that many reports of one spot
    betray no more than one. Cells are 250 to 8,000 m wide, and 1,000 m where no population is known.
    """
    return coarse_points(session, [point], root_id=root_id, inhabitants=inhabitants)[0]


def coarse_points(session: Session, points: Sequence[Point], *, root_id: int, inhabitants: int) -> list[Coarse]:
    """As `coarse_point` for each, in their order."""
    land = _land(session, root_id)
    cells = [cell_of(point) for point in points]
    return [cell.coarse(land.level(cell, inhabitants)) for cell in cells]


def _land(session: Session, root_id: int) -> Land:
    """The finest areas with a known population; kept from one call to the next until an outline or a number changes."""
    lookup, people = locator(session, root_id), _people(session)
    kept = _lands.get(root_id)
    if kept is None or kept[0] is not lookup or kept[1] != people:
        kept = _lands[root_id] = (lookup, people, _peopled(lookup, people))
    return kept[2]


def _people(session: Session) -> _People:
    chosen = select(Area.id, Area.parent_id, Area.population).order_by(Area.id)
    return tuple((id, parent, population) for id, parent, population in session.execute(chosen))


def _peopled(lookup: Lookup, people: _People) -> Land:
    """Of the areas with an outline those with a known population that hold no other such area."""
    tree = AreaTree({id: parent for id, parent, _ in people})
    outlines = dict(zip(lookup.ids, lookup.shapes, strict=True))
    known = {id: population for id, _, population in people if population is not None and id in outlines}
    above = {one for id in known for one in tree.ancestors(id)}
    return Land([(outlines[id], population) for id, population in known.items() if id not in above])
