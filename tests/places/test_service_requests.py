"""Reports out of another system's GeoReport v2, as JSON or as XML."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dialog.places import service_requests
from dialog.places.columns import recognise_columns
from dialog.places.imports import Load, Loaded, load_reports
from dialog.places.models import ImportedCode, Report
from dialog.places.service_requests import read_service_requests
from dialog.rows.mapping import ColumnMap
from dialog.rows.reading import read_rows
from dialog.rows.row import EmptyFile, UnreadableFile
from dialog.texts.models import Text
from tests.factories import make_round

# As the standard's own example has it, in our land of tests.
REQUEST = {
    "service_request_id": "638344",
    "status": "closed",
    "status_notes": "Duplicate request.",
    "service_name": "Sidewalk and Curb Issues",
    "service_code": "006",
    "description": "Dark & <scary> – mörkt",
    "agency_responsible": "Public Works",
    "service_notice": None,
    "requested_datetime": "2010-04-14T06:37:38-08:00",
    "updated_datetime": "2010-04-15T06:37:38-08:00",
    "expected_datetime": None,
    "address": "8TH AVE and JUDAH ST",
    "address_id": 545483,
    "zipcode": 94122,
    "lat": 59.05,
    "long": 15.05,
    "media_url": "http://city.gov.s3.amazonaws.com/requests/media/638344.jpg",
    "first_name": "Annika",
    "email": "annika@x.example",
    "account_id": "account-4711",
}
XML = """<?xml version="1.0" encoding="utf-8"?>
<service_requests{namespace}>
  <request>
    <service_request_id>638344</service_request_id>
    <status>closed</status>
    <service_name>Sidewalk and Curb Issues</service_name>
    <description>Dark &amp; &lt;scary&gt; – mörkt</description>
    <requested_datetime>2010-04-14T06:37:38-08:00</requested_datetime>
    <address>8TH AVE and JUDAH ST</address>
    <lat>59.05</lat>
    <long>15.05</long>
    <media_url>http://city.gov.s3.amazonaws.com/requests/media/638344.jpg </media_url>
    <first_name>Annika</first_name>
    <attributes><attribute><name>a</name></attribute><attribute><name>b</name></attribute></attributes>
  </request>
  <request/>
</service_requests>
"""


@pytest.fixture
def load(session) -> Callable[[Path], Loaded]:
    round = make_round(session)
    setting: dict[str, Any] = {"round_id": round.id, "root_id": round.area_id, "inhabitants": 50, "hash_of": str}
    days: dict[str, Any] = {"today": date(2026, 10, 10), "erase_on": date(2027, 1, 8)}

    def read(path: Path) -> Loaded:
        rows = read_service_requests(path) if path.suffix == ".xml" else read_rows(path)
        load = Load(source=path.stem, **days, **setting)
        return load_reports(session, rows, recognise_columns(rows.columns, ColumnMap()), load)

    return read


def saved(folder: Path, content: str | bytes, name: str = "requests.xml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def xml(namespace: str = "") -> str:
    return XML.format(namespace=namespace)


@pytest.mark.parametrize("wrapped", [False, True])
def test_requests_in_json_are_recognised(session, tmp_path, load, wrapped):
    content = {"service_requests": [REQUEST]} if wrapped else [REQUEST]
    loaded = load(saved(tmp_path, json.dumps(content), "requests.json"))
    assert (loaded.taken, loaded.outside, len(loaded.rejects)) == (1, 0, 0)
    report, text = session.scalars(select(Report)).one(), session.scalars(select(Text)).one()
    assert (report.received_on, text.original) == (date(2010, 4, 14), "Dark & <scary> – mörkt")
    assert session.scalars(select(ImportedCode.label)).all() == ["Sidewalk and Curb Issues"]


def test_requests_in_xml_are_the_same(session, tmp_path, load):
    loaded = load(saved(tmp_path, xml()))
    assert (loaded.taken, [reject.reason for reject in loaded.rejects]) == (
        1,
        ["it holds no text, no category and no point"],
    )
    report, text = session.scalars(select(Report)).one(), session.scalars(select(Text)).one()
    assert (report.received_on, text.original) == (date(2010, 4, 14), "Dark & <scary> – mörkt")
    assert load(saved(tmp_path, json.dumps([REQUEST]), "requests.json")).here_already == 1


def test_persons_pictures_and_addresses_are_left_behind(session, tmp_path, load):
    load(saved(tmp_path, json.dumps([REQUEST]), "requests.json"))
    load(saved(tmp_path, xml().replace("638344", "638345")))
    kept = [str(vars(one)) for model in (Report, Text, ImportedCode) for one in session.scalars(select(model))]
    secrets = ("Annika", "annika", "4711", "amazonaws", "8TH AVE", "545483", "638344", "638345")
    assert not [one for one in kept for secret in secrets if secret in one]


def test_a_subtype_is_the_category_and_its_type_the_one_above(session, tmp_path, load):
    load(saved(tmp_path, json.dumps([REQUEST | {"service_subtype": "Kerb"}]), "requests.json"))
    code = session.scalars(select(ImportedCode)).one()
    assert (code.label, code.parent) == ("Kerb", "Sidewalk and Curb Issues")


def test_without_a_name_the_code_of_the_service_is_the_category(session, tmp_path, load):
    load(saved(tmp_path, json.dumps([REQUEST | {"service_name": None}]).replace("service_name", "x"), "requests.json"))
    assert session.scalars(select(ImportedCode.label)).all() == ["006"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_xml_is_read_in_whatever_encoding(tmp_path, encoding):
    content = xml().replace("–", "-").encode(encoding)
    [first, second] = read_service_requests(saved(tmp_path, content))
    assert (first.values["description"], second.values) == ("Dark & <scary> - mörkt", {})


def test_a_namespace_changes_nothing_and_lists_are_told_together(tmp_path):
    [first, _] = read_service_requests(saved(tmp_path, xml(' xmlns="http://wiki.open311.org/GeoReport_v2"')))
    assert (first.line, first.values["service_request_id"]) == (1, "638344")
    assert first.values["attributes.attribute.name"] == "a; b"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><service_requests/>', "declares a document type"),
        ('<?xml version="1.0"?><!doctype a SYSTEM "file:///etc/passwd"><service_requests/>', "declares"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><service_requests/>'.encode("utf-16"), "declares a document type"),
        ("<service_requests><request>", "is no XML"),
        ("<service_requests><request>&x;</request></service_requests>", "is no XML"),
        ("<errors><error><code>403</code></error></errors>", "no list of service requests"),
        ("<html/>", "no list of service requests"),
        (f"<service_requests>{'<request>' * 5_000}", "too deep"),
        (b"<service_requests>\xff\x00\xe5\xe4\xf6", "is no XML"),
        ("plain words", "is no XML"),
    ],
)
def test_what_is_no_list_of_requests_gets_one_sentence(tmp_path, content, says):
    with pytest.raises(UnreadableFile, match=says):
        read_service_requests(saved(tmp_path, content))


@pytest.mark.parametrize("content", ["", "<service_requests/>"])
def test_an_empty_list_is_said_to_be_empty(tmp_path, content):
    with pytest.raises(EmptyFile):
        read_service_requests(saved(tmp_path, content))


def test_a_file_that_is_too_large_is_not_even_read(tmp_path, monkeypatch):
    monkeypatch.setattr(service_requests, "LARGEST", 100)
    with pytest.raises(UnreadableFile, match="split it"):
        read_service_requests(saved(tmp_path, xml()))
