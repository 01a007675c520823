"""What the map of a form draws: outlines of areas and names of spots, as GeoJSON in the language of the page."""

from collections.abc import Iterable
from typing import Any

from flask import Response, jsonify

from dialog.areas.names.queries import names_to_draw
from dialog.areas.queries import outlines_geojson
from dialog.places.rounds import ReportingRound
from dialog.web.pages import say
from dialog.web.requests import db_session

SHOWN_FOR = 3600  # seconds a browser may keep what a map draws, which seldom changes


def outlines_answer(round: ReportingRound | None) -> Response:
    """The areas that the round asks for; none without a round."""
    if round is None:
        return _answer(())
    found = outlines_geojson(db_session(), round.area_id, round.area_kind, round.division)
    for feature in found["features"]:
        feature["properties"]["name"] = say(feature["properties"].pop("names"))
    return _answer(found["features"])


def names_answer(round: ReportingRound | None) -> Response:
    """Names of spots, for a map that has no base map."""
    found = names_to_draw(db_session(), root_id=round.area_id) if round else []
    return _answer(
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [one.lon, one.lat]},
            "properties": {"name": say(one.names)},
        }
        for one in found
    )


def _answer(features: Iterable[dict[str, Any]]) -> Response:
    response = jsonify(type="FeatureCollection", features=list(features))
    response.headers.update({"Content-Type": "application/geo+json", "Cache-Control": f"max-age={SHOWN_FOR}"})
    return response
