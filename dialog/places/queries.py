"""Reading published places: spots where reports gathered, as the newest situation picture that has any shows them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree
from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.places.metoo import STEP
from dialog.places.models import MeToo, Place, PlaceReport, Report

BY_LISTS = 10_000  # ids asked for at a time: both databases take far more, in ever slower statements


@dataclass(frozen=True)
class KnownPlace:
    """A place that an edition has shown, the reports of the round that made it, and whether any of another did."""

    place: Place
    reports: frozenset[UUID]
    is_of_round: bool  # whether its reports are of the round asked about


def places_near(session: Session, point: Point, *, metres: int = 300) -> list[Place]:
    """Published places that begin within so many metres of a point, or reach around it, the nearest first."""
    distances = [(_metres_between(point, Point(one.lat, one.lon)), one) for one in session.scalars(_published())]
    near = [(away, one) for away, one in distances if away <= max(metres, one.metres)]
    return [one for _, one in sorted(near, key=lambda pair: (pair[0], pair[1].id))]


def places_in(session: Session, area_id: int) -> list[Place]:
    """Published places in an area or in any below it, those with most voices first."""
    inside = [area_id, *area_tree(session).descendants(area_id)]
    return list(session.scalars(_published().where(Place.area_id.in_(inside)).order_by(Place.voices.desc(), Place.id)))


def me_too_counts(session: Session, place_ids: Collection[int]) -> dict[int, int]:
    """How many say so too of each of these places, in steps of five; 0 below that."""
    counted = select(MeToo.place_id, func.count()).where(MeToo.place_id.in_(place_ids)).group_by(MeToo.place_id)
    found = {row[0]: row[1] for row in session.execute(counted)}
    return {id: found.get(id, 0) // STEP * STEP for id in place_ids}


def known_places(session: Session, round_id: int) -> list[KnownPlace]:
    """Every place that has been published, the oldest first, with its reports that are still there."""
    of_round = _made_by(Report.round_id == round_id)
    rows = select(PlaceReport.place_id, PlaceReport.report_id).order_by(PlaceReport.place_id)
    reports: dict[int, set[UUID]] = {}
    for place_id, report_id in session.execute(rows):
        reports.setdefault(place_id, set()).add(report_id)
    places = session.execute(select(Place, of_round).order_by(Place.id))
    return [KnownPlace(one, frozenset(reports.get(one.id, ())), bool(own)) for one, own in places]


def still_there(session: Session, report_ids: Sequence[UUID]) -> list[UUID]:
    """Those of these reports that have not been withdrawn, in their order."""
    found: set[UUID] = set()
    for start in range(0, len(report_ids), BY_LISTS):
        found.update(session.scalars(select(Report.id).where(Report.id.in_(report_ids[start : start + BY_LISTS]))))
    return [id for id in report_ids if id in found]


def _published() -> Select[Place]:
    return select(Place).where(Place.last_edition == select(func.max(Place.last_edition)).scalar_subquery())


def _made_by(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    made = select(PlaceReport.report_id).join(Report, Report.id == PlaceReport.report_id)
    return exists(made.where(PlaceReport.place_id == Place.id, condition))


def _metres_between(one: Point, other: Point) -> float:
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return METRES_PER_DEGREE * hypot(one.lat - other.lat, east)
