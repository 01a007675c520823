"""Places where reports gather as readers see them: from safe tables alone, those with most voices first. Pure."""

from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture, Place
from dialog.picture.ids import AREA, OUTSIDE
from dialog.picture.presentation import UNKNOWN, Figure, figures_of
from dialog.picture.tables import ALL, Cell, SafeTable


@dataclass(frozen=True)
class PlaceLine:
    """One place. Of causes, times and feelings those that are shown and named by anybody, the most named first."""

    place: Place
    area: Words
    voices: Cell
    causes: tuple[Figure, ...]
    times: tuple[Figure, ...]
    feelings: tuple[Figure, ...]


def place_lines(picture: Picture) -> list[PlaceLine]:
    table = picture.table("places")
    lines = [_line(picture, table, place) for place in picture.places or ()] if table else []
    shown = [line for line in lines if line.voices.value is not None]
    return sorted(shown, key=lambda line: (-(line.voices.value or 0), line.place.area, line.place.key))


def _line(picture: Picture, table: SafeTable, place: Place) -> PlaceLine:
    return PlaceLine(
        place,
        _area_name(table, place.area),
        table.cells.get((place.item,), UNKNOWN),
        _named(picture, "places-by-cause", "cause", place),
        _named(picture, "places-by-time", "time", place),
        _named(picture, "places-by-feeling", "feeling", place),
    )


def _area_name(table: SafeTable, area: str) -> Words:
    """Of an area its name; of a square, that it is outside every area."""
    items = {item.id: item for item in table.dimension(AREA).items}
    found = items.get(area)
    around = items.get(found.parent or ALL) if found else None
    return (around if around and around.id == OUTSIDE else found or items[ALL]).label


def _named(picture: Picture, id: str, dimension: str, place: Place) -> tuple[Figure, ...]:
    table = picture.table(id)
    found = figures_of(table, dimension, {AREA: place.item}) if table else []
    return tuple(sorted((one for one in found if one.cell.value), key=lambda one: -(one.cell.value or 0)))
