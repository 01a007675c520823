"""flask db …"""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from alembic.util.exc import CommandError
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from dialog.cli.ending import Refusal, first_line
from dialog.db import downgrade as take_down
from dialog.db import upgrade as bring_up

db = AppGroup("db", help="The database and its migrations.")


@db.command()
def upgrade() -> None:
    """Bring the database to the newest state; an empty one becomes a ready one."""
    with _engine() as engine:
        bring_up(engine, log_key=current_app.extensions["sessions"].kw["info"]["log_key"])
    click.echo("The database is ready.")


@db.command(context_settings={"ignore_unknown_options": True})
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take the database back to a REVISION: its number, -1 for one step, or base."""
    with _engine() as engine:
        take_down(engine, revision)
    click.echo(f"The database was taken back ({revision}).")


@contextmanager
def _engine() -> Iterator[Engine]:
    try:
        yield current_app.extensions["sessions"].kw["bind"]
    except CommandError as problem:
        raise Refusal(f"{first_line(problem)}.") from None
    except SQLAlchemyError as problem:
        raise Refusal(
            f"The database does not answer, or refused; look at DATABASE_URL: {first_line(problem)}."
        ) from None
