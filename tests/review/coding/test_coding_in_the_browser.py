"""Coding in a real browser: from the keyboard, with what is selected, and accessibly."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from dialog.accounts.actions import add_staff
from dialog.accounts.models import Staff
from dialog.review.codebook.book import Guide
from dialog.review.codebook.editing import add_subcode
from dialog.review.coding.actions import add_code
from dialog.review.models import Coding
from tests.browsers import on_phone_and_desk
from tests.conftest import PASSWORD
from tests.review.codebook.publishing import published
from tests.review.factories import AT, make_staff, make_text
from tests.servers import LiveServer

EMAIL = "maja@test.example"
ORIGINAL = "🌃 Karin säger att lampan är trasig. Mopederna kör fort. Sätt upp en bom!"


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The page of a text with a smiley before everything, and a hidden name."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer", "admin"])
        text = make_text(session, ORIGINAL)
        text.masks = [{"start": 2, "end": 7, "label": "name"}]
        add_code(session, text, code="T9.lighting", stance="problem", by=make_staff(session, "Olle Berg"), at=AT)
        published(session, lambda book: add_subcode(book, "T1", {"sv": "Bommar", "en": "Barriers"}, Guide()))
        return f"{live_server.url}/staff/texts/{text.id}"


def sign_in(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")


def spans(server: LiveServer) -> set[tuple[str, str, str]]:
    with server.sessions() as session:
        mine = select(Coding).join(Staff, Staff.id == Coding.coder_id).where(Staff.email == EMAIL)
        return {(one.code, one.stance, ORIGINAL[one.start : one.end]) for one in session.scalars(mine)}


def test_a_stretch_is_coded_from_the_keyboard(page: Page, live_server: LiveServer, address: str) -> None:
    sign_in(page, live_server)
    page.goto(address)
    page.get_by_text("Mopederna kör fort").first.wait_for()
    page.evaluate(SELECT, ["lampan", "fort."])
    expect(page.locator("#code_words")).to_have_value("lampan är trasig. Mopederna kör fort.")
    page.keyboard.press("c")
    expect(page.locator("#code-search")).to_be_focused()
    page.keyboard.type("1sp")
    expect(page.get_by_label("Speeding")).to_be_visible()
    expect(page.get_by_label("Lighting")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Ticked: Speeding")).to_have_count(1)
    page.keyboard.type("barr")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(2)
    words = "lampan är trasig. Mopederna kör fort."
    assert spans(live_server) == {("T1.speeding", "problem", words), ("T1.barriers", "problem", words)}


SELECT = """([first, last]) => {
  const nodes = [];
  const walk = document.createTreeWalker(document.querySelector("[data-words]"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) nodes.push(walk.currentNode);
  const [from, to] = [first, last].map((words) => nodes.find((node) => node.data.includes(words)));
  const range = document.createRange();
  range.setStart(from, from.data.indexOf(first));
  range.setEnd(to, to.data.indexOf(last) + last.length);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def test_sentences_are_ticked_without_script(open_page, live_server: LiveServer, address: str) -> None:
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server)
    page.goto(address)
    page.get_by_text("Only some of the sentences").click()
    page.get_by_label("Mopederna kör fort.").check()
    page.get_by_label("Sätt upp en bom!").check()
    page.locator("summary", has_text="Traffic").click()
    page.get_by_label("Speeding").check()
    page.get_by_role("radio", name="Proposal").check()
    page.get_by_role("button", name="Add the codes").click()
    expect(page.locator(".chip")).to_contain_text("Speeding")
    assert spans(live_server) == {("T1.speeding", "proposal", "Mopederna kör fort. Sätt upp en bom!")}


@on_phone_and_desk
def test_every_page_about_codes_is_accessible_and_fits_the_window(
    page: Page, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]]
) -> None:
    with live_server.sessions.begin() as session:
        text_id = session.scalars(select(Coding.text_id)).first()
        me = session.scalars(select(Staff.id).where(Staff.email == EMAIL)).one()
        differing = make_text(session)
        for by, code in ((me, "T9"), (make_staff(session, "Ida Ek"), "T1")):
            add_code(session, differing, code=code, stance="problem", by=by, at=AT)
        differences = f"/staff/codes/differences/{differing.id}"
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/codes/agreement")
    page.get_by_label("Second coder", exact=True).select_option(label="Maja Lind")
    page.get_by_role("button", name="Draw texts").click()
    page.goto(f"{live_server.url}/admin/codebook")
    page.get_by_role("button", name="Begin the next version").click()
    again, draft = f"/staff/codes/samples/1/{text_id}", "/admin/codebook/draft"
    for path in (
        address.removeprefix(live_server.url), again, "/staff/codes", "/staff/codes/suggestions",
        "/staff/codes/agreement", "/staff/codes/differences", differences, "/admin/codebook", f"{draft}/codes",
        f"{draft}/codes/T9.lighting", f"{draft}/focuses", f"{draft}/publish", "/admin/codebook/versions/2",
    ):  # fmt: skip
        page.goto(live_server.url + path)
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
