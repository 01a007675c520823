"""What a reviewer's buttons do about personal details and holding: hide all that is proposed, hold back, take back."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.review.actions import hide_suspects
from dialog.review.around import suspects_of
from dialog.review.changes import Answer, wrong_fields
from dialog.review.holding import actions
from dialog.review.holding.forms import HoldForm
from dialog.review.staff_texts import change_text, page_of_text
from dialog.texts.models import Text


def hide_all(text_id: UUID) -> Answer:
    def hide_them(session: Session, text: Text) -> None:
        hide_suspects(session, text, suspects_of(session, text), by=staff_id(), at=now())

    return change_text(text_id, hide_them, _l("Everything that was proposed is hidden."))


def hold(text_id: UUID) -> Answer:
    form = HoldForm()
    if not form.validate():
        return page_of_text(text_id, wrong_fields(form)), 422

    def hold_it(session: Session, text: Text) -> None:
        actions.hold_back(session, text, reason=str(form.reason.data), by=staff_id(), at=now())

    return change_text(
        text_id, hold_it, _l("The text is held back until somebody else has accepted it."), field="reason"
    )


def take_back_look(text_id: UUID) -> Answer:
    def take_it_back(session: Session, text: Text) -> None:
        actions.take_back_look(session, text, by=staff_id(), at=now())

    return change_text(text_id, take_it_back, _l("Somebody else can be the first to accept it now."))
