"""What follows when something was destroyed and the transaction is over: clean files, and the list of erasures."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from dialog.review.suggesting.store import forget_model
from dialog.upkeep.backups.erasures import write_erasures
from dialog.upkeep.cleaning import clean


def backup_folder(config: Mapping[str, Any]) -> Path:
    return Path(config["BACKUPS"] or Path(config["INSTANCE"], "backups"))


def clean_up(sessions: sessionmaker[Session], config: Mapping[str, Any], *, at: datetime, whole: bool = False) -> bool:
    """Whether the database's files are clean now. The list beside the backups, where there are any, says what went."""
    forget_model(Path(config["INSTANCE"]))
    folder = backup_folder(config)
    if folder.is_dir():
        with sessions() as session:
            write_erasures(session, folder)
    return clean(sessions, at=at, whole=whole)
