"""What a reviewer does on the pages of reports and of texts to answer those who sent them."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, flash
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.review.answering.actions import correct_answer, give_answer, mark_done, mark_not_done
from dialog.review.answering.forms import AnswerForm
from dialog.review.answering.queries import Answerable, NoSuchAnswer
from dialog.review.changes import Answer, Decisions, Problems, asked_decision, wrong_fields
from dialog.review.staff_reports import change_report, page_of_report
from dialog.review.staff_texts import change_text, page_of_text
from dialog.review.warnings import personal_words
from dialog.texts.models import Text
from dialog.web.requests import db_session

DONE: Decisions = {
    "done": (mark_done, _l("The report is done.")),
    "not_done": (mark_not_done, _l("The report is not done any more.")),
}


def give(report_id: UUID) -> Answer:
    return _give(report_id, page=page_of_report, change=change_report)


def give_about_text(text_id: UUID) -> Answer:
    """To those who sent the response that it is of; those who sent a report are answered about the report."""
    text = db_session().get(Text, text_id)
    if text is None or text.response_id is None:
        abort(404)
    return _give(text_id, page=page_of_text, change=change_text)


def _give(id: UUID, *, page: Callable[[UUID, Problems], str], change: Callable[..., Answer]) -> Answer:
    form = AnswerForm()
    if not form.validate():
        return page(id, wrong_fields(form)), 422
    own = str(form.own.data or "")
    answer = change(id, _giving(form, own), _l("Whoever sent it can read the answer with the code."))
    if found := personal_words(own, language=form.own_language.data):
        flash(
            _(
                "Your words may point to a person: %(words)s. Correct the answer if they should not be there.",
                words=found,
            ),
            "warning",
        )
    return answer


def decide_done(report_id: UUID) -> Answer:
    decide, said = asked_decision(DONE)
    return change_report(report_id, lambda session, report: decide(session, report, by=staff_id(), at=now()), said)


def _giving(form: AnswerForm, own: str) -> Callable[[Session, Answerable], None]:
    values = {"key": str(form.key.data or ""), "own": own, "own_language": str(form.own_language.data)}

    def give_it(session: Session, about: Answerable) -> None:
        if form.corrects.data:
            wrong = _id(str(form.corrects.data))
            correct_answer(session, about, answer_id=wrong, **values, by=staff_id(), at=now())
        else:
            give_answer(session, about, **values, by=staff_id(), at=now())

    return give_it


def _id(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        raise NoSuchAnswer(written) from None
