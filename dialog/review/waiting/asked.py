"""The filters in an address of the queue; whatever makes no sense filters nothing. Pure."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from dialog.languages import LANGUAGES
from dialog.review.waiting.filters import AGES, ANY, HELD, ME, NEW, NOBODY, SOMEBODY, Filters
from dialog.texts.cleaning import clean_text
from dialog.texts.searching.folding import question_of

STATUSES = (NEW, "accepted", "set_aside", "duplicate")
SUSPICIONS = ("personal", "accusation", "crime")
LONGEST_SEARCH = 200  # characters
_GREATEST = 2**31 - 1  # whole number in PostgreSQL
_ID = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def number_from(written: str) -> int | None:
    """A whole number that a database can keep, not below 0; None when it is none."""
    if not (written.isascii() and written.isdigit()) or len(written) > 10:
        return None
    return int(written) if int(written) <= _GREATEST else None


def day_from(written: str) -> date | None:
    """A day as 2026-05-04; None when it is none."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def uuid_from(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _one_of(*values: str) -> Callable[[str], str]:
    return lambda written: written if written in values else ""


def _number(written: str) -> str:
    return str(number_from(written) or "")


def _id(written: str) -> str:
    return written if _ID.fullmatch(written) else ""


_CLEAN: Mapping[str, Callable[[str], str]] = {  # by the name in the address
    "status": _one_of(*STATUSES[1:], ANY),
    "kind": _id,
    "round": _number,
    "area": _number,
    "language": _one_of(*LANGUAGES),
    "channel": _id,
    "code": _id,
    "suspicion": _one_of(*SUSPICIONS, ANY, HELD),
    "age": _one_of(*map(str, AGES)),
    "from": lambda written: str(day_from(written) or ""),
    "to": lambda written: str(day_from(written) or ""),
    "assigned": _one_of(ME, SOMEBODY, NOBODY),
    "alike": lambda written: str(uuid_from(written) or ""),
    "q": lambda written: clean_text(written[:LONGEST_SEARCH]),
}


def clean_filters(args: Mapping[str, str], kinds: Collection[str]) -> dict[str, str]:
    """What of an address filters, in its usual form and without what is as usual."""
    cleaned = {name: clean(args.get(name, "")) for name, clean in _CLEAN.items()}
    if cleaned["kind"] not in kinds:
        cleaned["kind"] = ""
    return {name: value for name, value in cleaned.items() if value}


def filters_of(cleaned: Mapping[str, str], *, reader: int | None, today: date) -> Filters:
    """The filters that `clean_filters` found, for one reader on one day."""
    say = cleaned.get
    latest = [today - timedelta(days=int(say("age", "0")))] if say("age") else []
    until = min([*latest, *filter(None, [day_from(say("to", ""))])], default=None)
    return Filters(
        status=say("status", NEW),
        kind=say("kind", ""),
        round_id=number_from(say("round", "")),
        area_id=number_from(say("area", "")),
        language=say("language", ""),
        channel=say("channel", ""),
        code=say("code", ""),
        suspicion=say("suspicion", ""),
        received_from=day_from(say("from", "")),
        received_until=until,
        assigned=say("assigned", ""),
        reader=reader,
        alike=uuid_from(say("alike", "")),
        question=question_of(say("q", "")),
    )
