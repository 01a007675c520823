"""Destroying one text, photo or exact point: what goes, what stays, the certificate, and the second person."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.picture.content import checksum, from_document
from dialog.picture.models import Draft
from dialog.places.models import ExactPoint
from dialog.review.models import Coding, StatusChange
from dialog.texts.models import Photo, PhotoOriginal, Text
from dialog.texts.searching.actions import index_text
from dialog.texts.searching.models import TextSearch
from dialog.upkeep.destroying.actions import (
    AlreadyProposed,
    NeedsAnother,
    NothingToDestroy,
    agree,
    propose,
    turn_down,
)
from dialog.upkeep.destroying.emptying import MASKED, NOTHING
from dialog.upkeep.destroying.hanging import STAYS, hanging_on
from dialog.upkeep.destroying.words import FILLER, hidden_length, without_hidden
from dialog.upkeep.models import Destruction, Emptied
from tests.review.factories import AT, make_exact_point, make_report, make_staff, make_text
from tests.upkeep.factories import make_photo
from tests.upkeep.places import quoted

HIDDEN = [{"start": 0, "end": 5, "label": "name"}]


def destroy(session: Session, kind: str, subject, by: int, *, leaves: str = NOTHING, two: bool = False) -> Destruction:
    asked = propose(
        session,
        kind=kind,
        subject=subject,
        leaves=leaves,
        why="Utpekar en person",
        basis="KS 2026/12",
        by=by,
        at=AT,
        two=two,
    )
    session.commit()
    return asked


@pytest.fixture
def by(session: Session) -> int:
    return make_staff(session)


def test_nothing_is_left_of_a_text_and_its_codes_stay(session, by):
    text = make_text(session, "Kalle bor i trean.", status="accepted", quotable=True, masks=HIDDEN)
    session.add(Coding(text_id=text.id, coder_id=by, code="T1", stance="problem", codebook_version=1, note="om Kalle"))
    index_text(session, text)
    destroy(session, "text", text.id, by)
    assert (text.original, text.masks, text.quotable, text.status) == ("", [], False, "accepted")
    assert session.scalars(select(Coding.note)).all() == [""]
    assert session.get(TextSearch, text.id) is None
    assert session.get_one(Emptied, text.id).leaves == NOTHING


def test_a_text_that_waits_leaves_the_queue_and_the_log_of_its_review_says_why(session, by):
    text = make_text(session)
    destroy(session, "text", text.id, by)
    assert text.status == "set_aside"
    assert session.scalars(select(StatusChange.action)).all() == ["destroyed"]


def test_what_is_hidden_is_overwritten_and_the_rest_can_still_be_found(session, by):
    text = make_text(session, "Kalle bor i trean.", status="accepted", masks=HIDDEN)
    certificate = destroy(session, "text", text.id, by, leaves=MASKED)
    assert text.original == f"{FILLER * 5} bor i trean." and text.masks == HIDDEN and certificate.length == 5
    assert "trean" in session.get_one(TextSearch, text.id).words


@pytest.mark.parametrize(
    ("masks", "expected"),
    [
        ([], "åäö العربية"),
        ([{"start": 0, "end": 3, "label": "x"}], f"{FILLER * 3} العربية"),
        ([{"start": 4, "end": 99, "label": "x"}], f"åäö {FILLER * 7}"),
        ([{"start": 0, "end": 2, "label": "x"}, {"start": 1, "end": 4, "label": "y"}], f"{FILLER * 4}العربية"),
    ],
)
def test_hidden_characters_are_overwritten_one_by_one(masks, expected):
    assert without_hidden("åäö العربية", masks) == expected
    assert hidden_length("åäö العربية", masks) == expected.count(FILLER)


def test_a_certificate_says_everything_but_what_it_was(session, by):
    text = make_text(session, "Kalle bor i trean.")
    done = destroy(session, "text", text.id, by)
    kept = (done.kind, done.subject, done.length, done.why, done.basis, done.proposed_by, done.done_at)
    assert kept == ("text", text.id, 18, "Utpekar en person", "KS 2026/12", by, AT)
    line = session.scalars(select(AuditEvent).where(AuditEvent.action == "text destroyed")).one()
    assert line.staff_id == by and "Kalle" not in str(vars(line) | vars(done))


def test_drafts_and_editions_lose_the_quote_and_nothing_else(session, by):
    text = make_text(session, "Kalle bor i trean.", status="accepted", quotable=True)
    release = quoted(session, text, "Kalle bor i trean.")
    was, tables = release.checksum, from_document(release.content).tables
    destroy(session, "text", text.id, by)
    for content in (release.content, session.scalars(select(Draft)).one().content):
        assert [quote.words for quote in from_document(content).quotes] == ["Mörkt vid bron."]
    assert from_document(release.content).tables == tables
    assert release.checksum == checksum(release.content) != was
    line = session.scalars(select(AuditEvent).where(AuditEvent.action == "quote redacted")).one()
    assert (line.details["was"], line.details["became"]) == (was, release.checksum)


def test_a_quote_that_says_no_more_than_what_is_left_stays(session, by):
    text = make_text(session, "Kalle bor i trean.", status="accepted", quotable=True, masks=HIDDEN)
    release = quoted(session, text, "[…] bor i trean.")
    destroy(session, "text", text.id, by, leaves=MASKED)
    assert [quote.words for quote in from_document(release.content).quotes] == ["[…] bor i trean.", "Mörkt vid bron."]


def test_a_photo_goes_with_what_it_was_before_blurring(session, by):
    photo = make_photo(session, make_report(session))
    done = destroy(session, "photo", photo.id, by)
    assert done.length == len(b"blurred pixels") + len(b"pixels as they were sent")
    assert session.scalars(select(Photo)).all() == [] and session.scalars(select(PhotoOriginal)).all() == []


def test_an_exact_point_goes_and_the_report_stays(session, by):
    report = make_report(session)
    make_exact_point(session, report, landmark="Bokgränd 4")
    destroy(session, "point", report.id, by)
    assert session.get(ExactPoint, report.id) is None and report.lat is not None


def test_where_two_are_needed_nothing_goes_before_the_second_agrees(session, by):
    text, other = make_text(session, "Kalle"), make_staff(session, "Amir Haddad")
    asked = destroy(session, "text", text.id, by, two=True)
    assert text.original == "Kalle" and asked.done_at is None
    with pytest.raises(NeedsAnother):
        agree(session, asked, by=by, at=AT)
    with pytest.raises(AlreadyProposed):
        destroy(session, "text", text.id, other)
    agree(session, asked, by=other, at=AT)
    session.commit()
    done = session.scalars(select(Destruction)).one()
    assert (text.original, done.second_by, done.done_at) == ("", other, AT)


def test_a_proposal_can_be_turned_down(session, by):
    text = make_text(session, "Kalle")
    asked = destroy(session, "text", text.id, by, two=True)
    turn_down(session, asked, by=by)
    session.commit()
    assert text.original == "Kalle" and session.scalars(select(Destruction)).all() == []


def test_nothing_is_destroyed_twice(session, by):
    text, report = make_text(session, "Kalle"), make_report(session)
    destroy(session, "text", text.id, by)
    for kind, subject, leaves in (("text", text.id, NOTHING), ("text", text.id, MASKED), ("point", report.id, NOTHING)):
        with pytest.raises(NothingToDestroy):
            destroy(session, kind, subject, by, leaves=leaves)


def test_what_stays_behind_has_a_reason_and_is_there():
    tables = Text.metadata.tables
    assert all(name in tables and why for name, why in STAYS.items())
    going = {table.name for table, _ in hanging_on(tables["text"])}
    assert "text_search" in going and not going & STAYS.keys()
