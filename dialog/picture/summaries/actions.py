"""Protecting what is to leave of one occasion or one channel, and keeping it in the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.picture.asked import insist_on_residents
from dialog.picture.content import tables_document
from dialog.picture.coverage.queries import coverage_of
from dialog.picture.disclosure import Rule, is_small_gathering, protect
from dialog.picture.ids import VOICES
from dialog.picture.ledger import ever_left, rounding_before
from dialog.picture.plan import FEW_CATEGORIES
from dialog.picture.summaries.models import LeftTables
from dialog.picture.summaries.parts import COVERAGE, Part
from dialog.picture.tables import ALL, Dimension, RawTable
from dialog.survey.models import Round


class TooMuchToTell(ValueError):
    """A summary has a table of a shape that none may have."""


class NothingCounted(LookupError):
    """Nobody has counted yet who answered the round."""


def keep_summary(
    session: Session,
    *,
    round: Round,
    part: Part,
    voices: int,
    raw: Sequence[RawTable],
    rule: Rule,
    on: date,
    by: int | None = None,
) -> LeftTables:
    """Protect the raw tables of a part of a round against all that ever left of it, and keep them as having left.

    `raw` count the part's `voices` in the shapes and the universe of the round's own tables. Tables are one-way; under
    20 voices in few categories and without background. Raises TooMuchToTell, or AsksStaff.
    """
    insist_on_residents(round)
    for table in raw:
        _insist_on_shape(table, round, small=is_small_gathering(voices))
    rule = replace(rule, rounding=rounding_before(session, round.id) or 0)  # one way for all that tells of a round
    named = [replace(one, heading=replace(one.heading, id=f"{part.kind}-{part.name}-{one.heading.id}")) for one in raw]
    safe = protect(named, rule=rule, before=ever_left(session, round.id, part))
    left = LeftTables(
        round_id=round.id,
        kind=part.kind,
        name=part.name,
        channel=part.channel,
        left_on=on,
        rounding=rule.rounding,
        tables=tables_document(safe),
    )
    session.add(left)
    session.flush()
    record(session, "summary left", f"round {round.id}", by=by, kind=part.kind, name=part.name)
    return left


def keep_coverage(session: Session, *, round: Round, on: date, by: int | None = None) -> LeftTables:
    """The latest count of who answered leaves the analyst's screen: from now on it counts as told.

    Raises NothingCounted.
    """
    if (found := coverage_of(session, round.id)) is None:
        raise NothingCounted(round.slug)
    picture = found[1]
    left = LeftTables(
        round_id=round.id,
        kind=COVERAGE,
        name="",
        channel="",
        left_on=on,
        rounding=picture.rounding,
        tables=tables_document(picture.tables),
    )
    session.add(left)
    session.flush()
    record(session, "coverage left", f"round {round.id}", by=by)
    return left


def _insist_on_shape(table: RawTable, round: Round, *, small: bool) -> None:
    is_wide = len(table.dimensions) != 1 or table.heading.universe != f"{VOICES}:{round.slug}"
    if is_wide or (small and not all(map(_is_coarse, table.dimensions))):
        raise TooMuchToTell(table.heading.id)


def _is_coarse(dimension: Dimension) -> bool:
    """Few categories besides no answer, and nothing of who answered."""
    categories = [item for item in dimension.items if item.parent == ALL]
    return not dimension.background and len(categories) <= FEW_CATEGORIES + 1
