"""Files between being sent and being loaded: kept for a day at most, while columns are put right."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.sources.models import Source, SourceUpload
from dialog.sources.understanding.columns import Told

KEPT_FOR = timedelta(days=1)
_ODD = re.compile(r"[^\w .,()+-]")


class NoSuchUpload(LookupError):
    """There is no such file, or no longer."""


def keep_upload(session: Session, source: Source, *, file: str, content: bytes, by: int, at: datetime) -> SourceUpload:
    """Keep a file that was sent; those that were left lying are gone."""
    session.execute(delete(SourceUpload).where(SourceUpload.at < at - KEPT_FOR))
    name = _ODD.sub("_", PurePath(file.replace("\\", "/")).name)[-100:]
    upload = SourceUpload(source_id=source.id, file=name, content=content, told={}, division="", at=at, staff_id=by)
    session.add(upload)
    session.flush()
    record(session, "source file sent", f"source {source.id}", by=by, file=name, size=len(content))
    return upload


def find_upload(session: Session, id: UUID) -> SourceUpload:
    """Raises NoSuchUpload."""
    if (found := session.get(SourceUpload, id)) is None:
        raise NoSuchUpload(id)
    return found


def correct_upload(session: Session, upload: SourceUpload, told: Told, *, division: str) -> None:
    """Keep what has been said of its columns so far."""
    upload.told, upload.division = told.to_document(), division
    session.flush()


def give_up_upload(session: Session, upload: SourceUpload) -> None:
    """Forget a file, loaded or not."""
    session.delete(upload)
    session.flush()


@contextmanager
def on_disk(upload: SourceUpload) -> Iterator[Path]:
    """The file under its own name, for readers that need a path."""
    with TemporaryDirectory(prefix="dialog-") as folder:
        path = Path(folder) / upload.file
        path.write_bytes(upload.content)
        yield path
