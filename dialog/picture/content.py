"""A picture as it is kept with drafts and editions: one JSON document of safe tables, quotes and outlines. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from json import dumps
from typing import Any

from dialog.languages import Words
from dialog.picture.beside.told import Beside, beside_document, beside_from
from dialog.picture.findings.told import Finding, FocusArea, finding_document, finding_of, focus_document, focus_of
from dialog.picture.ids import place_item
from dialog.picture.statistics.kept import Figures, figures_document, figures_from
from dialog.picture.tables import Cell, Dimension, Heading, Item, SafeTable, State

Document = dict[str, Any]
PARTS = ("tables", "quotes", "outlines", "places", "findings", "focus_areas", "figures", "beside", "staff_quotes")


@dataclass(frozen=True)
class Quote:
    """Reviewed words of a voice, without what is hidden in them, under the theme they were coded with."""

    text: str  # the text's id: never leaves the house
    words: str
    language: str
    code: str
    stance: str
    area: str | None  # only where the figure of the theme in the area is shown


@dataclass(frozen=True)
class Place:
    """Where reports gather, besides its figures: these are those of its item in the tables of places."""

    key: str  # the same in every edition
    names: Words
    area: str  # the item that it is part of
    lat: float  # coarsened, WGS84
    lon: float
    metres: int  # how far around that point it reaches
    me_too: int  # how many said so too when the edition was released, in steps of five
    first_edition: int | None  # None: the one that this draft becomes
    before: tuple[int, int] | None  # the latest edition that showed it before this one, and its voices there
    reports: tuple[str, ...] = ()  # ids, in drafts alone: they never leave the house

    @property
    def item(self) -> str:
        return place_item(self.key)


@dataclass(frozen=True)
class Outline:
    """An area as it was drawn then; the geometry is GeoJSON, WGS84."""

    area: str
    name: Words
    geometry: Mapping[str, Any] | None


@dataclass(frozen=True)
class Picture:
    """Everything a draft or an edition says. `follows` are the earlier editions that it was protected against."""

    round: str
    title: Words
    purpose: Words
    period: str  # ISO 8601 interval
    method: Words
    minimum: int
    group_minimum: int
    questionnaire: str
    codebook: int
    follows: tuple[int, ...]
    tables: tuple[SafeTable, ...]
    quotes: tuple[Quote, ...]
    outlines: tuple[Outline, ...]
    places: tuple[Place, ...] | None = ()  # those whose figure is shown; None: of before places were looked for
    findings: tuple[Finding, ...] = ()  # of an edition; those of a draft are still in the making
    focus_areas: tuple[FocusArea, ...] = ()
    document: Document | None = None  # of an edition, the blocks that everybody may read; see documents/blocks.py
    rounding: int = 0  # the base to whose multiples figures are rounded; 0: small ones are withheld instead
    figures: Figures | None = None  # beside the tables; None: of before there were any
    staff_quotes: tuple[Quote, ...] = ()  # reviewed words of colleagues, beside no area
    beside: Beside | None = None  # other sources; None: of before there were any, and then its document has no such key

    def table(self, id: str) -> SafeTable | None:
        return next((table for table in self.tables if table.heading.id == id), None)

    @property
    def every_table(self) -> tuple[SafeTable, ...]:
        """Of residents, then of our other dialogues, whose headings name another source."""
        return (*self.tables, *(self.beside.own if self.beside else ()))

    def any_table(self, id: str) -> SafeTable | None:
        return next((table for table in self.every_table if table.heading.id == id), None)


def to_document(picture: Picture) -> Document:
    """As JSON can hold it."""
    beside = {"beside": beside_document(picture.beside, _table_document)} if picture.beside else {}
    plain = {name: value for name, value in vars(picture).items() if name not in PARTS and value is not None}
    return {
        **plain,
        "follows": list(picture.follows),
        "tables": tables_document(picture.tables),
        "quotes": [asdict(quote) for quote in picture.quotes],
        "staff_quotes": [asdict(quote) for quote in picture.staff_quotes],
        "outlines": [asdict(outline) for outline in picture.outlines],
        "places": None if picture.places is None else [_place_document(place) for place in picture.places],
        "findings": [finding_document(one) for one in picture.findings],
        "focus_areas": [focus_document(one) for one in picture.focus_areas],
        "figures": figures_document(picture.figures) if picture.figures else None,
        **beside,
    }


def from_document(document: Document) -> Picture:
    places, figures = document.get("places"), document.get("figures")
    parts = {
        "follows": tuple(document["follows"]),
        "tables": tables_from(document["tables"]),
        "quotes": tuple(Quote(**one) for one in document["quotes"]),
        "staff_quotes": tuple(Quote(**one) for one in document.get("staff_quotes", ())),
        "outlines": tuple(Outline(**one) for one in document["outlines"]),
        "places": None if places is None else tuple(_place(one) for one in places),
        "findings": tuple(finding_of(one) for one in document.get("findings", ())),
        "focus_areas": tuple(focus_of(one) for one in document.get("focus_areas", ())),
        "figures": figures_from(figures) if figures else None,
        "beside": beside_from(document["beside"], _table) if document.get("beside") else None,
    }
    return Picture(**{**document, **parts})


def tables_document(tables: Iterable[SafeTable]) -> list[Document]:
    """Safe tables alone, as JSON can hold them."""
    return [_table_document(table) for table in tables]


def tables_from(document: Iterable[Document]) -> tuple[SafeTable, ...]:
    return tuple(_table(one) for one in document)


def checksum(document: Document) -> str:
    """SHA-256 of the document as canonical JSON: keys sorted, no spaces, UTF-8."""
    written = dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def _place_document(place: Place) -> Document:
    return {**asdict(place), "before": list(place.before) if place.before else None, "reports": list(place.reports)}


def _place(document: Document) -> Place:
    before, reports = document["before"], document["reports"]
    return Place(**{**document, "before": tuple(before) if before else None, "reports": tuple(reports)})


def _table_document(table: SafeTable) -> Document:
    cells = [[*key, cell.value, cell.state.value] for key, cell in table.cells.items()]
    return {"heading": asdict(table.heading), "dimensions": [asdict(one) for one in table.dimensions], "cells": cells}


def _table(document: Document) -> SafeTable:
    dimensions = [
        Dimension(**{**one, "items": tuple(Item(**item) for item in one["items"])}) for one in document["dimensions"]
    ]
    cells = {tuple(key): Cell(value, State(state)) for *key, value, state in document["cells"]}
    return SafeTable(Heading(**document["heading"]), tuple(dimensions), cells)
