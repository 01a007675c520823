"""When two reports tell of the same place and time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import hypot
from uuid import UUID

from pyproj import Transformer
from rapidfuzz import fuzz

from dialog.geography.points import Point

NEAR = 100  # metres between two pins for one spot: what a spot covers, and how roughly people point
MOST_DAYS = 30
_MOST_DAYS_ROUGHLY = 14  # where only the cell or the area is known
_SIMILAR = 55  # per cent of the words, in any order
_SWEREF = "EPSG:3006"  # SWEREF 99 TM: metres, anywhere in Sweden
_STEPS = (25, 50, 100)  # metres, in which a distance is told: exact points are not


@dataclass(frozen=True)
class Told:
    """What is compared of a report."""

    id: UUID
    on: date
    kind: str  # of place; empty where it was left out
    words: str  # folded; empty where nothing was written
    east: float | None = None  # metres in SWEREF 99 TM; None: it has no point
    north: float | None = None
    within: int = 0  # metres: how wide the cell is that stands for the point; 0 for the point itself
    area_id: int | None = None


@dataclass(frozen=True)
class Nearness:
    """How two reports are the same: what is shown beside a suggestion."""

    within: int | None  # metres, at most so far apart; None: in the same cell or area
    days: int  # between them
    same_kind: bool
    words: int | None  # per cent of the words that both have; None where one of them says nothing

    @property
    def rank(self) -> tuple[int, int, int]:
        """What is the more alike comes first."""
        return (-(self.words or 0) // 10, self.within or 1_000, self.days)


def nearness(one: Told, other: Told) -> Nearness | None:
    """How two reports are alike; None where they are not.

    Of the same spot, and within a month: of the same kind of place, or in similar words. Where only the cell or the
    area is known, both within a fortnight and in similar words.
    """
    metres, days = _metres(one, other), abs((one.on - other.on).days)
    same_kind = not one.kind or not other.kind or one.kind == other.kind
    words = round(fuzz.token_set_ratio(one.words, other.words)) if one.words and other.words else None
    similar = words is not None and words >= _SIMILAR
    if metres is not None:
        alike = metres <= NEAR and days <= MOST_DAYS and (same_kind or similar)
        return Nearness(_told(metres), days, same_kind, words) if alike else None
    roughly = _same_cell(one, other) and days <= _MOST_DAYS_ROUGHLY and same_kind and similar
    return Nearness(None, days, same_kind, words) if roughly else None


def to_metres(points: Sequence[Point]) -> list[tuple[float, float]]:
    """East and north in SWEREF 99 TM."""
    if not points:
        return []
    east, north = _transformer().transform([one.lon for one in points], [one.lat for one in points])
    return list(zip(east, north, strict=True))


@cache
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:4326", _SWEREF, always_xy=True)


def _metres(one: Told, other: Told) -> float | None:
    """Between two exact points; None where one of them is only roughly known."""
    if one.within or other.within:
        return None
    if one.east is None or one.north is None or other.east is None or other.north is None:
        return None
    return hypot(one.east - other.east, one.north - other.north)


def _same_cell(one: Told, other: Told) -> bool:
    """Whether the cells, or areas, in which they may lie are the same."""
    if one.east is None or one.north is None or other.east is None or other.north is None:
        return one.east == other.east and one.area_id is not None and one.area_id == other.area_id
    return hypot(one.east - other.east, one.north - other.north) <= max(one.within, other.within, NEAR)


def _told(metres: float) -> int:
    return next(step for step in _STEPS if metres <= step)
