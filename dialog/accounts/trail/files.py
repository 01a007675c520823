"""The log as a file: CSV that no spreadsheet runs, or JSON with the seals, so that others can follow the chain."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dialog.audit.models import AuditEvent
from dialog.rows.rejects import harmless

HEADER = ("line", "at_utc", "staff_id", "staff", "action", "subject", "details", "previous", "seal")
BOM = "\ufeff"


def to_csv(events: Iterable[AuditEvent], names: Mapping[int, str]) -> Iterator[str]:
    """Line by line, with a mark at the beginning by which spreadsheets know UTF-8."""
    yield BOM + _line(HEADER)
    for event in events:
        said = _said(event, names)
        said["details"] = json.dumps(event.details, ensure_ascii=False, sort_keys=True)
        yield _line([said[name] for name in HEADER])


def to_json(events: Iterable[AuditEvent], names: Mapping[int, str]) -> Iterator[str]:
    """One array, an object a line."""
    before = "["
    for event in events:
        yield f"{before}\n{json.dumps(_said(event, names), ensure_ascii=False)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _said(event: AuditEvent, names: Mapping[int, str]) -> dict[str, Any]:
    return {
        "line": event.id,
        "at_utc": f"{event.at.isoformat()}Z",
        "staff_id": event.staff_id,
        "staff": names.get(event.staff_id, "") if event.staff_id else "",
        "action": event.action,
        "subject": event.subject,
        "details": event.details,
        "previous": event.previous,
        "seal": event.seal,
    }


def _line(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([harmless("" if value is None else value) for value in values])
    return out.getvalue()
