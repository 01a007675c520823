"""flask areas …"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.areas.actions import CodeTaken, add_area
from dialog.areas.divisions import MOVED, Difference
from dialog.areas.features import Told
from dialog.areas.kinds import MUNICIPALITY
from dialog.areas.queries import all_divisions, areas_in, compared, find_area, root_of
from dialog.areas.taking.areas import AboutAreas, said_of_areas, take_areas
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE, counted, finish, keep_going_option, settle
from dialog.languages import MAIN, pick
from dialog.rows.rejects import Rejects

areas = AppGroup("areas", help="The areas that residents choose and reports lie in.")


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
    about = AboutAreas(kind, family, version, parent_code, root_name, current, told)
    with transaction() as session:
        taken = take_areas(session, file, rejects, about, on=date.today())
        settle(file, taken=taken.taken.new + taken.taken.renewed, rejects=rejects, keep_going=keep_going)
        said = [*taken.found.remarks, *said_of_areas(taken)]
    for sentence in said:
        click.echo(sentence)
    finish(file, rejects)


@areas.command()
@click.argument("code")
@click.argument("name")
@click.option("--kind", default=MUNICIPALITY, show_default=True, help="What it is: municipality, district, village …")
@click.option("--parent", "parent_code", metavar="CODE", help="The area it lies in; by default the top of the tree.")
def add(code: str, name: str, kind: str, parent_code: str | None) -> None:
    """Add an area that no map tells of; a map that is loaded later does not change it.

    Without borders it is not drawn, and no point lies in it: reports go to it only by its name. The first one is the
    top of the tree, and the others lie in it.
    """
    with transaction() as session:
        parent = find_area(session, parent_code) if parent_code else root_of(session)
        above = parent.id if parent else None
        try:
            add_area(session, code=code, names={MAIN: name}, kind=kind, parent_id=above, on=date.today())
        except CodeTaken:
            raise Refusal(f"There is an area {code} already.") from None
        where = f"It lies in {pick(parent.names, MAIN)[0]}." if parent else "It is the top of the tree."
    click.echo(f"{name} is added as {code}, without borders. {where}")


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


def _differing(one: str, other: str, difference: Difference) -> Iterator[str]:
    yield f"{counted(len(difference.common), 'code is', 'codes are')} in both {one} and {other}."
    for codes, where in ((difference.new, other), (difference.gone, one)):
        listed = f": {', '.join(codes)}" if codes else ""
        yield f"{counted(len(codes), 'code is', 'codes are')} only in {where}{listed}."
    moved = counted(len(difference.moved), "of the common has", "of the common have")
    yield f"{moved} borders that differ by more than {MOVED:.0%} of the surface."
    for code, share in difference.moved.items():
        yield f"{code:<12} {share:.1%}"
