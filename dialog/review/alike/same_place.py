"""Finding reports of the same place and time as one, and those among the reports of a published place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.orm import Session

from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.places.models import ExactPoint, Place, PlaceReport, Report
from dialog.review.alike.likeness import folded
from dialog.review.alike.models import AlikeReport
from dialog.review.alike.nearness import MOST_DAYS, Nearness, Told, nearness, to_metres
from dialog.texts.models import ACCEPTED, NEW, Text

_MOST_COMPARED = 500  # reports
_WIDEST = 2_000  # metres that a cell may be wide


@dataclass(frozen=True)
class LikeReport:
    """A report of the same place and time as another."""

    report_id: UUID
    nearness: Nearness


@dataclass(frozen=True)
class Spot:
    """Reports of a published place that tell of the same spot and time, the oldest day first."""

    report_ids: tuple[UUID, ...]


def reports_like(session: Session, report: Report, *, today: date, most: int = 20) -> list[LikeReport]:
    """Reports of the round about the same place and time, the most alike first; how far apart is not told exactly."""
    own = _told(session, _rows(session, select(Report.id).where(Report.id == report.id), today))
    if not own:
        return []
    others = _told(session, _rows(session, _around(report), today))
    found = [LikeReport(one.id, near) for one in others if (near := nearness(own[0], one))]
    return sorted(found, key=lambda one: (one.nearness.rank, one.report_id))[:most]


def spots_of_place(session: Session, place: Place, *, today: date) -> list[Spot]:
    """Reports of a published place to keep together: those that are alike and in no group yet, most reports first."""
    kept = select(AlikeReport.report_id)
    latest = (
        select(Report.id)
        .join(PlaceReport, PlaceReport.report_id == Report.id)
        .where(PlaceReport.place_id == place.id, Report.status.in_([NEW, ACCEPTED]), Report.id.not_in(kept))
        .order_by(Report.received_on.desc(), Report.id)
        .limit(_MOST_COMPARED)
    )
    told = sorted(_told(session, _rows(session, latest, today)), key=lambda one: (one.on, one.id))
    spots = [Spot(tuple(one.id for one in group)) for group in _under_firsts(told) if len(group) > 1]
    return sorted(spots, key=lambda spot: -len(spot.report_ids))


def _under_firsts(told: Sequence[Told]) -> list[list[Told]]:
    """Each joins the first that it is near; else it becomes one itself."""
    groups: list[list[Told]] = []
    for one in told:
        near = next((group for group in groups if nearness(group[0], one)), None)
        if near:
            near.append(one)
        else:
            groups.append([one])
    return groups


def _around(report: Report) -> Select[UUID]:
    """The ids of others of the round, of about the same days and place."""
    days = timedelta(days=MOST_DAYS)
    chosen = select(Report.id).where(
        Report.round_id == report.round_id,
        Report.id != report.id,
        Report.status.in_([NEW, ACCEPTED]),
        Report.received_on.between(report.received_on - days, report.received_on + days),
    )
    if report.lat is None or report.lon is None:
        roughly = chosen.where(Report.lat.is_(None), Report.area_id == report.area_id)
        return roughly.order_by(Report.received_on.desc(), Report.id).limit(_MOST_COMPARED)
    north = _WIDEST / METRES_PER_DEGREE
    east = 2 * north  # a degree of longitude is half as long at 60° north
    chosen = chosen.where(Report.lat.between(report.lat - north, report.lat + north))
    chosen = chosen.where(Report.lon.between(report.lon - east, report.lon + east))
    away = func.abs(Report.lat - report.lat) + func.abs(Report.lon - report.lon)
    return chosen.order_by(away, Report.id).limit(_MOST_COMPARED)


def _rows(session: Session, ids: Select[UUID], today: date) -> Sequence[Row[Any]]:
    alive = and_(ExactPoint.report_id == Report.id, ExactPoint.erase_on > today)
    lat, lon = func.coalesce(ExactPoint.lat, Report.lat), func.coalesce(ExactPoint.lon, Report.lon)
    return session.execute(
        select(Report.id, Report.received_on, Report.answers, Report.area_id, Report.within)
        .add_columns(lat.label("lat"), lon.label("lon"), ExactPoint.lat.label("exact"))
        .outerjoin(ExactPoint, alive)
        .where(Report.id.in_(ids))
    ).all()


def _told(session: Session, rows: Sequence[Row[Any]]) -> list[Told]:
    pinned = [row for row in rows if row.lat is not None]
    metres = dict(zip((row.id for row in pinned), to_metres([Point(row.lat, row.lon) for row in pinned]), strict=True))
    words = _words(session, [row.id for row in rows])
    return [_told_of(row, metres.get(row.id, (None, None)), words.get(row.id, "")) for row in rows]


def _told_of(row: Row[Any], metres: tuple[float | None, float | None], words: str) -> Told:
    within = 0 if row.exact is not None else row.within or 0
    kind = str(row.answers.get("kind") or "")
    east, north = metres
    return Told(row.id, row.received_on, kind, words, east, north, within, row.area_id)


def _words(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """What was written in each report, folded, all its texts in one."""
    written: dict[UUID, str] = {}
    chosen = select(Text.report_id, Text.original).where(Text.report_id.in_(ids)).order_by(Text.question, Text.id)
    for report_id, original in session.execute(chosen):
        if report_id:
            written[report_id] = f"{written.get(report_id, '')} {folded(original)}".strip()
    return written
