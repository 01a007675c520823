"""Finding what a text or a report may be a duplicate of: the same thing, sent twice by the same person."""

import re
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.alike.queries import likes_of, same_words
from dialog.review.queries import NoSuchReport, NoSuchText
from dialog.texts.models import DUPLICATE, Text

SHORTEST_ID, LONGEST_ID = 8, 32  # hexadecimal digits
MOST_SIMILAR = 20


def short_id(id: UUID) -> str:
    """How staff name a text or a report to each other."""
    return id.hex[:SHORTEST_ID]


def text_by_short_id(session: Session, written: str, *, round_id: int) -> Text:
    """The text of a round whose id begins like what somebody wrote. Raises NoSuchText unless there is one."""
    ids = _ids(written)
    if ids is None:
        raise NoSuchText(written)
    found = session.scalars(select(Text).where(Text.round_id == round_id, Text.id.between(*ids)).limit(2)).all()
    if len(found) != 1:
        raise NoSuchText(written)
    return found[0]


def report_by_short_id(session: Session, written: str, *, round_id: int) -> Report:
    """The report of a round whose id begins like what somebody wrote. Raises NoSuchReport unless there is one."""
    ids = _ids(written)
    if ids is None:
        raise NoSuchReport(written)
    found = session.scalars(select(Report).where(Report.round_id == round_id, Report.id.between(*ids)).limit(2)).all()
    if len(found) != 1:
        raise NoSuchReport(written)
    return found[0]


def _ids(written: str) -> tuple[UUID, UUID] | None:
    """The first and the last id that begin like this; None where it is no beginning of one."""
    digits = re.sub(r"[\s-]", "", written).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST_ID},{LONGEST_ID}}}", digits):
        return None
    return UUID(digits.ljust(LONGEST_ID, "0")), UUID(digits.ljust(LONGEST_ID, "f"))


def similar_texts(session: Session, text: Text, *, key: bytes) -> Sequence[Text]:
    """Other texts of the round in the same words, or nearly, that are no duplicates themselves, the most alike first.

    Words that many write are not shown unless they are the same to the letter.
    """
    likes = [one.text for one in likes_of(session, text, key=key)]
    same = [one for one in same_words(session, text, key=key, most=MOST_SIMILAR) if one not in likes]
    return [one for one in (*likes, *same) if one.status != DUPLICATE][:MOST_SIMILAR]


def similar_reports(session: Session, report: Report) -> Sequence[Report]:
    """Other reports of the round about much the same spot that are no duplicates themselves, the oldest day first."""
    return session.scalars(
        select(Report)
        .where(Report.round_id == report.round_id, Report.id != report.id, Report.status != DUPLICATE)
        .where(*_same_spot(report))
        .order_by(Report.received_on, Report.id)
        .limit(MOST_SIMILAR)
    ).all()


def _same_spot(report: Report) -> list[ColumnElement[bool]]:
    """In the same cell of the grid, else in the same area."""
    if report.lat is not None:
        return [Report.lat == report.lat, Report.lon == report.lon]
    return [Report.area_id == report.area_id]
