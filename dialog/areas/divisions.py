"""Versions of a division: what they are called, which is newer, and what differs between two. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from dialog.areas.kinds import COUNTY, DESO, MUNICIPALITY, REGSO
from dialog.areas.naming import first_text
from dialog.rows.headings import plain

MOVED = 0.01  # the share of its surface from which a border counts as another

_VERSION = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[ _-]?v(\d+)(?!\d))?(?!\d)", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d)")  # from when to when is no version
_NOISE = re.compile(
    r"epsg[\W_]*\d+|wgs[\W_]*84|sweref[\W_]*99[\W_]*(?:tm|\d\d[\W_]?\d\d)?|rt[\W_]*90|(?<![a-z])shp(?![a-z])",
    re.IGNORECASE,
)
_FAMILIES = (DESO, REGSO, MUNICIPALITY, COUNTY)  # of which there is one, whatever the file is called
_WITH_VERSIONS = (DESO, REGSO)  # that share codes but not borders
_STILL = (MUNICIPALITY, COUNTY)  # whose borders stand still for decades: a newer file renews them
_SAY_VERSION = ("version", "versionsnr", "utgava")


@dataclass(frozen=True)
class DivisionName:
    """One version of a family: deso, 2025."""

    family: str
    version: str = ""

    @property
    def key(self) -> str:
        return f"{self.family}-{self.version}" if self.version else self.family

    @property
    def needs_version(self) -> bool:
        """Whether several versions of it are about, so that it must be known which one this is."""
        return self.family in _WITH_VERSIONS and not self.version


@dataclass(frozen=True)
class Difference:
    """What differs between two versions, by code."""

    common: Sequence[str]
    new: Sequence[str]  # only in the second
    gone: Sequence[str]  # only in the first
    moved: Mapping[str, float]  # of the common: which share of their surface is not the same, the most first

    @property
    def same(self) -> list[str]:
        """The codes that mean the same land in both."""
        return [code for code in self.common if code not in self.moved]


def recognised_division(file: str, kind: str, rows: Sequence[Mapping[str, Any]]) -> DivisionName:
    """What a file's name (without its ending), its kind of areas and their rows say of the division."""
    bare = _NOISE.sub(" ", file)
    version = "" if kind in _STILL else _said_by_all(rows) or version_in(bare)
    family = (
        kind
        if kind in _FAMILIES
        else re.sub(r"[\s_-]+", "-", _VERSION.sub(" ", _YEARS.sub(" ", bare))).strip("-").casefold()
    )
    return DivisionName(family or kind, version)


def version_in(text: str) -> str:
    """2025 in deso2025 or 2025_v1, 2018v2 in 2018_v2; nothing where no year stands."""
    found = _VERSION.search(_YEARS.sub(" ", text))
    if not found:
        return ""
    return found[1] + (f"v{int(found[2])}" if found[2] and int(found[2]) > 1 else "")


def is_newer(version: str, than: str) -> bool:
    """2025 is newer than 2018v2, and 2018v2 than 2018; any version than none."""
    return _order(version) > _order(than)


def are_comparable(one: str, other: str) -> bool:
    """Whether figures of two divisions (their keys) may stand side by side without a word.

    Never those of two versions: their codes are the same, their borders are not. `compare` says which areas
    may be compared all the same, and this must then be said.
    """
    return one == other


def compare(one: Mapping[str, BaseGeometry], other: Mapping[str, BaseGeometry]) -> Difference:
    """What differs between two versions: outlines by code, WGS84.

    A border is another when more than MOVED of the surface that the two have together belongs to one only.
    """
    common = sorted(one.keys() & other.keys())
    before, after = [_many([of[code] for code in common]) for of in (one, other)]
    shared, together = shapely.area(shapely.intersection(before, after)), shapely.area(shapely.union(before, after))
    shares = {code: 1 - part / whole for code, part, whole in zip(common, shared, together, strict=True) if whole}
    moved = sorted((item for item in shares.items() if item[1] > MOVED), key=lambda item: (-item[1], item[0]))
    return Difference(common, sorted(other.keys() - one.keys()), sorted(one.keys() - other.keys()), dict(moved))


def _many(outlines: Sequence[BaseGeometry]) -> Any:
    found = shapely.empty(len(outlines))
    found[:] = outlines
    return found


def _said_by_all(rows: Sequence[Mapping[str, Any]]) -> str:
    headings = {plain(key): key for row in rows[:1] for key in row}
    for name in _SAY_VERSION:
        said = {first_text(row.get(headings.get(name, ""))) for row in rows}
        if len(said) == 1 and (found := version_in(said.pop())):
            return found
    return ""


def _order(version: str) -> tuple[list[int], str]:
    return [int(number) for number in re.findall(r"\d+", version)], version
