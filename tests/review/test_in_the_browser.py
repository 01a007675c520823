"""Reviewing in a real browser: accessible on phone and desk, quicker with script, possible without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.review.actions import hide_words
from dialog.review.coding.actions import add_code
from dialog.texts.models import Text
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.review.factories import AT, make_exact_point, make_report, make_text
from tests.servers import LiveServer

EMAIL = "maja@test.example"
ORIGINAL = "Karin säger att mopederna kör på gångvägen. Ring 070-123 45 67 eller 011-12 34 56."


@pytest.fixture
def numbers(live_server: LiveServer) -> dict[str, str]:
    """A queue of two texts and a report; their ids."""
    with live_server.sessions.begin() as session:
        by = add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer"]).id
        text = _worked_on(session, by)
        other = make_text(session, "الإنارة معطلة", language="ar")
        report = make_report(session)
        make_exact_point(session, report)
        make_text(session, "Två lampor är trasiga.", report_id=report.id, question="what")
        return {"text": str(text.id), "other": str(other.id), "report": str(report.id)}


def _worked_on(session: Session, by: int) -> Text:
    text = make_text(session, ORIGINAL)
    hide_words(session, text, words="070-123 45 67", label="phone", by=by, at=AT)
    add_code(session, text, code="T1.reckless_driving", stance="problem", words="mopederna", by=by, at=AT)
    return text


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")
    return page


@on_phone_and_desk
def test_every_page_is_accessible_and_fits_the_window(
    page: Page, live_server: LiveServer, numbers: dict[str, str], axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    text, report = f"/staff/texts/{numbers['text']}", f"/staff/reports/{numbers['report']}"
    for address in ("/staff/", "/staff/?status=duplicate", text, f"{text}/duplicate", report, f"{report}/duplicate"):
        page.goto(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address


@on_phone_and_desk
def test_what_went_wrong_is_said_accessibly(
    page: Page, live_server: LiveServer, numbers: dict[str, str], axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/texts/{numbers['other']}")
    page.get_by_role("button", name="Accept and add the codes").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert axe(page) == []


def test_words_selected_in_the_text_go_to_the_field_for_words_to_hide(
    page: Page, live_server: LiveServer, numbers: dict[str, str]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/texts/{numbers['text']}")
    page.locator(".coded").dblclick(position={"x": 10, "y": 10})
    expect(page.locator("#words")).to_have_value("mopederna")
    expect(page.locator("#code_words")).to_have_value("mopederna")
    page.locator(".suspect").last.click(click_count=3)
    expect(page.locator("#words")).to_have_value(re.compile("^Karin säger .+ 011-12 34 56.$"))


def test_j_and_k_lead_through_the_queue_until_they_are_turned_off(
    page: Page, live_server: LiveServer, numbers: dict[str, str]
) -> None:
    sign_in(page, live_server)
    first = live_server.url + str(page.locator(".queue-item a").first.get_attribute("href"))
    page.goto(first)
    expect(page.locator("[data-key-hints]")).to_be_visible()
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != first)
    expect(page.locator("[data-key-hints]")).to_be_visible()
    page.keyboard.press("k")
    page.wait_for_url(first)
    page.get_by_role("button", name="Turn the keys off").click()
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    assert page.url == first


def test_letters_typed_into_a_field_stay_letters(page: Page, live_server: LiveServer, numbers: dict[str, str]) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/texts/{numbers['text']}")
    page.locator("#words").press_sequentially("jk")
    expect(page.locator("#words")).to_have_value("jk")


def test_the_codebook_can_be_searched_by_the_beginning_of_a_word(
    page: Page, live_server: LiveServer, numbers: dict[str, str]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/texts/{numbers['text']}")
    page.get_by_label("Beginning of a word").fill("light")
    expect(page.get_by_label("Lighting")).to_be_visible()
    expect(page.locator("[data-topic='2']")).to_be_hidden()


def test_a_text_is_masked_coded_and_accepted_without_script(
    open_page: OpenPage, live_server: LiveServer, numbers: dict[str, str]
) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.get_by_role("link", name="الإنارة معطلة").click()
    page.get_by_label("Words to hide").fill("الإنارة")
    page.get_by_label("They are a").select_option("other")
    page.get_by_role("button", name="Hide the words").click()
    expect(page.locator(".masked").first).to_have_text("personal details")
    page.locator("summary", has_text="Built environment").click()
    page.get_by_label("Lighting").check()
    page.get_by_role("radio", name="Problem").check()
    page.get_by_role("button", name="Accept and add the codes").click()
    expect(page.locator(".chip")).to_contain_text("Lighting")
    expect(page.get_by_text("Accepted", exact=True)).to_be_visible()
