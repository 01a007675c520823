"""flask purge"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from dialog.cli.ending import batches
from dialog.settings.queries import settings_in_force
from dialog.upkeep.afterwards import clean_up
from dialog.upkeep.destroying.queries import uncleaned
from dialog.upkeep.retention.actions import asked_by, purge
from dialog.upkeep.retention.kinds import KINDS
from dialog.upkeep.retention.queries import Due, due_now, rules


@click.command("purge")
@click.option("--yes", is_flag=True, help="Erase it. Without this nothing goes; it is only shown.")
@click.option("--kind", "only", type=click.Choice(list(KINDS)), multiple=True, help="Only this kind of record.")
@with_appcontext
def purge_command(yes: bool, only: tuple[str, ...]) -> None:
    """Show what is due by the terms of keeping, and with --yes erase it."""
    with batches() as session:
        for due in _due(session, only):
            click.echo(_said(due))
            if yes and due.count:
                click.echo(f"  {_erase(session, due):,} erased.")
        waiting = uncleaned(session)
    if not yes:
        click.echo("Nothing was erased: --yes does it.")
        return
    if waiting:
        clean = clean_up(current_app.extensions["sessions"], current_app.config, at=_now(), whole=True)
        click.echo(
            "The database's files are clean." if clean else "The files are not clean yet: try again in a quiet hour."
        )


def _due(session: Session, only: tuple[str, ...]) -> Iterator[Due]:
    days = settings_in_force(session, current_app.config).point_days
    for rule in rules(session, point_days=days):
        if not only or rule.kind.id in only:
            yield due_now(session, rule, today=date.today())


def _erase(session: Session, due: Due) -> int:
    asked, gone = asked_by(due.rule, today=date.today()), 0
    for gone in purge(session, asked, by=None, at=_now()) if asked else ():  # noqa: B007  (the last is the whole)
        session.commit()
    return gone


def _said(due: Due) -> str:
    name = due.rule.kind.name
    if not due.rule.is_decided:
        return f"{name}: no decision recorded yet, so nothing goes."
    if due.before is None:
        return f"{name}: kept for good."
    if not due.count:
        return f"{name}: nothing is due."
    return f"{name}: {due.count:,} due, the oldest of {due.oldest}."


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
