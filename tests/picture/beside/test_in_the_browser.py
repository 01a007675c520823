"""Choosing figures and reading sources side by side in a real browser: accessible on phone and desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from tests.browsers import on_phone_and_desk
from tests.conftest import PASSWORD
from tests.factories import make_round
from tests.picture.beside.figures import a_source, populate, tell
from tests.picture.speaking import release, respond
from tests.picture.test_in_the_browser import EMAIL, sign_in
from tests.servers import LiveServer

COUNTS = {"all": 3000.0, "north": 1500.0, "south": 1000.0, "west": 500.0}


@pytest.fixture
def source_id(live_server: LiveServer) -> int:
    """Crimes by area and year, beside a round that has an edition."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst"])
        round = make_round(session)
        respond(session, round, 40, answers={"Q2.T1": "very_big", "Q1.b": "very_unsafe"})
        respond(session, round, 40, area="south", answers={"Q2.T1": "small", "Q1.b": "very_safe"})
        crime = a_source(session)
        for category in ("Totalt", "Trafikbrott"):
            tell(session, crime, COUNTS, category=category)
        populate(session, {"all": 10_000, "north": 3_000, "south": 5_000, "west": 2_000})
        release(session, round)
        return crime.id


@on_phone_and_desk
def test_an_analyst_chooses_and_everybody_reads_side_by_side(
    page: Page, live_server: LiveServer, source_id: int, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/analyst/sources/{source_id}/picture?lang=en")
    assert axe(page) == []
    page.get_by_label("Trafikbrott").first.uncheck()
    page.get_by_role("button", name="Save the choice").click()
    expect(page.get_by_label("Trafikbrott").first).not_to_be_checked()
    for address in ("/en/pictures/1", "/ar/pictures/1", "/analyst/drafts/1"):
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('#beside details').forEach((one) => { one.open = true; })")
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
