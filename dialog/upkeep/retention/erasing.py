"""Erasing rows of a kind by their ids."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from dialog.accounts.models import SignInFailures, StaffSession
from dialog.jobs.models import JobResult
from dialog.picture.documents.actions import drop_draft_files
from dialog.picture.models import Draft
from dialog.picture.redaction import forget_in_drafts
from dialog.places.models import ExactPoint, MeToo, Report
from dialog.receipts.models import Receipt
from dialog.review.waiting.taking import forget_items
from dialog.sources.models import SourceFigure, SourceText, SourceUpload
from dialog.survey.models import Response
from dialog.texts.models import Photo, PhotoOriginal, Text
from dialog.upkeep.destroying.emptying import empty_hidden, empty_texts

Ids = Sequence[Any]
Erase = Callable[[Session, Ids], None]


def erase_rows(session: Session, kind: str, ids: Ids) -> None:
    """Erase them, in the caller's transaction."""
    _ERASE[kind](session, ids)


def _rows(id: InstrumentedAttribute[Any]) -> Erase:
    def erase(session: Session, ids: Ids) -> None:
        session.execute(delete(id.class_).where(id.in_(ids)), execution_options={"synchronize_session": False})

    return erase


def _sign_ins(session: Session, ids: Ids) -> None:
    _rows(StaffSession.token_hash)(session, ids)
    _rows(SignInFailures.email_hash)(session, ids)


def _hidden_words(session: Session, ids: Ids) -> None:
    empty_hidden(session, session.scalars(select(Text).where(Text.id.in_(ids)).with_for_update()).all())


def _reports(session: Session, ids: Ids) -> None:
    inside = select(Report.id).where(or_(Report.id.in_(ids), Report.part_of.in_(ids)))
    _forget_texts(session, select(Text.id).where(Text.report_id.in_(inside)))
    _delete_reports(session, inside)


def _responses(session: Session, ids: Ids) -> None:
    inside = select(Report.id).where(Report.response_id.in_(ids))
    _forget_texts(session, select(Text.id).where(or_(Text.response_id.in_(ids), Text.report_id.in_(inside))))
    _delete_reports(session, inside)
    _rows(Response.id)(session, ids)


def _photos(session: Session, ids: Ids) -> None:
    forget_items(session, ids)
    _rows(Photo.id)(session, ids)


def _drafts(session: Session, ids: Ids) -> None:
    drop_draft_files(session, ids)
    _rows(Draft.id)(session, ids)


def _forget_texts(session: Session, texts: Select[UUID]) -> None:
    """Texts that are about to go with what they are part of."""
    ids = session.scalars(texts).all()
    forget_items(session, ids)
    forget_in_drafts(session, {str(id): "" for id in ids})


def _delete_reports(session: Session, reports: Select[UUID]) -> None:
    ids = session.scalars(reports).all()
    forget_items(session, [*ids, *session.scalars(select(Photo.id).where(Photo.report_id.in_(ids)))])
    _rows(Report.id)(session, ids)


_ERASE: Mapping[str, Erase] = {
    "exact_points": _rows(ExactPoint.report_id),
    "photo_originals": _rows(PhotoOriginal.photo_id),
    "sign_ins": _sign_ins,
    "hidden_words": _hidden_words,
    "texts": empty_texts,
    "photos": _photos,
    "reports": _reports,
    "responses": _responses,
    "receipts": _rows(Receipt.code_hash),
    "me_too": _rows(MeToo.key_hash),
    "picture_drafts": _drafts,
    "source_uploads": _rows(SourceUpload.id),
    "job_results": _rows(JobResult.job_id),
    "source_figures": _rows(SourceFigure.id),
    "source_texts": _rows(SourceText.id),
}
