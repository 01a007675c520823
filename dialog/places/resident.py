"""Pages where a resident tells of an unsafe or a safe place."""

from datetime import date, timedelta
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from dialog.areas.masthead import municipality
from dialog.places.actions import say_me_too
from dialog.places.area_choices import Choice
from dialog.places.forms import ReportForm
from dialog.places.landmarks import landmarks_of
from dialog.places.locating import Landmark, locate, trouble_with
from dialog.places.maps import names_answer, outlines_answer
from dialog.places.metoo import place_by_key
from dialog.places.nearby import Published, published_near
from dialog.places.photo_field import MEGABYTE, read_photo_field, too_much
from dialog.places.rounds import ReportingRound
from dialog.places.sending import Sending, keep_sending
from dialog.places.showing import areas_of, find_round, fresh, ids_of, labels_of, show
from dialog.places.where import FIRST, Problem, field, read_said
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.settings.queries import settings_in_force
from dialog.texts.actions import keep_photo
from dialog.texts.photos import Ready
from dialog.web.requests import db_session, page_language
from dialog.web.stamped import stamped
from dialog.web.tokens import ResidentForm, keyed_hash, new_key, new_token

bp = Blueprint("places", __name__)
Page = str | tuple[str, int] | Response
Landmarks = dict[int, Landmark | None]


@bp.get("/report")
def report() -> Page:
    round = find_round()
    return fresh(round, areas_of(round)) if round else render_template("resident/no_round.html")


@bp.post("/report")
def send() -> Page:
    try:
        given = _form_with_photo()
    except RequestEntityTooLarge:
        return too_much()
    round = find_round()
    if round is None:
        kept = list(ReportForm(given).texts.values())
        return render_template("resident/no_round.html", kept=kept), 410
    areas = areas_of(round)
    form = ReportForm(given, labels_of(areas))
    landmarks = landmarks_of(db_session(), form.where.places)
    if given.get("do"):  # a button that only changes the form
        return show(round, areas, form, published=_published(form, landmarks, areas))
    valid = form.validate()
    photo = read_photo_field(form, request.files.get("photo"), megabytes=current_app.config["PHOTO_MEGABYTES"])
    _refuse_places(form, landmarks, round)
    if not valid or form.sentences:
        return show(round, areas, form), 400 if form.is_stale else 422
    try:
        code = store_once(
            db_session(), key=str(form.key.data), store=lambda: _store(round, form, landmarks, ids_of(areas), photo)
        )
    except KeyReused:
        return render_template("resident/arrived_before.html"), 409
    return stamped("resident/thanks.html", same=municipality(), stamps={"code": code})


@bp.post("/report/nearby.json")
def nearby() -> Response:
    """Published places around lat and lon, or in an area; nothing is stored."""
    round = find_round()
    if round is None:
        return jsonify(places=[])
    ids = ids_of(areas_of(round))
    said = read_said(request.form, FIRST, ids)
    landmark = landmarks_of(db_session(), [said]).get(FIRST)
    return jsonify(places=[place.document for place in published_near(db_session(), said, landmark, ids)])


@bp.post("/report/me-too")
def me_too() -> Page:
    """Somebody says of a published place that it is so for them too."""
    session, form = db_session(), ResidentForm(request.form)
    place = place_by_key(session, request.form.get("place", "")) or abort(404)
    if not form.validate():
        again = {"form_token": new_token(), "key": new_key()}
        return render_template("resident/me_too.html", place=place, stale=True, **again), 400
    try:
        counted = keyed_hash("me too", str(form.key.data), str(place.key))
        say_me_too(session, place_id=place.id, key_hash=counted, on=date.today())
        session.commit()
    except IntegrityError:  # the same tap arrived twice at the same moment
        session.rollback()
    return render_template("resident/me_too.html", place=place)


@bp.get("/report/areas.geojson")
def areas() -> Response:
    """The outlines that the map draws."""
    return outlines_answer(find_round())


@bp.get("/report/names.geojson")
def names() -> Response:
    """Names of spots for a map that has no base map."""
    return names_answer(find_round())


def _form_with_photo() -> MultiDict[str, str]:
    """What was filled in; for a photo the body may be larger than elsewhere. Raises RequestEntityTooLarge."""
    if request.mimetype == "multipart/form-data":
        config = current_app.config
        request.max_content_length = config["MAX_CONTENT_LENGTH"] + config["PHOTO_MEGABYTES"] * MEGABYTE
    return request.form


def _published(form: ReportForm, landmarks: Landmarks, areas: tuple[Choice, ...]) -> list[Published]:
    first = next(iter(form.where.places), None)
    return published_near(db_session(), first, landmarks.get(first.place) if first else None, ids_of(areas))


def _refuse_places(form: ReportForm, landmarks: Landmarks, round: ReportingRound) -> None:
    """Say of each place what only the database knows: its name is no longer there, its pin has its numbers swapped."""
    for said in form.where.places:
        trouble = trouble_with(db_session(), said, round=round, landmark=landmarks.get(said.place))
        if trouble:
            form.refuse_place(Problem(field("q" if trouble == "no_such_name" else "lat", said.place), trouble))


def _store(
    round: ReportingRound, form: ReportForm, landmarks: Landmarks, areas: dict[str, int], photo: Ready | None
) -> Stored:
    session, today = db_session(), date.today()
    in_force = settings_in_force(session, current_app.config)
    erase_on = today + timedelta(days=in_force.point_days)
    places = [
        locate(session, said, round=round, areas=areas, landmark=landmarks.get(said.place))
        for said in form.where.places
    ]
    report_id: UUID = keep_sending(
        session,
        Sending(form.where.shape, places, form.answers, form.texts, page_language()),
        round=round,
        on=today,
        erase_on=erase_on,
        inhabitants=in_force.cell_inhabitants,
    )
    if photo:
        keep_photo(session, photo, report_id=report_id, on=today, erase_on=erase_on)
    return {"report_id": report_id}
