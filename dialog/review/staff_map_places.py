"""What the staff map stands on: rounds, and the areas in which the middles of its cells lie."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.locating import finest_of
from dialog.areas.models import Area
from dialog.areas.queries import area_tree, locator
from dialog.geography.points import Point
from dialog.survey.models import PLANNED, RESIDENTS, Round


def mapped_rounds(session: Session) -> Sequence[Round]:
    """Every round that can have reports, the latest first."""
    begun = select(Round).where(Round.state != PLANNED, Round.audience == RESIDENTS)
    begun = begun.order_by(Round.opens_on.desc(), Round.id.desc())
    return session.scalars(begun).all()


def latest_round(session: Session) -> Round | None:
    return next(iter(mapped_rounds(session)), None)


def areas_at(session: Session, points: Sequence[Point], round: Round) -> list[Area | None]:
    """The area of the level that the round asks for, in which each point lies; the finest where there is none."""
    found = finest_of(locator(session, round.area_id, round.division), points)
    tree = area_tree(session)
    wanted = {id for one in found if one for id in (one, *tree.ancestors(one))}
    areas = {area.id: area for area in session.scalars(select(Area).where(Area.id.in_(wanted)))}
    return [_of_level([areas[id] for id in (one, *tree.ancestors(one))], round) if one else None for one in found]


def _of_level(line: Sequence[Area], round: Round) -> Area:
    return next((area for area in line if area.kind == round.area_kind), line[0])
