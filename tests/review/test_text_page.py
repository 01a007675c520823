"""A reviewer at work on texts, through the pages."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.audit.models import AuditEvent
from dialog.review.coding.actions import add_code
from dialog.review.models import Coding, StatusChange
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.factories import AT, DAY, make_report, make_response, make_staff, make_text

NOWHERE = "00000000-0000-4000-8000-000000000000"
ORIGINAL = "Mopederna kör på gångvägen. Ring mig på 070-123 45 67."


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


@pytest.fixture
def text(session: Session) -> Text:
    text = make_text(session, ORIGINAL, area_id=None)
    session.commit()
    return text


def page_of(text: Text) -> str:
    return f"/staff/texts/{text.id}"


def send(client: FlaskClient, text: Text, to: str, **data: object) -> TestResponse:
    """Fill in one of the forms of a text's page."""
    return submit(client, page_of(text), {"words": "", "label": "", "codes": [], **data}, to=f"{page_of(text)}/{to}")


def fresh(session: Session, text: Text) -> Text:
    session.expire_all()
    return session.get_one(Text, text.id)


def test_a_text_goes_from_the_queue_through_masking_and_coding_to_a_quote(reviewer, session, text):
    queue = reviewer.get("/staff/")
    assert "Mopederna" in queue.text and page_of(text) in queue.text
    assert "Mopederna" in reviewer.get(page_of(text)).text

    hidden = send(reviewer, text, "masks", words="070-123 45 67", label="phone")
    assert (hidden.status_code, hidden.location) == (303, page_of(text))
    shown = reviewer.get(page_of(text)).text
    assert "070-123" not in shown and '<span class="masked">phone number</span>' in shown

    coded = send(reviewer, text, "codes", codes=["T1.reckless_driving", "T9"], stance="problem")
    assert coded.status_code == 303
    assert fresh(session, text).status == "accepted"

    send(reviewer, text, "decision", do="clear")
    assert fresh(session, text).quotable is True
    page = reviewer.get(page_of(text)).text
    for line in (
        "reviewer hid words: phone number",
        "reviewer accepted it",
        "reviewer added the code T1 Reckless driving, problem",
        "reviewer added the code T9 Built environment, problem",
        "reviewer cleared it for quoting",
    ):
        assert line in page
    assert "Nothing is here" in reviewer.get("/staff/").text
    assert page_of(text) in reviewer.get("/staff/?status=accepted").text


def test_hidden_words_can_be_shown_again(reviewer, session, text):
    send(reviewer, text, "masks", words="070-123 45 67", label="phone")
    assert send(reviewer, text, "masks/off", start=ORIGINAL.index("070")).status_code == 303
    assert fresh(session, text).masks == []
    assert "reviewer showed hidden words again: phone number" in reviewer.get(page_of(text)).text


def test_words_that_are_not_there_are_refused_in_a_sentence_and_kept_in_the_field(reviewer, session, text):
    refused = send(reviewer, text, "masks", words="Karin Lind", label="name")
    assert refused.status_code == 422
    assert "These words do not stand in the text." in refused.text
    assert 'value="Karin Lind"' in refused.text and '<option value="name" selected>' in refused.text
    assert '<a href="#words">' in refused.text
    assert fresh(session, text).masks == []


@pytest.mark.parametrize(
    ("to", "data", "sentence"),
    [
        ("masks", {"words": "", "label": "name"}, "Write or select the words to hide."),
        ("masks", {"words": "Ring", "label": "secret"}, "Say what the words are."),
        ("masks/off", {"start": "3"}, "Nothing is hidden there any more."),
        ("masks/off", {"start": "9" * 30}, "Nothing is hidden there any more."),
        ("codes", {"stance": "problem"}, "Choose at least one code in the codebook."),
        ("codes", {"codes": ["T1"]}, "Choose a stance: problem, strength or proposal."),
        ("codes", {"codes": ["T99"], "stance": "problem"}, "The codebook has no such code."),
        ("codes", {"codes": ["T1"], "stance": "joy"}, "Choose a stance: problem, strength or proposal."),
        (
            "codes",
            {"codes": ["T1"], "stance": "problem", "code_words": "en bom"},
            "These words do not stand in the text.",
        ),
        (
            "codes/off",
            {"code": "T1", "stance": "problem", "start": "0"},
            "You have no such code on this text any more.",
        ),
        ("decision", {"do": "reopen"}, "That can&#39;t be done now."),
        ("decision", {"do": "clear"}, "Only a text that has been accepted can be coded or quoted."),
        ("voice", {"do": "restore"}, "The voice is not set aside any more."),
        ("duplicate", {"of": "abc"}, "There is no text of this round with that number."),
        ("duplicate", {"of": "0123456789abcdef"}, "There is no text of this round with that number."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(reviewer, session, text, to, data, sentence):
    refused = send(reviewer, text, to, **data)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert session.scalars(select(StatusChange)).all() == []
    assert fresh(session, text).status == "new"


def test_chosen_codes_are_still_chosen_when_the_stance_is_missing(reviewer, text):
    refused = send(reviewer, text, "codes", codes=["T9.lighting"], code_words="Mopederna")
    assert 'value="T9.lighting" checked' in refused.text and 'value="Mopederna"' in refused.text


def test_one_code_nobody_knows_keeps_the_others_from_being_stored(reviewer, session, text):
    assert send(reviewer, text, "codes", codes=["T1", "T99"], stance="problem").status_code == 422
    assert session.scalars(select(Coding)).all() == []


def test_a_code_can_be_removed(reviewer, session, text):
    send(reviewer, text, "codes", codes=["T1"], stance="strength", code_words="Mopederna")
    coded = '<span class="coded"><span data-start="0" data-end="9">Mopederna</span><sup>1</sup></span>'
    assert coded in reviewer.get(page_of(text)).text
    assert send(reviewer, text, "codes/off", code="T1", stance="strength", start=0, end=9).status_code == 303
    assert session.scalars(select(Coding)).all() == []


def test_the_codes_of_another_coder_stay_hidden_on_the_page_and_in_its_log(reviewer, session, text):
    other = make_staff(session, "Olle Berg")
    add_code(session, text, code="T8.gang_presence", stance="problem", by=other, at=AT)
    session.commit()
    page = reviewer.get(page_of(text)).text
    assert "Olle Berg coded the text" in page
    assert 'class="chip"' not in page and "added the code" not in page


def test_a_duplicate_is_chosen_among_texts_that_begin_alike(reviewer, session, text):
    first = make_text(session, ORIGINAL + " Tack.", received_on=DAY)
    make_text(session, "Något helt annat.")
    session.commit()
    page = reviewer.get(f"{page_of(text)}/duplicate").text
    assert first.id.hex in page and "helt annat" not in page
    sent = send(reviewer, text, "duplicate", chosen=first.id.hex)
    assert sent.status_code == 303
    assert fresh(session, text).duplicate_of == first.id
    assert f"marked it as a duplicate of {first.id.hex[:8]}" in reviewer.get(page_of(text)).text


def test_a_duplicate_can_be_named_by_the_number_in_the_heading(reviewer, session, text):
    first = make_text(session, "Något helt annat.")
    session.commit()
    send(reviewer, text, "duplicate", of=f" {str(first.id)[:9].upper()} ")
    assert fresh(session, text).duplicate_of == first.id


def test_a_text_is_no_duplicate_of_itself(reviewer, text):
    assert "duplicate of itself" in send(reviewer, text, "duplicate", of=text.id.hex[:8]).text


def test_a_whole_voice_is_set_aside_as_spam_and_restored(reviewer, session):
    response = make_response(session)
    text, other = make_text(session, response_id=response.id), make_text(session, response_id=response.id)
    session.commit()
    send(reviewer, text, "voice", do="set_aside")
    page = reviewer.get(page_of(other)).text
    assert "set the whole voice aside as spam" in page and "Restore the voice" in page
    assert 'value="accept"' not in page
    session.refresh(response)
    assert response.set_aside is True
    send(reviewer, other, "voice", do="restore")
    session.refresh(response)
    assert (response.set_aside, fresh(session, text).status) == (False, "new")


def test_next_and_previous_follow_the_filters(reviewer, session, text):
    arabic = [make_text(session, language="ar", received_on=DAY) for _ in range(2)]
    session.commit()
    first, second = sorted(arabic, key=lambda one: one.id)
    page = reviewer.get(f"{page_of(first)}?language=ar").text
    assert f'href="{page_of(second)}?language=ar" rel="next"' in page
    assert 'rel="prev"' not in page
    sent = reviewer.post(f"{page_of(first)}/decision?language=ar", data={"do": "accept", "csrf_token": token(page)})
    assert sent.location == f"{page_of(first)}?language=ar"


def token(page: str) -> str:
    return re.findall(r'name="csrf_token" value="([^"]+)"', page)[0]


def test_a_page_shows_the_text_and_its_question_but_nothing_of_who_sent_it(reviewer, session):
    response = make_response(session, answers={"Q1.a": "very_unsafe", "B1": "65_84", "B2": "woman"})
    text = make_text(session, response_id=response.id, channel="paper", language="ar")
    session.commit()
    for page in (reviewer.get(page_of(text)).text, reviewer.get("/staff/").text):
        assert "What is the most important problem" in page or "problem" in page
        assert "on paper" in page and "Arabic" in page
        for secret in ("very_unsafe", "Very unsafe", "65_84", "65–84", "woman", "Woman", str(response.id)):
            assert secret not in page


def test_what_people_wrote_keeps_its_language_and_direction(reviewer, session):
    text = make_text(session, "الإنارة <b>معطلة</b>", language="ar")
    session.commit()
    page = reviewer.get(page_of(text)).text
    assert re.search(r'<blockquote class="review-text" lang="ar" dir="auto"', page)
    assert "&lt;b&gt;" in page
    assert re.search(r'<a href="[^"]+" lang="ar" dir="auto">', reviewer.get("/staff/").text)


def test_proposals_to_hide_are_shown_with_a_button_each(reviewer, text):
    page = reviewer.get(page_of(text)).text
    assert '<mark class="suspect" title="perhaps: phone number">070-123 45 67</mark>' in page
    assert "perhaps: phone number" in page


def test_a_text_of_a_report_leads_to_it(reviewer, session):
    report = make_report(session)
    text = make_text(session, report_id=report.id, question="what")
    session.commit()
    page = reviewer.get(page_of(text)).text
    assert f"/staff/reports/{report.id}" in page and "What happens there" in page


def test_a_text_that_does_not_exist_is_not_found(reviewer, text):
    for method, address in (("GET", NOWHERE), ("GET", f"{NOWHERE}/duplicate")):
        assert reviewer.open(f"/staff/texts/{address}", method=method).status_code == 404
    csrf_token = token(reviewer.get(page_of(text)).text)
    gone = reviewer.post(f"/staff/texts/{NOWHERE}/decision", data={"do": "accept", "csrf_token": csrf_token})
    assert gone.status_code == 404


def test_a_decision_nobody_knows_is_refused(reviewer, text):
    assert send(reviewer, text, "decision", do="destroy").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "round=999999999999999999999",
        "area=x",
        "status=gone",
        "language=%00",
        "after=yesterday",
        "before=2026-13-01_x",
        "kind=all",
    ],
)
def test_an_address_that_makes_no_sense_shows_the_queue(reviewer, text, query):
    assert reviewer.get(f"/staff/?{query}").status_code == 200
    assert reviewer.get(f"{page_of(text)}?{query}").status_code == 200


def test_reading_a_text_leaves_no_trace_but_that_somebody_saw_it(reviewer, session, text):
    reviewer.get(page_of(text))
    assert {event.action for event in session.scalars(select(AuditEvent))} == {"signed in", "staff added", "text seen"}


def test_a_form_of_another_site_changes_nothing(reviewer, session, text):
    assert reviewer.post(f"{page_of(text)}/decision", data={"do": "accept"}).status_code == 400
    assert fresh(session, text).status == "new"
