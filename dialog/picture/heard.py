"""What was heard in a round, as columns: what `voices` reads and everything else counts. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from dialog.picture.columns import Columns, Ids

OF_VOICE = ("language", "channel", "area")
OF_REPORT = {  # key among a report's answers -> dimension
    "feeling": "feeling",
    "kind": "kind",
    "causes": "cause",
    "strengths": "strength",
    "times": "time",
}
Home = tuple[int | None, str]  # an area, and what to count where there is none
WEIGHT = "the weight"  # how many people a response stands for; no question has a space in its id
RESPONSE, REPORT = "response", "report"  # what a report can be inside of

NARROW = 250  # metres: the finest cells there are; a wider one does not tell on which side of a square a report is


class Pinned(NamedTuple):
    """What is known of where a report is: the exact point while it lives, and the middle of a cell so wide."""

    exact: tuple[float | None, ...]  # lat, lon, and where a way ends
    coarse: tuple[float | None, ...]
    within: int | None

    def points(self) -> Iterator[tuple[float, float]]:
        """Where it can be said to be, a way at both its ends; nowhere when the cell is too wide."""
        is_narrow = self.within is not None and self.within <= NARROW
        lat, lon, to_lat, to_lon = self.exact if self.exact[0] is not None or not is_narrow else self.coarse
        if lat is not None and lon is not None:
            yield lat, lon
        if to_lat is not None and to_lon is not None:
            yield to_lat, to_lon


@dataclass(frozen=True)
class Spots:
    """Where reports are, a row for each point: which report (its row), and WGS84 degrees. `ids` are those of all rows
    of reports: bytes of UUIDs."""

    report: NDArray[np.int32]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    ids: NDArray[np.void]

    def ids_of(self, reports: NDArray[np.int32]) -> Iterator[UUID]:
        return (UUID(bytes=self.ids[row].tobytes()) for row in reports.tolist())


class SpotsBuilding:
    """The same while reports still come."""

    def __init__(self) -> None:
        self._ids: list[NDArray[np.void]] = []
        self._points: list[NDArray[Any]] = []
        self._size = 0

    def add(self, ids: Sequence[UUID], pinned: Sequence[Pinned]) -> None:
        found = [(row, *point) for row, one in enumerate(pinned, start=self._size) for point in one.points()]
        self._points.append(np.array(found, np.float64).reshape(-1, 3))
        self._ids.append(np.frombuffer(b"".join(id.bytes for id in ids), "V16"))
        self._size += len(ids)

    def done(self) -> Spots:
        points = np.concatenate([np.empty((0, 3)), *self._points])
        ids = np.concatenate([np.empty(0, "V16"), *self._ids])
        return Spots(points[:, 0].astype(np.int32), points[:, 1], points[:, 2], ids)


@dataclass(frozen=True)
class Heard:
    """Everything a picture counts; the column `area` holds Homes.

    `responses`: by OF_VOICE, WEIGHT and question; `ids`: of their rows, bytes of UUIDs. `reports`: by OF_VOICE, voice,
    inside (RESPONSE, another REPORT, or None), month, imported (a category's id), spot (outside every area) and the
    dimensions above. `codings`: by voice, area, code and stance; one voice has many rows. `spots`: of the reports.
    """

    responses: Columns
    reports: Columns
    codings: Columns
    spots: Spots
    ids: Ids
