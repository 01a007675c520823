"""A colleague answers on a telephone: the phrase, the questions, the receipt."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browsers import PHONE
from tests.factories import PHRASE, make_staff_round
from tests.servers import LiveServer


def test_a_colleague_comes_in_with_the_phrase_and_answers(
    page: Page, live_server: LiveServer, axe: Callable[[Page], list[str]]
) -> None:
    with live_server.sessions.begin() as session:
        make_staff_round(session)
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(f"{live_server.url}/sv/colleagues/kollegor")
    page.locator("#phrase").fill("gröna hästar")
    page.keyboard.press("Enter")
    expect(page.locator('[role="alert"] a')).to_have_attribute("href", "#phrase")
    page.locator("#phrase").fill(PHRASE.upper())
    page.keyboard.press("Enter")
    page.check('input[name="S1"][value="care"]', force=True)
    page.check('input[name="S2_T9"][value="very_big"]', force=True)
    page.locator("#S3_text").fill("Mörkt vid entrén.")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.locator("form button.button-main").click()
    expect(page.locator("#receipt")).to_be_visible()
    assert axe(page) == []
    assert page.context.cookies() == [] and "havregryn" not in page.content()
