"""What somebody asked of the log, as the address says it."""

from collections.abc import Mapping
from datetime import date

from dialog.audit.queries import Wanted

LONGEST = 200  # characters


def wanted_from(args: Mapping[str, str]) -> Wanted:
    """What can't be understood is left out."""
    return Wanted(
        staff_id=_number(args.get("who", "")),
        action=_plain(args.get("action", "")),
        kind=_plain(args.get("kind", "")),
        id=_plain(args.get("id", "")) if args.get("kind") else "",
        since=_day(args.get("since", "")),
        until=_day(args.get("until", "")),
    )


def address_of(wanted: Wanted) -> dict[str, str]:
    """The same, for the address of another page of the list."""
    asked = {
        "who": "" if wanted.staff_id is None else str(wanted.staff_id),
        "action": wanted.action,
        "kind": wanted.kind,
        "id": wanted.id,
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
    }
    return {name: value for name, value in asked.items() if value}


def line_from(args: Mapping[str, str], name: str) -> int | None:
    """A place in the log to go on from."""
    return _number(args.get(name, ""))


def _plain(text: str) -> str:
    return " ".join(text.replace("\0", "").split())[:LONGEST]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 1970 <= found.year < 3000 else None
