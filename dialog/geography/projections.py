"""Which coordinates a map is in: as it says, as somebody tells, or as its numbers show; and how they become WGS84."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from dialog.geography.sweden import sweden
from dialog.languages import N_, Sentence

Coordinates = Any  # an array of (x, y)

WGS84 = "EPSG:4326"
OPTION = "--projection EPSG:NUMBER"  # as who loads a file by command names the right one
_ZONES = {  # EPSG's number of each local zone -> its middle meridian, as its name writes it
    3007: "12 00",
    3008: "13 30",
    3009: "15 00",
    3010: "16 30",
    3011: "18 00",
    3012: "14 15",
    3013: "15 45",
    3014: "17 15",
    3015: "18 45",
    3016: "20 15",
    3017: "21 45",
    3018: "23 15",
}
_NAMES = {
    WGS84: "WGS84",
    "EPSG:3006": "SWEREF 99 TM",
    **{f"EPSG:{number}": f"SWEREF 99 {zone}" for number, zone in _ZONES.items()},
    "EPSG:3021": "RT90 2.5 gon V",
    "EPSG:3857": "Web Mercator",
}
_LOCAL = {f"EPSG:{number}" for number in _ZONES}
_WIDTH = (40_000, 260_000)  # metres east that a local zone is used for: 110 km to both sides of its meridian, 150 000
_MOST, _HARDLY, _ALIKE = 0.5, 0.05, 0.1  # shares of the marks that lie where they should
_AROUND_HOME = 0.02  # degrees
_AROUND_USE = 2.0  # degrees by which maps may reach beyond the area that a projection is made for
_ENOUGH = 500  # marks that are tried
_NUMBER = re.compile(r"(?<!\d)(3006|30(?:0[7-9]|1[0-8])|3021|3857|4326)(?!\d)")
_ZONE = re.compile(r"sweref\W*99[\W_]*(\d\d)[\W_]?(\d\d)(?!\d)", re.IGNORECASE)


class UnknownProjection(ValueError):
    """Nobody can tell what the coordinates mean; the text says why in one sentence."""


@dataclass(frozen=True)
class Projection:
    """How coordinates are read. `swapped`: north stands before east."""

    crs: str  # EPSG:3006, or a definition of its own
    stated: str = ""  # what the file says
    told: bool = False  # by the person who loads it
    swapped: bool = False

    @property
    def name(self) -> str:
        """SWEREF 99 TM (EPSG:3006)."""
        called = _called(self.crs)
        return Sentence(N_("%(projection)s, north before east"), projection=called) if self.swapped else called

    @property
    def described(self) -> str:
        """What it is and how one knows, to be kept with what was read."""
        if self.told:
            return f"{self.name}, as told"
        if self.crs == self.stated and not self.swapped:
            return f"{self.name}, as stated"
        said = f"the file says {_called(self.stated)}" if self.stated else "the file does not say"
        return f"{self.name}, found by the coordinates; {said}"

    def assumed(self, file: str) -> str:
        """A sentence for whoever loads the file; nothing when nothing had to be assumed."""
        if self.told and self.swapped:
            return Sentence(
                N_("The coordinates of %(file)s stand north before east; they were read as %(projection)s."),
                file=file,
                projection=self.name,
            )
        if self.told or (self.crs == self.stated and not self.swapped):
            return ""
        if self.stated:
            return Sentence(
                N_(
                    "%(file)s says %(stated)s, but its coordinates are %(projection)s; they were read as that. "
                    "%(option)s tells otherwise."
                ),
                file=file,
                stated=_called(self.stated),
                projection=self.name,
                option="--projection",
            )
        return Sentence(
            N_("%(file)s does not say its projection; by its coordinates it was read as %(projection)s."),
            file=file,
            projection=self.name,
        )


def find_projection(
    marks: Coordinates,
    *,
    stated: str | None = None,
    told: str | None = None,
    hints: str = "",
    home: BaseGeometry | None = None,
) -> Projection:
    """How to read coordinates, of which `marks` are some: (x, y) as they stand in the file.

    `stated` is what the file says of them, `told` what the person says who loads it, `hints` words that may name
    a projection, such as the file's name. `home` (WGS84) is where they are expected; by default in Sweden.
    Raises UnknownProjection when they can be read in none or in several ways.
    """
    sample = numpy.asarray(marks, dtype=float).reshape(-1, 2)
    sample = sample[numpy.isfinite(sample).all(axis=1)]
    sample = sample[:: max(1, len(sample) // _ENOUGH)]
    said = canonical(stated) if stated else ""
    if told:
        return _as_told(sample, insisted(told), said, home)
    if not len(sample):
        return Projection(said or WGS84, said or WGS84)
    around = home.buffer(_AROUND_HOME) if home is not None else None
    return _at_home(sample, said, hints, around) or _in_sweden(sample, said, hints)


def to_wgs84(geometries: Sequence[BaseGeometry | None], projection: Projection) -> Any:
    """An array of the geometries in WGS84 degrees; what can't be said in degrees gets coordinates that are infinite."""
    if projection.crs == WGS84 and not projection.swapped:
        return numpy.asarray(geometries, dtype=object)
    return shapely.transform(numpy.asarray(geometries, dtype=object), lambda marks: _degrees(marks, projection))


def insisted(told: str) -> str:
    """The projection that somebody names, as EPSG:3006 or 3006. Raises UnknownProjection for none."""
    found = canonical(f"EPSG:{told}" if told.strip().isdigit() else told)
    try:
        CRS.from_user_input(found)
    except CRSError:
        raise UnknownProjection(
            Sentence(N_("There is no projection %(told)s: write it as EPSG:3006."), told=told)
        ) from None
    return found


@cache
def canonical(text: str) -> str:
    """EPSG:3006 for whatever means it (a URN, the text of a .prj); anything else as it is."""
    try:
        crs = CRS.from_user_input(text)
    except CRSError:
        return text
    if crs.to_authority() == ("OGC", "CRS84") or crs.name.startswith("WGS 84 (CRS84"):
        return WGS84
    number = crs.to_epsg(min_confidence=60)
    return f"EPSG:{number}" if number else text


def _as_told(sample: Coordinates, told: str, said: str, home: BaseGeometry | None) -> Projection:
    plain, swapped = Projection(told, said, told=True), Projection(told, said, told=True, swapped=True)
    for region in filter(None, (home, sweden())):
        if _share(sample, plain, region) < _HARDLY and _share(sample, swapped, region) > _MOST:
            return swapped
    return plain


def _at_home(sample: Coordinates, said: str, hints: str, home: BaseGeometry | None) -> Projection | None:
    """The way that brings the marks where they are expected; None when none does."""
    if home is None:
        return None
    as_said = Projection(said, said)
    if said and _share(sample, as_said, home) > _HARDLY:
        return as_said if _share(sample, as_said, sweden()) > _MOST or _is_possible(sample, as_said) else None
    return _only_one(_candidates(sample, said, home), hints)


def _in_sweden(sample: Coordinates, said: str, hints: str) -> Projection:
    as_said = Projection(said, said)
    if said and _share(sample, as_said, sweden()) > _MOST:
        return _unless_contradicted(sample, as_said, hints)
    foreign = said and said not in _NAMES and _is_possible(sample, as_said)
    found = None if foreign else _only_one(_candidates(sample, said, sweden()), hints)
    if found:
        return found
    if said and _is_possible(sample, as_said):
        return as_said
    if not said and _is_possible(sample, Projection(WGS84)):
        return Projection(WGS84)
    problem = N_("The coordinates fit none of the projections used in Sweden: name the right one with %(option)s.")
    if said:
        problem = N_(
            "The coordinates do not fit %(stated)s, which it says, nor the projections used in Sweden: "
            "name the right one with %(option)s."
        )
    raise UnknownProjection(Sentence(problem, stated=_called(said), option=OPTION))


def _unless_contradicted(sample: Coordinates, as_said: Projection, hints: str) -> Projection:
    """Between local zones the coordinates can't decide: the file and its name must not name two."""
    others = {crs for crs in _hinted(hints) & _LOCAL if as_said.crs in _LOCAL and crs != as_said.crs}
    if as_said.crs in _hinted(hints) or not any(way.crs in others for way in _candidates(sample, "", sweden())):
        return as_said
    names = " or ".join(map(_called, sorted({as_said.crs, *others})))
    raise UnknownProjection(
        Sentence(N_("The file and its name speak of %(names)s: say which with %(option)s."), names=names, option=OPTION)
    )


def _candidates(sample: Coordinates, said: str, region: BaseGeometry) -> list[Projection]:
    """The ways that bring most marks into the region, about as many as the best of them."""
    ways = [Projection(crs, said, swapped=swapped) for crs in _NAMES for swapped in (False, True)]
    shares = {way: _share(_in_its_width(sample, way), way, region, of=len(sample)) for way in ways}
    best = max(shares.values())
    return [way for way, share in shares.items() if share > max(_MOST, best - _ALIKE)]


def _only_one(ways: Sequence[Projection], hints: str) -> Projection | None:
    hinted = _hinted(hints)
    chosen = [way for way in ways if way.crs == way.stated] or [way for way in ways if way.crs in hinted]
    chosen = chosen if len(ways) > 1 else list(ways)
    if len(ways) > 1 and len(chosen) != 1:
        names = ", ".join(_called(crs) for crs in dict.fromkeys(way.crs for way in ways))
        raise UnknownProjection(
            Sentence(N_("The coordinates may be %(names)s: say which with %(option)s."), names=names, option=OPTION)
        )
    return next(iter(chosen), None)


def _hinted(words: str) -> set[str]:
    zones = {zone.replace(" ", ""): number for number, zone in _ZONES.items()}
    named = {zones[east + rest] for east, rest in _ZONE.findall(words) if east + rest in zones}
    return {f"EPSG:{number}" for number in {*_NUMBER.findall(words), *named}}


def _in_its_width(sample: Coordinates, way: Projection) -> Coordinates:
    """The marks without those that no local zone is used for."""
    if way.crs not in _LOCAL:
        return sample
    east = sample[:, 1 if way.swapped else 0]
    return sample[(east > _WIDTH[0]) & (east < _WIDTH[1])]


def _share(sample: Coordinates, way: Projection, region: BaseGeometry, of: int | None = None) -> float:
    """How many of the marks lie in the region when they are read in this way."""
    try:
        degrees = _degrees(sample, way)
    except CRSError:
        return 0
    sound = degrees[numpy.isfinite(degrees).all(axis=1)]
    return float(shapely.intersects_xy(region, sound[:, 0], sound[:, 1]).sum()) / max(of or len(sample), 1)


def _is_possible(sample: Coordinates, way: Projection) -> bool:
    """Whether most marks lie in the part of the world that the projection is made for."""
    try:
        use = CRS.from_user_input(way.crs).area_of_use
    except CRSError:
        return False
    world = shapely.box(-180, -90, 180, 90)
    region = shapely.box(*use.bounds).buffer(_AROUND_USE) if use and use.west < use.east else world
    return _share(sample, way, shapely.intersection(region, world)) > _MOST


def _degrees(marks: Coordinates, way: Projection) -> Coordinates:
    x, y = (marks[:, 1], marks[:, 0]) if way.swapped else (marks[:, 0], marks[:, 1])
    return numpy.column_stack((x, y) if way.crs == WGS84 else _transformer(way.crs).transform(x, y))


@cache
def _transformer(crs: str) -> Transformer:
    return Transformer.from_crs(crs, WGS84, always_xy=True)


def _called(crs: str) -> str:
    known = _NAMES.get(crs)
    if known:
        return f"{known} ({crs})"
    try:
        return crs if len(crs) < 20 else CRS.from_user_input(crs).name
    except CRSError:
        return crs[:40]
