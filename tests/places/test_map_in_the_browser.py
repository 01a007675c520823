"""Pointing at places on a map in a real browser: by tap, drag and keys, from where one is, and by name."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import OpenPage
from tests.places.maps import PIN, open_map, open_round, placed, tap, told
from tests.servers import LiveServer

NORRBY, SODERBY, SEA = (59.05, 15.05), (59.05, 15.15), (58.0, 12.0)


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a house with one open round and no base map."""
    open_round(live_server)
    return live_server.url


def test_a_tap_puts_the_pin_and_another_tap_moves_it(page: Page, url: str):
    canvas = open_map(page, url)
    tap(canvas, 0.2, 0.5)
    assert told(page) == ["Nålen står i Norrby."]
    first = placed(page)
    assert set(first) == {"lat", "lon"}
    assert all(len(number.split(".")[1]) == 4 for number in first.values())
    tap(canvas, 0.5, 0.5)
    assert told(page) == ["Nålen står i Söderby."]
    assert placed(page)["lon"] > first["lon"]
    expect(page.locator(PIN)).to_have_count(1)


def test_the_pin_can_be_dragged(page: Page, url: str):
    canvas = open_map(page, url)
    tap(canvas, 0.2, 0.5)
    before, box = placed(page), page.locator(PIN).bounding_box()
    assert box
    page.mouse.move(box["x"] + 16, box["y"] + 16)
    page.mouse.down()
    page.mouse.move(box["x"] + 136, box["y"] + 16, steps=5)
    page.mouse.up()
    expect(page.locator("[data-map-said]")).to_have_text("Nålen står i Söderby.")
    assert placed(page)["lon"] > before["lon"]


def test_the_keys_alone_put_move_and_remove_the_pin(page: Page, url: str):
    page.goto(f"{url}/sv/report")
    page.locator("[data-map-open]").press("Enter")
    expect(page.locator("[data-map-canvas]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(PIN)).to_have_count(1)
    before = placed(page)
    page.keyboard.press("Tab")
    expect(page.locator(PIN)).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    after = placed(page)
    assert after["lon"] > before["lon"]
    assert after["lat"] > before["lat"]
    page.locator("[data-map-places] button").press("Enter")
    expect(page.locator("[data-map-said]")).to_have_text("Nålen är borttagen.")
    expect(page.locator("[data-map-canvas]")).to_be_focused()
    assert placed(page) == {}


def test_several_places_are_pinned_named_in_words_and_removed(page: Page, url: str):
    canvas = open_map(page, url)
    more = page.locator("[data-map-more] button")
    tap(canvas, 0.2, 0.4)
    for across in (0.5, 0.6, 0.8, 0.85):
        more.click()
        expect(page.locator("[data-map-canvas]")).to_be_focused()
        tap(canvas, across, 0.6)
    expect(page.locator('[name="shape"][value="places"]')).to_be_checked()
    expect(page.locator(PIN)).to_have_count(5)
    expect(more).to_be_hidden()
    expect(page.locator("[data-map-full]")).to_be_visible()
    assert told(page)[:2] == ["Plats 1 är i Norrby.", "Plats 2 är i Söderby."]
    assert set(placed(page)) == {f"{axis}{end}" for axis in ("lat", "lon") for end in ("", "-2", "-3", "-4", "-5")}
    page.get_by_role("button", name="Ta bort plats 2").click()
    assert [sentence[:8] for sentence in told(page)] == ["Plats 1 ", "Plats 3 ", "Plats 4 ", "Plats 5 "]
    assert "lat-2" not in placed(page)
    more.click()
    tap(canvas, 0.25, 0.7)
    assert told(page)[1] == "Plats 2 är i Norrby."


def test_a_way_has_a_start_an_end_and_a_line_between(page: Page, url: str):
    canvas = open_map(page, url, shape="way")
    expect(page.locator("[data-map-said]")).to_have_text("Sätt en nål där vägen börjar.")
    tap(canvas, 0.2, 0.5)
    expect(page.locator("[data-map-said]")).to_have_text("Vägen börjar i Norrby. Sätt nu en nål där den slutar.")
    tap(canvas, 0.5, 0.5)
    assert told(page) == ["Vägen börjar i Norrby.", "Vägen slutar i Söderby."]
    assert set(placed(page)) == {"lat", "lon", "to_lat", "to_lon"}
    assert page.locator(".map-line").get_attribute("d") not in ("", "M0 0")
    end = placed(page)["to_lon"]
    page.locator(PIN).nth(1).focus()
    page.keyboard.press("ArrowRight")
    assert placed(page)["to_lon"] > end


def test_what_does_not_belong_to_the_shape_is_not_sent_and_comes_back_with_it(page: Page, url: str):
    canvas = open_map(page, url, shape="places")
    tap(canvas, 0.2, 0.4)
    page.locator("[data-map-more] button").click()
    tap(canvas, 0.5, 0.6)
    page.locator('[name="shape"][value="place"]').check(force=True)
    assert set(placed(page)) == {"lat", "lon"}
    expect(page.locator(PIN)).to_have_count(1)
    page.locator('[name="shape"][value="places"]').check(force=True)
    assert len(placed(page)) == 4
    expect(page.locator(PIN)).to_have_count(2)


@pytest.mark.parametrize(
    ("where", "says"),
    [(SODERBY, "Kartan visar var du är."), (SEA, "Du är utanför kartan.")],
    ids=["inside", "outside"],
)
def test_the_map_shows_where_i_am_when_i_ask_and_keeps_nothing(
    open_page: OpenPage, url: str, where: tuple[float, float], says: str
):
    here = {"latitude": where[0], "longitude": where[1]}
    page = open_page(permissions=["geolocation"], geolocation=here)
    canvas = open_map(page, url)
    page.locator("[data-map-locate]").click()
    expect(page.locator("[data-map-said]")).to_contain_text(says)
    assert placed(page) == {}
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    canvas.press("Enter")
    if where == SODERBY:
        assert (placed(page)["lat"][:5], placed(page)["lon"][:5]) == ("59.05", "15.15") or placed(page)[
            "lon"
        ] == "15.1500"
        assert told(page) == ["Nålen står i Söderby."]


def test_when_i_refuse_to_tell_where_i_am_the_map_says_what_else_to_do(open_page: OpenPage, url: str):
    page = open_page(permissions=[])
    open_map(page, url)
    page.locator("[data-map-locate]").click()
    expect(page.locator("[data-map-said]")).to_contain_text("Din webbläsare får inte berätta")


def test_nobody_is_asked_where_they_are_before_they_press(open_page: OpenPage, url: str):
    page = open_page(permissions=["geolocation"], geolocation={"latitude": 59.05, "longitude": 15.05})
    page.add_init_script("navigator.geolocation.getCurrentPosition = () => { window.asked = true; }")
    open_map(page, url)
    assert page.evaluate("window.asked") is None


def test_a_place_found_by_name_is_shown_and_not_pinned(page: Page, url: str):
    open_map(page, url)
    found = {"id": 1, "name": "Kvarngatan", "lat": NORRBY[0], "lon": NORRBY[1]}
    name = "detail => document.querySelector('main form').dispatchEvent(new CustomEvent('dialog:named', { detail }))"
    page.evaluate(name, found)
    expect(page.locator("[data-map-said]")).to_have_text("Kartan visar Kvarngatan.")
    expect(page.locator(".map-ring")).to_be_visible()
    assert placed(page) == {}
    page.evaluate(name, {"id": "", "name": "", "lat": "", "lon": ""})
    expect(page.locator(".map-ring")).to_have_count(0)


def test_a_place_found_before_the_map_is_opened_is_shown_on_it(page: Page, url: str):
    page.goto(f"{url}/sv/report")
    page.evaluate(
        "detail => document.querySelector('main form').dispatchEvent(new CustomEvent('dialog:named', { detail }))",
        {"id": 1, "name": "Kvarngatan", "lat": NORRBY[0], "lon": NORRBY[1]},
    )
    page.locator("[data-map-open]").click()
    expect(page.locator(".map-ring")).to_be_visible()


def test_a_map_that_can_not_be_fetched_says_so_and_can_be_tried_again(page: Page, url: str):
    page.route("**/areas.geojson", lambda route: route.fulfill(status=503))
    page.goto(f"{url}/sv/report")
    page.locator("[data-map-open]").click()
    expect(page.locator("[data-map-said]")).to_contain_text("Kartan kan inte visas just nu")
    page.unroute("**/areas.geojson")
    page.locator("[data-map-open]").click()
    expect(page.locator("[data-map-canvas]")).to_be_visible()


def test_without_script_the_page_shows_no_map(open_page: OpenPage, url: str):
    page = open_page(java_script_enabled=False)
    page.goto(f"{url}/sv/report")
    expect(page.locator("[data-map]")).to_be_hidden()
    expect(page.locator('textarea[name="words"]')).to_be_visible()
