"""What reports need to know of the round they are made in; rounds themselves are the survey's business."""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session


@dataclass(frozen=True)
class ReportingRound:
    """The round that takes reports now."""

    id: int
    area_id: int  # the root of its areas
    area_kind: str  # the level of areas it asks for
    division: str | None = None  # the version of their division that it rests on


class FindReportingRound(Protocol):
    """How a report finds its round: `app.extensions["reporting_round"]`, joined up in create_app."""

    def __call__(self, session: Session) -> ReportingRound | None: ...
