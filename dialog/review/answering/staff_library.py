"""Pages where reviewers keep the library of answers."""

from collections.abc import Mapping
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.languages import LANGUAGES
from dialog.review.answering.actions import NothingSaid, keep_standard
from dialog.review.answering.filling import UnknownPlaceholder
from dialog.review.answering.forms import LONGEST_ANSWER, StandardForm
from dialog.review.answering.queries import NoSuchAnswer, find_standard, library
from dialog.review.answering.shipped import SHIPPED
from dialog.review.warnings import personal_words
from dialog.texts.cleaning import clean_text
from dialog.web.requests import db_session

Answer = str | Response | tuple[str, int]


def show() -> str:
    return render_template("staff/answers.html", answers=library(db_session()), shipped=SHIPPED)


def new() -> str:
    return _form({"active": True}, {}, key=None)


def add() -> Answer:
    return _keep(None)


def edit(key: str) -> str:
    try:
        found = find_standard(db_session(), key)
    except NoSuchAnswer:
        abort(404)
    words = {f"words-{tag}": text for tag, text in found.words.items()}
    return _form({"title": found.title, "active": found.active, **words}, {}, key=key)


def change(key: str) -> Answer:
    return _keep(key)


def _keep(key: str | None) -> Answer:
    form, words = StandardForm(), _words()
    errors = {} if form.validate() else {name: str(said[0]) for name, said in form.errors.items()}
    errors |= {
        f"words-{tag}": _("Shorten the text to at most %(number)d characters.", number=LONGEST_ANSWER)
        for tag, text in words.items()
        if len(text) > LONGEST_ANSWER
    }
    if not errors:
        errors = _try(key, form, words)
    if errors:
        return _form(request.form, errors, key=key), 422
    db_session().commit()
    flash(_("The answer is saved."))
    if found := personal_words(" ".join(words.values())):
        flash(_("The answer may point to a person: %(words)s.", words=found), "warning")
    return redirect(url_for("staff.review.answers"), 303)


def _try(key: str | None, form: StandardForm, words: Mapping[str, str]) -> dict[str, str]:
    title, active = str(form.title.data), bool(form.active.data)
    try:
        keep_standard(db_session(), key=key, title=title, words=words, active=active, by=staff_id())
    except NoSuchAnswer:
        abort(404)
    except NothingSaid:
        return {"words-sv": _("Write the answer in Swedish: that is what is shown where another language is missing.")}
    except UnknownPlaceholder:
        return {"words-sv": _("Only {area} and {owner} can be left open in an answer.")}
    return {}


def _words() -> dict[str, str]:
    return {tag: clean_text(request.form.get(f"words-{tag}", "")) for tag in LANGUAGES}


def _form(given: Mapping[str, Any], errors: Mapping[str, str], *, key: str | None) -> str:
    return render_template(
        "staff/answer_form.html", given=given, errors=errors, key=key, all_languages=LANGUAGES, longest=LONGEST_ANSWER
    )
