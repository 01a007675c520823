"""When the story's reviewers read what came: some days later, on weekdays, in the daytime."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.demo.chance import Chance
from dialog.demo.judging import Desk
from dialog.demo.keeping import Kept
from dialog.demo.staff import House
from dialog.places.models import Report
from dialog.survey.models import Round
from dialog.texts.models import NEW, Text

Waiting = Text | Report
_SATURDAY = 5


def review(
    session: Session, chance: Chance, round: Round, kept: Kept, house: House, *, lag: tuple[int, int], today: date
) -> None:
    """Read what came to a round, each `lag` days after it came; what would be read today or later still waits."""
    desk = Desk(session, chance, house, kept)
    planned = [(_moment(chance, item, lag), item) for item in _received(session, round)]
    for at, item in sorted(planned, key=lambda one: one[0]):
        if at.date() >= today or item.status != NEW:  # its whole voice may have been set aside meanwhile
            continue
        if isinstance(item, Text):
            desk.judge_text(item, at=at)
        else:
            desk.judge_report(item, at=at)
    session.flush()


def _received(session: Session, round: Round) -> Sequence[Waiting]:
    reports = session.scalars(select(Report).where(Report.round_id == round.id).order_by(Report.id))
    texts = session.scalars(select(Text).where(Text.round_id == round.id).order_by(Text.id))
    return [*reports, *texts]


def _moment(chance: Chance, item: Waiting, lag: tuple[int, int]) -> datetime:
    """UTC; between a quarter past seven and a quarter to three, which is before a reviewer goes home in Sweden."""
    day = item.received_on + timedelta(days=chance.number(*lag))
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, time(7, 15)) + timedelta(minutes=chance.number(0, 450))
