"""Which codebook is in force, the versions before it, and the draft of the next."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.codebook.book import Codebook
from dialog.review.codebook.document import read_document
from dialog.review.codebook.models import CodebookDraft, CodebookVersion
from dialog.review.codebook.shipped import SHIPPED

KEPT = 8  # codebooks that a process keeps at hand


class NoSuchVersion(LookupError):
    """There is no such version of the codebook."""


def codebook_in_force(session: Session) -> Codebook:
    """The newest version, with all codes that there ever were; the one that Dialog comes with as long as there is none.

    Versions never change, so a process reads each once; which one is in force is asked every time.
    """
    newest = select(CodebookVersion.version, CodebookVersion.digest).order_by(CodebookVersion.version.desc()).limit(1)
    found = session.execute(newest).one_or_none()
    return _kept(session, *found) if found else SHIPPED


def codebook_of_version(session: Session, version: int) -> Codebook:
    """Raises NoSuchVersion."""
    if version == SHIPPED.version:
        return SHIPPED
    digest = session.scalar(select(CodebookVersion.digest).where(CodebookVersion.version == version))
    if digest is None:
        raise NoSuchVersion(version)
    return _kept(session, version, digest)


def versions(session: Session) -> Sequence[CodebookVersion]:
    """Those that staff published, the newest first."""
    return session.scalars(select(CodebookVersion).order_by(CodebookVersion.version.desc())).all()


def draft_of_codebook(session: Session) -> CodebookDraft | None:
    return session.scalars(select(CodebookDraft)).one_or_none()


_AT_HAND: dict[str, Codebook] = {}  # by digest


def _kept(session: Session, version: int, digest: str) -> Codebook:
    if digest not in _AT_HAND:
        document = session.scalar(select(CodebookVersion.document).where(CodebookVersion.version == version))
        while len(_AT_HAND) >= KEPT:
            _AT_HAND.pop(next(iter(_AT_HAND)), None)
        _AT_HAND[digest] = read_document(document or {})
    return _AT_HAND[digest]
