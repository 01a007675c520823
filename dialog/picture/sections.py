"""A picture as pages tell it, section by section, with what each figure rests on. Made of safe tables only. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture, Quote
from dialog.picture.drawing import Drawing, drawing
from dialog.picture.findings.showing import Analysis, public_analysis
from dialog.picture.groups import SAFE, UNSAFE
from dialog.picture.ids import AREA, CODE, IMPORTED, RATED, REPORTS, STANCE, VOICES
from dialog.picture.place_lines import PlaceLine, place_lines
from dialog.picture.presentation import (
    UNKNOWN,
    Figure,
    Heat,
    HeatRow,
    cell_at,
    every_figure,
    figures,
    heat,
    silent_cell,
    voices_in,
)
from dialog.picture.tables import ALL, Cell, Dimension, SafeTable, State

PLACES = ("feelings", "kinds", "spots", "causes", "strengths", "times", "months")  # tables, in the order shown


@dataclass(frozen=True)
class Chart:
    """One dimension of a table as bars; `base` is how many voices it counts, `silent` how many of them said nothing."""

    table: SafeTable
    dimension: Dimension
    figures: list[Figure]
    lines: list[Figure]  # every item, for the table beside the bars
    base: Cell
    silent: Cell | None


@dataclass(frozen=True)
class Theme:
    """What voices wrote about one topic: how many, how many as each stance, and some of their words."""

    code: str
    label: Words
    voices: Cell
    stances: tuple[tuple[Words, Cell], ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Sections:
    voices: Cell
    reporters: Cell  # voices that reported a place, where that is a universe of its own
    who: list[Chart]
    problems: Chart | None
    problems_by_area: Heat | None
    unsafe_by_area: Heat | None
    gatherings: list[PlaceLine] | None  # places where reports gather; None where they were not looked for
    map: Drawing | None
    places: list[Chart]
    kinds_by_area: Heat | None
    themes: list[Theme]
    answers: list[Chart]
    imported: Chart | None
    analysis: Analysis


def sections(picture: Picture) -> Sections:
    one_way = [table for table in picture.tables if len(table.dimensions) == 1]
    asked = [table for table in one_way if table.dimensions[0].id.startswith("question:")]
    who = [table for table in one_way if table.dimensions[0].background or table.heading.id == AREA]
    ranked = _chart(picture, "problems", CODE, ranked=True)
    gatherings = place_lines(picture)
    return Sections(
        voices=voices_in(picture, VOICES),
        reporters=voices_in(picture, REPORTS),
        who=[chart(table, table.dimensions[0].id) for table in who],
        problems=ranked,
        problems_by_area=_problems_by_area(picture, ranked),
        unsafe_by_area=_heat_of(picture, list(_unsafe_rows(picture))),
        gatherings=gatherings if picture.places is not None else None,
        map=drawing(picture, gatherings),
        places=[chart(table, table.dimensions[0].id) for id in PLACES if (table := picture.table(id))],
        kinds_by_area=_kinds_by_area(picture),
        themes=_themes(picture),
        answers=[chart(table, table.dimensions[0].id) for table in asked if not table.dimensions[0].background],
        imported=_chart(picture, IMPORTED, IMPORTED, ranked=True),
        analysis=public_analysis(picture),
    )


def chart(table: SafeTable, dimension: str, *, ranked: bool = False) -> Chart:
    return Chart(
        table,
        table.dimension(dimension),
        figures(table, dimension, ranked=ranked),
        every_figure(table, dimension),
        cell_at(table, {}),
        silent_cell(table, dimension),
    )


def area_names(picture: Picture) -> dict[str, Words]:
    """What the items of areas are called."""
    table = picture.table(AREA)
    return {item.id: item.label for item in table.dimension(AREA).items} if table else {}


def _chart(picture: Picture, id: str, dimension: str, *, ranked: bool = False) -> Chart | None:
    table = picture.table(id)
    return chart(table, dimension, ranked=ranked) if table else None


def _heat_of(picture: Picture, rows: list[HeatRow]) -> Heat | None:
    return heat(picture, rows) if rows and picture.table(AREA) else None


def _problems_by_area(picture: Picture, ranked: Chart | None) -> Heat | None:
    """Who calls each problem big, as a share of those in the area who said of any problem how big it is."""
    if ranked is None:
        return None
    base = picture.table(RATED)

    def rated(area: str) -> Cell:
        return cell_at(base, {AREA: area, RATED: RATED}) if base else UNKNOWN

    return _heat_of(picture, [HeatRow(one.label, ranked.table, CODE, one.item, rated) for one in ranked.figures])


def _unsafe_rows(picture: Picture) -> Iterator[HeatRow]:
    """Who feels unsafe, as a share of those in the area who said safe or unsafe."""
    for table in picture.tables:
        if len(table.dimensions) != 2 or not _has(table, UNSAFE):
            continue
        question = table.dimensions[1]

        def answered(area: str, table: SafeTable = table, question: str = question.id) -> Cell:
            parts = [cell_at(table, {AREA: area, question: group}).value for group in (SAFE, UNSAFE)]
            return UNKNOWN if None in parts else Cell(sum(part or 0 for part in parts), State.SHOWN)

        yield HeatRow(question.label, table, question.id, UNSAFE, answered)


def _kinds_by_area(picture: Picture) -> Heat | None:
    """Without colours: how many places are reported says nothing of how many are unsafe."""
    table = picture.table("kinds-by-area")
    if table is None:
        return None
    shown = figures(table, "kind")
    return _heat_of(picture, [HeatRow(one.label, table, "kind", one.item, lambda _area: UNKNOWN) for one in shown])


def _themes(picture: Picture) -> list[Theme]:
    table = picture.table("themes")
    if table is None:
        return []
    stances = [item for item in table.dimension(STANCE).items if item.id != ALL]
    return [
        Theme(
            one.item,
            one.label,
            one.cell,
            tuple((stance.label, cell_at(table, {CODE: one.item, STANCE: stance.id})) for stance in stances),
            tuple(quote for quote in picture.quotes if quote.code == one.item),
        )
        for one in figures(table, CODE, ranked=True)
        if one.cell.value
    ]


def _has(table: SafeTable, item: str) -> bool:
    return table.dimensions[0].id == AREA and any(one.id == item for one in table.dimensions[-1].items)
