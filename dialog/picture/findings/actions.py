"""Writing findings. Every change stands in the log, and what a finding rests on is always a figure that is shown."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.languages import MAIN
from dialog.picture.content import Picture
from dialog.picture.findings.models import Finding, FindingEvidence
from dialog.picture.findings.queries import findings_of, told_evidence
from dialog.picture.findings.resting import figure, is_shown
from dialog.picture.findings.told import CELL, KINDS, STRENGTHS, Evidence
from dialog.picture.findings.written import Written

MOST_IN_SUMMARY = 5  # domain.md 5: a summary of at most five findings


class NoWords(ValueError):
    """Something that must be written in Swedish is not: the name of the field."""


class UnknownChoice(ValueError):
    """No such kind of finding or strength of evidence."""


class SummaryFull(ValueError):
    """The summary has as many findings as it may have."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the finding since it was read."""


class NotShown(ValueError):
    """The newest draft does not show what the finding is to rest on."""


def write_finding(
    session: Session,
    *,
    round_id: int,
    written: Written,
    evidence: Sequence[Evidence],
    picture: Picture,
    by: int | None,
    at: datetime,
    proposal: str = "",
) -> Finding:
    """A new finding, the last of its round. Raises NoWords, UnknownChoice, SummaryFull or NotShown."""
    _check(session, written, round_id, but=None)
    last = session.scalar(select(func.max(Finding.place)).where(Finding.round_id == round_id)) or 0
    finding = Finding(
        round_id=round_id,
        place=last + 1,
        proposal=proposal,
        written_by=by,
        written_at=at,
        changed_by=by,
        changed_at=at,
        revision=0,
        **vars(written),
    )
    session.add(finding)
    session.flush()
    cite(session, finding, evidence, picture=picture, by=by, at=at)
    _log(session, "finding written", finding, by=by, kind=written.kind, proposal=proposal)
    return finding


def change_finding(
    session: Session, finding: Finding, *, written: Written, revision: int, by: int | None, at: datetime
) -> None:
    """Raises NoWords, UnknownChoice, SummaryFull or ChangedMeanwhile."""
    if finding.revision != revision:
        raise ChangedMeanwhile(finding.id)
    _check(session, written, finding.round_id, but=finding.id)
    changed = [name for name, value in vars(written).items() if getattr(finding, name) != value]
    if not changed:
        return
    _mark_changed(session, finding, by=by, at=at)
    for name in changed:
        setattr(finding, name, getattr(written, name))
    session.flush()
    _log(session, "finding changed", finding, by=by, fields=changed)


def remove_finding(session: Session, finding: Finding, *, by: int | None) -> None:
    """With what it rests on, its causes, and its part in focus areas."""
    _log(session, "finding removed", finding, by=by, title=finding.title[MAIN])
    session.delete(finding)
    session.flush()


def move_finding(session: Session, finding: Finding, *, up: bool, by: int | None) -> None:
    """One place towards the first, or the last; nothing where it stands there already."""
    ordered = list(findings_of(session, finding.round_id))
    place = ordered.index(finding)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(ordered):
        return
    ordered[place], ordered[other] = ordered[other], ordered[place]
    for number, one in enumerate(ordered, start=1):
        one.place = number
    session.flush()
    _log(session, "finding moved", finding, by=by, place=finding.place)


def cite(
    session: Session, finding: Finding, evidence: Iterable[Evidence], *, picture: Picture, by: int | None, at: datetime
) -> None:
    """Let a finding rest on this too; what it rests on already is not added again. Raises NotShown."""
    there = session.scalars(select(FindingEvidence).where(FindingEvidence.finding_id == finding.id)).all()
    known = [told_evidence(one) for one in there]
    for one in evidence:
        if not is_shown(picture, one):
            raise NotShown(one)
        if one not in known:
            known.append(one)
            session.add(_row(finding, one, picture))
    _mark_changed(session, finding, by=by, at=at)
    session.flush()
    _log(session, "evidence cited", finding, by=by, number=len(known))


def uncite(session: Session, finding: Finding, row: FindingEvidence, *, by: int | None, at: datetime) -> None:
    session.delete(row)
    _mark_changed(session, finding, by=by, at=at)
    session.flush()
    _log(session, "evidence taken away", finding, by=by, kind=row.kind, table=row.table_id)


def look_again(session: Session, finding: Finding, *, picture: Picture, by: int | None, at: datetime) -> None:
    """Somebody has seen what the newest draft makes of the figures: those are the ones to compare with from now on."""
    for row in session.scalars(select(FindingEvidence).where(FindingEvidence.finding_id == finding.id)):
        row.value = _value(picture, told_evidence(row))
    _mark_changed(session, finding, by=by, at=at)
    session.flush()
    _log(session, "figures looked at again", finding, by=by)


def _row(finding: Finding, one: Evidence, picture: Picture) -> FindingEvidence:
    return FindingEvidence(
        finding_id=finding.id,
        kind=one.kind,
        table_id=one.table,
        key=list(one.key),
        place=one.place,
        text_id=UUID(one.text) if one.text else None,
        words=dict(one.words),
        value=_value(picture, one),
    )


def _value(picture: Picture, one: Evidence) -> int | None:
    return figure(picture, one.table, one.key).value if one.kind == CELL else None


def _check(session: Session, written: Written, round_id: int, *, but: int | None) -> None:
    for name in ("title", "statement", "reason"):
        if not getattr(written, name).get(MAIN):
            raise NoWords(name)
    if written.kind not in KINDS or written.strength not in STRENGTHS:
        raise UnknownChoice(written.kind, written.strength)
    others = select(func.count()).where(Finding.round_id == round_id, Finding.in_summary, Finding.id != (but or 0))
    if written.in_summary and (session.scalar(others) or 0) >= MOST_IN_SUMMARY:
        raise SummaryFull(round_id)


def _mark_changed(session: Session, finding: Finding, *, by: int | None, at: datetime) -> None:
    """Raises ChangedMeanwhile: only one of two who change it at the same moment finds the revision that they read."""
    same = (Finding.id == finding.id, Finding.revision == finding.revision)
    found = session.execute(update(Finding).where(*same).values(revision=finding.revision + 1).returning(Finding.id))
    if found.scalar() is None:
        raise ChangedMeanwhile(finding.id)
    session.refresh(finding, ["revision"])
    finding.changed_by, finding.changed_at = by, at


def _log(session: Session, action: str, finding: Finding, *, by: int | None, **details: object) -> None:
    record(session, action, f"finding {finding.id}", by=by, round=finding.round_id, **details)
