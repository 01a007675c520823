"""Names to search for in Åkersta: its streets, landmarks and villages, and the spots people report."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from dialog.areas.names.actions import replace_names
from dialog.areas.names.joining import LANDMARK, NEIGHBOURHOOD, SETTLEMENT, STREET, Spot
from dialog.demo.borders import Spot as Drawn
from dialog.demo.borders import outline_of, point_at
from dialog.demo.chance import Chance
from dialog.demo.land import DISTRICTS, Land
from dialog.demo.names_listed import LANDMARKS, STREETS, VILLAGES, Listed
from dialog.demo.spots import Spot as Reported
from dialog.demo.spots_around import SPOTS as AROUND
from dialog.demo.spots_town import SPOTS as TOWN
from dialog.geography.outlines import Lookup, read_outline
from dialog.geography.points import Point
from dialog.languages import Words

SOURCE = "akersta"
_SEED = 1657
_CLOSE = 1.5  # steps on the drawing (about 50 m) that a name lies from the spot it is near
_REPORTED = {spot.id: spot for spot in (*TOWN, *AROUND)}


def name_spots(session: Session, land: Land) -> None:
    """Keep every name of Åkersta; the same ones at the same points every time."""
    replace_names(session, source=SOURCE, spots=list(_spots(Chance(_SEED), land)), gap=0)


def _spots(chance: Chance, land: Land) -> Iterator[Spot]:
    for kind, lists in ((STREET, STREETS), (LANDMARK, LANDMARKS), (SETTLEMENT, VILLAGES)):
        for district, listed in lists.items():
            for one in listed:
                yield Spot(kind, _words(one), one.also, _point(chance, district, one), land.districts[district])
    for district, (name, arabic, _) in DISTRICTS.items():
        middle = read_outline(outline_of(district)).representative_point()
        point = Point(round(middle.y, 5), round(middle.x, 5))
        yield Spot(NEIGHBOURHOOD, {"sv": name, "ar": arabic}, (), point, land.districts[district])
    for spot in _REPORTED.values():
        others = [text for several in (spot.named.sv, spot.named.en, spot.named.ar) for text in several[1:]]
        yield Spot(LANDMARK, _called(spot), others, point_at(*spot.at), land.districts[spot.area])


def _words(one: Listed) -> Words:
    return {tag: text for tag, text in (("sv", one.sv), ("en", one.en), ("ar", one.ar)) if text}


def _called(spot: Reported) -> Words:
    return {tag: spot.names(tag)[0] for tag in ("sv", "en", "ar") if spot.names(tag)}


def _point(chance: Chance, district: str, one: Listed) -> Point:
    """Near its spot, or anywhere in the district."""
    inside = Lookup({0: outline_of(district)})
    while True:
        point = point_at(*(_around(chance, _REPORTED[one.near].at) if one.near else _anywhere(chance)))
        if inside.find(point):
            return point


def _around(chance: Chance, at: Drawn) -> tuple[float, float]:
    return chance.around(at[0], _CLOSE), chance.around(at[1], _CLOSE)


def _anywhere(chance: Chance) -> tuple[float, float]:
    """Somewhere on the drawing."""
    return chance.number(18, 360), chance.number(20, 286)
