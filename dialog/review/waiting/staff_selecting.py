"""Pages where a reviewer decides about many at once: looks at what was selected, carries it out, undoes it."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.accounts.models import Staff
from dialog.review.changes import Answer
from dialog.review.forms import filters_from, number_from, same_filters
from dialog.review.lines import lines_of
from dialog.review.sentences import PROBLEMS
from dialog.review.waiting.assigning import NoSuchReviewer
from dialog.review.waiting.carrying import NotNow, carry_out_selection, undo_selection
from dialog.review.waiting.looks import look_at_texts
from dialog.review.waiting.models import Selection
from dialog.review.waiting.selecting import (
    MOST_SELECTED,
    NoSuchSelection,
    NothingSelected,
    Outcome,
    UnknownAction,
    find_selection,
    number_selected,
    sample_of,
    select_items,
)
from dialog.web.requests import db_session


def choose() -> Answer:
    """Fix what the filters of the address select, and show it."""
    session = db_session()
    try:
        selection = select_items(
            session,
            filters_from(request.args),
            action=request.form.get("action", ""),
            assignee=number_from(request.form.get("to", "")) or None,
            address=same_filters(),
            by=staff_id(),
            at=now(),
        )
    except UnknownAction:
        abort(400)
    except (NoSuchReviewer, NothingSelected) as problem:
        session.rollback()
        flash(str(PROBLEMS[type(problem)]), "error")
        return redirect(url_for("staff.review.queue", **same_filters()), 303)
    address = url_for("staff.review.selection", selection_id=selection.id)
    session.commit()
    return redirect(address, 303)


def show(selection_id: UUID) -> str:
    session = db_session()
    selection = _selection_or_404(session, selection_id)
    lines = lines_of(session, sample_of(session, selection))
    numbers = number_selected(session, selection)
    page = render_template(
        "staff/queue_selection.html",
        selection=selection,
        filters=selection.filters,
        lines=lines,
        number=numbers.done + numbers.left,
        numbers=numbers,
        most_selected=MOST_SELECTED,
        assignee=session.get(Staff, selection.assignee_id) if selection.assignee_id else None,
    )
    look_at_texts(session, lines, by=staff_id())
    session.commit()
    return page


def carry_out(selection_id: UUID) -> Answer:
    session = db_session()
    selection = _selection_or_404(session, selection_id)
    try:
        outcome = carry_out_selection(session, selection, by=staff_id(), at=now())
    except NotNow as problem:
        return _refused(problem, selection_id)
    session.commit()
    flash(_carried_out(outcome))
    return redirect(url_for("staff.review.selection", selection_id=selection_id), 303)


def undo(selection_id: UUID) -> Answer:
    session = db_session()
    selection = _selection_or_404(session, selection_id)
    try:
        outcome = undo_selection(session, selection, by=staff_id(), at=now())
    except NotNow as problem:
        return _refused(problem, selection_id)
    session.commit()
    flash(ngettext("%(num)s is as it was before.", "%(num)s are as they were before.", outcome.done))
    if outcome.left:
        flash(_left(outcome), "warning")
    return redirect(url_for("staff.review.selection", selection_id=selection_id), 303)


def _carried_out(outcome: Outcome) -> str:
    done = ngettext("Done with %(num)s.", "Done with all %(num)s.", outcome.done)
    if not outcome.left:
        return str(done)
    return (
        _("Done with %(done)s of %(all)s.", done=outcome.done, all=outcome.done + outcome.left) + " " + _left(outcome)
    )


def _left(outcome: Outcome) -> str:
    return str(
        ngettext(
            "%(num)s is left as it is: somebody was quicker.",
            "%(num)s are left as they are: somebody was quicker.",
            outcome.left,
        )
    )


def _refused(problem: Exception, selection_id: UUID) -> Answer:
    db_session().rollback()
    flash(str(PROBLEMS[type(problem)]), "error")
    return redirect(url_for("staff.review.selection", selection_id=selection_id), 303)


def _selection_or_404(session: Session, selection_id: UUID) -> Selection:
    try:
        return find_selection(session, selection_id, by=staff_id())
    except NoSuchSelection:
        abort(404)
