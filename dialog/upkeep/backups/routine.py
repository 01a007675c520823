"""The whole of making a backup in its folder, and of restoring one: what commands and pages both do."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from dialog.settings.queries import settings_in_force
from dialog.texts.searching.actions import rebuild_index
from dialog.upkeep.afterwards import backup_folder
from dialog.upkeep.backups.actions import note_backup, note_restored, note_tried
from dialog.upkeep.backups.again import erase_again
from dialog.upkeep.backups.erasures import read_erasures, write_erasures
from dialog.upkeep.backups.folder import name_of, prune
from dialog.upkeep.backups.making import Made, make_backup, restore, try_backup
from dialog.upkeep.backups.queries import backup_called
from dialog.upkeep.backups.sealing import BadKeyFile
from dialog.upkeep.cleaning import clean

Sessions = sessionmaker[Session]


def key_file_of(config: Mapping[str, Any]) -> Path:
    """Raises BadKeyFile where none is set."""
    if not config["BACKUP_KEY_FILE"]:
        raise BadKeyFile(
            "DIALOG_BACKUP_KEY_FILE is not set: make a key with flask --app wsgi backup --new-key FILE, and set it."
        )
    return Path(config["BACKUP_KEY_FILE"])


def back_up(
    sessions: Sessions, config: Mapping[str, Any], *, at: datetime, by: int | None = None, file: Path | None = None
) -> tuple[Made, list[str]]:
    """Make a backup, in its folder unless `file` says where; it, and the names of those that had to make room.

    Raises BadKeyFile, or OSError.
    """
    folder = backup_folder(config)
    made = make_backup(sessions.kw["bind"], file or folder / name_of(at), key_file=key_file_of(config), at=at)
    with sessions.begin() as session:
        note_backup(session, made, by=by, at=at)
        days = settings_in_force(session, config).point_days
        write_erasures(session, made.file.parent)
    return made, [] if file else prune(folder, keep=config["BACKUPS_KEPT"], days=days, now=at)


def try_out(sessions: Sessions, file: Path, *, key_file: Path, at: datetime, by: int | None = None) -> Made:
    """Restore a backup beside the database, and note that everything was there. Raises as `restore` does."""
    made = try_backup(file, key_file=key_file, log_key=sessions.kw["info"]["log_key"])
    with sessions.begin() as session:
        if backup := backup_called(session, file.name):
            note_tried(session, backup, by=by, at=at)
    return made


def bring_back(
    sessions: Sessions, config: Mapping[str, Any], file: Path, *, key_file: Path, erasures: Path | None, at: datetime
) -> Made:
    """Restore a backup, and erase again what was erased since it was made. Raises as `restore` does, or BadList."""
    listed = read_erasures(erasures) if erasures else []
    made = restore(sessions.kw["bind"], file, key_file=key_file, log_key=sessions.kw["info"]["log_key"])
    with sessions() as session:
        rebuild_index(session)
        session.commit()
        days = settings_in_force(session, config).point_days
        for _ in erase_again(session, listed, point_days=days, today=date.today(), at=at):
            session.commit()
        note_restored(session, made)
        session.commit()
    clean(sessions, at=at, whole=True)
    return made
