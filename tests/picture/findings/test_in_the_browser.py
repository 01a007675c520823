"""The analysis in a real browser: accessible on phone and desk, and written from end to end without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from dialog.picture.findings.focus.actions import propose_focus
from dialog.picture.findings.told import CHOSEN, FACT
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.picture.findings.drafts import a_finding, a_round, said
from tests.picture.findings.test_causes import add
from tests.picture.findings.test_focus import focus
from tests.picture.speaking import draft, release
from tests.servers import LiveServer

EMAIL = "ana@test.example"


@pytest.fixture
def round_id(live_server: LiveServer) -> int:
    """A round with a finding, two causes and a focus area, in an edition and a draft."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst"])
        round = a_round(session)
        finding = a_finding(session, round, in_summary=True, prioritised=True, statement={"sv": "Bara svenska."})
        first = add(session, finding, standing=FACT, ground=said("Platsbesiktning"))
        add(session, finding, behind=first.id, nature="social")
        chosen = {"decision": CHOSEN, "reason": said("Störst."), "reference": "KS 41"}
        told = focus(findings=[finding.id], causes=[first.id], **chosen)
        propose_focus(session, round_id=round.id, written=told, by=None)
        release(session, round)
        draft(session, round)
        return round.id


@on_phone_and_desk
def test_every_page_of_the_analysis_is_accessible(
    page: Page, live_server: LiveServer, round_id: int, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    round = f"/analyst/rounds/{round_id}"
    lists = (f"{round}/findings", f"{round}/findings/new?proposal=largest:T1", f"{round}/focus-areas", f"{round}/gaps")
    ones = ("findings/1", "findings/1/evidence", "findings/1/causes", "causes/1", "focus-areas/1")
    for address in (*lists, *(f"/analyst/{one}" for one in ones), "/ar/pictures/1"):
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


def test_an_analysis_is_written_and_released_without_script(
    open_page: OpenPage, live_server: LiveServer, round_id: int
) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.goto(f"{live_server.url}/analyst/rounds/{round_id}/findings?lang=en")
    page.get_by_role("link", name="Write a finding from this").first.click()
    page.fill("#title_sv", "Trafiken stör i norr")
    page.check("#prioritised")
    page.get_by_role("button", name="Save the finding").click()
    page.get_by_role("link", name="Causes").click()
    page.fill("#words_sv", "Skyltar saknas")
    page.get_by_role("button", name="Add the cause").press("Enter")
    expect(page.locator(".cause-box")).to_have_count(2)
    page.goto(f"{live_server.url}/analyst/drafts/3/release")
    page.get_by_role("button", name="Release it to everybody").click()
    page.goto(f"{live_server.url}/sv/pictures/2")
    expect(page.get_by_role("heading", name="Trafiken stör i norr")).to_be_visible()
    expect(page.get_by_text("Skyltar saknas")).to_have_count(0)  # a hypothesis


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/analyst/")
    return page
