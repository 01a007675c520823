"""flask backup, flask restore"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from dialog.cli.ending import Refusal, first_line, insist_ready
from dialog.upkeep.backups.erasures import NAME, BadList
from dialog.upkeep.backups.filling import NotEmpty
from dialog.upkeep.backups.making import NotTheSame
from dialog.upkeep.backups.routine import back_up, bring_back, key_file_of, try_out
from dialog.upkeep.backups.sealing import BadKeyFile, CannotRead, new_key_file

_PATH = click.Path(path_type=Path, dir_okay=False)
_READABLE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command()
@click.argument("file", type=_PATH, required=False)
@click.option("--new-key", type=_PATH, metavar="KEYFILE", help="Only make a new key, in a file of its own.")
@with_appcontext
def backup(file: Path | None, new_key: Path | None) -> None:
    """Write the whole database, encrypted, to FILE, or by default to the folder of backups."""
    with _plainly():
        if new_key:
            public = new_key_file(new_key)
            click.echo(f"The key is in {new_key}. Keep a copy apart from the backups: without it nobody can read them.")
            click.echo(f"Public half: {public}")
            return
        insist_ready()
        made, gone = back_up(current_app.extensions["sessions"], current_app.config, at=_now(), file=file)
    click.echo(f"{made.rows:,} rows of {len(made.counted)} tables in {made.file}, {made.size:,} bytes.")
    if gone:
        click.echo(f"Made room: {', '.join(gone)}.")


@click.command()
@click.argument("file", type=_READABLE)
@click.option("--key", type=_READABLE, metavar="KEYFILE", help="The secret key; by default DIALOG_BACKUP_KEY_FILE.")
@click.option("--erasures", type=_READABLE, help=f"What was erased since; by default {NAME} beside FILE.")
@click.option("--drill", is_flag=True, help="Only try it, in a database of its own that is thrown away.")
@with_appcontext
def restore(file: Path, key: Path | None, erasures: Path | None, drill: bool) -> None:
    """Fill an empty database from the backup FILE, and erase again what was erased since it was made."""
    sessions, config = current_app.extensions["sessions"], current_app.config
    beside = file.with_name(NAME)
    listed = erasures or (beside if beside.exists() else None)
    with _plainly():
        key_file = key or key_file_of(config)
        if drill:
            insist_ready()
            made = try_out(sessions, file, key_file=key_file, at=_now())
        else:
            made = bring_back(sessions, config, file, key_file=key_file, erasures=listed, at=_now())
    where = "can be restored: in a database of its own all" if drill else "is restored:"
    click.echo(f"The backup of {made.head.made_at} {where} {made.rows:,} rows are as they were written.")
    if not drill:
        click.echo(f"Erased again: what {listed} says." if listed else "No list of erasures was given.")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@contextmanager
def _plainly() -> Iterator[None]:
    """One sentence for everything that can go wrong."""
    try:
        yield
    except NotEmpty:
        raise Refusal("The database holds something already: a backup is restored into an empty one only.") from None
    except NotTheSame as problem:
        raise Refusal(f"What was restored is not what was backed up, in {problem}: empty the database.") from None
    except (BadKeyFile, BadList, CannotRead) as problem:
        raise Refusal(str(problem)) from None
    except OSError as problem:
        raise Refusal(f"{problem.filename}: {problem.strerror}.") from None
    except SQLAlchemyError as problem:
        raise Refusal(f"The database did not take it: {first_line(problem)}.") from None
