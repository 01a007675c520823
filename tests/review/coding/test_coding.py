"""Coding texts with the codebook."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.actions import NotReviewed, hide_words
from dialog.review.codebook.book import UnknownCode
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.coding.actions import (
    NoSuchCoding,
    UnknownStance,
    add_code,
    add_codes,
    forget_notes,
    remove_code,
)
from dialog.review.coding.spans import WHOLE
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
    assert (coding.code, coding.stance, coding.codebook_version) == ("T9.lighting", "problem", SHIPPED.version)
    assert (coding.start, coding.end) == WHOLE


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
    assert (coding.start, coding.end) == (18, 33)


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


def test_the_same_code_can_be_put_on_several_stretches_even_where_they_begin_together(session, by):
    text = make_text(session, "Lampan är trasig. Sätt upp en bom.")
    add_codes(session, text, codes=["T9", "T1"], stance="problem", spans=[(0, 6), (0, 17), (18, 33)], by=by, at=AT)
    assert len(own_codings(session, text.id, coder_id=by)) == 6
    remove_code(session, text, code="T9", stance="problem", start=0, end=6, by=by, at=AT)
    session.flush()
    assert {(one.code, one.end) for one in own_codings(session, text.id, coder_id=by) if one.start == 0} == {
        ("T9", 17), ("T1", 6), ("T1", 17)
    }  # fmt: skip


def test_a_coded_stretch_stays_where_it_is_when_words_are_hidden(session, by):
    text = make_text(session, "Karin säger att lampan är trasig.")
    add_code(session, text, code="T9", stance="problem", words="lampan är trasig", by=by, at=AT)
    hide_words(session, text, words="Karin", label="name", by=by, at=AT)
    coding = session.scalars(select(Coding)).one()
    assert text.original[coding.start : coding.end] == "lampan är trasig"


def test_a_note_is_kept_and_can_be_forgotten_while_the_code_stays(session, by):
    text = make_text(session)
    add_codes(session, text, codes=["T9"], stance="problem", note="Osäker: T9 eller T1?", by=by, at=AT)
    assert session.scalars(select(Coding.note)).one() == "Osäker: T9 eller T1?"
    forget_notes(session, [text.id])
    assert session.scalars(select(Coding.note)).one() == ""
