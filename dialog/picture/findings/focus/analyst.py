"""Pages where analysts propose focus areas and record what was decided about them."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.picture.findings.causes.tree import tree
from dialog.picture.findings.desk import Problems, the_round, too_long, written_in
from dialog.picture.findings.focus.actions import (
    FocusWritten,
    NoFocusReason,
    NoReference,
    NoTitle,
    UnknownDecision,
    change_focus_area,
    propose_focus,
    remove_focus_area,
)
from dialog.picture.findings.forms import LONGEST, TooLong, line_from, numbers_from, typed_words, words_from
from dialog.picture.findings.models import ProposedFocus
from dialog.picture.findings.orphans import orphans
from dialog.picture.findings.queries import (
    NoSuchFocus,
    find_focus,
    findings_of,
    focus_areas_of,
    told_findings,
)
from dialog.picture.findings.told import DECISIONS, UNDECIDED
from dialog.web.requests import db_session

bp = Blueprint("focus", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/rounds/<int:round_id>/focus-areas")
def overview(round_id: int) -> str:
    session, round = db_session(), the_round(round_id)
    findings, areas = told_findings(session, round_id), focus_areas_of(session, round_id)
    prioritised = [one.id for one in findings_of(session, round_id) if one.prioritised]
    return render_template(
        "analyst/focus_areas.html",
        round=round,
        areas=areas,
        findings={one.id: one for one in findings},
        causes={cause.id: cause for one in findings for cause in one.causes},
        orphans=orphans(findings, areas, prioritised),
        decisions=DECISIONS,
    )


@bp.get("/rounds/<int:round_id>/focus-areas/new")
def new(round_id: int) -> str:
    return _page(round_id, None, {"decision": UNDECIDED}, [])


@bp.post("/rounds/<int:round_id>/focus-areas/new")
def add(round_id: int) -> Answer:
    session, round = db_session(), the_round(round_id)

    def write() -> None:
        propose_focus(session, round_id=round.id, written=_written(), by=staff_id())

    if problems := _problems_of(write):
        session.rollback()
        return _page(round_id, None, request.form, problems), 422
    session.commit()
    flash(_("The focus area is proposed."))
    return redirect(url_for(".overview", round_id=round_id), 303)


@bp.get("/focus-areas/<int:focus_id>")
def focus(focus_id: int) -> str:
    found = _focus(focus_id)
    return _page(found.round_id, found, _typed_of(found), [])


@bp.post("/focus-areas/<int:focus_id>")
def change(focus_id: int) -> Answer:
    session, found = db_session(), _focus(focus_id)
    round_id = found.round_id

    def write() -> None:
        change_focus_area(session, found, written=_written(), by=staff_id())

    if problems := _problems_of(write):
        session.rollback()
        return _page(round_id, _focus(focus_id), request.form, problems), 422
    session.commit()
    flash(_("The focus area is changed."))
    return redirect(url_for(".overview", round_id=round_id), 303)


@bp.post("/focus-areas/<int:focus_id>/remove")
def remove(focus_id: int) -> Response:
    session, found = db_session(), _focus(focus_id)
    round_id = found.round_id
    remove_focus_area(session, found, by=staff_id())
    session.commit()
    flash(_("The focus area is removed. It stands in editions that were released with it."))
    return redirect(url_for(".overview", round_id=round_id), 303)


def _written() -> FocusWritten:
    """Raises TooLong or ValueError: a day that is none."""
    form = request.form
    return FocusWritten(
        title=words_from(form, "title"),
        decision=form.get("decision", ""),
        reason=words_from(form, "reason"),
        reference=line_from(form, "reference"),
        decided_on=date.fromisoformat(form["decided_on"]) if form.get("decided_on") else None,
        findings=numbers_from(form, "findings"),
        causes=numbers_from(form, "causes"),
    )


def _problems_of(write: Callable[[], None]) -> Problems:
    try:
        write()
    except TooLong as problem:
        return [(str(problem), too_long())]
    except NoTitle:
        return [("title_sv", _("Write it in Swedish."))]
    except NoFocusReason:
        return [("reason_sv", _("Say why, in Swedish, whichever way it was decided."))]
    except NoReference:
        return [("reference", _("Say where the decision is written down."))]
    except UnknownDecision:
        abort(400)
    except ValueError:
        return [("decided_on", _("Write the day as 2026-05-04."))]
    return []


def _focus(focus_id: int) -> ProposedFocus:
    try:
        return find_focus(db_session(), focus_id)
    except NoSuchFocus:
        abort(404)


def _typed_of(found: ProposedFocus) -> dict[str, object]:
    words = typed_words({"title": found.title, "reason": found.reason})
    day = found.decided_on.isoformat() if found.decided_on else ""
    return {**words, "decision": found.decision, "reference": found.reference, "decided_on": day}


def _page(round_id: int, found: ProposedFocus | None, typed: Mapping[str, object], problems: Problems) -> str:
    session, round = db_session(), the_round(round_id)
    findings = told_findings(session, round_id)
    there = next((one for one in focus_areas_of(session, round_id) if found and one.id == found.id), None)
    return render_template(
        "analyst/focus_area.html",
        round=round,
        focus=found,
        findings=findings,
        trees=[(one, [node for root in tree(one.causes) for node in root.all()]) for one in findings if one.causes],
        ticked_findings=numbers_from(request.form, "findings") if problems else there.findings if there else (),
        ticked_causes=numbers_from(request.form, "causes") if problems else there.causes if there else (),
        decisions=DECISIONS,
        typed=typed,
        problems=problems,
        longest=LONGEST,
        **written_in(),
    )
