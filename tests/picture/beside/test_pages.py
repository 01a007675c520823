"""Pages: analysts choose what stands in pictures, and everybody reads sources side by side."""

import re

import pytest
from sqlalchemy import select

from dialog.audit.models import AuditEvent
from dialog.picture.beside.models import BesideChoice
from dialog.picture.beside.things import Thing, table_id
from dialog.picture.content import from_document
from tests.factories import make_round
from tests.forms import submit
from tests.picture.beside.figures import a_source, populate, tell
from tests.picture.speaking import draft, release, respond

TRAFFIC, FINE = {"Q2.T1": "very_big", "Q1.b": "very_unsafe"}, {"Q2.T1": "small", "Q1.b": "very_safe"}
COUNTS = {"all": 3000.0, "north": 1500.0, "south": 1000.0, "west": 500.0}


@pytest.fixture
def analyst(signed_in):
    client = signed_in("analyst")
    client.get("/analyst/?lang=en")
    return client


@pytest.fixture
def round(session):
    made = make_round(session)
    respond(session, made, 40, answers=TRAFFIC)
    respond(session, made, 40, area="south", answers=FINE)
    respond(session, made, 35, area="west", answers=FINE)
    return made


@pytest.fixture
def crime(session, round):
    found = a_source(session, name="Anmälda brott i Provby", limits="Bara det som anmäls.")
    for period in ("2024", "2025"):
        tell(session, found, COUNTS, period=period)
        tell(session, found, COUNTS, period=period, category="Trafikbrott")
    populate(session, {"all": 10_000, "north": 3_000, "south": 5_000, "west": 2_000})
    return found


def test_the_page_of_choices_shows_what_is_usual_until_somebody_chooses(analyst, session, crime):
    session.commit()
    page = analyst.get(f"/analyst/sources/{crime.id}/picture").text
    assert page.count(" checked") == 2
    assert len(re.findall(r'<option value="T1" selected', page)) == 1
    assert f"/analyst/sources/{crime.id}/picture" in analyst.get(f"/analyst/sources/{crime.id}").text


def test_what_is_chosen_decides_the_next_draft_and_stands_in_the_log(analyst, session, round, crime):
    session.commit()
    total = table_id(crime.id, Thing("Totalt", "count", "count"))
    address = f"/analyst/sources/{crime.id}/picture"
    assert submit(analyst, address, {total: "yes", f"code-{total}": "T7", "go": "save"}).status_code == 303
    session.rollback()
    beside = from_document(draft(session, round).content).beside
    assert beside is not None and {(one.category, one.code) for one in beside.tables} == {("Totalt", "T7")}
    assert "figures for pictures chosen" in session.scalars(select(AuditEvent.action)).all()
    session.rollback()
    assert submit(analyst, address, {"go": "usual"}).status_code == 303
    session.rollback()
    assert session.scalars(select(BesideChoice)).all() == []


def test_a_code_that_is_none_is_not_kept_and_a_stranger_chooses_nothing(analyst, client, session, crime):
    session.commit()
    total = table_id(crime.id, Thing("Totalt", "count", "count"))
    submit(analyst, f"/analyst/sources/{crime.id}/picture", {total: "yes", f"code-{total}": "T99", "go": "save"})
    session.rollback()
    assert {one.code for one in session.scalars(select(BesideChoice))} == {None}
    assert client.get(f"/analyst/sources/{crime.id}/picture").status_code != 200


def test_everybody_reads_the_register_and_the_sources_side_by_side(client, analyst, session, round, crime):
    edition = release(session, round)
    session.commit()
    public = client.get(f"/en/pictures/{edition.edition}").text
    internal = analyst.get(f"/analyst/drafts/{edition.draft_id}").text
    for page in (public, internal):
        assert 'id="sources"' in page and 'id="beside"' in page
        assert "Bara det som anmäls." in page
        assert "neither is the cause of the other" in page
        rows = re.findall(r"<tr><th scope=\"row\">(?:<span[^>]*>)?(.+?)(?:</span>)?</th>(.+?)</tr>", page, re.DOTALL)
        norrby = next(rest for name, rest in rows if name == "Norrby" and "agree" in rest)
        assert "40 of 40" in norrby and "500" in norrby
        assert re.search(r"1\. .*Norrby", page)


def test_the_pages_of_an_edition_of_before_say_nothing_of_sources(client, session, round):
    edition = release(session, round)
    edition.content = {name: value for name, value in edition.content.items() if name != "beside"}
    session.commit()
    page = client.get(f"/en/pictures/{edition.edition}").text
    assert 'id="beside"' not in page and 'id="sources"' not in page
