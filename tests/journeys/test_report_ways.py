"""Saying where it is in a real browser, four equal ways: without script where it can be, and by keyboard alone."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from dialog.areas.models import Area
from dialog.places.models import ExactPoint, MeToo, Report
from dialog.texts.models import Text
from tests.browsers import OpenPage
from tests.factories import make_round
from tests.places.factories import make_name, make_place
from tests.servers import LiveServer

PHONE = {"viewport": {"width": 360, "height": 740}}
CODE = re.compile(r"^\d{4}( \d{4}){4}$")


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a report form, in a land with two names of spots and a published place."""
    with live_server.sessions.begin() as session:
        make_round(session, opens_on=date.today(), closes_on=date.today() + timedelta(days=20))
        make_name(session, "Kvarngatan")
        make_name(session, "Torggatan", lat=59.05, lon=15.15, area_id=None)
        make_place(session, "Gångvägen bakom skolan")
    return f"{live_server.url}/sv/report"


def told(server: LiveServer) -> list[tuple[str, str | None]]:
    """How each report was placed, and in which area: the first of a sending first."""
    rows = select(Report.placed_by, Area.code).outerjoin(Area, Area.id == Report.area_id)
    with server.sessions() as session:
        return [
            (placed, code)
            for placed, code in session.execute(rows.order_by(Report.part_of.is_not(None), Report.placed_by))
        ]


def texts(server: LiveServer) -> list[str]:
    with server.sessions() as session:
        return list(session.scalars(select(Text.original)))


def plain(open_page: OpenPage, url: str) -> Page:
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(url)
    page.locator('[name="feeling"][value="unsafe"]').check()
    return page


def send(page: Page) -> None:
    page.locator("main form button").last.click()
    expect(page.locator("#receipt")).to_have_text(CODE)


def finish_with_keys(page: Page) -> None:
    """From the first step on: how it feels, and send."""
    page.locator("[data-next]").press("Enter")
    expect(page.locator("#step-2")).to_be_focused()
    press_until(page, lambda: page.evaluate("document.activeElement.name") == "feeling")
    page.keyboard.press("Space")
    press_until(page, lambda: page.evaluate("'sendNow' in document.activeElement.dataset"))
    page.keyboard.press("Enter")
    expect(page.locator("#receipt")).to_have_text(CODE)


def press_until(page: Page, arrived: Callable[[], bool]) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if arrived():
            return
    raise AssertionError("Tab never came there")


def tab_to(page: Page, name: str) -> None:
    press_until(page, lambda: page.evaluate("document.activeElement.name") == name)


def test_without_script_a_name_is_searched_and_chosen(open_page: OpenPage, url: str, live_server: LiveServer) -> None:
    page = plain(open_page, url)
    page.locator("#q").fill("kvarngtan")
    page.locator("#q").press("Enter")
    page.get_by_role("radio", name="Kvarngatan").check()
    expect(page.locator('[name="feeling"][value="unsafe"]')).to_be_checked()
    send(page)
    assert told(live_server) == [("name", "north")]


def test_without_script_an_area_is_chosen(open_page: OpenPage, url: str, live_server: LiveServer) -> None:
    page = plain(open_page, url)
    page.get_by_label("Västerby").first.check()
    send(page)
    assert told(live_server) == [("area", "west")]


def test_without_script_a_place_is_described_in_words(open_page: OpenPage, url: str, live_server: LiveServer) -> None:
    page = plain(open_page, url)
    page.locator("#words").fill("Bakom biblioteket")
    send(page)
    assert (told(live_server), texts(live_server)) == ([("words", None)], ["Bakom biblioteket"])


def test_without_script_several_places_are_one_sending(open_page: OpenPage, url: str, live_server: LiveServer) -> None:
    page = plain(open_page, url)
    page.locator('[name="shape"][value="places"]').check(force=True)
    page.get_by_label("Norrby").first.check()
    page.locator("#area-2").select_option("south")
    page.locator('[value="add-place"]').click()
    expect(page.locator("#area-2")).to_have_value("south")
    page.locator("#words-3").fill("Vid ån")
    send(page)
    assert told(live_server) == [("area", "north"), ("area", "south"), ("words", None)]
    assert texts(live_server) == ["3. Vid ån"]


def test_without_script_the_way_between_two_places_is_told(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = plain(open_page, url)
    expect(page.locator("#to_q")).to_be_hidden()
    page.locator('[name="shape"][value="way"]').check(force=True)
    page.locator("#q").fill("Kvarngatan")
    page.locator("#to_q").fill("Torggatan")
    page.locator("#to_q").press("Enter")
    page.locator('[name="named"]').first.check()
    page.locator('[name="to_named"]').first.check()
    send(page)
    with live_server.sessions() as session:
        exact = session.scalars(select(ExactPoint)).one()
    assert (exact.lon, exact.to_lon, exact.landmark) == (15.05, 15.15, "Kvarngatan, Norrby → Torggatan")


def test_without_script_somebody_says_me_too_of_a_place_that_others_told_of(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = plain(open_page, url)
    page.get_by_label("Norrby").first.check()
    page.locator('[value="nearby"]').click()
    page.locator('[form="me-too"]').click()
    expect(page.locator(".notice")).to_be_visible()
    with live_server.sessions() as session:
        assert len(session.scalars(select(MeToo)).all()) == 1
    assert told(live_server) == []


def test_with_the_keyboard_alone_a_pin_is_put_and_moved(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    press_until(page, lambda: page.evaluate("'mapOpen' in document.activeElement.dataset"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-map-canvas]")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator("[data-map-places] li")).to_have_count(1)
    finish_with_keys(page)
    assert [placed for placed, _ in told(live_server)] == ["pin"]


def test_with_the_keyboard_alone_a_name_is_searched_and_chosen(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    tab_to(page, "q")
    page.keyboard.type("kvarngtan")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator('[name="named"]')).not_to_have_value("")
    expect(page.locator("#step-1")).to_be_visible()  # Enter chose, and did not lead on
    finish_with_keys(page)
    assert told(live_server) == [("name", "north")]


def test_with_the_keyboard_alone_an_area_is_chosen(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    tab_to(page, "area")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Söderby").first).to_be_checked()
    finish_with_keys(page)
    assert told(live_server) == [("area", "south")]


def test_with_the_keyboard_alone_a_place_is_described_in_words(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    tab_to(page, "words")
    page.keyboard.type("Bakom biblioteket")
    finish_with_keys(page)
    assert texts(live_server) == ["Bakom biblioteket"]


def test_with_script_one_more_place_needs_no_other_page(page: Page, url: str, live_server: LiveServer) -> None:
    page.goto(url)
    page.locator('[name="shape"][value="places"]').check(force=True)
    page.get_by_label("Norrby").first.check()
    for place in (3, 4, 5):
        expect(page.locator(f"#words-{place}")).to_be_hidden()
        page.locator('[value="add-place"]').press("Enter")
        expect(page.locator(f"#q-{place}")).to_be_focused()
    expect(page.locator('[value="add-place"]')).to_be_hidden()
    page.locator("#words-5").fill("Vid ån")
    finish_with_keys(page)
    assert told(live_server) == [("area", "north"), ("words", None)]


def test_with_script_places_that_others_told_of_are_offered_by_themselves(
    page: Page, url: str, live_server: LiveServer
) -> None:
    page.goto(url)
    expect(page.locator("[data-others]")).to_be_hidden()
    page.get_by_label("Söderby").first.check()
    page.wait_for_timeout(800)
    expect(page.locator("[data-others]")).to_be_hidden()
    page.get_by_label("Norrby").first.check()
    expect(page.locator("[data-others] b")).to_have_text("Gångvägen bakom skolan")
    page.locator("[data-others] button").press("Enter")
    expect(page.locator(".notice")).to_be_visible()
    with live_server.sessions() as session:
        assert len(session.scalars(select(MeToo)).all()) == 1
