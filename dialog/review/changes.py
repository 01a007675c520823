"""How a page of a reviewer changes something: do it and go back, or say what hinders it and keep what was typed."""

from collections.abc import Callable, Iterable, Mapping

from flask import abort, flash, redirect, request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review.sentences import FIELDS, PROBLEMS
from dialog.review.voices import restore_voice, set_voice_aside
from dialog.review.waiting.taking import TakenByAnother
from dialog.review.waiting.working import Item, work_on
from dialog.web.requests import db_session

Answer = Response | tuple[str, int]
Problems = Iterable[tuple[str, str]]  # (id of the field, sentence)
Decision = tuple[Callable[..., object], object]  # what a button does, what is then said
Decisions = Mapping[str, Decision]  # by the button's value

VOICE_DECISIONS: Decisions = {
    "set_aside": (set_voice_aside, _l("The whole voice is set aside as spam. Drafts leave it out.")),
    "restore": (restore_voice, _l("The voice is restored.")),
}


def asked_decision(decisions: Decisions) -> Decision:
    """The decision whose button was pressed."""
    return decisions.get(request.form.get("do", "")) or abort(400)


def carry_out(
    change: Callable[[Session], object],
    done: object,
    *,
    page: Callable[[Problems], str],
    back: str | Callable[[], str],
    field: str = "",
    item: Item | None = None,
) -> Answer:
    """Make a change and go `back` to an address; or answer with the `page` that says what hinders it.

    `field` is at fault where the error names none. `item` is what changes: nobody else may be at work on it, and it
    can be undone. What finds out where to go back to may take the next item, but writes nothing else.
    """
    session = db_session()
    try:
        if item:
            work_on(session, item, change, by=staff_id(), at=now())
        else:
            change(session)
    except tuple(PROBLEMS) as problem:
        session.rollback()
        sentence = (FIELDS.get(type(problem), field), str(PROBLEMS[type(problem)]))
        return page([sentence]), 409 if isinstance(problem, TakenByAnother) else 422
    session.commit()
    flash(str(done))
    return redirect(back if isinstance(back, str) else back(), 303)


def wrong_fields(form: FlaskForm) -> Problems:
    """What a form says is wrong, for the error summary."""
    return [(field, str(sentence)) for field, sentences in form.errors.items() for sentence in sentences]
