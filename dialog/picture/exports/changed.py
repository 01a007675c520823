"""What changed since earlier editions, and what can't be compared with them and why, for files. Pure."""

from collections.abc import Iterator
from typing import Any

from dialog.languages import N_
from dialog.picture.changes import Changes, changes_view
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Column, Sheet, Value
from dialog.picture.statistics.compared import Followed, Pair
from dialog.picture.statistics.comparing import Break
from dialog.picture.statistics.sentences import REASONS
from dialog.picture.tables import Cell
from dialog.picture.wording import words

SINCE = Column("since_edition", N_("Since edition"))


def changes_to_json(edition: Edition) -> list[dict[str, Any]]:
    """The latest edition of the same round first, then that of the round before."""
    return [_since(edition, one) for one in changes_view(edition.picture)]


def change_sheets(edition: Edition) -> Iterator[Sheet]:
    """What goes on, what does not, and how the ways in which people came have shifted."""
    found = changes_view(edition.picture)
    for sheet in (_followed(edition, found), _breaks(edition, found), _channels(edition, found)):
        if sheet.rows:
            yield sheet


def _since(edition: Edition, one: Changes) -> dict[str, Any]:
    told = one.comparison
    return {
        "edition": told.edition,
        "title": edition.say(told.title),
        "period": told.period,
        "same_round": told.is_same_round,
        "voices": _cell(told.voices),
        "lines": [_line(edition, line) for line in one.followed],
        "breaks": [_break(edition, found) for found in told.breaks],
        "channels": [
            {"label": edition.say(shift.label), "then": shift.then, "now": shift.now} for shift in told.channels
        ],
    }


def _break(edition: Edition, found: Break) -> dict[str, Any]:
    why = edition.say(words(REASONS[found.reason]))
    return {"label": edition.say(found.label), "reason": found.reason, "why": why}


def _line(edition: Edition, one: Followed) -> dict[str, Any]:
    return {
        "table": one.line.table,
        "dimension": one.line.dimension,
        "within": dict(one.line.within),
        "title": edition.say(one.title),
        "items": [_pair(edition, pair) for pair in one.pairs],
    }


def _pair(edition: Edition, pair: Pair) -> dict[str, Any]:
    then = {**_cell(pair.then), "base": pair.then_base}
    now = {**_cell(pair.now), "base": pair.now_base}
    shares = {"then": pair.shares[0], "now": pair.shares[1]} if pair.shares else None
    return {"id": pair.item, "label": edition.say(pair.label), "then": then, "now": now, "of_100": shares}


def _cell(cell: Cell) -> dict[str, Any]:
    return {"value": cell.value, "state": cell.state.value}


def _followed(edition: Edition, found: list[Changes]) -> Sheet:
    columns = (
        SINCE,
        Column("title", N_("Question")),
        Column("only", N_("Only")),
        Column("answer", N_("Answer")),
        Column("then", N_("Then"), figures=True),
        Column("then_base", N_("Of how many then")),
        Column("now", N_("Now"), figures=True),
        Column("now_base", N_("Of how many now")),
        Column("then_of_100", N_("Of 100 who answered then")),
        Column("now_of_100", N_("Of 100 who answered now")),
    )
    rows = tuple(
        (one.comparison.edition, *_compared(edition, table, pair))
        for one in found
        for table in one.followed
        for pair in table.pairs
    )
    return Sheet("changes", N_("What has changed since"), columns, rows)


def _compared(edition: Edition, table: Followed, pair: Pair) -> tuple[Value, ...]:
    only = " · ".join(edition.say(label) for label in table.only) or None
    figures = (pair.then, pair.then_base, pair.now, pair.now_base)
    return edition.say(table.title), only, edition.say(pair.label), *figures, *(pair.shares or (None, None))


def _breaks(edition: Edition, found: list[Changes]) -> Sheet:
    columns = (SINCE, Column("what", N_("What")), Column("why", N_("Why")))
    rows = tuple(
        (one.comparison.edition, edition.say(broken.label), edition.say(words(REASONS[broken.reason])))
        for one in found
        for broken in one.comparison.breaks
    )
    return Sheet("breaks", N_("Not comparable"), columns, rows)


def _channels(edition: Edition, found: list[Changes]) -> Sheet:
    columns = (
        SINCE,
        Column("way", N_("Way of answering")),
        Column("then", N_("Of 100 voices then")),
        Column("now", N_("Of 100 voices now")),
    )
    rows = tuple(
        (one.comparison.edition, edition.say(shift.label), shift.then, shift.now)
        for one in found
        for shift in one.comparison.channels
    )
    return Sheet("ways", N_("People came by other ways than then"), columns, rows)
