"""Coding texts with the codebook."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.actions import NotReviewed
from dialog.review.codebook import CODEBOOK, UnknownCode
from dialog.review.coding import NoSuchCoding, UnknownStance, add_code, remove_code, span_of
from dialog.review.masking import NoSuchWords
from dialog.review.models import Coding, StatusChange
from dialog.review.queries import own_codings
from tests.review.factories import AT, make_staff, make_text


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def actions_of(session: Session) -> list[str]:
    session.flush()
    return list(session.scalars(select(StatusChange.action).order_by(StatusChange.id)))


def test_coding_a_waiting_text_accepts_it_first(session, by):
    text = make_text(session)
    add_code(session, text, code="T9.lighting", stance="problem", by=by, at=AT)
    assert text.status == "accepted"
    assert actions_of(session) == ["accepted", "coded"]
    coding = session.scalars(select(Coding)).one()
    assert (coding.code, coding.stance, coding.codebook_version) == ("T9.lighting", "problem", CODEBOOK.version)
    assert span_of(coding, text) is None


@pytest.mark.parametrize("status", ["set_aside", "duplicate"])
def test_only_reviewed_text_is_coded(session, by, status):
    with pytest.raises(NotReviewed):
        add_code(session, make_text(session, status=status), code="T9", stance="problem", by=by, at=AT)
    assert session.scalars(select(Coding)).all() == []


@pytest.mark.parametrize("code", ["T13", "T9.moon", "", "t9"])
def test_a_code_outside_the_codebook_is_refused_before_anything_is_written(session, by, code):
    text = make_text(session)
    with pytest.raises(UnknownCode):
        add_code(session, text, code=code, stance="problem", by=by, at=AT)
    assert (text.status, actions_of(session)) == ("new", [])


def test_a_stance_nobody_can_take_is_refused(session, by):
    with pytest.raises(UnknownStance):
        add_code(session, make_text(session), code="T9", stance="neutral", by=by, at=AT)


def test_a_code_can_be_about_some_of_the_words(session, by):
    text = make_text(session, "Lampan är trasig. Sätt upp en bom.")
    add_code(session, text, code="T1", stance="proposal", words="Sätt upp en bom", by=by, at=AT)
    coding = session.scalars(select(Coding)).one()
    assert span_of(coding, text) == (18, 33)


def test_words_that_do_not_stand_there_cannot_be_coded(session, by):
    text = make_text(session)
    with pytest.raises(NoSuchWords):
        add_code(session, text, code="T1", stance="proposal", words="en bom", by=by, at=AT)
    assert text.status == "new"


def test_one_text_can_have_several_codes_and_stances(session, by):
    text = make_text(session)
    for code, stance in (("T9", "problem"), ("T9", "proposal"), ("T11.worry", "problem")):
        add_code(session, text, code=code, stance=stance, by=by, at=AT)
    assert len(own_codings(session, text.id, coder_id=by)) == 3


def test_the_same_code_on_the_same_words_is_kept_once(session, by):
    text = make_text(session)
    for _ in range(2):
        add_code(session, text, code="T9", stance="problem", by=by, at=AT)
    assert actions_of(session) == ["accepted", "coded"]
    assert len(own_codings(session, text.id, coder_id=by)) == 1


def test_another_coders_codes_stay_hidden_and_cannot_be_removed(session, by):
    other, text = make_staff(session, "Olle Berg"), make_text(session)
    add_code(session, text, code="T9", stance="problem", by=other, at=AT)
    assert own_codings(session, text.id, coder_id=by) == []
    with pytest.raises(NoSuchCoding):
        remove_code(session, text, code="T9", stance="problem", start=0, by=by, at=AT)


def test_removing_a_code_is_logged(session, by):
    text = make_text(session)
    add_code(session, text, code="T9", stance="problem", by=by, at=AT)
    remove_code(session, text, code="T9", stance="problem", start=0, by=by, at=AT)
    session.flush()
    assert own_codings(session, text.id, coder_id=by) == []
    assert actions_of(session)[-1] == "code_removed"
