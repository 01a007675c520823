"""Pages where reviewers destroy words, photos and exact points, and read the certificates."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.audit.looks import saw
from dialog.places.models import ExactPoint
from dialog.review.duplicates import short_id
from dialog.review.masking import masked_text
from dialog.review.photos import find_photo
from dialog.review.queries import find_report, find_text, texts_of_report
from dialog.review.sentences import label_name
from dialog.review.staff import review_places
from dialog.settings.queries import settings_in_force
from dialog.texts.models import NEW, Text
from dialog.upkeep.afterwards import clean_up
from dialog.upkeep.destroying.actions import agree, propose, turn_down
from dialog.upkeep.destroying.emptying import NOTHING
from dialog.upkeep.destroying.forms import LEAVES, DestroyForm, DestroyTextForm
from dialog.upkeep.destroying.queries import (
    PAGE,
    PHOTO,
    POINT,
    TEXT,
    NoSuchCertificate,
    certificates,
    find_certificate,
    open_proposal,
    open_proposals,
    staff_names,
)
from dialog.upkeep.destroying.sentences import GONE, KIND_WORDS, LEAVES_WORDS, LENGTH_WORDS, PROBLEMS
from dialog.upkeep.models import Destruction
from dialog.web.requests import db_session

bp = Blueprint("destroying", __name__)
Answer = str | tuple[str, int] | Response
Found = TypeVar("Found")
Thing = tuple[str, UUID]  # kind and id of what is to be destroyed


@bp.route("/texts/<uuid:text_id>/destroy", methods=["GET", "POST"])
def destroy_text(text_id: UUID) -> Answer:
    text = _found(find_text, text_id)
    heading = _("Destroy text %(number)s", number=short_id(text_id))
    return _answer(DestroyTextForm(leaves=NOTHING), [(TEXT, text_id)] if text.original else [], heading, texts=[text])


@bp.route("/photos/<uuid:photo_id>/destroy", methods=["GET", "POST"])
def destroy_photo(photo_id: UUID) -> Answer:
    _found(find_photo, photo_id)
    return _answer(DestroyForm(), [(PHOTO, photo_id)], _("Destroy photo %(number)s", number=short_id(photo_id)))


@bp.route("/reports/<uuid:report_id>/destroy", methods=["GET", "POST"])
def destroy_place(report_id: UUID) -> Answer:
    """The exact point, and the words that say where it is."""
    session = db_session()
    _found(find_report, report_id)
    words = [text for text in texts_of_report(session, report_id) if text.question == "place" and text.original]
    things: list[Thing] = [(TEXT, text.id) for text in words]
    if session.get(ExactPoint, report_id):
        things.append((POINT, report_id))
    heading = _("Destroy where report %(number)s is", number=short_id(report_id))
    return _answer(DestroyForm(), things, heading, texts=words)


@bp.get("/destroyed")
def destroyed() -> str:
    session = db_session()
    before = request.args.get("before", type=int)
    listed = certificates(session, before=before)
    return render_template(
        "staff/destroyed.html",
        proposals=open_proposals(session),
        certificates=listed,
        later=url_for(".destroyed", before=listed[-1].id) if len(listed) == PAGE else "",
        first=url_for(".destroyed") if before else "",
        review_places=review_places,
        **_words(session),
    )


@bp.get("/destroyed/<int:number>")
def certificate(number: int) -> str:
    return _certificate(number)


@bp.post("/destroyed/<int:number>")
def decide(number: int) -> Answer:
    """The second person agrees, or somebody turns it down."""
    session, proposal = db_session(), _certificate_or_404(number)
    agreed = request.form.get("do") == "agree"
    try:
        if agreed:
            agree(session, proposal, by=staff_id(), at=now())
        else:
            turn_down(session, proposal, by=staff_id())
    except tuple(PROBLEMS) as problem:
        session.rollback()
        return _certificate(number, str(PROBLEMS[type(problem)])), 422
    except GONE:
        abort(404)
    session.commit()
    if agreed:
        _clean_up()
        return redirect(url_for(".certificate", number=number), 303)
    flash(_("It stays. Nothing was destroyed."))
    return redirect(url_for(".destroyed"), 303)


def _answer(form: DestroyForm, things: Sequence[Thing], heading: str, *, texts: Sequence[Text] = ()) -> Answer:
    """The page with the form; or, when it was sent and is whole, what becomes of it."""
    two, shown = settings_in_force(db_session(), current_app.config).two_destroy, [_readable(text) for text in texts]

    def page(problems: Sequence[tuple[str, object]], status: int = 200) -> tuple[str, int]:
        about = {"heading": heading, "things": things, "texts": shown, "left": LEAVES, "two": two, "form": form}
        proposed = [one for kind, id in things if (one := open_proposal(db_session(), kind, id))]
        return render_template("staff/destroy.html", problems=problems, proposed=proposed, **about), status

    if not things or not form.validate_on_submit():
        problems = [(name, sentences[0]) for name, sentences in form.errors.items()] if things else []
        return page(problems, 422 if problems else 200)
    try:
        done = _propose(form, things, two=two)
    except tuple(PROBLEMS) as problem:
        db_session().rollback()
        return page([("", PROBLEMS[type(problem)])], 422)
    return _go_on(done, two=two)


def _propose(form: DestroyForm, things: Sequence[Thing], *, two: bool) -> list[int]:
    """The numbers of the certificates."""
    session = db_session()
    leaves = form.leaves.data if isinstance(form, DestroyTextForm) else NOTHING
    said = {"why": str(form.why.data).strip(), "basis": str(form.basis.data).strip()}
    done = [
        propose(session, kind=kind, subject=id, leaves=str(leaves), by=staff_id(), at=now(), two=two, **said)
        for kind, id in things
    ]
    session.commit()
    return [one.id for one in done]


def _go_on(done: Sequence[int], *, two: bool) -> Response:
    if two:
        flash(_("Proposed. It is destroyed when a second person agrees."))
    else:
        db_session().commit()
        _clean_up()
    return redirect(url_for(".certificate", number=done[0]) if len(done) == 1 else url_for(".destroyed"), 303)


def _clean_up() -> None:
    clean_up(current_app.extensions["sessions"], current_app.config, at=now())


def _certificate(number: int, problem: str = "") -> str:
    session, found = db_session(), _certificate_or_404(number)
    page = {"certificate": found, "problem": problem, "me": staff_id(), "today": date.today()}
    return render_template("staff/certificate.html", **page, **_words(session))


def _words(session: Session) -> dict[str, object]:
    return {
        "kinds": KIND_WORDS,
        "leaves": LEAVES_WORDS,
        "units": LENGTH_WORDS,
        "names": staff_names(session),
        "short_id": short_id,
    }


def _readable(text: Text) -> tuple[str, str]:
    """(language, the text without what is hidden in it)"""
    if text.status == NEW:
        saw(db_session(), TEXT, [text.id])
    return text.language, masked_text(text.original, text.masks, say=label_name)


def _found(find: Callable[[Session, UUID], Found], id: UUID) -> Found:
    try:
        return find(db_session(), id)
    except GONE:
        abort(404)


def _certificate_or_404(number: int) -> Destruction:
    try:
        return find_certificate(db_session(), number)
    except NoSuchCertificate:
        abort(404)
