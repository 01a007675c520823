"""Files say what the edition says, in the language asked for, and nothing a program would run."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from shapely.geometry import shape
from sqlalchemy.orm import Session

from dialog.picture.content import from_document
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.to_csv import harmless, to_csv
from dialog.picture.exports.to_geojson import to_geojson
from dialog.picture.exports.to_json import to_json
from dialog.picture.exports.to_xlsx import sheet_names, to_xlsx
from tests.factories import make_round
from tests.picture.speaking import TODAY, draft, report, respond, write

FORMULA = "=1+1"


@pytest.fixture
def edition(session: Session) -> Edition:
    """Seventy voices in the north, a few in the south and two in the west; a category that looks like a formula."""
    round = make_round(session)
    write(session, round, "Lampan är trasig", 40, cleared=True, answers={"Q2.T1": "very_big", "Q1.b": "very_unsafe"})
    respond(session, round, 12, area="south", answers={"Q2.T1": "small", "Q1.b": "very_safe"})
    respond(session, round, 2, area="west", answers={"Q2.T1": "small"})
    report(session, round, 30, category=FORMULA)
    return Edition(1, TODAY, from_document(draft(session, round).content), "sv")


def test_json_lists_every_combination_of_items(edition: Edition):
    for table in to_json(edition)["tables"]:
        expected = 1
        for dimension in table["dimensions"]:
            expected *= len(dimension["items"])
        keys = {tuple(cell["key"].items()) for cell in table["cells"]}
        assert len(keys) == len(table["cells"]) == expected


def test_json_has_a_value_exactly_where_the_state_is_shown(edition: Edition):
    cells = [cell for table in to_json(edition)["tables"] for cell in table["cells"]]
    assert {cell["state"] for cell in cells} >= {"shown", "withheld"}
    assert all((cell["value"] is not None) == (cell["state"] == "shown") for cell in cells)


def test_json_speaks_the_language_asked_for(edition: Edition):
    swedish, arabic = to_json(edition), to_json(replace(edition, language="ar"))
    assert _label(swedish, "area", "north") == "Norrby"
    assert _label(arabic, "area", "north") == "نوربي"


def test_json_tells_nothing_of_which_text_a_quote_is(edition: Edition):
    quotes = to_json(edition)["quotes"]
    assert quotes[0]["text"] == "Lampan är trasig"
    assert not any(quote.text in str(quotes) for quote in edition.picture.quotes)


def test_csv_has_a_line_for_every_cell_and_as_many_columns_in_each(edition: Edition):
    header, *lines = csv.reader(io.StringIO("".join(to_csv(edition)), newline=""))
    assert len(lines) == sum(len(table.cells) for table in edition.picture.tables)
    assert {len(line) for line in lines} == {len(header)}
    by_name = [dict(zip(header, line, strict=True)) for line in lines]
    assert all((line["value"] == "") == (line["state"] != "shown") for line in by_name)


def test_csv_begins_with_a_byte_order_mark_only_on_request(edition: Edition):
    assert next(to_csv(edition, bom=True)).startswith("\ufeff")
    assert not next(to_csv(edition)).startswith("\ufeff")


def test_a_label_that_looks_like_a_formula_is_text_in_csv(edition: Edition):
    lines = csv.reader(io.StringIO("".join(to_csv(edition)), newline=""))
    labels = {cell for line in lines for cell in line if FORMULA in cell}
    assert labels == {f"'{FORMULA}"}


@given(st.text(alphabet="=+-@|%＝＋－＠\t\r\n \u200b\ufeffab1", max_size=6))
def test_no_text_is_left_that_a_spreadsheet_could_run(text: str):
    bare = harmless(text).lstrip(" \t\r\n\u200b\ufeff")
    assert not bare or bare[0] not in "=+-@|%＝＋－＠"


def test_plain_text_stays_as_it_is():
    assert [harmless(text) for text in ("Norrby", "16–24 år", "2026-10-01/2026-12-31", "")] == [
        "Norrby",
        "16–24 år",
        "2026-10-01/2026-12-31",
        "",
    ]


def test_a_workbook_has_a_cover_and_a_sheet_for_each_table(edition: Edition):
    book = load_workbook(io.BytesIO(to_xlsx(edition)))
    own = [name for name in book.sheetnames[1:] if not name.startswith("~")]
    assert own == [table.heading.id for table in edition.picture.tables]
    cover = {row[0].value: row[1].value for row in book.worksheets[0].iter_rows()}
    assert {"trygg", 5, 10, "2026-10-01/2026-12-31"} <= set(cover.values())


def test_a_workbook_says_in_words_what_is_not_shown_and_holds_no_formula(edition: Edition):
    book = load_workbook(io.BytesIO(to_xlsx(replace(edition, language="en"))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {"not shown", FORMULA} <= {str(cell.value).strip() for cell in cells}
    by_area = {row[0].value: row[1].value for row in book["area"].iter_rows(min_row=8)}
    assert by_area["Norrby"] == 70


def test_names_of_sheets_fit_and_differ():
    names = sheet_names(["a" * 40, "A" * 40, "Q1:a", "b"])
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and ":" not in name for name in names)


def test_geojson_has_a_feature_for_each_area_with_its_figures(edition: Edition):
    collection = to_geojson(edition)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    features = {one["id"]: one["properties"] for one in collection["features"]}
    assert features["north"]["voices"] == 70
    problems = edition.picture.table("problems")
    assert problems is not None
    for area in ("north", "south", "west"):
        assert features[area]["problems:T1"] == problems[(area, "T1")].value
    assert features["west"]["voices"] is None
    assert "voices" in features["west"]["withheld"]
    assert (features["north"]["too_little_data"], features["west"]["too_little_data"]) == (False, True)


def test_geojson_has_longitude_first_and_outer_rings_counterclockwise(edition: Edition):
    for feature in to_geojson(edition)["features"]:
        outline = shape(feature["geometry"])
        assert 14 < outline.centroid.x < 16
        assert 58 < outline.centroid.y < 60
        assert shapely.is_ccw(outline.exterior)


def _label(document: Mapping[str, Any], table: str, id: str) -> str:
    found = next(one for one in document["tables"] if one["id"] == table)
    return next(item["label"] for item in found["dimensions"][0]["items"] if item["id"] == id)
