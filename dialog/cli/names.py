"""flask names …"""

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.areas.names.actions import NoSuchSource, forget_names
from dialog.areas.names.files import Asked, read_entries
from dialog.areas.names.joining import KINDS, OTHER
from dialog.areas.names.loading import Loaded, home_of, load_names
from dialog.areas.names.queries import name_sources
from dialog.areas.names.reading import Reading
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
        found = read_entries(file, asked, home=home_of(session))
        reading = Reading(found.heading, kind)
        loaded = load_names(session, found.shapes, rejects, source=file.name, reading=reading, is_table=found.is_table)
        settle(file, taken=loaded.new, rejects=rejects, keep_going=keep_going)
        if not loaded.new:
            raise Refusal(f"{file.name} holds no names: say where they stand with --column name=PROPERTY.")
    for sentence in (*found.remarks, *_said(loaded)):
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


def _said(loaded: Loaded) -> Iterator[str]:
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(loaded.kinds.items()))
    yield f"{counted(loaded.new, 'name', 'names')} loaded: {kinds}."
    if loaded.gone:
        yield f"They stand in place of the {counted(loaded.gone, 'name', 'names')} that this file gave before."
    if loaded.joined:
        yield f"{counted(loaded.joined, 'entry was part', 'entries were parts')} of a name that stands nearby."
    if loaded.nameless:
        yield f"{counted(loaded.nameless, 'entry was', 'entries were')} left out: without a name."
    if loaded.passed_over:
        yield f"{counted(loaded.passed_over, 'entry was', 'entries were')} left out: no longer there, or no spot."
    if loaded.outside:
        yield f"{counted(loaded.outside, 'name lies', 'names lie')} in none of the areas."
