"""Writing the story's analysis of a round: each finding rests on what the draft shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from dialog.demo.analysis.parts import Analysis, Behind, Focus, Found
from dialog.languages import Words
from dialog.picture.content import Picture, from_document
from dialog.picture.documents.actions import keep_paper
from dialog.picture.documents.editing import write_block
from dialog.picture.documents.queries import paper_of
from dialog.picture.findings.actions import write_finding
from dialog.picture.findings.causes.actions import CauseWritten, add_cause
from dialog.picture.findings.focus.actions import FocusWritten, propose_focus
from dialog.picture.findings.models import Finding
from dialog.picture.findings.resting import is_shown
from dialog.picture.findings.told import FACT, HYPOTHESIS, PLACE, QUOTE, UNDECIDED, Evidence
from dialog.picture.findings.written import Written
from dialog.picture.models import Draft

MOST_QUOTES = 2  # under one finding


def analyse(session: Session, draft: Draft, analysis: Analysis, *, by: int, at: datetime) -> None:
    """The findings, causes and focus areas of a draft's round, and the texts of its document."""
    picture = from_document(draft.content)
    findings: dict[str, int] = {}
    causes: dict[str, int] = {}
    for one in analysis.findings:
        row = write_finding(
            session,
            round_id=draft.round_id,
            written=_written(one),
            evidence=list(_evidence(one, picture)),
            picture=picture,
            by=by,
            at=at,
        )
        findings[one.name] = row.id
        _explain(session, row, one.causes, None, causes, by=by, at=at)
    for area in analysis.focus:
        propose_focus(session, round_id=draft.round_id, written=_proposed(area, findings, causes, at), by=by)
    _write(session, draft, analysis.texts, by=by, at=at)


def _written(one: Found) -> Written:
    return Written(
        kind=one.kind,
        title=one.title,
        statement=one.statement,
        strength=one.strength,
        reason=one.reason,
        in_summary=one.in_summary,
        prioritised=bool(one.causes),
        internal=one.internal,
    )


def _evidence(one: Found, picture: Picture) -> Iterator[Evidence]:
    yield from (rest for rest in one.rests if is_shown(picture, rest))
    for place in picture.places or ():
        if place.names.get("sv") in one.places:
            yield Evidence(PLACE, place=place.key)
    for code, stance in one.quotes:
        chosen = [quote.text for quote in picture.quotes if (quote.code, quote.stance) == (code, stance)]
        yield from (Evidence(QUOTE, text=text) for text in chosen[:MOST_QUOTES])


def _explain(
    session: Session,
    finding: Finding,
    causes: Sequence[Behind],
    behind: int | None,
    named: dict[str, int],
    *,
    by: int,
    at: datetime,
) -> None:
    """Each cause, then those behind it; their ids are put down under their names."""
    for one in causes:
        standing = FACT if one.ground else HYPOTHESIS
        written = CauseWritten(one.words, one.nature, standing, one.ground or {}, one.about)
        row = add_cause(session, finding, behind=behind, written=written, by=by, at=at)
        named[one.name] = row.id
        _explain(session, finding, one.behind, row.id, named, by=by, at=at)


def _proposed(area: Focus, findings: Mapping[str, int], causes: Mapping[str, int], at: datetime) -> FocusWritten:
    return FocusWritten(
        title=area.title,
        decision=area.decision,
        reason={tag: text for tag, text in area.reason.items() if text},
        reference=area.reference,
        decided_on=None if area.decision == UNDECIDED else at.date(),
        findings=[findings[name] for name in area.findings],
        causes=[causes[name] for name in area.causes],
    )


def _write(session: Session, draft: Draft, texts: Mapping[str, Words], *, by: int, at: datetime) -> None:
    """The text of each of these sections, in the block for text that stands first in it."""
    paper, revision = paper_of(session, draft, from_document(draft.content))
    for section in paper.sections:
        if section.id in texts:
            paper = write_block(paper, section.blocks[0].id, texts[section.id])
    keep_paper(session, draft, paper, revision=revision, what="write", at=at, by=by)
