"""Pages where a second coder codes what was drawn, without seeing what others used or what would be suggested."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review.actions import NotReviewed
from dialog.review.agreement.actions import finish_reading
from dialog.review.agreement.models import SecondReading
from dialog.review.agreement.queries import NoSuchSample, find_sample, next_to_read, progress_of, reading_of
from dialog.review.changes import wrong_fields
from dialog.review.coding.about_text import coding_of
from dialog.review.coding.forms import CodingForm, UncodingForm
from dialog.review.duplicates import short_id
from dialog.review.masking import LABELS
from dialog.review.queries import find_text
from dialog.review.reading import pieces
from dialog.review.sentences import FIELDS, PROBLEMS
from dialog.review.statuslog import hold_text
from dialog.texts.models import ACCEPTED, Text
from dialog.web.requests import db_session

Answer = str | Response | tuple[str, int]
Problems = list[tuple[str, str]]


def begin(sample_id: int) -> Response:
    """To the next text of one's own draw, or back to the agreement when all are done."""
    session = db_session()
    _insist_on_own(session, sample_id)
    if text_id := next_to_read(session, sample_id):
        return redirect(url_for(".read", sample_id=sample_id, text_id=text_id), 303)
    flash(_("Every text of the draw is done. Thank you."))
    return redirect(url_for(".agreement", sample=sample_id), 303)


def show(sample_id: int, text_id: UUID) -> str:
    return _page(sample_id, text_id, [])


def code(sample_id: int, text_id: UUID) -> Answer:
    form = CodingForm()
    if not form.validate():
        return _page(sample_id, text_id, list(wrong_fields(form))), 422

    def add_them(session: Session, text: Text) -> None:
        form.add_to(session, text, by=staff_id(), at=now())

    return _change(sample_id, text_id, add_them)


def uncode(sample_id: int, text_id: UUID) -> Answer:
    form = UncodingForm()

    def take_it(session: Session, text: Text) -> None:
        form.take_from(session, text, by=staff_id(), at=now())

    return _change(sample_id, text_id, take_it)


def finish(sample_id: int, text_id: UUID) -> Response:
    session = db_session()
    finish_reading(session, _reading(session, sample_id, text_id), at=now())
    session.commit()
    return redirect(url_for(".reading", sample_id=sample_id), 303)


def _change(sample_id: int, text_id: UUID, change: Callable[[Session, Text], None]) -> Answer:
    session = db_session()
    if _reading(session, sample_id, text_id).done_at:
        abort(409)
    try:
        text = hold_text(session, text_id)
        if text.status != ACCEPTED:
            raise NotReviewed
        change(session, text)
    except tuple(PROBLEMS) as problem:
        session.rollback()
        said = (FIELDS.get(type(problem), "code_words"), str(PROBLEMS[type(problem)]))
        return _page(sample_id, text_id, [said]), 422
    session.commit()
    return redirect(url_for(".read", sample_id=sample_id, text_id=text_id), 303)


def _page(sample_id: int, text_id: UUID, problems: Problems) -> str:
    session = db_session()
    reading, text = _reading(session, sample_id, text_id), find_text(session, text_id)
    coding = coding_of(
        session,
        text,
        by=staff_id(),
        code_url=url_for(".code", sample_id=sample_id, text_id=text_id),
        uncode_url=url_for(".uncode", sample_id=sample_id, text_id=text_id),
        is_open=reading.done_at is None and text.status == ACCEPTED,
        is_blind=True,
    )
    return render_template(
        "staff/coding_again.html",
        text=text,
        number=short_id(text_id),
        pieces=pieces(text.original, text.masks, [], coding["spans"]),
        labels=LABELS,
        coding=coding,
        reading=reading,
        progress=progress_of(session, sample_id),
        problems=problems,
        typed=request.form if problems else {},
    )


def _reading(session: Session, sample_id: int, text_id: UUID) -> SecondReading:
    """One's own; any other isn't there."""
    _insist_on_own(session, sample_id)
    return reading_of(session, sample_id, text_id) or abort(404)


def _insist_on_own(session: Session, sample_id: int) -> None:
    try:
        find_sample(session, sample_id, coder_id=staff_id())
    except NoSuchSample:
        abort(404)
