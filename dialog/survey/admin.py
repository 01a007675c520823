"""Pages where rounds are planned, opened, followed and ended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.areas.queries import areas_in, kinds_in, root_of
from dialog.audit.actions import record
from dialog.languages import LANGUAGES, MAIN
from dialog.survey.actions import NotPossible, change_round, end_round, open_round, plan_round
from dialog.survey.colleagues.actions import ask_colleagues, ask_residents
from dialog.survey.models import OPEN, PLANNED, RESIDENTS, STAFF, Round
from dialog.survey.queries import (
    all_questionnaires,
    all_rounds,
    find_resident_round,
    live_totals,
    locked_parts,
    resident_rounds,
    round_areas,
    staff_dialogue_of,
    staff_rounds_of,
)
from dialog.survey.readiness import Hindrance, hindrances, languages_of
from dialog.survey.round_form import TEXTS, RoundForm, copied, given_of, words_from
from dialog.survey.round_sentences import NAMES, called, sentence
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("survey", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/rounds")
def rounds() -> str:
    session = db_session()
    return render_template("admin/rounds.html", rounds=all_rounds(session), totals=live_totals(session))


@bp.get("/rounds/new")
def new_round() -> str:
    session = db_session()
    given: Mapping[str, Any] = {"languages": list(LANGUAGES), "completeness": "100"}
    source = session.get(Round, request.args.get("copy", type=int) or 0)
    if source:
        given = copied(
            given_of(source, staff_dialogue_of(session, source)),
            slugs=[one.slug for one in all_rounds(session)],
            today=date.today(),
        )
    return _form(given)


@bp.post("/rounds/new")
def plan() -> Answer:
    session, form = db_session(), RoundForm()
    if not _is_whole(form):
        return _form(_typed(), form), 422
    try:
        planned = plan_round(session, slug=str(form.slug.data), **_texts(), **_plain(form), **_asked(form))
        _turn_to_whom(planned, form)
    except NotPossible:
        session.rollback()
        return _form(_typed(), form, {"slug": _("There is a round with this address already. Change it.")}), 422
    record(session, "round planned", f"round {planned.id}", by=staff_id())
    session.commit()
    flash(_("The round is planned. Nobody can answer it before you open it."))
    return redirect(url_for(".round", round_id=planned.id), 303)


@bp.get("/rounds/<int:round_id>")
def round(round_id: int) -> str:
    return _overview(_round_or_404(round_id))


@bp.get("/rounds/<int:round_id>/change")
def change(round_id: int) -> str:
    found = _round_or_404(round_id)
    return _form(given_of(found, staff_dialogue_of(db_session(), found)), round=found)


@bp.post("/rounds/<int:round_id>/change")
def keep_change(round_id: int) -> Answer:
    session, found, form = db_session(), _round_or_404(round_id), RoundForm()
    if not _is_whole(form):
        return _form(_typed(), form, round=found), 422
    asked = _asked(form)
    values = {"slug": form.slug.data, "questionnaire_id": asked.pop("questionnaire").id}
    try:
        change_round(session, found, **values, **_texts(), **_plain(form), **asked)
        _turn_to_whom(found, form)
    except NotPossible as problem:
        session.rollback()
        return _form(_typed(), form, {"": str(problem)}, round=found), 422
    record(session, "round changed", f"round {found.id}", by=staff_id())
    session.commit()
    flash(_("The round is changed."))
    return redirect(url_for(".round", round_id=round_id), 303)


@bp.post("/rounds/<int:round_id>/open")
def open_now(round_id: int) -> Answer:
    session, found = db_session(), _round_or_404(round_id)
    left = [one for one in hindrances(session, found, today=date.today()) if not _is_accepted(one)]
    if left or found.state != PLANNED:
        return _overview(found), 422
    open_round(session, found)
    gaps = [one.language for one in hindrances(session, found, today=date.today())]
    record(session, "round opened", f"round {found.id}", by=staff_id(), incomplete=", ".join(gaps))
    session.commit()
    flash(_("The round is open. Anybody can answer it now."))
    return redirect(url_for(".round", round_id=round_id), 303)


@bp.post("/rounds/<int:round_id>/end")
def end(round_id: int) -> Answer:
    session, found = db_session(), _round_or_404(round_id)
    if found.state != OPEN:
        return _overview(found), 422
    end_round(found)
    record(session, "round ended", f"round {found.id}", by=staff_id())
    session.commit()
    flash(_("The round has ended. Paper that has come in can still be entered."))
    return redirect(url_for(".round", round_id=round_id), 303)


def _turn_to_whom(round: Round, form: RoundForm) -> None:
    """Ask residents, or colleagues for the picture of one of their rounds; the log tells of a new phrase.

    Raises NotPossible.
    """
    session = db_session()
    if not form.asks_staff:
        ask_residents(session, round)
        return
    for_whom = find_resident_round(session, int(form.belongs_to.data)) or abort(400)
    ask_colleagues(session, round, belongs_to=for_whom, phrase=str(form.phrase.data or ""))
    if form.phrase.data:
        record(session, "phrase set", f"round {round.id}", by=staff_id())


def _overview(found: Round) -> str:
    session = db_session()
    asked = staff_dialogue_of(session, found)
    return render_template(
        "admin/round.html",
        round=found,
        areas=round_areas(session, found),
        languages_of=[(called(tag), percent) for tag, percent in languages_of(found)],
        hindrances=[
            (one, sentence(one))
            for one in (hindrances(session, found, today=date.today()) if found.state == PLANNED else [])
        ],
        total=live_totals(session).get(found.id),
        for_whom=session.get(Round, asked.belongs_to_id) if asked else None,
        has_phrase=bool(asked and asked.phrase_hash),
        colleagues=staff_rounds_of(session, found),
    )


def _form(
    given: Mapping[str, Any],
    form: RoundForm | None = None,
    problems: Mapping[str, str] | None = None,
    round: Round | None = None,
) -> str:
    session = db_session()
    root = root_of(session)
    errors = {name: str(sentences[0]) for name, sentences in form.errors.items()} if form else {}
    if form and not words_from(request.form, "title").get(MAIN):
        errors = {"title-sv": _("Write the title in the main language."), **errors}
    errors |= problems or {}
    return render_template(
        "admin/round_form.html",
        round=round,
        given=given,
        errors=errors,
        areas=[(str(area.id), say(area.names)) for area in _roots()],
        level_pairs=[(kind, kind) for kind in (kinds_in(session, root.id) if root else [])],
        language_pairs=[(tag, called(tag)) for tag in LANGUAGES],
        versions=[(str(one.id), f"{one.key} {one.version}") for one in all_questionnaires(session)],
        texts=TEXTS,
        audience_pairs=[(RESIDENTS, _("Residents, openly")), (STAFF, _("Colleagues, behind a phrase that they share"))],
        resident_rounds=[(str(one.id), say(one.title)) for one in resident_rounds(session) if one is not round],
        locked={str(NAMES[part]) for part in locked_parts(session, round)} if round else set(),
        all_languages=LANGUAGES,
    )


def _roots() -> list[Any]:
    """The areas a round can be about: those that others lie in."""
    root = root_of(db_session())
    found = areas_in(db_session(), root.id) if root else []
    divided = {area.parent_id for area in found}
    return [area for area in found if area.id in divided or area == root]


def _is_whole(form: RoundForm) -> bool:
    return bool(form.validate()) and bool(words_from(request.form, "title").get(MAIN)) and _knows_choices(form)


def _knows_choices(form: RoundForm) -> bool:
    known = {str(one.id) for one in all_questionnaires(db_session())}
    areas = {str(area.id) for area in _roots()}
    if form.questionnaire.data not in known or form.area.data not in areas:
        abort(400)
    return True


def _texts() -> dict[str, Any]:
    return {name: words_from(request.form, name) for name in TEXTS}


def _plain(form: RoundForm) -> dict[str, Any]:
    names = ("opens_on", "closes_on", "decided_on", "completeness")
    return {name: form[name].data for name in names} | {"languages": _in_order(form.languages.data)}


def _asked(form: RoundForm) -> dict[str, Any]:
    version = next(one for one in all_questionnaires(db_session()) if str(one.id) == form.questionnaire.data)
    return {"area_id": int(form.area.data), "area_kind": form.level.data, "questionnaire": version}


def _in_order(tags: list[str]) -> list[str]:
    return [tag for tag in LANGUAGES if tag in tags]


def _typed() -> dict[str, Any]:
    return {**request.form.to_dict(), "languages": request.form.getlist("languages")}


def _is_accepted(hindrance: Hindrance) -> bool:
    """Whether it was said that a language may open although it is not complete."""
    return hindrance.can_be_accepted and hindrance.language in request.form.getlist("accept")


def _round_or_404(round_id: int) -> Round:
    return db_session().get(Round, round_id) or abort(404)
