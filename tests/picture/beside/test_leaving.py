"""Documents and files of an edition tell of other sources what the edition tells, in the words of their language."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sqlalchemy.orm import Session

import dialog.picture
from dialog.picture.content import Picture, from_document
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.first import first_paper
from dialog.picture.documents.kinds import possible
from dialog.picture.documents.live import live_pieces
from dialog.picture.documents.pieces import Grid, Note
from dialog.picture.documents.teller import Teller
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.to_csv import to_csv
from dialog.picture.exports.to_json import to_json
from dialog.picture.exports.to_xlsx import to_xlsx
from tests.factories import make_round
from tests.picture.beside.figures import a_source, populate, tell
from tests.picture.speaking import TODAY, draft, respond

FINE = {"Q2.T1": "small", "Q1.b": "very_safe"}
COUNTS = {"all": 3000.0, "north": 1500.0, "south": 1000.0, "west": 3.0}
FORMULA = "=cmd()"


@pytest.fixture
def picture(session: Session) -> Picture:
    """Crimes that are protected, an index that is published, and a name that looks like a formula."""
    round = make_round(session)
    respond(session, round, 40, answers={"Q2.T1": "very_big", "Q1.b": "very_unsafe"})
    respond(session, round, 40, area="south", answers=FINE)
    crime = a_source(session, name=FORMULA, protect=True)
    tell(session, crime, COUNTS)
    tell(session, crime, {"all": 300.0, "north": 200.0, "south": 60.0, "west": 40.0}, category="Trafikbrott")
    survey = a_source(session, lane="safety-survey", name="Trygghetsmätning")
    tell(session, survey, {"north": 1.5}, category="Trafik", unit="index", lower=1.2, upper=1.9, answers=80)
    populate(session, {"all": 10_000, "north": 3_000, "south": 5_000, "west": 2_000})
    return from_document(draft(session, round).content)


def edition(picture: Picture, language: str = "sv") -> Edition:
    return Edition(1, TODAY, picture, language)


def shown(picture: Picture, kind: str, language: str = "sv") -> list[Grid]:
    drawn = Drawn(picture, Teller(language))
    found = [one for key, of in possible(picture) if key == kind for one in live_pieces(drawn, key, of)]
    return [one for one in found if isinstance(one, Grid)]


def test_json_is_as_its_schema_says_and_shows_nothing_that_is_withheld(picture: Picture):
    schema = Path(dialog.picture.__file__).with_name("picture.schema.json").read_text(encoding="utf-8")
    told = to_json(edition(picture))
    Draft202012Validator(json.loads(schema)).validate(json.loads(json.dumps(told)))
    cells = [cell for table in told["outside"] for cell in table["cells"]]
    assert {"shown", "withheld", "unknown"} <= {cell["state"] for cell in cells}
    assert all((cell["value"] is not None) == (cell["state"] == "shown") for cell in cells)
    total = next(table for table in told["outside"] if table["title"] == "Totalt")
    assert next(cell for cell in total["cells"] if cell["area"] == "west")["state"] == "withheld"


def test_a_workbook_has_sheets_of_sources_and_no_formula(picture: Picture):
    book = load_workbook(io.BytesIO(to_xlsx(edition(picture))))
    assert {"~sources", "~outside", "~side-by-side", "~felt-recorded"} <= set(book.sheetnames)
    named = [row[0] for row in book["~sources"].iter_rows() if row[0].value == FORMULA]
    assert [cell.data_type for cell in named] == ["s"]


def test_csv_has_a_line_for_every_figure_with_its_limits(picture: Picture):
    lines = list(csv.DictReader(io.StringIO("".join(to_csv(edition(picture))), newline="")))
    index = [one for one in lines if one["source"] == "safety-survey" and one["item_1"] == "north"]
    assert [(one["value"], one["lower"], one["upper"], one["answers"]) for one in index] == [
        ("1.5", "1.2", "1.9", "80")
    ]
    assert not any(value.startswith("=") for one in lines for value in one.values())


def test_a_document_has_the_true_register_and_each_kind_of_block(picture: Picture):
    [register] = shown(picture, "sources")
    assert [name.text for name, _ in register.rows][-2:] == ["Trygghetsmätning", FORMULA]
    assert len(register.columns) == 5
    for kind in ("beside", "quadrants", "outside"):
        assert shown(picture, kind)
    [traffic] = [one for one in shown(picture, "beside") if FORMULA in one.about]
    assert "40 av 40" in [figure.text for _, line in traffic.rows for figure in line]


def test_what_is_felt_and_recorded_never_stands_without_the_sentence_that_forbids_a_cause(picture: Picture):
    drawn = Drawn(picture, Teller("en"))
    for kind, of in possible(picture):
        if kind == "quadrants":
            first, _table = live_pieces(drawn, kind, of)
            assert isinstance(first, Note) and "neither is the cause of the other" in first.text


def test_limits_that_were_published_stand_in_the_table(picture: Picture):
    figures = [figure for one in shown(picture, "outside") for _, line in one.rows for figure in line]
    assert "1,5 (1,2–1,9)" in {one.text for one in figures}


def test_the_first_document_sets_sources_beside_the_dialogue_once(picture: Picture):
    placed = [(section.id, block.kind, block.of) for section, block in first_paper(picture).blocks()]
    live = [one for one in placed if one[1] != "text"]
    assert len(live) == len(set(live))
    in_section = {kind for section, kind, _ in placed if section == "beside"}
    assert {"verdicts", "quadrants", "outside"} <= in_section
