"""flask areas …"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from flask.cli import AppGroup
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from dialog.areas.actions import keep_division
from dialog.areas.divisions import MOVED, Difference, DivisionName, recognised_division
from dialog.areas.features import Map, Told, read_map
from dialog.areas.kinds import DISTRICT, PROPER_NAMES
from dialog.areas.loading import Taken, load_areas
from dialog.areas.models import Division
from dialog.areas.queries import all_divisions, areas_in, compared, find_area, other_versions, root_of
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE, counted, finish, keep_going_option, settle
from dialog.languages import MAIN, pick
from dialog.rows.rejects import Rejects

areas = AppGroup("areas", help="The areas that residents choose and reports lie in.")


@dataclass(frozen=True)
class _Options:
    """What the person who loads says of the areas."""

    kind: str | None
    family: str | None
    version: str | None
    parent_code: str | None
    root_name: str | None
    current: bool | None


@areas.command()
@click.argument("file", type=FILE)
@click.option("--kind", help="What they are: district, deso, village …; by default what their codes show.")
@click.option(
    "--division", "family", metavar="FAMILY", help="Which division they are; by default by kind and file name."
)
@click.option("--version", metavar="VERSION", help="Which version of it, such as 2025; by default as the file says.")
@click.option("--current/--not-current", default=None, help="Whether it is asked for from now on; a newer one is.")
@click.option(
    "--parent", "parent_code", metavar="CODE", help="The area they lie in; by default the one that holds them."
)
@click.option("--root-name", help="The name of the municipality that is made when no area holds them.")
@click.option("--code", metavar="COLUMN", help="Where the code of each area stands; by default it is recognised.")
@click.option("--name", metavar="COLUMN", help="Where the name of each area stands; by default it is recognised.")
@click.option("--projection", metavar="EPSG:NUMBER", help="What the coordinates are; by default stated or found out.")
@click.option("--encoding", help="The letters of a Shapefile's table, such as latin-1; by default found out.")
@click.option("--layer", help="The layer of a file that has several.")
@keep_going_option
def load(
    file: Path,
    kind: str | None,
    family: str | None,
    version: str | None,
    current: bool | None,
    parent_code: str | None,
    root_name: str | None,
    code: str | None,
    name: str | None,
    projection: str | None,
    encoding: str | None,
    layer: str | None,
    keep_going: bool,
) -> None:
    """Load areas from a map FILE: GeoJSON, GeoPackage, zipped Shapefile, GeoParquet, FlatGeobuf, KML, TopoJSON.

    Projection, letters, codes, names, kind and version are found out, and it is said what had to be assumed. Areas
    that this version of the division holds already are renewed.
    """
    rejects = Rejects()
    told = Told(code=code, name=name, projection=projection, encoding=encoding, layer=layer)
    options = _Options(kind, family, version, parent_code, root_name, current)
    with transaction() as session:
        found = read_map(file, rejects, told, home=_home(session))
        kind = options.kind or found.kind or DISTRICT
        taken, division = _take(session, file, found, rejects, options, kind)
        settle(file, taken=taken.new + taken.renewed, rejects=rejects, keep_going=keep_going)
        said = [
            *found.remarks,
            *_said(taken, found, options.kind or found.kind or DISTRICT),
            *_said_of(division, taken),
        ]
    for sentence in said:
        click.echo(sentence)
    finish(file, rejects)


@areas.command("list")
def list_areas() -> None:
    """Show the tree of areas: code, kind and name of each."""
    with transaction() as session:
        root = root_of(session)
        found = areas_in(session, root.id) if root else []
        for area in found:
            click.echo(f"{area.code:<12} {area.kind:<14} {pick(area.names, MAIN)[0]}")


@areas.command()
def divisions() -> None:
    """Show every version of every division: whether it is current, where it came from, in which coordinates."""
    with transaction() as session:
        for one in all_divisions(session):
            state = "current" if one.is_current else "older"
            click.echo(f"{one.key:<24} {state:<8} {one.loaded_on}  {one.source}  {one.projection}".rstrip())


@areas.command()
@click.argument("one")
@click.argument("other")
def compare(one: str, other: str) -> None:
    """Say what differs between two versions ONE and OTHER, such as deso-2018v2 and deso-2025."""
    with transaction() as session:
        difference = compared(session, one, other)
    for sentence in _differing(one, other, difference):
        click.echo(sentence)


def _home(session: Session) -> BaseGeometry | None:
    """Where areas are expected: where there are some."""
    root = root_of(session)
    return shape(root.outline) if root and root.outline else None


def _take(
    session: Session, file: Path, found: Map, rejects: Rejects, options: _Options, kind: str
) -> tuple[Taken, Division]:
    name = _name(session, file, found, kind, options)
    division = keep_division(
        session,
        family=name.family,
        version=name.version,
        source=file.name,
        projection=found.projection.described,
        on=date.today(),
        current=options.current,
    )
    taken = load_areas(
        session,
        found.features,
        rejects,
        division=name,
        kind=kind,
        parent=find_area(session, options.parent_code) if options.parent_code else None,
        root_names={MAIN: options.root_name} if options.root_name else None,
    )
    return taken, division


def _name(session: Session, file: Path, found: Map, kind: str, options: _Options) -> DivisionName:
    """Which version of which division the areas are. Raises Refusal when it has to be told."""
    seen = recognised_division(file.stem, kind, found.rows)
    version = seen.version if options.version is None and not options.family else options.version or ""
    name = DivisionName(options.family or seen.family, version)
    others = other_versions(session, name)
    if name.needs_version and others:
        known = ", ".join(others)
        raise Refusal(f"{file.name} does not say which {name.family} it is, and there is {known}: say --version YEAR.")
    return name


def _said(taken: Taken, found: Map, kind: str) -> Iterator[str]:
    yield f"{counted(taken.new, 'area', 'areas')} of kind {kind} loaded, {taken.renewed:,} renewed."
    if found.repaired:
        one, several = "outline crossed itself and was repaired", "outlines crossed themselves and were repaired"
        yield f"{counted(found.repaired, one, several)}."
    if found.passed_over:
        yield f"{counted(found.passed_over, 'area was', 'areas were')} passed over: no longer current."
    if found.nameless:
        yield "The file has no names, so each area is called by its code; --name says where names stand."
    if taken.root:
        name = pick(taken.root.names, MAIN)[0]
        yield f"No area held them, so they lie in a {taken.root.kind} made of them all, {name}; --root-name renames it."


def _said_of(division: Division, taken: Taken) -> Iterator[str]:
    family = PROPER_NAMES.get(division.family, division.family)
    version = f"version {division.version}" if division.version else "without a version"
    state = "the one that is asked for now" if division.is_current else "an older one: new rounds don't ask for it"
    yield f"They were taken for {family}, {version} ({division.key}), {state}."
    if taken.out_of_use:
        names = ", ".join(taken.out_of_use)
        yield f"The areas of {names} lie in an older version and are left out: load them again to place them anew."


def _differing(one: str, other: str, difference: Difference) -> Iterator[str]:
    yield f"{counted(len(difference.common), 'code is', 'codes are')} in both {one} and {other}."
    for codes, where in ((difference.new, other), (difference.gone, one)):
        listed = f": {', '.join(codes)}" if codes else ""
        yield f"{counted(len(codes), 'code is', 'codes are')} only in {where}{listed}."
    moved = counted(len(difference.moved), "of the common has", "of the common have")
    yield f"{moved} borders that differ by more than {MOVED:.0%} of the surface."
    for code, share in difference.moved.items():
        yield f"{code:<12} {share:.1%}"
