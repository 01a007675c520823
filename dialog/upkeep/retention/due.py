"""Which rows are due, kind by kind: (id, day from which the term counts) of each."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Date, Select, String, cast, func, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from dialog.accounts.models import SignInFailures, StaffSession
from dialog.jobs.models import JobResult
from dialog.picture.models import Draft, Release
from dialog.places.models import ExactPoint, MeToo, Report
from dialog.receipts.models import Receipt
from dialog.sources.models import SourceFigure, SourceLoad, SourceText, SourceUpload
from dialog.survey.models import CLOSED, ENDED, Response, Round
from dialog.texts.models import Photo, PhotoOriginal, Text
from dialog.upkeep.models import Emptied
from dialog.upkeep.retention import kinds

Due = Select[*tuple[Any, ...]]
ENDED_LONG_AGO = "ended long ago"  # by its last day alone, whatever its state: for a database that was restored


def due_rows(kind: str, *, event: str, before: date, today: date) -> Due:
    """The rows of a kind whose event was on `before` or earlier, and that still hold something."""
    return _DUE[kind](event, before, today)


def _of_a_round(id: InstrumentedAttribute[Any], round_id: Any, received: Any, event: str, before: date) -> Due:
    """Counted from what the decision says: the day it came, or something that happened to its round."""
    if event == kinds.RECEIVED:
        return select(id.label("id"), received.label("day")).where(received <= before)
    if event in (kinds.ENDED, ENDED_LONG_AGO):
        over = select(id.label("id"), Round.closes_on.label("day")).join(Round, Round.id == round_id)
        over = over.where(Round.closes_on <= before)
        return over.where(Round.state.in_((ENDED, CLOSED))) if event == kinds.ENDED else over
    first = select(Release.round_id, func.min(Release.released_on).label("day")).group_by(Release.round_id).subquery()
    return select(id.label("id"), first.c.day).join(first, first.c.round_id == round_id).where(first.c.day <= before)


def _exact_points(_event: str, before: date, today: date) -> Due:
    """By the day that each has of its own, and by the setting where that has become shorter since."""
    rows = select(ExactPoint.report_id.label("id"), Report.received_on.label("day"))
    return rows.join(Report, Report.id == ExactPoint.report_id).where(
        or_(ExactPoint.erase_on <= today, Report.received_on <= before)
    )


def _photo_originals(_event: str, before: date, today: date) -> Due:
    rows = select(PhotoOriginal.photo_id.label("id"), Photo.received_on.label("day"))
    return rows.join(Photo, Photo.id == PhotoOriginal.photo_id).where(
        or_(PhotoOriginal.erase_on <= today, Photo.received_on <= before)
    )


def _sign_ins(_event: str, before: date, _today: date) -> Due:
    until = _end_of(before)
    ended = select(StaffSession.token_hash.label("id"), func.date(StaffSession.seen_at, type_=Date).label("day"))
    failed = select(SignInFailures.email_hash.label("id"), func.date(SignInFailures.latest_at, type_=Date).label("day"))
    both = union_all(
        ended.where(StaffSession.seen_at < until), failed.where(SignInFailures.latest_at < until)
    ).subquery()
    return select(both.c.id, both.c.day)


def _texts(event: str, before: date, _today: date) -> Due:
    return _of_a_round(Text.id, Text.round_id, Text.received_on, event, before).where(Text.original != "")


def _hidden_words(event: str, before: date, _today: date) -> Due:
    """Texts whose masks hide something else than what was overwritten already."""
    masks = cast(Text.masks, String)
    rows = _of_a_round(Text.id, Text.round_id, Text.received_on, event, before)
    rows = rows.outerjoin(Emptied, Emptied.text_id == Text.id).where(masks != "[]")
    return rows.where(or_(Emptied.text_id.is_(None), cast(Emptied.masks, String) != masks))


def _photos(event: str, before: date, _today: date) -> Due:
    if event == kinds.RECEIVED:
        return _of_a_round(Photo.id, None, Photo.received_on, event, before)
    report_round = select(Report.round_id).where(Report.id == Photo.report_id).scalar_subquery()
    return _of_a_round(Photo.id, report_round, Photo.received_on, event, before)


def _reports(event: str, before: date, _today: date) -> Due:
    """Those that are voices of their own; what was sent with them goes with them."""
    rows = _of_a_round(Report.id, Report.round_id, Report.received_on, event, before)
    return rows.where(Report.response_id.is_(None), Report.part_of.is_(None))


def _responses(event: str, before: date, _today: date) -> Due:
    return _of_a_round(Response.id, Response.round_id, Response.received_on, event, before)


def _receipts(event: str, before: date, _today: date) -> Due:
    def of(response: Any, report: Any) -> Any:
        of_response = select(response).where(Response.id == Receipt.response_id).scalar_subquery()
        return func.coalesce(of_response, select(report).where(Report.id == Receipt.report_id).scalar_subquery())

    received = of(Response.received_on, Report.received_on)
    return _of_a_round(Receipt.code_hash, of(Response.round_id, Report.round_id), received, event, before)


def _me_too(_event: str, before: date, _today: date) -> Due:
    rows = select(MeToo.key_hash.label("id"), MeToo.received_on.label("day"))
    return rows.where(MeToo.received_on <= before)


def _picture_drafts(_event: str, before: date, _today: date) -> Due:
    released = select(Release.draft_id).where(Release.draft_id == Draft.id).exists()
    return select(Draft.id.label("id"), Draft.made_on.label("day")).where(Draft.made_on <= before, ~released)


def _end_of(day: date) -> datetime:
    """The first moment after it, UTC."""
    return datetime.combine(day + timedelta(1), time())


def _source_uploads(_event: str, before: date, _today: date) -> Due:
    rows = select(SourceUpload.id.label("id"), func.date(SourceUpload.at, type_=Date).label("day"))
    return rows.where(SourceUpload.at < _end_of(before))


def _job_results(_event: str, _before: date, today: date) -> Due:
    """By the moment that each has of its own; of those that end today the job process takes care."""
    rows = select(JobResult.job_id.label("id"), func.date(JobResult.expires_at, type_=Date).label("day"))
    return rows.where(JobResult.expires_at < datetime.combine(today, time()))


def _source_figures(_event: str, before: date, _today: date) -> Due:
    """By the day on which they were loaded."""
    rows = select(SourceFigure.id.label("id"), func.date(SourceLoad.at, type_=Date).label("day"))
    return rows.join(SourceLoad, SourceLoad.id == SourceFigure.load_id).where(SourceLoad.at < _end_of(before))


def _source_texts(_event: str, before: date, _today: date) -> Due:
    rows = select(SourceText.id.label("id"), func.date(SourceText.kept_at, type_=Date).label("day"))
    return rows.where(SourceText.kept_at < _end_of(before))


_DUE: Mapping[str, Callable[[str, date, date], Due]] = {
    "exact_points": _exact_points,
    "photo_originals": _photo_originals,
    "sign_ins": _sign_ins,
    "hidden_words": _hidden_words,
    "texts": _texts,
    "photos": _photos,
    "reports": _reports,
    "responses": _responses,
    "receipts": _receipts,
    "me_too": _me_too,
    "picture_drafts": _picture_drafts,
    "source_uploads": _source_uploads,
    "job_results": _job_results,
    "source_figures": _source_figures,
    "source_texts": _source_texts,
}
