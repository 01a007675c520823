"""How strong the evidence of a proposal is, and why. A proposal of its own: people set the strength. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialog.languages import N_, Words
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.phrases import listed, number, sentences
from dialog.picture.findings.proposing.proposal import Setting
from dialog.picture.findings.told import CELL, MODERATE, PLACE, QUOTE, STRONG, TABLE, WEAK, Evidence
from dialog.picture.ids import CODED, REPORTS, VOICES
from dialog.picture.presentation import area_columns
from dialog.picture.tables import SafeTable, State
from dialog.picture.wording import filled, words

# Design decisions: an open dialogue gives no margin of error, so these are steps of caution, not of significance.
MANY, SOME = 100, 30  # voices
MOST_HIDDEN = 0.5  # of the figures beside: the share from which on the evidence is no more than moderate
MOST_UNKNOWN = 0.5  # of the areas: the same

WAYS = {  # in which residents said something, by universe
    VOICES: N_("answers to questions"),
    REPORTS: N_("reports of places"),
    CODED: N_("texts that have been read"),
}


@dataclass(frozen=True)
class Weight:
    strength: str
    reason: Words


def weigh(setting: Setting, voices: int, evidence: Iterable[Evidence], *, also: Sequence[Words] = ()) -> Weight:
    """By how many voices, in how many ways, beside how many hidden figures, from how many areas.

    `also`: other sources that say the same. An open round is never strong: its figures may change.
    """
    rests = list(evidence)
    ways = [*(words(one) for one in _ways(setting.picture, rests)), *also]
    hidden, figures = _hidden(setting.picture, rests)
    known, areas = _known(setting.picture)
    firm = hidden < MOST_HIDDEN * figures and areas - known < MOST_UNKNOWN * areas and not setting.is_open
    strength = STRONG if voices >= MANY and len(ways) > 1 and firm else MODERATE if voices >= SOME else WEAK
    reasons = [
        filled(N_("Number of voices: %(number)s."), number=number(voices)),
        filled(N_("Said in: %(ways)s."), ways=listed(ways)) if ways else None,
        filled(
            N_("Figures beside it that are not shown: %(hidden)s of %(all)s."),
            hidden=number(hidden),
            all=number(figures),
        )
        if hidden
        else None,
        filled(N_("Areas with enough data: %(known)s of %(all)s."), known=number(known), all=number(areas))
        if areas
        else None,
        words(N_("The round is still open, so the figures may change.")) if setting.is_open else None,
    ]
    return Weight(strength, sentences(*(one for one in reasons if one)))


def _ways(picture: Picture, evidence: Sequence[Evidence]) -> list[str]:
    """The universes that the evidence is from, as people call them."""
    tables = [table for one in evidence if one.kind in (CELL, TABLE) and (table := picture.table(one.table))]
    found = {table.heading.universe.partition(":")[0] for table in tables}
    found |= {REPORTS for one in evidence if one.kind == PLACE} | {CODED for one in evidence if one.kind == QUOTE}
    return [name for universe, name in WAYS.items() if universe in found]


def _hidden(picture: Picture, evidence: Sequence[Evidence]) -> tuple[int, int]:
    """How many figures of the same tables and areas, or other first items, are withheld, and how many there are."""
    rows = {(one.table, one.key[0]) for one in evidence if one.kind == CELL}
    beside = [cell for id, item in sorted(rows) if (table := picture.table(id)) for cell in _row(table, item)]
    return sum(state is State.WITHHELD for state in beside), len(beside)


def _row(table: SafeTable, item: str) -> list[State]:
    """One with the same first item; of a table of one dimension the whole."""
    alone = len(table.dimensions) == 1
    return [cell.state for key, cell in table.cells.items() if alone or key[0] == item]


def _known(picture: Picture) -> tuple[int, int]:
    columns = area_columns(picture)
    return sum(not column.is_few for column in columns), len(columns)
