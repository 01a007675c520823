"""Who answered beside who lives there, for files. Pure."""

from collections.abc import Iterator
from typing import Any

from dialog.languages import N_
from dialog.picture.coverage.view import CoverageView, coverage_view
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Column, Sheet, Value
from dialog.picture.statistics.coverage import Group
from dialog.picture.statistics.sentences import VERDICTS
from dialog.picture.wording import words


def coverage_to_json(edition: Edition) -> dict[str, Any] | None:
    """None where nothing is known of who lives there."""
    view = coverage_view(edition.picture)
    if view is None:
        return None
    voices = {"value": view.voices.value, "state": view.voices.state.value} if view.voices else None
    groups = [_group(edition, one) for one in _groups(view)]
    return {"year": view.year, "inhabitants": view.inhabitants, "voices": voices, "groups": groups}


def coverage_sheets(edition: Edition) -> Iterator[Sheet]:
    view = coverage_view(edition.picture)
    if view is None:
        return
    columns = (
        Column("of", N_("What they are told apart by")),
        Column("group", N_("Group")),
        Column("voices", N_("Voices"), figures=True),
        Column("inhabitants", N_("Inhabitants")),
        Column("per_1000", N_("Voices per 1,000 inhabitants")),
        Column("verdict", N_("Beside what was to be expected")),
    )
    rows = tuple((edition.say(lane.label), *_row(edition, one)) for lane in view.lanes for one in lane.groups)
    if rows:
        yield Sheet("coverage", N_("Who answered, beside who lives here"), columns, rows)


def _groups(view: CoverageView) -> Iterator[Group]:
    """By one dimension, then by two of them together."""
    for lane in view.lanes:
        yield from lane.groups
    for crossed in view.crossed:
        for _label, groups in crossed.rows:
            yield from (one for one in groups if one is not None)


def _row(edition: Edition, one: Group) -> tuple[Value, ...]:
    verdict = edition.say(words(VERDICTS[one.verdict]))
    return edition.say(one.label), one.voices, one.inhabitants, _rate(one), verdict


def _group(edition: Edition, one: Group) -> dict[str, Any]:
    return {
        "items": dict(one.items),
        "label": edition.say(one.label),
        "voices": {"value": one.voices.value, "state": one.voices.state.value},
        "inhabitants": one.inhabitants,
        "per_1000": _rate(one),
        "verdict": one.verdict.value,
    }


def _rate(one: Group) -> float | None:
    """As pages round it."""
    return None if one.per_thousand is None else round(one.per_thousand, 1)
