"""Every kind of map file, also those that lie about what they are."""

import duckdb
import pyogrio
import pytest
import shapely

from dialog.areas.maps.files import MapFile, read_mapfile
from dialog.rows.row import EmptyFile, UnreadableFile
from tests.areas.maps import CODES, NAMES, moved, squares, write, write_geojson, write_shapefile


def is_right(found: MapFile) -> bool:
    """Whether it is the three squares, with their names, where they lie."""
    by_name = {str(one.row.values.get("namn")): one.outline for one in found.shapes if one.outline is not None}
    return list(NAMES) == sorted(by_name, key=str(NAMES).find) and all(
        by_name[name].symmetric_difference(one).area < one.area / 100
        for name, one in zip(NAMES, squares(), strict=True)
    )


@pytest.mark.parametrize("name", ["karta.gpkg", "karta.fgb", "karta.geojson", "karta.shp", "karta.gml"])
def test_honest_maps_are_read_without_a_word(tmp_path, name):
    crs = "EPSG:4326" if name.endswith("geojson") else "EPSG:3006"
    found = read_mapfile(write(tmp_path / name, moved(squares(), crs), crs=crs))
    assert is_right(found)
    assert (found.projection.crs, list(found.remarks)) == (crs, [])


def test_kml_is_read(tmp_path):
    path = write(tmp_path / "karta.kml", squares(), crs="EPSG:4326", columns={"Name": NAMES}, driver="LIBKML")
    assert [shape.row.values["Name"] for shape in read_mapfile(path).shapes] == list(NAMES)


def test_a_file_in_metres_that_claims_degrees_is_read_in_metres_and_said(tmp_path):
    found = read_mapfile(write_geojson(tmp_path / "karta.geojson", moved(squares(), "EPSG:3006"), crs="EPSG:4326"))
    assert is_right(found)
    assert found.remarks == [
        "karta.geojson says WGS84 (EPSG:4326), but its coordinates are SWEREF 99 TM (EPSG:3006); "
        "they were read as that. --projection tells otherwise."
    ]


def test_rt90_that_is_called_sweref_is_read_as_rt90_and_said(tmp_path):
    found = read_mapfile(write(tmp_path / "karta.gpkg", moved(squares(), "EPSG:3021"), crs="EPSG:3006"))
    assert is_right(found)
    assert found.projection.crs == "EPSG:3021"
    assert "says SWEREF 99 TM (EPSG:3006)" in found.remarks[0]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3006", "EPSG:3021"])
def test_swapped_axes_are_recognised_and_said(tmp_path, crs):
    found = read_mapfile(write(tmp_path / "karta.gpkg", moved(squares(), crs, swapped=True), crs=crs))
    assert is_right(found)
    assert "north before east" in found.remarks[0]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3006", "EPSG:3021"])
def test_a_shapefile_without_prj_is_read_by_its_coordinates_and_said(tmp_path, crs):
    found = read_mapfile(write_shapefile(tmp_path, moved(squares(), crs), crs=None))
    assert is_right(found)
    assert "does not say its projection" in found.remarks[0] and crs in found.remarks[0]


def test_a_lying_prj_is_not_believed(tmp_path):
    path = write_shapefile(tmp_path, moved(squares(), "EPSG:3006"), crs=None, prj="EPSG:3021")
    found = read_mapfile(path)
    assert is_right(found)
    assert "says RT90 2.5 gon V (EPSG:3021)" in found.remarks[0]


def test_a_local_zone_without_prj_has_to_be_told(tmp_path):
    path = write_shapefile(tmp_path, moved(squares(), "EPSG:3009"), crs=None)
    with pytest.raises(UnreadableFile, match=r"^omraden.zip: .*EPSG:3009.*--projection"):
        read_mapfile(path)
    assert is_right(read_mapfile(path, projection="EPSG:3009"))
    assert is_right(read_mapfile(path, home=shapely.box(15.4, 58.3, 15.7, 58.5)))
    assert is_right(read_mapfile(path.rename(tmp_path / "omraden sweref99 1500.zip")))


@pytest.mark.parametrize(
    ("encoding", "keep"), [("ISO-8859-1", ()), ("UTF-8", ()), ("UTF-8", (".cpg",)), ("ISO-8859-1", (".cpg",))]
)
def test_the_letters_of_a_shapefile_are_right_with_and_without_cpg(tmp_path, encoding, keep):
    assert is_right(read_mapfile(write_shapefile(tmp_path, squares(), crs=None, encoding=encoding, keep=keep)))


@pytest.mark.parametrize(("letters", "said"), [("ISO-8859-1", "UTF-8"), ("UTF-8", "ISO-8859-1")])
def test_a_lying_cpg_is_not_believed(tmp_path, letters, said):
    write_shapefile(tmp_path, squares(), crs=None, encoding=letters)
    (tmp_path / "omraden.cpg").write_text(said)
    assert is_right(read_mapfile(tmp_path / "omraden.shp"))


def test_a_shapefile_that_lost_its_index_is_read(tmp_path):
    write_shapefile(tmp_path, squares(), crs="EPSG:4326")
    (tmp_path / "omraden.shx").unlink()
    assert is_right(read_mapfile(tmp_path / "omraden.shp"))


def test_letters_of_old_programs_can_be_told(tmp_path):
    path = write_shapefile(tmp_path, squares(), crs=None, encoding="CP850")
    assert is_right(read_mapfile(path, encoding="cp850"))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "utf-16"])
def test_geojson_is_read_in_any_letters(tmp_path, encoding):
    assert is_right(read_mapfile(write_geojson(tmp_path / "karta.geojson", squares(), encoding=encoding)))


def test_letters_that_were_encoded_twice_are_put_right(tmp_path):
    twice = [name.encode().decode("cp1252", errors="replace") for name in ("Östra Åby", "Ängsvägen", "Överås")]
    found = read_mapfile(write_geojson(tmp_path / "karta.geojson", squares(), names=twice))
    assert found.shapes[1].row.values["namn"] == "Ängsvägen"


def test_letters_that_were_lost_are_said(tmp_path):
    found = read_mapfile(write_geojson(tmp_path / "k.geojson", squares(), names=["\ufffdstra", "V\ufffds", "Nora"]))
    assert found.remarks == ["2 rows of k.geojson have letters that were lost before (\ufffd)."]


@pytest.mark.parametrize(
    "column",
    [
        "unhex('{hex}') AS geometry",
        "unhex('{hex}') AS wkb",
        "'{wkt}' AS geom",
        "'SRID=4326;{wkt}' AS wkt",
        "'{hex}' AS the_geom",
        "'{json}' AS geojson",
    ],
)
def test_parquet_is_read_with_shapes_in_any_form(tmp_path, column):
    path = tmp_path / "karta.parquet"
    rows = [
        f"SELECT '{code}' AS kod, '{name}' AS namn, "
        + column.format(hex=shapely.to_wkb(one, hex=True), wkt=one.wkt, json=shapely.to_geojson(one))
        for code, name, one in zip(CODES, NAMES, squares(), strict=True)
    ]
    duckdb.sql(f"COPY ({' UNION ALL '.join(rows)}) TO '{path}'")
    assert is_right(read_mapfile(path))


def test_parquet_without_shapes_gets_a_sentence(tmp_path):
    duckdb.sql(f"COPY (SELECT 'a' AS kod) TO '{tmp_path / 'karta.parquet'}'")
    with pytest.raises(UnreadableFile, match="no column of shapes"):
        read_mapfile(tmp_path / "karta.parquet")


def test_csv_with_shapes_is_read(tmp_path):
    lines = [f'{code};{name};"{one.wkt}"' for code, name, one in zip(CODES, NAMES, squares(), strict=True)]
    (tmp_path / "karta.csv").write_text("\n".join(["kod;namn;wkt", *lines]), encoding="latin-1")
    assert is_right(read_mapfile(tmp_path / "karta.csv"))


def test_of_several_layers_the_only_one_with_outlines_is_taken(tmp_path):
    path = write(tmp_path / "karta.gpkg", squares(), crs="EPSG:3006", layer="distrikt")
    middles = shapely.to_wkb(shapely.centroid(squares()))
    pyogrio.raw.write(path, middles, [], [], geometry_type="Point", crs="EPSG:3006", layer="orter")
    assert read_mapfile(path).layer == "distrikt"


def test_topojson_is_read(shared_data):
    path = shared_data / "basemap/world-atlas_countries-50m.topo.json"
    with pytest.raises(UnreadableFile, match=r"several layers: name one with --layer \(countries, land\)"):
        read_mapfile(path)
    names = {shape.row.values["name"] for shape in read_mapfile(path, layer="countries").shapes}
    assert {"Sweden", "Finland"} <= names


def test_the_first_bytes_say_more_than_the_name(tmp_path):
    path = write(tmp_path / "karta.gpkg", squares(), crs="EPSG:4326").rename(tmp_path / "karta.geojson")
    assert is_right(read_mapfile(path))


def test_what_is_no_map_gets_one_sentence(tmp_path):
    for name, content, says in (
        ("karta.gpkg", b"SQLite format 3\0 and nothing else", "can't be read as a map"),
        ("karta.zip", b"PK\x03\x04 and nothing else", "can't be unfolded"),
        ("karta.parquet", b"PAR1 and nothing else PAR1", "can't be read as Parquet"),
        ("karta.csv", b"kod;namn\n1;a", "without a column of shapes"),
        ("karta.pdf", b"%PDF-1.4", "none of the maps"),
        ("karta.geojson", b"{", "no JSON"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableFile, match=says):
            read_mapfile(tmp_path / name)
    (tmp_path / "tom.gpkg").write_bytes(b"")
    with pytest.raises(EmptyFile):
        read_mapfile(tmp_path / "tom.gpkg")
