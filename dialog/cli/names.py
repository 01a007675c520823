"""flask names …"""

from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.areas.names.actions import NoSuchSource, forget_names
from dialog.areas.names.files import Asked
from dialog.areas.names.joining import KINDS, OTHER
from dialog.areas.names.loading import Loaded
from dialog.areas.names.queries import name_sources
from dialog.areas.taking.names import AboutNames, said_of_left_out, take_names
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE, counted, finish, map_options, settle
from dialog.rows.mapping import read_map
from dialog.rows.rejects import Rejects

names = AppGroup("names", help="Names of streets, landmarks and villages that residents search for.")


@names.command()
@click.argument("file", type=FILE)
@click.option("--kind", type=click.Choice(KINDS), default=OTHER, help="What they are, where the file does not say.")
@click.option("--projection", metavar="EPSG:NUMBER", help="What the coordinates are in; by default it is found out.")
@click.option("--encoding", help="What the letters are in; by default it is found out.")
@click.option("--layer", help="The layer of a map that has several.")
@map_options
def load(
    file: Path,
    kind: str,
    projection: str | None,
    encoding: str | None,
    layer: str | None,
    map_file: Path | None,
    told: tuple[str, ...],
    sheet: str | None,
    keep_going: bool,
) -> None:
    """Load names of places from a FILE: a map, OpenStreetMap data (.osm.pbf), or a table with coordinates.

    The names that a file of the same name gave before are replaced. Load the areas first: they tell namesakes apart.
    """
    rejects = Rejects()
    with transaction() as session:
        asked = Asked(read_map(map_file, told), sheet, projection, encoding, layer)
        taken = take_names(session, file, rejects, AboutNames(asked, kind))
        settle(file, taken=taken.loaded.new, rejects=rejects, keep_going=keep_going)
    for sentence in (*taken.found.remarks, _said(taken.loaded), *said_of_left_out(taken.loaded)):
        click.echo(sentence)
    finish(file, rejects)


@names.command("list")
def list_names() -> None:
    """Show which files the names came from, and how many of each kind there are."""
    with transaction() as session:
        for source, kind, number in name_sources(session):
            click.echo(f"{number:>8,} {kind:<14} {source}")


@names.command()
@click.argument("source")
def forget(source: str) -> None:
    """Take away the names that came from a file, called SOURCE as `names list` shows it."""
    with transaction() as session:
        try:
            gone = forget_names(session, source)
        except NoSuchSource as problem:
            raise Refusal(str(problem)) from None
    click.echo(f"{counted(gone, 'name', 'names')} forgotten.")


def _said(loaded: Loaded) -> str:
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(loaded.kinds.items()))
    return f"{counted(loaded.new, 'name', 'names')} loaded: {kinds}."
