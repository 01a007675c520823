"""Looking at the database itself: is it there, is it ready, does it keep what it is given."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from dialog.db import is_migrated
from dialog.languages import N_
from dialog.upkeep.doctor.findings import Finding, bad, ok, warn

APART = timedelta(minutes=2)
_PRAGMAS = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}  # synchronous 2: FULL


def reachable(engine: Engine) -> Finding:
    """Nothing else can be asked when this, or `migrated`, is bad."""
    try:
        with engine.connect():
            return ok("database", N_("The database answers."))
    except SQLAlchemyError:
        return bad("database", N_("The database does not answer: look at DATABASE_URL, and whether it runs."))


def migrated(engine: Engine) -> Finding:
    if is_migrated(engine):
        return ok("migrations", N_("The database stands at the newest migration."))
    return bad("migrations", N_("The database is not ready: run flask --app wsgi db upgrade."))


def durable(engine: Engine, *, now: datetime) -> Iterator[Finding]:
    """Whether what was acknowledged is on disk, and what was deleted is overwritten. `now` in UTC."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            found = {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in _PRAGMAS}
        if wrong := sorted(name for name in _PRAGMAS if found[name] != _PRAGMAS[name]):
            sentence = N_("SQLite is set wrongly (%(names)s): does something else write to the file?")
            yield bad("durability", sentence, names=", ".join(wrong))
        else:
            yield ok("durability", N_("SQLite writes ahead, waits for the disk, and overwrites what is deleted."))
        return
    with engine.connect() as connection:
        waits = connection.scalar(text("SHOW synchronous_commit"))
        there: datetime = connection.scalar(text("SELECT timezone('utc', now())"))
    if waits in ("on", "remote_apply", "remote_write"):
        yield ok("durability", N_("PostgreSQL waits for the disk."))
    else:
        yield bad("durability", N_("PostgreSQL acknowledges before the disk has it: set synchronous_commit to on."))
    if abs(there - now) > APART:
        yield warn("clock", N_("The clocks of the database and of this machine differ: set them by one time server."))
