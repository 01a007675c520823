"""Pages where analysts see how far long work is, cancel it, and fetch what it made."""

from flask import Blueprint, abort, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.jobs.actions import HasEnded, cancel_job
from dialog.jobs.models import DONE, ENDED, Job
from dialog.jobs.queries import NoSuchJob, find_job, find_result, has_result, jobs_before, left_waiting
from dialog.picture.documents.actions import DRAFT_FILE, EDITION_FILES
from dialog.picture.drafting import DRAFTING
from dialog.survey.models import Round
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("jobs", __name__)
AGAIN = 3  # seconds until a page of work that is not done is asked for again


@bp.get("/jobs/<int:job_id>")
def job(job_id: int) -> Response:
    """How far the work is; the browser asks again by itself until it is done, also without script."""
    session, found = db_session(), _job(job_id)
    page = render_template(
        "analyst/job.html",
        job=found,
        heading=_heading(found),
        before=jobs_before(session, found),
        has_file=found.state == DONE and has_result(session, job_id, at=now()),
        is_over=found.state in ENDED,
        is_left=bool(left_waiting(session, at=now())),
    )
    answer = make_response(page)
    if found.state not in ENDED:
        answer.headers["Refresh"] = str(AGAIN)
    return answer


@bp.post("/jobs/<int:job_id>/cancel")
def cancel(job_id: int) -> Response:
    session, found = db_session(), _job(job_id)
    try:
        cancel_job(session, found, at=now(), by=staff_id())
    except HasEnded:
        flash(_("It is over already."), "error")
    else:
        session.commit()
    return redirect(url_for(".job", job_id=job_id), 303)


@bp.get("/jobs/<int:job_id>/file")
def file(job_id: int) -> Response:
    found = _job(job_id)
    result = find_result(db_session(), found.id, at=now()) if found.state == DONE else None
    if result is None:
        abort(404)
    answer = make_response(result.content)
    answer.headers["Content-Type"] = result.kind
    answer.headers["Content-Disposition"] = f'attachment; filename="{result.name}"'
    return answer


def _job(job_id: int) -> Job:
    """Only work that pages of the picture ask for."""
    try:
        found = find_job(db_session(), job_id)
    except NoSuchJob:
        abort(404)
    return found if found.kind in (DRAFTING, DRAFT_FILE, EDITION_FILES) else abort(404)


def _heading(job: Job) -> str:
    if job.kind == EDITION_FILES:
        return _("Files of edition %(number)s", number=job.what["edition"])
    if job.kind == DRAFT_FILE:
        return _("A file of draft %(number)s", number=job.what["draft"])
    round = db_session().get(Round, job.what["round"]) or abort(404)
    return _("A draft of %(round)s", round=say(round.title))
