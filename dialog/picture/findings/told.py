"""What a picture tells of its analysis: findings with what they rest on, causes, proposed focus areas. Pure.

Frozen with an edition. What is `internal` stays in the house: hypotheses, findings that are kept there, and why a
focus area was not chosen.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from dialog.languages import N_, Words

Document = dict[str, Any]

PROBLEM, STRENGTH, GAP, DISAGREEMENT = "problem", "strength", "gap", "disagreement"
KINDS: Mapping[str, str] = {
    PROBLEM: N_("Problem"),
    STRENGTH: N_("Strength"),
    GAP: N_("Gap in what we know"),
    DISAGREEMENT: N_("Sources that differ"),
}
STRONG, MODERATE, WEAK, TOO_LITTLE = "strong", "moderate", "weak", "too little"
STRENGTHS: Mapping[str, str] = {  # of the evidence
    STRONG: N_("Strong evidence"),
    MODERATE: N_("Moderate evidence"),
    WEAK: N_("Weak evidence"),
    TOO_LITTLE: N_("Too little data"),
}
CELL, TABLE, PLACE, QUOTE, SOURCE, NOTE = "cell", "table", "place", "quote", "source", "note"

SITUATIONAL, SOCIAL = "situational", "social"
NATURES: Mapping[str, str] = {SITUATIONAL: N_("In the situation"), SOCIAL: N_("Social")}
HYPOTHESIS, FACT = "hypothesis", "fact"
STANDINGS: Mapping[str, str] = {HYPOTHESIS: N_("Hypothesis"), FACT: N_("Fact")}
AFFECTED, OFFENDER, SPOT = "affected", "offender", "spot"
CORNERS: Mapping[str, str] = {  # of the triangle that an analysis of causes looks at
    AFFECTED: N_("Who or what is exposed"),
    OFFENDER: N_("Who does it"),
    SPOT: N_("The place"),
}

UNDECIDED, CHOSEN, NOT_CHOSEN = "undecided", "chosen", "not chosen"
DECISIONS: Mapping[str, str] = {
    UNDECIDED: N_("Not decided yet"),
    CHOSEN: N_("Chosen"),
    NOT_CHOSEN: N_("Not chosen"),
}


@dataclass(frozen=True)
class Evidence:
    """One thing that a finding rests on; its figure is the one that the picture's own tables show."""

    kind: str
    table: str = ""  # id of a table: of a cell too
    key: tuple[str, ...] = ()  # of a cell
    place: str = ""  # key of a place
    text: str = ""  # id of a quoted text: never leaves the house
    words: Words = field(default_factory=dict)  # a source, or a note


@dataclass(frozen=True)
class Cause:
    """A node of a cause tree; `parent` is the cause that it leads to, None for one that leads to the problem itself."""

    id: int
    parent: int | None
    words: Words
    nature: str
    standing: str
    ground: Words  # what makes it a fact
    about: str  # a corner of the triangle

    @property
    def internal(self) -> bool:
        return self.standing == HYPOTHESIS


@dataclass(frozen=True)
class Finding:
    """One statement with what it rests on, and how firmly."""

    id: int
    kind: str
    title: Words
    statement: Words
    strength: str
    reason: Words
    in_summary: bool
    internal: bool
    evidence: tuple[Evidence, ...] = ()
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True)
class FocusArea:
    """What is proposed to work with, or was considered; `findings` and `causes` are the ids of what speaks for it."""

    id: int
    title: Words
    decision: str
    reason: Words
    reference: str  # where the decision is written down
    decided_on: str  # ISO 8601 day; "" where none is told
    findings: tuple[int, ...] = ()
    causes: tuple[int, ...] = ()

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.decided_on) if self.decided_on else None


def finding_document(finding: Finding) -> Document:
    """As JSON can hold it. What is internal is marked, so that whoever reads the document knows."""
    return {
        **asdict(finding),
        "evidence": [{**asdict(one), "key": list(one.key)} for one in finding.evidence],
        "causes": [{**asdict(one), "internal": one.internal} for one in finding.causes],
    }


def finding_of(document: Document) -> Finding:
    evidence = tuple(Evidence(**{**one, "key": tuple(one["key"])}) for one in document["evidence"])
    causes = tuple(
        Cause(**{name: value for name, value in one.items() if name != "internal"}) for one in document["causes"]
    )
    return Finding(**{**document, "evidence": evidence, "causes": causes})


def focus_document(area: FocusArea) -> Document:
    """The same; a reason for not choosing it is internal, and so is all of one that nobody has decided on."""
    internal = {CHOSEN: [], NOT_CHOSEN: ["reason"], UNDECIDED: ["all"]}[area.decision]
    return {**asdict(area), "findings": list(area.findings), "causes": list(area.causes), "internal": internal}


def focus_of(document: Document) -> FocusArea:
    told = {name: value for name, value in document.items() if name != "internal"}
    return FocusArea(**{**told, "findings": tuple(told["findings"]), "causes": tuple(told["causes"])})
