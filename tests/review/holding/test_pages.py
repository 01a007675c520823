"""The page of a text that is held back, as two reviewers see it in turn; and hiding all that is proposed."""

import pytest
from sqlalchemy import select

from dialog.areas.models import PlaceName
from dialog.audit.models import AuditEvent
from dialog.texts.models import Text
from tests.forms import submit
from tests.review.factories import make_text


@pytest.fixture
def text(session):
    kept = make_text(session, "Karin Lind säljer knark. Ring 070-174 06 05.", suspicion="accusation", held=True)
    session.commit()
    return kept


def in_english(client):
    client.get("/staff/?lang=en")
    return client


def page_of(text):
    return f"/staff/texts/{text.id}"


def send(client, text, to, **data):
    """Send one of the forms of a text's page; the page that follows."""
    answer = submit(client, page_of(text), data, to=f"{page_of(text)}/{to}")
    return client.get(answer.location) if answer.status_code == 303 else answer


def state_of(session, text):
    session.expire_all()
    kept = session.get_one(Text, text.id)
    return kept.status, kept.held


def test_two_reviewers_release_what_is_held_and_the_log_says_who(signed_in, session, text):
    first, second = (in_english(signed_in(*roles)) for roles in (["reviewer"], ["reviewer", "admin"]))
    assert "Held back until two people have accepted it" in first.get(page_of(text)).text
    answer = send(first, text, "decision", do="accept")
    assert "You have seen it first." in answer.text
    assert state_of(session, text) == ("new", True)
    again = send(first, text, "decision", do="accept")
    assert again.status_code == 422 and "You have seen it already." in again.text
    assert "reviewer accepted it first" in second.get(page_of(text)).text
    send(second, text, "decision", do="accept")
    assert state_of(session, text) == ("accepted", False)
    assert {"held text seen first", "held text released"} <= set(session.scalars(select(AuditEvent.action)))


def test_a_reviewer_holds_back_by_hand_with_a_reason(signed_in, session):
    text = make_text(session, status="accepted")
    session.commit()
    reviewer = in_english(signed_in("reviewer"))
    assert send(reviewer, text, "holding").status_code == 422
    assert state_of(session, text) == ("accepted", False)
    answer = send(reviewer, text, "holding", reason="danger")
    assert "Held back until two people have accepted it: Somebody may be in danger" in answer.text
    assert state_of(session, text) == ("new", True)
    assert "You accepted it first" in answer.text
    assert "You accepted it first" not in send(reviewer, text, "look/off").text


def test_everything_that_is_proposed_is_hidden_at_once_and_can_be_shown_again(signed_in, session, text):
    reviewer = in_english(signed_in("reviewer"))
    assert "Hide all 2 proposed" in reviewer.get(page_of(text)).text
    send(reviewer, text, "masks/proposed")
    session.expire_all()
    masks = session.get_one(Text, text.id).masks
    assert [(mask["start"], mask["label"]) for mask in masks] == [(0, "name"), (30, "phone")]
    send(reviewer, text, "masks/off", start="0")
    session.expire_all()
    assert [mask["label"] for mask in session.get_one(Text, text.id).masks] == ["phone"]


def test_a_name_of_a_place_around_here_is_not_proposed(signed_in, session):
    text = make_text(session, "Vid Ulrika är det mörkt.")
    session.add(
        PlaceName(source="t", kind="settlement", names={"sv": "Ulrika"}, others=[], lat=59.05, lon=15.05, area_id=None)
    )
    session.commit()
    assert "perhaps: name" not in in_english(signed_in("reviewer")).get(page_of(text)).text
