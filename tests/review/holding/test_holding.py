"""What is held back is accepted by two people or by nobody."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from dialog.review import actions
from dialog.review.clearance import clear_report, is_cleared
from dialog.review.coding.actions import add_code
from dialog.review.holding.actions import (
    HeldBack,
    NoLook,
    NotHoldable,
    SamePerson,
    hold_back,
    take_back_look,
)
from dialog.review.holding.models import Holding
from dialog.review.holding.reasons import UnknownReason
from dialog.review.models import StatusChange
from dialog.review.queries import is_read, quotable_texts, voice_of
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside, restore_voice, set_voice_aside
from dialog.texts.actions import store_texts, text_rows
from dialog.texts.models import ACCEPTED, NEW, Text
from tests.review.factories import AT, make_report, make_response, make_staff, make_text, the_round

ACCUSATION = "Karin Lind säljer knark i källaren."


@pytest.fixture
def first(session):
    return make_staff(session, "Maja Lind")


@pytest.fixture
def second(session):
    return make_staff(session, "Olle Ek")


def keep(session, texts, **whose):
    round_id = the_round(session).id
    store_texts(
        session,
        text_rows(texts, round_id=round_id, area_id=None, language="sv", channel="web", on=date(2026, 10, 5), **whose),
    )


def make_held(session, **changes):
    return make_text(session, ACCUSATION, suspicion="accusation", held=True, **changes)


def test_texts_are_marked_when_they_come(session):
    response = make_response(session)
    texts = {
        "Q3": ACCUSATION,
        "Q9": "Fler lampor.",
        "Q4": "Ring mig på 070-174 06 05.",
        "Q5": "Min granne slår sin fru.",
    }
    keep(session, texts, response_id=response.id)
    kept = {text.question: (text.suspicion, text.held) for text in session.scalars(select(Text))}
    assert kept == {"Q3": ("accusation", True), "Q9": (None, False), "Q4": ("personal", False), "Q5": ("crime", True)}
    assert session.scalars(select(Holding)).all() == []


def test_where_a_report_is_may_be_an_address(session):
    report = make_report(session)
    keep(session, {"place": "Storgatan 14", "what": "Vid Storgatan 14."}, report_id=report.id)
    marked = {text.question: text.suspicion for text in session.scalars(select(Text))}
    assert marked == {"place": None, "what": "personal"}


def test_the_first_accepts_and_it_stays_held_the_second_releases_it(session, first, second):
    text = make_held(session)
    assert actions.accept(session, text, by=first, at=AT) is False
    assert (text.status, text.held) == (NEW, True)
    assert actions.accept(session, text, by=second, at=AT) is True
    session.flush()
    assert (text.status, text.held) == (ACCEPTED, False)
    holding = session.get_one(Holding, text.id)
    assert (holding.reason, holding.first_by, holding.released_by, holding.held_by) == (
        "accusation",
        first,
        second,
        None,
    )
    steps = session.scalars(select(StatusChange.action).order_by(StatusChange.id)).all()
    assert steps == ["first_look", "released", "accepted"]


def test_the_same_person_cannot_be_first_and_second(session, first):
    text = make_held(session)
    actions.accept(session, text, by=first, at=AT)
    with pytest.raises(SamePerson):
        actions.accept(session, text, by=first, at=AT)


def test_while_it_is_held_it_is_not_coded_quoted_or_read(session, first):
    text = make_held(session)
    with pytest.raises(HeldBack):
        add_code(session, text, code="T2", stance="problem", by=first, at=AT)
    actions.accept(session, text, by=first, at=AT)
    with pytest.raises(actions.NotReviewed):
        actions.clear_for_quoting(session, text, by=first, at=AT)
    assert quotable_texts(session, text.round_id) == []
    assert not is_read(session, response_id=text.response_id)


def test_one_person_can_set_it_aside(session, first):
    text = make_held(session)
    actions.set_aside(session, text, by=first, at=AT)
    assert text.status == "set_aside"


def test_held_by_hand_it_goes_back_to_the_queue_and_loses_its_clearances(session, first, second):
    report = make_report(session, status=ACCEPTED)
    text = make_text(session, report_id=report.id, question="what", status=ACCEPTED, quotable=True)
    clear_report(session, report, by=first, at=AT)
    session.flush()
    hold_back(session, text, reason="danger", by=first, at=AT)
    assert (text.status, text.held, text.quotable, is_cleared(session, report)) == (NEW, True, False, False)
    with pytest.raises(SamePerson):
        actions.accept(session, text, by=first, at=AT)
    assert actions.accept(session, text, by=second, at=AT) is True


def test_what_is_held_or_gone_from_the_queue_cannot_be_held_and_a_reason_is_needed(session, first):
    with pytest.raises(NotHoldable):
        hold_back(session, make_held(session), reason="danger", by=first, at=AT)
    with pytest.raises(NotHoldable):
        hold_back(session, make_text(session, status="set_aside"), reason="danger", by=first, at=AT)
    with pytest.raises(UnknownReason):
        hold_back(session, make_text(session), reason="because", by=first, at=AT)


def test_it_can_be_held_again_after_it_was_released(session, first, second):
    text = make_held(session)
    actions.accept(session, text, by=first, at=AT)
    actions.accept(session, text, by=second, at=AT)
    hold_back(session, text, reason="threat", by=second, at=AT)
    session.flush()
    holding = session.get_one(Holding, text.id)
    assert (holding.reason, holding.first_by, holding.released_by) == ("threat", second, None)


def test_a_look_can_be_taken_back_by_who_looked(session, first, second):
    text = make_held(session)
    actions.accept(session, text, by=first, at=AT)
    with pytest.raises(NoLook):
        take_back_look(session, text, by=second, at=AT)
    take_back_look(session, text, by=first, at=AT)
    assert actions.accept(session, text, by=second, at=AT) is False


def test_the_database_refuses_to_accept_what_is_held(session):
    text = make_held(session)
    session.commit()
    with pytest.raises(IntegrityError):
        session.execute(update(Text).where(Text.id == text.id).values(status=ACCEPTED))
    session.rollback()


def test_the_database_refuses_one_person_as_first_and_second(session, first):
    text = make_held(session)
    session.add(Holding(text_id=text.id, reason="crime", first_by=first, released_by=first))
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


STEPS = {
    "accept": lambda session, text, by: actions.accept(session, text, by=by, at=AT),
    "set_aside": lambda session, text, by: actions.set_aside(session, text, by=by, at=AT),
    "reopen": lambda session, text, by: actions.reopen(session, text, by=by, at=AT),
    "duplicate": lambda session, text, by: actions.mark_duplicate_text(
        session, text, of=other_of(session, text), by=by, at=AT
    ),
    "hold": lambda session, text, by: hold_back(session, text, reason="crime", by=by, at=AT),
    "take_back": lambda session, text, by: take_back_look(session, text, by=by, at=AT),
    "voice_aside": lambda session, text, by: set_voice_aside(session, voice_of(session, text), by=by, at=AT),
    "voice_back": lambda session, text, by: restore_voice(session, voice_of(session, text), by=by, at=AT),
    "code": lambda session, text, by: add_code(session, text, code="T2", stance="problem", by=by, at=AT),
    "hide": lambda session, text, by: actions.hide_words(session, text, words="Karin", label="name", by=by, at=AT),
    "show": lambda session, text, by: actions.show_words(session, text, start=0, by=by, at=AT),
}


REFUSALS = (ValueError, LookupError, VoiceSetAside, VoiceNotSetAside)  # what a page would put into words


def other_of(session, text):
    return session.scalars(select(Text).where(Text.id != text.id)).first()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_nothing_that_one_person_does_makes_a_held_text_accepted(session, first, steps):
    """Whatever one does and in whichever order; what can't be done raises and changes nothing."""
    with session.begin_nested() as nested:
        make_text(session)
        text = make_held(session)
        for step in steps:
            with suppress(*REFUSALS), session.begin_nested():
                STEPS[step](session, text, first)
            assert text.status != ACCEPTED
            assert text.held
        nested.rollback()
    session.expire_all()
