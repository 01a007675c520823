"""Reading documents of drafts and editions, their files, and which editions are superseded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from dialog.picture.content import Picture, from_document
from dialog.picture.documents.blocks import Paper
from dialog.picture.documents.blocks import from_document as paper_from
from dialog.picture.documents.first import first_paper
from dialog.picture.documents.models import DraftDocument, ReleaseFile, Superseded
from dialog.picture.documents.view import Stamp
from dialog.picture.findings.freezing import analysis_in_the_making
from dialog.picture.models import Draft, Release


@dataclass(frozen=True)
class Bound:
    """A picture with its document and what else a view of it needs."""

    picture: Picture
    paper: Paper
    stamp: Stamp


@dataclass(frozen=True)
class ListedFile:
    name: str
    size: int
    checksum: str
    made_on: date


def paper_of(session: Session, draft: Draft, picture: Picture) -> tuple[Paper, int]:
    """The document of a draft, and its revision: 0 while nobody has changed it."""
    found = session.get(DraftDocument, draft.id)
    return (paper_from(found.content), found.revision) if found else (first_paper(picture), 0)


def bound_draft(session: Session, draft: Draft) -> Bound:
    """With the findings and focus areas of its round as they stand now; an edition has its own."""
    picture = from_document(draft.content)
    paper, _revision = paper_of(session, draft, picture)
    told = analysis_in_the_making(session, draft.round_id, picture)
    return Bound(told, paper, Stamp(draft.made_on, draft=draft.id))


def bound_edition(session: Session, release: Release) -> Bound:
    """An edition of before there were documents has the one that its draft would have been given."""
    picture = from_document(release.content)
    paper = paper_from(picture.document) if picture.document else first_paper(picture)
    return Bound(picture, paper, stamp_of(release, superseded(session, release.edition)))


def stamp_of(release: Release, wrong: Superseded | None) -> Stamp:
    return Stamp(
        release.released_on,
        edition=release.edition,
        checksum=release.checksum,
        superseded_on=wrong.since if wrong else None,
        superseded_by=wrong.by_edition if wrong else None,
        why=wrong.why if wrong else None,
    )


def superseded(session: Session, edition: int) -> Superseded | None:
    return session.get(Superseded, edition)


def superseded_editions(session: Session) -> dict[int, Superseded]:
    return {one.edition: one for one in session.scalars(select(Superseded))}


def files_of(session: Session, edition: int) -> Sequence[ListedFile]:
    """By name, without their content."""
    columns = (ReleaseFile.name, ReleaseFile.size, ReleaseFile.checksum, ReleaseFile.made_on)
    chosen = select(*columns).where(ReleaseFile.edition == edition).order_by(ReleaseFile.name)
    return [ListedFile(*row) for row in session.execute(chosen)]


def find_file(session: Session, edition: int, name: str) -> ReleaseFile | None:
    chosen = select(ReleaseFile).where(ReleaseFile.edition == edition, ReleaseFile.name == name)
    return session.scalar(chosen.options(undefer(ReleaseFile.content)))
