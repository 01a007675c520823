"""flask staff …"""

import secrets

import click
from flask import current_app, url_for
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from dialog.accounts.actions import BadAccount, add_staff
from dialog.accounts.factor.actions import reset_factor
from dialog.accounts.gates import now
from dialog.accounts.inviting.actions import make_link
from dialog.accounts.models import ROLES, Staff
from dialog.accounts.queries import staff_by_email
from dialog.accounts.visibility import AUTHORITIES, MUNICIPALITY
from dialog.cli.ending import transaction

staff = AppGroup("staff", help="The people who work here.")


@staff.command()
@click.argument("email")
@click.option("--name", required=True, help="Their name, as colleagues read it.")
@click.option(
    "--role", "roles", multiple=True, required=True, metavar="ROLE", help=f"One or more of {', '.join(ROLES)}."
)
@click.option("--authority", type=click.Choice(AUTHORITIES), default=MUNICIPALITY, help="For whom they work.")
@click.option("--ask-password", is_flag=True, help="Type a password; by default one is made and shown once.")
def add(email: str, name: str, roles: tuple[str, ...], authority: str, ask_password: bool) -> None:
    """Add somebody who signs in with EMAIL."""
    made = "" if ask_password else secrets.token_urlsafe(15)
    password = made or click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    with transaction() as session:
        added = add_staff(session, email=email, name=name, password=password, roles=roles, authority=authority)
        said = f"{added.email} can sign in as {', '.join(sorted(added.roles))}."
    click.echo(said)
    if made:
        click.echo(f"Password, shown only now: {made}")


@staff.command()
@click.argument("email")
@click.option("--name", help="Their name; only for somebody new.")
@click.option("--role", "roles", multiple=True, metavar="ROLE", help="Their roles; only for somebody new.")
@click.option(
    "--authority",
    type=click.Choice(AUTHORITIES),
    default=MUNICIPALITY,
    help="For whom they work; only for somebody new.",
)
@click.option("--base-url", default="http://127.0.0.1:8000", help="Where staff reach Dialog: https://dialog.example.")
def invite(email: str, name: str | None, roles: tuple[str, ...], authority: str, base_url: str) -> None:
    """Make a link with which EMAIL chooses a password; somebody new is added."""
    with transaction() as session:
        found = staff_by_email(session, email)
        if found is None and not name:
            raise BadAccount(f"Nobody here has the address {email}: give --name and --role to add them.")
        one = found or add_staff(session, email=email, name=str(name), password=None, roles=roles, authority=authority)
        if not one.active:
            raise BadAccount(f"{one.email} may not sign in: an administrator has closed the account.")
        token = make_link(session, one, now=now(), by=None)
        address = one.email
    with current_app.test_request_context(base_url=base_url):
        link = url_for("staff_door.invitation", token=token, _external=True)
    click.echo(f"Hand this link to {address}. It is good for three days, once, and shown only now:")
    click.echo(link)


@staff.command("reset-factor")
@click.argument("email")
def take_factor_away(email: str) -> None:
    """Take away the second factor of EMAIL, who sets it up anew at the next sign-in."""
    with transaction() as session:
        reset_factor(session, _known(session, email), by=None)
    click.echo(f"{email.strip().lower()} sets up a second factor at the next sign-in.")


def _known(session: Session, email: str) -> Staff:
    found = staff_by_email(session, email)
    if found is None:
        raise BadAccount(f"Nobody here has the address {email}.")
    return found
