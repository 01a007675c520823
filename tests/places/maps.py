"""The map of the report form, as tests use it in a browser."""

from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.factories import make_round
from tests.servers import LiveServer

PIN = ".map-pin"
PLACED = """() => Object.fromEntries(
    [...document.querySelectorAll("[name=lat], [name=lon], [name^=lat-], [name^=lon-], [name^=to_l]")]
        .filter((field) => field.value)
        .map((field) => [field.name, field.value]))"""


def open_round(server: LiveServer) -> None:
    with server.sessions.begin() as session:
        make_round(session, opens_on=date.today(), closes_on=date.today() + timedelta(days=20))


def open_map(page: Page, url: str, *, language: str = "sv", shape: str = "place") -> Locator:
    page.goto(f"{url}/{language}/report")
    page.locator(f'[name="shape"][value="{shape}"]').check(force=True)
    page.locator("[data-map-open]").click()
    canvas = page.locator("[data-map-canvas]")
    expect(canvas).to_be_visible()
    return canvas


def tap(canvas: Locator, across: float, down: float) -> None:
    """At a place of the map, 0 … 1 from its upper left corner."""
    box = canvas.bounding_box()
    assert box
    canvas.click(position={"x": box["width"] * across, "y": box["height"] * down})


def placed(page: Page) -> dict[str, str]:
    """The hidden fields that hold a number."""
    found: dict[str, str] = page.evaluate(PLACED)
    return found


def told(page: Page) -> list[str]:
    return page.locator("[data-map-sentence]").all_text_contents()
