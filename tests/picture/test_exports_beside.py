"""Files tell what stands beside the tables too: findings, coverage, weighted shares, and changes with their breaks."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sqlalchemy import update
from sqlalchemy.orm import Session

import dialog.picture
from dialog.picture.actions import release_picture
from dialog.picture.content import from_document
from dialog.picture.exports.edition import Edition, Wrong
from dialog.picture.exports.parts import sheets
from dialog.picture.exports.sheets import sheet_to_csv
from dialog.picture.exports.to_json import to_json
from dialog.picture.exports.to_xlsx import to_xlsx
from dialog.picture.findings.focus.actions import propose_focus
from dialog.picture.findings.queries import newest_draft
from dialog.picture.findings.told import CHOSEN, FACT, NOT_CHOSEN, UNDECIDED
from dialog.picture.models import Draft
from dialog.survey.models import Response
from tests.picture.findings.drafts import a_finding, said
from tests.picture.findings.test_causes import add
from tests.picture.findings.test_focus import focus
from tests.picture.speaking import TODAY, draft, respond
from tests.picture.test_changes import ANSWERS, later, listened
from tests.picture.test_coverage import settle
from tests.survey.test_comparability import with_text

FORMULA = '=HYPERLINK("http://evil.example","x")'
PARTS = ["findings", "evidence", "causes", "focus-areas", "coverage", "weighted", "changes", "breaks", "ways"]
SCHEMA = json.loads((Path(dialog.picture.__path__[0]) / "picture.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def edition(session: Session) -> Edition:
    """The second of two rounds, drawn and weighted, in which a question has been reworded and people came otherwise."""
    listened(session)
    settle(session, north=200, south=200, west=200)
    round = later(session, with_text("Q6", "sv", "Brukar du undvika platser?"))
    made = respond(session, round, 60, answers=ANSWERS | {"B1": "45-64", "B2": "woman"}, channel="school")
    made += respond(session, round, 40, area="south", answers=ANSWERS | {"Q1.b": "very_safe", "B1": "25-44"})
    session.execute(update(Response).where(Response.id.in_(made)).values(weight=2.0))
    draft(session, round)
    open_to_all = a_finding(session, round, title=said(FORMULA), in_summary=True)
    add(session, open_to_all, words=said("En gissning"))
    add(session, open_to_all, words=said("+49 meter mörkt"), standing=FACT, ground=said("Platsbesiktning"))
    a_finding(session, round, title=said("Bara för oss"), internal=True)
    for decision in (CHOSEN, NOT_CHOSEN, UNDECIDED):
        told = focus(title=said(f"Ljus, {decision}"), decision=decision, reason=said("Inåt"), reference="KS 41")
        propose_focus(session, round_id=round.id, written=told, by=None)
    found = release_picture(session, session.get_one(Draft, newest_draft(session, round.id)[0]), on=TODAY)
    session.commit()
    return Edition(found.edition, TODAY, from_document(found.content), "sv")


def rows(edition: Edition, id: str) -> list[dict[str, str]]:
    """A part as whoever reads its file gets it."""
    sheet = next(one for one in sheets(edition) if one.id == id)
    return list(csv.DictReader(io.StringIO("".join(sheet_to_csv(edition, sheet)), newline="")))


def book(edition: Edition) -> Mapping[str, list[list[Any]]]:
    made = load_workbook(io.BytesIO(to_xlsx(edition)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in made.worksheets}


def test_picture_json_with_everything_in_it_is_as_its_schema_says(edition: Edition):
    document = to_json(edition)
    Draft202012Validator(SCHEMA).validate(document)
    for name in ("findings", "focus_areas", "weighted", "changes"):
        assert document[name], name
    assert document["coverage"]["inhabitants"] == 200 * 2 * 6 * 3
    Draft202012Validator(SCHEMA).validate(to_json(replace(edition, picture=replace(edition.picture, figures=None))))


def test_a_change_is_told_with_both_figures_and_a_break_with_its_reason(edition: Edition):
    (change,) = to_json(edition)["changes"]
    problems = next(line for line in change["lines"] if line["table"] == "problems")
    traffic = next(item for item in problems["items"] if item["id"] == "T1")
    assert (traffic["then"], traffic["now"]["value"]) == ({"value": 40, "state": "shown", "base": 100}, 100)
    assert traffic["of_100"] == {"then": 40, "now": 100}
    assert "reworded" in {one["reason"] for one in change["breaks"]}
    assert {one["why"] for one in change["breaks"]} >= {row["why"] for row in rows(edition, "breaks")}
    assert {(one["then"], one["now"]) for one in change["channels"]} == {(100, 40), (0, 60)}
    assert len(rows(edition, "ways")) == 2
    compared = [row for row in rows(edition, "changes") if (row["then"], row["now"]) == ("40", "100")]
    assert compared[0]["then_of_100"] == "40" and compared[0]["then_state"] == "shown"


def test_a_weighted_share_is_told_with_its_interval(edition: Edition):
    avoided = next(one for one in to_json(edition)["weighted"] if one["table"] == "Q6")
    never = next(one for one in avoided["items"] if one["id"] == "never")
    assert (never["share"], never["voices"]["value"], avoided["size"]) == (100, 100, 100)
    assert never["low"] < 100
    assert {row["size"] for row in rows(edition, "weighted") if row["only"] == ""} == {"100"}


def test_coverage_is_told_with_what_is_withheld_and_what_is_unknown(edition: Edition):
    told = {row["group"]: row for row in rows(edition, "coverage")}
    assert [told["Norrby"][name] for name in ("voices", "inhabitants", "per_1000")] == ["60", "2400", "25.0"]
    assert (told["Västerby"]["voices"], told["Västerby"]["voices_state"]) == ("0", "shown")


def test_the_analysis_is_told_without_what_is_internal(edition: Edition):
    files = [to_json(edition), book(edition), [rows(edition, one.id) for one in sheets(edition)]]
    for internal in ("En gissning", "Bara för oss", UNDECIDED):
        assert not [kind for kind in files if internal in str(kind)]
    assert rows(edition, "evidence")[0]["figure"] == "60"
    assert [row["ground"] for row in rows(edition, "causes")] == ["Platsbesiktning"]
    assert [row["reason"] for row in rows(edition, "focus-areas")] == ["Inåt", ""]


def test_no_word_becomes_a_formula_in_any_part(edition: Edition):
    made = load_workbook(io.BytesIO(to_xlsx(edition)))
    cells = [cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert FORMULA in {cell.value for cell in cells}
    assert rows(edition, "findings")[0]["finding"] == f"'{FORMULA}"
    assert rows(edition, "causes")[0]["cause"] == "'+49 meter mörkt"


def test_a_workbook_has_a_sheet_for_each_part_before_the_tables(edition: Edition):
    names = list(book(edition))
    parts = [one.id for one in sheets(edition)]
    assert parts == PARTS
    assert names[1 : len(parts) + 1] == parts


def test_every_part_is_fetched_by_its_address_and_says_when_it_is_superseded(edition: Edition, client: FlaskClient):
    address = f"/api/v1/pictures/{edition.number}"
    for one in sheets(edition):
        answer = client.get(f"{address}/{one.id}.csv?bom=1")
        assert (answer.status_code, answer.mimetype) == (200, "text/csv")
        assert answer.data.startswith(b"\xef\xbb\xbfedition,superseded_on,")
    assert client.get(f"{address}/nonsense.csv").status_code == 404
    assert client.get("/api/v1/pictures/1/weighted.csv").status_code == 404  # nobody was drawn
    wrong = replace(edition, wrong=Wrong(TODAY, {"sv": "Fel period."}, None))
    assert {row["superseded_on"] for row in rows(wrong, "breaks")} == {TODAY.isoformat()}


def test_parts_speak_the_language_asked_for(edition: Edition):
    english = rows(replace(edition, language="en"), "breaks")
    assert "Asked in other words than then." in {row["why"] for row in english}
    assert "Norrby" not in {row["group"] for row in rows(replace(edition, language="ar"), "coverage")}
