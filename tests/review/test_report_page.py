"""A reviewer at work on reports, through the pages."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.audit.models import AuditEvent
from dialog.places.models import Report
from dialog.review.models import StatusChange
from dialog.review.owners.actions import add_owner
from dialog.review.owners.models import Owner, Routing
from dialog.review.told import ASKED
from tests.forms import submit
from tests.review.factories import make_exact_point, make_place, make_report, make_response, make_sending, make_text

NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


@pytest.fixture
def report(session: Session) -> Report:
    report = make_report(session)
    make_exact_point(session, report)
    make_text(session, "Två lampor är trasiga.", report_id=report.id, question="what")
    session.commit()
    return report


def page_of(report: Report) -> str:
    return f"/staff/reports/{report.id}"


def send(client: FlaskClient, report: Report, to: str, **data: object) -> TestResponse:
    return submit(client, page_of(report), data, to=f"{page_of(report)}/{to}")


def fresh(session: Session, report: Report) -> Report:
    session.expire_all()
    return session.get_one(Report, report.id)


def points_seen(session: Session) -> int:
    return len(session.scalars(select(AuditEvent).where(AuditEvent.action == "exact point seen")).all())


def test_a_report_shows_what_was_chosen_and_written_in_words(reviewer, report):
    page = reviewer.get(page_of(report)).text
    for words in ("Underpass or bridge", "Dark, or a broken lamp, Desolate, few people", "Två lampor är trasiga."):
        assert words in page
    assert "59.0512, 15.0487" in page


def test_a_report_is_routed_to_a_new_owner_and_on_to_another(reviewer, session, report):
    add_owner(session, name="Trafikverket", kind="road")
    session.commit()
    sent = send(reviewer, report, "new-owner", name="Gatukontoret", kind="municipality")
    assert (sent.status_code, sent.location) == (303, page_of(report))
    assert "The task of Gatukontoret." in reviewer.get(page_of(report)).text
    road = session.scalars(select(Owner).where(Owner.name == "Trafikverket")).one()
    send(reviewer, report, "owner", owner=road.id)
    page = reviewer.get(page_of(report)).text
    assert "The task of Trafikverket." in page
    assert "reviewer made it the task of Gatukontoret" in page and "reviewer made it the task of Trafikverket" in page
    assert session.scalars(select(Routing)).one().owner_id == road.id


def test_an_owner_of_the_same_name_is_not_added_twice(reviewer, session, report):
    for _ in range(2):
        send(reviewer, report, "new-owner", name="Gatukontoret", kind="municipality")
    assert len(session.scalars(select(Owner)).all()) == 1
    assert len(session.scalars(select(StatusChange)).all()) == 1


@pytest.mark.parametrize(
    ("to", "data", "sentence"),
    [
        ("owner", {"owner": ""}, "Choose an owner in the list, or add a new one."),
        ("owner", {"owner": "9999"}, "Choose an owner in the list, or add a new one."),
        ("new-owner", {"name": "", "kind": "police"}, "Write the name of the owner."),
        ("new-owner", {"name": "x" * 121, "kind": "police"}, "Shorten the name to at most 120 characters."),
        ("new-owner", {"name": "Gatukontoret", "kind": "pirate"}, "Say what kind of owner it is."),
        ("decision", {"do": "reopen"}, "That can&#39;t be done now."),
        ("duplicate", {"of": "0123456789"}, "There is no report of this round with that number."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(reviewer, session, report, to, data, sentence):
    refused = send(reviewer, report, to, **data)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert session.scalars(select(StatusChange)).all() == []
    assert session.scalars(select(Owner)).all() == []


def test_the_name_of_an_owner_is_kept_when_its_kind_is_missing(reviewer, report):
    assert 'value="Gatukontoret"' in send(reviewer, report, "new-owner", name="Gatukontoret").text


def test_the_exact_point_is_shown_on_asking_only_and_every_look_is_audited(reviewer, session, report):
    assert "59.0503" not in reviewer.get(page_of(report)).text
    assert points_seen(session) == 0
    shown = send(reviewer, report, "point")
    assert shown.status_code == 200 and "59.0503, 15.0501" in shown.text
    session.expire_all()
    assert points_seen(session) == 1
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "exact point seen")).one()
    assert (event.subject, event.details) == (f"exact point {report.id}", {})
    assert "59.0503" not in reviewer.get(page_of(report)).text


def test_an_exact_point_whose_time_is_up_is_not_shown(reviewer, session):
    report = make_report(session)
    make_exact_point(session, report, erase_on=date(2026, 1, 1))
    session.commit()
    assert "Show the exact point" not in reviewer.get(page_of(report)).text
    refused = send(reviewer, report, "point")
    assert refused.status_code == 422 and "59.0503" not in refused.text
    assert points_seen(session) == 0


def test_a_report_is_accepted_and_put_back(reviewer, session, report):
    send(reviewer, report, "decision", do="accept")
    assert fresh(session, report).status == "accepted"
    send(reviewer, report, "decision", do="reopen")
    assert fresh(session, report).status == "new"


def test_a_lone_report_is_set_aside_as_a_voice_and_restored(reviewer, session, report):
    send(reviewer, report, "decision", do="set_aside")
    assert fresh(session, report).status == "set_aside"
    page = reviewer.get(page_of(report)).text
    assert "set the whole voice aside as spam" in page and "Restore the voice" in page
    send(reviewer, report, "decision", do="reopen")
    assert fresh(session, report).status == "new"


def test_a_report_inside_a_response_can_take_the_whole_voice_with_it(reviewer, session):
    response = make_response(session)
    report = make_report(session, response_id=response.id)
    session.commit()
    send(reviewer, report, "voice", do="set_aside")
    session.refresh(response)
    assert (response.set_aside, fresh(session, report).status) == (True, "set_aside")
    send(reviewer, report, "voice", do="restore")
    session.refresh(response)
    assert (response.set_aside, fresh(session, report).status) == (False, "new")


def test_a_duplicate_is_chosen_among_reports_of_the_same_spot(reviewer, session, report):
    first = make_report(session, lat=report.lat, lon=report.lon)
    elsewhere = make_report(session, lat=58.0, lon=15.0)
    session.commit()
    page = reviewer.get(f"{page_of(report)}/duplicate").text
    assert first.id.hex in page and elsewhere.id.hex not in page
    send(reviewer, report, "duplicate", chosen=first.id.hex)
    assert fresh(session, report).duplicate_of == first.id


def test_a_report_names_the_places_that_were_sent_with_it(reviewer, session):
    first, second, third = make_sending(session, places=3)
    session.commit()
    page = reviewer.get(page_of(second)).text
    assert "sent together with 2 other places" in page
    assert page_of(first) in page and page_of(third) in page
    assert "sent together" not in reviewer.get(page_of(make_other(session))).text


def make_other(session: Session) -> Report:
    other = make_report(session)
    session.commit()
    return other


def test_the_first_of_several_places_says_that_it_takes_the_others_along(reviewer, session):
    first, second = make_sending(session, places=2)
    session.commit()
    assert "Set all of them aside as spam" in reviewer.get(page_of(first)).text
    assert "Set it aside" in reviewer.get(page_of(second)).text
    send(reviewer, second, "voice", do="set_aside")
    assert fresh(session, first).status == "set_aside"
    assert "Restore the voice" in reviewer.get(page_of(second)).text


def test_a_way_shows_both_its_ends_and_exactly_only_on_asking(reviewer, session):
    report = make_report(session, to_lat=59.0712, to_lon=15.0787)
    make_exact_point(session, report, to_lat=59.0703, to_lon=15.0801, landmark="Stationen (Norrby)")
    session.commit()
    page = reviewer.get(page_of(report)).text
    assert "59.0712, 15.0787" in page and "the middle of a cell 500 m wide" in page
    assert "59.0703" not in page and "Stationen" not in page
    shown = send(reviewer, report, "point").text
    assert "59.0503, 15.0501" in shown and "59.0703, 15.0801" in shown and "Stationen (Norrby)" in shown
    session.expire_all()
    assert points_seen(session) == 1


def test_everything_that_can_be_chosen_stands_on_the_page(reviewer, session):
    chosen = {name: [next(iter(ASKED[name][1]))] for name in ("seasons", "affected", "consequences", "remedies")}
    report = make_report(session, answers=chosen)
    session.commit()
    page = reviewer.get(page_of(report)).text
    for name, (option,) in chosen.items():
        assert str(escape(ASKED[name][1][option]["en"])) in page


def test_a_report_leads_to_the_published_place_that_it_made(reviewer, session, report):
    place = make_place(session, [report])
    session.commit()
    page = reviewer.get(page_of(report)).text
    assert f"/staff/places/{place.key}" in page and "The underpass" in page


def test_a_report_that_does_not_exist_is_not_found(reviewer):
    assert reviewer.get(f"/staff/reports/{NOWHERE}").status_code == 404
