"""Translations by people and by a machine, against a real server that speaks its interface."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.config import BadSetting, Config
from dialog.review.translations.libretranslate import LibreTranslate, NotTranslated
from dialog.review.translations.models import Translation
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.factories import make_text

NAME = "Anna Andersson"
ENV = {"SECRET_KEY": "only for the tests, and for them alone"}


class Machine:
    """A server of its own on this machine; `asked` is what came."""

    def __init__(self, address: str) -> None:
        self.url = address
        self.asked: list[dict[str, Any]] = []
        self.answer: tuple[int, dict[str, str], bytes] = (200, {}, b"")


@pytest.fixture
def machine() -> Iterator[Machine]:
    with _running() as one:
        yield one


@contextmanager
def _running() -> Iterator[Machine]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            one.asked.append(asked | {"path": self.path})
            status, headers, body = one.answer
            words = body or json.dumps({"translatedText": f"{asked['target']}: {asked['q']}"}).encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(words)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    one = Machine(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def text(session: Session) -> Text:
    mask = {"start": 0, "end": len(NAME), "label": "name"}
    text = make_text(session, f"{NAME} ser lampan.", language="en", written_in="sv", masks=[mask])
    session.commit()
    return text


@pytest.fixture
def reviewer(signed_in):
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def page_of(text: Text) -> str:
    return f"/staff/texts/{text.id}"


def send(client, text: Text, to: str = "translations", **data: str):
    return submit(client, page_of(text), data, to=f"{page_of(text)}/{to}")


def test_the_machine_gets_what_was_asked_in_its_own_words(machine):
    assert LibreTranslate(machine.url, "key").translate("Hej", source="sv-easy", target="en") == "en: Hej"
    assert machine.asked == [
        {"q": "Hej", "source": "sv", "target": "en", "format": "text", "api_key": "key", "path": "/translate"}
    ]


@pytest.mark.parametrize(
    "answer",
    [
        (500, {}, b"broken"),
        (200, {}, b"no json"),
        (200, {}, b"[]"),
        (200, {}, b'{"error": "no"}'),
        (200, {}, b'{"translatedText": " "}'),
        (302, {"Location": "http://127.0.0.1:9/elsewhere"}, b"there"),
    ],
)
def test_an_answer_that_is_no_translation_is_refused_and_no_redirect_is_followed(machine, answer):
    machine.answer = answer
    with pytest.raises(NotTranslated):
        LibreTranslate(machine.url).translate("Hej", source="sv", target="en")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://host", "http://127.0.0.1:9"])
def test_other_addresses_and_a_silent_machine_are_refused(url):
    with pytest.raises(NotTranslated):
        LibreTranslate(url).translate("Hej", source="sv", target="en")


def test_a_translator_far_away_needs_an_encrypted_address():
    assert Config.from_env(ENV).TRANSLATOR_URL == ""
    assert Config.from_env(ENV | {"DIALOG_TRANSLATOR_URL": "https://t.example/"}).TRANSLATOR_URL == "https://t.example"
    assert Config.from_env(ENV | {"DIALOG_TRANSLATOR_URL": "http://127.0.0.1:5000"}).TRANSLATOR_URL
    with pytest.raises(BadSetting):
        Config.from_env(ENV | {"DIALOG_TRANSLATOR_URL": "http://t.example"})


def test_no_machine_translates_unless_somebody_set_one_up(reviewer, text):
    assert "texts would leave the house" in reviewer.get(page_of(text)).text
    assert send(reviewer, text, "translations/machine", into="en").status_code == 404


def test_only_the_masked_words_leave_the_house_and_it_is_logged(app, reviewer, session, text, machine, monkeypatch):
    monkeypatch.setitem(app.config, "TRANSLATOR_URL", machine.url)
    assert send(reviewer, text, "translations/machine", into="en").status_code == 303
    assert [(one["q"], one["source"]) for one in machine.asked] == [("[…] ser lampan.", "sv")]
    assert "By a machine, unchecked" in reviewer.get(page_of(text)).text
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "text sent to translator")).one()
    assert NAME not in str(event.details)


def test_a_text_that_is_held_back_is_not_sent(app, reviewer, session, machine, monkeypatch):
    monkeypatch.setitem(app.config, "TRANSLATOR_URL", machine.url)
    held = make_text(session, "Han stal cykeln.", held=True)
    session.commit()
    assert send(reviewer, held, "translations/machine", into="en").status_code == 422
    assert machine.asked == [] and session.scalars(select(Translation)).all() == []


def test_a_person_translates_checks_and_is_told_when_other_words_are_hidden(reviewer, session, text):
    assert send(reviewer, text, into="en", body="[…] sees the lamp.").status_code == 303
    page = reviewer.get(page_of(text)).text
    assert "By a person, unchecked" in page and "Codes are put on the original" in page
    assert send(reviewer, text, "translations/en/check").status_code == 303
    assert "Checked by a person" in reviewer.get(page_of(text)).text
    session.get_one(Text, text.id).masks = []
    session.commit()
    assert "What is hidden has changed since." in reviewer.get(page_of(text)).text
    assert send(reviewer, text, "translations/en/check").status_code == 422
    assert send(reviewer, text, "translations/en/off").status_code == 303
    assert session.scalars(select(Translation)).all() == []


WRONG = ({"into": "en", "body": ""}, {"into": "sv", "body": "Hej"}, {"into": "xx", "body": "a"})


@pytest.mark.parametrize("data", WRONG)
def test_a_translation_needs_words_and_another_language(reviewer, session, text, data):
    assert send(reviewer, text, **data).status_code == 422
    assert session.scalars(select(Translation)).all() == []


def test_the_page_says_in_which_language_it_is_written(reviewer, text):
    page = reviewer.get(page_of(text)).text
    assert "It seems to be written in another language" in page
    assert 'class="review-text" lang="sv" dir="auto"' in page
