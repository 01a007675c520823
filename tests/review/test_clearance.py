"""Letting other systems read a single report: what they read, from when, and that it can be taken back."""

from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.places.models import Report
from dialog.review.actions import hide_words, reopen, set_aside, show_words
from dialog.review.clearance import (
    NotClearable,
    clear_report,
    cleared_reports,
    find_cleared,
    is_cleared,
    readable_from,
    take_back,
)
from dialog.review.models import StatusChange
from dialog.review.queries import voice_of
from dialog.review.voices import set_voice_aside
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.factories import (
    AT,
    DAY,
    make_exact_point,
    make_report,
    make_response,
    make_sending,
    make_staff,
    make_text,
)

DELAY = 14
OLD_ENOUGH = date(2026, 11, 15)  # two weeks after the end of the month of DAY


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def readable(session: Session, on: date = OLD_ENOUGH) -> list[Report]:
    session.flush()
    return [one.report for one in cleared_reports(session, today=on, delay_days=DELAY)]


def test_a_cleared_report_is_read_when_it_is_old_enough_and_not_a_day_before(session, by):
    report = make_report(session, status="accepted")
    clear_report(session, report, by=by, at=AT)
    assert readable(session, OLD_ENOUGH - timedelta(days=1)) == []
    assert readable(session) == [report]


def test_all_reports_of_a_month_can_be_read_from_one_day_on(session, by):
    reports = [make_report(session, status="accepted", received_on=date(2026, 10, day)) for day in (1, 31)]
    for report in reports:
        clear_report(session, report, by=by, at=AT)
        assert readable_from(report, delay_days=DELAY) == OLD_ENOUGH
    assert readable(session, OLD_ENOUGH - timedelta(days=1)) == []
    assert len(readable(session)) == 2


def test_nothing_is_read_that_nobody_cleared(session):
    make_report(session, status="accepted")
    assert readable(session) == []


def test_only_an_accepted_report_without_waiting_texts_can_be_cleared(session, by):
    waiting = make_report(session)
    with pytest.raises(NotClearable):
        clear_report(session, waiting, by=by, at=AT)
    unread = make_report(session, status="accepted")
    make_text(session, report_id=unread.id, question="what")
    with pytest.raises(NotClearable):
        clear_report(session, unread, by=by, at=AT)


def test_others_read_the_month_and_reviewed_words_without_what_is_hidden_or_says_where(session, by):
    report = make_report(session, status="accepted")
    what = make_text(session, "Karin såg det.", report_id=report.id, question="what", status="accepted")
    make_text(session, "Mer ljus.", report_id=report.id, question="help", status="accepted")
    make_text(session, "Bakom Storgatan 5.", report_id=report.id, question="place", status="accepted")
    hide_words(session, what, words="Karin", label="name", by=by, at=AT)
    clear_report(session, report, by=by, at=AT)
    session.flush()
    (read,) = cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY)
    assert (read.month, read.words) == (DAY.replace(day=1), "[…] såg det.\n\nMer ljus.")
    assert read.public_id != report.id


def test_words_that_were_set_aside_are_not_read(session, by):
    report = make_report(session, status="accepted")
    make_text(session, "Reklam.", report_id=report.id, question="what", status="set_aside")
    clear_report(session, report, by=by, at=AT)
    session.flush()
    (read,) = cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY)
    assert read.words == ""


def test_what_was_cleared_is_taken_back_and_has_another_id_when_cleared_anew(session, by):
    report = make_report(session, status="accepted")
    ids = set()
    for _ in range(2):
        clear_report(session, report, by=by, at=AT)
        session.flush()
        ids.add(cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY)[0].public_id)
        take_back(session, report, by=by, at=AT)
        assert readable(session) == []
    assert len(ids) == 2


def test_clearing_and_taking_back_stand_in_the_status_log_and_in_the_audit_log_once(session, by):
    report = make_report(session, status="accepted")
    for _ in range(2):
        clear_report(session, report, by=by, at=AT)
        session.flush()
    take_back(session, report, by=by, at=AT)
    take_back(session, report, by=by, at=AT)
    session.flush()
    steps = session.scalars(select(StatusChange.action).order_by(StatusChange.id)).all()
    assert steps == ["opened_to_systems", "closed_to_systems"]
    assert session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all() == [
        "report cleared",
        "clearance taken back",
    ]


def test_a_report_that_is_no_longer_accepted_has_to_be_cleared_anew(session, by):
    report = make_report(session, status="accepted")
    clear_report(session, report, by=by, at=AT)
    session.flush()
    reopen(session, report, by=by, at=AT)
    assert readable(session) == []
    assert is_cleared(session, report) is False


def test_words_shown_again_take_the_clearance_with_them(session, by):
    report = make_report(session, status="accepted")
    text = make_text(session, "Karin såg det.", report_id=report.id, question="what", status="accepted")
    hide_words(session, text, words="Karin", label="name", by=by, at=AT)
    clear_report(session, report, by=by, at=AT)
    session.flush()
    show_words(session, text, start=0, by=by, at=AT)
    assert readable(session) == []


@pytest.mark.parametrize("kind", ["response", "sending"])
def test_nothing_of_a_voice_that_is_set_aside_is_read(session, by, kind):
    if kind == "response":
        report = make_report(session, response_id=make_response(session).id, status="accepted")
    else:
        _first, report = make_sending(session, places=2, status="accepted")
    clear_report(session, report, by=by, at=AT)
    session.flush()
    assert readable(session) == [report]
    set_voice_aside(session, voice_of(session, report), by=by, at=AT)
    assert readable(session) == []


def test_reports_are_read_page_by_page_in_the_order_of_their_public_ids(session, by):
    for _ in range(5):
        clear_report(session, make_report(session, status="accepted"), by=by, at=AT)
    session.flush()
    whole = [one.public_id for one in cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY)]
    first = cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY, limit=2)
    rest = cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY, after=first[-1].public_id)
    assert [one.public_id for one in (*first, *rest)] == whole == sorted(whole)


def test_one_report_is_found_by_its_public_id_alone(session, by):
    report = make_report(session, status="accepted")
    clear_report(session, report, by=by, at=AT)
    session.flush()
    (read,) = cleared_reports(session, today=OLD_ENOUGH, delay_days=DELAY)
    found = find_cleared(session, read.public_id, today=OLD_ENOUGH, delay_days=DELAY)
    assert found is not None and found.report is report
    assert find_cleared(session, read.public_id, today=DAY, delay_days=DELAY) is None
    assert find_cleared(session, report.id, today=OLD_ENOUGH, delay_days=DELAY) is None


def test_a_reviewer_sees_what_others_would_read_and_then_clears_it(signed_in, session):
    reviewer: FlaskClient = signed_in("reviewer")
    reviewer.get("/staff/?lang=en")
    report = make_report(session, status="accepted")
    make_exact_point(session, report)
    make_text(session, "Två lampor är trasiga.", report_id=report.id, question="what", status="accepted")
    session.commit()
    page = f"/staff/reports/{report.id}"
    before = reviewer.get(page).text
    assert (
        "from 15 November 2026 at the earliest: 14 days after the end of its month" in before
        and "October 2026" in before
    )
    assert "Let other systems read it" in before
    assert submit(reviewer, page, {"do": "clear"}, to=f"{page}/clearance").status_code == 303
    after = reviewer.get(page).text
    assert "can read this report from 15 November 2026" in after and "let other systems read it" in after
    submit(reviewer, page, {"do": "take_back"}, to=f"{page}/clearance")
    assert "took it back from other systems" in reviewer.get(page).text


def test_a_report_whose_texts_wait_cannot_be_cleared_on_its_page(signed_in, session):
    reviewer: FlaskClient = signed_in("reviewer")
    reviewer.get("/staff/?lang=en")
    report = make_report(session, status="accepted")
    text: Text = make_text(session, report_id=report.id, question="what")
    session.commit()
    page = f"/staff/reports/{report.id}"
    assert "First review each of its texts." in reviewer.get(page).text
    refused = submit(reviewer, page, {"do": "clear"}, to=f"{page}/clearance")
    assert refused.status_code == 422 and "when each of its texts has been reviewed" in refused.text
    set_aside(session, text, by=make_staff(session), at=AT)
    session.commit()
    assert submit(reviewer, page, {"do": "clear"}, to=f"{page}/clearance").status_code == 303
