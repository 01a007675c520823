"""The pages from which something can be destroyed, and what they say where it was; and what goes with the words."""

from uuid import UUID

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.agreement.models import Settlement
from dialog.review.alike.comparing import compare_texts
from dialog.review.alike.models import TextSignature
from dialog.review.suggesting.store import model_file
from dialog.texts.models import Text
from dialog.upkeep.destroying.actions import propose
from dialog.upkeep.destroying.emptying import NOTHING
from tests.forms import submit
from tests.review.factories import AT, make_photo, make_report, make_staff, make_text

WHY = {"why": "Utpekar en person", "basis": "KS 2026/12"}


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    return signed_in("reviewer")


def emptied(session: Session, **changes) -> Text:
    """A text whose words were destroyed."""
    text = make_text(session, "Kalle bor i trean.", status="accepted", **changes)
    by = session.scalars(select(Staff.id)).first() or make_staff(session)
    propose(session, kind="text", subject=text.id, leaves=NOTHING, by=by, at=AT, two=False, **WHY)
    session.commit()
    return text


def test_a_text_and_a_photo_lead_to_where_they_are_destroyed(reviewer, session):
    text, photo = make_text(session), make_photo(session, make_report(session))
    session.commit()
    assert f'href="/staff/texts/{text.id}/destroy"' in reviewer.get(f"/staff/texts/{text.id}").text
    assert f'href="/staff/photos/{photo.id}/destroy"' in reviewer.get(f"/staff/photos/{photo.id}").text


def test_where_the_words_were_destroyed_the_page_says_so_and_offers_nothing_to_do_with_them(reviewer, session):
    text = emptied(session)
    page = reviewer.get(f"/staff/texts/{text.id}").text
    assert "Orden är förstörda." in page
    assert "Hide the words" not in page and "Clear for quoting" not in page and "/destroy" not in page


def test_a_report_says_which_of_its_texts_were_destroyed(reviewer, session):
    report = make_report(session)
    text = emptied(session, report_id=report.id, question="what")
    page = reviewer.get(f"/staff/reports/{report.id}").text
    assert f"/staff/texts/{text.id}" in page and "Orden är förstörda." in page


def test_the_list_of_what_was_destroyed_leads_back_to_the_queue(reviewer):
    assert 'href="/staff/"' in reviewer.get("/staff/destroyed").text.partition("<main")[2]


def test_the_account_leads_to_the_letters(reviewer):
    assert 'href="/staff/account/digest"' in reviewer.get("/staff/account/").text


def test_hashes_and_reasons_that_were_made_from_the_words_go_with_them(session):
    text, by = make_text(session, "Kalle på Storgatan 14 säljer något i trapphuset varje kväll."), make_staff(session)
    compare_texts(session, key=b"key")
    session.add(Settlement(text_id=text.id, staff_id=by, reason="för att Kalle nämns", at=AT))
    session.flush()
    assert signatures(session, text.id) == 1
    propose(session, kind="text", subject=text.id, leaves=NOTHING, by=by, at=AT, two=False, **WHY)
    session.commit()
    assert signatures(session, text.id) == 0
    assert session.scalars(select(Settlement.reason)).all() == [""]


def test_the_model_of_suggestions_is_forgotten_with_the_words_it_was_made_from(app, reviewer, session):
    text = make_text(session)
    session.commit()
    file = model_file(app.config["INSTANCE"])
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"made from many texts")
    submit(reviewer, f"/staff/texts/{text.id}/destroy", {**WHY, "leaves": NOTHING})
    assert not file.exists()


def signatures(session: Session, text_id: UUID) -> int:
    return len(session.scalars(select(TextSignature.text_id).where(TextSignature.text_id == text_id)).all())
