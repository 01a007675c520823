"""Pages where a resident begins, and answers a round's dialogue."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from flask import Blueprint, Response, abort, current_app, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from dialog.areas.masthead import municipality
from dialog.areas.models import Area
from dialog.places.maps import names_answer, outlines_answer
from dialog.places.photo_field import too_much
from dialog.places.showing import SHOWN_SETTINGS, inhabitants
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.settings.queries import settings_in_force
from dialog.survey.actions import RoundClosed
from dialog.survey.answers import Problem
from dialog.survey.forms import Filled, read_dialogue, sentences
from dialog.survey.models import OPEN, PLANNED, Round
from dialog.survey.paging import CLOSING, Page, carried, is_paged
from dialog.survey.photos_inside import form_with_photos, has_photo, read_photos
from dialog.survey.queries import NoSuchRound, as_reporting, find_round, open_rounds, questionnaire_of, round_areas
from dialog.survey.sending import Keeping, Sending, keep_sending, troubles
from dialog.survey.sheet import Filling, Sheet, asks_for_places, found_names, photos_of, questions_of, sheet_of
from dialog.survey.turning import Turned, first_page, looks, turn
from dialog.texts.photos import Ready
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language
from dialog.web.stamped import stamped
from dialog.web.tokens import ResidentForm, new_key, new_token

bp = Blueprint("survey", __name__)
Answer = str | tuple[str, int] | WerkzeugResponse


@bp.get("/")
def home() -> str:
    return render_template("resident/home.html", rounds=open_rounds(db_session()))


@bp.get("/dialogue/<name>")
def dialogue(name: str) -> Answer:
    round = _round(name)
    if round.state != OPEN:
        return render_template("resident/not_open.html", round=round, kept=[])
    areas = round_areas(db_session(), round)
    return fresh_page(round, areas) if is_paged(questionnaire_of(round)) else fresh(round, areas)


@bp.post("/dialogue/<name>")
def answer(name: str) -> Answer:
    session, round = db_session(), _round(name)
    areas = round_areas(session, round)
    questionnaire = questionnaire_of(round)
    try:
        form = ResidentForm(form_with_photos(questionnaire))
    except RequestEntityTooLarge:
        return too_much()
    answers = read_dialogue(questionnaire, {area.code for area in areas}, request.form)
    photos = read_photos(questionnaire, answers)
    answers.problems.extend(troubles(session, answers.places, round))
    stale = not form.validate()
    if is_paged(questionnaire):
        turned = turn(questionnaire, answers, request.form)
        if stale or turned.leads_to == "page":
            return show_page(
                round, areas, answers, turned, stale=stale
            ), 400 if stale else 422 if turned.problems else 200
    elif looks(request.form.get("go", "")):
        return show(round, areas, replace(answers, problems=[]))
    elif stale or answers.problems:
        return show(round, areas, answers, stale=stale), 400 if stale else 422
    ids = {area.code: area.id for area in areas}
    try:
        code = store_once(session, key=str(form.key.data), store=lambda: _store(round, answers, ids, photos))
    except KeyReused:
        return render_template("resident/arrived_before.html"), 409
    except RoundClosed:
        kept = [*answers.checked.texts.values(), *(text for place in answers.places for text in place.texts.values())]
        return render_template("resident/not_open.html", round=round, kept=kept), 410
    return stamped("resident/thanks.html", same=municipality(), stamps={"code": code})


@bp.get("/dialogue/<name>/areas.geojson")
def areas(name: str) -> Response:
    """The outlines that the maps of its questions draw."""
    return outlines_answer(as_reporting(_round(name)))


@bp.get("/dialogue/<name>/names.geojson")
def names(name: str) -> Response:
    """Names of spots for maps that have no base map."""
    return names_answer(as_reporting(_round(name)))


def _round(name: str) -> Round:
    try:
        round = find_round(db_session(), name)
    except NoSuchRound:
        abort(404)
    if round.state == PLANNED:
        abort(404)
    return round


def _store(round: Round, answers: Filled, ids: dict[str, int], photos: Mapping[str, Ready]) -> Stored:
    session, today = db_session(), date.today()
    settings = settings_in_force(session, current_app.config)
    erase_on = today + timedelta(days=settings.point_days)
    sending = Sending(answers.checked, answers.places, photos, page_language())
    keeping = Keeping(round, ids, on=today, erase_on=erase_on, inhabitants=settings.cell_inhabitants)
    return {"response_id": keep_sending(session, sending, keeping)}


def fresh(round: Round, areas: list[Area]) -> str:
    """The dialogue with nothing filled in."""
    sheet = sheet_of(round, areas)
    if sheet.is_shuffled:
        return _render(round, sheet, Filling(key=new_key()))
    return stamped(
        "resident/dialogue.html",
        same=(sheet, *_same(round)),
        stamps={"form_token": new_token(), "key": new_key()},
        round=round,
        questions=lambda: questions_of(sheet, Filling()),
        has_photo=has_photo(sheet.questionnaire),
        has_map=asks_for_places(sheet.questionnaire),
        problems=[],
    )


def show(round: Round, areas: list[Area], answers: Filled, *, stale: bool = False) -> str:
    """The dialogue with what was given so far and what is wrong with it."""
    return _render(round, sheet_of(round, areas), _filling(round, answers, answers.problems), stale=stale)


def fresh_page(round: Round, areas: list[Area]) -> str:
    """The first page of a dialogue that is asked page by page."""
    questionnaire = questionnaire_of(round)
    nothing = read_dialogue(questionnaire, {area.code for area in areas}, MultiDict())
    return _render_page(round, sheet_of(round, areas), Filling(key=new_key()), first_page(questionnaire, nothing))


def show_page(round: Round, areas: list[Area], answers: Filled, turned: Turned, *, stale: bool) -> str:
    """The page that the one before led to, with the answers of all others hidden in it."""
    filling = _filling(round, answers, turned.problems, turned.page)
    return _render_page(round, sheet_of(round, areas), filling, turned.page, news=turned.news, stale=stale)


def _filling(round: Round, answers: Filled, problems: Sequence[Problem], page: Page | None = None) -> Filling:
    questionnaire, given = questionnaire_of(round), request.form
    found = found_names(db_session(), questionnaire, given, page=page, root_id=round.area_id)
    key = given.get("key") or new_key()
    return Filling(given, answers.checked, sentences(questionnaire, problems), key, found)


def _same(round: Round) -> tuple[object, ...]:
    """What the frame around the questions depends on."""
    settings = tuple(current_app.config[name] for name in SHOWN_SETTINGS)
    words = (say(round.title), say(round.purpose), municipality())
    return (round.slug, round.closes_on, *words, settings, inhabitants())


def _render(round: Round, sheet: Sheet, filling: Filling, *, stale: bool = False) -> str:
    return render_template(
        "resident/dialogue.html",
        round=round,
        questions=lambda: questions_of(sheet, filling),
        has_photo=has_photo(sheet.questionnaire),
        has_map=asks_for_places(sheet.questionnaire),
        problems=list(filling.problems.items()),
        stale=stale,
        form_token=new_token(),
        key=filling.key,
    )


def _render_page(
    round: Round, sheet: Sheet, filling: Filling, page: Page | None, *, news: Sequence[str] = (), stale: bool = False
) -> str:
    given = dict(filling.given.lists())
    return render_template(
        "resident/dialogue_page.html",
        round=round,
        page=page,
        closing=CLOSING,
        questions=lambda: questions_of(sheet, filling, page),
        has_map=page is not None and asks_for_places(sheet.questionnaire, page),
        photos=lambda: photos_of(sheet, filling) if page is None else "",
        carried=list(carried(sheet.questionnaire, page.section if page else None, given)),
        seen=" ".join(question.id for question in page.asked) if page else "",
        news=news,
        problems=list(filling.problems.items()),
        stale=stale,
        form_token=new_token(),
        key=filling.key,
    )
