"""picture.json: an edition for machines, as picture.schema.json describes it. Pure."""

from collections.abc import Sequence
from typing import Any

from dialog.picture.content import Quote
from dialog.picture.exports.beside_json import beside_to_json
from dialog.picture.exports.changed import changes_to_json
from dialog.picture.exports.covered import coverage_to_json
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.weighted import shares_to_json
from dialog.picture.findings.to_json import findings_to_json
from dialog.picture.place_lines import PlaceLine, place_lines
from dialog.picture.presentation import Figure
from dialog.picture.tables import Dimension, SafeTable


def to_json(edition: Edition) -> dict[str, Any]:
    """The whole edition. Every combination of items is listed, with a value where the state is `shown`."""
    picture = edition.picture
    return {
        "edition": edition.number,
        "round": picture.round,
        "released_on": edition.released_on.isoformat(),
        **superseded(edition),
        "rule": edition.rule,
        "tables": [_table(edition, table) for table in picture.every_table],
        **findings_to_json(edition),
        "quotes": _quotes(picture.quotes),
        "staff_quotes": _quotes(picture.staff_quotes),
        "places": [_place(edition, line) for line in place_lines(picture)],
        "coverage": coverage_to_json(edition),
        "weighted": shares_to_json(edition),
        "changes": changes_to_json(edition),
        **beside_to_json(edition),
    }


def _quotes(quotes: Sequence[Quote]) -> list[dict[str, str | None]]:
    return [
        {"text": one.words, "language": one.language, "code": one.code, "stance": one.stance, "area": one.area}
        for one in quotes
    ]


def superseded(edition: Edition) -> dict[str, Any]:
    """Says so only where it is."""
    wrong = edition.wrong
    if wrong is None:
        return {}
    return {"superseded": {"on": wrong.since.isoformat(), "why": edition.say(wrong.why), "by": wrong.by_edition}}


def _place(edition: Edition, line: PlaceLine) -> dict[str, Any]:
    place = line.place
    told = {
        "id": place.key,
        "title": edition.say(place.names),
        "area": place.area,
        "area_label": edition.say(line.area),
        "lat": place.lat,
        "lon": place.lon,
        "metres": place.metres,
        "voices": {"value": line.voices.value, "state": line.voices.state.value},
        "causes": [_figure(edition, one) for one in line.causes],
        "times": [_figure(edition, one) for one in line.times],
        "feelings": [_figure(edition, one) for one in line.feelings],
        "me_too": place.me_too,
        "first_edition": place.first_edition,
    }
    change = {"edition": place.before[0], "voices": place.before[1]} if place.before else None
    return told | ({"change": change} if change else {})


def _figure(edition: Edition, figure: Figure) -> dict[str, Any]:
    cell = figure.cell
    return {"id": figure.item, "label": edition.say(figure.label), "value": cell.value, "state": cell.state.value}


def _table(edition: Edition, table: SafeTable) -> dict[str, Any]:
    heading = table.heading
    ids = [dimension.id for dimension in table.dimensions]
    return {
        "id": heading.id,
        "title": edition.say(heading.title),
        "source": heading.source,
        "universe": heading.universe,
        "period": heading.period,
        "base": edition.say(heading.base),
        "unit": edition.say(heading.unit),
        "dimensions": [_dimension(edition, dimension) for dimension in table.dimensions],
        "cells": [
            {"key": dict(zip(ids, key, strict=True)), "value": cell.value, "state": cell.state.value}
            for key, cell in table.cells.items()
        ],
    }


def _dimension(edition: Edition, dimension: Dimension) -> dict[str, Any]:
    items = [{"id": one.id, "label": edition.say(one.label), "parent": one.parent} for one in dimension.items]
    return {"id": dimension.id, "additive": dimension.additive, "items": items}
