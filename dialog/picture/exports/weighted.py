"""Weighted shares of a round to which people were drawn, with the interval of each, for files. Pure."""

from collections.abc import Iterator
from typing import Any

from dialog.languages import N_
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Column, Sheet
from dialog.picture.sampled import Weighted, WeightedTable, weighted_tables


def shares_to_json(edition: Edition) -> list[dict[str, Any]]:
    """Of 100 who answered; empty for an open round."""
    return [_table(edition, one) for one in weighted_tables(edition.picture)]


def share_sheets(edition: Edition) -> Iterator[Sheet]:
    columns = (
        Column("title", N_("Question")),
        Column("only", N_("Only")),
        Column("answer", N_("Answer")),
        Column("voices", N_("Voices"), figures=True),
        Column("of_100", N_("Of 100 who answered")),
        Column("weighted", N_("Of 100, weighted")),
        Column("low", N_("At least, in 95 samples of 100")),
        Column("high", N_("At most, in 95 samples of 100")),
        Column("size", N_("Answers of equal weight that it is worth")),
    )
    rows = tuple(
        (
            edition.say(table.title),
            _only(edition, table),
            edition.say(line.label),
            line.voices,
            line.unweighted,
            *_interval(line),
            table.size,
        )
        for table in weighted_tables(edition.picture)
        for line in table.lines
    )
    if rows:
        yield Sheet("weighted", N_("Weighted shares"), columns, rows)


def _table(edition: Edition, one: WeightedTable) -> dict[str, Any]:
    return {
        "table": one.of.table,
        "dimension": one.of.dimension,
        "within": dict(one.of.within),
        "title": edition.say(one.title),
        "size": one.size,
        "items": [_line(edition, line) for line in one.lines],
    }


def _line(edition: Edition, line: Weighted) -> dict[str, Any]:
    share, low, high = _interval(line)
    voices = {"value": line.voices.value, "state": line.voices.state.value}
    told = {"id": line.weighted.item, "label": edition.say(line.label), "voices": voices}
    return {**told, "unweighted": line.unweighted, "share": share, "low": low, "high": high}


def _interval(line: Weighted) -> tuple[int, int, int]:
    return line.weighted.share, line.weighted.low, line.weighted.high


def _only(edition: Edition, table: WeightedTable) -> str | None:
    return " · ".join(edition.say(label) for label in table.only) or None
