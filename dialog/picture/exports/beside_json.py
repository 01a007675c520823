"""What stands beside the dialogue, as picture.json tells it: sources, their figures, and what both say. Pure."""

from typing import Any

from dialog.picture.beside.facing import FeltRecorded, SideBySide, felt_recorded, side_by_side
from dialog.picture.beside.told import Beside, OutsideCell, OutsideTable, Registered
from dialog.picture.exports.edition import Edition
from dialog.picture.statistics.quadrants import CAPTION, Standing
from dialog.picture.wording import words


def beside_to_json(edition: Edition) -> dict[str, Any]:
    """Nothing for editions of before there were other sources in pictures."""
    beside = edition.picture.beside
    if beside is None:
        return {}
    return {
        "sources": [_source(edition, one) for one in beside.register],
        "outside": [_table(edition, beside, one) for one in beside.tables],
        "outside_texts": [
            {"source": one.source, "period": one.period, "heading": one.heading, "text": one.words}
            for one in beside.texts
        ],
        "side_by_side": [_compared(edition, one) for one in side_by_side(edition.picture)],
        "felt_recorded": [_quadrants(edition, one) for one in felt_recorded(edition.picture)],
    }


def _source(edition: Edition, one: Registered) -> dict[str, Any]:
    return {
        "id": one.id,
        "lane": one.lane,
        "name": edition.say(one.name),
        "publisher": edition.say(one.publisher),
        "method": edition.say(one.method),
        "period": one.period,
        "answers": one.answers,
        "response_rate": one.response_rate,
        "limits": edition.say(one.limits),
        "licence": edition.say(one.licence),
    }


def _table(edition: Edition, beside: Beside, table: OutsideTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "source": table.source,
        "lane": table.lane,
        "title": edition.say(table.title),
        "code": table.code,
        "unit": table.unit,
        "measure": table.measure,
        "time": table.time,
        "made_from": table.made_from,
        "areas": [{"id": one.id, "label": edition.say(one.label), "parent": one.parent} for one in beside.areas],
        "periods": list(table.periods),
        "cells": [
            {"area": one.id, "period": period, **_cell(table.at(one.id, period))}
            for one in beside.areas
            for period in table.periods
        ],
    }


def _cell(cell: OutsideCell) -> dict[str, Any]:
    return {
        "value": cell.value,
        "lower": cell.lower,
        "upper": cell.upper,
        "answers": cell.answers,
        "state": cell.state.value,
    }


def _compared(edition: Edition, one: SideBySide) -> dict[str, Any]:
    areas = [
        {
            "area": row.area.id,
            "voices": row.said.part if row.said else None,
            "base": row.said.whole if row.said else None,
            "outside": _cell(row.outside),
            "verdict": row.verdict,
        }
        for row in one.rows
    ]
    problem = edition.say(one.problem)
    return {"outside": one.table.id, "code": one.table.code, "problem": problem, "period": one.period, "areas": areas}


def _quadrants(edition: Edition, one: FeltRecorded) -> dict[str, Any]:
    return {
        "outside": one.table.id,
        "felt": one.felt.heading.id,
        "period": one.period,
        "caption": edition.say(words(CAPTION)),
        "middle_felt": one.standing.middle_felt,
        "middle_recorded": one.standing.middle_recorded,
        "areas": [_standing(each) for each in one.standing.standings],
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        "area": one.felt.area,
        "felt_of_100": one.felt.of_hundred,
        "recorded_per_1000": one.per_thousand,
        "quadrant": one.quadrant.value,
    }
