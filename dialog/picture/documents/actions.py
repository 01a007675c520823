"""Changing the document of a draft, making and keeping files, and superseding editions that are wrong."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.jobs.actions import ask_for_job, forget_results
from dialog.jobs.models import Job
from dialog.languages import Words
from dialog.picture.documents.blocks import Paper, to_document
from dialog.picture.documents.models import DraftDocument, ReleaseFile, Superseded
from dialog.picture.models import Draft, Release
from dialog.picture.queries import edition_of_draft

DRAFT_FILE, EDITION_FILES = "draft file", "edition files"  # kinds of jobs


class ChangedMeanwhile(Exception):
    """Somebody else has changed the document since it was read."""


class IsLocked(Exception):
    """The draft has become an edition: its document never changes."""


class NotLater(ValueError):
    """An edition can be superseded only by a later one."""


def keep_paper(
    session: Session, draft: Draft, paper: Paper, *, revision: int, what: str, at: datetime, by: int | None
) -> None:
    """Keep a changed document; `revision` is the one that was changed, `what` says how, for the log.

    Raises ChangedMeanwhile or IsLocked.
    """
    if edition_of_draft(session, draft.id):
        raise IsLocked(draft.id)
    values = {"content": to_document(paper), "revision": revision + 1, "changed_at": at, "changed_by": by}
    if revision:
        mine = update(DraftDocument).where(DraftDocument.draft_id == draft.id, DraftDocument.revision == revision)
        if session.scalar(mine.values(**values).returning(DraftDocument.draft_id)) is None:
            raise ChangedMeanwhile(draft.id)
    else:
        try:
            with session.begin_nested():
                session.add(DraftDocument(draft_id=draft.id, **values))
        except IntegrityError:
            raise ChangedMeanwhile(draft.id) from None
    record(session, "document changed", f"draft {draft.id}", by=by, change=what)


def ask_for_edition_files(session: Session, edition: int, *, at: datetime, by: int | None = None) -> Job:
    """Have the files of an edition made."""
    return ask_for_job(session, EDITION_FILES, at=at, by=by, edition=edition)


def keep_file(session: Session, edition: int, name: str, content: bytes, *, on: date) -> None:
    digest = sha256(content).hexdigest()
    session.merge(
        ReleaseFile(edition=edition, name=name, content=content, checksum=digest, size=len(content), made_on=on)
    )
    session.flush()


def drop_edition_files(session: Session, editions: Iterable[int], *, at: datetime, by: int | None = None) -> None:
    """Something in them may not stay, or must be added: they are made anew, and meanwhile there are none."""
    for edition in editions:
        session.execute(delete(ReleaseFile).where(ReleaseFile.edition == edition))
        ask_for_edition_files(session, edition, at=at, by=by)


def drop_draft_files(session: Session, draft_ids: Iterable[int]) -> None:
    """Files that jobs made of these drafts; whoever needs one asks for it again."""
    for draft_id in draft_ids:
        of_it = select(Job.id).where(Job.kind == DRAFT_FILE, Job.what["draft"].as_integer() == draft_id)
        forget_results(session, list(session.scalars(of_it)))


def supersede(
    session: Session,
    release: Release,
    *,
    why: Words,
    by_edition: int | None,
    on: date,
    at: datetime,
    by: int | None = None,
) -> Superseded:
    """Mark an edition as wrong, for everybody to see; again to name the right one. Raises NotLater."""
    if by_edition is not None and by_edition <= release.edition:
        raise NotLater(by_edition)
    row = session.get(Superseded, release.edition) or Superseded(edition=release.edition, since=on)
    row.by_edition, row.why, row.staff_id = by_edition, dict(why), by
    session.add(row)
    session.flush()
    drop_edition_files(session, [release.edition], at=at, by=by)
    record(session, "edition superseded", f"edition {release.edition}", by=by, with_edition=by_edition or 0)
    return row
