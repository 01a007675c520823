"""What a finding rests on, as a picture shows it: figures, places and quotes of that very picture. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture, Quote
from dialog.picture.findings.told import CELL, PLACE, QUOTE, TABLE, Evidence
from dialog.picture.tables import ALL, Cell, SafeTable, State

UNKNOWN = Cell(None, State.NO_DATA)


@dataclass(frozen=True)
class Resting:
    """One piece of evidence: what it is of, with the items of a cell, its figure or its quote."""

    evidence: Evidence
    title: Words
    items: tuple[Words, ...] = ()
    cell: Cell | None = None
    quote: Quote | None = None


def rests_on(picture: Picture, evidence: Iterable[Evidence]) -> list[Resting]:
    """What the picture has of it; what it does not have is left out."""
    return [found for one in evidence if (found := resting(picture, one))]


def resting(picture: Picture, evidence: Evidence) -> Resting | None:
    """None where the picture has no such thing."""
    if evidence.kind in (CELL, TABLE):
        table = picture.table(evidence.table)
        return _of_table(table, evidence) if table else None
    if evidence.kind == PLACE:
        place = next((one for one in picture.places or () if one.key == evidence.place), None)
        return Resting(evidence, place.names, cell=figure(picture, "places", (place.item,))) if place else None
    if evidence.kind == QUOTE:
        quote = next((one for one in picture.quotes if one.text == evidence.text), None)
        return Resting(evidence, {}, quote=quote) if quote else None
    return Resting(evidence, evidence.words)


def figure(picture: Picture, table: str, key: tuple[str, ...]) -> Cell:
    """What a table shows there; no data where there is no such cell."""
    found = picture.table(table)
    return found.cells.get(key, UNKNOWN) if found else UNKNOWN


def is_shown(picture: Picture, evidence: Evidence) -> bool:
    """Whether a finding may rest on it: of a cell its figure is shown, anything else the picture has."""
    if evidence.kind == CELL:
        return figure(picture, evidence.table, evidence.key).state is State.SHOWN
    return resting(picture, evidence) is not None


def labels(table: SafeTable, key: Sequence[str]) -> tuple[Words, ...]:
    """What the items of a cell are called, everybody left out."""
    named = [{item.id: item.label for item in dimension.items} for dimension in table.dimensions]
    return tuple(names[item] for names, item in zip(named, key, strict=False) if item != ALL and item in names)


def _of_table(table: SafeTable, evidence: Evidence) -> Resting | None:
    if evidence.kind == TABLE:
        return Resting(evidence, table.heading.title)
    if evidence.key not in table.cells:
        return None
    return Resting(evidence, table.heading.title, labels(table, evidence.key), table.cells[evidence.key])
