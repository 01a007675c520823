"""Reading the analysis of a round: its findings, what they rest on, why, and what is proposed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from dialog.picture.content import Picture, from_document
from dialog.picture.findings import told
from dialog.picture.findings.models import (
    Cause,
    Finding,
    FindingEvidence,
    FocusCause,
    FocusFinding,
    ProposedFocus,
)
from dialog.picture.models import Draft


class NoSuchFinding(LookupError):
    """There is no finding of that number."""


class NoSuchCause(LookupError):
    """There is no cause of that number."""


class NoSuchFocus(LookupError):
    """There is no focus area of that number."""


class NoDraft(LookupError):
    """Nobody has made a draft of the round yet."""


def newest_draft(session: Session, round_id: int) -> tuple[int, Picture]:
    """(id, picture) of the draft that findings of a round stand on. Raises NoDraft."""
    newest = select(Draft).where(Draft.round_id == round_id).order_by(Draft.id.desc()).limit(1)
    if (found := session.scalar(newest)) is None:
        raise NoDraft(round_id)
    return found.id, from_document(found.content)


def findings_of(session: Session, round_id: int) -> Sequence[Finding]:
    """In their order."""
    return session.scalars(
        select(Finding).where(Finding.round_id == round_id).order_by(Finding.place, Finding.id)
    ).all()


def find_finding(session: Session, finding_id: int) -> Finding:
    """Raises NoSuchFinding."""
    if (found := session.get(Finding, finding_id)) is None:
        raise NoSuchFinding(finding_id)
    return found


def evidence_of(session: Session, findings: Collection[int]) -> Mapping[int, list[FindingEvidence]]:
    """By finding, in the order in which it was added."""
    rows = select(FindingEvidence).where(FindingEvidence.finding_id.in_(findings)).order_by(FindingEvidence.id)
    found = defaultdict(list)
    for one in session.scalars(rows):
        found[one.finding_id].append(one)
    return found


def causes_of(session: Session, findings: Collection[int]) -> Mapping[int, list[Cause]]:
    """By finding, in the order in which they were added."""
    found = defaultdict(list)
    for one in session.scalars(select(Cause).where(Cause.finding_id.in_(findings)).order_by(Cause.id)):
        found[one.finding_id].append(one)
    return found


def find_cause(session: Session, cause_id: int) -> Cause:
    """Raises NoSuchCause."""
    if (found := session.get(Cause, cause_id)) is None:
        raise NoSuchCause(cause_id)
    return found


def focus_areas_of(session: Session, round_id: int) -> list[told.FocusArea]:
    """In the order in which they were proposed."""
    rows = session.scalars(
        select(ProposedFocus).where(ProposedFocus.round_id == round_id).order_by(ProposedFocus.id)
    ).all()
    ids = [one.id for one in rows]
    findings = select(FocusFinding.focus_id, FocusFinding.finding_id).where(FocusFinding.focus_id.in_(ids))
    causes = select(FocusCause.focus_id, FocusCause.cause_id).where(FocusCause.focus_id.in_(ids))
    spoken_for = _linked(session, findings.order_by(FocusFinding.finding_id))
    worked_on = _linked(session, causes.order_by(FocusCause.cause_id))
    return [told_focus(one, spoken_for[one.id], worked_on[one.id]) for one in rows]


def find_focus(session: Session, focus_id: int) -> ProposedFocus:
    """Raises NoSuchFocus."""
    if (found := session.get(ProposedFocus, focus_id)) is None:
        raise NoSuchFocus(focus_id)
    return found


def told_focus(row: ProposedFocus, findings: Collection[int], causes: Collection[int]) -> told.FocusArea:
    day = row.decided_on.isoformat() if row.decided_on else ""
    said = (row.title, row.decision, row.reason, row.reference, day)
    return told.FocusArea(row.id, *said, tuple(findings), tuple(causes))


def told_evidence(row: FindingEvidence) -> told.Evidence:
    text = str(row.text_id) if row.text_id else ""
    return told.Evidence(row.kind, row.table_id, tuple(row.key), row.place, text, row.words)


def told_cause(row: Cause) -> told.Cause:
    return told.Cause(row.id, row.parent_id, row.words, row.nature, row.standing, row.ground, row.about)


def told_finding(row: Finding, evidence: Sequence[FindingEvidence], causes: Sequence[Cause]) -> told.Finding:
    return told.Finding(
        id=row.id,
        kind=row.kind,
        title=row.title,
        statement=row.statement,
        strength=row.strength,
        reason=row.reason,
        in_summary=row.in_summary,
        internal=row.internal,
        evidence=tuple(told_evidence(one) for one in evidence),
        causes=tuple(told_cause(one) for one in causes),
    )


def told_findings(session: Session, round_id: int) -> list[told.Finding]:
    """All findings of a round as they stand, in their order."""
    rows = findings_of(session, round_id)
    ids = [one.id for one in rows]
    evidence, causes = evidence_of(session, ids), causes_of(session, ids)
    return [told_finding(one, evidence[one.id], causes[one.id]) for one in rows]


def _linked(session: Session, pairs: Select[int, int]) -> Mapping[int, list[int]]:
    """What each focus area stands on, by its id."""
    found = defaultdict(list)
    for focus_id, id in session.execute(pairs):
        found[focus_id].append(id)
    return found
