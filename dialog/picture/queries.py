"""Reading drafts and released editions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.languages import Words
from dialog.picture.content import Picture, from_document
from dialog.picture.models import Draft, Release


class NoSuchDraft(LookupError):
    """There is no draft of that number."""


class NoSuchEdition(LookupError):
    """No edition of that number has been released."""


@dataclass(frozen=True)
class Edition:
    """One released edition, without its figures."""

    number: int
    released_on: date
    round: str
    title: Words
    period: str


def find_draft(session: Session, draft_id: int) -> Draft:
    """Raises NoSuchDraft."""
    if (found := session.get(Draft, draft_id)) is None:
        raise NoSuchDraft(draft_id)
    return found


def drafts_of(session: Session, round_id: int) -> Sequence[tuple[int, date]]:
    """(id, made on) of a round's drafts, the newest first."""
    rows = select(Draft.id, Draft.made_on).where(Draft.round_id == round_id).order_by(Draft.id.desc())
    return [(id, made_on) for id, made_on in session.execute(rows)]


def edition_of_draft(session: Session, draft_id: int) -> int | None:
    """The edition that a draft became."""
    return session.scalar(select(Release.edition).where(Release.draft_id == draft_id))


def find_edition(session: Session, edition: int) -> Release:
    """Raises NoSuchEdition."""
    if (found := session.get(Release, edition)) is None:
        raise NoSuchEdition(edition)
    return found


def editions_of(session: Session, round_id: int | None = None) -> list[Edition]:
    """The newest first; of one round, or of all."""
    said = (Release.content[name].label(name) for name in ("round", "title", "period"))
    rows = select(Release.edition, Release.released_on, *said).order_by(Release.edition.desc())
    if round_id is not None:
        rows = rows.where(Release.round_id == round_id)
    return [Edition(*row) for row in session.execute(rows)]


def release_days(session: Session) -> dict[int, date]:
    """The day of each edition."""
    return {row.edition: row.released_on for row in session.execute(select(Release.edition, Release.released_on))}


def later_edition(session: Session, release: Release) -> int | None:
    """The newest edition of the same round, if it is newer than this one."""
    newest = select(func.max(Release.edition)).where(Release.round_id == release.round_id)
    found = session.scalar(newest)
    return found if found and found > release.edition else None


def released_pictures(session: Session, round_id: int) -> list[tuple[int, Picture]]:
    """(edition, picture) of a round's editions, the oldest first."""
    rows = select(Release.edition, Release.content).where(Release.round_id == round_id).order_by(Release.edition)
    return [(edition, from_document(content)) for edition, content in session.execute(rows)]
