"""Owners, and the masked copies of reports that are sent on to them."""

import re

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.places.models import Report
from dialog.review.owners.actions import Contact, add_owner, route_report
from dialog.review.owners.models import Owner, SentCopy
from dialog.texts.models import Text
from tests.accounts.letters import mail_server
from tests.forms import submit
from tests.review.factories import AT, make_exact_point, make_report, make_staff, make_text

NAME = "Anna Andersson"


@pytest.fixture
def owner(session: Session) -> Owner:
    return add_owner(session, name="Gatukontoret", kind="municipality", contact=Contact(email="gata@kommun.example"))


@pytest.fixture
def report(session: Session, owner: Owner) -> Report:
    """Accepted, with a masked text, one that waits, one that is held, and one that says where exactly."""
    report = make_report(session, status="accepted")
    make_exact_point(session, report)
    mask = {"start": 0, "end": len(NAME), "label": "name"}
    make_text(session, f"{NAME} ser lampan.", report_id=report.id, question="what", masks=[mask], status="accepted")
    make_text(session, "Inte granskad.", report_id=report.id, question="help")
    make_text(session, "Misstanke.", report_id=report.id, question="help", held=True)
    make_text(session, "Vid porten 12 C.", report_id=report.id, question="place", status="accepted")
    route_report(session, report, owner_id=owner.id, by=make_staff(session), at=AT)
    session.commit()
    return report


@pytest.fixture
def reviewer(signed_in):
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def copy_page(report: Report) -> str:
    return f"/staff/reports/{report.id}/copy"


def test_the_preview_shows_masked_accepted_words_and_never_where_exactly(reviewer, report):
    page = reviewer.get(copy_page(report)).text
    assert "[…] ser lampan." in page and "59.0512, 15.0487" in page
    for kept_back in (NAME, "Inte granskad.", "Misstanke.", "Vid porten", "59.0503"):
        assert kept_back not in page
    assert "3 texts do not go along" in page


def test_a_copy_that_is_printed_is_logged_with_whom_it_went_to(reviewer, session, report):
    sent = submit(reviewer, copy_page(report), {"way": "hand"})
    copy = session.scalars(select(SentCopy)).one()
    assert (sent.status_code, sent.location) == (303, f"/staff/reports/{report.id}/copies/{copy.id}")
    assert not copy.exact and len(copy.text_ids) == 1
    page = reviewer.get(sent.location).text
    assert "[…] ser lampan." in page and NAME not in page and "59.0503" not in page
    assert "sent a masked copy to Gatukontoret" in reviewer.get(f"/staff/reports/{report.id}").text
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "report sent on")).one()
    assert event.details["exact"] == 0


def test_the_exact_point_goes_along_only_when_asked_and_each_look_is_logged(reviewer, session, report):
    sent = submit(reviewer, copy_page(report), {"way": "hand", "exact": "yes"})
    page = reviewer.get(sent.location).text
    assert "59.05030, 15.05010" in page and "Vid porten 12 C." in page
    looks = select(AuditEvent).where(AuditEvent.action == "exact point seen")
    assert len(session.scalars(looks).all()) == 2
    assert "with the exact point" in reviewer.get(f"/staff/reports/{report.id}").text


def test_a_report_that_is_not_accepted_does_not_leave_the_house(reviewer, session, report):
    session.get_one(Report, report.id).status = "new"
    session.commit()
    token = reviewer.get(f"/staff/reports/{report.id}").text
    found = re.search(r'name="csrf_token" value="([^"]+)"', token)
    assert found
    refused = reviewer.post(copy_page(report), data={"way": "hand", "csrf_token": found[1]})
    assert refused.status_code == 422 and session.scalars(select(SentCopy)).all() == []


def test_a_text_set_aside_later_is_gone_from_the_copy(reviewer, session, report):
    sent = submit(reviewer, copy_page(report), {"way": "hand"})
    session.execute(update(Text).where(Text.status == "accepted").values(status="set_aside"))
    session.commit()
    assert "ser lampan" not in reviewer.get(sent.location).text


def test_an_administrator_keeps_owners(signed_in, session):
    admin = signed_in("admin")
    admin.get("/admin/owners?lang=en")
    data = {"name": "Vägverket", "kind": "road", "email": "not one", "active": "yes", "organisation": "yes"}
    assert "one e-mail address" in submit(admin, "/admin/owners/new", data).text
    assert submit(admin, "/admin/owners/new", data | {"email": "vag@road.example"}).status_code == 303
    owner = session.scalars(select(Owner)).one()
    assert "vag@road.example" in admin.get("/admin/owners").text
    page = f"/admin/owners/{owner.id}"
    assert submit(admin, page, {"name": "Vägverket", "kind": "road", "note": "Svarar på vardagar"}).status_code == 303
    session.expire_all()
    assert not session.get_one(Owner, owner.id).active
    assert submit(admin, "/admin/owners/new", data | {"email": ""}).status_code == 422


def test_a_copy_goes_by_mail_where_there_is_a_server(app, reviewer, session, report, monkeypatch):
    with mail_server() as server:
        monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        monkeypatch.setitem(app.config, "MAIL_FROM", "dialog@kommun.example")
        assert submit(reviewer, copy_page(report), {"way": "mail"}).status_code == 303
        [letter] = server.letters
        assert letter["To"] == "gata@kommun.example"
        assert "[…] ser lampan." in letter.get_content() and NAME not in letter.get_content()
        server.refuses = True
        refused = submit(reviewer, copy_page(report), {"way": "mail"})
        assert refused.status_code == 422 and "did not take it" in refused.text
    assert len(session.scalars(select(SentCopy)).all()) == 1
