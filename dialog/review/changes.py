"""How a page of a reviewer changes something: do it and go back, or say what hinders it and keep what was typed."""

from collections.abc import Callable, Iterable, Mapping

from flask import abort, flash, redirect, request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.review.sentences import FIELDS, PROBLEMS
from dialog.review.voices import restore_voice, set_voice_aside
from dialog.web.requests import db_session

Answer = Response | tuple[str, int]
Problems = Iterable[tuple[str, str]]  # (id of the field, sentence)
Decision = tuple[Callable[..., None], object]  # what a button does, what is then said
Decisions = Mapping[str, Decision]  # by the button's value

VOICE_DECISIONS: Decisions = {
    "set_aside": (set_voice_aside, _l("The whole voice is set aside as spam. Drafts leave it out.")),
    "restore": (restore_voice, _l("The voice is restored.")),
}


def asked_decision(decisions: Decisions) -> Decision:
    """The decision whose button was pressed."""
    return decisions.get(request.form.get("do", "")) or abort(400)


def carry_out(
    change: Callable[[Session], None],
    done: object,
    *,
    page: Callable[[Problems], str],
    back: str,
    field: str = "",
) -> Answer:
    """Make a change and go `back` to an address; or answer with the `page` that says what hinders it.

    `field` is at fault where the error names none.
    """
    session = db_session()
    try:
        change(session)
    except tuple(PROBLEMS) as problem:
        session.rollback()
        return page([(FIELDS.get(type(problem), field), str(PROBLEMS[type(problem)]))]), 422
    session.commit()
    flash(str(done))
    return redirect(back, 303)


def wrong_fields(form: FlaskForm) -> Problems:
    """What a form says is wrong, for the error summary."""
    return [(field, str(sentence)) for field, sentences in form.errors.items() for sentence in sentences]
