"""From a draft to a version: nothing missing, and what stays comparable decided with a reason."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from dialog.survey.actions import NotPossible, change_round, keep_questionnaire, submit_response
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import from_document
from dialog.survey.editing import change_question, remove_question, set_options, set_text
from dialog.survey.making.drafts import ChangedMeanwhile, begin_draft, change_draft
from dialog.survey.making.publishing import NotReady, Undecided, publish
from dialog.survey.making.queries import draft_of
from dialog.survey.models import OPEN
from dialog.survey.queries import locked_parts
from tests.factories import make_round
from tests.survey.building import the_version

DEFAULT = default_questionnaire()
AT, TODAY = datetime(2026, 5, 4, 12), date(2026, 5, 4)


@pytest.fixture
def draft(session):
    keep_questionnaire(session, DEFAULT)
    return begin_draft(session, DEFAULT, by=None, at=AT)


def edit(session, draft, change):
    change_draft(session, draft, draft.revision, change, None, AT)


def done(session, draft, **decisions):
    said = {measures: {"decision": decision, "reason": reason} for measures, (decision, reason) in decisions.items()}
    return publish(session, draft, revision=draft.revision, decisions=said, on=TODAY)


def test_a_draft_becomes_the_next_version_and_is_gone(session, draft):
    published = done(session, draft)
    assert (published.version, published.published_on, published.changes) == (2, TODAY, {})
    assert draft_of(session, "trygghet") is None
    assert from_document(published.document).version == 2


def test_what_lacks_something_is_not_published(session, draft):
    edit(session, draft, lambda one: set_options(one, "Q6", []))
    with pytest.raises(NotReady) as unready:
        done(session, draft)
    assert [fault.what for fault in unready.value.faults] == ["needs"]
    assert the_version(session).version == 1


def test_other_words_ask_for_a_reason_and_may_keep_the_series(session, draft):
    edit(session, draft, lambda one: set_text(one, "Q6", "sv", "Har du undvikit platser?"))
    with pytest.raises(Undecided) as undecided:
        done(session, draft, avoidance=("kept", "  "))
    assert undecided.value.measures == ["avoidance"]
    published = done(session, draft, avoidance=("kept", "Samma fråga, kortare."))
    assert published.changes == {"avoidance": {"decision": "kept", "reason": "Samma fråga, kortare."}}


def test_other_options_and_questions_left_out_break_the_series_whatever_is_said(session, draft):
    edit(session, draft, lambda one: set_options(one, "Q6", one.sections[1].questions[2].options[:2]))
    edit(session, draft, lambda one: remove_question(one, "Q10"))
    published = done(session, draft, avoidance=("kept", "Ändå."), pledge_awareness=("kept", "Ändå."))
    assert {one["decision"] for one in published.changes.values()} == {"broken"}


def test_only_series_that_ask_for_it_are_remembered(session, draft):
    edit(session, draft, lambda one: set_text(one, "Q6", "ar", "سؤال"))
    assert done(session, draft, worry=("kept", "Ingen frågade.")).changes == {}


def test_what_was_looked_at_is_what_is_published(session, draft):
    edit(session, draft, lambda one: change_question(one, "Q6", required=True))
    with pytest.raises(ChangedMeanwhile):
        publish(session, draft, revision=1, decisions={}, on=TODAY)


def test_the_first_publication_compares_with_nothing(session):
    draft = begin_draft(session, DEFAULT, by=None, at=AT)
    assert done(session, draft).version == 1


@pytest.mark.parametrize(
    ("spoken", "languages"),
    [
        (("sv", "fi", "ar", "en"), ("sv", "fi", "ar", "en")),
        ((), ("sv", "en", "ar", "fi")),  # the shipped ones first, whatever a database makes of the title's order
    ],
)
def test_the_order_of_the_languages_is_published_with_it(session, spoken, languages):
    titles = {"fi": "Turvallisuus", **DEFAULT.title}
    draft = begin_draft(session, replace(DEFAULT, title=titles, spoken=spoken), by=None, at=AT)
    published = publish(session, draft, revision=1, decisions={}, on=TODAY)
    session.commit()
    session.expire_all()
    assert published.document["spoken"] == list(languages)
    assert from_document(published.document).languages == languages


def test_a_version_that_was_stored_without_the_order_of_its_languages_is_still_the_same(session):
    stored = make_round(session).questionnaire
    stored.document = {name: value for name, value in stored.document.items() if name != "spoken"}
    stored.checksum = "as it was then"
    assert keep_questionnaire(session, DEFAULT) is stored
    assert stored.checksum == "as it was then"
    with pytest.raises(NotPossible):
        keep_questionnaire(session, set_text(DEFAULT, "Q6", "sv", "Annat"))


def test_a_version_loaded_meanwhile_is_followed_not_overwritten(session, draft):
    keep_questionnaire(session, replace(DEFAULT, version=2))
    assert done(session, draft).version == 3


def test_a_round_moves_to_the_next_version_until_somebody_has_answered(session, draft):
    round = make_round(session)
    published = done(session, draft)
    assert round.state == OPEN
    change_round(session, round, questionnaire_id=published.id)
    assert round.questionnaire_id == published.id
    submit_response(session, round=round, language="sv", channel="web", area_id=None, answers={}, texts={}, on=TODAY)
    assert "questionnaire_id" in locked_parts(session, round)
