"""The folder of backups: their names, which are kept, and how old the newest is."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

PATTERN = "dialog-????????-??????Z.age"
_NAME = "dialog-%Y%m%d-%H%M%SZ.age"


def name_of(at: datetime) -> str:
    """`at` in UTC."""
    return at.strftime(_NAME)


def backups_in(folder: Path) -> Sequence[Path]:
    """The newest first."""
    return sorted(folder.glob(PATTERN), reverse=True)


def made_at(file: Path) -> datetime:
    """UTC, without its zone, as the database keeps it."""
    return datetime.strptime(file.name, _NAME).replace(tzinfo=UTC).replace(tzinfo=None)


def prune(folder: Path, *, keep: int, days: int, now: datetime) -> list[str]:
    """Delete all but the newest `keep`, and of these all but the newest when they are older than `days`; their names.

    What is erased by design must not live on in a backup longer than it may live in the database.
    """
    gone = []
    for place, file in enumerate(backups_in(folder)):
        if place >= keep or (place > 0 and made_at(file) < now - timedelta(days)):
            file.unlink()
            gone.append(file.name)
    return gone
