"""Noting backups that were made, tried and restored."""

from datetime import datetime

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.upkeep.backups.making import Made
from dialog.upkeep.models import Backup


def note_backup(session: Session, made: Made, *, by: int | None, at: datetime) -> Backup:
    """That a backup was made."""
    kept = Backup(
        made_at=at, file=made.file.name, size=made.size, rows=made.rows, revision=made.head.revision, made_by=by
    )
    session.add(kept)
    session.flush()
    record(session, "backup made", f"backup {kept.id}", by=by, file=kept.file, size=kept.size, rows=kept.rows)
    return kept


def note_tried(session: Session, backup: Backup, *, by: int | None, at: datetime) -> None:
    """That it was restored beside the database, and everything was there."""
    backup.tried_at = at
    record(session, "backup tried", f"backup {backup.id}", by=by, file=backup.file)


def note_restored(session: Session, made: Made) -> None:
    """That this database comes from a backup."""
    record(session, "backup restored", f"file {made.file.name}", rows=made.rows, made_at=made.head.made_at)
