"""flask staff …"""

import secrets

import click
from flask.cli import AppGroup

from dialog.accounts.actions import add_staff
from dialog.accounts.models import ROLES
from dialog.cli.ending import transaction

staff = AppGroup("staff", help="The people who work here.")


@staff.command()
@click.argument("email")
@click.option("--name", required=True, help="Their name, as colleagues read it.")
@click.option(
    "--role", "roles", multiple=True, required=True, metavar="ROLE", help=f"One or more of {', '.join(ROLES)}."
)
@click.option("--ask-password", is_flag=True, help="Type a password; by default one is made and shown once.")
def add(email: str, name: str, roles: tuple[str, ...], ask_password: bool) -> None:
    """Add somebody who signs in with EMAIL."""
    made = "" if ask_password else secrets.token_urlsafe(15)
    password = made or click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    with transaction() as session:
        added = add_staff(session, email=email, name=name, password=password, roles=roles)
        said = f"{added.email} can sign in as {', '.join(sorted(added.roles))}."
    click.echo(said)
    if made:
        click.echo(f"Password, shown only now: {made}")
