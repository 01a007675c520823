"""Pages where analysts choose what a finding rests on, and take it away again."""

from collections.abc import Iterator

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.picture.content import Picture
from dialog.picture.findings.actions import ChangedMeanwhile, NotShown, cite, uncite
from dialog.picture.findings.citing.choosing import chosen, columns_of, rows_of
from dialog.picture.findings.desk import Problems, lines, the_draft, the_finding, too_long, written_in
from dialog.picture.findings.forms import LONGEST, TooLong, words_from
from dialog.picture.findings.models import FindingEvidence
from dialog.picture.findings.told import NOTE, SOURCE, Evidence
from dialog.picture.place_lines import place_lines
from dialog.picture.sections import area_names
from dialog.web.requests import db_session

bp = Blueprint("citing", __name__)
Answer = str | Response | tuple[str, int]
WORDED = (SOURCE, NOTE)


@bp.get("/findings/<int:finding_id>/evidence")
def choose(finding_id: int) -> str:
    return _page(finding_id, [])


@bp.post("/findings/<int:finding_id>/evidence")
def add(finding_id: int) -> Answer:
    session, finding = db_session(), the_finding(finding_id)
    picture = the_draft(finding.round_id)[1]
    try:
        evidence = list(_chosen(picture))
        if not evidence:
            return _page(finding_id, [("", _("Nothing was chosen."))]), 422
        cite(session, finding, evidence, picture=picture, by=staff_id(), at=now())
    except TooLong as problem:
        return _page(finding_id, [(str(problem), too_long())]), 422
    except (NotShown, ChangedMeanwhile):
        session.rollback()
        return _page(finding_id, [("", _("The newest draft does not show that. Choose again."))]), 422
    session.commit()
    flash(_("The finding rests on this too."))
    return redirect(url_for("analyst.findings.finding", finding_id=finding_id, _anchor="evidence"), 303)


@bp.post("/findings/<int:finding_id>/evidence/<int:evidence_id>/remove")
def remove(finding_id: int, evidence_id: int) -> Response:
    session, finding = db_session(), the_finding(finding_id)
    row = session.get(FindingEvidence, evidence_id)
    if row is None or row.finding_id != finding_id:
        abort(404)
    uncite(session, finding, row, by=staff_id(), at=now())
    session.commit()
    flash(_("The finding does not rest on this any more."))
    return redirect(url_for("analyst.findings.finding", finding_id=finding_id, _anchor="evidence"), 303)


def _chosen(picture: Picture) -> Iterator[Evidence]:
    """Raises TooLong."""
    kind, table = request.form.get("kind", ""), request.form.get("table", "")
    if kind not in WORDED:
        yield from chosen(kind, request.form.getlist("chosen"), table)
    elif words := words_from(request.form, "words"):
        yield Evidence(kind, words=words)


def _page(finding_id: int, problems: Problems) -> str:
    finding = the_finding(finding_id)
    draft_id, picture = the_draft(finding.round_id)
    table = picture.table(request.values.get("table", "")) or picture.tables[0]
    (shown,) = lines(db_session(), [finding], picture)
    return render_template(
        "analyst/finding_evidence.html",
        finding=finding,
        draft_id=draft_id,
        picture=picture,
        table=table,
        columns=columns_of(table),
        rows=rows_of(table),
        places=place_lines(picture),
        area_names=area_names(picture),
        cited=[one.resting.evidence for one in shown.evidence if one.resting],
        typed=request.form if problems else {},
        problems=problems,
        longest=LONGEST,
        **written_in(),
    )
