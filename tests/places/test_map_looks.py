"""How maps look in a real browser: in every colour scheme, direction and width, without faults that axe finds."""

from collections.abc import Callable
from itertools import combinations

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import Page, expect

from dialog.web.headers import HEADERS
from tests.browsers import DESK, OpenPage
from tests.factories import square
from tests.places.maps import open_map, open_round, tap
from tests.servers import LiveServer

VIEW = """{% extends "base.html" %}{% from "components/map.html" import map_script, map_view %}
{% set heading = "Karta" %}
{% block content %}<h1>Karta</h1>
{{ map_view("/sv/found.geojson", "rows", "Karta", legend, areas="/sv/report/areas.geojson") }}
<table id="rows"><caption>Rader</caption><tr><th scope="col">Plats</th></tr><tr><td>Åtta röster</td></tr></table>
{% endblock %}
{% block scripts %}{{ map_script() }}{% endblock %}"""
NAMES = """() => [...document.querySelectorAll(".map-name span")].map((name) => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return [left, right, top, bottom];
})"""


@pytest.fixture
def url(live_server: LiveServer) -> str:
    """The address of a house with one open round and no base map."""
    open_round(live_server)
    return live_server.url


@pytest.mark.parametrize("width", [320, DESK])
@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_map_has_no_fault_that_axe_finds(
    page: Page, url: str, language: str, scheme: str, axe: Callable[[Page], list[str]]
):
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    canvas = open_map(page, url, language=language, shape="places")
    tap(canvas, 0.3, 0.5)
    page.locator("[data-map-more] button").click()
    tap(canvas, 0.6, 0.5)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320])
def test_names_do_not_lie_on_each_other(page: Page, url: str):
    page.emulate_media(reduced_motion="reduce")  # on their way from one zoom to the next they may
    open_map(page, url)
    expect(page.locator(".map-name span").first).to_be_visible()
    for _ in range(2):
        for one, other in combinations(page.evaluate(NAMES), 2):
            assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        page.locator(".leaflet-control-zoom-out").click()


def test_in_arabic_the_controls_stand_on_the_right_and_the_map_is_not_mirrored(page: Page, url: str):
    canvas = open_map(page, url, language="ar").bounding_box()
    zoom = page.locator(".leaflet-control-zoom").bounding_box()
    assert canvas
    assert zoom
    assert zoom["x"] > canvas["x"] + canvas["width"] / 2
    assert page.locator("[data-map-canvas]").get_attribute("dir") == "ltr"
    expect(page.locator(".leaflet-control-zoom-in")).to_have_attribute("aria-label", "تكبير")


@pytest.mark.parametrize("wish", ["dark", "contrast", "forced"])
def test_outlines_pin_and_controls_stand_out_in_every_colour_scheme(open_page: OpenPage, url: str, wish: str):
    wishes = {"dark": {"color_scheme": "dark"}, "contrast": {"contrast": "more"}, "forced": {"forced_colors": "active"}}
    page = open_page(**wishes[wish])
    tap(open_map(page, url), 0.3, 0.5)
    style = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    land = page.evaluate(style, [".map-area:not(.picked)", "fill"])
    for selector, name in (
        (".map-area:not(.picked)", "stroke"),
        (".map-area.picked", "stroke"),
        (".map-pin path", "fill"),
        (".map-name", "color"),
        (".leaflet-bar a", "color"),
    ):
        assert contrast(page.evaluate(style, [selector, name]), land) >= 3, f"{selector} {name}"


def contrast(one: str, other: str) -> float:
    """Of two colours as a browser computes them, rgb(r, g, b); WCAG 2."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_with_less_motion_the_map_does_not_slide(open_page: OpenPage, url: str):
    page = open_page(reduced_motion="reduce")
    open_map(page, url)
    page.locator(".leaflet-control-zoom-in").click()
    expect(page.locator(".leaflet-zoom-anim, .leaflet-pan-anim")).to_have_count(0)


@pytest.mark.parametrize("width", [320, DESK])
def test_a_map_to_look_at_has_spots_cells_a_legend_and_a_table_beside_it(
    page: Page, url: str, app: Flask, axe: Callable[[Page], list[str]]
):
    cell = {
        "type": "Feature",
        "properties": {"step": 4, "name": "<b>Åtta</b> röster"},
        "geometry": square(15.02, 59.02, 0.05),
    }
    spot = {"type": "Feature", "properties": {"count": 9}, "geometry": {"type": "Point", "coordinates": [15.2, 59.05]}}
    with app.test_request_context("/sv/"):
        whole = render_template_string(VIEW, legend=[("map-spot", "en plats"), ("map-cell-4", "många")])
    page.route(
        "**/sv/looked-at", lambda route: route.fulfill(body=whole, headers=HEADERS | {"Content-Type": "text/html"})
    )
    page.route("**/sv/found.geojson", lambda route: route.fulfill(json={"features": [cell, spot]}))
    page.goto(f"{url}/sv/looked-at")
    expect(page.locator(".map-spot").first).to_be_visible()
    page.locator(".map .map-cell-4").click()
    expect(page.locator(".leaflet-popup-content")).to_have_text("<b>Åtta</b> röster")
    expect(page.locator(".map-legend li")).to_have_text(["en plats", "många"])
    expect(page.get_by_role("link", name="Samma sak i en tabell")).to_have_attribute("href", "#rows")
    assert axe(page) == []
