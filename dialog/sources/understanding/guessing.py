"""What each column of a table means, as its heading, the file itself and its cells show. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dialog.rows.cells import text_of
from dialog.rows.headings import plain
from dialog.sources.tables.dataset import AREA as SAID_AREA
from dialog.sources.tables.sheet import Sheet
from dialog.sources.understanding.cells import Cells, filled_cells, is_figure_column, is_running_number
from dialog.sources.understanding.columns import (
    AREA,
    AREA_NAME,
    BACKGROUND,
    BASE,
    CATEGORY,
    EVENT,
    FIGURES,
    FILE,
    LEFT,
    LOWER,
    MEASURE,
    NAME,
    PERIOD,
    SINGLE,
    TOLD,
    UPPER,
    VALUE,
    Column,
    Told,
)
from dialog.sources.understanding.figure_headings import with_headings_read
from dialog.sources.understanding.people import columns_of_people
from dialog.sources.understanding.periods import is_period
from dialog.sources.understanding.units import ANSWERS, LOWER_LIMIT, UPPER_LIMIT, part_of
from dialog.sources.understanding.usual import (
    finest_area,
    is_area,
    is_part_of_year,
    is_swedish,
    name_beside,
    period_column,
    usual_role,
)

IsArea = Callable[[str], bool]
_MOSTLY = 0.8
_MANY = 100  # different words in a column of single events tell where each was, not of which kind
_PARTS = {LOWER_LIMIT: LOWER, UPPER_LIMIT: UPPER, ANSWERS: BASE}


def recognise_columns(sheet: Sheet, told: Told, is_known_area: IsArea = lambda _: False) -> list[Column]:
    """What was told, then what the file says itself, then what headings, and at last what cells show."""
    cells = {one: Cells(filled_cells(sheet, one)) for one in sheet.columns}
    found = columns_of_people(sheet.columns) or _by_heading(sheet, cells, is_known_area)
    for heading in sheet.columns:
        found.setdefault(heading, _by_cells(heading, cells[heading], is_known_area, found))
    _redundant(found, sheet)
    columns = with_headings_read([found[one] for one in sheet.columns])
    return _told_over(columns, told)


def _by_heading(sheet: Sheet, cells: Mapping[str, Cells], is_known_area: IsArea) -> dict[str, Column]:
    said = {one: Column(one, sheet.hints[one], FILE) for one in sheet.columns if one in sheet.hints}
    open_ = [one for one in sheet.columns if one not in said and not is_figure_column(one, cells[one], sheet)]
    roles = {column.role for column in said.values()}
    found = dict(said)
    if SAID_AREA not in roles and (area := _area(open_, cells, is_known_area)):
        found[area] = Column(area, AREA, NAME)
        if name := name_beside(area, open_):
            found[name] = Column(name, AREA_NAME, NAME)
    if PERIOD not in roles and (period := period_column(open_)) and period not in found:
        found[period] = Column(period, PERIOD, NAME)
    for heading in sheet.columns:
        if heading in found:
            continue
        if is_area(heading) and not is_figure_column(heading, cells[heading], sheet):
            found[heading] = Column(heading, LEFT, NAME)  # what the area lies in
        elif (role := usual_role(heading)) and (
            role not in FIGURES or is_figure_column(heading, cells[heading], sheet)
        ):
            is_same = role == EVENT and len(cells[heading].different) < 2
            found[heading] = Column(heading, LEFT if is_same else role, NAME)
    _parts_of_year(found, sheet, cells)
    return found


def _parts_of_year(found: dict[str, Column], sheet: Sheet, cells: Mapping[str, Cells]) -> None:
    """Months beside years: finer than needed in a list of events, else the period, or what tells figures apart."""
    roles = {one.role for one in found.values()}
    for heading in sheet.columns:
        if not is_part_of_year(heading) or (heading in found and found[heading].role == PERIOD):
            continue
        if EVENT in roles:
            found[heading] = Column(heading, EVENT, NAME)
        elif cells[heading].share(is_period) == 1:
            years = [one for one, column in found.items() if column.role == PERIOD]
            found |= {one: Column(one, LEFT, NAME) for one in years}
            found[heading] = Column(heading, PERIOD, NAME)
        else:
            found[heading] = Column(heading, BACKGROUND, NAME)


def _area(headings: Sequence[str], cells: Mapping[str, Cells], is_known_area: IsArea) -> str | None:
    """As headings say, or else the column in which most are areas that are known."""
    if named := finest_area(headings):
        return named
    shares = {one: cells[one].share(lambda text: is_known_area(text) or is_swedish(text)) for one in headings}
    best = max(shares, key=shares.__getitem__, default=None)
    return best if best and shares[best] >= 0.5 else None


def _by_cells(heading: str, cells: Cells, is_known_area: IsArea, found: Mapping[str, Column]) -> Column:
    roles = {one.role for one in found.values()}
    if not cells.filled or is_running_number(heading, cells):
        return Column(heading, LEFT)
    if is_figure_column(heading, cells, Sheet((), ())):
        return Column(heading, _PARTS.get(part_of(heading), VALUE))
    if PERIOD not in roles and cells.share(is_period) > _MOSTLY:
        return Column(heading, PERIOD)
    if AREA not in roles and cells.share(lambda text: is_known_area(text) or is_swedish(text)) >= 0.5:
        return Column(heading, AREA)
    if EVENT in roles and len(cells.different) > _MANY:
        return Column(heading, EVENT)
    return Column(heading, CATEGORY if len(cells.different) > 1 else LEFT)


def _redundant(found: dict[str, Column], sheet: Sheet) -> None:
    """A code beside the words it stands for adds nothing; nor does what is the same in every row."""
    chosen = [one for one in found.values() if one.role == CATEGORY and one.by != FILE]
    for one in chosen:
        longer = (two for two in chosen if two is not one and plain(two.heading).startswith(plain(one.heading)))
        if any(_follows(sheet, one.heading, two.heading) for two in longer):
            found[one.heading] = replace(one, role=LEFT)


def _follows(sheet: Sheet, one: str, other: str) -> bool:
    pairs = {(text_of(row.values.get(one)), text_of(row.values.get(other))) for row in sheet.rows}
    return len(pairs) == len({second for _, second in pairs})


def _told_over(columns: Iterable[Column], told: Told) -> list[Column]:
    """What is told for a column that only one can be takes it from the others."""
    taken = {said.role for said in told.columns.values() if said.role in SINGLE}
    found = []
    for one in columns:
        said = told.columns.get(one.key)
        if said is None:
            found.append(replace(one, role=LEFT) if one.role in taken else one)
            continue
        category = one.category if said.category is None else said.category
        measure = one.measure if said.measure is None else said.measure
        found.append(replace(one, role=said.role, by=TOLD, category=category, measure=measure))
    return found


def are_told_in_words(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """Whether rows tell of events in sentences, and nothing in them is a figure: that is no statistic."""
    if any(one.role in (*FIGURES, MEASURE) for one in columns):
        return False
    for heading in sheet.columns:
        filled = filled_cells(sheet, heading)
        worded = [one for one in filled if one.count(" ") >= 3]
        if len(worded) > len(filled) / 2 and len(set(worded)) > 0.7 * len(filled) and len(filled) > 5:
            return True
    return False
