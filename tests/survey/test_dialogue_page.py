"""Answering a round's dialogue."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.places.models import Report
from dialog.receipts.models import Receipt
from dialog.survey.actions import end_round, keep_questionnaire
from dialog.survey.models import Response
from dialog.survey.questionnaire import Option, Question, Questionnaire, Section
from dialog.texts.models import Text
from tests.factories import WHOLE, make_round
from tests.forms import hidden_fields, submit

CODE = re.compile(r'<output id="receipt"[^>]*>(\d{4}(?: \d{4}){4})</output>')
PAGE = "/ar/dialogue/trygg"


@pytest.fixture(autouse=True)
def a_round_is_open(session: Session) -> None:
    make_round(session)
    session.commit()


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_an_answer_is_stored_and_gets_a_code(client: FlaskClient, session: Session) -> None:
    sent = submit(client, PAGE, WHOLE | {"Q3_text": "الإنارة معطلة", "Q7": ["theft", "fraud"]})
    assert sent.status_code == 200 and CODE.search(sent.text)
    stored = session.scalars(select(Response)).one()
    assert (stored.language, stored.channel, stored.received_on) == ("ar", "web", date.today())
    assert stored.answers == {"Q1.a": "very_safe", "Q1.b": "fairly_unsafe", "Q7": ["fraud", "theft"]}
    text = session.scalars(select(Text)).one()
    assert (text.question, text.original, text.status) == ("Q3", "الإنارة معطلة", "new")


def test_places_told_of_inside_a_dialogue_belong_to_its_voice(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, WHOLE | {"Q4_1_area": "south", "Q4_1_what": "Mörkt", "Q5_1_words": "Biblioteket"})
    unsafe, safe = session.scalars(select(Report).order_by(Report.placed_by)).all()
    response = session.scalars(select(Response)).one()
    assert {unsafe.response_id, safe.response_id} == {response.id}
    assert (unsafe.placed_by, unsafe.answers["feeling"]) == ("area", "unsafe")
    assert (safe.placed_by, safe.answers["feeling"], safe.area_id) == ("words", "safe", None)


def test_an_empty_place_is_no_report(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, WHOLE | {"Q4_1_kind": "park_woods"})
    assert count(session, Report) == 0


def test_what_is_compulsory_and_missing_brings_a_summary_and_keeps_the_rest(client: FlaskClient) -> None:
    sent = submit(client, PAGE, {"Q1_a": "very_safe", "Q3_text": "kept words", "Q9": ["lighting"]})
    assert sent.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)"', sent.text) == ["Q0", "Q1_b"]
    assert 'role="alert"' in sent.text and "autofocus" in sent.text
    assert "kept words</textarea>" in sent.text
    assert re.search(r'name="Q9" value="lighting"[^>]* checked', sent.text)
    assert re.search(r'name="Q1_a" value="very_safe"[^>]* checked', sent.text)


def test_the_same_form_sent_twice_is_stored_once(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | WHOLE
    first, again = client.post(PAGE, data=fields), client.post(PAGE, data=fields)
    assert CODE.findall(first.text) == CODE.findall(again.text) != []
    assert count(session, Response) == count(session, Receipt) == 1


def test_the_same_key_with_another_body_is_refused_kindly(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | WHOLE
    client.post(PAGE, data=fields)
    other = client.post(PAGE, data=fields | {"Q6": "never"})
    assert other.status_code == 409 and not CODE.search(other.text)
    assert count(session, Response) == 1


def test_a_form_corrected_after_a_mistake_is_stored(client: FlaskClient, session: Session) -> None:
    wrong = submit(client, PAGE, {"Q0": "north"})
    sent = client.post(PAGE, data=hidden_fields(wrong.text) | WHOLE)
    assert CODE.search(sent.text) and count(session, Response) == 1


@pytest.mark.parametrize("token", ["", "forged", "MA.aaaaaa.forged"])
def test_a_forged_form_stores_nothing_and_keeps_what_was_typed(
    client: FlaskClient, session: Session, token: str
) -> None:
    fields = hidden_fields(client.get(PAGE).text) | WHOLE | {"form_token": token, "Q3_text": "kept words"}
    sent = client.post(PAGE, data=fields)
    assert sent.status_code == 400 and "kept words</textarea>" in sent.text
    assert count(session, Response) == 0
    assert CODE.search(client.post(PAGE, data=fields | hidden_fields(sent.text)).text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"Q0": "atlantis"},
        {"Q1_a": "very_safe; DROP TABLE response"},
        {"Q6": "sometimes\x00"},
        {"Q9": ["lighting", "police", "adults", "cleaning"]},
        {"Q3_text": "x" * 2001},
        {"Q7": ["nothing", "theft"]},
        {"Q4_1_kind": "castle", "Q4_1_words": "vid ån"},
    ],
)
def test_what_was_never_offered_is_not_stored(client: FlaskClient, session: Session, wrong: dict[str, object]) -> None:
    sent = submit(client, PAGE, WHOLE | wrong)
    assert sent.status_code == 422 and count(session, Response) == 0


def test_nul_bytes_and_broken_letters_are_dropped_from_texts(client: FlaskClient, session: Session) -> None:
    submit(client, PAGE, WHOLE | {"Q3_text": "a\x00b\x07 c"})
    assert session.scalars(select(Text.original)).one() == "ab c"


def test_bytes_that_are_no_text_are_taken_without_a_fault(client: FlaskClient) -> None:
    body = b"Q0=north&Q1_a=very_safe&Q3_text=%ff%fe%c3%28&form_token=x"
    sent = client.post(PAGE, data=body, content_type="application/x-www-form-urlencoded")
    assert sent.status_code == 400


def test_a_round_that_has_ended_says_so_and_gives_the_words_back(client: FlaskClient, session: Session) -> None:
    fields = hidden_fields(client.get(PAGE).text) | WHOLE | {"Q3_text": "my own words"}
    from_then = make_round(session, slug="older")
    end_round(from_then)
    session.commit()
    sent = client.post("/sv/dialogue/older", data=fields)
    assert sent.status_code == 410 and "my own words" in sent.text
    assert count(session, Response) == 0
    assert client.get("/sv/dialogue/older").status_code == 200


def test_a_round_that_is_only_planned_or_unknown_is_not_there(client: FlaskClient, session: Session) -> None:
    make_round(session, slug="next-year", opened=False)
    session.commit()
    assert client.get("/sv/dialogue/next-year").status_code == 404
    assert client.get("/sv/dialogue/nothing").status_code == 404


def test_a_fresh_form_looks_the_same_as_one_rendered_anew(client: FlaskClient) -> None:
    first, second = client.get(PAGE).text, client.get(PAGE).text
    without = re.compile(r'name="(form_token|key)" value="[^"]*"')
    assert without.sub("", first) == without.sub("", second)
    assert hidden_fields(first)["key"] != hidden_fields(second)["key"]


def test_a_change_of_an_areas_name_shows_at_once(client: FlaskClient, session: Session) -> None:
    assert "Norrby" in client.get("/sv/dialogue/trygg").text
    session.scalars(select(Area).where(Area.code == "north")).one().names = {"sv": "Nya Norrby"}
    session.commit()
    assert "Nya Norrby" in client.get("/sv/dialogue/trygg").text


def test_a_questionnaire_that_lacks_the_pages_language_is_shown_in_swedish_and_marked(
    client: FlaskClient, session: Session
) -> None:
    swedish = {"sv": "Bara på svenska"}
    question = Question("Q1", "one_of", swedish, options=(Option("yes", {"sv": "Ja"}),))
    only = Questionnaire("svensk", 1, swedish, (Section("one", swedish, (question,)),))
    make_round(session, slug="svensk", questionnaire=keep_questionnaire(session, only))
    session.commit()
    assert re.search(r'<span lang="sv" dir="ltr">[^<]+</span>', client.get("/ar/dialogue/svensk").text)
    assert not re.search(r'<section[^>]* lang="sv"', client.get("/sv/dialogue/svensk").text)
