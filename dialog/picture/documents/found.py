"""The analysis of a picture as a document tells it: findings, causes and proposed focus areas, where it has any. Pure.

What is internal is told only to colleagues: findings marked so, causes that are hypotheses, focus areas that nobody
has decided on, and why one was not chosen.
"""

from collections.abc import Iterable, Iterator

from dialog.languages import N_
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.evidenced import evidence_lines
from dialog.picture.documents.marks import HEADING, Part, Run
from dialog.picture.documents.pieces import Piece, Point, Points, Prose
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.findings.causes.tree import Node
from dialog.picture.findings.showing import Analysis, FindingShown, FocusShown, public_analysis, whole_analysis
from dialog.picture.findings.told import (
    CHOSEN,
    DECISIONS,
    NATURES,
    NOT_CHOSEN,
    PROBLEM,
    STANDINGS,
    STRENGTHS,
    UNDECIDED,
)

SUMMARY = 5  # findings at most


def findings_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """The chief ones, whatever their kind; or those of one kind, of problems the others."""
    analysis = _analysis(drawn)
    if not of:
        chosen: Iterable[FindingShown] = analysis.summary[:SUMMARY]
    elif of == PROBLEM:
        left = [*analysis.summary[SUMMARY:], *analysis.others]
        chosen = [one for one in left if one.finding.kind == PROBLEM]
    else:
        chosen = [one for one in analysis.findings if one.finding.kind == of]
    yield from _pointed([_finding(drawn, one) for one in chosen])


def causes_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """Of each finding that its causes have been looked for, as they lead to each other."""
    teller = drawn.teller
    explained = [one for one in _analysis(drawn).findings if one.causes]
    points = [(one.finding.title, tuple(_cause(teller, node) for node in one.causes)) for one in explained]
    yield from _pointed([Point(teller.say(title), parts=causes) for title, causes in points])


def evidence_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """What each finding rests on, for a careful reader."""
    teller = drawn.teller
    resting = [one for one in _analysis(drawn).findings if one.evidence]
    points = [
        Point(teller.say(one.finding.title), lines=tuple(evidence_lines(teller, one.evidence))) for one in resting
    ]
    if points:
        yield Prose((Part(HEADING, ((Run(teller.tell(N_("What findings rest on"))),),)),))
    yield from _pointed(points)


def focus_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    yield from _pointed([_focus(drawn.teller, one) for one in _analysis(drawn).focus_areas])


def _analysis(drawn: Drawn) -> Analysis:
    return whole_analysis(drawn.picture) if drawn.internal else public_analysis(drawn.picture)


def _pointed(points: list[Point]) -> Iterator[Piece]:
    if points:
        yield Points(tuple(points))


def _finding(drawn: Drawn, shown: FindingShown) -> Point:
    one, teller = shown.finding, drawn.teller
    standing = teller.tell(STRENGTHS.get(one.strength, one.strength))
    why = (teller.say(one.reason),) if drawn.whole and one.reason else ()
    return Point(teller.say(one.title), standing, teller.say(one.statement), why)


def _cause(teller: Teller, node: Node) -> Point:
    cause = node.cause
    lines = [Said(teller.tell(NATURES[cause.nature]))]
    if cause.ground:
        ground = teller.say(cause.ground)
        lines.append(Said(f"{teller.tell(N_('Known from:'))} {ground.text}", ground.lang))
    standing = teller.tell(STANDINGS[cause.standing])
    return Point(
        teller.say(cause.words), standing, lines=tuple(lines), parts=tuple(_cause(teller, one) for one in node.behind)
    )


def _focus(teller: Teller, shown: FocusShown) -> Point:
    """`reason` is empty where it may not be told."""
    area = shown.area
    lines: list[Said] = []
    if area.reference and area.decision in (CHOSEN, NOT_CHOSEN):
        lines.append(Said(teller.tell(N_("Decision: %(reference)s"), reference=area.reference)))
    if shown.findings:
        titles = [teller.say(one.title) for one in shown.findings]
        spoken = "; ".join(title.text for title in titles)
        lines.append(Said(f"{teller.tell(N_('Speaks for it:'))} {spoken}", titles[0].lang))
    standing = teller.tell(DECISIONS.get(area.decision, DECISIONS[UNDECIDED]))
    return Point(teller.say(area.title), standing, teller.say(shown.reason) if shown.reason else Said(""), tuple(lines))
