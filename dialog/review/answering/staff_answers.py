"""What a reviewer does on the page of a report to answer those who sent it."""

from collections.abc import Callable
from uuid import UUID

from flask import flash
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.places.models import Report
from dialog.review.answering.actions import correct_answer, give_answer, mark_done, mark_not_done
from dialog.review.answering.forms import AnswerForm
from dialog.review.answering.queries import NoSuchAnswer
from dialog.review.changes import Answer, Decisions, asked_decision, wrong_fields
from dialog.review.staff_reports import change_report, page_of_report
from dialog.review.warnings import personal_words

DONE: Decisions = {
    "done": (mark_done, _l("The report is done.")),
    "not_done": (mark_not_done, _l("The report is not done any more.")),
}


def give(report_id: UUID) -> Answer:
    form = AnswerForm()
    if not form.validate():
        return page_of_report(report_id, wrong_fields(form)), 422
    own = str(form.own.data or "")
    answer = change_report(report_id, _giving(form, own), _l("Whoever sent it can read the answer with the code."))
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


def _giving(form: AnswerForm, own: str) -> Callable[[Session, Report], None]:
    values = {"key": str(form.key.data or ""), "own": own, "own_language": str(form.own_language.data)}

    def give_it(session: Session, report: Report) -> None:
        if form.corrects.data:
            wrong = _id(str(form.corrects.data))
            correct_answer(session, report, answer_id=wrong, **values, by=staff_id(), at=now())
        else:
            give_answer(session, report, **values, by=staff_id(), at=now())

    return give_it


def _id(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        raise NoSuchAnswer(written) from None
