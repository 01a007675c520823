"""The staff map: all reports of a round, counted in the cells as which they are told; the same as a table."""

from typing import Any

from flask import Response, abort, jsonify, render_template, request, url_for
from flask_babel import format_decimal
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from dialog.areas.models import Area
from dialog.areas.queries import outlines_geojson
from dialog.places.fields import CAUSES, FEELINGS, KINDS, Choices
from dialog.review.forms import number_from
from dialog.review.staff_map_cells import EVERYWHERE, Box, MapCell, Shown, merged, metres_at, told
from dialog.review.staff_map_places import areas_at, latest_round, mapped_rounds
from dialog.review.told import option_words
from dialog.review.waiting.kinds import REPORT
from dialog.survey.models import Round
from dialog.texts.models import NEW, STATUSES
from dialog.web.pages import lang_of, say
from dialog.web.requests import db_session

ROWS = 25  # of the table: the cells with most reports in what the map shows
_AROUND = 0.3  # of the box, shown on each side, so that a short way shows no gap
_WIDEST_ZOOM, _CLOSEST_ZOOM = 0, 22
_SHOWN_FOR = 3600  # seconds that a browser may keep the outlines


def show() -> str:
    session = db_session()
    rounds = mapped_rounds(session)
    round = _asked_round(session)
    shown = shown_from(request.args, round)
    return render_template(
        "staff/map.html",
        round=round,
        rounds=[(one.id, say(one.title)) for one in rounds],
        shown=shown,
        context=_in_address(shown) if shown else {},
        options={"feeling": _options(FEELINGS), "kind": _options(KINDS), "cause": _options(CAUSES)},
        **(_table(session, round, shown, EVERYWHERE, metres=0) if round and shown else {}),
    )


def cells() -> Response:
    """What a map shows of a box (`box`: west, south, east, north) and around it at a zoom.

    {cells: [[lat, lon, reports, metres]], table, total}: the table beside the map as HTML, and the reports in the box.
    """
    session = db_session()
    round, box = _asked_round(session), _box_from(request.args.get("box", ""))
    zoom = _number(request.args.get("zoom", ""))
    shown = shown_from(request.args, round)
    if not (round and shown and box and zoom is not None and _WIDEST_ZOOM <= zoom <= _CLOSEST_ZOOM):
        abort(400)
    found = _table(session, round, shown, box, metres=metres_at(zoom, (box.south + box.north) / 2))
    response = jsonify(
        cells=[[cell.point.lat, cell.point.lon, cell.reports, cell.within] for cell in found["cells"]],
        table=render_template("staff/map_table.html", **found),
        total=found["total"],
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def areas() -> Response:
    """The outlines that the map draws below the cells."""
    round = _asked_round(db_session()) or abort(404)
    found = outlines_geojson(db_session(), round.area_id, round.area_kind, round.division)
    for feature in found["features"]:
        feature["properties"]["name"] = say(feature["properties"].pop("names"))
    response = jsonify(type="FeatureCollection", features=found["features"])
    response.headers.update({"Content-Type": "application/geo+json", "Cache-Control": f"private, max-age={_SHOWN_FOR}"})
    return response


def shown_from(args: MultiDict[str, str], round: Round | None) -> Shown | None:
    """The filters in an address; whatever makes no sense filters nothing. None without a round."""
    if round is None:
        return None
    status, feeling, kind, cause = (args.get(name, "") for name in ("status", "feeling", "kind", "cause"))
    return Shown(
        round.id,
        status=status if status in STATUSES else "",
        feeling=feeling if feeling in FEELINGS else "",
        kind=kind if kind in KINDS else "",
        cause=cause if cause in CAUSES else "",
    )


def _in_address(shown: Shown) -> dict[str, Any]:
    named = {"round": shown.round_id, "status": shown.status, "feeling": shown.feeling, "kind": shown.kind}
    return {name: value for name, value in {**named, "cause": shown.cause}.items() if value}


def _asked_round(session: Session) -> Round | None:
    asked = number_from(request.args.get("round", ""))
    return (session.get(Round, asked) if asked else None) or latest_round(session)


def _table(session: Session, round: Round, shown: Shown, box: Box, *, metres: float) -> dict[str, Any]:
    """The cells in a box and around it, and the table that says the same of the box itself."""
    everything = told(session, shown)
    drawn = merged(everything.cells, box.wider(_AROUND), metres=metres)
    found = [cell for cell in drawn if box.holds(cell.point)]
    listed = found[:ROWS]
    areas = areas_at(session, [cell.point for cell in listed], round)
    return {
        "cells": drawn,
        "rows": [_row(cell, area, shown) for cell, area in zip(listed, areas, strict=True)],
        "others": len(found) - len(listed),
        "reports_in_others": sum(cell.reports for cell in found[ROWS:]),
        "total": sum(cell.reports for cell in found),
        "without_point": everything.without_point,
        "queue": _queue(shown),
    }


def _row(cell: MapCell, area: Area | None, shown: Shown) -> dict[str, Any]:
    return {
        "area": say(area.names) if area else _("outside the areas"),
        "lang": lang_of(area.names) if area else None,
        "url": _queue(shown, area=area.id) if area else "",
        "where": f"{cell.point.lat:.4f}, {cell.point.lon:.4f}",
        "within": format_decimal(cell.within),
        "reports": cell.reports,
    }


def _queue(shown: Shown, **more: Any) -> str:
    """The queue of such reports; it knows nothing of what they tell."""
    status = shown.status if shown.status != NEW else ""
    return url_for(".queue", kind=REPORT, round=shown.round_id, status=status or None, **more)


def _options(choices: Choices) -> list[tuple[str, str]]:
    return [(option, option_words(option, choices)) for option in choices]


def _box_from(written: str) -> Box | None:
    sides = [_number(side) for side in written.split(",")]
    if len(sides) != 4:
        return None
    west, south, east, north = sides
    if west is None or south is None or east is None or north is None or west > east or south > north:
        return None
    return Box(west, south, east, north)


def _number(written: str) -> float | None:
    """A finite number of a few digits."""
    digits = written.removeprefix("-").replace(".", "", 1)
    return float(written) if digits.isascii() and digits.isdigit() and len(written) <= 24 else None
