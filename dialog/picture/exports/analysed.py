"""The analysis of an edition as sheets: findings, what they rest on, causes, focus areas; nothing internal. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Column, Sheet, Value
from dialog.picture.findings.causes.tree import Node
from dialog.picture.findings.resting import Resting
from dialog.picture.findings.showing import Analysis, FindingShown, FocusShown, public_analysis
from dialog.picture.findings.told import CORNERS, DECISIONS, KINDS, NATURES, STRENGTHS
from dialog.picture.wording import words

FINDING = Column("finding", N_("Finding"))
EVIDENCE = {
    "cell": N_("A figure"),
    "table": N_("A table"),
    "place": N_("A place"),
    "quote": N_("A quote"),
    "source": N_("A source"),
    "note": N_("A note"),
}


def analysis_sheets(edition: Edition) -> Iterator[Sheet]:
    """Those that there is something for."""
    analysis = public_analysis(edition.picture)
    for sheet in (_findings(edition, analysis), _evidence(edition, analysis), _causes(edition, analysis)):
        if sheet.rows:
            yield sheet
    if analysis.focus_areas:
        yield _focus_areas(edition, analysis)


def _findings(edition: Edition, analysis: Analysis) -> Sheet:
    columns = (
        Column("id", N_("Number")),
        FINDING,
        Column("statement", N_("Statement")),
        Column("kind", N_("Kind")),
        Column("strength", N_("Evidence")),
        Column("reason", N_("Why the evidence is as strong as that")),
        Column("in_summary", N_("In the summary")),
    )
    return Sheet("findings", N_("Findings"), columns, tuple(_finding(edition, one) for one in analysis.findings))


def _finding(edition: Edition, shown: FindingShown) -> tuple[Value, ...]:
    one = shown.finding
    said = (edition.say(words(KINDS[one.kind])), edition.say(words(STRENGTHS[one.strength])), edition.say(one.reason))
    return one.id, edition.say(one.title), edition.say(one.statement), *said, int(one.in_summary)


def _evidence(edition: Edition, analysis: Analysis) -> Sheet:
    columns = (
        FINDING,
        Column("kind", N_("Kind")),
        Column("of", N_("What it is of")),
        Column("items", N_("Which part of it")),
        Column("figure", N_("Voices"), figures=True),
    )
    rows = tuple(
        (edition.say(shown.finding.title), *_rests(edition, one))
        for shown in analysis.findings
        for one in shown.evidence
    )
    return Sheet("evidence", N_("What findings rest on"), columns, rows)


def _rests(edition: Edition, one: Resting) -> tuple[Value, ...]:
    said = one.quote.words if one.quote else edition.say(one.title)
    items = " · ".join(edition.say(item) for item in one.items)
    return edition.say(words(EVIDENCE[one.evidence.kind])), said, items, one.cell


def _causes(edition: Edition, analysis: Analysis) -> Sheet:
    columns = (
        FINDING,
        Column("number", N_("Number")),
        Column("cause", N_("Cause")),
        Column("nature", N_("In the situation or social")),
        Column("about", N_("What it is about")),
        Column("ground", N_("Known from")),
    )
    rows = tuple(
        (edition.say(shown.finding.title), *_cause(edition, node))
        for shown in analysis.findings
        for root in shown.causes
        for node in root.all()
    )
    return Sheet("causes", N_("Causes that are known"), columns, rows)


def _cause(edition: Edition, node: Node) -> tuple[Value, ...]:
    one = node.cause
    sorts = (edition.say(words(NATURES[one.nature])), edition.say(words(CORNERS[one.about])))
    return node.number, edition.say(one.words), *sorts, edition.say(one.ground)


def _focus_areas(edition: Edition, analysis: Analysis) -> Sheet:
    columns = (
        Column("focus_area", N_("Focus area")),
        Column("decision", N_("Decision")),
        Column("reason", N_("Why")),
        Column("reference", N_("Where the decision is written down")),
        Column("decided_on", N_("Decided on")),
        Column("findings", N_("Findings that speak for it")),
    )
    rows = tuple(_focus(edition, one) for one in analysis.focus_areas)
    return Sheet("focus-areas", N_("Proposed focus areas"), columns, rows)


def _focus(edition: Edition, shown: FocusShown) -> tuple[Value, ...]:
    area = shown.area
    decision = edition.say(words(DECISIONS[area.decision]))
    reason = edition.say(shown.reason) if shown.reason else None
    findings = "; ".join(edition.say(one.title) for one in shown.findings)
    return edition.say(area.title), decision, reason, area.reference, area.decided_on or None, findings
