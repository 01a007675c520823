"""Telling of places inside a dialogue, in a real browser: pins, pages back and forth, an answer left and taken up."""

import gzip
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect
from sqlalchemy import select

from dialog.areas.models import Area
from dialog.places.models import ExactPoint, Report
from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Response
from dialog.texts.models import Text
from tests.browsers import OpenPage
from tests.factories import make_round
from tests.places.factories import make_name
from tests.places.maps import tap, told
from tests.servers import LiveServer
from tests.survey.spots import LED_TO, OUTINGS

PHONE = {"viewport": {"width": 360, "height": 740}}
LIGHTEST_LINE = 50 * 1024  # bytes, compressed: what a page and all that it fetches may weigh
PINNED = """() => Object.fromEntries([...document.querySelectorAll("main [data-map-lat]")]
    .filter((field) => field.value).map((field) => [field.name, field.value]))"""

KEPT_SINCE = """async ([name, since]) => {
  const kept = () => new Promise((done) => {
    const opening = indexedDB.open("dialog", 1);
    opening.onsuccess = () => {
      const asked = opening.result.transaction("kept").objectStore("kept").get(name);
      asked.onsuccess = () => { opening.result.close(); done(asked.result); };
    };
  });
  while ((await kept()).until - 24 * 3600 * 1000 < since) await new Promise(requestAnimationFrame);
}"""


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """A house whose dialogues ask for places: trygg on one page, ut on its second, led after an answer."""
    days: Any = {"opens_on": date.today(), "closes_on": date.today() + timedelta(days=20)}
    with live_server.sessions.begin() as session:
        make_round(session, **days)
        make_round(session, slug="ut", questionnaire=keep_questionnaire(session, OUTINGS), **days)
        make_round(session, slug="led", questionnaire=keep_questionnaire(session, LED_TO), **days)
        make_name(session, "Kvarngatan")
    return live_server.url


def press(page: Page, button: str) -> None:
    page.locator(f"main form button.button[value={button}]").click()


def to_places(page: Page, address: str) -> Locator:
    """The question for places of a dialogue on several pages, its map open."""
    page.goto(address)
    page.locator('input[name="out"][value="no"]').check()
    press(page, "next")
    expect(page.locator("#part-where")).to_be_focused()
    page.locator("[data-map-open]").click()
    expect(page.locator("[data-map-canvas]")).to_be_focused()
    return page.locator("[data-map-canvas]")


def pinned(page: Page) -> dict[str, str]:
    """The hidden fields of pins that hold a latitude."""
    found: dict[str, str] = page.evaluate(PINNED)
    return found


def pin(page: Page, canvas: Locator, across: float, down: float) -> None:
    """One more."""
    page.locator("[data-map-more] button").click()
    expect(canvas).to_be_focused()
    tap(canvas, across, down)


def finish(page: Page) -> None:
    for _ in range(2):
        at = page.locator("[name=page]").input_value()
        press(page, "next")
        expect(page.locator("[name=page]")).not_to_have_value(at)  # another page has come
    press(page, "send")
    expect(page.locator("#receipt")).to_be_visible()


def test_in_arabic_on_a_phone_two_pins_by_pointer_one_by_keyboard_one_removed(
    open_page: OpenPage, url: str, live_server: LiveServer, axe: Callable[[Page], list[str]]
) -> None:
    page = open_page(**PHONE, locale="ar")
    canvas = to_places(page, f"{url}/ar/dialogue/ut")
    tap(canvas, 0.2, 0.5)
    pin(page, canvas, 0.5, 0.5)
    page.locator("[data-map-more] button").press("Enter")
    page.keyboard.press("Enter")
    assert set(pinned(page)) == {"spots_1_lat", "spots_2_lat", "spots_3_lat"}
    assert [sentence.split()[1] for sentence in told(page)] == ["1", "2", "3"]
    page.locator("[data-map-places] button").nth(1).press("Enter")
    assert set(pinned(page)) == {"spots_1_lat", "spots_3_lat"}
    expect(canvas).to_be_focused()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#spots_2_words").fill("تحت الجسر")
    page.locator('[name="spots_3_feeling"][value="safe"]').check(force=True)
    finish(page)
    with live_server.sessions() as session:
        found = session.execute(select(Report, Area.code).outerjoin(Area).order_by(Report.placed_by)).all()
        assert sorted((one.placed_by, code, one.answers["feeling"]) for one, code in found if code) == [
            ("pin", "north", "unsafe"),
            ("pin", "south", "safe"),
        ]
        assert {one.response_id for one, _code in found} == set(session.scalars(select(Response.id)))
        assert len(found) == 3 and len(session.scalars(select(ExactPoint)).all()) == 2
        assert session.scalars(select(Text.original)).one() == "تحت الجسر"


def test_pages_back_and_forth_keep_pins_and_names(page: Page, url: str, live_server: LiveServer) -> None:
    canvas = to_places(page, f"{url}/sv/dialogue/ut")
    tap(canvas, 0.2, 0.5)
    pin(page, canvas, 0.5, 0.5)
    page.locator("[data-add-place] button").click()
    expect(page.locator("#spots_3_q")).to_be_focused()
    page.keyboard.type("kvarngtan")
    page.locator("#spots_3_q-found [role=option]").first.click()
    before = pinned(page)
    press(page, "next")
    expect(page.locator("#part-last")).to_be_focused()
    page.go_back()
    expect(page.locator(".map-pin")).to_have_count(2)
    assert pinned(page) == before
    page.locator("[data-map-places] button").first.click()
    press(page, "next")
    expect(page.locator("#part-last")).to_be_focused()
    press(page, "back")  # this page comes from the server, with a map of its own
    expect(page.locator(".map-pin")).to_have_count(1)
    assert pinned(page) == {"spots_2_lat": before["spots_2_lat"]}
    expect(page.locator("#spots_3_q")).to_have_value("Kvarngatan")
    finish(page)
    with live_server.sessions() as session:
        assert sorted(session.scalars(select(Report.placed_by))) == ["name", "pin"]


def test_a_question_that_an_answer_leads_to_has_a_map_at_once_and_keeps_its_pin(page: Page, url: str) -> None:
    page.goto(f"{url}/sv/dialogue/led")
    page.locator('input[name="out"][value="yes"]').check()
    page.locator("[data-map-open]").click()
    canvas = page.locator("[data-map-canvas]")
    expect(canvas).to_be_focused()
    tap(canvas, 0.2, 0.5)
    assert told(page) == ["Nålen står i Norrby."]
    before = pinned(page)
    page.locator('input[name="out"][value="no"]').check()
    assert pinned(page) == {}
    page.locator('input[name="out"][value="yes"]').check()
    assert pinned(page) == before != {}
    expect(page.locator(".map-pin")).to_be_visible()


@pytest.mark.parametrize("name", ["trygg", "ut"])
def test_an_answer_left_on_the_device_is_taken_up_with_its_pins_and_names(page: Page, url: str, name: str) -> None:
    address = f"{url}/sv/dialogue/{name}"
    page.goto(address)
    page.locator("[data-keep-begin]").click()
    expect(page.locator("[data-keep-said]")).not_to_be_empty()
    if name == "ut":
        page.locator('input[name="out"][value="no"]').check()
        press(page, "next")
    question = page.locator("[data-places]").first
    block = question.locator("[data-place]").first.get_attribute("id")
    assert block
    second = f"{block[:-1]}2"
    question.locator("[data-map-open]").click()
    expect(question.locator("[data-map-canvas]")).to_be_focused()
    tap(question.locator("[data-map-canvas]"), 0.2, 0.5)
    question.locator("[data-add-place] button").click()
    page.keyboard.type("kvarngtan")
    page.locator(f"#{second}_q-found [role=option]").first.click()
    before = pinned(page)
    page.evaluate(KEPT_SINCE, [name, page.evaluate("Date.now()")])
    page.goto("about:blank")
    page.goto(address)
    page.locator("[data-keep-resume]").click()
    expect(page.locator(".map-pin")).to_have_count(1)
    assert pinned(page) == before != {}
    expect(page.locator(f"#{second}_q")).to_be_visible()
    expect(page.locator(f"#{second} [data-search-chosen]")).to_be_visible()
    assert page.evaluate(f"new FormData(document.querySelector('main form')).get('{second}_named')")


def test_without_script_three_places_are_told_in_words_and_by_area(
    open_page: OpenPage, url: str, live_server: LiveServer
) -> None:
    page = open_page(**PHONE, java_script_enabled=False)
    page.goto(f"{url}/sv/dialogue/trygg")
    for name, value in (("Q0", "north"), ("Q1_a", "very_safe"), ("Q1_b", "very_safe")):
        page.locator(f'input[name="{name}"][value="{value}"]').check()
    expect(page.locator("[data-map]").first).to_be_hidden()
    page.locator("#Q4_1_words").fill("Bakom skolan")
    page.get_by_role("button", name="Lägg till en plats till").click()
    expect(page.locator("#Q4_2_area")).to_be_in_viewport()
    page.locator("#Q4_2_area").select_option("south")
    page.get_by_role("button", name="Lägg till en plats till").click()
    expect(page.locator("#Q4_1_words")).to_have_value("Bakom skolan")
    page.locator("#Q4_3_words").fill("Vid ån")
    page.locator("main form button").last.click()
    expect(page.locator("#receipt")).to_be_visible()
    with live_server.sessions() as session:
        assert sorted(session.scalars(select(Report.placed_by))) == ["area", "words", "words"]


def test_a_page_that_asks_for_places_is_light_and_asks_for_little(page: Page, url: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto(f"{url}/sv/dialogue/trygg", wait_until="networkidle")
    answered = [response for request in asked if (response := request.response())]
    assert len(asked) <= 6, [request.url for request in asked]
    assert sum(len(gzip.compress(response.body())) for response in answered) <= LIGHTEST_LINE
