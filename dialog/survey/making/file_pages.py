"""Taking a questionnaire in from a file, and what of the file was left out."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.audit.actions import record
from dialog.languages import LANGUAGES, MAIN
from dialog.survey.making.exchange import LARGEST, NotAFile
from dialog.survey.making.formats import FORMATS, read_file
from dialog.survey.making.naming import language_called, said
from dialog.survey.making.opening import draft_or_404
from dialog.survey.making.queries import read
from dialog.survey.making.taking import Origin, TakenAlready, origin_of, take_in
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.web.requests import db_session

bp = Blueprint("files", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/import")
def choose() -> str:
    return _page()


@bp.post("/import")
def take() -> Answer:
    """A draft of what a file holds; the next page says what of it has no counterpart here."""
    session, sent = db_session(), request.files.get("file")
    if not sent or not sent.filename:
        return _page(_("Choose a file.")), 422
    data = sent.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        return _page(_("The file is larger than %(size)s MB.", size=LARGEST // 1024**2)), 413
    try:
        questionnaire, losses = read_file(data, main=language_in_form())
        again = bool(request.form.get("again"))
        draft = take_in(session, questionnaire, losses, data=data, by=staff_id(), at=now(), again=again)
    except NotAFile as problem:
        return _page(_("The file can't be taken in: %(problem)s", problem=problem)), 422
    except TakenAlready as already:
        return _page(there=already.there), 409
    record(session, "questionnaire imported", f"questionnaire {draft.key}", by=staff_id(), losses=len(losses))
    session.commit()
    return redirect(url_for(".taken", draft_id=draft.id), 303)


@bp.get("/<int:draft_id>/taken")
def taken(draft_id: int) -> str:
    """What became of the file that a draft began as."""
    draft = draft_or_404(draft_id)
    questionnaire, origin = read(draft), origin_of(draft) or abort(404)
    return render_template(
        "facilitator/questionnaire_taken.html",
        draft=draft,
        title=said(questionnaire.title, questionnaire.main),
        number=sum(1 for _one in questionnaire.questions()),
        losses=_rows(origin),
        more=origin.number - len(origin.losses),
    )


def language_in_form() -> str:
    tag = request.form.get("main", MAIN)
    return tag if tag in LANGUAGES else MAIN


def languages() -> list[tuple[str, str]]:
    return [(tag, language_called(tag)) for tag in LANGUAGES]


def _rows(origin: Origin) -> list[tuple[str, str, str, str]]:
    """Where, in which column, what stands there, what became of it."""
    return [
        (_("%(sheet)s, row %(row)s", sheet=one.sheet, row=one.row), one.column, one.value, one.worded(_))
        for one in origin.losses
    ]


def _page(problem: str = "", there: QuestionnaireDraft | QuestionnaireVersion | None = None) -> str:
    """`there` is what says the same already."""
    return render_template(
        "facilitator/questionnaire_import.html",
        problem=problem,
        there=there,
        is_draft=isinstance(there, QuestionnaireDraft),
        formats=FORMATS,
        size=LARGEST // 1024**2,
        languages=languages(),
    )
