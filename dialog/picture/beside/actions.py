"""Choosing which figures of a source stand in pictures, and what they are about. Every choice stands in the log."""

from collections.abc import Mapping

from sqlalchemy import delete
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.picture.beside.models import BesideChoice
from dialog.picture.beside.things import Choice, Thing
from dialog.review.codebook.book import Codebook, UnknownCode
from dialog.sources.models import Source


def choose_figures(
    session: Session, source: Source, choices: Mapping[Thing, Choice], codebook: Codebook, *, by: int | None
) -> None:
    """Instead of whatever was chosen before; the next draft follows it. Raises UnknownCode."""
    if strange := {one.code for one in choices.values() if one.code} - {code.id for code in codebook.topics()}:
        raise UnknownCode(min(strange))
    _forget(session, source)
    for thing, one in choices.items():
        of = {"category": thing.category, "unit": thing.unit, "measure": thing.measure}
        session.add(BesideChoice(source_id=source.id, shown=one.shown, code=one.code, **of))
    session.flush()
    shown = sum(one.shown for one in choices.values())
    about = sorted({one.code for one in choices.values() if one.shown and one.code})
    record(session, "figures for pictures chosen", f"source {source.id}", by=by, shown=shown, about=about)


def choose_the_usual(session: Session, source: Source, *, by: int | None) -> None:
    """Take back every choice of a source."""
    _forget(session, source)
    session.flush()
    record(session, "figures for pictures as usual", f"source {source.id}", by=by)


def _forget(session: Session, source: Source) -> None:
    session.execute(delete(BesideChoice).where(BesideChoice.source_id == source.id))
