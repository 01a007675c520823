"""What DIALOG_TILES may say, and the sentence when it says something else."""

from urllib.parse import parse_qs, urlsplit

import pytest

from dialog.config import BadSetting
from dialog.tiles.grid import Tile
from dialog.tiles.source import BadTiles, Wms, Xyz, read_source

WMS = "https://maps.example/wms?SERVICE=WMS&LAYERS=topo"


def test_without_a_setting_there_is_no_base_map():
    assert read_source("") is None
    assert read_source("  ") is None


def test_an_address_with_places_for_the_tile_is_filled_in():
    source = read_source("https://maps.example/tiles/{z}/{y}/{x}.png?key=secret")
    assert isinstance(source, Xyz)
    assert source.address_of(Tile(7, 70, 38)) == "https://maps.example/tiles/7/38/70.png?key=secret"
    assert not source.is_vector


def test_rows_may_be_counted_from_the_south():
    source = read_source("https://maps.example/{z}/{x}/{-y}.jpg")
    assert isinstance(source, Xyz)
    assert source.address_of(Tile(2, 1, 0)) == "https://maps.example/2/1/3.jpg"


@pytest.mark.parametrize("end", ["mvt", "pbf", "pbf?token=1"])
def test_vector_tiles_are_told_by_their_ending(end: str):
    source = read_source(f"https://maps.example/{{z}}/{{x}}/{{y}}.{end}")
    assert isinstance(source, Xyz)
    assert source.is_vector


@pytest.mark.parametrize(
    ("version", "reference"), [("1.3.0", "CRS"), ("1.1.1", "SRS"), ("", "CRS")], ids=["1.3.0", "1.1.1", "unsaid"]
)
def test_a_wms_is_asked_for_the_square_of_the_tile(version: str, reference: str):
    source = read_source(WMS + (f"&version={version}" if version else "") + "&bbox=1,2,3,4&token=abc")
    assert isinstance(source, Wms)
    asked = parse_qs(urlsplit(source.address_of(Tile(1, 1, 0))).query, keep_blank_values=True)
    assert asked == {
        "SERVICE": ["WMS"],
        "REQUEST": ["GetMap"],
        "VERSION": [version or "1.3.0"],
        "LAYERS": ["topo"],
        "STYLES": [""],
        "FORMAT": ["image/png"],
        reference: ["EPSG:3857"],
        "WIDTH": ["256"],
        "HEIGHT": ["256"],
        "TOKEN": ["abc"],
        "BBOX": ["0.0000,0.0000,20037508.3428,20037508.3428"],
    }


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("https://maps.example/tiles.png", "{z}, {x} and {y}"),
        ("https://maps.example/{z}/{x}.png", "{z}, {x} and {y}"),
        ("https://{s}.maps.example/{z}/{x}/{y}.png", "one server"),
        ("https://maps.example/{z}/{x}/{y}{r}.png", "{r}"),
        ("https://anna:secret@maps.example/{z}/{x}/{y}.png", "password"),
        ("https:///{z}/{x}/{y}.png", "https://"),
        ("https://maps.example:port/{z}/{x}/{y}.png", "https://"),
        ("ftp://maps.example/{z}/{x}/{y}.png", "https://"),
        ("file:///etc/{z}/{x}/{y}", "https://"),
        ("https://maps.example/{z}/{x}/{y}.png\r\nX: 1", "characters"),
        ("https://kartor.example/gatukartå/{z}/{x}/{y}.png", "per cent"),
        ("https://maps.example/wms?SERVICE=WMS", "LAYERS"),
        ("https://maps.example/wms?service=wms&layers=a&version=2.0", "VERSION=1.3.0"),
        ("/nowhere/town.pmtiles", "town.pmtiles"),
    ],
)
def test_what_can_not_be_used_is_answered_with_what_to_set(setting: str, says: str):
    with pytest.raises(BadTiles) as problem:
        read_source(setting)
    assert str(problem.value).startswith("DIALOG_TILES")
    assert says in str(problem.value)
    assert "secret" not in str(problem.value)
    assert isinstance(problem.value, BadSetting)
