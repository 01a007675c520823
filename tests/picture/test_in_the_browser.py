"""The situation picture in a real browser: accessible on phone and desk, in every language, and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.factories import make_round
from tests.picture.speaking import STATION, draft, gather, release, report, respond, write
from tests.servers import LiveServer

EMAIL = "ana@test.example"
ANSWERS = {"Q2.T1": "very_big", "Q1.b": "very_unsafe", "Q6": "often", "B1": "25-44"}


@pytest.fixture
def round_id(live_server: LiveServer) -> int:
    """A round with one released edition and one draft, and an analyst who is a facilitator too."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst", "facilitator"])
        round = make_round(session)
        write(session, round, "Lampan är trasig", 40, cleared=True, answers=ANSWERS)
        respond(session, round, 40, area="south", language="ar", answers=ANSWERS | {"Q2.T1": "small"})
        respond(session, round, 12, area="west", answers={"Q6": "never"})
        report(session, round, 20, category="Light/Lamp")
        gather(session, round, 12)
        gather(session, round, 9, at=STATION)
        release(session, round)
        draft(session, round)
        return round.id


@on_phone_and_desk
@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_anybody_can_read_an_edition(
    page: Page, live_server: LiveServer, round_id: int, axe: Callable[[Page], list[str]], tag: str
) -> None:
    for address in (f"/{tag}/pictures/", f"/{tag}/pictures/1"):
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
    assert page.context.cookies() == []


@on_phone_and_desk
def test_an_analyst_can_use_every_page(
    page: Page, live_server: LiveServer, round_id: int, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    pages = ("/analyst/", "/analyst/drafts/2", "/analyst/drafts/2/release", "/analyst/releases", "/facilitator/")
    for address in (*pages, f"/analyst/rounds/{round_id}/voices"):
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def test_a_draft_is_made_and_released_without_script(
    open_page: OpenPage, live_server: LiveServer, round_id: int
) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.goto(f"{live_server.url}/analyst/?lang=en")
    page.get_by_role("button", name="Make a draft").click()
    page.get_by_role("link", name="Release the edition…").click(timeout=120_000)  # a busy machine makes drafts slowly
    page.get_by_role("button", name="Release it to everybody").click()
    page.goto(f"{live_server.url}/en/pictures/2")
    expect(page.get_by_role("heading", level=1)).to_have_text("Safe in Provby")


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/analyst/")
    return page
