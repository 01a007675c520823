"""Pages where analysts ask for closed answers of a round, decide on what others ask for, and take what is granted."""

from collections.abc import Callable, Iterator

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.wrappers import Response as Answer

from dialog.accounts.gates import now, staff_id
from dialog.picture.extract.actions import NotOpen, Passed, ask_for_extract, is_open, take
from dialog.picture.extract.deciding import decide_as_asked, found_extract
from dialog.picture.extract.forms import ExtractForm
from dialog.picture.extract.lines import columns_csv, meanings, voices_csv
from dialog.picture.extract.queries import latest_extracts
from dialog.picture.extract.reading import meanings_of_places, read_reports, read_responses
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of, resident_rounds
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language

bp = Blueprint("extracts", __name__)


@bp.get("/extracts")
def extracts() -> str:
    return _page(_form())


@bp.post("/extracts")
def ask() -> Answer | tuple[str, int]:
    session, form = db_session(), _form()
    if not form.validate_on_submit():
        return _page(form), 422
    round = session.get_one(Round, form.round.data)
    ask_for_extract(session, round, purpose=str(form.purpose.data).strip(), at=now(), by=staff_id())
    session.commit()
    flash(_("Another analyst or an administrator has to grant it now."), "message")
    return redirect(url_for(".extracts"), 303)


@bp.post("/extracts/<int:extract_id>")
def settle(extract_id: int) -> Answer:
    decide_as_asked(extract_id)
    return redirect(url_for(".extracts"), 303)


@bp.get("/extracts/<int:extract_id>/voices.csv")
def voices(extract_id: int) -> Response:
    passed = _taken(extract_id)
    columns = questionnaire_of(db_session().get_one(Round, passed.round_id)).columns()

    def lines(session: Session) -> Iterator[str]:
        yield from voices_csv(columns, read_responses(session, passed), read_reports(session, passed))

    return _file(f"extract-{extract_id}-voices.csv", lines)


@bp.get("/extracts/<int:extract_id>/columns.csv")
def columns(extract_id: int) -> Response:
    round = db_session().get_one(Round, found_extract(extract_id).round_id)
    labelled, language = [*meanings(questionnaire_of(round).columns()), *meanings_of_places()], page_language()
    return _file(f"extract-{extract_id}-columns.csv", lambda _session: columns_csv(labelled, language))


def _taken(extract_id: int) -> Passed:
    session = db_session()
    try:
        passed = take(session, found_extract(extract_id), at=now(), by=staff_id())
    except NotOpen:
        abort(403)
    session.commit()
    return passed


def _file(name: str, lines: Callable[[Session], Iterator[str]]) -> Response:
    sessions: sessionmaker[Session] = current_app.extensions["sessions"]

    def streamed() -> Iterator[str]:
        """In a session of its own: the request's is closed before the last line is sent."""
        with sessions() as session:
            yield from lines(session)

    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(streamed(), mimetype="text/csv", headers=headers)


def _form() -> ExtractForm:
    form = ExtractForm()
    form.round.choices = [(one.id, say(one.title)) for one in resident_rounds(db_session())]
    return form


def _page(form: ExtractForm) -> str:
    asked = latest_extracts(db_session())
    return render_template("analyst/extracts.html", form=form, asked=asked, me=staff_id(), now=now(), is_open=is_open)
