"""Versions of the codebook: written as a draft, published for good, read by whoever coded with them."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.review.codebook.actions import (
    ChangedMeanwhile,
    DraftThere,
    NoReason,
    NothingChanged,
    begin_draft,
    change_draft,
    discard_draft,
    publish,
)
from dialog.review.codebook.book import Guide, RetiredCode
from dialog.review.codebook.editing import add_subcode, retire, reword
from dialog.review.codebook.queries import (
    NoSuchVersion,
    codebook_in_force,
    codebook_of_version,
    draft_of_codebook,
    versions,
)
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.coding.actions import add_code
from dialog.review.models import Coding
from tests.review.asking import statements
from tests.review.codebook.publishing import published
from tests.review.factories import AT, make_staff, make_text

ON = date(2026, 10, 7)
CAMERAS = {"sv": "Kameror", "en": "Cameras"}


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def test_as_long_as_nothing_is_published_the_shipped_codebook_is_in_force(session):
    assert codebook_in_force(session) is SHIPPED
    assert versions(session) == []


def test_a_draft_changes_nothing_before_it_is_published(session, by):
    draft = begin_draft(session, by=by, at=AT)
    change_draft(session, draft, lambda book: add_subcode(book, "T9", CAMERAS, Guide()), revision=1, by=by, at=AT)
    assert codebook_in_force(session) is SHIPPED
    made = publish(session, draft, revision=2, reason="Kameror nämns ofta", same={}, on=ON, by=by)
    assert (made.version, made.changes) == (2, {"T9.cameras": {"change": "added", "series": "begins"}})
    assert codebook_in_force(session).code("T9.cameras").text == CAMERAS
    assert draft_of_codebook(session) is None


def test_there_is_one_draft_at_a_time(session, by):
    begin_draft(session, by=by, at=AT)
    with pytest.raises(DraftThere):
        begin_draft(session, by=by, at=AT)


def test_of_two_who_change_the_same_draft_the_second_is_told(session, by):
    draft = begin_draft(session, by=by, at=AT)
    change_draft(session, draft, lambda book: retire(book, "T10.decay"), revision=1, by=by, at=AT)
    with pytest.raises(ChangedMeanwhile):
        change_draft(session, draft, lambda book: retire(book, "T9"), revision=1, by=by, at=AT)
    with pytest.raises(ChangedMeanwhile):
        publish(session, draft, revision=1, reason="x", same={}, on=ON, by=by)
    with pytest.raises(ChangedMeanwhile):
        discard_draft(session, draft, revision=1, by=by)


def test_a_version_without_a_reason_or_without_a_change_is_refused(session, by):
    draft = begin_draft(session, by=by, at=AT)
    with pytest.raises(NothingChanged):
        publish(session, draft, revision=1, reason="Ingen", same={}, on=ON, by=by)
    with pytest.raises(NoReason):
        publish(session, draft, revision=1, reason=" ", same={}, on=ON, by=by)


def test_old_codings_keep_their_version_and_a_retired_code_stays_readable(session, by):
    text = make_text(session)
    add_code(session, text, code="T10.decay", stance="problem", by=by, at=AT)
    published(session, lambda book: retire(book, "T10.decay"))
    with pytest.raises(RetiredCode):
        add_code(session, text, code="T10.decay", stance="strength", by=by, at=AT)
    add_code(session, text, code="T10", stance="problem", by=by, at=AT)
    found = {one.code: one.codebook_version for one in session.scalars(select(Coding))}
    assert found == {"T10.decay": 1, "T10": 2}
    assert codebook_in_force(session).code("T10.decay").text == SHIPPED.code("T10.decay").text


def test_every_version_can_still_be_read(session):
    published(session, lambda book: reword(book, "T9", {"sv": "Platser", "en": "Places"}, Guide()), same={"T9": False})
    published(session, lambda book: retire(book, "T9"))
    assert codebook_of_version(session, 1).code("T9").text["en"] == "Built environment"
    assert codebook_of_version(session, 2).code("T9").text["en"] == "Places"
    assert codebook_of_version(session, 3).code("T9").retired
    with pytest.raises(NoSuchVersion):
        codebook_of_version(session, 4)


def test_a_codebook_is_read_once_and_then_only_asked_for(app, session):
    published(session, lambda book: retire(book, "T9"))
    codebook_in_force(session)
    with statements(app) as made:
        codebook_in_force(session)
    assert len(made) == 1 and "document" not in made[0][0]


def test_what_is_done_with_the_codebook_is_logged(session):
    published(session, lambda book: retire(book, "T9"))
    session.flush()
    actions = list(session.scalars(select(AuditEvent.action)))
    assert [one for one in actions if one.startswith("codebook")] == ["codebook begun", "codebook published"]
