"""The base map in a real browser: drawn from tiles that nobody else is asked for."""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browsers import OpenPage
from tests.databases import migrate
from tests.folders import quick_folder
from tests.places.maps import open_map, open_round, tap, told
from tests.servers import DATABASE, serving
from tests.tiles.upstreams import Upstream, png, running_upstream
from tests.tiles.vectors import LINE, POLYGON, vector_tile

TOWN = vector_tile(
    {
        "water": (POLYGON, [(0, 0), (4096, 0), (4096, 4096), (0, 4096)], "Sjön"),
        "roads": (LINE, [(0, 2000), (4096, 2000)], "Storgatan"),
    }
)


@contextmanager
def with_base_map(end: str = "png") -> Iterator[tuple[str, Upstream]]:
    """A house whose tiles come from a server inside the test."""
    with ExitStack() as until_the_end:
        upstream = until_the_end.enter_context(running_upstream())
        folder: Path = until_the_end.enter_context(quick_folder())
        migrate(f"sqlite:///{folder / DATABASE}")
        tiles = f"{upstream.url}/{{z}}/{{x}}/{{y}}.{end}"
        server = until_the_end.enter_context(serving(folder, DIALOG_TILES=tiles, DIALOG_TILES_CREDIT="© Provby <b>"))
        open_round(server)
        yield server.url, upstream


def test_no_request_leaves_the_house(page: Page):
    with with_base_map() as (url, upstream):
        hosts, tiles = set(), []
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.on("response", lambda answer: tiles.append(answer.status) if "/tiles/" in answer.url else None)
        canvas = open_map(page, url)
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
        tap(canvas, 0.3, 0.5)
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_load_state("networkidle")
        assert hosts == {urlsplit(url).netloc}
        assert tiles
        assert set(tiles) == {200}
        assert {headers["User-Agent"] for headers in upstream.headers} == {"Dialog"}
        assert not any({"Referer", "Cookie", "Accept-Language"} & set(headers) for headers in upstream.headers)
        assert page.locator(".leaflet-control-attribution").inner_text() == "© Provby <b>"
        assert page.evaluate("typeof protomapsL") == "undefined"


def test_the_map_can_be_used_while_its_tiles_fail(page: Page):
    with with_base_map() as (url, upstream):
        upstream.answer = lambda _: (503, {}, b"")
        canvas = open_map(page, url)
        tap(canvas, 0.2, 0.5)
        assert told(page) == ["Nålen står i Norrby."]
        expect(page.locator(".map-name span").first).to_be_visible()


def test_vector_tiles_are_drawn_in_the_colours_of_the_page(page: Page):
    with with_base_map("mvt") as (url, upstream):
        upstream.answer = lambda _: (200, {}, gzip.compress(TOWN))
        open_map(page, url)
        expect(page.locator("canvas.leaflet-tile-loaded").first).to_be_visible()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            expect(page.locator("canvas.leaflet-tile-loaded").first).to_be_visible()
            water = page.evaluate("getComputedStyle(document.querySelector('.map')).getPropertyValue('--map-water')")
            expect_drawn(page, water)


def expect_drawn(page: Page, colour: str) -> None:
    """Some pixel of the base map has the colour, #rrggbb."""
    wanted = [int(colour.strip()[start : start + 2], 16) for start in (1, 3, 5)]
    pixels = """wanted => [...document.querySelectorAll('canvas.leaflet-tile')].some((tile) => {
        if (!tile.width) return false;
        const { data } = tile.getContext('2d').getImageData(tile.width / 2, tile.height / 4, 1, 1);
        return wanted.every((part, index) => Math.abs(part - data[index]) < 3);
    })"""
    page.wait_for_timeout(100)
    for _ in range(50):
        if page.evaluate(pixels, wanted):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{colour} is nowhere on the map")


def test_raster_tiles_are_dimmed_in_the_dark(open_page: OpenPage):
    with with_base_map() as (url, upstream):
        upstream.answer = lambda _: (200, {}, png("white"))
        page = open_page(color_scheme="dark")
        open_map(page, url)
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
        assert "brightness(0.4)" in page.evaluate(
            "getComputedStyle(document.querySelector('.leaflet-tile-pane')).filter"
        )
