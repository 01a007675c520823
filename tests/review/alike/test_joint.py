"""Deciding about many at once and undoing it at once, as if each had been decided about alone."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.actions import reopen
from dialog.review.alike.joint import (
    MOST_AT_ONCE,
    TooMany,
    accept_all,
    code_all,
    set_all_aside,
    set_voices_aside,
)
from dialog.review.alike.undoing import NoSuchStep, undo
from dialog.review.coding.actions import add_code
from dialog.review.models import Coding, StatusChange
from dialog.review.queries import voice_of
from dialog.review.waiting.taking import take
from dialog.survey.models import Response
from tests.review.factories import AT, make_report, make_response, make_sending, make_staff, make_text

BACK = "/staff/bursts"


@pytest.fixture
def who(session: Session) -> dict:
    return {"by": make_staff(session), "at": AT}


def statuses(items) -> list[str]:
    return [one.status for one in items]


def is_set_aside(session: Session, response) -> bool:
    return bool(session.scalar(select(Response.set_aside).where(Response.id == response.id)))


def lines_of(session: Session, text) -> list[str]:
    session.flush()
    own = select(StatusChange.action).where(StatusChange.text_id == text.id).order_by(StatusChange.id)
    return list(session.scalars(own))


def test_all_that_wait_are_accepted_and_wait_again_when_it_is_undone(session, who):
    texts = [make_text(session), make_text(session), make_text(session, status="set_aside")]
    done = accept_all(session, texts, **who, back=BACK)
    assert (done.changed, statuses(texts)) == (2, ["accepted", "accepted", "set_aside"])
    assert undo(session, done.id, **who).changed == 2
    assert statuses(texts) == ["new", "new", "set_aside"]
    assert lines_of(session, texts[0]) == ["accepted", "reopened"]


def test_what_was_set_aside_gets_back_the_status_that_it_had(session, who):
    texts = [make_text(session), make_text(session, status="accepted")]
    reports = [make_report(session), make_report(session, status="accepted")]
    for items in (texts, reports):
        done = set_all_aside(session, items, **who, back=BACK)
        assert statuses(items) == ["set_aside", "set_aside"]
        undo(session, done.id, **who)
        assert statuses(items) == ["new", "accepted"]


def test_all_get_the_codes_of_the_one_that_stands_for_them(session, who):
    head, other, coded = (make_text(session) for _ in range(3))
    add_code(session, head, code="T9.lighting", stance="problem", **who)
    add_code(session, coded, code="T9.lighting", stance="problem", **who)
    done = code_all(session, [head, other, coded], head=head, **who, back=BACK)
    codes = set(session.scalars(select(Coding.text_id).where(Coding.code == "T9.lighting")))
    assert codes == {head.id, other.id, coded.id} and other.status == "accepted"
    undo(session, done.id, **who)
    session.flush()
    assert set(session.scalars(select(Coding.text_id))) == {head.id, coded.id}
    assert statuses([head, other, coded]) == ["accepted", "new", "accepted"]


def test_whole_voices_are_set_aside_and_restored_as_they_were(session, who):
    response = make_response(session)
    inside = [make_text(session, response_id=response.id, status=one) for one in ("new", "accepted", "duplicate")]
    sending = make_sending(session, places=2)
    voices = [voice_of(session, inside[0]), voice_of(session, sending[0])]
    done = set_voices_aside(session, voices, **who, back=BACK)
    assert (done.changed, is_set_aside(session, response)) == (2, True)
    assert statuses(inside) == ["set_aside", "set_aside", "duplicate"] and statuses(sending) == ["set_aside"] * 2
    undo(session, done.id, **who)
    assert not is_set_aside(session, response)
    assert statuses(inside) == ["new", "accepted", "duplicate"] and statuses(sending) == ["new"] * 2


def test_what_somebody_changed_since_stays_as_it_is(session, who):
    texts = [make_text(session), make_text(session)]
    done = set_all_aside(session, texts, **who, back=BACK)
    reopen(session, texts[0], **who)
    undone = undo(session, done.id, **who)
    assert (undone.changed, undone.left_out, statuses(texts)) == (1, 1, ["new", "new"])


def test_what_is_undone_is_not_undone_again(session, who):
    done = accept_all(session, [make_text(session)], **who, back=BACK)
    undo(session, done.id, **who)
    with pytest.raises(NoSuchStep):
        undo(session, done.id, **who)


def test_what_is_held_back_or_taken_by_another_is_left_as_it_is(session, who):
    texts = [make_text(session), make_text(session, held=True), make_text(session)]
    take(session, "text", texts[2].id, by=make_staff(session, "Olle Berg"), at=AT)
    done = accept_all(session, texts, **who, back=BACK)
    assert (done.changed, done.left_out, statuses(texts)) == (1, 2, ["accepted", "new", "new"])


def test_more_than_a_page_can_take_are_refused(session, who):
    text = make_text(session)
    with pytest.raises(TooMany):
        accept_all(session, [text] * (MOST_AT_ONCE + 1), **who, back=BACK)
    assert text.status == "new"
