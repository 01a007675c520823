"""What a place where reports gather is called: as what is nearest to it, or by its area and a number."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from math import cos, radians

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import PlaceName
from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.languages import LANGUAGES, N_, Words
from dialog.picture.hotspots import distance
from dialog.picture.wording import filled, in_shipped

REACH = 150  # metres: a name from farther off would send people to another place
SPOTS = ("landmark", "street", "settlement")  # an address would point to somebody's door, and is never a name
KINDS = (*SPOTS, "neighbourhood")

NUMBERED = N_("Place %(number)s in %(area)s")
OUTSIDE_AREAS = N_("Place %(number)s outside every area")


def names_near(session: Session, point: Point) -> list[Words]:
    """Names within REACH, the nearest first; those of whole neighbourhoods after the others."""
    north = REACH / METRES_PER_DEGREE
    east = north / max(cos(radians(point.lat)), 0.01)
    chosen = select(PlaceName).where(
        PlaceName.kind.in_(KINDS),
        PlaceName.lat.between(point.lat - north, point.lat + north),
        PlaceName.lon.between(point.lon - east, point.lon + east),
    )
    found = session.scalars(chosen)
    ranked = [(one.kind not in SPOTS, distance(point, Point(one.lat, one.lon)), one.id, one) for one in found]
    near = sorted(one for one in ranked if one[1] <= REACH)
    return [in_shipped(one.names) for *_, one in near]


def name_of(near: Sequence[Words], before: Words | None, taken: AbstractSet[str]) -> Words | None:
    """What a place was called `before` as long as that is near, else the first name near that no other place has
    (`taken`), else what it was called; None where it has no name at all."""
    if before and before in near:
        return before
    free = [one for one in near if not taken & set(one.values())]
    return free[0] if free else before


def numbered(area: Words | None, taken: AbstractSet[str]) -> Words:
    """A place without a name, by the first free number in its area; None is outside every area."""
    for number in count(1):
        told = dict.fromkeys(LANGUAGES, str(number))
        name = filled(NUMBERED, number=told, area=area) if area else filled(OUTSIDE_AREAS, number=told)
        if not taken & set(name.values()):
            break
    return name
