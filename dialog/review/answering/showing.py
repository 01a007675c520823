"""What the page of a report shows of answers."""

from collections.abc import Mapping
from typing import Any

from flask_babel import format_date
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES, Words, pick
from dialog.places.models import Report
from dialog.review.answering.filling import NothingToFillIn, fill_in
from dialog.review.answering.queries import answers_given, done_on, in_force, library, names_for
from dialog.review.answering.shipped import Standard
from dialog.review.sentences import language_name


def answering_of(session: Session, report: Report) -> dict[str, Any]:
    """For staff/report_answers.html."""
    given = answers_given(session, [report.id])
    names = names_for(session, report)
    usable = [one for one in library(session) if one.active and _fits(one, names)]
    in_it = {one.key: pick(one.words, report.language) for one in usable}
    return {
        "answers": [(one, pick(one.words, report.language)) for one in in_force(given)],
        "correctable": [(str(one.id), format_date(one.at, "long")) for one in in_force(given)],
        "corrected": len(given) - len(in_force(given)),
        "answer_options": [(one.key, one.title) for one in usable],
        "answer_words": [(one.title, *in_it[one.key]) for one in usable],
        "answer_languages": [
            (tag, language_name(tag)) for tag in sorted(LANGUAGES, key=lambda tag: tag != report.language)
        ],
        "done_on": done_on(session, report.id),
    }


def _fits(one: Standard, names: Mapping[str, Words]) -> bool:
    """Whether all that it leaves open can be filled in here."""
    try:
        fill_in(one.words, names)
    except NothingToFillIn:
        return False
    return True
