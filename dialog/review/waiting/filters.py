"""Which part of the queue somebody wants to see, and spots in it. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dialog.texts.searching.folding import Question

NEW = "new"
PAGE = 50
MOST_COUNTED = 1_000  # counting on would take the longer the longer the queue is

ANY = "any"  # status or suspicion
HELD = "held"  # back, until a second person has seen it
ME, SOMEBODY, NOBODY = "me", "somebody", "nobody"
AGES = (3, 7, 14, 30)  # days that something has waited at least
NOTHING_ASKED = Question()


@dataclass(frozen=True)
class Filters:
    """What is empty or None filters nothing."""

    status: str = NEW  # or ANY
    kind: str = ""  # an id of kinds.KINDS
    round_id: int | None = None
    area_id: int | None = None  # this area and every one within it
    language: str = ""
    channel: str = ""
    code: str = ""  # of the codebook, with those beneath it
    suspicion: str = ""  # one of SUSPICIONS, ANY of them, or HELD
    received_from: date | None = None  # the earliest day
    received_until: date | None = None  # the latest one: what has waited for some time
    assigned: str = ""  # ME, SOMEBODY or NOBODY
    reader: int | None = None  # who is meant by ME
    alike: UUID | None = None  # a group of texts that say much the same
    question: Question = NOTHING_ASKED


@dataclass(frozen=True, order=True)
class Position:
    """A spot in the queue: it stays good when what stood there has left."""

    on: date
    id: UUID
