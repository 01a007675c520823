"""An edition's areas as GeoJSON (RFC 7946), each with the figures that are shown for it. Pure."""

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from dialog.picture.content import Outline
from dialog.picture.exports.edition import Edition
from dialog.picture.ids import AREA, VOICES
from dialog.picture.presentation import area_columns
from dialog.picture.tables import ALL, SafeTable, State


def to_geojson(edition: Edition) -> dict[str, Any]:
    """A feature for each area, WGS84. A figure is `table:item`; those not shown are named in `withheld`."""
    picture = edition.picture
    return {
        "type": "FeatureCollection",
        "edition": edition.number,
        "round": picture.round,
        "period": picture.period,
        "released_on": edition.released_on.isoformat(),
        "rule": edition.rule,
        "features": [_feature(edition, outline) for outline in picture.outlines],
    }


def _feature(edition: Edition, outline: Outline) -> dict[str, Any]:
    few = {column.area: column.is_few for column in area_columns(edition.picture)}
    figures: dict[str, int | None] = {}
    withheld: list[str] = []
    for table in edition.picture.tables:
        if table.dimensions[0].id == AREA:
            _tell(table, outline.area, figures, withheld)
    properties = {
        "id": outline.area,
        "name": edition.say(outline.name),
        "too_little_data": few.get(outline.area, True),
        **figures,
        "withheld": withheld,
    }
    return {"type": "Feature", "id": outline.area, "geometry": _geometry(outline.geometry), "properties": properties}


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
