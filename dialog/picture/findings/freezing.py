"""The analysis of a round beside the figures of its picture: as it stands now, and as an edition takes it with it."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from dialog.picture.content import Picture
from dialog.picture.findings.queries import focus_areas_of, told_findings
from dialog.picture.findings.resting import is_shown
from dialog.picture.findings.told import CELL, Finding


class RestsOnWithheld(Exception):
    """Findings rest on figures that the picture does not show: their ids. Their words may tell what is withheld."""

    def __init__(self, findings: Sequence[int]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)


def with_analysis(session: Session, round_id: int, picture: Picture) -> Picture:
    """The picture with the findings and focus areas of its round. Raises RestsOnWithheld.

    Places that the picture does not tell of and quotes that are no longer cleared are left out of what findings
    rest on.
    """
    findings = told_findings(session, round_id)
    if unsafe := [one.id for one in findings if rests_on_withheld(picture, one)]:
        raise RestsOnWithheld(unsafe)
    kept = tuple(_with_what_is_there(picture, one) for one in findings)
    return replace(picture, findings=kept, focus_areas=tuple(focus_areas_of(session, round_id)))


def analysis_in_the_making(session: Session, round_id: int, picture: Picture) -> Picture:
    """The picture of a draft with the findings and focus areas of its round as they stand now.

    What rests on a figure that the draft does not show is for colleagues alone: its words may tell that figure.
    """
    told = told_findings(session, round_id)
    findings = tuple(replace(one, internal=one.internal or rests_on_withheld(picture, one)) for one in told)
    return replace(picture, findings=findings, focus_areas=tuple(focus_areas_of(session, round_id)))


def rests_on_withheld(picture: Picture, finding: Finding) -> bool:
    """Whether a figure that a finding cites is not shown by this picture."""
    return any(one.kind == CELL and not is_shown(picture, one) for one in finding.evidence)


def _with_what_is_there(picture: Picture, finding: Finding) -> Finding:
    return replace(finding, evidence=tuple(one for one in finding.evidence if is_shown(picture, one)))
