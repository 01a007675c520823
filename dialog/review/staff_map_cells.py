"""What the staff map shows: how many reports were told in each cell of the grid, never where one was made."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from time import monotonic

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

from dialog.geography.points import Point, snap_to_grid
from dialog.places.coarsening.grid import COARSEST, FINEST_METRES, cell_of, level_at
from dialog.places.models import Report
from dialog.review.models import StatusChange
from dialog.texts.models import ACCEPTED, NEW

MOST_CELLS = 2_000
_SHOWN_FOR = 60  # seconds after which what was counted is counted again, whatever the marks say
_MOST_KEPT = 32  # ways to filter
_PIXELS = 24  # how wide the cells shown are at least, so that their circles stand apart
_WIDTHS = [FINEST_METRES * 2**level for level in range(COARSEST + 1)]
_METRES_PER_PIXEL = 156_543  # at zoom 0 on the equator: 40 075 017 m / 256


@dataclass(frozen=True)
class Shown:
    """Which reports: what is empty filters nothing, but for the status, where it stands for new and accepted."""

    round_id: int
    status: str = ""
    feeling: str = ""
    kind: str = ""
    cause: str = ""


@dataclass(frozen=True)
class Box:
    """What a map shows, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        return self.south <= point.lat <= self.north and self.west <= point.lon <= self.east

    def wider(self, share: float) -> "Box":
        """With so much of its width and of its height on each side."""
        east, north = (self.east - self.west) * share, (self.north - self.south) * share
        return Box(self.west - east, self.south - north, self.east + east, self.north + north)


EVERYWHERE = Box(-180, -90, 180, 90)


@dataclass(frozen=True)
class MapCell:
    """How many reports were told in a cell: its middle, and how wide it is in metres."""

    point: Point
    within: int
    reports: int


@dataclass(frozen=True)
class Told:
    """Everything that was told: cells as fine as they are, and how many reports have no point."""

    cells: Sequence[MapCell]
    without_point: int


_Marks = tuple[object, ...]
_kept: OrderedDict[Shown, tuple[_Marks, Told]] = OrderedDict()  # one process serves one database


def told(session: Session, shown: Shown) -> Told:
    """Counted anew when a report came, left or was decided about, and else once a minute."""
    marks = _marks(session, shown.round_id)
    kept = _kept.get(shown)
    if kept is None or kept[0] != marks:
        kept = _kept[shown] = (marks, _count(session, shown))
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return kept[1]


def metres_at(zoom: float, lat: float) -> float:
    """How wide cells should be for a map (Web Mercator) at this zoom."""
    return _PIXELS * _METRES_PER_PIXEL * cos(radians(lat)) / 2**zoom


def merged(cells: Iterable[MapCell], box: Box, *, metres: float, most: int = MOST_CELLS) -> list[MapCell]:
    """Of cells at least `metres` wide those in a box, and so wide that there are not more than `most` of them.

    Those with most reports come first. What was told in wider cells stays in them.
    """
    width = next((one for one in _WIDTHS if one >= metres), _WIDTHS[-1])
    found = _merge(cells, width)
    while len(seen := [cell for cell in found if box.holds(cell.point)]) > most:
        width *= 2
        found = _merge(found, width)
    return sorted(seen, key=lambda cell: (-cell.reports, cell.point.lat, cell.point.lon))


def _marks(session: Session, round_id: int) -> _Marks:
    """What tells one state of the reports from another without reading them."""
    of_round = Report.round_id == round_id
    first = select(Report.id).where(of_round).order_by(Report.id).limit(1).scalar_subquery()
    latest_step = select(func.max(StatusChange.id)).scalar_subquery()
    marks = select(func.count(), first, latest_step).select_from(Report).where(of_round)
    return (*session.execute(marks).one(), monotonic() // _SHOWN_FOR)


def _count(session: Session, shown: Shown) -> Told:
    counted = select(Report.lat, Report.lon, func.count()).where(*_chosen(shown)).group_by(Report.lat, Report.lon)
    cells: list[MapCell] = []
    without_point = 0
    for lat, lon, reports in session.execute(counted):
        if lat is None or lon is None:
            without_point += reports
        else:
            middle = Point(lat, lon)
            cells.append(MapCell(middle, FINEST_METRES * 2 ** level_at(middle), reports))
    return Told(cells, without_point)


def _chosen(shown: Shown) -> list[ColumnElement[bool]]:
    statuses = [shown.status] if shown.status else [NEW, ACCEPTED]
    conditions = [Report.round_id == shown.round_id, Report.status.in_(statuses)]
    answers = cast(Report.answers, String)
    for name, option in (("feeling", shown.feeling), ("kind", shown.kind), ("causes", shown.cause)):
        if option:  # first whether it stands anywhere, which is much quicker to see
            conditions.append(answers.contains(f'"{option}"', autoescape=True))
            said = Report.answers[name].as_string()
            conditions.append(said.contains(f'"{option}"', autoescape=True) if name == "causes" else said == option)
    return conditions


def _merge(cells: Iterable[MapCell], width: int) -> list[MapCell]:
    found: dict[tuple[Point, int], int] = {}
    for cell in cells:
        place = (cell.point, cell.within) if cell.within >= width else (_middle(cell.point, width), width)
        found[place] = found.get(place, 0) + cell.reports
    return [MapCell(point, within, reports) for (point, within), reports in found.items()]


def _middle(point: Point, width: int) -> Point:
    """Of the cell so wide in which a point lies; wider than the grid goes they need not nest."""
    if width > _WIDTHS[-1]:
        return snap_to_grid(point, width)
    return cell_of(point).coarse(_WIDTHS.index(width)).point
