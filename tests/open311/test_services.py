"""Services and their definitions, in the words of GeoReport v2."""

import pytest

from dialog.languages import LANGUAGES
from dialog.open311.services import ASKS, SERVICES, service_of
from dialog.places.columns import ONE, SEVERAL
from dialog.places.fields import FEELINGS
from tests.open311.factories import ROOT, parsed

SERVICE = ["service_code", "service_name", "description", "metadata", "type", "keywords", "group"]
ATTRIBUTE = ["variable", "code", "datatype", "required", "datatype_description", "order", "description", "values"]


def test_every_feeling_is_a_service_and_so_is_saying_nothing_of_it():
    assert set(SERVICES) == {*FEELINGS, "place"}
    assert [service_of({"feeling": one}) for one in FEELINGS] == list(FEELINGS)
    assert service_of({}) == service_of({"feeling": "odd"}) == "place"


def test_whatever_a_report_may_answer_is_an_attribute():
    assert set(ASKS) - {"help"} == {*ONE, *SEVERAL} - {"feeling"}


def test_the_services_stand_in_both_formats(client, session):
    listed = client.get(f"{ROOT}/services.json")
    assert listed.content_type == "application/json; charset=utf-8"
    assert [list(one) for one in listed.json] == [SERVICE] * len(SERVICES)
    assert {(one["type"], one["metadata"]) for one in listed.json} == {("batch", True)}
    answer = client.get(f"{ROOT}/services.xml")
    assert answer.content_type == "text/xml; charset=utf-8"
    root = parsed(answer.data)
    assert (root.tag, [one.tag for one in root]) == ("services", ["service"] * len(SERVICES))
    assert [[field.tag for field in one] for one in root] == [SERVICE] * len(SERVICES)
    assert [one.findtext("service_name") for one in root] == [one["service_name"] for one in listed.json]
    assert root.findtext("service/metadata") == "true"


@pytest.mark.parametrize("code", SERVICES)
def test_a_definition_stands_in_both_formats(client, code):
    found = client.get(f"{ROOT}/services/{code}.json").json
    assert list(found) == ["service_code", "attributes"] and found["service_code"] == code
    assert [list(one) for one in found["attributes"]] == [ATTRIBUTE] * len(ASKS)
    assert [one["order"] for one in found["attributes"]] == list(range(1, len(ASKS) + 1))
    root = parsed(client.get(f"{ROOT}/services/{code}.xml").data)
    assert (root.tag, [one.tag for one in root]) == ("service_definition", ["service_code", "attributes"])
    assert {one.tag for one in root.iterfind("attributes/")} == {"attribute"}
    assert {one.tag for one in root.iterfind("attributes/attribute/values/")} == {"value"}
    assert [one.tag for one in root.find("attributes/attribute/values/value") or ()] == ["key", "name"]


def test_options_keep_the_ids_of_the_house(client):
    attributes = {one["code"]: one for one in client.get(f"{ROOT}/services/unsafe.json").json["attributes"]}
    assert [one["key"] for one in attributes["causes"]["values"]] == list(SEVERAL["causes"])
    assert (attributes["causes"]["datatype"], attributes["kind"]["datatype"]) == ("multivaluelist", "singlevaluelist")
    assert (attributes["help"]["datatype"], attributes["help"]["values"]) == ("text", [])


def test_words_come_in_the_language_that_is_asked_for(client):
    def first_keyword(**headers):
        answer = client.get(f"{ROOT}/services.json", headers=headers)
        assert answer.headers["Vary"].startswith("Accept-Language")
        return answer.headers["Content-Language"], answer.json[0]["keywords"].split(", ")[0]

    assert first_keyword() == first_keyword(**{"Accept-Language": "fi"}) == ("sv", "Mörkt eller trasig lampa")
    for tag in LANGUAGES:
        words = SEVERAL["causes"]["lighting"][tag].replace(",", " /")
        assert first_keyword(**{"Accept-Language": tag}) == (tag, words)


def test_an_unknown_service_is_an_error_in_the_format_that_was_asked_for(client):
    answer = client.get(f"{ROOT}/services/pothole.json")
    assert (answer.status_code, answer.json) == (
        404,
        [{"code": 404, "description": "service_code 'pothole' was not found."}],
    )
    root = parsed(client.get(f"{ROOT}/services/pothole.xml").data)
    assert (root.tag, root[0].tag, [one.tag for one in root[0]]) == ("errors", "error", ["code", "description"])
    assert root.findtext("error/code") == "404"


def test_the_discovery_document_leads_here(client):
    found = client.get(f"{ROOT}/discovery.json").json
    assert list(found) == ["changeset", "contact", "key_service", "endpoints"]
    [endpoint] = found["endpoints"]
    assert endpoint["specification"] == "http://wiki.open311.org/GeoReport_v2"
    assert (endpoint["url"], endpoint["type"]) == ("http://localhost/open311/v2", "production")
    assert endpoint["formats"] == ["text/xml", "application/json"]
    root = parsed(client.get(f"{ROOT}/discovery.xml").data)
    assert (root.tag, [one.tag for one in root]) == ("discovery", list(found))
    assert [one.text for one in root.iterfind("endpoints/endpoint/formats/format")] == endpoint["formats"]


def test_another_municipality_is_not_found_here(client, round):
    for mine in ("", "9999", "localhost"):
        assert client.get(f"{ROOT}/services.xml?jurisdiction_id={mine}").status_code == 200
    answer = client.get(f"{ROOT}/services.json?jurisdiction_id=sfgov.org")
    assert answer.status_code == 404 and "jurisdiction_id" in answer.json[0]["description"]


@pytest.mark.parametrize("address", ["", "nothing", "services", "services.csv", "requests/4711"])
def test_an_address_that_there_is_not_is_an_error_too(client, address):
    answer = client.get(f"{ROOT}/{address}")
    assert answer.status_code == 404
    if address:
        assert parsed(answer.data).findtext("error/code") == "404"


def test_other_sites_can_not_read_it_from_a_browser(client):
    answer = client.get(f"{ROOT}/services.json", headers={"Origin": "https://elsewhere.example"})
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
    assert "Set-Cookie" not in answer.headers
