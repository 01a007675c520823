"""What the analysis pages have in common: the round, its newest draft, and how a finding stands against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.languages import LANGUAGES, MAIN
from dialog.picture.content import Picture
from dialog.picture.findings.models import Finding, FindingEvidence
from dialog.picture.findings.numbers import unbacked
from dialog.picture.findings.queries import (
    NoDraft,
    NoSuchFinding,
    evidence_of,
    find_finding,
    newest_draft,
    told_evidence,
)
from dialog.picture.findings.resting import Resting, resting
from dialog.picture.findings.told import CELL
from dialog.picture.tables import State
from dialog.review.sentences import language_name
from dialog.survey.models import Round
from dialog.survey.queries import find_resident_round
from dialog.web.requests import db_session

Problems = list[tuple[str, str]]


@dataclass(frozen=True)
class EvidenceLine:
    """A piece of evidence in the newest draft; `resting` is None where the draft has no such thing any more.

    `was` is the figure when somebody last looked, where it is another one now.
    """

    row: FindingEvidence
    resting: Resting | None
    was: int | None
    is_withheld: bool


@dataclass(frozen=True)
class FindingLine:
    """A finding against the newest draft; `unbacked` are figures in its words that nothing it rests on shows."""

    finding: Finding
    evidence: Sequence[EvidenceLine]
    unbacked: Sequence[int]

    @property
    def changed(self) -> list[EvidenceLine]:
        return [one for one in self.evidence if one.was is not None]

    @property
    def is_unsafe(self) -> bool:
        """Whether no edition can be released with it as it is."""
        return any(one.is_withheld for one in self.evidence)


def the_round(round_id: int) -> Round:
    return find_resident_round(db_session(), round_id) or abort(404)


def the_finding(finding_id: int) -> Finding:
    try:
        return find_finding(db_session(), finding_id)
    except NoSuchFinding:
        abort(404)


def the_draft(round_id: int) -> tuple[int, Picture]:
    """The newest one of the round; without any there is nothing that a finding could rest on."""
    try:
        return newest_draft(db_session(), round_id)
    except NoDraft:
        abort(404)


def lines(session: Session, findings: Sequence[Finding], picture: Picture) -> list[FindingLine]:
    evidence = evidence_of(session, [one.id for one in findings])
    return [line(one, evidence[one.id], picture) for one in findings]


def line(finding: Finding, rows: Sequence[FindingEvidence], picture: Picture) -> FindingLine:
    told = [_evidence_line(row, picture) for row in rows]
    shown = [one.resting.cell.value for one in told if one.resting and one.resting.cell]
    said = [finding.title, finding.statement]
    noted = [row.words for row in rows]  # a note may say what an earlier edition showed
    return FindingLine(finding, told, [one for one in unbacked(said, _known(shown)) if one not in unbacked(noted, ())])


def names_of(session: Session, findings: Sequence[Finding]) -> Mapping[int, str]:
    """Who wrote and changed them, by id."""
    ids = {id for one in findings for id in (one.written_by, one.changed_by) if id}
    return {staff.id: staff.name for staff in session.query(Staff).where(Staff.id.in_(ids))} if ids else {}


def written_in() -> dict[str, Any]:
    """The languages of the fields: the main one, and all others."""
    others = [one for tag, one in LANGUAGES.items() if tag != MAIN]
    return {"main": LANGUAGES[MAIN], "others": others, "language_name": language_name}


def too_long() -> str:
    return _("This is too long. Shorten it.")


def _known(shown: Sequence[int | None]) -> list[int]:
    return [value for value in shown if value is not None]


def _evidence_line(row: FindingEvidence, picture: Picture) -> EvidenceLine:
    evidence = told_evidence(row)
    found = resting(picture, evidence)
    if evidence.kind != CELL:
        return EvidenceLine(row, found, None, False)
    cell = found.cell if found else None
    is_shown = cell is not None and cell.state is State.SHOWN
    differs = row.value is not None and (cell is None or cell.value != row.value)
    return EvidenceLine(row, found, row.value if differs else None, not is_shown)
