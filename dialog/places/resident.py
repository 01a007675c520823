"""Pages where a resident tells of an unsafe or a safe place."""

from datetime import date, timedelta

from flask import Blueprint, Response, current_app, jsonify, render_template, request
from werkzeug.datastructures import MultiDict

from dialog.areas.masthead import municipality
from dialog.areas.queries import choices, finest_area, outlines_geojson
from dialog.places import fields
from dialog.places.actions import submit_report
from dialog.places.forms import ReportForm
from dialog.places.models import PIN
from dialog.places.rounds import ReportingRound
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.texts.cleaning import LONGEST_TEXT
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language
from dialog.web.stamped import stamped
from dialog.web.tokens import new_key, new_token

bp = Blueprint("places", __name__)
Page = str | tuple[str, int]
SHOWN_FOR = 3600  # seconds a browser may keep the outlines of areas, which seldom change


@bp.get("/report")
def report() -> Page:
    round = _round()
    return show(round, ReportForm(None, set())) if round else render_template("resident/no_round.html")


@bp.post("/report")
def send() -> Page:
    session, round = db_session(), _round()
    if round is None:
        form = ReportForm(request.form, set())
        return render_template("resident/no_round.html", kept=list(form.texts.values())), 410
    areas = {area.code: area.id for area in choices(session, root_id=round.area_id, kind=round.area_kind)}
    form = ReportForm(request.form, set(areas))
    if not form.validate() or _is_swapped(round, form):
        return show(round, form), 400 if form.is_stale else 422
    try:
        code = store_once(session, key=str(form.key.data), store=lambda: _store(round, form, areas))
    except KeyReused:
        return render_template("resident/arrived_before.html"), 409
    return stamped("resident/thanks.html", same=municipality(), stamps={"code": code})


@bp.get("/report/areas.geojson")
def areas() -> Response:
    """The outlines that the map draws."""
    round = _round()
    found = outlines_geojson(db_session(), round.area_id, round.area_kind) if round else {"features": []}
    for feature in found["features"]:
        feature["properties"]["name"] = say(feature["properties"].pop("names"))
    response = jsonify(type="FeatureCollection", features=found["features"])
    response.headers.update({"Content-Type": "application/geo+json", "Cache-Control": f"max-age={SHOWN_FOR}"})
    return response


def _round() -> ReportingRound | None:
    found: ReportingRound | None = current_app.extensions["reporting_round"](db_session())
    return found


def _is_swapped(round: ReportingRound, form: ReportForm) -> bool:
    """Whether the pin would lie in an area if its two numbers changed places; the form then says so."""
    if form.point is None or finest_area(db_session(), form.point, round.area_id):
        return False
    if abs(form.point.lon) > 90 or not finest_area(db_session(), form.point.swapped, round.area_id):
        return False
    form.refuse_pin()
    return True


def _store(round: ReportingRound, form: ReportForm, areas: dict[str, int]) -> Stored:
    session, today = db_session(), date.today()
    area_id = areas.get(form.area.data or "")
    if form.point:
        found = finest_area(session, form.point, round.area_id)
        area_id = found.id if found else None
    report_id = submit_report(
        session,
        round_id=round.id,
        language=page_language(),
        channel="web",
        on=today,
        answers=form.answers,
        placed_by=form.placed_by,
        area_id=area_id,
        point=form.point if form.placed_by == PIN else None,
        texts=form.texts,
        erase_on=today + timedelta(days=current_app.config["POINT_DAYS"]),
    )
    return {"report_id": report_id}


def show(round: ReportingRound, form: ReportForm) -> str:
    areas = choices(db_session(), root_id=round.area_id, kind=round.area_kind)
    given: MultiDict[str, str] = request.form
    errors = {name: str(sentences[0]) for name, sentences in form.errors.items() if name not in ("form_token", "key")}
    return render_template(
        "resident/report.html",
        given=given,
        errors=errors,
        stale=form.is_stale,
        areas=[(area.code, say(area.names)) for area in areas],
        fields=fields,
        pairs=lambda options: [(id, say(words)) for id, words in options.items()],
        longest=LONGEST_TEXT,
        form_token=new_token(),
        key=given.get("key") or new_key(),
    )
