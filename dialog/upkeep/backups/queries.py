"""Reading what backups there are."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.upkeep.models import Backup


def latest_backups(session: Session, *, limit: int = 20) -> Sequence[Backup]:
    """The newest first."""
    return session.scalars(select(Backup).order_by(Backup.id.desc()).limit(limit)).all()


def last_tried(session: Session) -> Backup | None:
    """The backup whose restoring was tried last."""
    tried = select(Backup).where(Backup.tried_at.is_not(None)).order_by(Backup.tried_at.desc())
    return session.scalar(tried.limit(1))


def backup_called(session: Session, file: str) -> Backup | None:
    """By the name of its file."""
    return session.scalar(select(Backup).where(Backup.file == file).order_by(Backup.id.desc()).limit(1))
