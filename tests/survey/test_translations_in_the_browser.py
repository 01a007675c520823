"""Translating in a real browser: accessible on phone and desk, and possible without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from dialog.survey.actions import keep_questionnaire
from dialog.survey.editing import set_text
from dialog.survey.making.drafts import begin_draft, change_draft
from dialog.survey.making.queries import find_draft, read
from dialog.survey.translating.merging import Wish, merge, with_language
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.servers import LiveServer
from tests.survey.translations import AT, PARK, said

EMAIL = "sara@test.example"


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """The languages of a draft, of which another wording has been published."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Sara Ord", password=PASSWORD, roles=["facilitator"])
        keep_questionnaire(session, set_text(PARK, "parts", "sv", "Hur trivs du i parken?"))
        draft = begin_draft(session, with_language(PARK, "ar"), by=None, at=AT)
        return f"{live_server.url}/facilitator/questionnaires/{draft.id}/languages"


def sign_in(page: Page, server: LiveServer, language: str = "en") -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang={language}")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/facilitator/**")
    return page


def change(server: LiveServer, path: str, text: str) -> None:
    """By somebody else."""
    with server.sessions.begin() as session:
        draft = find_draft(session, 1)
        merged = merge(read(draft), "en", [Wish(path, text, "checked")])
        change_draft(session, draft, draft.revision, lambda _: merged.questionnaire, None, AT)


@pytest.mark.parametrize(("language", "width"), [("sv", 360), ("en", 1280)])
def test_every_page_is_accessible_and_fits_the_window(
    page: Page, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]], language: str
) -> None:
    sign_in(page, live_server, language)
    for rest in ("", "/en", "/ar", "/en?show=outdated", "/ar?show=outdated", "/import"):
        page.goto(address + rest)
        assert axe(page) == [], rest
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), rest


@on_phone_and_desk
def test_two_translators_of_one_text_are_told_without_script(
    open_page: OpenPage, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]]
) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.goto(f"{address}/en")
    page.get_by_label("English – Title").fill("This park")
    page.get_by_label("State – Title").select_option("checked")
    change(live_server, "title", "Our park")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Title").click()
    expect(page.locator("#text-title-theirs")).to_have_text("Our park")
    expect(page.get_by_label("English – Title")).to_have_value("This park")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("1 text is kept.")
    with live_server.sessions() as session:
        assert said(read(find_draft(session, 1)), "title") == "This park"


@on_phone_and_desk
def test_what_went_wrong_is_said_accessibly(
    page: Page, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    page.goto(f"{address}/en")
    page.get_by_label("English – Title").fill("This park")
    with page.expect_download() as download:
        page.get_by_role("link", name="Translate in a PO editor").click()
    change(live_server, "title", "Our park")
    page.get_by_role("button", name="Save", exact=True).click()
    assert axe(page) == []
    page.goto(f"{address}/import")
    page.get_by_role("button", name="Take in the file").click()
    expect(page.get_by_text("Choose a file.")).to_be_visible()
    assert axe(page) == []
    file = download.value.path()
    text = file.read_text().replace('"The park"', '"The parks"')
    page.set_input_files("#file", {"name": "en.po", "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Take in the file").click()
    expect(page.get_by_text("Not taken")).to_be_visible()
    assert axe(page) == []
