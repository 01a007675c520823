"""Taking quotes of destroyed words out of drafts and released editions. Figures are never touched."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.picture.content import Document, checksum
from dialog.picture.documents.actions import drop_draft_files, drop_edition_files
from dialog.picture.models import Draft, Release

QUOTED = ("quotes", "staff_quotes")  # parts of a picture that hold words of people; editions of before lack the second


def forget_in_drafts(session: Session, left: Mapping[str, str]) -> int:
    """Drop quotes of these texts (by id) that say other words than are `left` of them; how many drafts had one."""
    quotes = session.execute(select(Draft.id, *(Draft.content[part] for part in QUOTED)))
    touched = [id for id, *said in quotes if _is_said(said, left)]
    for draft in session.scalars(select(Draft).where(Draft.id.in_(touched))):
        draft.content = _without(draft.content, left)
    drop_draft_files(session, touched)
    session.flush()
    return len(touched)


def redact_releases(session: Session, left: Mapping[str, str], *, by: int | None) -> list[int]:
    """The same in released editions, each logged with its old and its new checksum; the numbers of the editions."""
    quoted = (Release.content[part] for part in QUOTED)
    quotes = session.execute(select(Release.edition, *quoted).order_by(Release.edition))
    touched = [edition for edition, *said in quotes if _is_said(said, left)]
    for release in session.scalars(select(Release).where(Release.edition.in_(touched)).order_by(Release.edition)):
        was = release.checksum
        release.content = _without(release.content, left)
        release.checksum = checksum(release.content)
        record(session, "quote redacted", f"edition {release.edition}", by=by, was=was, became=release.checksum)
    drop_edition_files(session, touched, at=datetime.now(UTC).replace(tzinfo=None, microsecond=0), by=by)
    session.flush()
    return touched


def _is_said(quotes: Iterable[list[Document] | None], left: Mapping[str, str]) -> bool:
    return any(not _stays(one, left) for some in quotes for one in some or ())


def _without(content: Document, left: Mapping[str, str]) -> Document:
    parts = [part for part in QUOTED if part in content]
    return {**content, **{part: [one for one in content[part] if _stays(one, left)] for part in parts}}


def _stays(quote: Document, left: Mapping[str, str]) -> bool:
    said: str = quote["words"]
    return left.get(quote["text"], said) == said
