"""Writing the next version of the codebook, and publishing it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import CursorResult, delete, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.review.codebook.book import Codebook
from dialog.review.codebook.differences import changes, decided
from dialog.review.codebook.document import digest_of, read_document, to_document
from dialog.review.codebook.models import CodebookDraft, CodebookVersion
from dialog.review.codebook.queries import codebook_in_force, draft_of_codebook


class DraftThere(Exception):
    """The next version is being written already."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the draft, published it or given it up; nothing was written."""


class NothingChanged(Exception):
    """The draft says what the version in force says."""


class NoReason(ValueError):
    """A new version needs a reason."""


def begin_draft(session: Session, *, by: int | None, at: datetime) -> CodebookDraft:
    """A draft of the next version, as the codebook is now. Raises DraftThere."""
    if draft_of_codebook(session):
        raise DraftThere
    book = codebook_in_force(session)
    book = replace(book, version=book.version + 1)
    draft = CodebookDraft(version=book.version, document=to_document(book), changed_at=at, changed_by=by)
    session.add(draft)
    session.flush()
    record(session, "codebook begun", f"codebook {book.version}", by=by)
    return draft


def change_draft(
    session: Session,
    draft: CodebookDraft,
    change: Callable[[Codebook], Codebook],
    *,
    revision: int,
    by: int | None,
    at: datetime,
) -> Codebook:
    """Make a change to the draft as it stood at a revision. Raises ChangedMeanwhile, and whatever `change` raises."""
    book = change(read_document(draft.document))
    mine = update(CodebookDraft).where(CodebookDraft.id == draft.id, CodebookDraft.revision == revision)
    written = mine.values(revision=revision + 1, document=to_document(book), changed_at=at, changed_by=by)
    _insist_on_one(session.execute(written, execution_options={"synchronize_session": False}))
    session.refresh(draft)
    return book


def discard_draft(session: Session, draft: CodebookDraft, *, revision: int, by: int | None) -> None:
    """Give it up. Raises ChangedMeanwhile."""
    _remove(session, draft, revision)
    record(session, "codebook given up", f"codebook {draft.version}", by=by)


def publish(
    session: Session,
    draft: CodebookDraft,
    *,
    revision: int,
    reason: str,
    same: Mapping[str, bool],
    on: date,
    by: int | None,
) -> CodebookVersion:
    """The draft as the next version: from now on texts are coded with it. `same`: as in `decided`.

    Raises NoReason, NothingChanged, Undecided or ChangedMeanwhile.
    """
    if not reason.strip():
        raise NoReason
    found = changes(codebook_in_force(session), read_document(draft.document))
    if not found and draft.document == to_document(replace(codebook_in_force(session), version=draft.version)):
        raise NothingChanged
    published = CodebookVersion(
        version=draft.version,
        document=draft.document,
        digest=digest_of(draft.document),
        published_on=on,
        published_by=by,
        reason=reason.strip(),
        changes=decided(found, same),
    )
    _remove(session, draft, revision)
    session.add(published)
    session.flush()
    record(session, "codebook published", f"codebook {published.version}", by=by, changes=sorted(published.changes))
    return published


def _remove(session: Session, draft: CodebookDraft, revision: int) -> None:
    gone = delete(CodebookDraft).where(CodebookDraft.id == draft.id, CodebookDraft.revision == revision)
    _insist_on_one(session.execute(gone, execution_options={"synchronize_session": False}))
    session.expunge(draft)


def _insist_on_one(result: object) -> None:
    if not (isinstance(result, CursorResult) and result.rowcount == 1):
        raise ChangedMeanwhile
