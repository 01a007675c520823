"""What was found in a text, and which find stands where two overlap. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

EMAIL, HANDLE, PERSONAL_NUMBER, PHONE = "email", "handle", "personal_number", "phone"
PLATE, ADDRESS, DOOR, NAME = "plate", "address", "door", "name"
KINDS = (EMAIL, HANDLE, PERSONAL_NUMBER, PHONE, PLATE, ADDRESS, DOOR, NAME)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Words that could point to a person: characters of the original, the end not included."""

    start: int
    end: int
    kind: str  # of KINDS
    sure: bool = True  # its form or what stands around it says so; else it only looks like it


def without_overlaps(finds: Iterable[Iterable[Found]]) -> list[Found]:
    """In order of place; where two overlap, the one of the earlier group stands."""
    kept: list[Found] = []
    for group in finds:
        if new := sorted(group):
            kept = list(merge(kept, _beside(kept, new)))
    return kept


def _beside(kept: list[Found], new: list[Found]) -> Iterator[Found]:
    """Those that overlap neither what is kept nor each other; all in order of place."""
    place, reached = 0, 0
    for one in new:
        while place < len(kept) and kept[place].end <= one.start:
            place += 1
        if one.start >= reached and (place == len(kept) or one.end <= kept[place].start):
            reached = one.end
            yield one
