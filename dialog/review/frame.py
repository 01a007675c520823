"""What the pages of a text and of a report have in common: where it stands in the queue, its voice and its log."""

from collections.abc import Mapping
from typing import Any

from flask import request, url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.gates import staff_id
from dialog.places.models import Report
from dialog.review.changes import Problems
from dialog.review.forms import filters_from, same_filters
from dialog.review.lines import lines_of
from dialog.review.queries import Step, Voice, all_owners, is_voice_set_aside, steps_of, voice_of
from dialog.review.queue import neighbours, position_of
from dialog.review.sentences import what_happened
from dialog.texts.models import Text


def head(session: Session, item: Text | Report, problems: Problems) -> dict[str, Any]:
    """What every page of a text or a report begins with, and what was typed where something is wrong with it."""
    return {
        "line": lines_of(session, [item])[0],
        "context": same_filters(),
        "problems": list(problems),
        "typed": request.form if problems else {},
    }


def frame(session: Session, item: Text | Report, problems: Problems) -> dict[str, Any]:
    """What stands around a text or a report on its own page."""
    before, after = neighbours(session, filters_from(request.args), position_of(item))
    voice = voice_of(session, item)
    return {
        **head(session, item, problems),
        "before": _address(before),
        "after": _address(after),
        "is_voice_set_aside": is_voice_set_aside(session, voice),
        "log": _log(session, item, voice),
    }


def _address(item: Text | Report | None) -> str:
    if item is None:
        return ""
    if isinstance(item, Report):
        return url_for(".report", report_id=item.id, **same_filters())
    return url_for(".text", text_id=item.id, **same_filters())


def _log(session: Session, item: Text | Report, voice: Voice) -> list[dict[str, str]]:
    owners = {owner.id: owner.name for owner in all_owners(session)}
    received = {"text": _("Received"), "when": format_date(item.received_on, "long"), "state": "done"}
    return [received, *(_entry(step, owners) for step in steps_of(session, item, voice))]


def _entry(step: Step, owners: Mapping[int, str]) -> dict[str, str]:
    text = what_happened(step, reader=staff_id(), owners=owners)
    return {"text": text, "when": format_datetime(step.change.at, "d MMM y HH:mm"), "state": "done"}
