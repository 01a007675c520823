"""What the page of one report shows besides where it stands in the queue."""

from datetime import date
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.alike.shown import alike_of_report
from dialog.review.answering.showing import answering_of
from dialog.review.clearance_shown import reading_of
from dialog.review.duplicates import short_id
from dialog.review.lines import lines_of
from dialog.review.notes.showing import notes_shown
from dialog.review.owners.queries import all_owners, copies_of, owner_of
from dialog.review.photos import photos_of_report
from dialog.review.queries import has_exact_point, place_of, sent_with, texts_of_report
from dialog.review.sentences import OWNER_WORDS
from dialog.review.told import answers_of
from dialog.settings.queries import settings_in_force


def parts_of_report(session: Session, report: Report) -> dict[str, Any]:
    """By the names that staff/report.html and its parts use."""
    days = settings_in_force(session, current_app.config).clearance_days
    return {
        "has_exact_point": has_exact_point(session, report.id, today=date.today()),
        "chosen_answers": answers_of(report),
        "photos": photos_of_report(session, report.id),
        "sent_with": lines_of(session, sent_with(session, report)),
        "place": place_of(session, report.id),
        "reading": reading_of(session, report, delay_days=days),
        "texts": lines_of(session, texts_of_report(session, report.id)),
        "duplicate_number": short_id(report.duplicate_of) if report.duplicate_of else "",
        **_owners(session, report),
        **answering_of(session, report),
        **notes_shown(session, report),
        **alike_of_report(session, report),
    }


def _owners(session: Session, report: Report) -> dict[str, Any]:
    owner, owners = owner_of(session, report.id), all_owners(session)
    return {
        "owner": owner,
        "owners": owners,
        "owner_options": [(one.id, one.name) for one in owners if one.active],
        "owner_names": {one.id: one.name for one in owners},
        "owner_kinds": OWNER_WORDS,
        "copies": copies_of(session, report.id),
    }
