"""Which coordinates a map is in: stated, told, or found by its numbers."""

from typing import Any

import numpy
import pytest
import shapely
from pyproj import Transformer

from dialog.geography.projections import Projection, UnknownProjection, canonical, find_projection, to_wgs84
from dialog.geography.surfaces import km2
from dialog.geography.sweden import sweden

LUND = shapely.box(13.0, 55.6, 13.5, 55.8)
LINKOPING = shapely.box(15.3, 58.2, 16.0, 58.6)
SWEDISH = ["EPSG:4326", "EPSG:3006", "EPSG:3021", "EPSG:3857"]


def marks(region: Any, crs: str, *, swapped: bool = False) -> Any:
    """A grid of points in the region, in the coordinates of the projection."""
    west, south, east, north = region.bounds
    lon, lat = (grid.ravel() for grid in numpy.meshgrid(numpy.linspace(west, east, 6), numpy.linspace(south, north, 6)))
    x, y = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(lon, lat)
    return numpy.column_stack((y, x) if swapped else (x, y))


@pytest.mark.parametrize("crs", SWEDISH)
@pytest.mark.parametrize("swapped", [False, True])
def test_what_nobody_states_is_found_by_the_coordinates(crs, swapped):
    found = find_projection(marks(LINKOPING, crs, swapped=swapped))
    assert (found.crs, found.swapped) == (crs, swapped)
    assert "does not say its projection" in found.assumed("map.shp")


@pytest.mark.parametrize("crs", SWEDISH)
@pytest.mark.parametrize("stated", ["EPSG:4326", "EPSG:3006", "EPSG:3021"])
def test_what_contradicts_the_coordinates_is_not_believed_and_said(crs, stated):
    found = find_projection(marks(LINKOPING, crs), stated=stated)
    assert (found.crs, found.swapped) == (crs, False)
    said = found.assumed("map.shp")
    assert (said == "") == (crs == stated)
    if said:
        assert stated in said and crs in said


def test_what_fits_is_believed():
    for number in (3006, *range(3007, 3019), 3021):
        lon = {3007: 12, 3018: 23.25}.get(number, 15.5)
        region = shapely.box(lon - 0.2, 60.5 if number != 3018 else 66, lon + 0.2, 60.8 if number != 3018 else 66.3)
        if shapely.intersects(sweden(), region):
            assert find_projection(marks(region, f"EPSG:{number}"), stated=f"EPSG:{number}").crs == f"EPSG:{number}"


def test_between_local_zones_the_person_must_say_which():
    unsaid = marks(LINKOPING, "EPSG:3009")
    with pytest.raises(UnknownProjection, match=r"SWEREF 99 15 00 \(EPSG:3009\).*--projection"):
        find_projection(unsaid)
    assert find_projection(unsaid, told="3009").crs == "EPSG:3009"


def test_a_zone_in_the_name_of_the_file_decides():
    unsaid = marks(LUND, "EPSG:3008")
    assert find_projection(unsaid, hints="delomr_p_3008").crs == "EPSG:3008"
    assert find_projection(unsaid, hints="omraden sweref99_1330").crs == "EPSG:3008"


def test_a_file_that_states_one_zone_and_is_named_after_another_is_asked_about():
    with pytest.raises(UnknownProjection, match="speak of"):
        find_projection(marks(LINKOPING, "EPSG:3009"), stated="EPSG:3010", hints="karta_3009")


def test_a_zone_is_found_by_where_areas_are_expected():
    for stated in ("", "EPSG:3007", "EPSG:3006"):
        found = find_projection(marks(LINKOPING, "EPSG:3009"), stated=stated or None, home=LINKOPING)
        assert found.crs == "EPSG:3009"
        assert found.assumed("x")


def test_a_map_of_the_whole_country_need_not_lie_at_home():
    found = find_projection(marks(shapely.box(13, 57, 15, 66), "EPSG:3006"), stated="EPSG:3006", home=LUND)
    assert (found.crs, found.assumed("x")) == ("EPSG:3006", "")


def test_a_map_of_another_country_that_says_what_it_is_in_is_believed():
    helsinki = shapely.box(24.8, 60.1, 25.1, 60.3)
    assert find_projection(marks(helsinki, "EPSG:3067"), stated="EPSG:3067").crs == "EPSG:3067"
    assert find_projection(marks(helsinki, "EPSG:4326"), stated="EPSG:4326").crs == "EPSG:4326"
    assert find_projection(marks(helsinki, "EPSG:4326")).crs == "EPSG:4326"


def test_numbers_that_mean_nothing_are_refused():
    for stated in (None, "EPSG:3006"):
        with pytest.raises(UnknownProjection, match="--projection"):
            find_projection(numpy.array([[1e9, 1e9], [2e9, 1e9]]), stated=stated)
    with pytest.raises(UnknownProjection, match="no projection"):
        find_projection(marks(LUND, "EPSG:3006"), told="EPSG:99999")


def test_what_the_person_says_goes_before_what_the_file_says():
    found = find_projection(marks(LUND, "EPSG:3006"), stated="EPSG:4326", told="EPSG:3006")
    assert (found.crs, found.described) == ("EPSG:3006", "SWEREF 99 TM (EPSG:3006), as told")


def test_swapped_axes_are_seen_even_when_the_projection_is_told():
    found = find_projection(marks(LUND, "EPSG:3006", swapped=True), told="EPSG:3006")
    assert found.swapped and "north before east" in found.assumed("x")


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
        ("urn:ogc:def:crs:EPSG::3006", "EPSG:3006"),
        (
            'PROJCS["SWEREF99_13_30",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99",SPHEROID["GRS_1980",6378137,298.257222101]],'
            'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
            'PARAMETER["False_Easting",150000],PARAMETER["False_Northing",0],PARAMETER["Central_Meridian",13.5],'
            'PARAMETER["Scale_Factor",1],PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]',
            "EPSG:3008",
        ),
        ("nonsense", "nonsense"),
    ],
)
def test_a_projection_has_one_name_however_it_is_written(written, means):
    assert canonical(written) == means


def test_coordinates_become_degrees():
    squares = [shapely.box(*marks(LUND, "EPSG:3021")[0], *marks(LUND, "EPSG:3021")[-1]), None]
    found, none = to_wgs84(squares, Projection("EPSG:3021"))
    assert none is None
    assert found.bounds == pytest.approx(LUND.bounds, abs=0.02)


def test_sweden_is_where_it_is():
    towns = {"Kiruna": (20.2, 67.9), "Malmö": (13.0, 55.6), "Visby": (18.3, 57.6), "Strömstad": (11.2, 58.9)}
    others = {"København": (12.57, 55.68), "Oslo": (10.75, 59.9), "Mariehamn": (19.95, 60.1), "Vasa": (21.6, 63.1)}
    assert all(sweden().contains(shapely.Point(at)) for at in towns.values())
    assert not any(sweden().contains(shapely.Point(at)) for at in others.values())


def test_a_square_of_ten_kilometres_has_a_hundred_square_kilometres():
    corner = shapely.box(500_000, 6_400_000, 510_000, 6_410_000)
    assert km2(to_wgs84([corner], Projection("EPSG:3006")))[0] == pytest.approx(100, rel=0.002)
