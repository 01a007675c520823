"""Setting whole voices aside, restoring them, and what then counts as read or may be quoted."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.actions import NotPossible, accept, hide_words, mark_duplicate_report, reopen, set_aside
from dialog.review.coding.actions import add_code
from dialog.review.models import StatusChange
from dialog.review.queries import Voice, is_read, quotable_texts, received_on, sent_with, voice_of
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside, restore_voice, set_voice_aside
from dialog.texts.models import Text
from tests.review.factories import AT, DAY, make_report, make_response, make_sending, make_staff, make_text


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def test_a_text_of_a_report_inside_a_response_is_part_of_that_voice(session):
    response = make_response(session)
    report = make_report(session, response_id=response.id)
    text = make_text(session, report_id=report.id, question="what")
    assert voice_of(session, text) == voice_of(session, report) == Voice(response_id=response.id)


def test_a_lone_report_is_a_voice_of_its_own(session):
    report = make_report(session)
    text = make_text(session, report_id=report.id, question="what")
    assert voice_of(session, text) == voice_of(session, report) == Voice(report_id=report.id)


def test_places_that_were_sent_together_are_one_voice(session):
    first, *others = make_sending(session, places=3)
    assert {voice_of(session, report) for report in (first, *others)} == {Voice(report_id=first.id)}
    assert {report.id for report in sent_with(session, others[0])} == {first.id, others[1].id}
    assert sent_with(session, others[0])[0].id == first.id
    assert sent_with(session, make_report(session)) == []


def test_setting_the_first_of_several_places_aside_takes_the_others_along_and_back(session, by):
    first, accepted, rejected = make_sending(session, places=3)
    accepted.status = "accepted"
    set_aside(session, rejected, by=by, at=AT)
    set_aside(session, first, by=by, at=AT)
    assert [one.status for one in (first, accepted, rejected)] == ["set_aside"] * 3
    with pytest.raises(VoiceSetAside):
        reopen(session, rejected, by=by, at=AT)
    reopen(session, first, by=by, at=AT)
    assert [one.status for one in (first, accepted, rejected)] == ["new", "accepted", "set_aside"]


def test_setting_one_of_several_places_aside_leaves_the_others(session, by):
    first, second, third = make_sending(session, places=3)
    set_aside(session, second, by=by, at=AT)
    assert [one.status for one in (first, second, third)] == ["new", "set_aside", "new"]
    reopen(session, second, by=by, at=AT)
    assert second.status == "new"


def test_a_whole_sending_is_set_aside_from_any_of_its_places(session, by):
    first, second = make_sending(session, places=2)
    set_voice_aside(session, voice_of(session, second), by=by, at=AT)
    assert (first.status, second.status) == ("set_aside", "set_aside")
    restore_voice(session, voice_of(session, second), by=by, at=AT)
    assert (first.status, second.status) == ("new", "new")


def test_a_sending_is_read_when_each_of_its_places_is(session, by):
    first, second = make_sending(session, places=2)
    accept(session, first, by=by, at=AT)
    for text in session.scalars(select(Text).where(Text.report_id == first.id)):
        accept(session, text, by=by, at=AT)
    assert is_read(session, report_id=first.id) is False
    accept(session, second, by=by, at=AT)
    assert is_read(session, report_id=first.id) is True


def test_a_place_sent_with_others_can_be_a_duplicate_by_itself(session, by):
    first, second = make_sending(session, places=2)
    earlier = make_report(session)
    mark_duplicate_report(session, second, of=earlier, by=by, at=AT)
    assert (first.status, second.status, second.duplicate_of) == ("new", "duplicate", earlier.id)


def test_setting_a_response_aside_takes_all_it_said_out_of_the_queue(session, by):
    response = make_response(session)
    report = make_report(session, response_id=response.id)
    texts: list[Text] = [
        make_text(session, response_id=response.id),
        make_text(session, response_id=response.id, status="accepted", quotable=True),
        make_text(session, report_id=report.id, question="what"),
    ]
    stranger = make_text(session)
    set_voice_aside(session, voice_of(session, texts[0]), by=by, at=AT)
    assert response.set_aside is True
    assert {report.status, *(text.status for text in texts)} == {"set_aside"}
    assert texts[1].quotable is False
    assert stranger.status == "new"


def test_restoring_a_voice_gives_everything_the_status_it_had(session, by):
    response = make_response(session)
    waiting = make_text(session, response_id=response.id)
    accepted = make_text(session, response_id=response.id, status="accepted")
    rejected = make_text(session, response_id=response.id)
    set_aside(session, rejected, by=by, at=AT)
    voice = Voice(response_id=response.id)
    set_voice_aside(session, voice, by=by, at=AT)
    restore_voice(session, voice, by=by, at=AT)
    assert response.set_aside is False
    assert [one.status for one in (waiting, accepted, rejected)] == ["new", "accepted", "set_aside"]


def test_what_was_set_aside_on_its_own_later_is_not_restored_with_the_voice(session, by):
    response = make_response(session)
    text = make_text(session, response_id=response.id)
    voice = Voice(response_id=response.id)
    set_voice_aside(session, voice, by=by, at=AT)
    restore_voice(session, voice, by=by, at=AT)
    set_aside(session, text, by=by, at=AT)
    set_voice_aside(session, voice, by=by, at=AT)
    restore_voice(session, voice, by=by, at=AT)
    assert text.status == "set_aside"


def test_a_lone_report_is_set_aside_and_restored_as_the_voice_it_is(session, by):
    report = make_report(session, status="accepted")
    text = make_text(session, report_id=report.id, question="what")
    set_aside(session, report, by=by, at=AT)
    assert (report.status, text.status) == ("set_aside", "set_aside")
    reopen(session, report, by=by, at=AT)
    assert (report.status, text.status) == ("accepted", "new")


def test_setting_aside_one_report_of_a_response_leaves_the_rest(session, by):
    response = make_response(session)
    report = make_report(session, response_id=response.id)
    text = make_text(session, response_id=response.id)
    set_aside(session, report, by=by, at=AT)
    assert (report.status, text.status, response.set_aside) == ("set_aside", "new", False)


def test_nothing_in_a_voice_that_is_set_aside_can_be_decided(session, by):
    text = make_text(session)
    voice = voice_of(session, text)
    set_voice_aside(session, voice, by=by, at=AT)
    with pytest.raises(NotPossible):
        accept(session, text, by=by, at=AT)
    with pytest.raises(VoiceSetAside):
        reopen(session, text, by=by, at=AT)
    with pytest.raises(VoiceSetAside):
        set_voice_aside(session, voice, by=by, at=AT)


def test_a_voice_that_is_not_set_aside_cannot_be_restored(session, by):
    with pytest.raises(VoiceNotSetAside):
        restore_voice(session, voice_of(session, make_text(session)), by=by, at=AT)


def test_setting_aside_and_restoring_stand_in_the_log_of_the_response(session, by):
    response = make_response(session)
    voice = Voice(response_id=response.id)
    set_voice_aside(session, voice, by=by, at=AT)
    restore_voice(session, voice, by=by, at=AT)
    session.flush()
    steps = session.scalars(select(StatusChange.action).where(StatusChange.response_id == response.id))
    assert list(steps) == ["voice_set_aside", "voice_restored"]


def test_a_voice_is_read_when_everything_in_it_has_left_the_queue(session, by):
    response = make_response(session)
    text = make_text(session, response_id=response.id)
    report = make_report(session, response_id=response.id, status="accepted")
    inside = make_text(session, report_id=report.id, question="what")
    assert is_read(session, response_id=response.id) is False
    accept(session, text, by=by, at=AT)
    assert is_read(session, response_id=response.id) is False
    set_aside(session, inside, by=by, at=AT)
    assert is_read(session, response_id=response.id) is True


def test_a_lone_report_is_read_when_it_and_its_texts_are(session, by):
    report = make_report(session)
    assert is_read(session, report_id=report.id) is False
    accept(session, report, by=by, at=AT)
    assert is_read(session, report_id=report.id) is True


def test_the_day_a_voice_came_is_known(session):
    assert received_on(session, response_id=make_response(session).id) == DAY
    assert received_on(session, report_id=make_report(session).id) == DAY


def test_only_accepted_and_cleared_texts_are_quoted_without_what_is_hidden(session, by):
    text = make_text(session, "Ring Karin om lampan.", status="accepted", quotable=True)
    make_text(session, status="accepted")
    make_text(session)
    hide_words(session, text, words="Karin", label="name", by=by, at=AT)
    other = make_staff(session, "Olle Berg")
    for coder in (by, other):
        add_code(session, text, code="T9.lighting", stance="problem", by=coder, at=AT)
    session.flush()
    (quote,) = quotable_texts(session, text.round_id)
    assert (quote.text_id, quote.words) == (text.id, "Ring […] om lampan.")
    assert quote.codes == (("T9.lighting", "problem"),)


def test_a_voice_that_is_set_aside_is_not_quoted(session):
    response = make_response(session, set_aside=True)
    lone = make_report(session, status="set_aside")
    inside = make_report(session, response_id=response.id)
    cleared: dict[str, Any] = {"status": "accepted", "quotable": True}
    text = make_text(session, response_id=response.id, **cleared)
    make_text(session, report_id=inside.id, question="what", **cleared)
    make_text(session, report_id=lone.id, question="what", **cleared)
    assert quotable_texts(session, text.round_id) == []
