"""Published places as staff see them: their reports, what these tell, and what came since the latest edition."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from dialog.places.models import MeToo, Place, Report
from dialog.review.gathered import gathered, me_too, new_at
from dialog.review.owners.actions import add_owner, route_report
from tests.review.factories import (
    AT,
    DAY,
    make_exact_point,
    make_place,
    make_report,
    make_response,
    make_sending,
    make_staff,
)

RELEASED = DAY + timedelta(days=10)


@pytest.fixture
def reviewer(signed_in, app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setitem(app.extensions, "release_days", lambda _session: {1: RELEASED})
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def near(session: Session, on: date = RELEASED, **changes: Any) -> Report:
    return make_report(session, received_on=on, **({"lat": 59.0505, "lon": 15.0505, "within": 250} | changes))


def new_ones(session: Session, place: Place) -> list[Report]:
    session.flush()
    return [session.get_one(Report, id) for id in new_at(session, [place], {1: RELEASED}).get(place.id, [])]


def statements(session: Session, client: FlaskClient, address: str) -> int:
    asked: list[str] = []
    engine = session.get_bind()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    assert client.get(address).status_code == 200
    event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_a_voice_that_says_the_same_of_several_places_is_counted_once(session):
    answers = {"causes": ["lighting"], "times": ["evening", "night"]}
    reports = make_sending(session, places=2, answers=answers)
    response = make_response(session)
    reports += [
        make_report(session, response_id=response.id, answers={"causes": ["lighting", "desolate"]}) for _ in "ab"
    ]
    told = gathered(session, make_place(session, reports))
    assert (told.reports, told.voices) == (4, 2)
    assert told.options["causes"] == [("lighting", 2), ("desolate", 1)]
    assert dict(told.options["times"]) == {"evening": 1, "night": 1}


def test_what_came_within_reach_after_the_release_is_new(session):
    made = near(session, on=DAY)
    place = make_place(session, [made])
    new = near(session)
    near(session, on=RELEASED - timedelta(days=1))
    near(session, status="set_aside")
    near(session, lat=59.06)
    assert new_ones(session, place) == [new]


def test_where_exactly_it_is_decides_as_long_as_that_is_kept(session):
    place = make_place(session, lat=59.0503, lon=15.0501, metres=20)
    report = make_report(session, received_on=RELEASED)
    make_exact_point(session, report)
    assert new_ones(session, place) == [report]
    place.lat, place.lon = report.lat or 0, report.lon or 0
    assert new_ones(session, place) == []


def test_a_report_of_another_place_is_new_nowhere(session):
    place = make_place(session)
    make_place(session, [near(session)], first_edition=2, last_edition=2)
    assert new_ones(session, place) == []


def test_me_too_is_counted_by_place_and_since_a_day(session):
    place = make_place(session)
    for n, on in enumerate((DAY, RELEASED, RELEASED)):
        session.add(MeToo(key_hash=str(n), place_id=place.id, received_on=on))
    session.flush()
    assert me_too(session)[place.id] == 3
    assert me_too(session, since=RELEASED)[place.id] == 2


def test_the_list_says_of_each_place_what_staff_need(reviewer, session):
    place = make_place(session, [near(session, on=DAY)], voices=12, last_edition=1)
    near(session)
    session.add(MeToo(key_hash="one", place_id=place.id, received_on=DAY))
    session.commit()
    page = reviewer.get("/staff/places").text
    assert "The underpass" in page and f"/staff/places/{place.key}" in page
    assert 'data-label="Voices, as published" class="num">12<' in page
    assert 'data-label="Me too" class="num">1<' in page and 'data-label="Reports since" class="num">1<' in page


def test_a_place_shows_its_reports_and_what_came_since_with_owner_and_status(reviewer, session):
    made = [near(session, on=DAY, status="accepted") for _ in range(3)]
    place = make_place(session, made)
    new = near(session)
    owner = add_owner(session, name="Gatukontoret", kind="municipality")
    route_report(session, new, owner_id=owner.id, by=make_staff(session), at=AT)
    session.commit()
    page = reviewer.get(f"/staff/places/{place.key}").text
    assert all(f"/staff/reports/{report.id}" in page for report in (*made, new))
    assert "1 report has come here since 15 October 2026, when edition 1 was released." in page
    assert "sent on to Gatukontoret" in page
    assert "Dark, or a broken lamp" in page


def test_where_a_report_was_made_exactly_is_nowhere_on_the_page_of_its_place(reviewer, session):
    report = make_report(session)
    make_exact_point(session, report)
    place = make_place(session, [report])
    session.commit()
    page = reviewer.get(f"/staff/places/{place.key}").text
    assert "59.0503" not in page and "15.0501" not in page


def test_many_reports_come_page_by_page(reviewer, session):
    place = make_place(session, [near(session, on=DAY + timedelta(days=n % 7)) for n in range(120)])
    session.commit()
    address, seen = f"/staff/places/{place.key}", set()
    for _ in range(3):
        page = reviewer.get(address).text
        seen |= {part[:36] for part in page.split("/staff/reports/")[1:]}
        if 'rel="next"' not in page:
            break
        address = page.split('" rel="next"')[0].rpartition('href="')[2].replace("&amp;", "&")
    assert len(seen) == 120
    assert 'rel="prev"' in page


def test_pages_ask_the_database_as_often_whatever_there_is(reviewer, session):
    few = make_place(session, [near(session, on=DAY)])
    near(session)
    session.commit()
    reviewer.get("/staff/places")
    asked = [statements(session, reviewer, address) for address in ("/staff/places", f"/staff/places/{few.key}")]
    for n in range(8):
        make_place(session, [near(session, on=DAY) for _ in range(10)], lat=59.05 + n / 1_000)
    for _ in range(30):
        near(session)
    session.commit()
    many = [statements(session, reviewer, address) for address in ("/staff/places", f"/staff/places/{few.key}")]
    assert many == asked


def test_a_place_that_does_not_exist_is_not_found(reviewer):
    assert reviewer.get("/staff/places/00000000-0000-4000-8000-000000000000").status_code == 404


def test_without_places_there_is_a_sentence(reviewer):
    assert "No place has been published yet." in reviewer.get("/staff/places").text
