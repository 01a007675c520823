"""The rounds and areas that lists of what waits name, each kind of them read at once."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import Words
from dialog.places.models import Report
from dialog.survey.models import Round
from dialog.texts.models import Photo, Text


def all_round_titles(session: Session) -> Sequence[tuple[int, Words]]:
    """(id, title) of every round, the latest first."""
    latest = select(Round.id, Round.title).order_by(Round.opens_on.desc(), Round.id.desc())
    return [(id, title) for id, title in session.execute(latest)]


def rounds_of(session: Session, items: Iterable[Text | Report]) -> Mapping[int, Round]:
    """The rounds in which these came, by id."""
    ids = {item.round_id for item in items}
    return {round.id: round for round in session.scalars(select(Round).where(Round.id.in_(ids)))}


def areas_of(session: Session, items: Iterable[Text | Report]) -> Mapping[int, Area]:
    """The areas that these are about, by id."""
    ids = {item.area_id for item in items if item.area_id}
    return {area.id: area for area in session.scalars(select(Area).where(Area.id.in_(ids)))}


def asked_areas(session: Session) -> Sequence[Area]:
    """The areas that rounds ask for."""
    kinds = select(Round.area_kind).distinct()
    return session.scalars(select(Area).where(Area.kind.in_(kinds)).order_by(Area.division, Area.code)).all()


def reports_of(session: Session, photos: Iterable[Photo]) -> Mapping[UUID, Report]:
    """The reports that photos came with, by id."""
    ids = {photo.report_id for photo in photos}
    if not ids:
        return {}
    return {report.id: report for report in session.scalars(select(Report).where(Report.id.in_(ids)))}
