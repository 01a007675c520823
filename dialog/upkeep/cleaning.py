"""Cleaning the database's files of what is no longer in its tables.

SQLite: every connection has secure_delete on; here the file is written anew and the write-ahead log emptied, so that
the bytes are in neither. PostgreSQL: the tables are vacuumed, or with `whole` written anew; its own log, replicas and
base backups are beyond what Dialog can reach.
"""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from dialog.texts.models import Text
from dialog.texts.searching.models import INDEX
from dialog.upkeep.destroying.hanging import hanging_on
from dialog.upkeep.models import Destruction, PurgeRecord

AT_ONCE = 256 * 1024 * 1024  # bytes: a larger file is written anew by a command, not while somebody waits for a page
PATIENCE = 3_000  # milliseconds
_HOLD_WORDS = (
    *("text", "exact_point", "photo", "photo_original", "draft", "release"),
    *("report", "response", "coding", "settlement"),
    *("draft_document", "job_result", "answer_column", "source_text", "source_upload", "source_figure"),
)


def clean(sessions: sessionmaker[Session], *, at: datetime, whole: bool = False) -> bool:
    """Whether the files are clean now of what was destroyed up to `at`; `whole` whatever it takes.

    Must be called outside every transaction. False when somebody was reading all the while, or when the file is so
    large that a command has to do it.
    """
    engine: Engine = sessions.kw["bind"]
    steps = _clean_sqlite if engine.dialect.name == "sqlite" else _clean_postgres
    try:
        done = steps(engine, whole=whole)
    except OperationalError:  # somebody wrote or read all the while
        return False
    if done:
        with sessions.begin() as session:
            mark_cleaned(session, at=at)
    return done


def mark_cleaned(session: Session, *, at: datetime) -> None:
    """Whatever had been destroyed when the cleaning began at `at` is out of the files."""
    done = update(Destruction).where(Destruction.done_at <= at, Destruction.cleaned_at.is_(None))
    session.execute(done.values(cleaned_at=at))
    purged = update(PurgeRecord).where(PurgeRecord.at <= at, PurgeRecord.cleaned_at.is_(None))
    session.execute(purged.values(cleaned_at=at))


def _clean_sqlite(engine: Engine, *, whole: bool) -> bool:
    if not whole and _size(engine) > AT_ONCE:
        with _autocommit(engine) as connection:
            _empty_log(connection)
        return False
    with _autocommit(engine) as connection:
        # the full-text index keeps words of deleted rows until its parts are made one
        connection.exec_driver_sql(f"INSERT INTO {INDEX}({INDEX}) VALUES ('optimize')")  # noqa: S608
        connection.exec_driver_sql("VACUUM")
        return _empty_log(connection)


def _autocommit(engine: Engine) -> Connection:
    """A connection of its own, that waits for others a little only."""
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    connection.detach()
    if engine.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA busy_timeout={PATIENCE}")
    return connection


def _empty_log(connection: Connection) -> bool:
    busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy


def _size(engine: Engine) -> int:
    """Bytes of the file."""
    file = Path(engine.url.database or "")
    return file.stat().st_size if file.is_file() else 0


def _clean_postgres(engine: Engine, *, whole: bool) -> bool:
    names = [*_HOLD_WORDS, *(table.name for table, _ in hanging_on(Text.__table__))]  # type: ignore[arg-type]
    with _autocommit(engine) as connection:
        for name in dict.fromkeys(names):
            connection.exec_driver_sql(f'VACUUM {"FULL " if whole else ""}"{name}"')
    return True
