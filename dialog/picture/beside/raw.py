"""Figures of a source as they are kept, on their way into a picture. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.picture.beside.told import Known, OutsideCell
from dialog.sources.tables.values import SECRET


@dataclass(frozen=True)
class RawFigure:
    """One figure, or why there is none; not protected."""

    value: float | None
    lower: float | None = None
    upper: float | None = None
    answers: int | None = None
    missing: str = ""


RawFigures = Mapping[tuple[str, str], RawFigure]  # by area item and period


def as_published(raw: RawFigure) -> OutsideCell:
    """What the publisher tells everybody. What is missing is never a 0."""
    if raw.value is None:
        return OutsideCell(None, state=Known.WITHHELD if raw.missing == SECRET else Known.UNKNOWN)
    return OutsideCell(raw.value, raw.lower, raw.upper, raw.answers)
