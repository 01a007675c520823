"""Answering a dialogue page by page, without script: what was answered travels with the form."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.survey.actions import keep_questionnaire
from dialog.survey.models import Response
from dialog.texts.models import Text
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.survey.walks import WALKS

PAGE = "/sv/dialogue/ut"
CODE = re.compile(r'<output id="receipt"')


@pytest.fixture(autouse=True)
def a_round_asks_for_walks(session: Session) -> None:
    make_round(session, slug="ut", questionnaire=keep_questionnaire(session, WALKS))
    session.commit()


def go(client: FlaskClient, page: TestResponse, button: str = "next", **answers: object) -> TestResponse:
    """Press a button of the page."""
    return client.post(PAGE, data=hidden_fields(page.text) | answers | {"go": button})


def heading(page: TestResponse) -> str:
    found = re.search(r'<h2 id="(?:part-([^"]+)|closing-heading)"', page.text)
    return (found[1] or "closing") if found else ""


def asked(page: TestResponse) -> list[str]:
    """The names of the fields that are not hidden."""
    shown = re.sub(r"<template.*?</template>", "", page.text, flags=re.DOTALL)
    return list(
        dict.fromkeys(
            re.findall(r'<(?:input type="(?:radio|checkbox|text|date)"|textarea|select)[^>]* name="([^"]+)"', shown)
        )
    )


def test_answers_lead_from_page_to_page_and_are_stored_in_the_end(client: FlaskClient, session: Session) -> None:
    first = client.get(PAGE)
    assert (heading(first), asked(first)) == ("first", ["out"])
    more = go(client, first, out="yes")
    assert (heading(more), asked(more)) == ("first", ["out", "when"])
    where = go(client, more, out="yes", when="night")
    assert (heading(where), asked(where)) == ("where", ["town"])
    street = go(client, where, town="a")
    assert (heading(street), asked(street)) == ("where", ["town", "street"])
    closing = go(client, street, town="a", street="a1")
    assert heading(closing) == "closing"
    assert session.scalar(select(func.count()).select_from(Response)) == 0
    assert CODE.search(go(client, closing, "send").text)
    assert session.scalars(select(Response)).one().answers == {
        "out": "yes",
        "when": "night",
        "town": "a",
        "street": "a1",
    }


def test_going_back_and_forth_keeps_everything(client: FlaskClient) -> None:
    inside = go(client, client.get(PAGE), out="no")
    assert (heading(inside), asked(inside)) == ("inside", ["why"])
    where = go(client, inside, why="Mörkt i tunneln")
    inside = go(client, where, "back")
    assert "Mörkt i tunneln</textarea>" in inside.text
    back = go(client, inside, "back", why="Mörkt i tunneln")
    assert re.search(r'value="no"[^>]* checked', back.text)
    again = go(client, back, out="no")
    assert "Mörkt i tunneln</textarea>" in again.text


def test_changing_an_earlier_answer_drops_what_it_had_led_to(client: FlaskClient, session: Session) -> None:
    where = go(client, go(client, client.get(PAGE), out="no"), why="Mörkt")
    first = go(client, go(client, where, "back"), "back")
    more = go(client, first, out="yes")
    closing = go(client, go(client, more, out="yes", when="day"), "next")
    assert CODE.search(go(client, closing, "send").text)
    assert session.scalars(select(Response)).one().answers == {"out": "yes", "when": "day"}
    assert session.scalar(select(func.count()).select_from(Text)) == 0


def test_what_is_missing_is_told_on_its_own_page(client: FlaskClient) -> None:
    sent = go(client, client.get(PAGE))
    assert (sent.status_code, heading(sent)) == (422, "first")
    assert re.findall(r'<li><a href="#(\w+)"', sent.text) == ["out"]


def test_a_form_made_by_hand_stores_nothing_that_the_conditions_hide(client: FlaskClient, session: Session) -> None:
    forged = hidden_fields(client.get(PAGE).text) | {
        "out": "yes",
        "when": "day",
        "why": "ändå",
        "street": "b1",
        "town": "b",
    }
    sent = client.post(PAGE, data=forged | {"page": "closing", "go": "send"})
    assert CODE.search(sent.text)
    assert "why" not in session.scalars(select(Response)).one().answers
    assert session.scalar(select(func.count()).select_from(Text)) == 0


def test_an_option_that_was_not_offered_is_refused(client: FlaskClient, session: Session) -> None:
    forged = hidden_fields(client.get(PAGE).text) | {"out": "yes", "town": "a", "street": "b1"}
    sent = client.post(PAGE, data=forged | {"page": "closing", "go": "send"})
    assert (sent.status_code, heading(sent)) == (422, "where")
    assert session.scalar(select(func.count()).select_from(Response)) == 0


@pytest.mark.parametrize(
    "nonsense", [{"page": "nowhere"}, {"page": "inside"}, {"go": "dance"}, {"seen": "\x00"}, {"page": ""}]
)
def test_a_page_that_does_not_exist_leads_to_one_that_does(client: FlaskClient, nonsense: dict[str, str]) -> None:
    fields = hidden_fields(client.get(PAGE).text) | {"out": "yes", "when": "day"} | nonsense
    assert client.post(PAGE, data=fields).status_code in (200, 422)


def test_a_page_that_was_open_too_long_keeps_everything(client: FlaskClient) -> None:
    page = client.get(PAGE)
    sent = client.post(PAGE, data=hidden_fields(page.text) | {"form_token": "old", "out": "no", "go": "next"})
    assert sent.status_code == 400
    assert 'name="out" value="no"' in sent.text


def test_what_could_follow_lies_ready_for_script_and_counts_for_nothing_without(client: FlaskClient) -> None:
    page = client.get(PAGE).text
    assert re.search(r'<template data-show="[^"]*&#34;chosen&#34;: &#34;out&#34;', page)
