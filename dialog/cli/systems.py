"""flask systems …"""

from datetime import date

import click
from flask.cli import AppGroup

from dialog.accounts.systems import add_system, all_systems, remove_system
from dialog.cli.ending import transaction

systems = AppGroup("systems", help="Other systems that may send reports to /open311/v2/.")


@systems.command()
@click.argument("name")
def add(name: str) -> None:
    """Let the system NAME send reports, with a key that is shown once."""
    with transaction() as session:
        key = add_system(session, name=name, on=date.today())
    click.echo(f"{name} may send reports to /open311/v2/requests.json and requests.xml.")
    click.echo(f"Key, shown only now: {key}")


@systems.command("list")
def list_systems() -> None:
    """Show the systems that may send reports, and since when."""
    with transaction() as session:
        for one in all_systems(session):
            click.echo(f"{one.added_on}  {one.name}")


@systems.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take back the key of the system NAME; what it sent stays."""
    with transaction() as session:
        remove_system(session, name=name)
    click.echo(f"{name} may send no more.")
