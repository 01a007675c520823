"""A reviewer at the keyboard: one journey through the queue, and its pages on phone and desk."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from dialog.review.waiting.views import save_view
from dialog.texts.models import Text
from dialog.texts.searching.actions import index_text
from tests.browsers import on_phone_and_desk
from tests.conftest import PASSWORD
from tests.review.factories import DAY, make_photo, make_report, make_text
from tests.servers import LiveServer

EMAIL = "maja@test.example"


@pytest.fixture
def ids(live_server: LiveServer) -> list[str]:
    """Three texts, the oldest first, and a report with a photo; the ids of the texts."""
    with live_server.sessions.begin() as session:
        by = add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer"]).id
        words = ("Ring 070-123 45 67 om lampan.", "الإنارة معطلة في الممر", "Karin såg mopederna vid tunneln.")
        texts = [make_text(session, one, received_on=DAY + timedelta(day)) for day, one in enumerate(words)]
        for text in texts:
            index_text(session, text)
        make_photo(session, make_report(session, received_on=DAY + timedelta(5)))
        save_view(session, name="Lampor", filters={"q": "lampan"}, shared=True, by=by)
        return [str(text.id) for text in texts]


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return page


def statuses(server: LiveServer, ids: list[str]) -> list[str]:
    with server.sessions() as session:
        found = {str(text.id): text for text in session.query(Text)}
        return [found[id].status for id in ids]


def press(page: Page, key: str) -> None:
    """Once the page listens."""
    expect(page.locator("[data-key-hints]")).to_be_visible()
    page.keyboard.press(key)


def test_a_reviewer_works_from_the_keyboard_alone(page: Page, live_server: LiveServer, ids: list[str]) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/?kind=text")
    press(page, "n")
    page.wait_for_url(f"**/texts/{ids[0]}?kind=text")
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("Accept")
    press(page, "a")
    press(page, "Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert statuses(live_server, ids) == ["new", "new", "new"]

    press(page, "m")
    expect(page.locator(".review-text .masked")).to_have_text("phone number")
    press(page, "a")
    page.wait_for_url(f"**/texts/{ids[1]}?kind=text")
    press(page, "x")
    page.wait_for_url(f"**/texts/{ids[2]}?kind=text")
    assert statuses(live_server, ids) == ["accepted", "set_aside", "new"]

    select_words(page, "mopederna")
    press(page, "m")
    expect(page.locator(".review-text .masked")).to_have_text("personal details")
    press(page, "u")
    expect(page.locator(".review-text")).to_contain_text("mopederna")
    press(page, "c")
    expect(page.locator("[data-code-search] input")).to_be_focused()
    page.locator("h1").click()
    press(page, "u")
    page.wait_for_url(f"**/texts/{ids[1]}?kind=text")
    assert statuses(live_server, ids) == ["accepted", "new", "new"]


def select_words(page: Page, words: str) -> None:
    """As with Shift and the arrows, or the mouse."""
    page.locator(".review-text").evaluate(
        """(text, words) => {
            const pieces = [...text.querySelectorAll("[data-start]")].map((piece) => piece.firstChild);
            const piece = pieces.find((one) => one.textContent.includes(words));
            const start = piece.textContent.indexOf(words);
            getSelection().setBaseAndExtent(piece, start, piece, start + words.length);
        }""",
        words,
    )


@on_phone_and_desk
def test_the_pages_of_the_queue_are_accessible_and_fit_the_window(
    page: Page, live_server: LiveServer, ids: list[str], axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    for address in ("/staff/", "/staff/?q=lampan&assigned=nobody&age=3", "/staff/?q=ingenting"):
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
    page.goto(f"{live_server.url}/staff/")
    page.get_by_role("button", name="Accept…").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Accept 4 of the queue")
    assert axe(page) == []
    page.get_by_role("button", name="Do it").click()
    page.get_by_role("button", name="Undo all of it").click()
    assert axe(page) == []
    page.goto(f"{live_server.url}/staff/texts/{ids[0]}")
    page.get_by_role("button", name="Take it").click()
    expect(page.get_by_text("You are working on this until")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
