"""How the story's reviewers find out how well they agree: texts are drawn for a second coder, differences settled."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.demo.chance import Chance
from dialog.demo.staff import House
from dialog.review.agreement.actions import draw_sample, finish_reading, settle
from dialog.review.agreement.models import SecondReading
from dialog.review.agreement.queries import Compared, compared
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.coding.actions import add_code
from dialog.review.models import Coding
from dialog.review.queries import find_text
from dialog.survey.models import Round

SEED = 1970  # of its own, so that the rest of the story stays as it is
DRAWN, CODED = 30, 18  # the others wait for whoever tries the demonstration
AGREED, NOTHING_FITS = 0.82, 0.05  # shares of the codes, and of the texts
SETTLED = 0.6  # share of the differences
REASONS = (
    "Koden följer det som ska åtgärdas, inte det som märktes först.",
    "Säger texten vad som är orsaken går orsaken före känslan.",
    "Underkoden används bara när texten själv säger det.",
)
_CLOSE_TO = {
    "T1": "T4", "T2": "T8", "T3": "T4", "T4": "T3", "T5": "T10", "T6": "T7",
    "T7": "T4", "T8": "T2", "T9": "T11", "T10": "T9", "T11": "T9", "T12": "T3",
}  # fmt: skip
_SATURDAY, _BEGINS = 5, time(7, 30)  # UTC


def code_twice(session: Session, round: Round, house: House, *, on: date) -> None:
    """The first reviewer codes some of what the other has coded, and settles most of what they see differently."""
    chance, coder = Chance(SEED), house.reviewers[0]
    at = datetime.combine(_weekday(on), _BEGINS)
    sample = draw_sample(session, coder_id=coder, size=DRAWN, round_id=round.id, after=chance.id(), by=coder, at=at)
    session.flush()
    chosen = select(SecondReading).where(SecondReading.sample_id == sample.id).order_by(SecondReading.text_id)
    for number, reading in enumerate(session.scalars(chosen.limit(CODED)).all(), start=1):
        _read(session, chance, reading, by=coder, at=at + timedelta(minutes=4 * number))
    session.flush()
    differing = [one for one in compared(session) if one.differs and chance.happens(SETTLED)]
    for number, one in enumerate(differing):
        _settle(session, chance, one, by=coder, at=at + timedelta(hours=3, minutes=2 * number))


def confused(code: str) -> str:
    """What some see where others see this: its topic alone, the topic that is close to it, or the same."""
    topic = SHIPPED.topic(code).id
    place = next((place for place, one in enumerate(SHIPPED.under(topic)) if one.id == code), 0)
    return (topic, _CLOSE_TO[topic], code)[place % 3]


def _weekday(day: date) -> date:
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def _read(session: Session, chance: Chance, reading: SecondReading, *, by: int, at: datetime) -> None:
    """As the first coder did, mostly."""
    used = select(Coding.code, Coding.stance).where(Coding.text_id == reading.text_id).order_by(Coding.code)
    for code, stance in [] if chance.happens(NOTHING_FITS) else session.execute(used.distinct()).all():
        seen = code if chance.happens(AGREED) else confused(code)
        add_code(session, find_text(session, reading.text_id), code=seen, stance=stance, by=by, at=at)
    finish_reading(session, reading, at=at + timedelta(minutes=2))


def _settle(session: Session, chance: Chance, one: Compared, *, by: int, at: datetime) -> None:
    """What one of the coders used, as far as the other talked them into it."""
    codes = chance.one(sorted(one.used.values(), key=sorted))
    settle(session, find_text(session, one.text_id), codes=codes, reason=chance.one(REASONS), by=by, at=at)
