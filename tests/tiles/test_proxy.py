"""Tiles of another server: it learns nothing of who looks, and its troubles stay its own."""

import gzip
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from dialog.tiles import upstream as upstreams
from dialog.tiles.content import LARGEST
from dialog.tiles.grid import Tile
from dialog.tiles.proxy import FRESH, Proxy
from dialog.tiles.source import Xyz
from dialog.tiles.upstream import Unreachable
from tests.tiles.conftest import OpenHouse
from tests.tiles.test_archive import LAYER
from tests.tiles.upstreams import PNG, Upstream, png, running_upstream

ADDRESS = "/9/281/151"
RESIDENT = {
    "User-Agent": "Mozilla/5.0 (Phone)",
    "Referer": "https://dialog.example/sv/report",
    "Accept-Language": "ar",
    "Cookie": "who=anna",
    "X-Forwarded-For": "198.51.100.7",
}


def xyz(upstream: Upstream, end: str = "png") -> str:
    return f"{upstream.url}/{{z}}/{{x}}/{{y}}.{end}"


def grow_old(folder: Path, seconds: float = FRESH + 60) -> None:
    then = time.time() - seconds
    for path in folder.glob("tiles/*/*"):
        os.utime(path, (then, then))


def test_a_tile_is_fetched_once_and_then_comes_out_of_the_store(upstream: Upstream, house: OpenHouse):
    client = house(xyz(upstream))
    answers = [client.get(f"/tiles{ADDRESS}") for _ in range(3)]
    assert {(one.status_code, one.mimetype, one.data) for one in answers} == {(200, "image/png", PNG)}
    assert upstream.paths == [f"{ADDRESS}.png"]
    assert answers[0].headers["Cache-Control"] == "public, max-age=86400"


def test_another_process_finds_what_the_first_has_fetched(upstream: Upstream, house: OpenHouse):
    assert house(xyz(upstream)).get(f"/tiles{ADDRESS}").data == PNG
    assert house(xyz(upstream)).get(f"/tiles{ADDRESS}").data == PNG
    assert len(upstream.paths) == 1


def test_another_source_has_other_tiles(upstream: Upstream, house: OpenHouse):
    house(xyz(upstream)).get(f"/tiles{ADDRESS}")
    house(xyz(upstream) + "?style=dark").get(f"/tiles{ADDRESS}")
    assert len(upstream.paths) == 2


def test_the_server_learns_nothing_of_the_resident(upstream: Upstream, house: OpenHouse):
    house(xyz(upstream)).get(f"/tiles{ADDRESS}?q=1", headers=RESIDENT)
    [headers] = upstream.headers
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert headers["User-Agent"] == "Dialog"
    assert upstream.paths == [f"{ADDRESS}.png"]


def test_a_wms_is_asked_for_the_square_of_the_tile(upstream: Upstream, house: OpenHouse):
    client = house(f"{upstream.url}/wms?service=WMS&layers=topo&version=1.1.1")
    assert client.get("/tiles/1/1/0").data == PNG
    assert upstream.paths[0].startswith("/wms?SERVICE=WMS&REQUEST=GetMap&VERSION=1.1.1&")
    assert upstream.paths[0].endswith("BBOX=0.0000,0.0000,20037508.3428,20037508.3428")


def test_a_wms_that_complains_in_xml_gives_no_tile(upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda _: (200, {"Content-Type": "text/xml"}, b"<?xml version='1.0'?><ServiceException/>")
    assert house(f"{upstream.url}/wms?service=WMS&layers=topo").get("/tiles/1/1/0").status_code == 502


@pytest.mark.parametrize("address", ["/tiles/20/0/0", "/tiles/3/8/0", "/tiles/3/0/8", "/tiles/999999999/0/0"])
def test_a_tile_outside_the_world_is_not_asked_for(address: str, upstream: Upstream, house: OpenHouse):
    answer = house(xyz(upstream)).get(address)
    assert (answer.status_code, answer.data) == (404, b"")
    assert upstream.paths == []


@pytest.mark.parametrize("rest", ["/../../secret", "/http://evil.example/1", "/1?url=http://evil.example", "/%2e%2e"])
def test_nobody_can_make_us_ask_for_something_else(rest: str, upstream: Upstream, house: OpenHouse):
    house(xyz(upstream)).get(f"/tiles/1/1{rest}")
    assert set(upstream.paths) <= {"/1/1/1.png"}


def test_pages_of_others_get_no_tiles(upstream: Upstream, house: OpenHouse):
    client = house(xyz(upstream))
    assert client.get(f"/tiles{ADDRESS}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert upstream.paths == []
    assert client.get(f"/tiles{ADDRESS}").headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_redirect_to_another_server_is_not_followed(upstream: Upstream, house: OpenHouse):
    with running_upstream() as other:
        upstream.answer = lambda _: (302, {"Location": f"{other.url}/secret.png"}, b"")
        assert house(xyz(upstream)).get(f"/tiles{ADDRESS}").status_code == 502
        assert other.paths == []


def test_a_redirect_within_the_server_is_followed(upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda asked: (200, {}, PNG) if "moved" in asked.path else (302, {"Location": "/moved.png"}, b"")
    assert house(xyz(upstream)).get(f"/tiles{ADDRESS}").data == PNG
    assert upstream.headers[1]["User-Agent"] == "Dialog"


@pytest.mark.parametrize(
    "body",
    [
        b"<script>alert(1)</script>",
        b"GIF89a",
        b"<svg/>",
        LAYER,
        b"",
        PNG + bytes(LARGEST),
    ],
    ids=["html", "gif", "svg", "vectors", "nothing", "too large"],
)
def test_only_images_of_a_sensible_size_are_passed_on(body: bytes, upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda _: (200, {"Content-Type": "image/png"}, body)
    answer = house(xyz(upstream)).get(f"/tiles{ADDRESS}")
    assert (answer.status_code, answer.data) == (502, b"")


@pytest.mark.parametrize("body", [LAYER, gzip.compress(LAYER)], ids=["plain", "packed"])
def test_vector_tiles_are_passed_on_where_vectors_were_promised(body: bytes, upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda _: (200, {}, body)
    client = house(xyz(upstream, "mvt"))
    assert client.get(f"/tiles{ADDRESS}", headers={"Accept-Encoding": "identity"}).data == LAYER
    upstream.answer = lambda _: (200, {}, PNG)
    assert client.get("/tiles/9/0/0").status_code == 502


def test_where_the_server_has_no_tile_it_is_not_asked_again(upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda _: (404, {}, b"no")
    client = house(xyz(upstream))
    answers = [client.get(f"/tiles{ADDRESS}") for _ in range(2)]
    assert {(one.status_code, one.data) for one in answers} == {(404, b"")}
    assert len(upstream.paths) == 1


def test_after_a_month_the_server_is_asked_whether_the_tile_is_the_same(
    upstream: Upstream, house: OpenHouse, tmp_path: Path
):
    upstream.answer = lambda asked: (304, {}, b"") if asked.headers["If-None-Match"] else (200, {"ETag": '"a"'}, PNG)
    client = house(xyz(upstream))
    client.get(f"/tiles{ADDRESS}")
    grow_old(tmp_path)
    assert [client.get(f"/tiles{ADDRESS}").data for _ in range(2)] == [PNG, PNG]
    assert [headers.get("If-None-Match") for headers in upstream.headers] == [None, '"a"']


def test_a_tile_that_has_changed_is_fetched_anew(upstream: Upstream, house: OpenHouse, tmp_path: Path):
    client = house(xyz(upstream))
    client.get(f"/tiles{ADDRESS}")
    grow_old(tmp_path)
    upstream.answer = lambda _: (200, {}, png("black"))
    assert client.get(f"/tiles{ADDRESS}").data == png("black")


def test_an_old_tile_is_better_than_none_while_the_server_fails(upstream: Upstream, house: OpenHouse, tmp_path: Path):
    client = house(xyz(upstream))
    client.get(f"/tiles{ADDRESS}")
    grow_old(tmp_path)
    upstream.answer = lambda _: (500, {}, b"")
    assert client.get(f"/tiles{ADDRESS}").data == PNG


def test_a_server_that_is_away_gives_no_tile_and_is_left_alone(upstream: Upstream, house: OpenHouse):
    upstream.answer = lambda _: (503, {}, b"")
    client = house(xyz(upstream))
    answers = [client.get(f"/tiles/9/{x}/151") for x in range(10)]
    assert {(one.status_code, one.data) for one in answers} == {(502, b"")}
    assert len(upstream.paths) == upstreams.TRIES


def test_after_its_rest_the_server_is_tried_again(upstream: Upstream, tmp_path: Path):
    now = [0.0]
    asking = upstreams.Upstream(Xyz(xyz(upstream)), clock=lambda: now[0])
    upstream.answer = lambda _: (503, {}, b"")
    for _ in range(upstreams.TRIES):
        with pytest.raises(Unreachable):
            asking.ask(Tile(1, 0, 0))
    upstream.answer = lambda _: (200, {}, PNG)
    with pytest.raises(Unreachable):
        asking.ask(Tile(1, 0, 0))
    now[0] += upstreams.REST
    assert asking.ask(Tile(1, 0, 0)) == upstreams.Answer(PNG)


def test_a_server_that_answers_too_slowly_is_not_waited_for(
    upstream: Upstream, house: OpenHouse, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(upstreams, "PATIENCE", 0.05)
    go_on, answered = Event(), Event()

    def answer(_: object) -> tuple[int, dict[str, str], bytes]:
        go_on.wait(60)
        answered.set()
        return 200, {}, PNG

    upstream.answer = answer
    assert house(xyz(upstream)).get(f"/tiles{ADDRESS}").status_code == 502
    assert not answered.is_set()
    go_on.set()


def test_whoever_asks_for_a_tile_at_the_same_time_waits_for_one_fetch(upstream: Upstream, tmp_path: Path):
    go_on = Event()
    upstream.answer = lambda _: (go_on.wait(5), (200, {}, PNG))[1]
    proxy = Proxy(Xyz(xyz(upstream)), tmp_path)
    with ThreadPoolExecutor(8) as people:
        waiting = [people.submit(proxy.get, Tile(3, 1, 1)) for _ in range(8)]
        time.sleep(0.2)
        go_on.set()
        assert {one.result() for one in waiting} == {PNG}
    assert len(upstream.paths) == 1


def test_a_full_disk_costs_no_tile(upstream: Upstream, tmp_path: Path):
    (tmp_path / "tiles").write_text("a file where the folder should be")
    proxy = Proxy(Xyz(xyz(upstream)), tmp_path / "tiles")
    assert [proxy.get(Tile(3, 1, 1)) for _ in range(2)] == [PNG, PNG]


def test_without_a_base_map_there_are_no_tiles(house: OpenHouse):
    answer = house("").get("/tiles/0/0/0")
    assert (answer.status_code, answer.data) == (404, b"")
