"""Registering sources, and keeping what they say in words. Every step stands in the log."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.db import upsert
from dialog.sources.facts import PROTECT, PUBLISHED, Facts
from dialog.sources.lanes import LANES, OF_WORDS
from dialog.sources.models import Source, SourceMapping, SourceText
from dialog.sources.understanding.columns import Told


class UnknownLane(ValueError):
    """There is no such lane."""


class NameTaken(ValueError):
    """There is a source of that name already."""


class OfFigures(ValueError):
    """A source of this lane speaks in figures, not in words."""


def register_source(
    session: Session, *, name: str, lane: str, facts: Facts | None = None, on: date, by: int | None = None
) -> Source:
    """A new source. Raises UnknownLane or NameTaken."""
    _insist(session, name, lane)
    source = Source(name=name, lane=lane, registered_on=on, **_fields(facts or Facts()))
    session.add(source)
    session.flush()
    record(session, "source registered", f"source {source.id}", by=by, name=name, lane=lane)
    return source


def change_source(session: Session, source: Source, *, name: str, lane: str, facts: Facts, by: int | None) -> None:
    """Raises UnknownLane or NameTaken."""
    _insist(session, name, lane, but=source.id)
    became = {"name": name, "lane": lane, **_fields(facts)}
    changed = sorted(field for field, value in became.items() if getattr(source, field) != value)
    for field in changed:
        setattr(source, field, became[field])
    if changed:
        session.flush()
        record(session, "source changed", f"source {source.id}", by=by, fields=changed)


def keep_text(
    session: Session,
    source: Source,
    *,
    heading: str,
    words: str,
    period: str,
    found: Mapping[str, int],
    by: int,
    at: datetime,
) -> SourceText:
    """Keep words of a source. `found`: how much of each kind could point to a person when it was saved all the same.

    Raises OfFigures for a lane whose sources have no words of their own.
    """
    if source.lane not in OF_WORDS:
        raise OfFigures(source.lane)
    text = SourceText(source_id=source.id, heading=heading, words=words, period=period, kept_at=at, kept_by=by)
    session.add(text)
    session.flush()
    record(session, "source text kept", f"source {source.id}", by=by, text=text.id, personal=dict(found))
    return text


def remove_text(session: Session, text: SourceText, *, by: int) -> None:
    """Take words of a source away."""
    record(session, "source text removed", f"source {text.source_id}", by=by, text=text.id)
    session.delete(text)
    session.flush()


def remember(session: Session, fingerprint: str, told: Told, *, at: datetime) -> None:
    """Keep what was said of a table, for the next with the same headings."""
    values = {"fingerprint": fingerprint, "told": told.to_document(), "changed_at": at}
    insert = upsert(session, SourceMapping).values(**values)
    session.execute(insert.on_conflict_do_update(index_elements=["fingerprint"], set_=values))


def _insist(session: Session, name: str, lane: str, *, but: int | None = None) -> None:
    if lane not in LANES:
        raise UnknownLane(lane)
    there = session.scalar(select(Source.id).where(Source.name == name))
    if there is not None and there != but:
        raise NameTaken(name)


def _fields(facts: Facts) -> dict[str, object]:
    if facts.disclosure not in (PROTECT, PUBLISHED):
        raise ValueError(facts.disclosure)
    return asdict(facts)
