"""Whatever is posted or asked gets an answer in the standard's format, and never an accident of ours."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.open311.factories import GOOD, ROOT, parsed

FIELDS = [
    *("service_code", "lat", "long", "address_string", "address_id", "description", "jurisdiction_id", "email"),
    *("service_request_id", "attribute[kind]", "attribute[causes][]", "attribute[times]", "attribute[help]"),
    *("attribute[]", "attribute", "media_url", "extensions"),
]
ANYTHING = st.one_of(
    st.text(max_size=200),
    st.sampled_from(["unsafe", "59.05", "15.05", "path", "lighting", "1e400", "-0", "nan", "\x00", "\ud800", "<a>&"]),
)
BODIES = st.dictionaries(st.sampled_from(FIELDS), st.one_of(ANYTHING, st.lists(ANYTHING, max_size=3)))
ADDRESSES = ("requests", "requests/x", "services/x", "tokens/x", "discovery", "services")
ONE_DATABASE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def is_by_the_book(answer: Any, format: str) -> bool:
    """200 or an error of the standard; in its format, as an array of errors or of requests."""
    assert answer.status_code in (200, 400, 403, 404, 413), answer.status
    if format == "xml":
        assert answer.content_type == "text/xml; charset=utf-8"
        root = parsed(answer.data)
        return root.tag == "errors" if answer.status_code != 200 else root.tag != "errors"
    assert answer.content_type == "application/json; charset=utf-8"
    return answer.status_code == 200 or all(list(one) == ["code", "description"] for one in answer.json)


@ONE_DATABASE
@given(body=BODIES, is_good=st.booleans(), format=st.sampled_from(["json", "xml"]))
def test_whatever_is_posted_is_answered(client, key, body, is_good, format):
    sent = {name: _encodable(value) for name, value in (GOOD | body if is_good else body).items()}
    assert is_by_the_book(client.post(f"{ROOT}/requests.{format}", data={"api_key": key, **sent}), format)


@ONE_DATABASE
@given(asked=BODIES, address=st.sampled_from(ADDRESSES), format=st.sampled_from(["json", "xml"]))
def test_whatever_is_asked_is_answered(client, key, asked, address, format):
    sent = {name: _encodable(value) for name, value in asked.items()}
    assert is_by_the_book(client.get(f"{ROOT}/{address}.{format}", query_string=sent), format)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"service_code": "unsafe"}', "application/json"),
        (b"\xff\xfe%00%ff&=&&=", "application/x-www-form-urlencoded"),
        (b"api_key=%ff%00&description=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"--x\r\nbroken", "multipart/form-data"),
        (b"", "text/plain"),
    ],
)
def test_a_body_of_another_kind_is_refused(client, key, body, kind):
    answer = client.post(f"{ROOT}/requests.json", data=body, content_type=kind)
    assert answer.status_code == 403 and is_by_the_book(answer, "json")


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_can_be_changed_or_deleted(client, key, method):
    for address in ("requests.json", "requests/x.json", "services.json", "tokens/x.json"):
        assert getattr(client, method)(f"{ROOT}/{address}").status_code in (404, 405)


def test_a_database_that_does_not_answer_is_told_in_the_format_that_was_asked_for(app, client, key, monkeypatch):
    with app.extensions["sessions"]() as session:
        engine = session.get_bind()
        with engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE sending_system RENAME TO gone")
        try:
            answer = client.post(f"{ROOT}/requests.json", data={"api_key": key, **GOOD})
        finally:
            with engine.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE gone RENAME TO sending_system")
    assert (answer.status_code, answer.json[0]["code"], answer.headers["Retry-After"]) == (503, 503, "30")


def _encodable(value: Any) -> Any:
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    return value.encode("utf-8", "replace").decode()
