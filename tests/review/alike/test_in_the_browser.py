"""Bursts and what is alike in a real browser: accessible on phone and desk."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from tests.browsers import on_phone_and_desk
from tests.conftest import PASSWORD
from tests.review.alike.sayings import ANOTHER, PETITION, PETITION_AGAIN
from tests.review.factories import DAY, make_response, make_text
from tests.servers import LiveServer

EMAIL = "maja@test.example"
MANY = {f"Q{number}": "yes" for number in range(9)}


@pytest.fixture
def burst(live_server: LiveServer) -> LiveServer:
    """One voice a day, and on one day a dozen more that say the same."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer"])
        for day in range(12):
            write(session, f"{ANOTHER} {day}", day, {"Q1.a": "very_safe"})
            write(session, PETITION if day % 2 else PETITION_AGAIN, 8, MANY)
    return live_server


def write(session: Session, words: str, day: int, answers: dict[str, str]) -> None:
    on = DAY + timedelta(days=day)
    response = make_response(session, received_on=on, answers=answers)
    make_text(session, words, received_on=on, response_id=response.id)


def sign_in(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")


@on_phone_and_desk
def test_a_burst_is_found_looked_at_set_aside_and_restored_accessibly(
    page: Page, burst: LiveServer, axe: Callable[[Page], list[str]]
) -> None:
    def look() -> None:
        assert axe(page) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url

    sign_in(page, burst)
    page.goto(f"{burst.url}/staff/bursts")
    page.get_by_role("button", name="Compare them now").click()
    look()
    page.locator("a[href*='/staff/bursts/texts?']").click()
    look()
    page.get_by_role("link", name="Set all of them aside as spam").click()
    look()
    page.get_by_role("button", name="Set all 12 voices aside").click()
    look()
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.get_by_text("undone", exact=True)).to_be_visible()
    page.goto(f"{burst.url}/staff/alike")
    look()
    page.locator("a[href*='/staff/alike/texts/']").first.click()
    look()
    page.get_by_role("button", name="Keep them together").click()
    expect(page.get_by_role("heading", name="12 that are kept together")).to_be_visible()
    look()
