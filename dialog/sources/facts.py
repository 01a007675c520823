"""What a publisher tells of a source, so that its figures can be judged. Pure."""

from dataclasses import dataclass

PROTECT, PUBLISHED = "protect", "published"  # small figures are withheld like our own; or shown as they were published


@dataclass(frozen=True)
class Facts:
    """All of it, as it is registered."""

    publisher: str = ""
    method: str = ""
    period: str = ""  # when it was gathered
    answers: int | None = None
    response_rate: float | None = None  # per cent
    limits: str = ""  # what it can't say
    licence: str = ""
    disclosure: str = PROTECT
