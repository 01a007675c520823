"""Pages where colleagues say their phrase and answer; without an account, a cookie, or anything in the address."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import format_date
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now
from dialog.accounts.signing.attempts import LockedOut
from dialog.survey.answering import Answer, Way, answered, first_view
from dialog.survey.colleagues.actions import WrongPhrase, enter
from dialog.survey.colleagues.way_in import FIELD, PHRASE_FIELD, Standing, attempts_at, new_way_in, standing
from dialog.survey.models import OPEN, PLANNED, STAFF, Round, StaffDialogue
from dialog.survey.queries import NoSuchRound, find_round, round_areas, staff_dialogue_of
from dialog.web.pages import say
from dialog.web.requests import db_session
from dialog.web.tokens import ResidentForm, new_key, new_token

bp = Blueprint("colleagues", __name__)


@bp.get("/<name>")
def door(name: str) -> Answer:
    round = _round(name)
    return _door(round) if round.state == OPEN else _over(round)


@bp.post("/<name>")
def come_in(name: str) -> Answer:
    """The phrase travels in the body of one request, and nowhere from there."""
    round = _round(name)
    if round.state != OPEN:
        return _over(round)
    if not ResidentForm(request.form).validate():
        return _door(round, _("The page had been open too long. Write the phrase again.")), 400
    refusal, status = _refusal(round)
    return (_door(round, refusal), status) if refusal else first_view(_way(round, _asked(round)))


@bp.get("/<name>/answers")
def begin_again(name: str) -> Response:
    """A form that was sent has an address too; whoever opens that stands outside."""
    return redirect(url_for(".door", name=name), 303)


@bp.post("/<name>/answers")
def answer(name: str) -> Answer:
    round = _round(name)
    if round.state != OPEN:
        return _over(round)
    asked = _asked(round)
    stands = standing(request.form.get(FIELD, ""), asked)
    if stands == "none":
        return _door(round, _("Write the phrase first.")), 403
    if stands == "good":
        return answered(_way(round, asked))
    refusal, _status = _refusal(round) if request.form.get(PHRASE_FIELD) else ("", 0)
    is_in = bool(request.form.get(PHRASE_FIELD)) and not refusal
    return answered(_way(round, asked, "good" if is_in else "old", refusal))


def _refusal(round: Round) -> tuple[str, int]:
    """Why whoever sent this phrase stays outside, and the status that says so; no words where they may come in."""
    session, refusal = db_session(), ("", 200)
    try:
        enter(session, round, phrase=request.form.get(PHRASE_FIELD, ""), attempts=attempts_at(round.id), now=now())
    except WrongPhrase:
        refusal = _("That is not the phrase. Ask whoever sent you here, and try again."), 422
    except LockedOut:
        refusal = _("The wrong phrase has been tried too often. Wait a quarter of an hour and try again."), 429
    session.commit()
    return refusal


def _way(round: Round, asked: StaffDialogue, stands: Standing = "good", refusal: str = "") -> Way:
    way_in = new_way_in(asked) if stands == "good" else request.form.get(FIELD, "")
    return Way(
        round,
        round_areas(db_session(), round),
        audience=STAFF,
        folder="resident/colleagues",
        hidden={FIELD: way_in},
        said={**_told(round, asked), "asks_phrase": "" if stands == "good" else "yes", "refusal": refusal},
        problems=((PHRASE_FIELD, refusal),) if refusal else (),
        may_send=stands == "good",
    )


def _told(round: Round, asked: StaffDialogue) -> dict[str, str]:
    """What its pages say of what comes of it: of the round of residents where the colleagues' own is silent."""
    for_whom = db_session().get_one(Round, asked.belongs_to_id)
    decided_on = round.decided_on or for_whom.decided_on
    return {
        "for_whom": say(for_whom.title),
        "decision_maker": say(round.decision_maker) or say(for_whom.decision_maker),
        "decided_on": format_date(decided_on, "long") if decided_on else "",
        "answers_until": format_date(round.closes_on, "long"),
    }


def _door(round: Round, error: str = "") -> str:
    return render_template(
        "resident/colleagues/door.html",
        round=round,
        for_whom=_told(round, _asked(round))["for_whom"],
        error=error,
        form_token=new_token(),
        key=new_key(),
    )


def _over(round: Round) -> str:
    return render_template("resident/not_open.html", round=round, kept=[])


def _asked(round: Round) -> StaffDialogue:
    return staff_dialogue_of(db_session(), round) or abort(404)


def _round(name: str) -> Round:
    """A round of staff that they may know of."""
    try:
        round = find_round(db_session(), name)
    except NoSuchRound:
        abort(404)
    if round.state == PLANNED or not round.is_of_staff:
        abort(404)
    return round
