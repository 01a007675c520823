"""A release is a frozen edition: numbered, checked, and never changed by what happens after it."""

import json
from hashlib import sha256

import pytest
from sqlalchemy.orm import Session

from dialog.picture.actions import AlreadyReleased, DraftTooOld, release_picture
from dialog.picture.content import from_document, to_document
from dialog.picture.queries import edition_of_draft, editions_of, later_edition
from dialog.picture.tables import ALL, Cell, State
from dialog.review.actions import hide_words, withdraw_clearance
from tests.factories import make_round
from tests.picture.speaking import NOW, TODAY, cell, coder, draft, release, respond, write


def test_editions_are_numbered_one_after_the_other(session: Session):
    first, second = make_round(session), make_round(session, slug="other")
    assert [release(session, one).edition for one in (first, second, first)] == [1, 2, 3]
    assert [one.number for one in editions_of(session)] == [3, 2, 1]
    assert [one.number for one in editions_of(session, first.id)] == [3, 1]


def test_the_checksum_is_that_of_the_content_as_canonical_json(session: Session):
    round = make_round(session)
    respond(session, round, 30)
    made = release(session, round)
    session.commit()
    session.expire_all()
    written = json.dumps(made.content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert made.checksum == sha256(written.encode()).hexdigest()


def test_a_draft_is_released_once(session: Session):
    made = draft(session, make_round(session))
    edition = release_picture(session, made, on=TODAY)
    assert edition_of_draft(session, made.id) == edition.edition
    with pytest.raises(AlreadyReleased):
        release_picture(session, made, on=TODAY)


def test_a_draft_made_before_another_edition_is_not_released(session: Session):
    round = make_round(session)
    old, new = draft(session, round), draft(session, round)
    release_picture(session, new, on=TODAY)
    with pytest.raises(DraftTooOld):
        release_picture(session, old, on=TODAY)


def test_an_edition_stays_as_it_was_when_more_people_answer(session: Session):
    round = make_round(session)
    respond(session, round, 30)
    first = release(session, round)
    respond(session, round, 30)
    second = release(session, round)
    assert cell(from_document(first.content), "area", ALL) == Cell(30, State.SHOWN)
    assert cell(from_document(second.content), "area", ALL) == Cell(60, State.SHOWN)
    assert later_edition(session, first) == second.edition
    assert later_edition(session, second) is None


def test_one_voice_more_since_the_last_edition_can_not_be_subtracted_out(session: Session):
    round = make_round(session)
    respond(session, round, 30, answers={"Q6": "never"})
    respond(session, round, 30, answers={"Q6": "sometimes"})
    release(session, round)
    respond(session, round, 1, answers={"Q6": "often"})
    second = from_document(release(session, round).content)
    assert cell(second, "area", ALL).state is State.WITHHELD


def test_content_survives_being_written_and_read(session: Session):
    round = make_round(session)
    write(session, round, "Lampan är trasig", 30, cleared=True)
    content = draft(session, round).content
    assert to_document(from_document(content)) == content


def test_a_quote_that_was_taken_back_is_not_released(session: Session):
    round = make_round(session)
    texts = write(session, round, "Lampan hos Berit är trasig", 30, cleared=True)
    made = draft(session, round)
    kept, masked, *_ = from_document(made.content).quotes
    by_id = {str(text.id): text for text in texts}
    for text in texts:
        if str(text.id) not in (kept.text, masked.text):
            withdraw_clearance(session, text, by=coder(session).id, at=NOW)
    hide_words(session, by_id[masked.text], words="Berit", label="name", by=coder(session).id, at=NOW)
    session.flush()
    released = from_document(release_picture(session, made, on=TODAY).content)
    assert [quote.text for quote in released.quotes] == [kept.text]
