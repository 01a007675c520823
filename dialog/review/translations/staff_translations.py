"""What a reviewer does with the translations of a text, on its page."""

from uuid import UUID

from flask import abort
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.review.changes import Answer, wrong_fields
from dialog.review.staff_texts import change_text, page_of_text
from dialog.review.translations.actions import (
    check_translation,
    remove_translation,
    translate_by_machine,
    write_translation,
)
from dialog.review.translations.forms import IntoForm, TranslationForm
from dialog.review.translations.showing import translator
from dialog.texts.models import Text


def write(text_id: UUID) -> Answer:
    form = TranslationForm()
    if not form.validate():
        return page_of_text(text_id, wrong_fields(form)), 422

    def write_it(session: Session, text: Text) -> None:
        write_translation(
            session,
            text,
            language=str(form.into.data),
            body=str(form.body.data),
            is_checked=bool(form.checked.data),
            by=staff_id(),
            at=now(),
        )

    return change_text(text_id, write_it, _l("The translation is saved."), field="body")


def ask_machine(text_id: UUID) -> Answer:
    """Only where an administrator has set a translator up."""
    form, machine = IntoForm(), translator() or abort(404)
    if not form.validate():
        return page_of_text(text_id, wrong_fields(form)), 422

    def ask_it(session: Session, text: Text) -> None:
        translate_by_machine(
            session,
            text,
            language=str(form.into.data),
            translate=machine.translate,
            machine="LibreTranslate",
            by=staff_id(),
            at=now(),
        )

    return change_text(text_id, ask_it, _l("The machine has translated it. Check it before anybody relies on it."))


def check(text_id: UUID, language: str) -> Answer:
    return change_text(
        text_id,
        lambda session, text: check_translation(session, text, language=language, by=staff_id(), at=now()),
        _l("The translation is checked."),
    )


def remove(text_id: UUID, language: str) -> Answer:
    return change_text(
        text_id,
        lambda session, text: remove_translation(session, text, language=language, by=staff_id()),
        _l("The translation is removed."),
    )
