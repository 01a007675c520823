"""What machines ask, the front door, and what is said when things go wrong."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dialog.app import create_app
from dialog.config import Config
from tests.factories import WHOLE
from tests.forms import hidden_fields


def test_a_living_process_says_so(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "ok"}


def test_a_ready_one_says_what_is_well(client: FlaskClient) -> None:
    assert client.get("/readyz").get_json() == {"database": "ok", "migrations": "ok"}


def test_an_empty_database_is_not_ready(tmp_path: object) -> None:
    app = create_app(Config(DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite", SECRET_KEY="x" * 32))
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503 and answer.get_json() == {"database": "ok", "migrations": "behind"}


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("ar-SY,sv;q=0.5", "ar"), ("de", "sv"), ("en-GB", "en"), ("", "sv"), ("xx-" + "y" * 999, "sv")],
)
def test_the_browser_proposes_the_language(client: FlaskClient, accepted: str, language: str) -> None:
    assert client.get("/", headers={"Accept-Language": accepted}).location == f"/{language}/"


@pytest.mark.parametrize("address", ["/sv/nothing", "/xx/", "/nothing", "/static/nothing", "/sv/dialogue/<x>"])
def test_a_page_that_is_not_there_says_so_kindly(client: FlaskClient, address: str) -> None:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 404 and "<x>" not in answer.text and "<h1" in answer.text


def test_a_page_that_is_not_there_speaks_the_language_of_its_address(client: FlaskClient) -> None:
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/nothing").text


def test_when_the_database_does_not_answer_nothing_typed_is_lost() -> None:
    app = create_app(Config(DATABASE_URL="sqlite:////nowhere/at/all.sqlite", SECRET_KEY="x" * 32))
    sent = app.test_client().post("/sv/dialogue/trygg", data=WHOLE | {"Q3_text": "kept <words>"})
    assert sent.status_code == 503 and sent.headers["Retry-After"]
    assert hidden_fields(sent.text)["Q3_text"] == "kept <words>"


def test_a_body_that_is_too_large_gets_a_sentence(client: FlaskClient) -> None:
    sent = client.post("/sv/report", data={"what": "x" * 5_000_000})
    assert sent.status_code == 413 and "<h1" in sent.text


def test_a_fault_of_ours_shows_nothing_of_the_inside(app: Flask) -> None:
    broken = create_app(Config(SECRET_KEY="x" * 32, DATABASE_URL=app.config["DATABASE_URL"]))
    broken.extensions["reporting_round"] = lambda session: 1 / 0
    answer = broken.test_client().get("/sv/report")
    broken.extensions["sessions"].kw["bind"].dispose()
    assert answer.status_code == 500 and "Traceback" not in answer.text and "ZeroDivision" not in answer.text


def test_a_forged_host_is_not_repeated(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in answer.text + answer.location
