"""Leaving a half-finished answer on this device, and taking it up again."""

from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dialog.survey.actions import keep_questionnaire
from tests.browsers import OpenPage
from tests.factories import make_round
from tests.servers import LiveServer
from tests.survey.walks import WALKS

PHONE = {"viewport": {"width": 360, "height": 740}}
KEPT = """() => new Promise((done) => {
  const opening = indexedDB.open("dialog", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  opening.onsuccess = () => {
    const asked = opening.result.transaction("kept").objectStore("kept").getAllKeys();
    asked.onsuccess = () => done(asked.result.filter((name) => name !== "key"));
  };
})"""


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a house with a round on one page, and one page by page."""
    days: Any = {"opens_on": date.today(), "closes_on": date.today() + timedelta(days=20)}
    with live_server.sessions.begin() as session:
        make_round(session, **days)
        make_round(session, slug="ut", questionnaire=keep_questionnaire(session, WALKS), **days)
    return f"{live_server.url}/sv/dialogue"


def begin(page: Page) -> None:
    page.locator("[data-keep-begin]").click()
    expect(page.locator("[data-keep-said]")).to_contain_text("Sparat på den här enheten till")


def leave_and_come_back(page: Page, address: str) -> None:
    page.wait_for_timeout(700)
    page.goto("about:blank")
    page.goto(address)
    page.locator("[data-keep-resume]").click()


def test_an_answer_on_one_page_is_taken_up_where_it_was_left(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/trygg")
    begin(page)
    page.locator('input[name="Q1_a"][value="very_safe"]').check()
    page.locator('textarea[name="Q3_text"]').fill("det jag skrev")
    page.locator('input[name="Q9"][value="lighting"]').check()
    leave_and_come_back(page, f"{url}/trygg")
    expect(page.locator('input[name="Q1_a"][value="very_safe"]')).to_be_checked()
    expect(page.locator('input[name="Q9"][value="lighting"]')).to_be_checked()
    expect(page.locator('textarea[name="Q3_text"]')).to_have_value("det jag skrev")


def test_an_answer_on_several_pages_goes_on_where_it_was_left(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/ut")
    begin(page)
    page.locator('input[name="out"][value="no"]').check()
    page.locator("main form button.button[value=next]").click()
    page.locator('textarea[name="why"]').fill("mörkt i tunneln")
    leave_and_come_back(page, f"{url}/ut")
    expect(page.locator('textarea[name="why"]')).to_have_value("mörkt i tunneln")
    page.locator("main form button.button[value=next]").click()
    expect(page.locator("#part-where")).to_be_visible()


def test_nothing_is_kept_unless_somebody_asks_for_it(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/trygg")
    page.locator('textarea[name="Q3_text"]').fill("det jag skrev")
    page.wait_for_timeout(700)
    assert page.evaluate(KEPT) == []


def test_forgetting_is_at_once_and_for_good(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/trygg")
    begin(page)
    page.locator('textarea[name="Q3_text"]').fill("det jag skrev")
    page.wait_for_timeout(700)
    assert page.evaluate(KEPT) == ["trygg"]
    page.locator("[data-keep-forget]").click()
    expect(page.locator("[data-keep-said]")).to_contain_text("Glömt.")
    page.locator('textarea[name="Q3_text"]').fill("mer")
    page.wait_for_timeout(700)
    assert page.evaluate(KEPT) == []


def test_what_has_been_sent_is_not_kept(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.goto(f"{url}/trygg")
    begin(page)
    page.locator('input[name="Q0"]').first.check()
    for row in ("Q1_a", "Q1_b"):
        page.locator(f'input[name="{row}"][value="very_safe"]').check()
    page.locator("main form button").last.click()
    expect(page.locator("#receipt")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT) == []


def test_after_a_day_it_is_gone(open_page: OpenPage, url: str) -> None:
    page = open_page(**PHONE)
    page.clock.install()
    page.goto(f"{url}/trygg")
    page.locator("[data-keep-begin]").click()
    page.clock.run_for(1000)
    expect(page.locator("[data-keep-said]")).to_contain_text("Sparat")
    page.clock.fast_forward(25 * 3600 * 1000)
    page.goto(f"{url}/trygg")
    expect(page.locator("[data-keep-begin]")).to_be_visible()
    expect(page.locator("[data-keep-resume]")).to_be_hidden()
