"""flask areas …"""

from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup

from dialog.areas.features import Map, read_map
from dialog.areas.loading import Taken, load_areas
from dialog.areas.queries import areas_in, find_area, root_of
from dialog.cli.ending import transaction
from dialog.cli.loads import FILE, counted, finish, keep_going_option, settle
from dialog.languages import MAIN, pick
from dialog.rows.rejects import Rejects

areas = AppGroup("areas", help="The areas that residents choose and reports lie in.")


@areas.command()
@click.argument("file", type=FILE)
@click.option("--kind", default="district", show_default=True, help="What the areas are: district, deso, village …")
@click.option("--division", help="Which version of which division they are; by default the name of the file.")
@click.option(
    "--parent", "parent_code", metavar="CODE", help="The area they lie in; by default the one that holds them."
)
@click.option("--root-name", help="The name of the municipality that is made when no area holds them.")
@click.option("--code", metavar="PROPERTY", help="Where the code of each area stands; by default it is recognised.")
@click.option("--name", metavar="PROPERTY", help="Where the name of each area stands; by default it is recognised.")
@keep_going_option
def load(
    file: Path,
    kind: str,
    division: str | None,
    parent_code: str | None,
    root_name: str | None,
    code: str | None,
    name: str | None,
    keep_going: bool,
) -> None:
    """Load areas from a GeoJSON FILE in WGS84.

    Areas that the division holds already are renewed.
    """
    rejects = Rejects()
    with transaction() as session:
        found = read_map(file, rejects, code=code, name=name)
        taken = load_areas(
            session,
            found.features,
            rejects,
            division=division or file.stem,
            kind=kind,
            parent=find_area(session, parent_code) if parent_code else None,
            root_names={MAIN: root_name} if root_name else None,
        )
        settle(file, taken=taken.new + taken.renewed, rejects=rejects, keep_going=keep_going)
        said = list(_said(taken, found, kind))
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


def _said(taken: Taken, found: Map, kind: str) -> Iterator[str]:
    yield f"{counted(taken.new, 'area', 'areas')} of kind {kind} loaded, {taken.renewed:,} renewed."
    if found.passed_over:
        yield f"{counted(found.passed_over, 'area was', 'areas were')} passed over: no longer current."
    if found.nameless:
        yield "The file has no names, so each area is called by its code; --name says where names stand."
    if taken.root:
        name = pick(taken.root.names, MAIN)[0]
        yield f"No area held them, so they lie in a {taken.root.kind} made of them all, {name}; --root-name renames it."
