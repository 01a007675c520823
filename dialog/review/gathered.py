"""Reading published places as staff see them: the reports that made them, what these tell, and what came since."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy
from sqlalchemy import Select, exists, func, select, tuple_
from sqlalchemy.orm import Session

from dialog.geography.points import METRES_PER_DEGREE
from dialog.places.models import ExactPoint, MeToo, Place, PlaceReport, Report
from dialog.review.options import options_of
from dialog.review.owners.models import Owner, Routing
from dialog.review.waiting.filters import PAGE, Position
from dialog.review.waiting.paging import QueuePage
from dialog.texts.models import ACCEPTED, NEW, SET_ASIDE, Photo

_MOST_ASKED = 10_000  # ids in one statement: both databases take more, ever more slowly
COUNTED = ("causes", "strengths", "times", "seasons")  # answers that a place's page counts


class NoSuchPlace(LookupError):
    """No published place has this key."""


@dataclass(frozen=True)
class Gathered:
    """What the reports of a place tell, counted in voices."""

    reports: int
    voices: int
    days: tuple[date, date] | None  # the first and the last on which they came
    statuses: Mapping[str, int]  # of reports
    owners: Mapping[str, int]  # name -> reports sent on to them
    options: Mapping[str, Sequence[tuple[str, int]]]  # answer -> (option id, voices), the most frequent first


@dataclass(frozen=True)
class Since:
    """A report that came to where a place is after that was last released."""

    report: Report
    owner: str  # to whom it was sent on; empty when to nobody


def all_places(session: Session) -> Sequence[Place]:
    """Those of the newest editions first, and of one edition those with most voices."""
    return session.scalars(select(Place).order_by(Place.last_edition.desc(), Place.voices.desc(), Place.id)).all()


def find_place(session: Session, key: UUID) -> Place:
    """Raises NoSuchPlace."""
    if (found := session.scalar(select(Place).where(Place.key == key))) is None:
        raise NoSuchPlace(key)
    return found


def me_too(session: Session, *, since: date | None = None) -> Mapping[int, int]:
    """How many said so too, by place; all, or from a day on."""
    said = select(MeToo.place_id, func.count().label("people")).group_by(MeToo.place_id)
    if since:
        said = said.where(MeToo.received_on >= since)
    return {row.place_id: row.people for row in session.execute(said)}


def gathered(session: Session, place: Place) -> Gathered:
    """What the reports tell that made the place when its latest edition was released, and are still there."""
    rows = session.execute(
        select(Report.id, Report.response_id, Report.part_of, Report.received_on, Report.status, Report.answers)
        .add_columns(Owner.name)
        .join(PlaceReport, PlaceReport.report_id == Report.id)
        .outerjoin(Routing, Routing.report_id == Report.id)
        .outerjoin(Owner, Owner.id == Routing.owner_id)
        .where(PlaceReport.place_id == place.id)
    ).all()
    voices = [row.response_id or row.part_of or row.id for row in rows]
    days = [row.received_on for row in rows]
    return Gathered(
        reports=len(rows),
        voices=len(set(voices)),
        days=(min(days), max(days)) if days else None,
        statuses=Counter(row.status for row in rows),
        owners=Counter(row.name for row in rows if row.name),
        options={name: _said(name, [row.answers for row in rows], voices) for name in COUNTED},
    )


def reports_of_place(
    session: Session, place: Place, *, after: Position | None = None, before: Position | None = None
) -> QueuePage:
    """A page of the reports that made a place, the oldest day first: after or before a position, else the first."""
    spot = (Report.received_on, Report.id)
    chosen = (
        select(Report).join(PlaceReport, PlaceReport.report_id == Report.id).where(PlaceReport.place_id == place.id)
    )
    if before:
        backwards = chosen.where(tuple_(*spot) < (before.on, before.id)).order_by(*(one.desc() for one in spot))
        found = session.scalars(backwards.limit(PAGE + 1)).all()
        return QueuePage(found[:PAGE][::-1], has_earlier=len(found) > PAGE, has_later=True)
    if after:
        chosen = chosen.where(tuple_(*spot) > (after.on, after.id))
    found = session.scalars(chosen.order_by(*spot).limit(PAGE + 1)).all()
    return QueuePage(found[:PAGE], has_earlier=after is not None, has_later=len(found) > PAGE)


def photos_at(session: Session, place: Place, *, most: int = 12) -> Sequence[Photo]:
    """The latest photos that came with the reports of a place, but for those set aside."""
    chosen = select(Photo).join(PlaceReport, PlaceReport.report_id == Photo.report_id)
    chosen = chosen.where(PlaceReport.place_id == place.id, Photo.status != SET_ASIDE)
    return session.scalars(chosen.order_by(Photo.received_on.desc(), Photo.id).limit(most)).all()


def new_at(session: Session, places: Iterable[Place], released: Mapping[int, date]) -> Mapping[int, list[UUID]]:
    """By place the reports that came within its reach since its latest edition was released on a day of `released`.

    Where exactly they are decides as long as that is kept, and is not told; then the middle of their cell does.
    """
    known = [(place, released[place.last_edition]) for place in places if place.last_edition in released]
    if not known:
        return {}
    rows = session.execute(_came_since(min(day for _, day in known))).all()
    where = numpy.array([(row.lat, row.lon) for row in rows], dtype=float).reshape(-1, 2)
    days = numpy.array([row.received_on.toordinal() for row in rows], dtype=int)
    ids = [row.id for row in rows]
    return {
        place.id: [ids[at] for at in numpy.flatnonzero(_within(place, where) & (days >= day.toordinal()))]
        for place, day in known
    }


def came_since(session: Session, ids: Sequence[UUID], *, most: int = PAGE) -> list[Since]:
    """The latest of these reports."""
    rows = session.execute(
        select(Report, Owner.name)
        .outerjoin(Routing, Routing.report_id == Report.id)
        .outerjoin(Owner, Owner.id == Routing.owner_id)
        .where(Report.id.in_(ids[:_MOST_ASKED]))
        .order_by(Report.received_on.desc(), Report.id)
        .limit(most)
    )
    return [Since(report, name or "") for report, name in rows]


def _came_since(day: date) -> Select[UUID, date, float, float]:
    """Reports with a point that no edition has counted to a place."""
    lat, lon = func.coalesce(ExactPoint.lat, Report.lat), func.coalesce(ExactPoint.lon, Report.lon)
    return (
        select(Report.id, Report.received_on, lat.label("lat"), lon.label("lon"))
        .outerjoin(ExactPoint, ExactPoint.report_id == Report.id)
        .where(Report.status.in_([NEW, ACCEPTED]), Report.received_on >= day, Report.lat.is_not(None))
        .where(~exists().where(PlaceReport.report_id == Report.id))
        .order_by(Report.received_on.desc(), Report.id)
    )


def _within(place: Place, where: numpy.ndarray) -> numpy.ndarray:
    """Which of many points (rows of latitude and longitude) lie as near as the place reaches."""
    north = (where[:, 0] - place.lat) * METRES_PER_DEGREE
    east = (where[:, 1] - place.lon) * METRES_PER_DEGREE * numpy.cos(numpy.radians(place.lat))
    return numpy.hypot(north, east) <= place.metres


def _said(name: str, answers: Sequence[Mapping[str, object]], voices: Sequence[UUID]) -> list[tuple[str, int]]:
    """(option, voices): a voice that says the same in several reports says it once."""
    said: dict[str, set[UUID]] = defaultdict(set)
    for one, voice in zip(answers, voices, strict=True):
        for option in options_of(one, name):
            said[option].add(voice)
    return sorted(((option, len(some)) for option, some in said.items()), key=lambda pair: (-pair[1], pair[0]))
