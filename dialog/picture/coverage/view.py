"""Who answered beside who lives there, as pages show it. Made of safe tables only. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture
from dialog.picture.presentation import Figure, every_figure
from dialog.picture.statistics.coverage import Gap, Group, Lane, gaps, lane, lanes
from dialog.picture.statistics.inhabitants import Inhabitants
from dialog.picture.tables import ALL, Cell, SafeTable

LANGUAGE = "language"


@dataclass(frozen=True)
class Crossed:
    """Two dimensions in one table: a row for each item of the first, with a group for each of the second."""

    table: SafeTable
    columns: tuple[Words, ...]
    rows: tuple[tuple[Words, tuple[Group | None, ...]], ...]  # None: nobody knows how many live there


@dataclass(frozen=True)
class CoverageView:
    """`year` is that of the population; `longest` the most voices, or expected voices, of any group of each lane."""

    voices: Cell | None
    inhabitants: int | None
    year: int | None
    lanes: tuple[Lane, ...]
    longest: Mapping[str, float]
    gaps: tuple[Gap, ...]
    crossed: tuple[Crossed, ...]
    languages: tuple[Figure, ...]


def coverage_view(picture: Picture) -> CoverageView | None:
    """None where nothing is known of who lives there."""
    people = picture.figures.inhabitants if picture.figures else None
    if people is None or not picture.tables:
        return None
    found = lanes(picture.tables, people)
    languages = picture.table(LANGUAGE)
    return CoverageView(
        voices=picture.tables[0].at({}),
        inhabitants=people.of({}),
        year=people.year,
        lanes=tuple(found),
        longest={one.dimension: _longest(one) for one in found},
        gaps=tuple(gaps(picture.tables, people)),
        crossed=tuple(_crossed(table, people) for table in picture.tables if _is_crossed(table, people)),
        languages=tuple(one for one in every_figure(languages, LANGUAGE) if one.cell.value != 0) if languages else (),
    )


def _longest(found: Lane) -> float:
    return max((max(one.voices.value or 0, one.expected or 0) for one in found.groups), default=0) or 1


def _is_crossed(table: SafeTable, people: Inhabitants) -> bool:
    return len(table.dimensions) == 2 and {one.id for one in table.dimensions} <= set(people.dimensions)


def _crossed(table: SafeTable, people: Inhabitants) -> Crossed:
    first, second = table.dimensions
    across = [item for item in second.items if item.id != ALL and people.of({second.id: item.id}) is not None]
    rows = []
    for item in first.items:
        if item.id != ALL and people.of({first.id: item.id}) is not None:
            found = {dict(one.items)[second.id]: one for one in lane(table, people, {first.id: item.id}).groups}
            rows.append((item.label, tuple(found.get(one.id) for one in across)))
    return Crossed(table, tuple(item.label for item in across), tuple(rows))
