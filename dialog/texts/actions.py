"""Keeping free texts and photos."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import itemgetter
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from dialog.texts.arriving import LookedOver, look_over
from dialog.texts.boxes import Box
from dialog.texts.models import NEW, Photo, PhotoOriginal, Text
from dialog.texts.photos import Ready, blur
from dialog.texts.searching.actions import index_rows


class NoOriginal(LookupError):
    """The photo as it was before blurring is erased, so that no blur can be taken off."""


def text_rows(
    texts: Mapping[str, str],
    *,
    round_id: int,
    area_id: int | None,
    language: str,
    channel: str,
    on: date,
    response_id: UUID | None = None,
    report_id: UUID | None = None,
) -> LookedOver:
    """The rows that texts (by question id) become, looked over: for `store_texts`.

    Looking takes longer than storing, and whoever has begun to write holds up all others who would.
    """
    same: dict[str, object] = {
        "round_id": round_id,
        "area_id": area_id,
        "language": language,
        "channel": channel,
        "received_on": on,
        "response_id": response_id,
        "report_id": report_id,
        "masks": [],
        "status": NEW,
        "quotable": False,
    }
    return look_over(
        [{"id": uuid4(), "question": question, "original": text, **same} for question, text in texts.items()]
    )


def store_texts(session: Session, rows: LookedOver) -> None:
    """The one way in for texts, by columns: looked over before anybody reads them, and found by their words.

    In the order of their ids, which are chance: quicker, and no database keeps in which order they came.
    """
    if not rows:
        return
    session.execute(insert(Text.__table__), sorted(rows, key=itemgetter("id")))  # type: ignore[arg-type]
    index_rows(session, rows)


def keep_photo(session: Session, ready: Ready, *, report_id: UUID, on: date, erase_on: date) -> UUID:
    """Keep a photo of a place, for a reviewer to look at; what it was before blurring goes on `erase_on`. Its id."""
    id = uuid4()
    row = {
        "id": id,
        "report_id": report_id,
        "received_on": on,
        "width": ready.width,
        "height": ready.height,
        "boxes": ready.boxes,
        "image": ready.image,
        "status": NEW,
    }
    session.execute(insert(Photo.__table__), row)  # type: ignore[arg-type]
    erase_originals(session, today=on)
    original = {"photo_id": id, "image": ready.original, "erase_on": erase_on}
    session.execute(insert(PhotoOriginal.__table__), original)  # type: ignore[arg-type]
    return id


def erase_originals(session: Session, *, today: date) -> int:
    """Forget photos as they were before blurring whose time is up; how many. Every new photo does it."""
    gone = delete(PhotoOriginal).where(PhotoOriginal.erase_on <= today).returning(PhotoOriginal.photo_id)
    return len(session.scalars(gone).all())


def original_of(session: Session, photo_id: UUID, *, today: date) -> bytes:
    """The photo before blurring: for reviewers only, who say that they look. Raises NoOriginal from its last day on."""
    kept = select(PhotoOriginal.image).where(PhotoOriginal.photo_id == photo_id, PhotoOriginal.erase_on > today)
    if (image := session.scalar(kept)) is None:
        raise NoOriginal(photo_id)
    return image


def reblur(session: Session, photo: Photo, boxes: Sequence[Box], *, today: date) -> None:
    """Blur these boxes of a photo and no others; boxes can be added even when the original is gone.

    Raises NoOriginal when a blur is to be taken off, and there is nothing left beneath it.
    """
    try:
        beneath = original_of(session, photo.id, today=today)
    except NoOriginal:
        if not all(box in boxes for box in photo.boxes):
            raise
        photo.image = blur(photo.image, [box for box in boxes if box not in photo.boxes])
    else:
        photo.image = blur(beneath, boxes)
    photo.boxes = [dict(box) for box in boxes]
