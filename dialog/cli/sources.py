"""flask sources …"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from dialog.areas.population.loading import WhichDivision
from dialog.cli.ending import Refusal, transaction
from dialog.cli.figures_said import account_said, columns_said, loads_said
from dialog.cli.loads import FILE, finish, map_options, settle
from dialog.rows.mapping import BadMap, ColumnMap, read_map
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row
from dialog.sources.actions import change_source, register_source
from dialog.sources.facts import PROTECT, PUBLISHED, Facts
from dialog.sources.lanes import LANES
from dialog.sources.loading import Loaded
from dialog.sources.models import Source
from dialog.sources.queries import all_sources, source_named
from dialog.sources.taking import Understood, source_for, take, understand, usual_name
from dialog.sources.understanding.columns import (
    AREA,
    CATEGORY,
    MEASURE,
    PERIOD,
    ROLES,
    VALUE,
    Said,
    Told,
    key_of,
)

sources = AppGroup("sources", help="Evidence from elsewhere: reported crime, safety surveys, national indicators.")

_LACKING = {
    PERIOD: "it does not say which year it is of: say --period YEAR",
    AREA: "it names no areas: name their column with --column area=COLUMN, or say --area CODE",
    VALUE: "it shows no figures: name their column with --column value=COLUMN",
}
_LONGEST_NOTE = 1_000  # characters


@sources.command()
@click.argument("file", type=FILE)
@click.option("--lane", type=click.Choice(list(LANES)), help="What kind of source it is, where the file does not show.")
@click.option("--source", "name", help="The source it belongs to; by default one called as its publisher or the file.")
@click.option("--publisher", default="", help="Who published it, for a source that is new.")
@click.option("--published", is_flag=True, help="It is public already: small figures are shown as they are.")
@click.option("--period", help="Which year or other period the figures are of, where the file does not say.")
@click.option("--area", metavar="CODE", help="Which area they are of, where the file names none.")
@click.option("--measure", help="What is measured, where the file does not say: 'Number per 1,000 inhabitants'.")
@click.option("--division", help="Which version of the areas its codes are, such as deso-2025.")
@click.option("--headings", metavar="A;B;C", help="What its columns are called, where the file has no headings.")
@map_options
def load(
    file: Path,
    lane: str | None,
    name: str | None,
    publisher: str,
    published: bool,
    period: str | None,
    area: str | None,
    measure: str | None,
    division: str | None,
    headings: str | None,
    map_file: Path | None,
    told: tuple[str, ...],
    sheet: str | None,
    keep_going: bool,
) -> None:
    """Load figures from a FILE: CSV, XLSX, PC-Axis (.px), JSON-stat, or a map with figures.

    Columns are recognised, and areas found by their code or else their name. FIELD is one of area, area_name, period,
    category, measure, background, value, lower, upper, n, publisher and left (out). Loading next year's file adds its
    periods; a corrected file takes the place of what it corrects; the same file changes nothing.
    """
    facts = Facts(publisher=publisher, disclosure=PUBLISHED if published else PROTECT)
    fixed = {PERIOD: period, AREA: area, MEASURE: measure}
    rejects = Rejects()
    click.echo(f"Reading {file.name} …", err=True)
    with transaction() as session:
        unheard = _unheard(session, name, publisher, published)
        said = _told(read_map(map_file, told, fixed), headings)
        understood = _understood(session, file, said, sheet, division)
        loaded = _load_all(session, understood, lane, name, facts)
        for left in understood.account.left:
            rejects.add(Row(left.line, left.values), str(left.problem), column=left.problem.column)
        settle(file, taken=len(understood.account.observations), rejects=rejects, keep_going=keep_going)
        told_of = {source.name: (source.lane, one) for source, one in loaded}
    for sentence in (*columns_said(understood), *account_said(understood), *loads_said(told_of), *unheard):
        click.echo(sentence)
    finish(file, rejects)


@sources.command()
@click.argument("name")
@click.option("--lane", type=click.Choice(list(LANES)), help="What kind of source it is; needed for a new one.")
@click.option("--publisher", help="Who published it.")
@click.option("--method", help="How it was gathered.")
@click.option("--period", help="When it was gathered.")
@click.option("--answers", type=click.IntRange(min=0), help="How many answered.")
@click.option("--response-rate", type=click.FloatRange(0, 100), help="How many of a hundred who were asked.")
@click.option("--limits", help="What it can't say.")
@click.option("--licence", help="On what terms it may be used.")
@click.option(
    "--published/--protect", default=None, help="Show small figures as they are, or withhold them: the usual."
)
def register(name: str, lane: str | None, published: bool | None, **told: Any) -> None:
    """Register the source NAME, or change what is told of it; what no option tells stays as it was."""
    with transaction() as session:
        source = source_named(session, name)
        if source is None and lane is None:
            raise Refusal(f"{name} is new: say --lane, one of {', '.join(LANES)}.")
        facts = _told_facts(source, published, told)
        if source is None:
            register_source(session, name=name, lane=str(lane), facts=facts, on=date.today())
        else:
            change_source(session, source, name=name, lane=lane or source.lane, facts=facts, by=None)
    click.echo(f"{name} is {'changed' if source else 'registered'}.")


@sources.command("list")
def list_sources() -> None:
    """Show the sources, their lanes, and how many figures of which periods they hold."""
    with transaction() as session:
        for one in all_sources(session):
            span = f"{one.first} to {one.last}" if one.first != one.last else one.first or ""
            held = f"{one.figures:>9,} figures {span}" if one.figures else f"{one.texts:>9,} texts"
            click.echo(f"{one.source.lane:<17} {one.source.name}: {held.strip()}")


def _told_facts(source: Source | None, published: bool | None, told: Mapping[str, Any]) -> Facts:
    """What is told of a source now, over what was told before."""
    before = Facts(**{one.name: getattr(source, one.name) for one in fields(Facts)}) if source else Facts()
    disclosure = before.disclosure if published is None else PUBLISHED if published else PROTECT
    return replace(before, disclosure=disclosure, **{name: one for name, one in told.items() if one is not None})


def _told(columns: ColumnMap, headings: str | None) -> Told:
    for name in columns.columns:
        if name not in ROLES:
            raise BadMap(f"There is no field {name}: choose among {', '.join(ROLES)}.")
    for name in columns.fixed:
        if name not in (PERIOD, AREA, CATEGORY, MEASURE):
            raise BadMap(f"{name} can't be the same for all rows: only period, area, category and measure can.")
    said = {key_of(heading): Said(role) for role, heading in columns.columns.items()}
    return Told(said, columns.fixed, tuple(headings.split(";")) if headings else ())


def _understood(session: Session, file: Path, told: Told, sheet: str | None, division: str | None) -> Understood:
    try:
        understood = understand(session, file, told, sheet=sheet, division=division)
    except WhichDivision as problem:
        raise Refusal(f"{file.name}: {problem}") from None
    known = {key_of(one) for one in understood.sheet.columns}
    if unknown := told.columns.keys() - known:
        raise BadMap(f"The file has no column {min(unknown)!r}, but {', '.join(understood.sheet.columns)}.")
    if not understood.sheet.has_headings:
        raise Refusal(f"{file.name} has no headings, its first row is figures already: say --headings 'A;B;C'.")
    if understood.lacks:
        raise Refusal(f"{file.name}: {_LACKING[understood.lacks[0]]}.")
    if not understood.account.observations and not understood.account.left:
        raise Refusal(f"{file.name} holds no figures.")
    return understood


def _unheard(session: Session, name: str | None, publisher: str, published: bool) -> list[str]:
    """What was told of a source that is there already, and is not changed by loading into it."""
    source = source_named(session, name) if name else None
    if source is None or not (publisher or published):
        return []
    if (publisher or source.publisher) == source.publisher and (not published or source.disclosure == PUBLISHED):
        return []
    return [f"What is told of {source.name} stays as it was: flask --app wsgi sources register changes it."]


def _load_all(
    session: Session, understood: Understood, lane: str | None, name: str | None, facts: Facts
) -> list[tuple[Source, Loaded]]:
    """Each publisher's figures into a source of its own."""
    now = datetime.now(UTC).replace(tzinfo=None)
    several = len(understood.lanes) > 1
    found = []
    for publisher, shown in understood.lanes.items():
        called = f"{name} – {publisher}" if name and several else name or publisher or usual_name(understood.file)
        chosen = _lane(session, called, shown if several and shown else lane or shown, lane, understood.file)
        own = _facts(understood, publisher, facts)
        source = source_for(session, name=called, lane=chosen, facts=own, by=None, at=now)
        found.append((source, take(session, understood, source, publisher=publisher, by=None, at=now)))
    return found


def _facts(understood: Understood, publisher: str, told: Facts) -> Facts:
    """What is told of a source that is new: by whoever loads, or else by the file."""
    publisher = told.publisher or publisher or understood.sheet.publisher
    return replace(told, publisher=publisher, limits=" ".join(understood.sheet.notes)[:_LONGEST_NOTE])


def _lane(session: Session, name: str, lane: str | None, told: str | None, file: str) -> str:
    there = source_named(session, name)
    if there is not None and told and lane == told and there.lane != told:
        raise Refusal(f"{name} is a source of the lane {there.lane}, not {told}: name another with --source.")
    if there is None and lane is None:
        raise Refusal(f"{file} does not show what kind of source it is: say --lane, one of {', '.join(LANES)}.")
    return there.lane if there else str(lane)
