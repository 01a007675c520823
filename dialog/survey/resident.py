"""Pages where a resident begins, and answers a round's dialogue."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from flask import Blueprint, abort, current_app, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from dialog.areas.masthead import municipality
from dialog.areas.models import Area
from dialog.places.actions import submit_report
from dialog.places.models import AREA, WORDS
from dialog.places.photo_field import too_much
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.survey.actions import RoundClosed, submit_response
from dialog.survey.forms import Filled, read_dialogue, sentences
from dialog.survey.models import OPEN, PLANNED, Round
from dialog.survey.paging import CLOSING, Page, carried, is_paged
from dialog.survey.photos_inside import form_with_photos, has_photo, read_photos
from dialog.survey.queries import NoSuchRound, find_round, open_rounds, questionnaire_of, round_areas
from dialog.survey.sheet import Filling, Sheet, photos_of, questions_of, sheet_of
from dialog.survey.turning import Turned, first_page, turn
from dialog.texts.actions import keep_photo
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
    stale = not form.validate()
    if is_paged(questionnaire):
        turned = turn(questionnaire, answers, request.form)
        if stale or turned.leads_to == "page":
            return show_page(
                round, areas, answers, turned, stale=stale
            ), 400 if stale else 422 if turned.problems else 200
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


def _round(name: str) -> Round:
    try:
        round = find_round(db_session(), name)
    except NoSuchRound:
        abort(404)
    if round.state == PLANNED:
        abort(404)
    return round


def _store(round: Round, answers: Filled, ids: dict[str, int], photos: Mapping[str, Ready]) -> Stored:
    """The response and the places told of or shown in it: one voice."""
    session, language, today = db_session(), page_language(), date.today()
    erase_on = today + timedelta(days=current_app.config["POINT_DAYS"])
    area_id = ids.get(answers.checked.area or "")
    response_id = submit_response(
        session,
        round=round,
        language=language,
        channel="web",
        area_id=area_id,
        answers=answers.checked.answers,
        texts=answers.checked.texts,
        on=today,
    )
    for place in answers.places:
        submit_report(
            session,
            round_id=round.id,
            root_id=round.area_id,
            response_id=response_id,
            language=language,
            channel="web",
            on=today,
            answers={"feeling": place.feeling, **({"kind": place.kind} if place.kind else {})},
            placed_by=AREA if place.area else WORDS,
            area_id=ids.get(place.area or ""),
            texts=place.texts,
            erase_on=erase_on,
        )
    for question_id, photo in photos.items():
        report_id = submit_report(
            session,
            round_id=round.id,
            root_id=round.area_id,
            response_id=response_id,
            language=language,
            channel="web",
            on=today,
            answers={"question": question_id},
            placed_by=AREA if area_id else WORDS,
            area_id=area_id,
            texts={},
            erase_on=erase_on,
        )
        keep_photo(session, photo, report_id=report_id, on=today, erase_on=erase_on)
    return {"response_id": response_id}


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
        problems=[],
    )


def show(round: Round, areas: list[Area], answers: Filled, *, stale: bool) -> str:
    """The dialogue with what was given so far and what is wrong with it."""
    found = sentences(questionnaire_of(round), answers.problems)
    return _render(round, sheet_of(round, areas), _filling(answers, found), stale=stale)


def fresh_page(round: Round, areas: list[Area]) -> str:
    """The first page of a dialogue that is asked page by page."""
    questionnaire = questionnaire_of(round)
    nothing = read_dialogue(questionnaire, {area.code for area in areas}, MultiDict())
    return _render_page(round, sheet_of(round, areas), Filling(key=new_key()), first_page(questionnaire, nothing))


def show_page(round: Round, areas: list[Area], answers: Filled, turned: Turned, *, stale: bool) -> str:
    """The page that the one before led to, with the answers of all others hidden in it."""
    found = sentences(questionnaire_of(round), turned.problems)
    filling = _filling(answers, found)
    return _render_page(round, sheet_of(round, areas), filling, turned.page, news=turned.news, stale=stale)


def _filling(answers: Filled, problems: dict[str, str]) -> Filling:
    return Filling(request.form, answers.checked, problems, request.form.get("key") or new_key())


def _same(round: Round) -> tuple[object, ...]:
    """What the frame around the questions depends on."""
    return (round.slug, round.closes_on, say(round.title), say(round.purpose), municipality())


def _render(round: Round, sheet: Sheet, filling: Filling, *, stale: bool = False) -> str:
    return render_template(
        "resident/dialogue.html",
        round=round,
        questions=lambda: questions_of(sheet, filling),
        has_photo=has_photo(sheet.questionnaire),
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
        photos=lambda: photos_of(sheet, filling) if page is None else "",
        carried=list(carried(sheet.questionnaire, page.section if page else None, given)),
        seen=" ".join(question.id for question in page.asked) if page else "",
        news=news,
        problems=list(filling.problems.items()),
        stale=stale,
        form_token=new_token(),
        key=filling.key,
    )
