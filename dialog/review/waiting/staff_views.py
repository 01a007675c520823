"""What reviewers press to keep a filter of the queue under a name, and to remove it."""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from dialog.accounts.gates import staff_id
from dialog.review.changes import Answer
from dialog.review.forms import same_filters
from dialog.review.sentences import PROBLEMS
from dialog.review.waiting.views import LONGEST_NAME, NoSuchView, TooManyViews, remove_view, save_view
from dialog.texts.cleaning import clean_text
from dialog.web.requests import db_session


def save() -> Answer:
    """Keep the filters of the address."""
    session, back = db_session(), redirect(url_for("staff.review.queue", **same_filters()), 303)
    name = " ".join(clean_text(request.form.get("name", "")).split())[:LONGEST_NAME]
    if not name:
        flash(_("Give the view a name."), "error")
        return back
    try:
        save_view(session, name=name, filters=same_filters(), shared="shared" in request.form, by=staff_id())
    except TooManyViews as problem:
        session.rollback()
        flash(str(PROBLEMS[type(problem)]), "error")
        return back
    session.commit()
    flash(_("The view is saved."))
    return back


def remove(view_id: int) -> Answer:
    session = db_session()
    try:
        remove_view(session, view_id, by=staff_id())
    except NoSuchView:
        abort(404)
    session.commit()
    flash(_("The view is removed."))
    return redirect(url_for("staff.review.queue", **same_filters()), 303)
