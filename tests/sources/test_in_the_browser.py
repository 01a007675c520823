"""An analyst registers a source on a narrow phone, sends a file, puts a column right and loads it."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dialog.accounts.actions import add_staff
from dialog.sources.actions import register_source
from dialog.sources.models import Source
from tests.browsers import OpenPage
from tests.factories import make_land
from tests.servers import LiveServer

PASSWORD = "correct horse battery staple"
SURVEY = """Trygghetsmätning 2024, index 0–6
Område;År;Fråga;Index;Undre gräns;Övre gräns;Antal svar
Norrby;2024;Klotter och skadegörelse på allmän plats;1,53;1,2;1,9;212
Söderby;2024;Ungdomsgäng som stör ordningen;2,75;2,1;3,3;198
Västerby;2024;Ungdomsgäng som stör ordningen;..;;;12
Riket;2024;Ungdomsgäng som stör ordningen;1,9;1,8;2;70000
"""


@pytest.fixture
def width() -> int:
    return 320


def test_a_safety_survey_is_registered_sent_and_loaded(
    live_server: LiveServer, open_page: OpenPage, axe, tmp_path: Path
) -> None:
    with live_server.sessions.begin() as session:
        make_land(session)
        add_staff(session, email="a@x.example", name="Anna Vik", password=PASSWORD, roles=["analyst"])
        police = register_source(session, name="Lägesbild", lane="police-assessment", on=date(2026, 11, 1)).id
    page = open_page()
    sign_in(page, f"{live_server.url}/analyst/sources/new")
    fits(page, axe)
    page.fill("#name", "Trygghetsmätning")
    page.select_option("#lane", "safety-survey")
    page.fill("#limits", "Inga barn under 16 år.")
    page.click("main form [type=submit]")
    page.click("a[href$='/file']")
    fits(page, axe)
    (tmp_path / "trygghet 2024.csv").write_text(SURVEY, encoding="cp1252")
    page.set_input_files("#file", tmp_path / "trygghet 2024.csv")
    page.click("main form [type=submit]")
    fits(page, axe)
    page.fill("#measure-3", "Problemindex 0–6")
    page.click("button[value=look]")
    assert page.input_value("#measure-3") == "Problemindex 0–6"
    page.click("button[value=load]")
    page.wait_for_url("**/analyst/sources/*")
    fits(page, axe)
    assert "1,53" in page.inner_text("main") and "Norrby" in page.inner_text("main")
    page.goto(f"{live_server.url}/analyst/sources")
    fits(page, axe)
    keep_words(page, f"{live_server.url}/analyst/sources/{police}", axe)
    with live_server.sessions() as session:
        assert session.query(Source).filter_by(lane="safety-survey").one().limits == "Inga barn under 16 år."


def keep_words(page: Page, address: str, axe) -> None:
    """Those in which something points to a person are not kept before it is out."""
    page.goto(f"{address}/words")
    page.fill("#heading", "Hösten 2026")
    page.fill("#words", "Försäljning vid torget, ring 070-174 06 05.")
    page.click("main form [type=submit]")
    fits(page, axe)  # with what was found
    page.fill("#words", "Försäljning vid torget.")
    page.click("main form [type=submit]")
    page.wait_for_url(address)
    fits(page, axe)


def sign_in(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#email", "a@x.example")
    page.fill("#password", PASSWORD)
    page.click("main form [type=submit]")
    page.wait_for_url(address)


def fits(page: Page, axe) -> None:
    """Nothing is wrong with the page, and nothing makes it wider than the phone."""
    assert axe(page) == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
