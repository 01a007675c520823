"""What the pages of a report and of a text show of answers."""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import format_date
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES, Words, pick
from dialog.places.models import Report
from dialog.receipts.queries import has_code
from dialog.review.answering.filling import NothingToFillIn, fill_in
from dialog.review.answering.queries import Answerable, answers_about, done_on, in_force, library, names_for
from dialog.review.answering.shipped import Standard
from dialog.review.forms import same_filters
from dialog.review.sentences import language_name
from dialog.texts.models import Text


def answering_of(session: Session, report: Report) -> dict[str, Any]:
    """For staff/answering.html, on the page of a report."""
    url = url_for("staff.review.answer_report", report_id=report.id, **same_filters())
    done = {"can_be_done": True, "done_on": done_on(session, report.id)}
    return {**_answering(session, report), "answer_url": url, **done}


def answering_of_text(session: Session, text: Text) -> dict[str, Any]:
    """For staff/text_answers.html: whoever sent the response that the text is of, where there is a code to read by."""
    if not (text.response_id and has_code(session, text.response_id)):
        return {"can_answer": False}
    url = url_for("staff.review.answer_text", text_id=text.id, **same_filters())
    return {**_answering(session, text), "can_answer": True, "answer_url": url, "can_be_done": False}


def _answering(session: Session, about: Answerable) -> dict[str, Any]:
    given = answers_about(session, about)
    names = names_for(session, about)
    usable = [one for one in library(session) if one.active and _fits(one, names)]
    in_it = {one.key: pick(one.words, about.language) for one in usable}
    return {
        "answers": [(one, pick(one.words, about.language)) for one in in_force(given)],
        "correctable": [(str(one.id), format_date(one.at, "long")) for one in in_force(given)],
        "corrected": len(given) - len(in_force(given)),
        "answer_options": [(one.key, one.title) for one in usable],
        "answer_words": [(one.title, *in_it[one.key]) for one in usable],
        "answer_languages": [
            (tag, language_name(tag)) for tag in sorted(LANGUAGES, key=lambda tag: tag != about.language)
        ],
        "sent_in": about.language,
    }


def _fits(one: Standard, names: Mapping[str, Words]) -> bool:
    """Whether all that it leaves open can be filled in here."""
    try:
        fill_in(one.words, names)
    except NothingToFillIn:
        return False
    return True
