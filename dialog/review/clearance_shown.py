"""What a reviewer sees of letting other systems read a report, before and after."""

from dataclasses import dataclass
from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.clearance import ClearedReport, as_others_read, can_be_cleared, is_cleared, readable_from
from dialog.review.told import chosen


@dataclass(frozen=True)
class Reading:
    """What other systems read of a report, and from when."""

    is_cleared: bool
    is_possible: bool
    days: int  # how old a report must be
    first_day: date
    shown: list[tuple[str, str]]  # (what, in words) of all that others read, but for where it is and what was written
    words: str


def reading_of(session: Session, report: Report, *, delay_days: int) -> Reading:
    read = as_others_read(session, report)
    return Reading(
        is_cleared=is_cleared(session, report),
        is_possible=can_be_cleared(session, report),
        days=delay_days,
        first_day=readable_from(report, delay_days=delay_days),
        shown=_shown(read),
        words=read.words,
    )


def _shown(read: ClearedReport) -> list[tuple[str, str]]:
    told = [
        (_("The place feels"), chosen(read.report, "feeling")),
        (_("Month"), format_date(read.month, "LLLL y")),
        (_("Kind of place"), chosen(read.report, "kind")),
        (_("What makes it unsafe"), chosen(read.report, "causes")),
    ]
    return [(what, words) for what, words in told if words]
