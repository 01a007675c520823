"""The seals that chain the lines of the log. Pure.

Each line's seal is an HMAC-SHA256 (RFC 2104) over the line and the seal of the line before, so that a line which was
changed, put in or taken out breaks the chain at its place. The key comes from SECRET_KEY: whoever can write to the
database and nothing else can't mend the chain. What it can't show: whoever has the key too can write the log anew, and
lines cut off at the end, together with the head, are missed only by somebody who noted a later seal elsewhere. A new
SECRET_KEY fits no older line.
"""

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

BEGINNING = ""  # what the first line follows


@dataclass(frozen=True, slots=True)
class Line:
    """What of a line is sealed."""

    id: int
    at: datetime
    staff_id: int | None
    action: str
    subject: str
    details: dict[str, Any]
    previous: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first place where the chain does not hold."""

    id: int
    why: str  # changed, gap, cut, anchor


def canonical(value: Any) -> str:
    """The one way to write a JSON value: keys in order, no spaces, Unicode as it is. Raises ValueError for NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def seal_of(key: bytes, *parts: Any) -> str:
    """64 hex digits."""
    return hmac.digest(key, canonical(parts).encode("utf-8", "surrogatepass"), "sha256").hex()


def seal_line(key: bytes, line: Line) -> str:
    """Raises ValueError without a key: an unsealed line would be worth nothing."""
    if not key:
        raise ValueError("the log's key is missing: make sessions with dialog.db.sessions(url, log_key=…)")
    at = line.at.isoformat(timespec="seconds")
    return seal_of(key, line.id, at, line.staff_id, line.action, line.subject, line.details, line.previous)


def first_broken(
    key: bytes, lines: Iterable[tuple[Line, str]], *, after: int = 0, follows: str = BEGINNING
) -> tuple[Broken | None, int, str]:
    """What breaks first, and the last line that holds with its seal. Each of `lines` comes with the seal it bears."""
    last, seal = after, follows
    for line, borne in lines:
        if line.id != last + 1 or line.previous != seal:
            return Broken(line.id, "gap"), last, seal
        if not hmac.compare_digest(seal_line(key, line), borne):
            return Broken(line.id, "changed"), last, seal
        last, seal = line.id, borne
    return None, last, seal
