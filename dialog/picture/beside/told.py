"""What stands beside the dialogue in a picture: the register of all its sources, their figures and their words. Pure.

Frozen with drafts and editions. Sources stand side by side: no figure here is made of two of them, save that a count is
also told for every 1,000 inhabitants, which then says so.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from dialog.languages import Words
from dialog.picture.tables import ALL, Item, SafeTable

Document = dict[str, Any]

OWN_DIALOGUE, OWN_REPORTS, OWN_WORKSHOPS = "dialogue", "place-reports", "workshops"  # ids in the register
FELT_DAY, FELT_EVENING = "day", "evening"


class Known(StrEnum):
    """Why a cell of another source shows what it shows; none of these is ever a 0."""

    SHOWN = "shown"
    WITHHELD = "withheld"  # to protect people, by us or by the publisher
    TOO_LITTLE = "too little data"  # too few answers to say anything
    UNKNOWN = "unknown"  # nobody tells


@dataclass(frozen=True)
class Registered:
    """A source as the register tells of it. `period` of our own is an ISO 8601 interval, of others in their words."""

    id: str
    lane: str  # one of LANES of dialog.sources
    name: Words
    publisher: Words = field(default_factory=dict)
    method: Words = field(default_factory=dict)
    period: str = ""
    answers: int | None = None  # how many answered; of our own, voices that are shown
    response_rate: float | None = None  # per cent
    limits: Words = field(default_factory=dict)  # what it can't say
    licence: Words = field(default_factory=dict)


@dataclass(frozen=True)
class OutsideCell:
    """One figure; `lower` and `upper` are confidence limits as published, `answers` how many it rests on."""

    value: float | None
    lower: float | None = None
    upper: float | None = None
    answers: int | None = None
    state: Known = Known.SHOWN


NOBODY_TELLS = OutsideCell(None, state=Known.UNKNOWN)


@dataclass(frozen=True)
class OutsideTable:
    """Figures of one source by area item (the whole is `all`) and period, in one unit; the oldest period first."""

    id: str  # the same in every edition
    source: str  # its id in the register
    lane: str
    title: Words
    code: str | None  # the problem of the codebook that it is about: the higher, the worse
    unit: str  # one of UNITS of dialog.sources
    measure: str  # in the publisher's words
    periods: tuple[str, ...]
    cells: Mapping[tuple[str, str], OutsideCell] = field(repr=False)  # what is not here is not known
    category: str = ""  # in the publisher's words
    time: str = ""  # of the day: day, evening or night; "" for all
    made_from: str = ""  # the id of the table of counts that this was computed from, with inhabitants of the same year

    def at(self, area: str, period: str) -> OutsideCell:
        return self.cells.get((area, period), NOBODY_TELLS)

    @property
    def latest(self) -> str:
        """The last period of which anything is shown; "" for none."""
        shown = {period for (_, period), cell in self.cells.items() if cell.state is Known.SHOWN}
        return next((period for period in reversed(self.periods) if period in shown), "")


@dataclass(frozen=True)
class OutsideText:
    """What a source says in words, as it was kept."""

    source: str
    period: str
    heading: str
    words: str


@dataclass(frozen=True)
class Beside:
    """Everything that stands beside the dialogue. `felt`: the picture's table on each of FELT_DAY and FELT_EVENING."""

    register: tuple[Registered, ...]
    tables: tuple[OutsideTable, ...] = ()
    texts: tuple[OutsideText, ...] = ()
    own: tuple[SafeTable, ...] = ()  # of other lanes of our own: the staff dialogue
    areas: tuple[Item, ...] = ()  # those of the cells, the whole first
    felt: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Words] = field(default_factory=dict)  # what the problems are called that tables are about
    latest: int = 0  # the newest edition of any round when it was made; 0: there was none

    def source(self, id: str) -> Registered | None:
        return next((one for one in self.register if one.id == id), None)

    def table(self, id: str) -> OutsideTable | None:
        return next((one for one in self.tables if one.id == id), None)

    @property
    def parts(self) -> tuple[Item, ...]:
        """The areas without the whole."""
        return tuple(one for one in self.areas if one.id != ALL)


def beside_document(beside: Beside, table_document: Any) -> Document:
    """As JSON can hold it; `table_document` writes a safe table."""
    return {
        "register": [asdict(one) for one in beside.register],
        "tables": [outside_document(one) for one in beside.tables],
        "texts": [asdict(one) for one in beside.texts],
        "own": [table_document(one) for one in beside.own],
        "areas": [asdict(one) for one in beside.areas],
        "felt": dict(beside.felt),
        "codes": {code: dict(words) for code, words in beside.codes.items()},
        "latest": beside.latest,
    }


def beside_from(document: Mapping[str, Any], table_of: Any) -> Beside:
    """`table_of` reads a safe table."""
    return Beside(
        register=tuple(Registered(**one) for one in document["register"]),
        tables=tuple(outside_from(one) for one in document["tables"]),
        texts=tuple(OutsideText(**one) for one in document["texts"]),
        own=tuple(table_of(one) for one in document["own"]),
        areas=tuple(Item(**one) for one in document["areas"]),
        felt=document["felt"],
        codes=document["codes"],
        latest=document["latest"],
    )


def outside_document(table: OutsideTable) -> Document:
    cells = [
        [*key, cell.value, cell.lower, cell.upper, cell.answers, cell.state.value] for key, cell in table.cells.items()
    ]
    return {**vars(table), "periods": list(table.periods), "cells": cells}


def outside_from(document: Mapping[str, Any]) -> OutsideTable:
    cells = {
        (area, period): OutsideCell(value, lower, upper, answers, Known(state))
        for area, period, value, lower, upper, answers, state in document["cells"]
    }
    return OutsideTable(**{**document, "periods": tuple(document["periods"]), "cells": cells})
