"""The photos that wait to be looked at, in the order they came, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.waiting.filters import MOST_COUNTED, Position
from dialog.texts.models import NEW, SET_ASIDE, Photo

PAGE = 12  # each comes with its picture


@dataclass(frozen=True)
class WaitingPhoto:
    photo: Photo
    report: Report


@dataclass(frozen=True)
class PhotoPage:
    items: Sequence[WaitingPhoto]  # the oldest day first
    has_earlier: bool
    has_later: bool


def position_of_photo(photo: Photo) -> Position:
    return Position(photo.received_on, photo.id)


def photos_from(session: Session, *, after: Position | None = None, limit: int = PAGE) -> PhotoPage:
    """The page that follows a position, or the first one."""
    chosen = _waiting().order_by(Photo.received_on, Photo.id)
    if after:
        chosen = chosen.where(tuple_(Photo.received_on, Photo.id) > (after.on, after.id))
    found = _read(session, chosen.limit(limit + 1))
    return PhotoPage(found[:limit], has_earlier=after is not None, has_later=len(found) > limit)


def photos_until(session: Session, *, before: Position, limit: int = PAGE) -> PhotoPage:
    """The page that leads up to a position."""
    chosen = _waiting().where(tuple_(Photo.received_on, Photo.id) < (before.on, before.id))
    found = _read(session, chosen.order_by(Photo.received_on.desc(), Photo.id.desc()).limit(limit + 1))
    return PhotoPage(found[:limit][::-1], has_earlier=len(found) > limit, has_later=True)


def photos_around(session: Session, photo: Photo) -> tuple[Photo | None, Photo | None]:
    """Which photos wait before and after this one."""
    position = position_of_photo(photo)
    before = photos_until(session, before=position, limit=1).items
    after = photos_from(session, after=position, limit=1).items
    return (before[0].photo if before else None, after[0].photo if after else None)


def how_many_photos(session: Session) -> int:
    """How many wait; MOST_COUNTED + 1 stands for any greater number."""
    some = _waiting().with_only_columns(Photo.id).limit(MOST_COUNTED + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _waiting() -> Select[Photo, Report]:
    """Without those of what is set aside as spam."""
    joined = select(Photo, Report).join(Report, Report.id == Photo.report_id)
    return joined.where(Photo.status == NEW, Report.status != SET_ASIDE)


def _read(session: Session, chosen: Select[Photo, Report]) -> list[WaitingPhoto]:
    return [WaitingPhoto(photo, report) for photo, report in session.execute(chosen)]
