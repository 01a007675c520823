"""Pages where a reviewer looks at the photos of places, one by one."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review import photos
from dialog.review.changes import Answer, Decisions, Problems, asked_decision, carry_out
from dialog.review.duplicates import short_id
from dialog.review.forms import position_from, position_in_address
from dialog.review.lines import lines_of
from dialog.review.photo_marks import COLUMNS, ROWS, SQUARES, box_in_form, boxes_drawn, boxes_of_squares
from dialog.review.photo_queue import (
    PhotoPage,
    how_many_photos,
    photos_around,
    photos_from,
    photos_until,
    position_of_photo,
)
from dialog.review.photo_sentences import BOX_WORDS, NO_ORIGINAL, NOTHING_CHOSEN, NOTHING_MARKED, age_in_words
from dialog.review.waiting.assigning import all_reviewers
from dialog.review.waiting.filters import MOST_COUNTED
from dialog.review.waiting.kinds import PHOTO
from dialog.texts.actions import NoOriginal
from dialog.texts.models import Photo
from dialog.web.requests import db_session

DECISIONS: Decisions = {
    "accept": (photos.accept_photo, _l("The photo is accepted.")),
    "set_aside": (photos.set_photo_aside, _l("The photo is set aside.")),
    "reopen": (photos.reopen_photo, _l("The photo is back in the queue.")),
}


def queue() -> str:
    session = db_session()
    page = _asked_page(session)
    lines = lines_of(session, [item.report for item in page.items])
    return render_template(
        "staff/photos.html",
        items=[(item.photo, line, _age(item.photo)) for item, line in zip(page.items, lines, strict=True)],
        short_id=short_id,
        count=how_many_photos(session),
        most_counted=MOST_COUNTED,
        pages=_addresses(page),
    )


def show(photo_id: UUID) -> str:
    return _page(photo_id, [])


def image(photo_id: UUID) -> Response:
    """The blurred picture. The one before blurring has no address: it comes with the page that says that one looked."""
    answer = Response(_photo_or_404(db_session(), photo_id).image, content_type="image/webp")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Content-Disposition"] = 'inline; filename="photo.webp"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def look(photo_id: UUID) -> Answer | str:
    """Answers with the page itself, and the photo before blurring in it."""
    session = db_session()
    photo = _photo_or_404(session, photo_id)
    try:
        original = photos.look_at_original(session, photo, by=staff_id(), today=date.today())
    except NoOriginal:
        return _page(photo_id, [("", str(NO_ORIGINAL))]), 422
    session.commit()
    return _page(photo_id, [], original)


def decide(photo_id: UUID) -> Answer:
    decision, done = asked_decision(DECISIONS)
    return _change(photo_id, lambda session, photo: decision(session, photo, by=staff_id(), at=now()), done)


def blur_more(photo_id: UUID) -> Answer:
    photo = _photo_or_404(db_session(), photo_id)
    size = {"width": photo.width, "height": photo.height}
    boxes = [
        *boxes_of_squares(request.form.getlist("square"), **size),
        *boxes_drawn(request.form.getlist("box"), **size),
    ]
    if not boxes:
        return _page(photo_id, [("squares", str(NOTHING_MARKED))]), 422
    return _change(
        photo_id,
        lambda session, held: photos.blur_more(session, held, boxes, by=staff_id(), at=now()),
        _l("More of the photo is blurred."),
    )


def blur_less(photo_id: UUID) -> Answer:
    chosen = set(request.form.getlist("box"))
    if not chosen:
        return _page(photo_id, [("", str(NOTHING_CHOSEN))]), 422

    def take_off(session: Session, photo: Photo) -> None:
        boxes = [box for box in photos.boxes_of(photo) if box_in_form(box) in chosen]
        photos.blur_less(session, photo, boxes, by=staff_id(), at=now())

    return _change(photo_id, take_off, _l("The blur is taken off. The photo waits to be decided about anew."))


def _change(photo_id: UUID, change: Callable[[Session, Photo], object], done: object) -> Answer:
    _photo_or_404(db_session(), photo_id)
    return carry_out(
        lambda session: change(session, photos.hold_photo(session, photo_id)),
        done,
        page=lambda problems: _page(photo_id, problems),
        back=url_for(".photo", photo_id=photo_id),
        item=(PHOTO, photo_id),
    )


def _page(photo_id: UUID, problems: Problems, original: bytes | None = None) -> str:
    session = db_session()
    photo = _photo_or_404(session, photo_id)
    before, after = photos_around(session, photo)
    return render_template(
        "staff/photo.html",
        photo=photo,
        number=short_id(photo.id),
        line=lines_of(session, [photo])[0],
        report_number=short_id(photo.report_id),
        reader=staff_id(),
        reviewers=all_reviewers(session),
        age=_age(photo),
        boxes=[(box, BOX_WORDS.get(box["kind"], ""), box_in_form(box)) for box in photos.boxes_of(photo)],
        columns=COLUMNS,
        rows=ROWS,
        squares=SQUARES,
        original=b64encode(original).decode() if original else "",
        has_original=photos.has_original(session, photo.id, today=date.today()),
        before=before,
        after=after,
        context={},
        problems=list(problems),
    )


def _asked_page(session: Session) -> PhotoPage:
    if before := position_from(request.args.get("before", "")):
        return photos_until(session, before=before)
    return photos_from(session, after=position_from(request.args.get("after", "")))


def _addresses(page: PhotoPage) -> dict[str, Any]:
    """Where the neighbouring pages are; only where there are any."""
    found = {"first": url_for(".photos")}
    if page.items and page.has_earlier:
        found["earlier"] = url_for(".photos", before=_written(page.items[0].photo))
    if page.items and page.has_later:
        found["later"] = url_for(".photos", after=_written(page.items[-1].photo))
    return found


def _written(photo: Photo) -> str:
    return position_in_address(position_of_photo(photo))


def _age(photo: Photo) -> str:
    return age_in_words((date.today() - photo.received_on).days)


def _photo_or_404(session: Session, photo_id: UUID) -> Photo:
    try:
        return photos.find_photo(session, photo_id)
    except photos.NoSuchPhoto:
        abort(404)
