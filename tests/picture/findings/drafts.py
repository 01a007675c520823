"""Drafts for the tests of findings: pictures made by hand, and rounds whose voices say something. None commits."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from dialog.languages import Words
from dialog.picture.content import Picture, Quote
from dialog.picture.findings.actions import write_finding
from dialog.picture.findings.models import Finding
from dialog.picture.findings.queries import newest_draft
from dialog.picture.findings.told import CELL, MODERATE, PROBLEM, Evidence
from dialog.picture.findings.written import Written
from dialog.picture.tables import ALL, Cell, Dimension, Heading, Item, Key, SafeTable, State
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.speaking import NOW, draft, respond, write

AREAS, CODES = ("north", "south", "west"), ("T1", "T2", "T9")
MEASURES = {"safety_day": "Q1.a", "safety_evening": "Q1.b"}
TRAFFIC, FINE = {"Q2.T1": "very_big", "Q1.b": "very_unsafe"}, {"Q2.T1": "small", "Q1.b": "very_safe"}
NORTH_TRAFFIC = Evidence(CELL, table="problems", key=("north", "T1"))


def items(*ids: str) -> tuple[Item, ...]:
    return (Item(ALL, said("All"), None), *(Item(id, said(id)) for id in ids))


def said(text: str) -> Words:
    return {"en": text, "sv": text}


def table(id: str, dimensions: tuple[Dimension, ...], cells: Mapping[Key, Cell], universe: str = "voices") -> SafeTable:
    heading = Heading(
        id, said(id), "dialogue", f"{universe}:trygg", "2026-10-01/2026-12-31", said("all"), said("voices")
    )
    return SafeTable(heading, dimensions, cells)


def dimension(id: str, *ids: str, background: bool = False) -> Dimension:
    return Dimension(id, said(id), items(*ids), background=background)


SHAPES: Mapping[str, tuple[Dimension, ...]] = {
    "area": (dimension("area", *AREAS),),
    "language": (dimension("language", "sv", "ar", background=True),),
    "channel": (dimension("channel", "web", "paper", background=True),),
    "problems": (dimension("area", *AREAS), dimension("code", *CODES, "none of them")),
    "rated": (dimension("area", *AREAS), dimension("rated", "rated", "no answer")),
    "Q1.a-by-area": (dimension("area", *AREAS), dimension("question:Q1.a", "group:safe", "group:unsafe")),
    "Q1.b-by-area": (dimension("area", *AREAS), dimension("question:Q1.b", "group:safe", "group:unsafe")),
    "Q2.T1": (dimension("code", "T1", "T1:rated"),),
    "themes": (dimension("code", *CODES), dimension("stance", "problem", "strength", "proposal")),
    "strengths": (dimension("strength", "lighting", "people"),),
}


def keys(id: str) -> list[Key]:
    """Every combination of items of a shape."""
    found: list[Key] = [()]
    for one in SHAPES[id]:
        found = [(*key, item.id) for key in found for item in one.items]
    return found


def picture(tables: Mapping[str, Mapping[Key, Cell]], quotes: tuple[Quote, ...] = ()) -> Picture:
    """Of the tables named; a cell that is not given is withheld."""
    hidden = Cell(None, State.WITHHELD)
    made = [
        table(id, SHAPES[id], {key: cells.get(key, hidden) for key in keys(id)}, _universe(id))
        for id, cells in tables.items()
    ]
    words = said("Trygg")
    return Picture(
        "trygg", words, words, "2026-10-01/2026-12-31", words, 5, 10, "trygghet 1", 1, (), tuple(made), quotes, (), ()
    )


def shown(values: Mapping[Key, int]) -> dict[Key, Cell]:
    return {key: Cell(value, State.SHOWN) for key, value in values.items()}


def a_round(session: Session, **changes: Any) -> Round:
    """Where traffic is a problem in the north, and somebody has written of lamps; with a draft."""
    round = make_round(session, **changes)
    write(session, round, "Lampan är trasig", 40, cleared=True, answers=TRAFFIC)
    respond(session, round, 40, area="south", answers=FINE)
    respond(session, round, 12, area="west", answers={"Q6": "never"})
    draft(session, round)
    return round


def written(**changes: Any) -> Written:
    words = {"title": said("Trafiken i Norrby"), "statement": said("Den är stor."), "reason": said("Många röster.")}
    return Written(**{"kind": PROBLEM, "strength": MODERATE, **words, **changes})


def a_finding(session: Session, round: Round, *evidence: Evidence, **changes: Any) -> Finding:
    """By nobody in particular, resting on traffic in the north unless told otherwise."""
    return write_finding(
        session,
        round_id=round.id,
        written=written(**changes),
        evidence=evidence or (NORTH_TRAFFIC,),
        picture=newest_draft(session, round.id)[1],
        by=None,
        at=NOW,
    )


def _universe(id: str) -> str:
    return {"themes": "coded", "strengths": "reports"}.get(id, "voices")
