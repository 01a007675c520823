"""What has been erased, as a list beside the backups: ids and days, never content. A restore applies it again.

A backup is older than what was destroyed after it. So each backup, and each destroying and purging where there is a
folder of backups, writes the list anew; what an older list says is kept.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.upkeep.backups.values import line_of
from dialog.upkeep.destroying.queries import TEXT
from dialog.upkeep.models import Destruction, Emptied, PurgeRecord

NAME = "erasures.jsonl"
_CERTIFICATE = ("id", "kind", "subject", "leaves", "length", "why", "basis", "proposed_by", "second_by")
Erasure = dict[str, Any]


class BadList(ValueError):
    """The file is no list of erasures."""


def write_erasures(session: Session, folder: Path) -> int:
    """Bring the list in a folder up to date; how many lines it has."""
    file = folder / NAME
    lines = {line_of(one): None for one in read_erasures(file)} if file.exists() else {}
    lines |= {line_of(one): None for one in _erasures(session)}
    part = file.with_suffix(".part")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
        target.writelines(line + b"\n" for line in lines)
        target.flush()
        os.fsync(target.fileno())
    part.replace(file)
    return len(lines)


def read_erasures(file: Path) -> list[Erasure]:
    """Raises BadList."""
    try:
        found = [json.loads(line) for line in file.read_text().splitlines() if line]
    except (OSError, ValueError):
        raise BadList(f"{file} is no list of erasures.") from None
    if not all(isinstance(one, dict) and "of" in one for one in found):
        raise BadList(f"{file} is no list of erasures.")
    return found


def _erasures(session: Session) -> Iterator[Erasure]:
    for text_id, leaves, masks in session.execute(select(Emptied.text_id, Emptied.leaves, Emptied.masks)):
        yield {"of": TEXT, "id": str(text_id), "leaves": leaves, "masks": masks}
    for one in session.scalars(select(Destruction).where(Destruction.done_at.is_not(None)).order_by(Destruction.id)):
        said = {name: getattr(one, name) for name in _CERTIFICATE} | {"subject": str(one.subject)}
        days = {"proposed_at": one.proposed_at.isoformat(), "done_at": str(one.done_at and one.done_at.isoformat())}
        yield {"of": "certificate", **said, **days}
    asked = select(PurgeRecord.kind, PurgeRecord.event, PurgeRecord.before).distinct()
    for kind, event, before in session.execute(asked):
        yield {"of": "purge", "kind": kind, "event": event, "before": before.isoformat()}
