"""What a reviewer does with internal notes, on the pages of texts and reports."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from dialog.accounts.gates import me, now
from dialog.places.models import Report
from dialog.review.changes import Answer, Problems, carry_out, wrong_fields
from dialog.review.forms import same_filters
from dialog.review.notes.actions import add_note, remove_note
from dialog.review.queries import find_report, find_text
from dialog.review.staff_reports import page_of_report
from dialog.review.staff_texts import page_of_text
from dialog.review.warnings import personal_words
from dialog.texts.cleaning import clean_text
from dialog.texts.models import Text

LONGEST_NOTE = 2_000  # characters

Page = Callable[[UUID, Problems], str]


class NoteForm(FlaskForm):
    """A note to colleagues."""

    note = StringField(
        filters=[lambda raw: clean_text(raw or "")],
        validators=[
            DataRequired(_l("Write the note.")),
            Length(max=LONGEST_NOTE, message=_l("Shorten the note to at most %(max)d characters.")),
        ],
    )


def add_to_text(text_id: UUID) -> Answer:
    return _add(text_id, find_text, page_of_text, url_for(".text", text_id=text_id, **same_filters()))


def add_to_report(report_id: UUID) -> Answer:
    return _add(report_id, find_report, page_of_report, url_for(".report", report_id=report_id, **same_filters()))


def remove_from_text(text_id: UUID, note_id: UUID) -> Answer:
    return _remove(text_id, note_id, page_of_text, url_for(".text", text_id=text_id, **same_filters()))


def remove_from_report(report_id: UUID, note_id: UUID) -> Answer:
    return _remove(report_id, note_id, page_of_report, url_for(".report", report_id=report_id, **same_filters()))


def _add(id: UUID, find: Callable[[Session, UUID], Text | Report], page: Page, back: str) -> Answer:
    form = NoteForm()
    if not form.validate():
        return page(id, wrong_fields(form)), 422
    body = str(form.note.data)

    def note_it(session: Session) -> None:
        add_note(session, find(session, id), body=body, staff=me(), at=now())

    answer = carry_out(note_it, _l("The note is saved."), page=lambda problems: page(id, problems), back=back)
    if found := personal_words(body):
        flash(_("Your note may point to a person: %(words)s. Only note what is needed.", words=found), "warning")
    return answer


def _remove(id: UUID, note_id: UUID, page: Page, back: str) -> Answer:
    def remove_it(session: Session) -> None:
        remove_note(session, note_id, staff=me())

    return carry_out(remove_it, _l("The note is removed."), page=lambda problems: page(id, problems), back=back)
