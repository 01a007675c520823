"""Points on the earth, as precise as they may be."""

from dataclasses import dataclass
from math import cos, floor, isfinite, radians

METRES_PER_DEGREE = 111_320  # WGS84 equator, 40 075 017 m / 360
DECIMALS = 4  # about 11 m: what is kept of a pin at most


class BadPoint(ValueError):
    """Not a place on earth."""


@dataclass(frozen=True)
class Point:
    """WGS84, in degrees."""

    lat: float
    lon: float

    @property
    def swapped(self) -> "Point":
        """The point that results when somebody writes longitude before latitude."""
        return Point(self.lon, self.lat)


def read_point(lat: object, lon: object) -> Point:
    """A point from what a form or a file says, rounded to DECIMALS.

    Raises BadPoint when one is missing, no number, not finite or outside the world.
    """
    try:
        north, east = float(str(lat).strip()), float(str(lon).strip())
    except ValueError:
        raise BadPoint(f"{lat}, {lon} are not coordinates") from None
    if not (isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        raise BadPoint(f"{lat}, {lon} lie outside the world")
    return Point(round(north, DECIMALS), round(east, DECIMALS))


def snap_to_grid(point: Point, metres: float) -> Point:
    """The middle of the cell of a fixed grid, `metres` wide both ways, in which a point lies.

    The same point always snaps to the same place, so that many views reveal no more than one.
    Degrees of longitude shrink with cos(latitude), so their step grows by as much.
    Raises ValueError unless metres > 0.
    """
    if metres <= 0:
        raise ValueError(f"a grid needs a width above 0 m, not {metres}")
    step = metres / METRES_PER_DEGREE
    lat = (floor(point.lat / step) + 0.5) * step
    east = step / max(cos(radians(lat)), 0.01)
    return Point(round(lat, 5), round((floor(point.lon / east) + 0.5) * east, 5))
