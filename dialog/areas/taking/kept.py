"""Files that somebody has sent and not yet decided on: kept beside the database, for an hour at most.

What a file would change is shown by running the whole load and taking it back. The file stays on the server until
somebody says yes or no, so that nobody has to send it twice; areas and figures of whole areas are public, and no
resident's words ever come this way. It goes when it is loaded, when it is not wanted, and by age when the next comes.
With several servers that share no folder, one may not find what another keeps: then it has to be sent again.
"""

import re
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex

LARGEST = 50 * 1024 * 1024  # bytes: the areas of a whole country with every bend of their borders
LONGEST = timedelta(hours=1)
_ID = re.compile(r"[0-9a-f]{32}")
_UNSAFE = re.compile(r"[^\w .,()+-]+")
_LONGEST_NAME = 100  # characters


def keep(folder: Path, name: str, save: Callable[[Path], object], *, at: datetime) -> str:
    """Keep a file under a random id and its own name, which tells what it holds. Raises OSError."""
    sweep(folder, at=at)
    id = token_hex(16)
    own = folder / id
    own.mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    save(own / _safe(name))
    return id


def kept_file(folder: Path, id: str, *, at: datetime) -> Path | None:
    """None for one that is not there, or has been for too long."""
    own = folder / id
    if not _ID.fullmatch(id) or not own.is_dir() or _is_old(own, at):
        return None
    return next(own.iterdir(), None)


def drop(folder: Path, id: str) -> None:
    if _ID.fullmatch(id):
        shutil.rmtree(folder / id, ignore_errors=True)


def sweep(folder: Path, *, at: datetime) -> None:
    """Away with what nobody decided on in time."""
    for own in folder.glob("*"):
        if _ID.fullmatch(own.name) and _is_old(own, at):
            shutil.rmtree(own, ignore_errors=True)


def _is_old(own: Path, at: datetime) -> bool:
    try:
        return datetime.fromtimestamp(own.stat().st_mtime, at.tzinfo) < at - LONGEST
    except FileNotFoundError:  # somebody else has just taken it away
        return True


def _safe(name: str) -> str:
    """The name without folders and without what a file's name can't hold; its ending stays."""
    bare = Path(_UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" ."))
    return f"{bare.stem[:_LONGEST_NAME] or 'file'}{bare.suffix[:20]}"
