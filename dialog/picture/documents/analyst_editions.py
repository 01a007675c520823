"""The page where analysts mark an edition as wrong."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.languages import LANGUAGES, MAIN
from dialog.picture.documents.actions import NotLater, supersede
from dialog.picture.documents.queries import superseded
from dialog.picture.models import Release
from dialog.picture.queries import NoSuchEdition, editions_of, find_edition
from dialog.web.requests import db_session

bp = Blueprint("editions", __name__)
LONGEST = 1000  # characters of a reason


@bp.get("/editions/<int:number>/supersede")
def confirm(number: int) -> str:
    found = superseded(db_session(), number)
    given = {f"why-{tag}": text for tag, text in (found.why if found else {}).items()}
    return _page(_edition(number), given | {"by": str(found.by_edition or "") if found else ""}, {})


@bp.post("/editions/<int:number>/supersede")
def mark(number: int) -> Response | tuple[str, int]:
    session, release, given = db_session(), _edition(number), request.form.to_dict()
    why = {tag: given.get(f"why-{tag}", "").strip() for tag in LANGUAGES}
    if errors := _wrong(why):
        return _page(release, given, errors), 422
    by = given.get("by", "")
    told = {tag: text for tag, text in why.items() if text}
    try:
        edition = int(by) if by else None
        if edition:
            _edition(edition)
        supersede(session, release, why=told, by_edition=edition, on=date.today(), at=now(), by=staff_id())
    except (NotLater, ValueError):
        abort(400)
    session.commit()
    flash(
        _(
            "Edition %(number)s is marked as superseded. Its files are made anew, with that on the first page.",
            number=number,
        )
    )
    return redirect(url_for("analyst.picture.releases"), 303)


def _wrong(why: dict[str, str]) -> dict[str, str]:
    errors = {}
    if not why[MAIN]:
        errors[f"why-{MAIN}"] = _("Say in Swedish what is wrong: readers of every language see it where theirs lacks.")
    for tag, text in why.items():
        if len(text) > LONGEST:
            errors[f"why-{tag}"] = _("Write at most %(number)s characters.", number=LONGEST)
    return errors


def _page(release: Release, given: dict[str, str], errors: dict[str, str]) -> str:
    later = [one for one in editions_of(db_session()) if one.number > release.edition]
    return render_template(
        "analyst/document_supersede.html",
        edition=release.edition,
        later=[(str(one.number), _("Edition %(number)s", number=one.number)) for one in later],
        given=given,
        errors=errors,
        reasons=[(tag, one.endonym) for tag, one in LANGUAGES.items()],
        main=MAIN,
        longest=LONGEST,
    )


def _edition(number: int) -> Release:
    try:
        return find_edition(db_session(), number)
    except NoSuchEdition:
        abort(404)
