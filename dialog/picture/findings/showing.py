"""The analysis of an edition as everybody reads it: without what is internal, and with its own figures. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture
from dialog.picture.findings.causes.tree import Node, public_causes, tree
from dialog.picture.findings.resting import Resting, rests_on
from dialog.picture.findings.told import CHOSEN, NOT_CHOSEN, Finding, FocusArea


@dataclass(frozen=True)
class FindingShown:
    """A finding with what it rests on, and those of its causes that are facts."""

    finding: Finding
    evidence: tuple[Resting, ...]
    causes: tuple[Node, ...]


@dataclass(frozen=True)
class FocusShown:
    """A focus area that was chosen, with the reason, or not chosen, without."""

    area: FocusArea
    is_chosen: bool
    reason: Words
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Analysis:
    """`summary` are at most five; `others` the rest."""

    summary: tuple[FindingShown, ...]
    others: tuple[FindingShown, ...]
    focus_areas: tuple[FocusShown, ...]

    @property
    def findings(self) -> tuple[FindingShown, ...]:
        return self.summary + self.others


def public_analysis(picture: Picture) -> Analysis:
    """What of the analysis is not internal, each part in its order."""
    open_to_all = [one for one in picture.findings if not one.internal]
    shown = [_finding(picture, one) for one in open_to_all]
    return Analysis(
        summary=tuple(one for one in shown if one.finding.in_summary),
        others=tuple(one for one in shown if not one.finding.in_summary),
        focus_areas=tuple(
            _focus(one, open_to_all) for one in picture.focus_areas if one.decision in (CHOSEN, NOT_CHOSEN)
        ),
    )


def whole_analysis(picture: Picture) -> Analysis:
    """The same with all that is internal: for colleagues alone."""
    shown = [FindingShown(one, tuple(rests_on(picture, one.evidence)), tree(one.causes)) for one in picture.findings]
    return Analysis(
        summary=tuple(one for one in shown if one.finding.in_summary),
        others=tuple(one for one in shown if not one.finding.in_summary),
        focus_areas=tuple(
            FocusShown(one, one.decision == CHOSEN, one.reason, _speaking(one, picture.findings))
            for one in picture.focus_areas
        ),
    )


def _finding(picture: Picture, finding: Finding) -> FindingShown:
    return FindingShown(finding, tuple(rests_on(picture, finding.evidence)), tree(public_causes(finding.causes)))


def _focus(area: FocusArea, findings: Sequence[Finding]) -> FocusShown:
    is_chosen = area.decision == CHOSEN
    return FocusShown(area, is_chosen, area.reason if is_chosen else {}, _speaking(area, findings))


def _speaking(area: FocusArea, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in findings if one.id in area.findings)
