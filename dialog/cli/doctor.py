"""flask doctor"""

from datetime import UTC, date, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from dialog.upkeep.doctor.examining import examine
from dialog.upkeep.doctor.findings import gravest

_WORDS = {"ok": "ok  ", "warn": "warn", "bad": "BAD "}


@click.command()
@with_appcontext
def doctor() -> None:
    """Say what is wrong with this installation. Exit 0: nothing; 1: something to look at; 2: something to mend."""
    tiles, now = current_app.extensions["tiles"], datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    findings = []
    examined = examine(
        current_app.extensions["sessions"],
        current_app.config,
        today=date.today(),
        now=now,
        giver=tiles.giver if tiles else None,
        thorough=True,
    )
    for one in examined:
        click.echo(f"{_WORDS[one.state]}  {one.english}")
        findings.append(one)
    raise SystemExit(gravest(findings))
