"""The analysis of a picture as a document tells it: findings, causes and proposed focus areas, where it has any. Pure.

What is internal is told only to colleagues: findings marked so, causes that are hypotheses, focus areas that nobody
has decided on, and why one was not chosen.
"""

from collections.abc import Iterator
from typing import Any

from dialog.languages import N_, Words
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.marks import LIST, Part, Run
from dialog.picture.documents.pieces import Piece, Prose
from dialog.picture.documents.teller import Teller

STRENGTHS = {
    "strong": N_("Strong evidence"),
    "moderate": N_("Moderate evidence"),
    "weak": N_("Weak evidence"),
    "too little": N_("Too little data"),
}
STANDINGS = {"hypothesis": N_("Hypothesis"), "fact": N_("Fact")}
DECISIONS = {"undecided": N_("Not decided yet"), "chosen": N_("Chosen"), "not chosen": N_("Not chosen")}
SUMMARY = 5  # findings at most

Line = tuple[Words, str, Words]  # what it is called, how it stands, and what is said of it


def findings_shown(drawn: Drawn, of: str) -> Iterator[Piece]:
    """Those of one kind; or the chief ones, whatever their kind."""
    found = [one for one in _all(drawn, "findings") if drawn.internal or not one.internal]
    chosen = [one for one in found if one.kind == of] if of else [one for one in found if one.in_summary][:SUMMARY]
    lines: list[Line] = [(one.title, STRENGTHS.get(one.strength, one.strength), one.statement) for one in chosen]
    yield from _listed(drawn.teller, lines)


def causes_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    """Of each finding that its causes have been looked for."""
    lines: list[Line] = []
    for one in _all(drawn, "findings"):
        if drawn.internal or not one.internal:
            causes = [cause for cause in one.causes if drawn.internal or cause.standing == "fact"]
            lines += [(one.title, STANDINGS.get(cause.standing, cause.standing), cause.words) for cause in causes]
    yield from _listed(drawn.teller, lines)


def focus_shown(drawn: Drawn, _of: str) -> Iterator[Piece]:
    lines: list[Line] = []
    for one in _all(drawn, "focus_areas"):
        if drawn.internal or one.decision != "undecided":
            told = drawn.internal or one.decision == "chosen"
            lines.append((one.title, DECISIONS.get(one.decision, one.decision), one.reason if told else {}))
    yield from _listed(drawn.teller, lines)


def _all(drawn: Drawn, name: str) -> tuple[Any, ...]:
    """Pictures of before there was an analysis have none."""
    return tuple(getattr(drawn.picture, name, ()) or ())


def _listed(teller: Teller, lines: list[Line]) -> Iterator[Piece]:
    """Each a point of a list, in the language in which the first is written."""
    said = [(teller.say(name), teller.tell(standing), teller.say(words)) for name, standing, words in lines]
    points = tuple(
        (Run(name.text, strong=True), Run(f" ({standing}). {words.text}".rstrip())) for name, standing, words in said
    )
    if points:
        yield Prose((Part(LIST, points),), next((name.lang for name, _standing, _words in said if name.lang), None))
