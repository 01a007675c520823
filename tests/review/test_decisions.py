"""What a reviewer decides about texts and reports, and the log of it."""

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.actions import (
    NotADuplicate,
    NotPossible,
    NotReviewed,
    accept,
    clear_for_quoting,
    hide_words,
    mark_duplicate_report,
    mark_duplicate_text,
    reopen,
    set_aside,
    show_words,
)
from dialog.review.masking import NoSuchWords, masked_text
from dialog.review.models import StatusChange
from dialog.review.queries import NoSuchReport, NoSuchText
from dialog.review.statuslog import NotAppendOnly, hold_report, hold_text
from dialog.texts.models import Text
from tests.review.factories import AT, make_report, make_staff, make_text


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def log_of(session: Session, item: Text | Report) -> list[tuple[str, str, str]]:
    session.flush()
    own = StatusChange.text_id == item.id if isinstance(item, Text) else StatusChange.report_id == item.id
    steps = session.scalars(select(StatusChange).where(own).order_by(StatusChange.id))
    return [(step.action, step.was, step.became) for step in steps]


def test_each_step_stands_in_the_log_with_who_and_when(session, by):
    text = make_text(session)
    accept(session, text, by=by, at=AT)
    clear_for_quoting(session, text, by=by, at=AT)
    reopen(session, text, by=by, at=AT)
    assert log_of(session, text) == [
        ("accepted", "new", "accepted"),
        ("cleared", "", ""),
        ("reopened", "accepted", "new"),
    ]
    steps = session.scalars(select(StatusChange)).all()
    assert {(step.staff_id, step.at) for step in steps} == {(by, AT)}


def test_the_log_is_only_added_to(session, by):
    accept(session, make_text(session), by=by, at=AT)
    session.commit()
    step = session.scalars(select(StatusChange)).one()
    step.became = "set_aside"
    with pytest.raises(NotAppendOnly):
        session.commit()
    session.rollback()
    session.delete(step)
    with pytest.raises(NotAppendOnly):
        session.commit()


def test_what_is_accepted_cannot_be_accepted_again(session, by):
    text = make_text(session, status="accepted")
    with pytest.raises(NotPossible):
        accept(session, text, by=by, at=AT)


def test_what_is_set_aside_goes_back_to_the_queue_before_anything_else(session, by):
    text = make_text(session, status="set_aside")
    with pytest.raises(NotPossible):
        accept(session, text, by=by, at=AT)
    reopen(session, text, by=by, at=AT)
    accept(session, text, by=by, at=AT)
    assert text.status == "accepted"


def test_only_an_accepted_text_can_be_cleared_for_quoting(session, by):
    with pytest.raises(NotReviewed):
        clear_for_quoting(session, make_text(session), by=by, at=AT)


def test_a_text_that_is_no_longer_accepted_may_not_be_quoted(session, by):
    text = make_text(session, status="accepted", quotable=True)
    set_aside(session, text, by=by, at=AT)
    assert text.quotable is False


def test_hiding_words_keeps_the_original_and_logs_no_words(session, by):
    text = make_text(session, "Ring Karin på 070-123 45 67.")
    hide_words(session, text, words="070-123 45 67", label="phone", by=by, at=AT)
    assert masked_text(text.original, text.masks) == "Ring Karin på [phone number]."
    assert text.original == "Ring Karin på 070-123 45 67."
    assert log_of(session, text) == [("masked", "", "phone")]


def test_words_that_do_not_stand_there_are_not_hidden_or_logged(session, by):
    text = make_text(session)
    with pytest.raises(NoSuchWords):
        hide_words(session, text, words="Karin", label="name", by=by, at=AT)
    assert log_of(session, text) == []


def test_showing_words_again_takes_the_clearance_for_quoting_away(session, by):
    text = make_text(session, "Ring Karin.", status="accepted", quotable=True)
    hide_words(session, text, words="Karin", label="name", by=by, at=AT)
    assert text.quotable is True
    show_words(session, text, start=5, by=by, at=AT)
    assert (text.masks, text.quotable) == ([], False)
    assert [action for action, _was, _became in log_of(session, text)] == [
        "masked",
        "unmasked",
        "clearance_withdrawn",
    ]


def test_a_duplicate_points_to_the_first_of_its_kind(session, by):
    first, second, third = (make_text(session) for _ in range(3))
    mark_duplicate_text(session, second, of=first, by=by, at=AT)
    mark_duplicate_text(session, third, of=second, by=by, at=AT)
    assert (third.status, third.duplicate_of) == ("duplicate", first.id)
    assert log_of(session, third) == [("duplicate", "new", str(first.id))]


def test_nothing_is_a_duplicate_of_itself_or_of_its_own_duplicate(session, by):
    first, second = make_text(session), make_text(session)
    with pytest.raises(NotADuplicate):
        mark_duplicate_text(session, first, of=first, by=by, at=AT)
    mark_duplicate_text(session, second, of=first, by=by, at=AT)
    with pytest.raises(NotADuplicate):
        mark_duplicate_text(session, first, of=second, by=by, at=AT)


def test_a_report_can_be_a_duplicate_and_come_back(session, by):
    first, second = make_report(session), make_report(session)
    mark_duplicate_report(session, second, of=first, by=by, at=AT)
    assert (second.status, second.duplicate_of) == ("duplicate", first.id)
    reopen(session, second, by=by, at=AT)
    assert (second.status, second.duplicate_of) == ("new", None)


def test_a_text_that_is_held_is_read_as_it_stands_now(app, session, by):
    text = make_text(session, "Ring Karin på 070-123 45 67.")
    session.commit()
    assert text.masks == []
    with app.extensions["sessions"].begin() as meanwhile:
        hide_words(meanwhile, hold_text(meanwhile, text.id), words="Karin", label="name", by=by, at=AT)
    session.rollback()
    held = hold_text(session, text.id)
    hide_words(session, held, words="070-123 45 67", label="phone", by=by, at=AT)
    session.commit()
    assert masked_text(text.original, text.masks) == "Ring [name] på [phone number]."


def test_what_does_not_exist_cannot_be_held(session):
    with pytest.raises(NoSuchText):
        hold_text(session, uuid4())
    with pytest.raises(NoSuchReport):
        hold_report(session, uuid4())
