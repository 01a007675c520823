"""What upkeep starts from. Plain functions; none commits."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.texts.models import Photo, PhotoOriginal
from tests.review.factories import DAY


def make_photo(session: Session, report: Report, *, erase_on: date = DAY, **changes: Any) -> Photo:
    """A photo of a report, and what it was before blurring."""
    values: dict[str, Any] = {"received_on": DAY, "width": 4, "height": 3, "boxes": [], "image": b"blurred pixels"}
    photo = Photo(report_id=report.id, **(values | changes))
    session.add(photo)
    session.flush()
    session.add(PhotoOriginal(photo_id=photo.id, image=b"pixels as they were sent", erase_on=erase_on))
    session.flush()
    return photo
