"""Following what was sent, with its code."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.texts.models import ACCEPTED, Text
from tests.factories import WHOLE, make_round
from tests.forms import submit

READ = "Staff have read what you wrote."


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def code_in(page: str) -> str:
    found = re.search(r"<output[^>]*>([\d ]+)</output>", page)
    assert found
    return found[1]


def test_a_code_tells_that_the_words_were_received_and_then_read(client: FlaskClient, session: Session) -> None:
    code = code_in(submit(client, "/en/dialogue/trygg", WHOLE | {"Q3_text": "words", "Q4_1_words": "there"}).text)
    before = submit(client, "/en/receipt", {"code": code})
    assert "Received" in before.text and READ not in before.text
    session.execute(update(Text).values(status=ACCEPTED))
    session.execute(update(Report).values(status=ACCEPTED))
    session.commit()
    assert READ in submit(client, "/en/receipt", {"code": code}).text


def test_a_report_has_a_code_of_its_own(client: FlaskClient) -> None:
    code = code_in(submit(client, "/en/report", {"feeling": "unsafe", "words": "there"}).text)
    assert submit(client, "/en/receipt", {"code": code.replace(" ", "")}).status_code == 200


@pytest.mark.parametrize(("typed", "status"), [("", 422), ("1234", 422), ("1234 " * 5, 404), ("x" * 5000, 422)])
def test_a_code_that_is_none_gets_a_sentence_and_stays_typed(client: FlaskClient, typed: str, status: int) -> None:
    sent = submit(client, "/en/receipt", {"code": typed})
    assert sent.status_code == status and 'role="alert"' in sent.text
    assert typed.strip()[:50] in sent.text
