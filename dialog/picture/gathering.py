"""From what was heard to the places that a picture could tell of: where reports gather, and which places those are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from uuid import UUID, uuid5

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.languages import Words
from dialog.picture.area_items import AreaItems
from dialog.picture.content import Picture, Place
from dialog.picture.heard import Heard
from dialog.picture.hotspots import FEWEST, Gathering, Points, gatherings, metres_from
from dialog.picture.ids import AREA, OUTSIDE
from dialog.picture.place_identity import Earlier, Found, identities
from dialog.picture.place_items import PlaceItem, ground
from dialog.picture.place_names import name_of, names_near, numbered
from dialog.picture.tables import SafeTable, State
from dialog.places.coarsening.grid import Coarse
from dialog.places.coarsening.points import coarse_points
from dialog.places.queries import KnownPlace, known_places, me_too_counts

MOST = 25  # places in a picture: as many as a reader can look at on a map, and as the tables can hold
_PLACES = UUID("6f0d2c5e-8f0a-4a53-9c7b-2f6a1c1d7e10")  # the namespace of places: any, but always this
STEP = 100  # metres: how far a place reaches is told no more exactly than this


@dataclass(frozen=True)
class Proposal:
    """A place as a picture would tell of it, and as an item to count by."""

    place: Place
    item: PlaceItem


@dataclass(frozen=True)
class Terms:
    """On which places are looked for: in which round, from how many voices, told as cells with how many inhabitants."""

    round_id: int
    root_id: int  # the area that the round is about
    fewest: int
    inhabitants: int


@dataclass(frozen=True)
class Gathered:
    """A gathering, the rows and ids of its reports, the cell as which its middle may be told, and how far around the
    middle of that it reaches, in metres."""

    gathering: Gathering
    rows: NDArray[np.int32]
    reports: tuple[UUID, ...]
    cell: Coarse
    reach: int
    part_of: str


def proposals(
    session: Session, heard: Heard, areas: AreaItems, terms: Terms, *, earlier: Sequence[Picture]
) -> list[Proposal]:
    """Where enough voices gather, the fullest first and at most MOST. `earlier`: the round's editions."""
    found = _gathered(session, heard, areas, terms)
    known = known_places(session, terms.round_id)
    who = _known(found, known)
    names = _names(session, found, who, areas, known)
    more = me_too_counts(session, [one.place.id for one in who if one])
    places = [_place(*one, more) for one in zip(found, names, who, strict=True)]
    return [
        Proposal(place, PlaceItem(place.key, place.names, one.part_of, one.rows, _since(place.item, earlier)))
        for one, place in zip(found, places, strict=True)
    ]


def shown(proposed: Sequence[Proposal], safe: Sequence[SafeTable]) -> list[Proposal]:
    """Those whose figure may leave; nothing is told of any other."""
    cells = next((table.cells for table in safe if table.heading.id == "places"), {})
    return [one for one in proposed if (cell := cells.get((one.place.item,))) and cell.state is State.SHOWN]


def _gathered(session: Session, heard: Heard, areas: AreaItems, terms: Terms) -> list[Gathered]:
    spots, lands = heard.spots, ground(heard.reports, areas.item_of)
    part = lands.codes[spots.report]
    somewhere = np.array([item != OUTSIDE for item in lands.values] or [False])[part]  # of no square: no land of ours
    report = spots.report[somewhere]
    voice = heard.reports["voice"].codes[report].astype(np.int64)
    points = Points(spots.lat[somewhere], spots.lon[somewhere], voice, part[somewhere].astype(np.int64))
    found = gatherings(points, fewest=max(terms.fewest, FEWEST), most=MOST)
    middles = [one.centre for one in found]
    cells = coarse_points(session, middles, root_id=terms.root_id, inhabitants=terms.inhabitants)
    return [
        Gathered(
            one, rows, tuple(heard.spots.ids_of(rows)), cell, _reach(one, cell, points), str(lands.values[one.part])
        )
        for one, cell in zip(found, cells, strict=True)
        for rows in [np.unique(report[one.points])]
    ]


def _reach(one: Gathering, cell: Coarse, points: Points) -> int:
    """Around the middle of its cell, as far as its farthest point lies or half the cell is wide, in whole STEPs."""
    away = metres_from(cell.point, points.lat[one.points], points.lon[one.points]).max()
    return STEP * ceil(max(float(away), cell.within / 2) / STEP)


def _known(found: Sequence[Gathered], known: Sequence[KnownPlace]) -> list[KnownPlace | None]:
    """Which place each is that has been published before."""
    same = identities(
        [Found(frozenset(one.reports), one.cell.point) for one in found],
        [Earlier(one.reports, Point(one.place.lat, one.place.lon), one.is_of_round) for one in known],
    )
    return [known[same[number]] if number in same else None for number in range(len(found))]


def _fresh_key(one: Gathered) -> UUID:
    """The same whenever the same reports gather; their own ids, which are random, can't be read back from it."""
    return uuid5(_PLACES, " ".join(sorted(report.hex for report in one.reports)))


def _place(one: Gathered, names: Words, before: KnownPlace | None, more: Mapping[int, int]) -> Place:
    earlier = before.place if before else None
    return Place(
        key=str(earlier.key if earlier else _fresh_key(one)),
        names=dict(names),
        area=one.part_of,
        lat=one.cell.point.lat,
        lon=one.cell.point.lon,
        metres=one.reach,
        me_too=more[earlier.id] if earlier else 0,
        first_edition=earlier.first_edition if earlier else None,
        before=(earlier.last_edition, earlier.voices) if earlier else None,
        reports=tuple(sorted(str(id) for id in one.reports)),
    )


def _names(
    session: Session,
    found: Sequence[Gathered],
    who: Sequence[KnownPlace | None],
    areas: AreaItems,
    known: Sequence[KnownPlace],
) -> list[Words]:
    """Those that are known choose first, so that they keep what they are called."""
    labels: Mapping[str, Words] = {item.id: item.label for item in areas.dimension.items if item.id != OUTSIDE}
    former = {name for one in known for name in one.place.names.values()}
    taken: set[str] = set()
    names: dict[int, Words] = {}
    for number in sorted(range(len(found)), key=lambda number: (who[number] is None, number)):
        one, same = found[number], who[number]
        near, area = names_near(session, one.gathering.centre), labels.get(one.part_of)
        before = same.place.names if same else None
        names[number] = name_of(near, before, taken) or numbered(area, taken | former)
        taken |= set(names[number].values())
    return [names[number] for number in range(len(found))]


def _since(item: str, earlier: Sequence[Picture]) -> int:
    """How many editions of the round there were before the first that has the place; all of them if none has."""
    for number, picture in enumerate(earlier):
        table = picture.table("places")
        if table and any(one.id == item for one in table.dimension(AREA).items):
            return number
    return len(earlier)
