"""Pages where analysts look at what the figures suggest, and write the findings of a round."""

from collections.abc import Callable, Mapping, Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.picture.content import Picture
from dialog.picture.findings.actions import (
    ChangedMeanwhile,
    NoWords,
    SummaryFull,
    UnknownChoice,
    change_finding,
    look_again,
    move_finding,
    remove_finding,
    write_finding,
)
from dialog.picture.findings.desk import (
    Problems,
    lines,
    names_of,
    the_draft,
    the_finding,
    the_round,
    too_long,
    written_in,
)
from dialog.picture.findings.forms import LONGEST, TooLong, number_or_none, typed_words, written_from
from dialog.picture.findings.models import Finding
from dialog.picture.findings.orphans import orphans
from dialog.picture.findings.proposing.everything import propose
from dialog.picture.findings.proposing.gaps import gaps
from dialog.picture.findings.proposing.proposal import Proposal
from dialog.picture.findings.proposing.rising import breaks
from dialog.picture.findings.queries import findings_of, focus_areas_of, told_findings
from dialog.picture.findings.resting import Resting, rests_on
from dialog.picture.findings.setting import setting_of
from dialog.picture.findings.told import KINDS, PROBLEM, STRENGTHS
from dialog.web.requests import db_session

bp = Blueprint("findings", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/rounds/<int:round_id>/findings")
def overview(round_id: int) -> str:
    session, round = db_session(), the_round(round_id)
    draft_id, picture = the_draft(round_id)
    findings, setting = findings_of(session, round_id), setting_of(session, round, picture)
    taken = {one.proposal for one in findings}
    waiting = [one for one in propose(setting) if one.key not in taken]
    prioritised = [one.id for one in findings if one.prioritised]
    return render_template(
        "analyst/findings.html",
        round=round,
        draft_id=draft_id,
        lines=lines(session, findings, picture),
        orphans=orphans(told_findings(session, round_id), focus_areas_of(session, round_id), prioritised),
        proposals=_by_kind(picture, waiting),
        breaks=breaks(setting),
        kinds=KINDS,
        strengths=STRENGTHS,
    )


@bp.get("/rounds/<int:round_id>/findings/new")
def new(round_id: int) -> str:
    return _new_page(round_id, [])


@bp.post("/rounds/<int:round_id>/findings/new")
def add(round_id: int) -> Answer:
    session, proposal = db_session(), _proposal(round_id)
    problems: Problems = []
    made: list[Finding] = []

    def write() -> None:
        made.append(
            write_finding(
                session,
                round_id=the_round(round_id).id,
                written=written_from(request.form),
                evidence=proposal.evidence if proposal else (),
                picture=the_draft(round_id)[1],
                by=staff_id(),
                at=now(),
                proposal=proposal.key if proposal else "",
            )
        )

    if problems := _problems_of(write):
        session.rollback()
        return _new_page(round_id, problems), 422
    session.commit()
    flash(_("The finding is written."))
    return redirect(url_for(".finding", finding_id=made[0].id), 303)


@bp.get("/findings/<int:finding_id>")
def finding(finding_id: int) -> str:
    return _page(the_finding(finding_id), [])


@bp.post("/findings/<int:finding_id>")
def change(finding_id: int) -> Answer:
    session, found = db_session(), the_finding(finding_id)
    revision = number_or_none(request.form, "revision") or 0

    def write() -> None:
        change_finding(session, found, written=written_from(request.form), revision=revision, by=staff_id(), at=now())

    if problems := _problems_of(write):
        session.rollback()
        return _page(the_finding(finding_id), problems), 422
    session.commit()
    flash(_("The finding is changed."))
    return redirect(url_for(".finding", finding_id=finding_id), 303)


@bp.post("/findings/<int:finding_id>/looked")
def looked(finding_id: int) -> Response:
    session, found = db_session(), the_finding(finding_id)
    look_again(session, found, picture=the_draft(found.round_id)[1], by=staff_id(), at=now())
    session.commit()
    flash(_("The finding now rests on the figures of the newest draft."))
    return redirect(url_for(".finding", finding_id=finding_id), 303)


@bp.post("/findings/<int:finding_id>/move")
def move(finding_id: int) -> Response:
    session, found = db_session(), the_finding(finding_id)
    move_finding(session, found, up=request.form.get("to") == "up", by=staff_id())
    session.commit()
    return redirect(url_for(".overview", round_id=found.round_id, _anchor=f"finding-{finding_id}"), 303)


@bp.post("/findings/<int:finding_id>/remove")
def remove(finding_id: int) -> Response:
    session, found = db_session(), the_finding(finding_id)
    round_id = found.round_id
    remove_finding(session, found, by=staff_id())
    session.commit()
    flash(_("The finding is removed. It stands in editions that were released with it."))
    return redirect(url_for(".overview", round_id=round_id), 303)


@bp.get("/rounds/<int:round_id>/gaps")
def what_is_missing(round_id: int) -> str:
    round = the_round(round_id)
    draft_id, picture = the_draft(round_id)
    found = gaps(setting_of(db_session(), round, picture))
    by_sort = {sort: [one for one in found if one.sort == sort] for sort in ("area", "group", "source")}
    return render_template("analyst/finding_gaps.html", round=round, draft_id=draft_id, gaps=by_sort)


def _by_kind(picture: Picture, proposals: Sequence[Proposal]) -> dict[str, list[tuple[Proposal, list[Resting]]]]:
    """Each with what it rests on; {} for none at all."""
    told = [(one, rests_on(picture, one.evidence)) for one in proposals]
    return {kind: [pair for pair in told if pair[0].kind == kind] for kind in KINDS} if told else {}


def _problems_of(write: Callable[[], object]) -> Problems:
    """What must be changed before it can be kept."""
    try:
        write()
    except TooLong as problem:
        return [(str(problem), too_long())]
    except NoWords as problem:
        return [(f"{problem}_sv", _("Write it in Swedish."))]
    except SummaryFull:
        return [("in_summary", _("The summary has five findings already. Take one out first."))]
    except ChangedMeanwhile:
        return [("", _("Somebody else has changed the finding meanwhile. Look at it before you change it again."))]
    except UnknownChoice:
        abort(400)
    return []


def _new_page(round_id: int, problems: Problems) -> str:
    proposal = _proposal(round_id)
    rests = rests_on(the_draft(round_id)[1], proposal.evidence) if proposal else []
    return render_template(
        "analyst/finding_new.html",
        round=the_round(round_id),
        proposal=proposal,
        rests=rests,
        **_form(_typed_of_proposal(proposal), problems),
    )


def _page(found: Finding, problems: Problems) -> str:
    session = db_session()
    draft_id, picture = the_draft(found.round_id)
    (shown,) = lines(session, [found], picture)
    return render_template(
        "analyst/finding.html",
        round=the_round(found.round_id),
        draft_id=draft_id,
        line=shown,
        names=names_of(session, [found]),
        **_form(_typed_of(found), problems),
    )


def _form(typed: Mapping[str, object], problems: Problems) -> dict[str, object]:
    """What both forms have in common. After mistakes the fields hold what was sent."""
    sent = {**request.form.to_dict(), "sent": "yes"} if problems else typed
    chosen = {"kinds": KINDS, "strengths": STRENGTHS, "longest": LONGEST}
    return {"typed": sent, "problems": problems, **chosen, **written_in()}


def _typed_of(found: Finding) -> dict[str, object]:
    words = {"title": found.title, "statement": found.statement, "reason": found.reason}
    ticked = {name: "yes" for name in ("in_summary", "prioritised", "internal") if getattr(found, name)}
    return {**typed_words(words), **ticked, "kind": found.kind, "strength": found.strength}


def _typed_of_proposal(proposal: Proposal | None) -> dict[str, object]:
    if proposal is None:
        return {"kind": PROBLEM}
    words = {"title": proposal.title, "statement": proposal.statement, "reason": proposal.reason}
    return {**typed_words(words), "kind": proposal.kind, "strength": proposal.strength}


def _proposal(round_id: int) -> Proposal | None:
    """The one that was asked for, if the newest draft still suggests it."""
    asked = request.args.get("proposal", "")
    if not asked:
        return None
    setting = setting_of(db_session(), the_round(round_id), the_draft(round_id)[1])
    return next((one for one in propose(setting) if one.key == asked), None)
