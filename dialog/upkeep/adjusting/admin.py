"""The page where administrators change settings."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.languages import LANGUAGES, MAIN
from dialog.settings.actions import change_setting
from dialog.settings.limits import LIMITS, SWITCHES, MainLanguageNeeded, OutOfBounds
from dialog.settings.queries import settings_in_force
from dialog.upkeep.adjusting.given import read_settings
from dialog.web.requests import db_session

bp = Blueprint("adjusting", __name__)
LABELS = {
    "cell_minimum": _l("Fewest voices behind a figure that is shown"),
    "group_minimum": _l("Fewest voices behind a figure of a group in an area"),
    "cell_inhabitants": _l("Fewest inhabitants where a coarsened point may lie"),
    "clearance_days": _l("Days before other systems may read a single report"),
    "point_days": _l("Days that exact points and unblurred photos are kept"),
    "two_destroy": _l("A second person has to agree before anything is destroyed"),
    "digest": _l("Staff may get a daily e-mail with how much waits, without any content"),
}


@bp.get("/settings")
def settings() -> str:
    return _page(asdict(settings_in_force(db_session(), current_app.config)), {})


@bp.post("/settings")
def change() -> Response | tuple[str, int]:
    session, config = db_session(), current_app.config
    values, wrong = read_settings(request.form, config)
    if wrong:
        given = {**request.form.to_dict(), "languages": request.form.getlist("languages")}
        return _page(given, {name: _sentence(problem) for name, problem in wrong.items()}), 422
    changed = [
        change_setting(session, name, value, config=config, by=staff_id(), at=now()) for name, value in values.items()
    ]
    session.commit()
    flash(_("The settings are changed.") if any(changed) else _("Nothing was different."))
    return redirect(url_for(".settings"), 303)


def _page(given: dict[str, Any], errors: dict[str, str]) -> str:
    bounds = {name: limit.bounds(current_app.config) for name, limit in LIMITS.items()}
    return render_template(
        "admin/upkeep/settings.html",
        labels=LABELS,
        hints={name: _hint(name, *bounds[name]) for name in LIMITS},
        numbers=list(LIMITS),
        switches=list(SWITCHES),
        given=given,
        errors=errors,
        language_pairs=[(tag, one.endonym) for tag, one in LANGUAGES.items()],
        main=LANGUAGES[MAIN].endonym,
    )


def _hint(name: str, least: int, most: int) -> str:
    if LIMITS[name].most:
        return _("It can be raised, never below %(least)s. At most %(most)s.", least=least, most=most)
    return _("It can be lowered, never above %(most)s.", most=most)


def _sentence(problem: Exception) -> str:
    if isinstance(problem, OutOfBounds):
        return _("Write a number from %(least)s to %(most)s.", least=problem.least, most=problem.most)
    if isinstance(problem, MainLanguageNeeded):
        return _("%(language)s can't be left out: every sentence falls back to it.", language=LANGUAGES[MAIN].endonym)
    return _("Write a whole number.")
