"""Pages where anybody reads released situation pictures."""

from flask import Blueprint, abort, render_template

from dialog.picture.beside.view import beside_view
from dialog.picture.changes import changes_view
from dialog.picture.content import from_document
from dialog.picture.coverage.view import coverage_view
from dialog.picture.documents.queries import files_of, superseded, superseded_editions
from dialog.picture.periods import days_of
from dialog.picture.presentation import FEW
from dialog.picture.queries import NoSuchEdition, editions_of, find_edition, later_edition
from dialog.picture.sampled import weighted_tables
from dialog.picture.sections import area_names, sections
from dialog.web.requests import db_session

bp = Blueprint("picture", __name__)


@bp.get("/pictures/")
def editions() -> str:
    session = db_session()
    return render_template("public/pictures.html", editions=editions_of(session), wrong=superseded_editions(session))


@bp.get("/pictures/<int:number>")
def edition(number: int) -> str:
    try:
        found = find_edition(db_session(), number)
    except NoSuchEdition:
        abort(404)
    picture = from_document(found.content)
    return render_template(
        "public/pictures_edition.html",
        edition=found,
        picture=picture,
        days=days_of(picture.period),
        view=sections(picture),
        beside=beside_view(picture),
        coverage=coverage_view(picture),
        changes=changes_view(picture),
        weighted=weighted_tables(picture),
        area_names=area_names(picture),
        few=FEW,
        later=later_edition(db_session(), found),
        wrong=superseded(db_session(), number),
        files=files_of(db_session(), number),
    )
