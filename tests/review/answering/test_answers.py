"""Answers to those who sent reports, and what they see behind their code."""

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.receipts.actions import keep_receipt
from dialog.receipts.codes import hash_of
from dialog.review.answering.filling import (
    PLACEHOLDERS,
    NothingToFillIn,
    UnknownPlaceholder,
    fill_in,
    open_places,
)
from dialog.review.answering.models import GivenAnswer
from dialog.review.answering.shipped import SHIPPED
from dialog.review.owners.actions import add_owner, keep_copy
from dialog.texts.models import ACCEPTED, Text
from tests.factories import make_round
from tests.forms import hidden_fields, submit
from tests.review.factories import AT, make_response, make_staff, make_text

SECRET = "only for the tests, and for them alone"  # the application's


@pytest.fixture
def code(client, session: Session) -> str:
    """Of a report that was just sent."""
    make_round(session)
    session.commit()
    page = submit(client, "/en/report", {"feeling": "unsafe", "words": "by the gate", "what": "It is dark."}).text
    found = re.search(r"<output[^>]*>([\d ]+)</output>", page)
    assert found
    return found[1]


@pytest.fixture
def report(session: Session, code: str) -> Report:
    report = session.scalars(select(Report)).one()
    report.status = ACCEPTED
    session.commit()
    return report


@pytest.fixture
def reviewer(signed_in):
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def answer(reviewer, report: Report, **data: str):
    page = f"/staff/reports/{report.id}"
    return submit(reviewer, page, {"own_language": "sv", "own": "", "key": "", **data}, to=f"{page}/answers")


def followed(client, code: str, language: str = "en") -> str:
    return submit(client, f"/{language}/receipt", {"code": code}).text


def test_every_shipped_answer_speaks_three_languages_and_leaves_open_what_can_be_filled_in():
    for one in SHIPPED.values():
        assert {"sv", "en", "ar"} <= set(one.words)
        assert len({frozenset(open_places(text)) for text in one.words.values()}) == 1, one.key


@given(st.text())
def test_whatever_stands_in_braces_is_refused_unless_it_is_on_the_list(name: str):
    try:
        places = open_places(f"a {{{name}}} b")
    except UnknownPlaceholder:
        return
    assert places <= set(PLACEHOLDERS) and places


def test_names_are_filled_in_in_the_language_of_the_answer():
    words = {"sv": "I {area}.", "en": "In {area}."}
    assert fill_in(words, {"area": {"sv": "Söder", "en": "South"}}) == {"sv": "I Söder.", "en": "In South."}
    with pytest.raises(NothingToFillIn):
        fill_in(words, {"area": {}})


def test_an_answer_is_read_in_the_pages_language_and_own_words_in_theirs(client, reviewer, report, code):
    assert answer(reviewer, report, key="thanks", own="Lampan byts på tisdag.").status_code == 303
    english, arabic = followed(client, code), followed(client, code, "ar")
    assert "Thank you for telling us." in english and '<p dir="auto" lang="sv">Lampan byts' in english
    assert "شكرًا لأنك أخبرتنا" in arabic and "Thank you" not in arabic
    somali = followed(client, code, "sv")
    assert "Tack för att du berättade." in somali


def test_a_corrected_answer_takes_the_place_of_the_first_and_says_so(client, session, reviewer, report, code):
    answer(reviewer, report, own="Fel svar.")
    wrong = session.scalars(select(GivenAnswer)).one()
    assert answer(reviewer, report, own="Rätt svar.", corrects=str(wrong.id)).status_code == 303
    page = followed(client, code)
    assert "Rätt svar." in page and "Fel svar." not in page and "Corrected" in page
    assert answer(reviewer, report, own="En gång till.", corrects=str(wrong.id)).status_code == 422
    assert len(session.scalars(select(GivenAnswer)).all()) == 2


def test_own_words_that_may_point_to_a_person_are_warned_of(reviewer, report):
    answer(reviewer, report, own="Ring Anna Andersson på 070-174 06 05.")
    assert "may point to a person" in reviewer.get(f"/staff/reports/{report.id}").text


@pytest.mark.parametrize("data", [{}, {"key": "none such"}, {"key": "sent_on"}, {"own_language": "xx", "own": "a"}])
def test_an_answer_that_says_nothing_or_names_nobody_is_refused(session, reviewer, report, data):
    assert answer(reviewer, report, **data).status_code == 422
    assert session.scalars(select(GivenAnswer)).all() == []


def test_the_code_shows_to_whom_it_was_sent_and_that_it_is_done_in_days_only(client, session, reviewer, report, code):
    owner = add_owner(session, name="Gatukontoret", kind="municipality")
    by = make_staff(session)
    keep_copy(session, report, owner_id=owner.id, way="hand", exact=False, text_ids=[], by=by, at=AT)
    session.commit()
    page = f"/staff/reports/{report.id}"
    submit(reviewer, page, {"do": "done"}, to=f"{page}/done")
    shown = followed(client, code)
    assert "Sent on" in shown and "<bdi>Gatukontoret</bdi>" in shown and "Done" in shown
    assert "9:30" not in shown and "09:30" not in shown
    owner.organisation = False
    session.commit()
    assert "Gatukontoret" not in followed(client, code)


@pytest.fixture
def added(client, session: Session) -> tuple[str, Text]:
    """The code of a response, and what was added behind it."""
    response, code = make_response(session), "12345678901234567890"
    keep_receipt(session, code_hash=hash_of(code, SECRET), body_hash="", response_id=response.id)
    session.commit()
    fields = hidden_fields(followed(client, code))
    client.post("/en/receipt", data=fields | {"added": "When will the lamp be mended?"})
    return code, session.scalars(select(Text).where(Text.question == "added")).one()


def answer_text(reviewer, text: Text, **data: str):
    page = f"/staff/texts/{text.id}"
    return submit(reviewer, page, {"own_language": "sv", "own": "", "key": "", **data}, to=f"{page}/answers")


def test_what_is_added_to_a_response_is_answered_behind_its_code_and_corrected(client, session, reviewer, added):
    code, text = added
    assert answer_text(reviewer, text, key="thanks", own="På måndag.").status_code == 303
    page = followed(client, code)
    assert "Thank you for telling us." in page and '<p dir="auto" lang="sv">På måndag.' in page
    assert "It has not been read yet." not in page
    given = session.scalars(select(GivenAnswer)).one()
    assert (given.response_id, given.report_id) == (text.response_id, None)
    assert answer_text(reviewer, text, own="På tisdag.", corrects=str(given.id)).status_code == 303
    page = followed(client, code)
    assert "På tisdag." in page and "På måndag." not in page and "Corrected" in page
    assert "answered those who sent it" in reviewer.get(f"/staff/texts/{text.id}").text


def test_an_answer_of_one_voice_is_not_corrected_from_another(session, reviewer, report, added):
    answer(reviewer, report, own="Om platsen.")
    other = session.scalars(select(GivenAnswer)).one()
    assert answer_text(reviewer, added[1], own="Om texten.", corrects=str(other.id)).status_code == 422


def test_where_nobody_has_a_code_nothing_is_answered_about_a_text(session, reviewer, report):
    alone, of_report = make_text(session), make_text(session, report_id=report.id, question="what")
    session.commit()
    assert "Answers to those who sent it" not in reviewer.get(f"/staff/texts/{alone.id}").text
    assert reviewer.post(f"/staff/texts/{of_report.id}/answers").status_code in (400, 404)


def test_what_is_added_behind_the_code_waits_as_every_text_and_arrives_once(client, session, reviewer, code):
    fields = hidden_fields(followed(client, code))
    for _ in range(2):
        added = client.post("/en/receipt", data=fields | {"added": "The lamp is still broken."})
        assert added.status_code == 200 and "has arrived" in added.text
    texts = session.scalars(select(Text).where(Text.question == "added")).all()
    assert [(text.original, text.status) for text in texts] == [("The lamp is still broken.", "new")]
    assert "The lamp is still broken." in reviewer.get("/staff/").text
    other = client.post("/en/receipt", data=fields | {"added": "Other words with the same key."})
    assert other.status_code == 400 and "Other words with the same key." in other.text


@pytest.mark.parametrize(("words", "status"), [("", 422), ("x" * 2001, 422)])
def test_what_cannot_be_added_stays_written(client, code, words, status):
    fields = hidden_fields(followed(client, code))
    refused = client.post("/en/receipt", data=fields | {"added": words})
    assert refused.status_code == status and 'role="alert"' in refused.text and words in refused.text


def test_without_the_code_nothing_is_added(client, session, code):
    fields = hidden_fields(followed(client, code)) | {"code": "1234 " * 5, "added": "words"}
    assert client.post("/en/receipt", data=fields).status_code == 404
    assert client.post("/en/receipt", data=fields | {"form_token": "x"}).status_code == 400
    assert session.scalars(select(Text).where(Text.question == "added")).all() == []


def test_reviewers_keep_the_library(reviewer, session):
    assert "Vi behöver veta mer" in reviewer.get("/staff/answers").text
    wrong = submit(reviewer, "/staff/answers/thanks", {"title": "Tack", "words-sv": "Hej {name}", "active": "yes"})
    assert wrong.status_code == 422 and "Only {area} and {owner}" in wrong.text
    data = {"title": "Tack så mycket", "words-sv": "Tack från {owner}", "active": "yes"}
    assert submit(reviewer, "/staff/answers/thanks", data).status_code == 303
    assert submit(reviewer, "/staff/answers/new", data | {"title": "Nytt", "words-sv": ""}).status_code == 422
    assert submit(reviewer, "/staff/answers/new", data | {"title": "Nytt"}).status_code == 303
    page = reviewer.get("/staff/answers").text
    assert "Tack så mycket" in page and "Nytt" in page and page.count("Tack från {owner}") == 2
    assert reviewer.get("/staff/answers/none").status_code == 404


def test_ids_of_answers_are_chance(reviewer, session, report):
    answer(reviewer, report, own="Hej.")
    assert UUID(str(session.scalars(select(GivenAnswer.id)).one())).version == 4
