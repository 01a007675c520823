"""The staff map and the pages of places in a real browser: drawn where script runs, a table where it does not."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dialog.accounts.actions import add_staff
from dialog.geography.points import Point
from dialog.places.coarsening.grid import cell_of
from tests.browsers import OpenPage, on_phone_and_desk
from tests.conftest import PASSWORD
from tests.review.factories import DAY, make_place, make_report
from tests.servers import LiveServer

EMAIL = "maja@test.example"
DRAWN = """() => {
  const canvas = document.querySelector("[data-map-canvas] canvas");
  if (!canvas) return false;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value > 0);
}"""


@pytest.fixture
def address(live_server: LiveServer) -> str:
    """Reports in two cells, some of them a published place; the address of that."""
    with live_server.sessions.begin() as session:
        add_staff(session, email=EMAIL, name="Maja Lind", password=PASSWORD, roles=["reviewer"])
        near, far = (cell_of(Point(59.05, lon)).coarse(1).point for lon in (15.05, 15.25))
        made = [make_report(session, lat=near.lat, lon=near.lon, within=500, received_on=DAY) for _ in range(3)]
        make_report(session, lat=far.lat, lon=far.lon, within=500, received_on=DAY)
        return f"/staff/places/{make_place(session, made).key}"


def sign_in(page: Page, server: LiveServer) -> Page:
    page.goto(f"{server.url}/staff/sign-in?lang=en")
    page.fill("[name=email]", EMAIL)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/staff/")
    return page


@on_phone_and_desk
def test_every_page_is_accessible_and_fits_the_window(
    page: Page, live_server: LiveServer, address: str, axe: Callable[[Page], list[str]]
) -> None:
    sign_in(page, live_server)
    for path in ("/staff/map", "/staff/places", address):
        page.goto(live_server.url + path)
        if path == "/staff/map":
            page.wait_for_function(DRAWN)
        assert axe(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_the_table_beside_the_map_follows_it(page: Page, live_server: LiveServer, address: str) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/map")
    expect(page.locator("[data-map-said]")).to_have_text("Reports on the map: 4.")
    rows = page.locator("[data-staff-map-table] tbody tr")
    expect(rows).to_have_count(2)
    page.locator("[data-map-canvas]").focus()
    for _ in range(3):
        page.keyboard.press("+")
        page.wait_for_timeout(400)
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(300)
    expect(rows).not_to_have_count(2)


def test_a_circle_says_how_many_reports_its_cell_holds(page: Page, live_server: LiveServer, address: str) -> None:
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/staff/map")
    page.wait_for_function(DRAWN)
    canvas = page.locator("[data-map-canvas]")
    box = canvas.bounding_box()
    assert box
    for step in range(8, 40):  # along the middle of the land, where the cells are
        page.mouse.click(box["x"] + box["width"] * step / 48, box["y"] + box["height"] / 2)
        if page.locator(".leaflet-popup").count():
            break
    expect(page.locator(".leaflet-popup")).to_contain_text("Reports: 3.")


def test_without_script_the_table_says_it_all(open_page: OpenPage, live_server: LiveServer, address: str) -> None:
    page = sign_in(open_page(java_script_enabled=False), live_server)
    page.goto(f"{live_server.url}/staff/map")
    expect(page.locator("[data-staff-map]")).to_be_hidden()
    expect(page.locator("[data-staff-map-table] tbody tr")).to_have_count(2)
    page.get_by_role("link", name="Norrby").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
