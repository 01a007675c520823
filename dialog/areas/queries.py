"""Reading the area tree."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area


def choices(session: Session, *, root_id: int, kind: str) -> list[Area]:
    return list(session.scalars(select(Area).where(Area.kind == kind)))
