"""Where the pins for a spot stand, and what others may see of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.demo.borders import outline_of, point_at
from dialog.demo.chance import Chance
from dialog.demo.land import DISTRICTS
from dialog.demo.placing import Placing
from dialog.demo.spots import Spot
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point, read_point
from dialog.places.coarsening.points import coarse_points
from dialog.places.models import NAME

INHABITANTS = 50  # who live at least where a coarsened point may lie
_NEAR = 0.7  # steps on the drawing (about 25 m) that pins for the same spot lie apart
NOWHERE: Mapping[str, Any] = {"lat": None, "lon": None, "to_lat": None, "to_lon": None, "within": None}


@dataclass(frozen=True)
class Pinned:
    """Where a report is, or where its way begins and ends."""

    point: Point
    to: Point | None = None
    landmark: str | None = None

    def exact(self, report_id: UUID, erase_on: date) -> dict[str, Any]:
        """The row that reviewers see for a while."""
        to_lat, to_lon = (self.to.lat, self.to.lon) if self.to else (None, None)
        whose = {"report_id": report_id, "landmark": self.landmark, "erase_on": erase_on}
        return {**whose, "lat": self.point.lat, "lon": self.point.lon, "to_lat": to_lat, "to_lon": to_lon}


def pinned(chance: Chance, spot: Spot, placing: Placing) -> Pinned:
    """A name has one point, the same for all; a pin is put a little differently every time."""
    by_name = placing.placed_by == NAME
    ends = [one for one in (spot, placing.to) if one]
    points = [_middle(one) if by_name else _near(chance, one) for one in ends]
    landmark = " → ".join(f"{one.names('sv')[0]}, {DISTRICTS[one.area][0]}" for one in ends) if by_name else None
    return Pinned(points[0], points[1] if placing.to else None, landmark)


def _middle(spot: Spot) -> Point:
    point = point_at(*spot.at)
    return read_point(point.lat, point.lon)


def _near(chance: Chance, spot: Spot) -> Point:
    """Not quite where others put it, but in the same district."""
    district = Lookup({0: outline_of(spot.area)})
    east, south = spot.at
    while True:
        meant = point_at(chance.around(east, _NEAR), chance.around(south, _NEAR))
        point = read_point(meant.lat, meant.lon)
        if district.find(point):
            return point


def coarse_columns(session: Session, pins: Mapping[UUID, Pinned], *, root_id: int) -> dict[UUID, dict[str, Any]]:
    """What the columns of each report say of where it is, by its id: all of them looked up at once."""
    starts = coarse_points(session, [pin.point for pin in pins.values()], root_id=root_id, inhabitants=INHABITANTS)
    ways = {id: pin.to for id, pin in pins.items() if pin.to}
    ends = coarse_points(session, list(ways.values()), root_id=root_id, inhabitants=INHABITANTS)
    found = {
        id: {**NOWHERE, "lat": cell.point.lat, "lon": cell.point.lon, "within": cell.within}
        for id, cell in zip(pins, starts, strict=True)
    }
    for id, cell in zip(ways, ends, strict=True):
        widest = max(found[id]["within"], cell.within)
        found[id] |= {"to_lat": cell.point.lat, "to_lon": cell.point.lon, "within": widest}
    return found
