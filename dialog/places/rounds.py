"""What reports need to know of the round they are made in; rounds themselves are the survey's business."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportingRound:
    """The round that takes reports now."""

    id: int
    area_id: int  # the root of its areas
    area_kind: str  # the level of areas it asks for
    division: str | None = None  # the version of their division that it rests on
