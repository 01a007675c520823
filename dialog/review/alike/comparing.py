"""Comparing texts with those that came before, in bulk and on demand: neither a submission nor a load waits for it.

A text that is stored gets no signature: an answer stays one INSERT a table, and a load of a million rows as quick as it
was. Staff compare what has come since the last time, with `flask alike compare` every night or after a load, or on the
page of what is alike. Until then a text is compared when somebody opens it (`dialog.review.alike.queries`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, insert, select
from sqlalchemy.orm import Session

from dialog.review.alike.finding import Bands, Firsts
from dialog.review.alike.hashing import Hashing
from dialog.review.alike.likeness import folded, is_long_enough
from dialog.review.alike.many import among_ids, among_numbers
from dialog.review.alike.models import BANDS, TextSignature
from dialog.texts.models import Text

CHUNK = 20_000  # texts compared at a time

Read = Row[UUID, int, str]  # id, round, original


@dataclass(frozen=True)
class Compared:
    """What one pass did."""

    texts: int
    alike: int  # of these like one that came before
    after: UUID | None  # where to go on; None: every text has been compared


def compare_texts(session: Session, *, key: bytes, after: UUID | None = None, most: int = CHUNK) -> Compared:
    """Compare the next texts that have not been, in the order of their ids, which is chance."""
    rows = _not_compared(session, after, most)
    signatures = _signatures(session, rows, Hashing(key))
    if signatures:
        session.execute(insert(TextSignature.__table__), signatures)  # type: ignore[arg-type]
    alike = sum(one["first_id"] is not None for one in signatures)
    return Compared(len(rows), alike, rows[-1].id if len(rows) == most else None)


def how_many_not_compared(session: Session) -> int:
    """Texts that have come since the last time."""
    texts = select(func.count()).select_from(Text).scalar_subquery()
    compared = select(func.count()).select_from(TextSignature).scalar_subquery()
    return max(session.scalar(select(texts - compared)) or 0, 0)


def _not_compared(session: Session, after: UUID | None, most: int) -> Sequence[Read]:
    compared = select(TextSignature.text_id).where(TextSignature.text_id == Text.id)
    some = select(Text.id, Text.round_id, Text.original).where(~compared.exists())
    if after:
        some = some.where(Text.id > after)
    return session.execute(some.order_by(Text.id).limit(most)).all()


def _signatures(session: Session, rows: Sequence[Read], hashing: Hashing) -> list[dict[str, Any]]:
    words = [folded(row.original) for row in rows]
    long = [at for at, one in enumerate(words) if is_long_enough(one)]
    hashed = hashing.bands([words[at] for at in long], of=[rows[at].round_id for at in long])
    bands = dict(zip(long, hashed, strict=True))
    firsts = _firsts_known(session, hashed)
    found = []
    for at, row in enumerate(rows):
        signature = {"text_id": row.id, "round_id": row.round_id, "whole": hashing.whole(words[at], of=row.round_id)}
        found.append(signature | _place(firsts, row.id, words[at], bands.get(at)))
    return found


def _place(firsts: Firsts, id: UUID, words: str, bands: Bands | None) -> dict[str, Any]:
    """Under the first that it is like; else it becomes one itself, unless it is too short."""
    first = firsts.first_like(words, bands) if bands else None
    if bands and first is None:
        firsts.add(id, words, bands)
    own = bands if bands and first is None else (None,) * len(BANDS)
    return {"first_id": first, **dict(zip(BANDS, own, strict=True))}


def _firsts_known(session: Session, hashed: Sequence[Bands]) -> Firsts:
    """What is kept of texts that share a band with any of these."""
    shared: dict[UUID, list[int]] = {}
    for place, name in enumerate(BANDS):
        column = getattr(TextSignature, name)
        wanted = among_numbers(session, {bands[place] for bands in hashed})
        for id, band in session.execute(select(TextSignature.text_id, column).where(column.in_(wanted))):
            shared.setdefault(id, []).append(band)
    firsts = Firsts()
    known = select(Text.id, Text.original).where(Text.id.in_(among_ids(session, shared)))
    for id, original in session.execute(known):
        firsts.add(id, folded(original), shared[id])
    return firsts
