"""An analyst registers a source, sends a real file, puts a column right, and releases a picture in which it stands."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.areas.models import Area
from dialog.sources.models import SourceFigure
from tests.browsers import OpenPage
from tests.conftest import PASSWORD
from tests.factories import make_round, square
from tests.picture.speaking import respond
from tests.servers import LiveServer

pytestmark = pytest.mark.sqlite
EMAIL = "ana@test.example"
SOURCE, LIMITS = "Anmälda brott i Dalarna", "Allt som sker anmäls inte."
FILE = "bra_kommunindikatorer_ntu_A.csv"
FINDING = "Stölder: anmälningar och oro"
FIGURES = 2640  # of reported crime; the file holds those of a survey too
BURGLARY = "Bostadsinbrott"
SIZES = {"Falun": "very_big", "Avesta": "none", "Mora": "small"}
VOICES = 32  # from each: enough to say something


@pytest.fixture
def analyst(live_server: LiveServer, open_page: OpenPage) -> Page:
    """Signed in, where three municipalities of a county have answered."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Ana Lyst", password=PASSWORD, roles=["analyst"])
        answer(session, county(session))
    page = open_page()
    page.goto(f"{live_server.url}/staff/sign-in")
    page.fill("#email", EMAIL)
    page.fill("#password", PASSWORD)
    page.click("main form [type=submit]")
    page.wait_for_url("**/analyst/")
    return page


def county(session: Session) -> Area:
    whole = Area(division="lan", code="20", kind="county", names={"sv": "Dalarnas län"}, outline=square(15, 60, 1))
    session.add(whole)
    session.flush()
    for place, name in enumerate(SIZES):
        within = {"parent_id": whole.id, "outline": square(15 + place / 10, 60)}
        session.add(Area(division="k", code=name, kind="municipality", names={"sv": name}, **within))
    session.flush()
    return whole


def answer(session: Session, area: Area) -> None:
    round = make_round(session, slug="dalarna", area_id=area.id, area_kind="municipality")
    for name, size in SIZES.items():
        respond(session, round, VOICES, area=name, answers={"Q1.b": "fairly_unsafe", "Q2.T6": size})


def test_a_source_is_registered_sent_put_right_drafted_found_in_and_released(
    analyst: Page, live_server: LiveServer, shared_data: Path
) -> None:
    register_and_send(analyst, live_server, shared_data / "crime" / FILE)
    put_right_and_load(analyst)
    with live_server.sessions() as session:
        kept = session.query(SourceFigure)
        assert (kept.count(), kept.filter_by(category=BURGLARY).count() > 0) == (FIGURES, True)
    draft(analyst, live_server)
    find(analyst)
    release(analyst)
    read(analyst, live_server)


def register_and_send(page: Page, server: LiveServer, file: Path) -> None:
    page.goto(f"{server.url}/analyst/sources/new")
    page.fill("#name", SOURCE)
    page.select_option("#lane", "reported-crime")
    page.fill("#publisher", "Brottsförebyggande rådet")
    page.fill("#limits", LIMITS)
    page.check("#published")
    page.click("main form [type=submit]")
    page.click("a[href$='/file']")
    page.set_input_files("#file", file)
    page.click("main form [type=submit]")
    page.wait_for_url("**/sources/files/*")


def put_right_and_load(page: Page) -> None:
    """The column of areas holds their names, not their codes."""
    expect(page.locator(".source-columns > li")).to_have_count(6)
    roles = [page.input_value(f"#role-{number}") for number in range(6)]
    assert roles == ["area", "measure", "period", "category", "value", "publisher"]
    page.select_option("#role-0", "area_name")
    page.click("button[value=look]")
    expect(page.locator("#role-0")).to_have_value("area_name")
    expect(page.locator("#publisher")).to_have_value("Anmälda brott")
    page.click("button[value=load]")
    page.wait_for_url("**/analyst/sources/*")


def draft(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/analyst/")
    page.locator("form[action$='/drafts'] button").click()
    expect(page.locator("#sources")).to_contain_text(SOURCE)
    expect(page.locator("#sources")).to_contain_text(LIMITS)
    expect(page.locator("#beside")).to_contain_text(BURGLARY)
    expect(page.locator("#beside")).to_contain_text("Falun")


def find(page: Page) -> None:
    """From what the dialogue and the source say of the same problem."""
    page.locator("main a[href$='/findings']").first.click()
    page.locator("main a[href*='proposal=agree'], main a[href*='proposal=differ']").first.click()
    page.fill("#title_sv", FINDING)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/analyst/findings/*")
    page.locator("main a[href$='/findings']").first.click()
    expect(page.locator("main ol > li")).to_contain_text(FINDING)


def release(page: Page) -> None:
    page.locator("main a[href*='/analyst/drafts/']").first.click()
    page.locator("main a[href$='/release']").click()
    page.locator("main form [type=submit]").click()
    page.wait_for_load_state()


def read(page: Page, server: LiveServer) -> None:
    """As somebody who is not signed in."""
    page.context.clear_cookies()
    page.goto(f"{server.url}/sv/pictures/1")
    expect(page.get_by_role("heading", name=FINDING)).to_be_visible()
    register = page.locator("#sources table")
    for told in (SOURCE, "Brottsförebyggande rådet", LIMITS):
        expect(register).to_contain_text(told)
    expect(page.locator("#beside")).to_contain_text(BURGLARY)
