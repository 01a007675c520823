"""The analysis of an edition for machines, as picture.schema.json describes it: what is internal is not in it. Pure."""

from typing import Any

from dialog.picture.exports.edition import Edition
from dialog.picture.findings.causes.tree import Node
from dialog.picture.findings.resting import Resting
from dialog.picture.findings.showing import FindingShown, FocusShown, public_analysis
from dialog.picture.findings.told import CELL, NOTE, PLACE, QUOTE, SOURCE, TABLE


def findings_to_json(edition: Edition) -> dict[str, Any]:
    """`findings`, those of the summary first, and `focus_areas`."""
    analysis = public_analysis(edition.picture)
    return {
        "findings": [_finding(edition, one) for one in analysis.findings],
        "focus_areas": [_focus(edition, one) for one in analysis.focus_areas],
    }


def _finding(edition: Edition, shown: FindingShown) -> dict[str, Any]:
    one = shown.finding
    return {
        "id": one.id,
        "kind": one.kind,
        "title": edition.say(one.title),
        "statement": edition.say(one.statement),
        "strength": one.strength,
        "reason": edition.say(one.reason),
        "in_summary": one.in_summary,
        "evidence": [_evidence(edition, resting) for resting in shown.evidence],
        "causes": [_cause(edition, node) for root in shown.causes for node in root.all()],
    }


def _evidence(edition: Edition, resting: Resting) -> dict[str, Any]:
    one, kind = resting.evidence, resting.evidence.kind
    told: dict[str, Any] = {"kind": kind}
    if kind in (CELL, TABLE):
        told["table"] = one.table
    if kind == CELL and resting.cell:
        table = edition.picture.table(one.table)
        ids = [dimension.id for dimension in table.dimensions] if table else []
        told["key"] = dict(zip(ids, one.key, strict=True))
        told |= {"value": resting.cell.value, "state": resting.cell.state.value}
    if kind == PLACE:
        told["place"] = one.place
    if kind == QUOTE and resting.quote:
        told |= {"text": resting.quote.words, "language": resting.quote.language}
    if kind in (SOURCE, NOTE):
        told["text"] = edition.say(one.words)
    return told


def _cause(edition: Edition, node: Node) -> dict[str, Any]:
    cause = node.cause
    return {
        "id": cause.id,
        "parent": cause.parent,
        "text": edition.say(cause.words),
        "nature": cause.nature,
        "ground": edition.say(cause.ground),
        "about": cause.about,
    }


def _focus(edition: Edition, shown: FocusShown) -> dict[str, Any]:
    told = {
        "id": shown.area.id,
        "title": edition.say(shown.area.title),
        "chosen": shown.is_chosen,
        "reference": shown.area.reference,
        "decided_on": shown.area.decided_on or None,
        "findings": [one.id for one in shown.findings],
    }
    return told | ({"reason": edition.say(shown.reason)} if shown.is_chosen else {})
