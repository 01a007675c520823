"""From a resident's phone to a released situation picture: the whole chain, on either database."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.models import StatusChange
from dialog.texts.models import Text
from tests.factories import make_round
from tests.forms import hidden_fields, submit

SCHEMA = Path(__file__).parent.parent.parent / "dialog" / "picture" / "picture.schema.json"
PHONE_NUMBER = "070-174 06 35"


def resident_sends(client: FlaskClient, number: int) -> None:
    """One of a series of answers: thirty from the north and the south, and two from the west, which is too few."""
    area = "west" if number >= 30 else "north" if number % 2 else "south"
    words = (
        f"Lampan vid skolan är trasig, ring {PHONE_NUMBER}" if number == 1 else f"Det är mörkt vid ån, nummer {number}"
    )
    answer = {"Q0": area, "Q1_a": "very_safe", "Q1_b": "fairly_unsafe", "Q2_T9": "very_big", "Q3_text": words}
    sent = submit(client, f"/{('sv', 'ar')[number % 3 == 0]}/dialogue/trygg", answer)
    assert 'id="receipt"' in sent.text


def act(client: FlaskClient, page: str, to: str, **data: object) -> None:
    """Send one of a page's forms."""
    token = {"csrf_token": hidden_fields(client.get(page).text)["csrf_token"]}
    answer = client.post(to, data=token | data)
    assert answer.status_code == 303, answer.text[:2000]


@pytest.fixture
def reviewed(app: Flask, session: Session, client: FlaskClient, signed_in: Callable[..., FlaskClient]) -> FlaskClient:
    """A round answered and read; the analyst."""
    make_round(session)
    session.commit()
    for number in range(32):
        resident_sends(client, number)
    for number in range(12):
        place = {"feeling": "unsafe", "area": "north", "kind": "tunnel_bridge", "words": f"Tunneln {number}"}
        assert 'id="receipt"' in submit(client, "/ar/report", place | {"causes": ["lighting"]}).text
    reviewer = signed_in("reviewer")
    texts = sorted(
        session.scalars(select(Text).where(Text.question == "Q3")), key=lambda text: PHONE_NUMBER not in text.original
    )
    told = texts[0]
    page = f"/staff/texts/{told.id}"
    act(reviewer, page, f"{page}/masks", words=PHONE_NUMBER, label="phone")
    for text in texts[:-1]:
        page = f"/staff/texts/{text.id}"
        act(reviewer, page, f"{page}/codes", codes=["T9.lighting"], stance="problem")
    act(reviewer, f"/staff/texts/{told.id}", f"/staff/texts/{told.id}/decision", do="clear")
    first, second = texts[1], texts[2]
    act(reviewer, f"/staff/texts/{first.id}", f"/staff/texts/{first.id}/duplicate", of=str(second.id)[:8])
    report = session.scalars(select(Report)).first()
    assert report
    page = f"/staff/reports/{report.id}"
    act(reviewer, page, f"{page}/new-owner", name="Gatukontoret", kind="municipality")
    return signed_in("analyst")


def test_the_whole_chain_from_answer_to_released_picture(
    reviewed: FlaskClient, client: FlaskClient, session: Session, signed_in: Callable[..., FlaskClient]
) -> None:
    actions = set(session.scalars(select(StatusChange.action)))
    assert len(actions) >= 5, "every step of the review stands in the log"

    release(reviewed)
    for language, direction in (("sv", "ltr"), ("en", "ltr"), ("ar", "rtl")):
        page = client.get(f"/{language}/pictures/1")
        assert page.status_code == 200 and f'lang="{language}" dir="{direction}"' in page.text
        assert PHONE_NUMBER not in page.text and "nummer 5" not in page.text
    facilitator = signed_in("facilitator").get("/facilitator/").text
    for kind in ("xlsx", "csv", "geojson", "json"):
        address = f"/api/v1/pictures/1.{kind}"
        assert address in facilitator
        content = client.get(address)
        assert content.status_code == 200 and PHONE_NUMBER.encode() not in content.data


def test_what_leaves_is_what_the_schema_says_and_small_figures_do_not(
    reviewed: FlaskClient, client: FlaskClient
) -> None:
    release(reviewed)
    picture = json.loads(client.get("/api/v1/pictures/1.json").data)
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(picture)
    tables = {table["id"]: table for table in picture["tables"]}
    by_area = {cell["key"]["area"]: cell for cell in tables["area"]["cells"]}
    assert by_area["west"]["state"] == "withheld" and by_area["west"]["value"] is None
    assert [cell for cell in by_area.values() if cell["state"] == "withheld"] != [by_area["west"]], "one could subtract"
    for table in tables.values():
        assert not [cell for cell in table["cells"] if cell["value"] is not None and 0 < cell["value"] < 5]


def test_the_files_open_as_what_they_are(reviewed: FlaskClient, client: FlaskClient) -> None:
    release(reviewed)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/api/v1/pictures/1.xlsx").data))
    assert len(book.sheetnames) > 3
    lines = list(csv.DictReader(io.StringIO(client.get("/api/v1/pictures/1.csv").text)))
    assert {line["state"] for line in lines} >= {"shown", "withheld"}
    features = json.loads(client.get("/api/v1/pictures/1.geojson").data)["features"]
    assert {feature["id"] for feature in features} == {"north", "south", "west"}


def test_what_was_released_never_changes(reviewed: FlaskClient, client: FlaskClient) -> None:
    release(reviewed)
    before = client.get("/api/v1/pictures/1.json").data
    for number in range(40, 60):
        resident_sends(client, number)
    release(reviewed)
    assert client.get("/api/v1/pictures/1.json").data == before
    assert [one["edition"] for one in client.get("/api/v1/pictures").get_json()] == [2, 1]


def release(analyst: FlaskClient) -> None:
    """Draft the round's picture and release it, as an analyst does."""
    page = analyst.get("/analyst/").text
    rounds = re.findall(r'action="(/analyst/rounds/\d+/drafts)"', page)
    made = analyst.post(rounds[0], data={"csrf_token": hidden_fields(page)["csrf_token"]})
    draft = str(made.location)
    act(analyst, f"{draft}/release", f"{draft}/release")
