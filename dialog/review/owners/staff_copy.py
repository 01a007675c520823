"""Pages where a reviewer sees what leaves the house, and sends it to an owner."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from flask import abort, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.places.models import Report
from dialog.review.changes import Answer, Problems, carry_out, wrong_fields
from dialog.review.exact import Exactly, look_at_exact_point
from dialog.review.forms import same_filters
from dialog.review.frame import head
from dialog.review.owners.actions import keep_copy
from dialog.review.owners.copying import said_in, texts_for_copy
from dialog.review.owners.forms import CopyForm
from dialog.review.owners.letter import Letter, closing, letter_about
from dialog.review.owners.models import HAND, MAIL, Owner, SentCopy
from dialog.review.owners.queries import NoSuchCopy, NoSuchOwner, find_copy, find_owner, owner_of
from dialog.review.queries import NoSuchReport, find_report, has_exact_point, texts_of_report
from dialog.review.statuslog import hold_report
from dialog.review.waiting.kinds import REPORT
from dialog.texts.models import ACCEPTED, Text
from dialog.web.mail import can_send_mail, send_mail
from dialog.web.requests import db_session, page_language


def show(report_id: UUID) -> str:
    return _preview(report_id, [])


def send(report_id: UUID) -> Answer:
    """Printed or copied, it leads to the page that is handed over; by e-mail, back to the report."""
    form = CopyForm()
    if not form.validate():
        return _preview(report_id, wrong_fields(form)), 422
    kept: list[SentCopy] = []

    def send_it(session: Session) -> None:
        kept.append(_send(session, report_id, way=str(form.way.data), exact=bool(form.exact.data)))

    def back() -> str:
        filters = same_filters()
        if kept[0].way == MAIL:
            return url_for("staff.review.report", report_id=report_id, **filters)
        return url_for("staff.review.sent_copy", report_id=report_id, copy_id=kept[0].id, **filters)

    return carry_out(
        send_it,
        _("The copy is sent."),
        page=lambda problems: _preview(report_id, problems),
        back=back,
        field="way",
        item=(REPORT, report_id),
    )


def show_sent(report_id: UUID, copy_id: UUID) -> str:
    """The copy to print or copy; made anew from what may leave the house today. Where exactly is a look, and logged."""
    session = db_session()
    report = _report_or_404(session, report_id)
    try:
        copy = find_copy(session, copy_id)
    except NoSuchCopy:
        abort(404)
    if copy.report_id != report.id or report.status != ACCEPTED:
        abort(404)
    texts = [one for one in texts_for_copy(session, report, exact=copy.exact) if str(one.id) in copy.text_ids]
    page = render_template(
        "staff/report_sent.html",
        letter=_letter(session, report, texts, _exactly(session, report) if copy.exact else None),
        closing=closing(),
        owner=find_owner(session, copy.owner_id),
        copy=copy,
        **head(session, report, []),
    )
    session.commit()
    return page


def _send(session: Session, report_id: UUID, *, way: str, exact: bool) -> SentCopy:
    report = hold_report(session, report_id)
    owner = _chosen_owner(session, report)
    texts = texts_for_copy(session, report, exact=exact)
    ids = [text.id for text in texts]
    copy = keep_copy(session, report, owner_id=owner.id, way=way, exact=exact, text_ids=ids, by=staff_id(), at=now())
    exactly = _exactly(session, report) if exact else None
    if way == MAIL:
        letter = _letter(session, report, texts, exactly)
        send_mail(to=owner.email, subject=letter.subject, text=letter.text)
    return copy


def _preview(report_id: UUID, problems: Problems) -> str:
    session = db_session()
    report = _report_or_404(session, report_id)
    texts = texts_for_copy(session, report, exact=False)
    return render_template(
        "staff/report_copy.html",
        report=report,
        owner=owner_of(session, report.id),
        letter=_letter(session, report, texts, None),
        closing=closing(),
        left_out=_left_out(session, report, texts),
        has_exact_point=has_exact_point(session, report.id, today=date.today()),
        can_mail=can_send_mail(),
        ways=(MAIL, HAND),
        **head(session, report, problems),
    )


def _letter(session: Session, report: Report, texts: Sequence[Text], exactly: Exactly | None) -> Letter:
    said = said_in(session, texts, language=page_language())
    return letter_about(session, report, said, exactly)


def _exactly(session: Session, report: Report) -> Exactly:
    return look_at_exact_point(session, report, by=staff_id(), today=date.today())


def _left_out(session: Session, report: Report, sent: Sequence[Text]) -> int:
    """How many texts of the report don't go along: not accepted, held back, or saying where exactly it is."""
    return sum(bool(text.original) for text in texts_of_report(session, report.id)) - len(sent)


def _chosen_owner(session: Session, report: Report) -> Owner:
    """Raises NoSuchOwner where nobody's task it is yet."""
    if (owner := owner_of(session, report.id)) is None:
        raise NoSuchOwner(report.id)
    return owner


def _report_or_404(session: Session, report_id: UUID) -> Report:
    try:
        return find_report(session, report_id)
    except NoSuchReport:
        abort(404)
