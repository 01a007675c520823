"""A file from its bytes to figures that stand in the database: what it means, whose it is, and which areas it is of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.areas.divisions import version_in
from dialog.areas.models import Division
from dialog.areas.population.loading import division_meant, known_areas
from dialog.rows.row import UnreadableFile
from dialog.sources.actions import register_source, remember
from dialog.sources.facts import Facts
from dialog.sources.lanes import SAFETY_SURVEY, recognised_lane
from dialog.sources.loading import Loaded, load_figures
from dialog.sources.models import Source
from dialog.sources.placing import Placing
from dialog.sources.queries import remembered, source_named
from dialog.sources.tables.reading import read_sheet
from dialog.sources.tables.sheet import Sheet
from dialog.sources.understanding.columns import PERIOD, Column, Told, fingerprint
from dialog.sources.understanding.guessing import are_told_in_words, recognise_columns
from dialog.sources.understanding.observations import Account
from dialog.sources.understanding.observing import Layout, observe
from dialog.sources.understanding.safety_index import insist_on_index

_YEARS = re.compile(r"(?:19|20)\d\d(?:\d\d)?(?:-(?:(?:19|20)\d\d|\d\d)(?!\d))*|epsg\d+", re.IGNORECASE)


class NoStatistic(UnreadableFile):
    """The file tells of events in words."""


@dataclass(frozen=True)
class Understood:
    """A file, and what was made of it. `account` is empty while something has to be told first."""

    file: str
    sheet: Sheet
    told: Told  # with what was remembered
    is_remembered: bool
    columns: Sequence[Column]
    layout: Layout
    assumed_period: str  # that only the name of the file says
    account: Account
    lacks: Sequence[str]  # of AREA, PERIOD and VALUE
    placing: Placing
    division: str | None
    is_older: bool  # whether pictures of rounds that ask by the current version show none of its figures
    lanes: Mapping[str, str | None]  # publisher -> the lane that the file shows

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.sheet.columns)


def understand(
    session: Session, path: Path, told: Told, *, sheet: str | None = None, division: str | None = None
) -> Understood:
    """What a file says. Raises UnreadableFile, NoStatistic, or WhichDivision."""
    table = read_sheet(path, sheet=sheet, headings=told.headings)
    earlier = remembered(session, fingerprint(table.columns))
    together = told.over(earlier) if earlier else told
    if earlier and earlier.headings and not table.has_headings:
        table = read_sheet(path, sheet=sheet, headings=together.headings)
    known, ids = known_areas(session, division)
    columns = recognise_columns(table, together, Placing(known, ids).is_ours)
    if are_told_in_words(table, columns):
        raise NoStatistic(f"{path.name} tells of events in words and holds no figures: it is no statistic.")
    layout, assumed = _with_period(Layout(columns, together.fixed), path)
    lacks = layout.lacks()
    account = observe(table, layout) if not lacks else Account(rows=len(table.rows))
    meant = _division(session, division, path, account)
    placing = Placing(*known_areas(session, meant))
    lanes = _lanes(path, table, account)
    return Understood(
        file=path.name,
        sheet=table,
        told=together,
        is_remembered=earlier is not None,
        columns=columns,
        layout=layout,
        assumed_period=assumed,
        account=account,
        lacks=lacks,
        placing=placing,
        division=meant,
        is_older=_is_older(session, meant),
        lanes=lanes,
    )


def take(
    session: Session, understood: Understood, source: Source, *, publisher: str, by: int | None, at: datetime
) -> Loaded:
    """Keep the figures of a publisher in a source; what was said of the columns is remembered."""
    if source.lane == SAFETY_SURVEY:
        insist_on_index(understood.account)
    if (told := understood.told.lasting) != Told() or understood.is_remembered:
        remember(session, understood.fingerprint, told, at=at)
    return load_figures(
        session,
        source,
        understood.account,
        understood.placing,
        publisher=publisher,
        file=understood.file,
        columns=understood.columns,
        by=by,
        at=at,
    )


def source_for(session: Session, *, name: str, lane: str, facts: Facts, by: int | None, at: datetime) -> Source:
    """The source of that name, registered when there is none yet."""
    return source_named(session, name) or register_source(
        session, name=name, lane=lane, facts=facts, on=at.date(), by=by
    )


def usual_name(file: str) -> str:
    """What to call the source of a file: the file's name without its year, the same for next year's."""
    words = _YEARS.sub(" ", Path(file).stem).replace("_", " ").split()
    return " ".join(one for one in words if one.strip("-")) or Path(file).stem


def _with_period(layout: Layout, path: Path) -> tuple[Layout, str]:
    named = version_in(path.stem)[:4]
    if PERIOD not in layout.lacks() or not named:
        return layout, ""
    return replace(layout, fixed={**layout.fixed, PERIOD: named}), named


def _division(session: Session, told: str | None, path: Path, account: Account) -> str | None:
    codes = {area.split(" ")[0] for area, _ in account.areas}
    years = {int(period[:4]) for period in account.periods}
    return division_meant(session, told or None, file=path.stem, codes=codes, years=years)


def _is_older(session: Session, division: str | None) -> bool:
    found = session.get(Division, division) if division else None
    return found is not None and not found.is_current


def _lanes(path: Path, sheet: Sheet, account: Account) -> dict[str, str | None]:
    """As the publisher of each figure shows, else the file's name, its headings and what it measures."""
    measures = {subject.measure for subject in account.observations}
    file = ([path.stem], [sheet.title], sheet.columns, sorted(measures))
    found = {}
    for publisher in account.publishers or {"": 0}:
        found[publisher] = recognised_lane([publisher]) or (recognised_lane(*file) if not publisher else None)
    return found
