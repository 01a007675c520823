"""Tables of people by sex and age with a column for each, as population is loaded from them too. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.areas.population.columns import Layout, recognise_population, whom
from dialog.areas.population.figures import MEN, WOMEN
from dialog.rows.mapping import BadMap, ColumnMap
from dialog.sources.understanding.columns import AREA, AREA_NAME, LEFT, NAME, PERIOD, VALUE, Column
from dialog.sources.understanding.usual import name_beside


def columns_of_people(headings: Sequence[str]) -> dict[str, Column]:
    """The columns of a table of people by sex and age, one for each: kvinnor_16_1; nothing for other tables."""
    layout = _layout_of_people(headings)
    wide = [one for one in layout.counted if one.sex in (WOMEN, MEN) or one.age_from is not None] if layout else []
    if layout is None or not wide:
        return {}
    area, years = layout.columns.column("area"), layout.columns.columns
    found = {one: Column(one, LEFT) for one in headings}
    found[area] = Column(area, AREA, NAME)
    if name := name_beside(area, headings):
        found[name] = Column(name, AREA_NAME, NAME)
    for field, heading in years.items():
        if field.startswith("year"):
            found[heading] = Column(heading, PERIOD, NAME)
    for one in wide:
        apart = years.get(one.year_field, "")
        said = {"category": "", "measure": "persons", "background": whom(replace(one, year=None))}
        found[one.heading] = Column(
            one.heading, VALUE, NAME, period=str(one.year or ""), period_column="" if one.year else apart, **said
        )
    return found


def _layout_of_people(headings: Sequence[str]) -> Layout | None:
    for fixed in ({}, {"year": "2000"}):  # its year may stand elsewhere
        try:
            return recognise_population(headings, ColumnMap(fixed=fixed), "")
        except BadMap:
            continue
    return None
