"""The demonstration: Åkersta listens twice. Everything in it is invented."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.demo.accounts import accounts
from dialog.demo.analysis.before import FINDINGS as FOUND_BEFORE
from dialog.demo.analysis.before_focus import FOCUS_AREAS as FOCUS_BEFORE
from dialog.demo.analysis.document import write_document
from dialog.demo.analysis.now import FINDINGS as FOUND_NOW
from dialog.demo.analysis.now import FOCUS_AREAS as FOCUS_NOW
from dialog.demo.analysis.writing import analyse
from dialog.demo.chance import Chance
from dialog.demo.chapters import Chapter, chapters
from dialog.demo.keeping import Kept, Sheaf
from dialog.demo.land import Land, lay_out
from dialog.demo.names import name_spots
from dialog.demo.replying import reply
from dialog.demo.reviewing import review
from dialog.demo.rounds import end_chapter, open_chapter
from dialog.demo.seating import divide, tellers
from dialog.demo.second_coding import code_twice
from dialog.demo.staff import move_in
from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.demo.voices.sayings import Saying
from dialog.picture.actions import draft_picture, release_picture
from dialog.picture.disclosure import Rule
from dialog.places.actions import erase_exact_points
from dialog.survey.models import QuestionnaireVersion, Round
from dialog.texts.actions import erase_originals

SEED = 2026
SOON, SLOWLY = (1, 9), (4, 30)  # days until something is read
PREPARED_BEFORE = timedelta(weeks=2)  # the first day of the first round
CODED_TWICE_AFTER = timedelta(weeks=3)  # the last day of the first round
RELEASED_AFTER = timedelta(weeks=6)  # the last day of the first round
WRITTEN_AT = time(8, 30)  # UTC


class NotEmpty(Exception):
    """The database holds something already."""


def build(session: Session, *, today: date, passwords: Mapping[str, str], rule: Rule, point_days: int) -> None:
    """Fill an empty database: a round that ended last year with its picture, and one that is open today.

    On the same day it builds the same, but for the passwords. Raises NotEmpty.
    """
    if any(session.scalar(select(func.count()).select_from(table)) for table in (Staff, Area, QuestionnaireVersion)):
        raise NotEmpty
    chance = Chance(SEED)
    first, second = chapters(today)
    house, land = move_in(session, passwords), lay_out(session, on=first.opens_on - PREPARED_BEFORE)
    name_spots(session, land)
    sayings = divide(chance, ONCE)

    before, kept = _listen(session, chance, first, land, sayings[first.flag], point_days)
    end_chapter(session, before)
    review(session, chance, before, kept, house, lag=SOON, today=today)
    code_twice(session, before, house, on=first.closes_on + CODED_TWICE_AFTER)
    released_on = first.closes_on + RELEASED_AFTER
    draft = draft_picture(session, round=before, rule=rule, on=released_on - timedelta(days=3), by=house.analyst)
    at = datetime.combine(released_on - timedelta(days=1), WRITTEN_AT)
    analyse(session, draft, FOUND_BEFORE, FOCUS_BEFORE, by=house.analyst, at=at)
    write_document(session, draft, by=house.analyst, at=at)
    release_picture(session, draft, on=released_on, by=house.analyst)

    now, kept = _listen(session, chance, second, land, sayings[second.flag], point_days)
    review(session, chance, now, kept, house, lag=SLOWLY, today=today)
    draft = draft_picture(session, round=now, rule=rule, on=today, by=house.analyst)
    at = datetime.combine(today, WRITTEN_AT)
    analyse(session, draft, FOUND_NOW, FOCUS_NOW, by=house.analyst, at=at)
    reply(session, chance, before, house)
    reply(session, chance, now, house)
    erase_exact_points(session, today=today)
    erase_originals(session, today=today)


def _listen(
    session: Session, chance: Chance, chapter: Chapter, land: Land, sayings: Sequence[Saying], point_days: int
) -> tuple[Round, Kept]:
    """A round, and everything that comes to it."""
    round = open_chapter(session, chapter, area_id=land.id)
    sheaf = Sheaf(chance, round, land.districts, point_days=point_days)
    people = tellers(chance, chapter, sayings, OFTEN)
    for teller in people:
        sheaf.add_teller(teller)
    for account in accounts(chance, chapter, sayings, OFTEN, people):
        sheaf.add_account(account)
    return round, sheaf.store(session)
