"""How a page of what is alike changes something: do it, say what was done and go back, or say what hinders it."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from flask import abort, flash, redirect, request
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.alike.joint import Done
from dialog.review.alike.sentences import ALIKE_PROBLEMS
from dialog.review.changes import Answer, Problems
from dialog.review.sentences import PROBLEMS
from dialog.texts.models import Text
from dialog.web.requests import db_session

_ALL: Mapping[type[Exception], object] = {**PROBLEMS, **ALIKE_PROBLEMS}


def change(step: Callable[[Session], object], *, page: Callable[[Problems], str], back: Callable[[], str]) -> Answer:
    """Take a step that says what it did, and go back; or answer with the page that says what hinders it."""
    session = db_session()
    try:
        done = step(session)
    except tuple(_ALL) as problem:
        session.rollback()
        return page([("", str(_ALL[type(problem)]))]), 422
    session.commit()
    flash(str(done))
    return redirect(back(), 303)


def said_of(done: Done) -> str:
    """How many were changed, and how many not."""
    changed = _("Changed: %(number)s.", number=format_decimal(done.changed))
    if not done.left_out:
        return changed
    left = ngettext(
        "%(num)s was left as it is: it is held back, or somebody else is at work on it or has changed it.",
        "%(num)s were left as they are: they are held back, or somebody else is at work on them or has changed them.",
        done.left_out,
    )
    return _("%(changed)s %(left)s", changed=changed, left=left)


def chosen_ids(name: str = "with") -> list[UUID]:
    """The ids that were ticked."""
    try:
        return [UUID(one) for one in request.form.getlist(name)]
    except ValueError:
        abort(400)


def texts_by_id(session: Session, ids: Sequence[UUID]) -> Sequence[Text]:
    return session.scalars(select(Text).where(Text.id.in_(ids)).order_by(Text.id)).all()


def reports_by_id(session: Session, ids: Sequence[UUID]) -> Sequence[Report]:
    return session.scalars(select(Report).where(Report.id.in_(ids)).order_by(Report.id)).all()
