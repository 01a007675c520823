"""Machines read released editions at addresses that are described, without a cookie, and change nothing."""

import io
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from tests.factories import make_round
from tests.picture.speaking import release, report, respond, write
from tests.picture.test_coverage import settle

KINDS = ("json", "xlsx", "csv", "geojson", "gpkg")


@pytest.fixture
def released(session: Session) -> int:
    """An edition with a bit of everything."""
    round = make_round(session)
    settle(session, north=200, south=200, west=200)
    write(session, round, "Lampan är trasig", 30, cleared=True, answers={"Q2.T1": "very_big", "B1": "25-44"})
    respond(session, round, 3, area="west")
    report(session, round, 25, category="Light/Lamp")
    edition = release(session, round).edition
    session.commit()
    return edition


def test_editions_are_listed_with_the_addresses_of_their_files(client: FlaskClient, released: int):
    (one,) = client.get("/api/v1/pictures?lang=en").get_json()
    assert (one["edition"], one["round"], one["title"]) == (released, "trygg", "Safe in Provby")
    assert sorted(one["files"]) == sorted(KINDS)
    assert {client.get(address).status_code for address in one["files"].values()} == {200}


def test_picture_json_is_as_its_schema_says(client: FlaskClient, released: int):
    schema = client.get("/api/v1/schemas/picture.json").get_json(force=True)
    Draft202012Validator.check_schema(schema)
    document = client.get(f"/api/v1/pictures/{released}.json").get_json()
    Draft202012Validator(schema).validate(document)
    assert set(document) >= {"edition", "round", "released_on", "rule", "tables", "findings", "quotes", "places"}
    assert document["rule"]["k"] == 5


def test_every_kind_of_file_says_what_it_is(client: FlaskClient, released: int):
    types = {kind: client.get(f"/api/v1/pictures/{released}.{kind}").mimetype for kind in KINDS}
    assert types["json"] == "application/json"
    assert types["geojson"] == "application/geo+json"
    assert types["csv"] == "text/csv"
    book = load_workbook(io.BytesIO(client.get(f"/api/v1/pictures/{released}.xlsx").data))
    assert "area" in book.sheetnames


def test_csv_has_a_byte_order_mark_on_request(client: FlaskClient, released: int):
    assert client.get(f"/api/v1/pictures/{released}.csv?bom=1").data.startswith(b"\xef\xbb\xbf")
    assert client.get(f"/api/v1/pictures/{released}.csv").data.startswith(b"edition,")


def test_labels_come_in_swedish_unless_another_language_is_asked_for(client: FlaskClient, released: int):
    assert "Norrby" in client.get(f"/api/v1/pictures/{released}.csv").text
    assert "نوربي" in client.get(f"/api/v1/pictures/{released}.csv?lang=ar").text
    assert client.get(f"/api/v1/pictures/{released}.csv?lang=nonsense").status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_that_is_not_there_is_not_found(client: FlaskClient, kind: str):
    assert client.get(f"/api/v1/pictures/99.{kind}").status_code == 404


def test_a_draft_is_no_edition(client: FlaskClient, session: Session):
    assert client.get("/api/v1/pictures").get_json() == []


def test_nothing_here_sets_a_cookie_or_takes_a_post(client: FlaskClient, released: int):
    for address in ("/api/v1/pictures", f"/api/v1/pictures/{released}.json", "/api/v1/openapi.json"):
        assert "Set-Cookie" not in client.get(address).headers
        assert client.post(address).status_code == 405


def test_the_description_names_every_address_there_is_and_no_other(client: FlaskClient, app: Flask):
    described = client.get("/api/v1/openapi.json").get_json()
    assert described["openapi"].startswith("3.1")
    there = {_as_described(rule.rule) for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/v1/")}
    assert set(described["paths"]) == there
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/v1/"):
            methods = {method.lower() for method in rule.methods or ()} - {"head", "options"}
            assert set(described["paths"][_as_described(rule.rule)]) == methods


def test_the_description_is_kept_to(client: FlaskClient, released: int):
    described = client.get("/api/v1/openapi.json").get_json()
    for path, told in described["paths"].items():
        answer = client.get(path.replace("{edition}", str(released)).replace("{part}", "coverage"))
        assert str(answer.status_code) in told["get"]["responses"]
        assert answer.mimetype in told["get"]["responses"]["200"]["content"]
    listed = described["components"]["schemas"]["Pictures"]
    Draft202012Validator(listed).validate(client.get("/api/v1/pictures").get_json())
    assert not _unknown_references(described, described)


def _as_described(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def _unknown_references(node: Any, whole: dict[str, Any]) -> list[str]:
    """Local references that lead nowhere."""
    if isinstance(node, list):
        return [one for part in node for one in _unknown_references(part, whole)]
    if not isinstance(node, dict):
        return []
    found = [one for part in node.values() for one in _unknown_references(part, whole)]
    reference = node.get("$ref", "")
    if reference.startswith("#/"):
        target: Any = whole
        for step in reference[2:].split("/"):
            target = target.get(step, {})
        found += [] if target else [reference]
    return found
