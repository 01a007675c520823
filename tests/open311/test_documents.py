"""JSON and XML of the same document: GeoReport v2's Spark convention."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dialog.open311.to_xml import to_json, to_xml
from tests.open311.factories import parsed

XML_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cc", "Cs", "Cn"]))


def test_a_list_is_an_element_and_its_members_have_a_name():
    services = [{"service_code": "a", "metadata": True, "group": None}, {"service_code": "b"}]
    assert to_xml("services", services) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        "<services>"
        "<service><service_code>a</service_code><metadata>true</metadata><group /></service>"
        "<service><service_code>b</service_code></service>"
        "</services>\n"
    )
    assert json.loads(to_json(services)) == services


def test_lists_within_have_members_too():
    definition = {"attributes": [{"order": 1, "values": [{"key": "x", "name": "X"}]}]}
    assert to_xml("service_definition", definition).splitlines()[1] == (
        "<service_definition><attributes><attribute><order>1</order>"
        "<values><value><key>x</key><name>X</name></value></values>"
        "</attribute></attributes></service_definition>"
    )


@given(XML_TEXT)
def test_whatever_was_written_comes_through(text: str):
    found = parsed(to_xml("service_requests", [{"description": text}]))
    assert (found.findtext("request/description") or "") == text


@given(st.text(st.characters(codec="utf-8")))
def test_characters_that_xml_has_no_place_for_never_break_it(text: str):
    parsed(to_xml("errors", [{"code": 400, "description": text}]))
