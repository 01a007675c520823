"""Coverage, cross-tabs and what has changed, in a real browser: accessible on phone and desk, and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.picture.speaking import release, respond
from tests.picture.test_changes import ANSWERS, later
from tests.picture.test_coverage import crowd
from tests.picture.test_in_the_browser import EMAIL, sign_in
from tests.servers import LiveServer


@pytest.fixture
def round_id(live_server: LiveServer) -> int:
    """A round that follows one with an edition, both answered by people whose number is known."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst"])
        release(session, crowd(session))
        round = later(session)
        respond(session, round, 40, answers=ANSWERS | {"B1": "45-64", "B2": "woman"}, channel="school")
        respond(session, round, 40, area="south", answers=ANSWERS | {"B1": "45-64", "B2": "woman"})
        release(session, round)
        return round.id


@on_phone_and_desk
def test_an_analyst_counts_crosses_and_compares(
    page: Page, live_server: LiveServer, round_id: int, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/analyst/rounds/{round_id}/coverage?lang=en")
    page.get_by_role("button", name="Count anew").click()
    expect(page.get_by_role("heading", name="Gaps to act on")).to_be_visible()
    addresses = (
        f"/analyst/rounds/{round_id}/coverage",
        f"/analyst/rounds/{round_id}/crosstab?a=area&b=question:Q6&c=language&also=1",
        "/analyst/",
        "/ar/pictures/2",
    )
    for address in addresses:
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def test_a_cross_tab_is_made_without_script(open_page: OpenPage, live_server: LiveServer, round_id: int) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.goto(f"{live_server.url}/analyst/rounds/{round_id}/crosstab?lang=en")
    page.get_by_label("Rows").select_option("area")
    page.get_by_label("Columns").select_option("question:Q6")
    page.get_by_role("button", name="Count", exact=True).click()
    expect(page.get_by_role("row", name="Norrby")).to_contain_text("40")
