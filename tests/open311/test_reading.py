"""What other systems read: only what staff cleared, coarse, late, dated by its month."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from dialog.geography.points import Point
from dialog.open311.georeport import LONGEST
from dialog.places.models import Report
from dialog.review.models import Clearance
from dialog.texts.models import DUPLICATE, NEW, SET_ASIDE
from tests.open311.factories import IN_NORTH, ROOT, make_cleared, newest, parsed

REQUEST = [
    *("service_request_id", "status", "status_notes", "service_name", "service_code", "description"),
    *("agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime"),
    *("address", "address_id", "zipcode", "lat", "long", "media_url"),
]


def read(client, **asked):
    answer = client.get(f"{ROOT}/requests.json", query_string=asked)
    assert answer.status_code == 200, answer.text
    return answer.json


def ids(client, **asked) -> set[UUID]:
    return {UUID(one["service_request_id"]) for one in read(client, **asked)}


def test_a_cleared_report_stands_in_both_formats(client, session):
    id = make_cleared(session)
    session.commit()
    [found] = read(client)
    assert list(found) == REQUEST
    assert (found["service_request_id"], found["status"], found["service_code"]) == (str(id), "open", "unsafe")
    assert found["description"] == "Mörkt under bron"
    root = parsed(client.get(f"{ROOT}/requests.xml").data)
    assert (root.tag, [one.tag for one in root], [one.tag for one in root[0]]) == (
        "service_requests",
        ["request"],
        REQUEST,
    )
    assert (root.findtext("request/service_request_id"), root.findtext("request/lat")) == (str(id), str(found["lat"]))
    assert root.findtext("request/address") == ""


def test_one_can_be_read_by_its_id(client, session):
    id = make_cleared(session)
    make_cleared(session)
    session.commit()
    assert [one["service_request_id"] for one in client.get(f"{ROOT}/requests/{id}.json").json] == [str(id)]
    root = parsed(client.get(f"{ROOT}/requests/{id}.xml").data)
    assert root.findtext("request/service_request_id") == str(id)


def test_nothing_exact_leaves(client, session):
    make_cleared(session)
    session.commit()
    report = session.scalars(select(Report)).one()
    [found] = read(client, extensions="true")
    assert (found["lat"], found["long"]) == (report.lat, report.lon) != (IN_NORTH.lat, IN_NORTH.lon)
    assert found["extended_attributes"] == {"within": report.within}
    assert (found["address"], found["address_id"], found["zipcode"], found["media_url"]) == (None,) * 4
    assert "Storgatan" not in str(found)
    assert str(report.id) not in str(found)


def test_a_report_is_dated_by_its_month(client, session):
    make_cleared(session, on=newest() + timedelta(days=17))
    session.commit()
    [found] = read(client)
    assert found["requested_datetime"] == found["updated_datetime"] == f"{newest():%Y-%m}-01T00:00:00Z"


@pytest.mark.parametrize(
    "changes",
    [
        {"cleared": False},
        {"status": NEW},
        {"status": SET_ASIDE},
        {"status": DUPLICATE},
        {"on": date.today()},
        {"on": date.today() - timedelta(days=13)},
        {"on": (newest() + timedelta(days=32)).replace(day=1)},
    ],
)
def test_what_is_not_cleared_or_too_young_is_not_there(client, session, changes):
    id = make_cleared(session, **changes)
    session.commit()
    assert read(client) == read(client, service_request_id=str(id)) == []
    answer = client.get(f"{ROOT}/requests/{id}.json")
    assert (answer.status_code, answer.json[0]["code"]) == (404, 404)


def test_the_days_of_a_month_are_read_together(client, session):
    last_day = (newest() + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    both = {make_cleared(session), make_cleared(session, on=last_day)}
    session.commit()
    assert ids(client) == both


def test_the_municipality_may_wait_longer(app, client, session, monkeypatch):
    make_cleared(session)
    session.commit()
    monkeypatch.setitem(app.config, "CLEARANCE_DAYS", 90)
    assert read(client) == []


def test_only_reviewed_words_leave_and_what_is_hidden_stays_hidden(client, session):
    words = "Anna Ek bor där"
    make_cleared(session, words=words, masks=[{"start": 0, "end": 7, "label": "name"}], help="Fler lampor")
    make_cleared(session, text_status=NEW)
    make_cleared(session, text_status=SET_ASIDE)
    session.commit()
    assert sorted(str(one["description"]) for one in read(client)) == ["None", "None", "[…] bor där\n\nFler lampor"]


def test_a_description_is_no_longer_than_the_standard_allows(client, session):
    make_cleared(session, words="x" * (LONGEST + 1))
    session.commit()
    [found] = read(client)
    assert len(found["description"]) == LONGEST and found["description"].endswith("x…")


def test_kind_and_causes_are_told_to_those_who_ask_and_nothing_of_the_sender(client, session):
    answers = {"feeling": "safe", "kind": "path", "causes": ["lighting", "litter"], "affected": ["women"]}
    make_cleared(session, answers=answers | {"times": ["night"], "frequency": "daily", "consequences": ["avoid"]})
    session.commit()
    assert "attributes" not in read(client)[0]
    [found] = read(client, extensions="true")
    assert found["service_code"] == "safe"
    assert [(one["name"], one["code"], one["value"]) for one in found["attributes"]] == [
        ("kind", "path", "Gång- och cykelväg"),
        ("causes", "lighting", "Mörkt eller trasig lampa"),
        ("causes", "litter", "Skräp"),
    ]
    root = parsed(client.get(f"{ROOT}/requests.xml?extensions=true").data)
    assert [one.tag for one in root.find("request/attributes/attribute") or ()] == ["label", "name", "value", "code"]


def test_a_report_without_a_point_has_none(client, session):
    make_cleared(session, point=None)
    session.commit()
    [found] = read(client)
    assert (found["lat"], found["long"]) == (None, None)


def test_services_and_statuses_narrow_down(client, session):
    feelings = ("unsafe", "safe", "both", "")
    made = {one: make_cleared(session, answers={"feeling": one} if one else {}) for one in feelings}
    session.commit()
    assert ids(client) == set(made.values())
    assert ids(client, service_code="safe") == {made["safe"]}
    assert ids(client, service_code="both,place") == {made["both"], made[""]}
    assert ids(client, status="closed") == set()
    assert ids(client, status="open") == set(made.values())


def test_dates_narrow_down_and_reach_back(client, session):
    before = (newest() - timedelta(days=1)).replace(day=1)
    long_ago = newest() - timedelta(days=900)
    made = {day: make_cleared(session, on=day) for day in (newest(), before, long_ago)}
    session.commit()
    assert ids(client, start_date=newest().isoformat()) == {made[newest()]}
    assert ids(client, start_date=before.isoformat(), end_date=before.isoformat()) == {made[before]}
    month = long_ago.replace(day=1)
    assert ids(client, start_date=f"{month}T00:00:00Z", end_date=f"{month}T00:00:00Z") == {made[long_ago]}
    assert ids(client, service_request_id=str(made[long_ago])) == {made[long_ago]}


def test_pages_together_are_all_and_no_two_share_a_report(client, session):
    made = {make_cleared(session) for _ in range(7)}
    session.commit()
    pages = [read(client, page_size=3, page=page) for page in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    found = [UUID(one["service_request_id"]) for page in pages for one in page]
    assert set(found) == made and len(found) == 7


def test_several_ids_are_read_at_once_and_unknown_ones_passed_over(client, session):
    made = [make_cleared(session) for _ in range(3)]
    session.commit()
    asked = f"{made[0]},4711,{made[1]},00000000-0000-4000-8000-000000000000"
    assert ids(client, service_request_id=asked) == {made[0], made[1]}


def test_the_order_tells_nothing_of_when(client, session):
    for day in range(12):
        make_cleared(session, on=newest() + timedelta(days=day))
    session.commit()
    found = [one["service_request_id"] for one in read(client)]
    assert found == sorted(found)


def test_what_can_not_be_asked_gets_errors(client, session):
    answer = client.get(f"{ROOT}/requests.json?status=lost&start_date=yesterday")
    assert (answer.status_code, [one["code"] for one in answer.json]) == (400, [400, 400])
    root = parsed(client.get(f"{ROOT}/requests.xml?page=x").data)
    assert root.findtext("error/code") == "400"


def test_a_report_whose_clearance_is_taken_back_is_gone(client, session):
    id = make_cleared(session, point=Point(59.05, 15.15))
    session.commit()
    session.delete(session.scalars(select(Clearance)).one())
    session.commit()
    assert client.get(f"{ROOT}/requests/{id}.json").status_code == 404
