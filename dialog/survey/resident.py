"""Pages where a resident begins, and answers a round's dialogue."""

from datetime import date, timedelta

from flask import Blueprint, abort, current_app, render_template, request

from dialog.areas.masthead import municipality
from dialog.areas.models import Area
from dialog.places.actions import submit_report
from dialog.places.models import AREA, WORDS
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.survey.actions import RoundClosed, submit_response
from dialog.survey.forms import Filled, read_dialogue, sentences
from dialog.survey.models import OPEN, PLANNED, Round
from dialog.survey.queries import NoSuchRound, find_round, open_rounds, questionnaire_of, round_areas
from dialog.survey.sheet import questions_of, sheet_of
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language
from dialog.web.stamped import stamped
from dialog.web.tokens import ResidentForm, new_key, new_token

bp = Blueprint("survey", __name__)
Page = str | tuple[str, int]


@bp.get("/")
def home() -> str:
    return render_template("resident/home.html", rounds=open_rounds(db_session()))


@bp.get("/dialogue/<name>")
def dialogue(name: str) -> Page:
    round = _round(name)
    if round.state != OPEN:
        return render_template("resident/not_open.html", round=round, kept=[])
    return fresh(round, round_areas(db_session(), round))


@bp.post("/dialogue/<name>")
def answer(name: str) -> Page:
    session, round = db_session(), _round(name)
    areas = round_areas(session, round)
    questionnaire = questionnaire_of(round)
    form = ResidentForm(request.form)
    answers = read_dialogue(questionnaire, {area.code for area in areas}, request.form)
    if not form.validate() or answers.problems:
        stale = bool(form.errors)
        found = sentences(questionnaire, answers.problems)
        return show(round, areas, found, stale=stale), 400 if stale else 422
    ids = {area.code: area.id for area in areas}
    try:
        code = store_once(session, key=str(form.key.data), store=lambda: _store(round, answers, ids))
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


def _store(round: Round, answers: Filled, ids: dict[str, int]) -> Stored:
    """The response and the places told of in it: one voice."""
    session, language, today = db_session(), page_language(), date.today()
    response_id = submit_response(
        session,
        round=round,
        language=language,
        channel="web",
        area_id=ids.get(answers.checked.area or ""),
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
            erase_on=today + timedelta(days=current_app.config["POINT_DAYS"]),
        )
    return {"response_id": response_id}


def fresh(round: Round, areas: list[Area]) -> str:
    """The dialogue with nothing filled in."""
    sheet = sheet_of(round, areas)
    return stamped(
        "resident/dialogue.html",
        same=(sheet, round.slug, round.closes_on, say(round.title), say(round.purpose), municipality()),
        stamps={"form_token": new_token(), "key": new_key()},
        round=round,
        questions=lambda: questions_of(sheet),
        problems=[],
    )


def show(round: Round, areas: list[Area], problems: dict[str, str], *, stale: bool) -> str:
    """The dialogue with what was given so far and what is wrong with it."""
    return render_template(
        "resident/dialogue.html",
        round=round,
        questions=lambda: questions_of(sheet_of(round, areas), request.form, problems),
        problems=list(problems.items()),
        stale=stale,
        form_token=new_token(),
        key=request.form.get("key") or new_key(),
    )
