"""An edition's areas and places as GeoJSON (RFC 7946), each with the figures that are shown for it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from dialog.picture.content import Outline
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.to_json import superseded
from dialog.picture.ids import AREA, VOICES, is_place
from dialog.picture.place_lines import PlaceLine, place_lines
from dialog.picture.presentation import Figure, area_columns
from dialog.picture.tables import ALL, SafeTable, State


def to_geojson(edition: Edition) -> dict[str, Any]:
    """A feature for each area (`kind` area) and for each place where reports gather (`kind` place), WGS84.

    A figure of an area is `table:item`; those not shown are named in `withheld`.
    """
    picture = edition.picture
    return {
        "type": "FeatureCollection",
        "edition": edition.number,
        "round": picture.round,
        "period": picture.period,
        "released_on": edition.released_on.isoformat(),
        **superseded(edition),
        "rule": edition.rule,
        "features": [
            *(_feature(edition, outline) for outline in picture.outlines),
            *(_place(edition, line) for line in place_lines(picture)),
        ],
    }


def _feature(edition: Edition, outline: Outline) -> dict[str, Any]:
    few = {column.area: column.is_few for column in area_columns(edition.picture)}
    figures: dict[str, int | None] = {}
    withheld: list[str] = []
    for table in edition.picture.tables:
        if _is_by_area(table):
            _tell(table, outline.area, figures, withheld)
    properties = {
        "kind": "area",
        "id": outline.area,
        "name": edition.say(outline.name),
        "too_little_data": few.get(outline.area, True),
        **figures,
        "withheld": withheld,
    }
    return {"type": "Feature", "id": outline.area, "geometry": _geometry(outline.geometry), "properties": properties}


def _place(edition: Edition, line: PlaceLine) -> dict[str, Any]:
    place = line.place
    properties = {
        "kind": "place",
        "id": place.key,
        "name": edition.say(place.names),
        "area": place.area,
        "metres": place.metres,
        "voices": line.voices.value,
        "causes": _by_id(line.causes),
        "times": _by_id(line.times),
        "feelings": _by_id(line.feelings),
        "me_too": place.me_too,
        "first_edition": place.first_edition,
    }
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {"type": "Feature", "id": place.key, "geometry": geometry, "properties": properties}


def _by_id(figures: Sequence[Figure]) -> dict[str, int | None]:
    return {one.item: one.cell.value for one in figures}


def _is_by_area(table: SafeTable) -> bool:
    """Whether it is about areas alone: what those of squares and places say of an area stands in others too."""
    first = table.dimensions[0]
    is_crossed = len(table.dimensions) > 1 and not any(is_place(item.id) for item in first.items)
    return first.id == AREA and (is_crossed or table.heading.id == AREA)


def _tell(table: SafeTable, area: str, figures: dict[str, int | None], withheld: list[str]) -> None:
    for key, cell in table.cells.items():
        if key[0] != area:
            continue
        name = VOICES if table.heading.id == AREA else f"{table.heading.id}:{key[1]}"
        if len(key) > 1 and key[1] == ALL:
            continue
        figures[name] = cell.value
        if cell.state is State.WITHHELD:
            withheld.append(name)


def _geometry(geometry: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Outer rings counterclockwise, as RFC 7946 asks."""
    return dict(mapping(shapely.orient_polygons(shape(geometry)))) if geometry else None
