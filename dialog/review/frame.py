"""What the pages of a text and of a report have in common: where it stands in the queue, its voice and its log."""

from collections.abc import Mapping
from typing import Any

from flask import flash, request, url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.places.models import Report
from dialog.review.changes import Problems
from dialog.review.forms import filters_from, position_in_address, same_filters
from dialog.review.lines import lines_of
from dialog.review.owners.queries import all_owners
from dialog.review.queries import Step, Voice, is_voice_set_aside, steps_of, voice_of
from dialog.review.sentences import what_happened
from dialog.review.waiting.assigning import all_reviewers
from dialog.review.waiting.filters import Position
from dialog.review.waiting.kinds import Waiting, kind_of
from dialog.review.waiting.paging import neighbours, position_of
from dialog.review.waiting.taking import take_next
from dialog.review.waiting.undoing import can_undo
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
        "before": page_of(before) if before else "",
        "after": page_of(after) if after else "",
        "position": position_in_address(position_of(item)),
        "reader": staff_id(),
        "reviewers": all_reviewers(session),
        "can_undo": can_undo(session, by=staff_id(), at=now()),
        "is_voice_set_aside": is_voice_set_aside(session, voice),
        "log": _log(session, item, voice),
    }


def page_of(item: Waiting) -> str:
    """The address of something's own page, with the filters of this one."""
    kind = kind_of(item)
    own: dict[str, Any] = {f"{kind.id}_id": item.id}
    return url_for(kind.endpoint, **own, **same_filters())


def goes_on() -> bool:
    """Whether the button that was pressed leads on to the next in the queue."""
    return request.form.get("then") == "next"


def go_on(session: Session, after: Position | None) -> str:
    """The page of what stands next in this queue and is free, which is taken; the queue itself when nothing does."""
    found = take_next(session, filters_from(request.args), after=after, by=staff_id(), at=now())
    if found is None:
        session.rollback()
        flash(_("Nothing more in this queue is free."), "warning")
        return url_for("staff.review.queue", **same_filters())
    address = page_of(found)
    session.commit()
    return address


def _log(session: Session, item: Text | Report, voice: Voice) -> list[dict[str, str]]:
    owners = {owner.id: owner.name for owner in all_owners(session)}
    received = {"text": _("Received"), "when": format_date(item.received_on, "long"), "state": "done"}
    return [received, *(_entry(step, owners) for step in steps_of(session, item, voice))]


def _entry(step: Step, owners: Mapping[int, str]) -> dict[str, str]:
    text = what_happened(step, reader=staff_id(), owners=owners)
    return {"text": text, "when": format_datetime(step.change.at, "d MMM y HH:mm"), "state": "done"}
