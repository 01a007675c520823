"""What a reviewer does with the photo of a place: looks, blurs more or less, and decides.

Every step stands in the status log of its report and in the audit log.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.audit.models import AuditEvent
from dialog.review import steps
from dialog.review.actions import COMES_FROM, NotPossible
from dialog.review.queries import find_report, is_voice_set_aside, voice_of
from dialog.review.statuslog import log_step
from dialog.review.voices import VoiceSetAside
from dialog.texts.actions import NoOriginal, original_of, reblur
from dialog.texts.boxes import Box
from dialog.texts.models import ACCEPTED, NEW, SET_ASIDE, Photo, PhotoOriginal

_SEEN = "photo original seen"


class NoSuchPhoto(LookupError):
    """There is no such photo."""


def find_photo(session: Session, photo_id: UUID) -> Photo:
    """Raises NoSuchPhoto."""
    if (found := session.get(Photo, photo_id)) is None:
        raise NoSuchPhoto(photo_id)
    return found


def hold_photo(session: Session, photo_id: UUID) -> Photo:
    """The photo as it stands now, held until the transaction ends, so that no blur gets lost. Raises NoSuchPhoto."""
    touch = update(Photo).where(Photo.id == photo_id).values(status=Photo.status)
    session.execute(touch, execution_options={"synchronize_session": False})
    if (photo := session.get(Photo, photo_id, populate_existing=True)) is None:
        raise NoSuchPhoto(photo_id)
    return photo


def photos_of_report(session: Session, report_id: UUID) -> Sequence[Photo]:
    """All of them, for reviewers."""
    return session.scalars(select(Photo).where(Photo.report_id == report_id).order_by(Photo.id)).all()


def accept_photo(session: Session, photo: Photo, *, by: int, at: datetime) -> None:
    """Nobody can be recognised on it: it may be shown to others. Raises NotPossible or VoiceSetAside."""
    _move(session, photo, ACCEPTED, steps.PHOTO_ACCEPTED, by=by, at=at)


def set_photo_aside(session: Session, photo: Photo, *, by: int, at: datetime) -> None:
    """It stays with the report, for reviewers only. Raises NotPossible or VoiceSetAside."""
    _move(session, photo, SET_ASIDE, steps.PHOTO_SET_ASIDE, by=by, at=at)


def reopen_photo(session: Session, photo: Photo, *, by: int, at: datetime) -> None:
    """Put it back among those that wait. Raises NotPossible or VoiceSetAside."""
    _move(session, photo, NEW, steps.PHOTO_REOPENED, by=by, at=at)


def has_original(session: Session, photo_id: UUID, *, today: date) -> bool:
    kept = exists().where(PhotoOriginal.photo_id == photo_id, PhotoOriginal.erase_on > today)
    return bool(session.scalar(select(kept)))


def has_looked(session: Session, photo: Photo, *, by: int) -> bool:
    """Whether this reviewer has seen the photo as it was before blurring."""
    looked = exists().where(
        AuditEvent.staff_id == by, AuditEvent.action == _SEEN, AuditEvent.subject == f"photo {photo.id}"
    )
    return bool(session.scalar(select(looked)))


def look_at_original(session: Session, photo: Photo, *, by: int, today: date) -> bytes:
    """The photo (WebP) before blurring; that somebody looked stands in the audit log. Raises NoOriginal."""
    image = original_of(session, photo.id, today=today)
    record(session, _SEEN, f"photo {photo.id}", by=by)
    return image


def blur_more(session: Session, photo: Photo, boxes: Sequence[Box], *, by: int, at: datetime) -> None:
    """Blur these boxes too, on the photo as it is kept from now on."""
    kept = boxes_of(photo)
    reblur(session, photo, [*kept, *(box for box in boxes if box not in kept)], today=at.date())
    _log(session, photo, steps.PHOTO_BLURRED, by=by, at=at)


def blur_less(session: Session, photo: Photo, boxes: Sequence[Box], *, by: int, at: datetime) -> None:
    """Show again what lies in these boxes; the photo then waits anew.

    Raises NotPossible when the reviewer has not looked at what lies there, or there is nothing beneath any more.
    """
    kept = [box for box in boxes_of(photo) if box not in boxes]
    if len(kept) == len(photo.boxes) or not has_looked(session, photo, by=by):
        raise NotPossible
    try:
        reblur(session, photo, kept, today=at.date())
    except NoOriginal as problem:
        raise NotPossible from problem
    _log(session, photo, steps.PHOTO_UNBLURRED, by=by, at=at, was=photo.status, became=NEW)
    photo.status = NEW


def boxes_of(photo: Photo) -> list[Box]:
    return [Box(**box) for box in photo.boxes]  # type: ignore[typeddict-item]


def _move(session: Session, photo: Photo, status: str, step: str, *, by: int, at: datetime) -> None:
    if photo.status not in COMES_FROM[status]:
        raise NotPossible(f"from {photo.status} to {status}")
    if _is_set_aside(session, photo):
        raise VoiceSetAside
    _log(session, photo, step, by=by, at=at, was=photo.status, became=status)
    photo.status = status


def _is_set_aside(session: Session, photo: Photo) -> bool:
    return is_voice_set_aside(session, voice_of(session, find_report(session, photo.report_id)))


def _log(session: Session, photo: Photo, step: str, *, by: int, at: datetime, was: str = "", became: str = "") -> None:
    log_step(session, find_report(session, photo.report_id), step, by=by, at=at, was=was, became=became)
    record(session, step.replace("_", " "), f"photo {photo.id}", by=by)
