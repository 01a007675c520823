"""Pages where analysts draft the situation picture of a round, release it, and set spam aside."""

from datetime import date
from uuid import UUID

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.areas.queries import areas_in
from dialog.picture.actions import AlreadyReleased, DraftTooOld, draft_picture, release_picture
from dialog.picture.beside.view import beside_view
from dialog.picture.changes import changes_view
from dialog.picture.content import from_document
from dialog.picture.coverage.view import coverage_view
from dialog.picture.disclosure import Rule
from dialog.picture.documents.queries import superseded_editions
from dialog.picture.drafting import OTHER_METHOD, ask_for_draft, drafts_going_on, takes_long
from dialog.picture.findings.freezing import RestsOnWithheld
from dialog.picture.findings.queries import findings_of
from dialog.picture.models import Draft
from dialog.picture.periods import days_of
from dialog.picture.presentation import FEW
from dialog.picture.queries import NoSuchDraft, drafts_of, edition_of_draft, editions_of, find_draft
from dialog.picture.rounding import BASES, OtherMethodBefore
from dialog.picture.sampled import weighted_tables
from dialog.picture.sections import area_names, sections
from dialog.picture.voice_list import PAGE, is_in_round, listed_voices
from dialog.review.queries import Voice
from dialog.review.sentences import channel_name, language_name
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside, restore_voice, set_voice_aside
from dialog.settings.queries import settings_in_force
from dialog.survey.models import Round
from dialog.survey.queries import find_resident_round, resident_rounds
from dialog.web.requests import db_session

bp = Blueprint("picture", __name__)


@bp.get("/")
def rounds() -> str:
    session = db_session()
    listed = [(one, drafts_of(session, one.id), editions_of(session, one.id)) for one in resident_rounds(session)]
    return render_template("analyst/rounds.html", rounds=listed, going_on=drafts_going_on(session))


@bp.post("/rounds/<int:round_id>/drafts")
def make_draft(round_id: int) -> Response:
    session = db_session()
    in_force = settings_in_force(session, current_app.config)
    rule = Rule(in_force.cell_minimum, in_force.group_minimum, _rounding())
    round, today, inhabitants = _round(round_id), date.today(), in_force.cell_inhabitants
    if takes_long(session, round_id):
        job = ask_for_draft(session, round, rule, inhabitants=inhabitants, at=now(), by=staff_id())
        session.commit()
        return redirect(url_for("analyst.jobs.job", job_id=job.id), 303)
    try:
        draft = draft_picture(session, round=round, rule=rule, on=today, by=staff_id(), inhabitants=inhabitants)
    except OtherMethodBefore:
        flash(_(OTHER_METHOD), "error")
        return redirect(url_for(".rounds"), 303)
    session.commit()
    return redirect(url_for(".draft", draft_id=draft.id), 303)


@bp.get("/drafts/<int:draft_id>")
def draft(draft_id: int) -> str:
    found = _draft(draft_id)
    picture = from_document(found.content)
    return render_template(
        "analyst/draft.html",
        draft=found,
        picture=picture,
        days=days_of(picture.period),
        view=sections(picture),
        beside=beside_view(picture),
        coverage=coverage_view(picture),
        changes=changes_view(picture),
        weighted=weighted_tables(picture),
        area_names=area_names(picture),
        few=FEW,
        edition=edition_of_draft(db_session(), draft_id),
    )


@bp.get("/drafts/<int:draft_id>/release")
def confirm_release(draft_id: int) -> str:
    found = _draft(draft_id)
    findings = findings_of(db_session(), found.round_id)
    return render_template("analyst/release.html", draft=found, picture=from_document(found.content), findings=findings)


@bp.post("/drafts/<int:draft_id>/release")
def release(draft_id: int) -> Response:
    session = db_session()
    try:
        released = release_picture(session, _draft(draft_id), on=date.today(), by=staff_id())
    except AlreadyReleased:
        flash(_("This draft has been released already. An edition never changes: make a new draft."), "error")
        return redirect(url_for(".draft", draft_id=draft_id), 303)
    except DraftTooOld:
        flash(_("Another edition has been released since this draft was made. Make a new draft."), "error")
        return redirect(url_for(".draft", draft_id=draft_id), 303)
    except RestsOnWithheld:
        session.rollback()
        flash(_("Findings rest on figures that this draft does not show. Look at them first."), "error")
        return redirect(url_for("analyst.findings.overview", round_id=_draft(draft_id).round_id), 303)
    session.commit()
    flash(_("Edition %(number)s is released. Anybody can read it now.", number=released.edition), "message")
    return redirect(url_for(".releases"), 303)


@bp.get("/releases")
def releases() -> str:
    session = db_session()
    return render_template("analyst/releases.html", editions=editions_of(session), wrong=superseded_editions(session))


@bp.get("/rounds/<int:round_id>/voices")
def voices(round_id: int) -> str:
    session, round = db_session(), _round(round_id)
    listed = listed_voices(session, round_id, after=_after())
    return render_template(
        "analyst/voices.html",
        round=round,
        voices=listed,
        next_id=listed[-1].id if len(listed) == PAGE else None,
        is_first=_after() is None,
        areas={area.id: area.names for area in areas_in(session, round.area_id, round.division)},
        channel_name=channel_name,
        language_name=language_name,
    )


@bp.post("/rounds/<int:round_id>/voices/<uuid:response_id>/aside")
def set_aside(round_id: int, response_id: UUID) -> Response:
    session, voice = db_session(), _voice(round_id, response_id)
    try:
        set_voice_aside(session, voice, by=staff_id(), at=now())
    except VoiceSetAside:
        flash(_("The voice is set aside already."), "error")
    else:
        flash(_("The voice is set aside. Drafts leave it out from now on."), "message")
    session.commit()
    return _back_to_voices(round_id)


@bp.post("/rounds/<int:round_id>/voices/<uuid:response_id>/restore")
def restore(round_id: int, response_id: UUID) -> Response:
    session, voice = db_session(), _voice(round_id, response_id)
    try:
        restore_voice(session, voice, by=staff_id(), at=now())
    except VoiceNotSetAside:
        flash(_("The voice is not set aside."), "error")
    else:
        flash(_("The voice is restored. Drafts count it again."), "message")
    session.commit()
    return _back_to_voices(round_id)


def _rounding() -> int:
    """The base that was asked for; 0 for anything that is none."""
    asked = request.form.get("rounding", 0, type=int)
    return asked if asked in BASES else 0


def _round(round_id: int) -> Round:
    return find_resident_round(db_session(), round_id) or abort(404)


def _draft(draft_id: int) -> Draft:
    try:
        return find_draft(db_session(), draft_id)
    except NoSuchDraft:
        abort(404)


def _voice(round_id: int, response_id: UUID) -> Voice:
    if not is_in_round(db_session(), round_id, response_id):
        abort(404)
    return Voice(response_id=response_id)


def _after() -> UUID | None:
    """Where the page of voices begins; from the start for anything that is no id."""
    try:
        return UUID(request.args["after"])
    except (KeyError, ValueError):
        return None


def _back_to_voices(round_id: int) -> Response:
    return redirect(url_for(".voices", round_id=round_id, after=_after()), 303)
