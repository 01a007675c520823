"""From a draft to a document that everybody reads: in a real browser, without script, accessible on phone and desk."""

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from tests.browsers import OpenPage
from tests.conftest import PASSWORD, ROOT
from tests.factories import make_round
from tests.picture.speaking import draft, gather, respond, write
from tests.servers import LiveServer, environment_of

EMAIL = "ana@test.example"
WIDE = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def analyst(open_page: OpenPage, live_server: LiveServer) -> Page:
    """Somebody with a draft, in a browser without script."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst"])
        round = make_round(session)
        write(session, round, "Lampan är trasig", 40, cleared=True, answers={"Q2.T1": "very_big", "Q6": "often"})
        respond(session, round, 40, area="south", answers={"Q2.T1": "small"})
        respond(session, round, 12, area="west")
        gather(session, round, 12)
        draft(session, round)
    page = open_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    return page


def test_a_document_is_written_made_into_a_file_and_released(analyst: Page, live_server: LiveServer) -> None:
    analyst.goto(f"{live_server.url}/analyst/drafts/1/document?lang=en")
    analyst.get_by_role("link", name=re.compile("^Write ?: Text")).first.click()
    analyst.get_by_label("Svenska", exact=True).fill("Ljuset är **viktigast**.")
    analyst.get_by_role("button", name="Save the text").click()
    expect(analyst.get_by_text("Written in: Svenska")).to_be_visible()
    analyst.get_by_label("Version").select_option("short")
    analyst.get_by_role("button", name="Make DOCX").click()
    expect(analyst.get_by_text("Waiting")).to_be_visible()
    work = [sys.executable, "-m", "flask", "--app", "wsgi", "jobs", "run", "--until-empty"]
    subprocess.run(work, cwd=ROOT, env=os.environ | environment_of(live_server.instance), check=True)
    with analyst.expect_download(timeout=60_000) as fetched:
        analyst.get_by_role("link", name="Fetch the file").click(timeout=60_000)  # the page asks again by itself
    assert fetched.value.suggested_filename == "draft-1-internal-short-sv.docx"
    analyst.goto(f"{live_server.url}/analyst/drafts/1/release")
    analyst.get_by_role("button", name="Release it to everybody").click()
    analyst.goto(f"{live_server.url}/sv/pictures/1/short")
    expect(analyst.get_by_text("Ljuset är viktigast.")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_a_document_is_accessible(
    page: Page, analyst: Page, live_server: LiveServer, axe: Callable[[Page], list[str]], width: int
) -> None:
    page.context.add_cookies(analyst.context.cookies())  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    draft = "/analyst/drafts/1/document"
    for address in (draft, f"{draft}/blocks/b1", f"{draft}/preview?in=ar", f"{draft}/preview?in=sv&version=short"):
        page.goto(live_server.url + address)
        expect(page).to_have_url(live_server.url + address)
        assert axe(page) == [], address
        assert page.evaluate(WIDE), address
