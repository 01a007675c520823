"""Colleagues answer behind the phrase that they share: no account, no cookie, nothing in the address."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.accounts.models import SignInFailures
from dialog.survey.actions import RoundClosed, end_round, keep_questionnaire, submit_response
from dialog.survey.colleagues import way_in
from dialog.survey.colleagues.actions import MOST_GUESSES, ask_colleagues
from dialog.survey.conditions import Chosen
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.models import Response, Round, StaffDialogue
from dialog.texts.models import Text
from tests.factories import OF_A_COLLEAGUE, PHRASE, WHOLE, make_staff_round
from tests.forms import hidden_fields, submit

DOOR = "/sv/colleagues/kollegor"
ANSWERS = f"{DOOR}/answers"
CODE = re.compile(r'<output id="receipt"[^>]*>(\d{4}(?: \d{4}){4})</output>')


@pytest.fixture(autouse=True)
def asked(session: Session) -> Round:
    round = make_staff_round(session)
    session.commit()
    return round


def stored(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Response)) or 0


def come_in(client: FlaskClient, phrase: str = PHRASE) -> TestResponse:
    return submit(client, DOOR, {"phrase": phrase})


def send(client: FlaskClient, **given: object) -> TestResponse:
    return client.post(ANSWERS, data=hidden_fields(come_in(client).text) | OF_A_COLLEAGUE | given)


def test_who_says_the_phrase_gets_the_form_and_a_receipt(client: FlaskClient, session: Session) -> None:
    sent = send(client, S2_T4="very_big", S3="T4", S3_text="Mörkt vid entrén.", S7=["time", "routines"])
    assert sent.status_code == 200 and CODE.search(sent.text)
    kept = session.scalars(select(Response)).one()
    assert (kept.channel, kept.area_id, kept.received_on) == ("web", None, date.today())
    assert kept.answers == {"S1": "care", "S2.T4": "very_big", "S3": "T4", "S7": ["routines", "time"]}
    text = session.scalars(select(Text)).one()
    assert (text.original, text.status, text.area_id) == ("Mörkt vid entrén.", "new", None)


@pytest.mark.parametrize(
    "typed", ["Blå  hästar\täter havregryn", "BLÅ-HÄSTAR-ÄTER-HAVREGRYN", " blå hästar äter havregryn. "]
)
def test_capitals_gaps_and_hyphens_do_not_matter(client: FlaskClient, typed: str) -> None:
    assert 'name="S1"' in come_in(client, typed).text


def test_a_wrong_phrase_brings_one_plain_sentence_and_no_question(client: FlaskClient) -> None:
    refused = come_in(client, "gröna hästar äter havregryn")
    assert refused.status_code == 422
    assert refused.text.count('role="alert"') == 1 and 'href="#phrase"' in refused.text
    assert 'name="S1"' not in refused.text and "gröna hästar" not in refused.text


def test_guessing_stops_for_a_quarter_of_an_hour_and_keeps_nothing_of_who_guesses(
    client: FlaskClient, session: Session
) -> None:
    fields = hidden_fields(client.get(DOOR).text)
    guesses = [client.post(DOOR, data=fields | {"phrase": f"gissning nummer {n}"}) for n in range(MOST_GUESSES)]
    assert {one.status_code for one in guesses} == {422}
    assert client.post(DOOR, data=fields | {"phrase": PHRASE}).status_code == 429
    kept = session.scalars(select(SignInFailures)).one()
    assert re.fullmatch("[0-9a-f]{64}", kept.email_hash)


def test_a_right_phrase_forgets_the_wrong_ones_before_it(client: FlaskClient, session: Session) -> None:
    come_in(client, "gröna hästar äter havregryn")
    come_in(client)
    assert session.scalars(select(SignInFailures)).all() == []


def test_no_page_sets_a_cookie_or_may_be_kept_and_the_phrase_is_in_none_of_them(client: FlaskClient) -> None:
    pages = [
        client.get(DOOR),
        come_in(client),
        come_in(client, "fel fras helt enkelt"),
        send(client),
        send(client, S1=""),
    ]
    for page in pages:
        assert "Set-Cookie" not in page.headers
        assert page.headers["Cache-Control"] == "no-store"
        assert "havregryn" not in page.text
        assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_form_says_where_to_turn_and_is_kept_on_no_device(client: FlaskClient) -> None:
    page = come_in(client).text
    assert 'href="tel:112"' in page and "data-keep" not in page and "keeping.js" not in page


def test_nothing_is_taken_without_the_phrase(client: FlaskClient, session: Session) -> None:
    door = hidden_fields(client.get(DOOR).text)
    for way_in_given in ({}, {"way_in": ""}, {"way_in": "x.y.z"}, {"way_in": door["form_token"]}):
        answer = client.post(ANSWERS, data=door | OF_A_COLLEAGUE | way_in_given)
        assert answer.status_code == 403 and 'name="S1"' not in answer.text
    assert stored(session) == 0


def test_the_way_in_to_one_round_opens_no_other(client: FlaskClient, session: Session) -> None:
    make_staff_round(session, slug="polisen")
    session.commit()
    fields = hidden_fields(come_in(client).text)
    assert client.post("/sv/colleagues/polisen/answers", data=fields | OF_A_COLLEAGUE).status_code == 403
    assert stored(session) == 0


@pytest.fixture
def too_late(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(way_in, "VALID_SECONDS", -1)


def test_after_a_day_the_phrase_is_asked_for_again_and_nothing_is_lost(
    client: FlaskClient, session: Session, too_late: Callable[[], None]
) -> None:
    given = hidden_fields(come_in(client).text) | OF_A_COLLEAGUE | {"S3_text": "Det jag skrev"}
    too_late()
    again = client.post(ANSWERS, data=given)
    assert again.status_code == 400 and "Det jag skrev" in again.text and 'id="phrase"' in again.text
    assert client.post(ANSWERS, data=given | {"phrase": "fel fras helt enkelt"}).status_code == 400
    assert stored(session) == 0
    assert client.post(ANSWERS, data=given | {"phrase": PHRASE}).status_code == 200
    assert stored(session) == 1


def test_a_new_phrase_ends_the_ways_in_of_the_old_one(client: FlaskClient, session: Session, asked: Round) -> None:
    fields = hidden_fields(come_in(client).text)
    for_whom = session.get_one(Round, session.get_one(StaffDialogue, asked.id).belongs_to_id)
    ask_colleagues(session, asked, belongs_to=for_whom, phrase="en helt annan fras")
    session.commit()
    assert client.post(ANSWERS, data=fields | OF_A_COLLEAGUE).status_code == 400
    assert stored(session) == 0


def test_the_same_form_sent_twice_is_one_answer(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(come_in(client).text) | OF_A_COLLEAGUE
    first, second = (client.post(ANSWERS, data=fields) for _ in range(2))
    assert CODE.findall(first.text) == CODE.findall(second.text) != []
    assert stored(session) == 1


def test_what_is_missing_is_said_and_the_way_in_stays(client: FlaskClient, session: Session) -> None:
    again = send(client, S1="", S3_text="Kvar")
    assert again.status_code == 422 and "Kvar" in again.text
    assert client.post(ANSWERS, data=hidden_fields(again.text) | OF_A_COLLEAGUE).status_code == 200


def test_a_staff_round_is_in_none_of_the_residents_pages(client: FlaskClient, session: Session) -> None:
    for address in ("/sv/", "/sv/report"):
        assert "Kollegor i Provby" not in client.get(address).text
    for address in ("", "/areas.geojson", "/names.geojson"):
        assert client.get(f"/sv/dialogue/kollegor{address}").status_code == 404
    assert client.post("/sv/dialogue/kollegor", data=WHOLE | OF_A_COLLEAGUE).status_code == 404
    assert client.get("/sv/colleagues/trygg").status_code == 404
    assert stored(session) == 0


def test_an_answer_that_does_not_say_whose_it_is_goes_to_no_staff_round(session: Session, asked: Round) -> None:
    nothing: dict[str, Any] = {"area_id": None, "answers": {}, "texts": {}, "on": date.today(), "language": "sv"}
    for channel in ("web", "paper", "import"):
        with pytest.raises(RoundClosed):
            submit_response(session, round=asked, channel=channel, **nothing)


def test_no_file_of_answers_is_loaded_into_a_staff_round(app: Flask, tmp_path) -> None:
    file = tmp_path / "svar.csv"
    file.write_text("S1\ncare\n")
    for kind in ("responses", "reports"):
        done = app.test_cli_runner().invoke(args=[kind, "load", str(file), "--round", "kollegor"])
        assert done.exit_code == 2 and "staff" in done.output


def test_what_is_added_behind_the_code_stands_without_a_place_too(client: FlaskClient, session: Session) -> None:
    code = CODE.findall(send(client).text)[0]
    session.query(Response).update({"area_id": session.scalar(select(Round.area_id))})
    session.commit()
    assert submit(client, "/sv/receipt", {"code": code, "added": "En sak till."}).status_code == 200
    assert session.scalars(select(Text.area_id).where(Text.question == "added")).all() == [None]


def test_a_round_that_has_ended_takes_nothing_more(client: FlaskClient, session: Session, asked: Round) -> None:
    fields = hidden_fields(come_in(client).text)
    end_round(session.get_one(Round, asked.id))
    session.commit()
    for answer in (
        client.get(DOOR),
        client.post(DOOR, data=fields),
        client.post(ANSWERS, data=fields | OF_A_COLLEAGUE),
    ):
        assert 'name="S1"' not in answer.text and 'id="phrase"' not in answer.text
    assert stored(session) == 0


def test_the_address_of_a_sent_form_leads_back_to_the_door(client: FlaskClient) -> None:
    answer = client.get(ANSWERS)
    assert (answer.status_code, answer.location) == (303, DOOR)


def test_a_questionnaire_asked_page_by_page_carries_the_way_in_from_page_to_page(
    client: FlaskClient, session: Session
) -> None:
    asked = staff_dialogue()
    only_where_it_is_worse = Chosen("S4", ("worse",))
    sections = (*asked.sections[:-1], replace(asked.sections[-1], show_if=only_where_it_is_worse))
    paged = keep_questionnaire(session, replace(asked, id="paged", sections=sections))
    make_staff_round(session, slug="sidor", questionnaire=paged)
    session.commit()
    page = submit(client, "/sv/colleagues/sidor", {"phrase": PHRASE})
    for answers in (OF_A_COLLEAGUE, {"S4": "worse"}, {"S5": "school"}, {"S8": "no"}):
        page = client.post("/sv/colleagues/sidor/answers", data=hidden_fields(page.text) | answers | {"go": "next"})
        assert page.status_code == 200, page.text
    assert stored(session) == 0
    sent = client.post("/sv/colleagues/sidor/answers", data=hidden_fields(page.text) | {"go": "send"})
    assert CODE.search(sent.text)
    kept = session.scalars(select(Response)).one()
    assert kept.answers == {"S1": "care", "S4": "worse", "S5": ["school"], "S8": "no"}
