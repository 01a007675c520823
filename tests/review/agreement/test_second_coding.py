"""Texts are drawn for a second coder, coded without seeing the first one's codes, and differences are settled."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import StaffRole
from dialog.review.agreement.actions import (
    NoReason,
    NoSuchCoder,
    NotForYou,
    NothingToDraw,
    NothingToSettle,
    draw_sample,
    finish_reading,
    settle,
    unsettle,
)
from dialog.review.agreement.models import CodingSample, SecondReading
from dialog.review.agreement.queries import Compared, compared, compared_text, next_to_read, settlement_of
from dialog.review.codebook.book import UnknownCode
from dialog.review.coding.actions import add_code
from dialog.review.coding.counted import counted_codings
from dialog.review.models import StatusChange
from dialog.texts.models import Text
from tests.factories import make_round
from tests.review.factories import AT, make_staff, make_text


@pytest.fixture
def first(session: Session) -> int:
    return _reviewer(session, "Maja Lind")


@pytest.fixture
def second(session: Session) -> int:
    return _reviewer(session, "Olle Berg")


def _reviewer(session: Session, name: str) -> int:
    id = make_staff(session, name)
    session.add(StaffRole(staff_id=id, role="reviewer"))
    session.flush()
    return id


def coded(session: Session, *by: int, code: str = "T9") -> Text:
    text = make_text(session)
    for coder in by:
        add_code(session, text, code=code, stance="problem", by=coder, at=AT)
    session.flush()
    return text


def drawn(session: Session, coder: int, size: int = 50, **where: Any) -> CodingSample:
    return draw_sample(session, coder_id=coder, size=size, by=coder, at=AT, **where)


def in_sample(session: Session, sample: CodingSample) -> set:
    return set(session.scalars(select(SecondReading.text_id).where(SecondReading.sample_id == sample.id)))


def counting(session: Session, text: Text) -> set[tuple[str, str]]:
    rows = counted_codings()
    return {tuple(one) for one in session.execute(select(rows.c.code, rows.c.stance).where(rows.c.text_id == text.id))}


def test_only_accepted_texts_that_others_coded_and_the_second_coder_did_not_are_drawn(session, first, second):
    wanted = {coded(session, first).id for _ in range(3)}
    coded(session, second)
    coded(session, first, second)
    coded(session, first).status = "set_aside"
    make_text(session, status="accepted")
    session.flush()
    assert in_sample(session, drawn(session, second)) == wanted


def test_a_draw_takes_as_many_as_asked_and_never_a_text_twice(session, first, second):
    every = {coded(session, first).id for _ in range(7)}
    draws = [in_sample(session, drawn(session, second, 3)) for _ in range(3)]
    assert [len(one) for one in draws] == [3, 3, 1]
    assert set().union(*draws) == every
    with pytest.raises(NothingToDraw):
        drawn(session, second)


def test_a_draw_can_be_from_one_round(session, first, second):
    coded(session, first)
    other = make_round(session, slug="annan")
    text = coded(session, first)
    text.round_id = other.id
    session.flush()
    assert in_sample(session, drawn(session, second, round_id=other.id)) == {text.id}


def test_the_second_coder_must_be_somebody_who_reviews(session, first):
    coded(session, first)
    for id in (make_staff(session, "Ida Ek"), 999):
        with pytest.raises(NoSuchCoder):
            drawn(session, id)


def test_a_text_is_compared_when_the_second_coder_is_done_even_without_a_code(session, first, second):
    text = coded(session, first)
    sample = drawn(session, second)
    add_code(session, text, code="T1", stance="problem", by=second, at=AT)
    session.flush()
    assert compared(session) == []
    assert next_to_read(session, sample.id) == text.id
    finish_reading(session, _only(session, sample), at=AT)
    other = coded(session, first)
    finish_reading(session, _only(session, drawn(session, second)), at=AT)
    session.flush()
    found = {one.text_id: one.used for one in compared(session)}
    assert found == {
        text.id: {first: frozenset({("T9", "problem")}), second: frozenset({("T1", "problem")})},
        other.id: {first: frozenset({("T9", "problem")}), second: frozenset()},
    }
    assert [one.text_id for one in compared(session, sample.id)] == [text.id]
    assert next_to_read(session, sample.id) is None


def _only(session: Session, sample: CodingSample) -> SecondReading:
    return session.scalars(select(SecondReading).where(SecondReading.sample_id == sample.id)).one()


def _compared(session: Session, text: Text) -> Compared:
    found = compared_text(session, text.id)
    assert found is not None
    return found


def test_texts_that_two_coded_without_a_draw_are_compared_too(session, first, second):
    text = coded(session, first, second)
    assert not _compared(session, text).differs
    add_code(session, text, code="T1", stance="problem", by=second, at=AT)
    session.flush()
    assert _compared(session, text).differs
    assert compared_text(session, coded(session, first).id) is None


def test_what_is_settled_counts_and_what_each_coder_used_is_kept(session, first, second):
    text = coded(session, first)
    add_code(session, text, code="T1", stance="problem", by=second, at=AT)
    session.flush()
    assert counting(session, text) == {("T9", "problem"), ("T1", "problem")}
    settle(session, text, codes=[("T9", "problem"), ("T11", "problem")], reason="Ljus går före", by=first, at=AT)
    assert counting(session, text) == {("T9", "problem"), ("T11", "problem")}
    settle(session, text, codes=[("T1", "strength")], reason="Nej, trafiken", by=second, at=AT)
    assert counting(session, text) == {("T1", "strength")}
    settled = settlement_of(session, text.id)
    assert settled is not None
    settlement, used = settled
    assert (settlement.reason, settlement.staff_id, used) == ("Nej, trafiken", second, frozenset({("T1", "strength")}))
    assert len(_compared(session, text).used) == 2
    unsettle(session, text, by=first, at=AT)
    assert counting(session, text) == {("T9", "problem"), ("T1", "problem")}
    session.flush()
    done = session.scalars(select(StatusChange.action).order_by(StatusChange.id)).all()
    assert [one for one in done if "settled" in one] == ["codes_settled", "codes_settled", "codes_unsettled"]


def test_a_text_can_be_settled_to_have_no_code(session, first, second):
    text = coded(session, first, second)
    settle(session, text, codes=[], reason="Handlar inte om trygghet", by=first, at=AT)
    assert counting(session, text) == set()


def test_settling_needs_a_reason_a_code_there_is_and_two_coders(session, first, second):
    text = coded(session, first, second)
    with pytest.raises(NoReason):
        settle(session, text, codes=[], reason=" ", by=first, at=AT)
    with pytest.raises(UnknownCode):
        settle(session, text, codes=[("T99", "problem")], reason="x", by=first, at=AT)
    with pytest.raises(NothingToSettle):
        settle(session, coded(session, first), codes=[], reason="x", by=first, at=AT)
    assert settlement_of(session, text.id) is None


def test_whoever_still_has_a_text_to_code_cannot_settle_it(session, first, second):
    third = _reviewer(session, "Ida Ek")
    text = coded(session, first, second)
    drawn(session, third)
    with pytest.raises(NotForYou):
        settle(session, text, codes=[], reason="x", by=third, at=AT)
