"""Filters of the queue that are kept under a name."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from dialog.review.waiting.models import SavedView
from tests.forms import submit


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def save(client: FlaskClient, name: str, address: str = "?language=ar&q=lampa", **data: object) -> str:
    answer = submit(client, "/staff/", {"name": name, **data}, to=f"/staff/views{address}")
    assert answer.status_code == 303
    return str(answer.location)


def test_a_view_keeps_the_filters_and_leads_back_to_them(reviewer, session):
    assert save(reviewer, " Arabiska  lampor ", "?language=ar&after=x&kind=nonsense") == "/staff/?language=ar"
    assert '<a href="/staff/?language=ar"><bdi>Arabiska lampor</bdi></a>' in reviewer.get("/staff/").text
    assert session.scalars(select(SavedView)).one().filters == {"language": "ar"}
    assert 'aria-current="page"><bdi>Arabiska lampor' in reviewer.get("/staff/?language=ar").text


def test_a_view_of_the_same_name_is_replaced(reviewer, session):
    save(reviewer, "Mina")
    save(reviewer, "Mina", "?status=accepted")
    assert [one.filters for one in session.scalars(select(SavedView))] == [{"status": "accepted"}]


def test_a_view_is_seen_by_others_only_when_it_is_shared_and_removed_by_its_owner_only(reviewer, signed_in, session):
    save(reviewer, "Bara min")
    save(reviewer, "Allas", "?language=so", shared="yes")
    colleague = signed_in("reviewer", "facilitator")
    colleague.get("/staff/?lang=en")
    page = colleague.get("/staff/").text
    assert "Allas" in page and "shared by reviewer" in page and "Bara min" not in page
    shared = session.scalars(select(SavedView).where(SavedView.shared)).one()
    assert submit(colleague, "/staff/", {}, to=f"/staff/views/{shared.id}/off").status_code == 404
    assert submit(reviewer, "/staff/", {}, to=f"/staff/views/{shared.id}/off").status_code == 303
    assert "Allas" not in colleague.get("/staff/").text


def test_a_view_needs_a_name_and_there_are_not_too_many(reviewer, session, monkeypatch):
    save(reviewer, "  ")
    assert "Give the view a name." in reviewer.get("/staff/").text
    monkeypatch.setattr("dialog.review.waiting.views.MOST_VIEWS", 1)
    save(reviewer, "En")
    save(reviewer, "Två")
    assert "You have as many saved views as there is room for." in reviewer.get("/staff/").text
    assert len(session.scalars(select(SavedView)).all()) == 1
