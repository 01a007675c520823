"""Pages where a reviewer reads one report, sends it on and decides about it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.places.models import Report
from dialog.review import actions
from dialog.review.changes import (
    VOICE_DECISIONS,
    Answer,
    Decisions,
    Problems,
    asked_decision,
    carry_out,
    wrong_fields,
)
from dialog.review.clearance import clear_report, take_back
from dialog.review.duplicates import report_by_short_id, similar_reports
from dialog.review.exact import Exactly, NoExactPoint, look_at_exact_point
from dialog.review.forms import DuplicateForm, number_from, same_filters
from dialog.review.frame import frame, go_on, goes_on, head
from dialog.review.lines import lines_of
from dialog.review.owners.actions import add_owner, route_report
from dialog.review.owners.forms import NewOwnerForm
from dialog.review.queries import (
    NoSuchReport,
    find_report,
    voice_of,
)
from dialog.review.report_parts import parts_of_report
from dialog.review.sentences import PROBLEMS
from dialog.review.statuslog import hold_report
from dialog.review.waiting.kinds import REPORT
from dialog.review.waiting.paging import position_of
from dialog.review.waiting.taking import release
from dialog.web.requests import db_session

Page = Callable[[UUID, Problems], str]
DECISIONS: Decisions = {
    "accept": (actions.accept, _l("The report is accepted.")),
    "set_aside": (actions.set_aside, _l("The report is set aside.")),
    "reopen": (actions.reopen, _l("The report is back in the queue.")),
}
CLEARANCES: Decisions = {
    "clear": (clear_report, _l("Other systems can read the report as soon as it is old enough.")),
    "take_back": (take_back, _l("Other systems can't read the report any more.")),
}


def show(report_id: UUID) -> str:
    return page_of_report(report_id, [])


def decide(report_id: UUID) -> Answer:
    """A decision leads on to the next in the queue, if that is asked for."""
    decision, done = asked_decision(DECISIONS)

    def decide_it(session: Session, report: Report) -> None:
        decision(session, report, by=staff_id(), at=now())
        if goes_on():
            release(session, report.id, by=staff_id())

    return change_report(report_id, decide_it, done, leads_on=goes_on())


def judge_voice(report_id: UUID) -> Answer:
    judge, done = asked_decision(VOICE_DECISIONS)
    return change_report(
        report_id, lambda session, report: judge(session, voice_of(session, report), by=staff_id(), at=now()), done
    )


def clear(report_id: UUID) -> Answer:
    decision, done = asked_decision(CLEARANCES)
    return change_report(report_id, lambda session, report: decision(session, report, by=staff_id(), at=now()), done)


def route(report_id: UUID) -> Answer:
    owner_id = number_from(request.form.get("owner", "")) or 0
    return change_report(
        report_id,
        lambda session, report: route_report(session, report, owner_id=owner_id, by=staff_id(), at=now()),
        _l("The owner is chosen. You can send a masked copy now."),
    )


def route_to_new(report_id: UUID) -> Answer:
    form = NewOwnerForm()
    if not form.validate():
        return page_of_report(report_id, wrong_fields(form)), 422

    def add_and_route(session: Session, report: Report) -> None:
        owner = add_owner(session, name=str(form.name.data), kind=str(form.kind.data))
        route_report(session, report, owner_id=owner.id, by=staff_id(), at=now())

    return change_report(report_id, add_and_route, _l("The owner is chosen. You can send a masked copy now."))


def show_exact_point(report_id: UUID) -> Answer | str:
    """Answers with the page itself: the point has no address that could be kept."""
    session = db_session()
    report = _report_or_404(session, report_id)
    try:
        exactly = look_at_exact_point(session, report, by=staff_id(), today=date.today())
    except NoExactPoint as problem:
        return page_of_report(report_id, [("", str(PROBLEMS[type(problem)]))]), 422
    session.commit()
    return page_of_report(report_id, [], exactly)


def show_similar(report_id: UUID) -> str:
    return _similar(report_id, [])


def mark_duplicate(report_id: UUID) -> Answer:
    form = DuplicateForm()

    def mark(session: Session, report: Report) -> None:
        of = report_by_short_id(session, form.short_id, round_id=report.round_id)
        actions.mark_duplicate_report(session, report, of=of, by=staff_id(), at=now())

    return change_report(report_id, mark, _l("The report is marked as a duplicate."), page=_similar, field="of")


def change_report(
    report_id: UUID,
    change: Callable[[Session, Report], object],
    done: object,
    *,
    page: Page | None = None,
    field: str = "",
    leads_on: bool = False,
) -> Answer:
    position = position_of(_report_or_404(db_session(), report_id))
    here = url_for(".report", report_id=report_id, **same_filters())

    def change_it(session: Session) -> None:
        change(session, hold_report(session, report_id))

    return carry_out(
        change_it,
        done,
        page=lambda problems: (page or page_of_report)(report_id, problems),
        back=(lambda: go_on(db_session(), position)) if leads_on else here,
        field=field,
        item=(REPORT, report_id),
    )


def page_of_report(report_id: UUID, problems: Problems, exactly: Exactly | None = None) -> str:
    session = db_session()
    report = _report_or_404(session, report_id)
    return render_template(
        "staff/report.html",
        report=report,
        exactly=exactly,
        **parts_of_report(session, report),
        **frame(session, report, problems),
    )


def _similar(report_id: UUID, problems: Problems) -> str:
    session = db_session()
    report = _report_or_404(session, report_id)
    return render_template(
        "staff/similar.html",
        item=report,
        similar=lines_of(session, similar_reports(session, report)),
        **head(session, report, problems),
    )


def _report_or_404(session: Session, report_id: UUID) -> Report:
    try:
        return find_report(session, report_id)
    except NoSuchReport:
        abort(404)
