"""Photos in the database: what was there before blurring is gone in time, and a blur comes off only until then."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.texts.actions import NoOriginal, erase_originals, keep_photo, original_of, reblur
from dialog.texts.boxes import make_box
from dialog.texts.models import Photo, PhotoOriginal
from dialog.texts.photos import Ready, read_photo
from tests.review.factories import make_report
from tests.texts.pictures import LARGEST, a_place, as_bytes, opened, with_face

DAY = date(2026, 10, 5)
LAST = DAY + timedelta(days=90)
READY = read_photo(as_bytes(with_face(a_place(1200, 900), 300, 300)), largest=LARGEST)
CORNER = make_box(0, 0, 200, 100, "by_hand")


def a_photo(session: Session, *, erase_on: date = LAST, ready: Ready = READY) -> Photo:
    report = make_report(session)
    return session.get_one(Photo, keep_photo(session, ready, report_id=report.id, on=DAY, erase_on=erase_on))


def test_a_photo_waits_with_what_was_found_on_it(session):
    photo = a_photo(session)
    assert (photo.status, photo.received_on, photo.width, photo.height) == ("new", DAY, 1200, 900)
    assert photo.boxes == READY.boxes and [box["kind"] for box in photo.boxes] == ["face"]
    assert photo.image == READY.image
    assert original_of(session, photo.id, today=DAY) == READY.original


def test_what_was_there_before_blurring_is_erased_on_its_day(session):
    photo = a_photo(session)
    assert erase_originals(session, today=LAST - timedelta(days=1)) == 0
    assert erase_originals(session, today=LAST) == 1
    assert session.scalars(select(PhotoOriginal.photo_id)).all() == []
    assert session.scalars(select(Photo.id)).all() == [photo.id]


def test_nobody_sees_it_past_its_day_even_if_nothing_has_erased_it(session):
    photo = a_photo(session)
    with pytest.raises(NoOriginal):
        original_of(session, photo.id, today=LAST)


def test_every_new_photo_erases_those_whose_time_is_up(session):
    old = a_photo(session, erase_on=DAY)
    new = a_photo(session)
    assert session.scalars(select(PhotoOriginal.photo_id)).all() == [new.id] != [old.id]


def test_a_photo_goes_with_its_report(session):
    photo = a_photo(session)
    session.execute(delete(Report).where(Report.id == photo.report_id))
    assert session.scalars(select(Photo.id)).all() == session.scalars(select(PhotoOriginal.photo_id)).all() == []


def test_a_box_can_be_added_and_taken_off(session):
    photo = a_photo(session)
    reblur(session, photo, [*READY.boxes, CORNER], today=DAY)
    assert opened(photo.image).getpixel((20, 20)) != opened(READY.image).getpixel((20, 20))
    reblur(session, photo, [], today=DAY)
    assert photo.boxes == [] and opened(photo.image).size == (1200, 900)
    session.flush()


def test_without_the_original_boxes_can_be_added_and_none_taken_off(session):
    photo = a_photo(session)
    reblur(session, photo, [*READY.boxes, CORNER], today=LAST)
    assert photo.boxes == [*READY.boxes, CORNER]
    with pytest.raises(NoOriginal):
        reblur(session, photo, [CORNER], today=LAST)
    assert photo.boxes == [*READY.boxes, CORNER]
