"""The worksheet where analysts look for the causes of a problem."""

from collections.abc import Callable, Mapping
from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.picture.findings.causes.actions import (
    CauseWritten,
    NoCauseWords,
    NoGround,
    TreeFull,
    UnknownSort,
    add_cause,
    change_cause,
    remove_cause,
)
from dialog.picture.findings.causes.drawing import drawing
from dialog.picture.findings.causes.tree import DEEPEST, MOST_CAUSES, Node, depth, tree
from dialog.picture.findings.desk import Problems, the_finding, too_long, written_in
from dialog.picture.findings.forms import LONGEST, TooLong, number_or_none, typed_words, words_from
from dialog.picture.findings.models import Cause
from dialog.picture.findings.queries import NoSuchCause, causes_of, find_cause, told_cause
from dialog.picture.findings.told import CORNERS, HYPOTHESIS, NATURES, SITUATIONAL, SPOT, STANDINGS
from dialog.web.requests import db_session, page_language

bp = Blueprint("causes", __name__)
Answer = str | Response | tuple[str, int]


@bp.get("/findings/<int:finding_id>/causes")
def worksheet(finding_id: int) -> str:
    return _worksheet(finding_id, [])


@bp.post("/findings/<int:finding_id>/causes")
def add(finding_id: int) -> Answer:
    session, finding = db_session(), the_finding(finding_id)

    def write(by: int, at: datetime) -> None:
        behind = number_or_none(request.form, "behind")
        add_cause(session, finding, behind=behind, written=_written(), by=by, at=at)

    if problems := _problems_of(write):
        session.rollback()
        return _worksheet(finding_id, problems), 422
    session.commit()
    flash(_("The cause is added."))
    return redirect(url_for(".worksheet", finding_id=finding_id), 303)


@bp.get("/causes/<int:cause_id>")
def cause(cause_id: int) -> str:
    return _cause_page(_cause(cause_id), [])


@bp.post("/causes/<int:cause_id>")
def change(cause_id: int) -> Answer:
    session, found = db_session(), _cause(cause_id)
    finding = the_finding(found.finding_id)

    def write(by: int, at: datetime) -> None:
        change_cause(session, finding, found, written=_written(), by=by, at=at)

    if problems := _problems_of(write):
        session.rollback()
        return _cause_page(_cause(cause_id), problems), 422
    session.commit()
    flash(_("The cause is changed."))
    return redirect(url_for(".worksheet", finding_id=finding.id), 303)


@bp.post("/causes/<int:cause_id>/remove")
def remove(cause_id: int) -> Response:
    session, found = db_session(), _cause(cause_id)
    finding = the_finding(found.finding_id)
    remove_cause(session, finding, found, by=staff_id(), at=now())
    session.commit()
    flash(_("The cause is removed, and those behind it."))
    return redirect(url_for(".worksheet", finding_id=finding.id), 303)


def _written() -> CauseWritten:
    """Raises TooLong."""
    form = request.form
    return CauseWritten(
        words=words_from(form, "words"),
        nature=form.get("nature", ""),
        standing=form.get("standing", ""),
        ground=words_from(form, "ground"),
        about=form.get("about", ""),
    )


def _problems_of(write: Callable[[int, datetime], None]) -> Problems:
    try:
        write(staff_id(), now())
    except TooLong as problem:
        return [(str(problem), too_long())]
    except NoCauseWords:
        return [("words_sv", _("Write it in Swedish."))]
    except NoGround:
        return [("ground_sv", _("Say what it is known from. Without that it is a hypothesis."))]
    except TreeFull:
        full = _(
            "The tree is full: at most %(most)s causes, %(deep)s behind each other.", most=MOST_CAUSES, deep=DEEPEST
        )
        return [("behind", full)]
    except UnknownSort:
        abort(400)
    return []


def _cause(cause_id: int) -> Cause:
    try:
        return find_cause(db_session(), cause_id)
    except NoSuchCause:
        abort(404)


def _worksheet(finding_id: int, problems: Problems) -> str:
    finding = the_finding(finding_id)
    causes = [told_cause(one) for one in causes_of(db_session(), [finding_id])[finding_id]]
    roots = tree(causes)
    nodes = [node for root in roots for node in root.all()]
    return render_template(
        "analyst/causes.html",
        finding=finding,
        tree=roots,
        nodes=nodes,
        drawing=drawing(finding.title, roots, page_language()),
        can_stand_behind=[node for node in nodes if depth(causes, node.cause.id) < DEEPEST],
        is_full=len(causes) >= MOST_CAUSES,
        **_form({"nature": SITUATIONAL, "standing": HYPOTHESIS, "about": SPOT}, problems),
    )


def _cause_page(found: Cause, problems: Problems) -> str:
    causes = [told_cause(one) for one in causes_of(db_session(), [found.finding_id])[found.finding_id]]
    typed = {
        **typed_words({"words": found.words, "ground": found.ground}),
        "nature": found.nature,
        "standing": found.standing,
        "about": found.about,
    }
    return render_template(
        "analyst/cause.html",
        cause=found,
        finding=the_finding(found.finding_id),
        behind=_number_behind(tree(causes), found.id),
        **_form(typed, problems),
    )


def _number_behind(roots: tuple[Node, ...], id: int) -> int:
    """How many causes stand behind one, at any depth."""
    return next((sum(1 for _ in node.all()) - 1 for root in roots for node in root.all() if node.cause.id == id), 0)


def _form(typed: Mapping[str, object], problems: Problems) -> dict[str, object]:
    chosen = {"natures": NATURES, "standings": STANDINGS, "corners": CORNERS, "longest": LONGEST}
    return {"typed": request.form if problems else typed, "problems": problems, **chosen, **written_in()}
