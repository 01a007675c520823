"""Reading rows of people: which area, which year, how many. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialog.areas.maps.files import kind_of, read_raw
from dialog.areas.maps.letters import with_own_letters
from dialog.areas.population.columns import FIRST_YEAR, LAST_YEAR, Counted, Layout
from dialog.areas.population.figures import Figure, ages_of, sex_of
from dialog.languages import N_, Sentence
from dialog.rows.cells import number_of, text_of
from dialog.rows.reading import read_rows
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row, Rows, UnreadableFile

_UNSAID = ("", "..", ".", "-", "x")  # as statistics write that they don't tell
_SWEDISH = re.compile(r"(?:0[1-9]|1\d|2[0-5])\d\d(?:$|[A-Z ])")  # codes of municipalities, DeSO, RegSO and localities


class BadCell(ValueError):
    """The text says what is wrong with a cell of one column."""

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(problem)
        self.column = column


class Known:
    """The areas that there are, and what rows may call them."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """`codes` by what an area is called: its own code, and its names as far as no two share them."""
        self._codes = {called.casefold(): code for called, code in codes.items()}
        self._municipalities = {code[:4] for code in codes.values() if _SWEDISH.match(code)}

    def code_of(self, said: str) -> str | None:
        """The code of what a row calls `0114 Upplands Väsby`, `114`, or by its name."""
        first = said.split(" ")[0]
        return next(
            (self._codes[one] for one in (said.casefold(), first.casefold(), first.zfill(4)) if one in self._codes),
            None,
        )

    def exactly(self, said: str) -> str | None:
        """The code of what is called this and nothing else: `Falun centrum` is not Falun."""
        return self._codes.get(said.casefold())

    def is_elsewhere(self, said: str) -> bool:
        """Whether it is the code of an area in a municipality of which we have none."""
        return bool(_SWEDISH.match(said)) and bool(self._municipalities) and said[:4] not in self._municipalities


@dataclass
class Read:
    """What a file says."""

    figures: dict[tuple[str, int, str, int], Figure] = field(default_factory=dict)
    rows: int = 0  # that could be taken
    elsewhere: int = 0  # rows of areas in other municipalities
    unknown: int = 0  # rows of areas that are not there
    unsaid: int = 0  # cells that withhold their number


def population_rows(path: Path, *, sheet: str | None = None) -> Rows:
    """The rows of a table, or of a map that has figures. Raises EmptyFile or UnreadableFile."""
    try:
        is_map = kind_of(path) in ("vectors", "zip", "parquet") and path.suffix.lower() not in (".xlsx", ".xlsm")
    except UnreadableFile:
        is_map = False
    if not is_map:
        return read_rows(path, sheet=sheet)
    values = [with_own_letters(one) for one in read_raw(path, layer=sheet).values]
    return Rows(values[0], (Row(number, one) for number, one in enumerate(values, start=1)), len(values))


def codes_in(rows: Iterable[Row], layout: Layout) -> set[str]:
    return {text_of(layout.columns.value(row, "area")).split(" ")[0] for row in rows}


def years_in(rows: Iterable[Row], layout: Layout) -> set[int]:
    """The years that can be read; what is wrong with the others is found when the figures are."""
    said = {text_of(layout.columns.value(row, one.year_field))[:4] for row in rows for one in layout.counted}
    return {int(one) for one in said if one.isdigit()} | {one.year for one in layout.counted if one.year}


def read_figures(rows: Iterable[Row], layout: Layout, areas: Known, rejects: Rejects, file: str) -> Read:
    """Every figure, by what it is of. What is wrong is rejected; areas of other municipalities are passed over.

    Raises UnreadableFile when rows tell of something else than sex and age.
    """
    read = Read()
    origins: dict[tuple[str, int, str, int], Row] = {}
    for row in rows:
        try:
            figures = list(_figures(row, layout, read))
            twice = next((one for one in figures if one.what in origins), None)
            if twice:
                _insist_on_people(origins[twice.what], row, layout, file)
                raise BadCell("", Sentence(N_("another row has the same area, year, sex and age")))
            origins |= dict.fromkeys((one.what for one in figures), row)
            _take(figures, text_of(layout.columns.value(row, "area")), areas, read)
        except BadCell as problem:
            rejects.add(row, problem.args[0], column=problem.column or layout.columns.column("area"))
    return read


def _take(figures: Sequence[Figure], said: str, areas: Known, read: Read) -> None:
    code = areas.code_of(said)
    if code is None:
        if not areas.is_elsewhere(said):
            read.unknown += bool(said)
            reason = N_("there is no area %(name)s") if said else N_("it names no area")
            raise BadCell("", Sentence(reason, name=said[:40]))
        read.elsewhere += 1
        return
    placed = {one.what: one for one in (replace(figure, area=code) for figure in figures)}
    if placed.keys() & read.figures.keys():
        raise BadCell("", Sentence(N_("another row has the same area, year, sex and age")))
    read.figures |= placed
    read.rows += 1


def _insist_on_people(one: Row, other: Row, layout: Layout, file: str) -> None:
    """Two rows of the same people tell of something else: kinds of houses, of work, of crimes."""
    for heading, value in one.values.items():
        told, also = text_of(value), text_of(other.values.get(heading))
        if heading not in layout.other and told != also and not (_is_number(told) or _is_number(also)):
            raise UnreadableFile(
                Sentence(
                    N_(
                        "%(file)s is no population: its rows tell of %(heading)s (%(one)s, %(other)s …), "
                        "which is neither sex nor age."
                    ),
                    file=file,
                    heading=heading,
                    one=told,
                    other=also,
                )
            )


def _figures(row: Row, layout: Layout, read: Read) -> Iterator[Figure]:
    """What a row says, of the area as the row calls it."""
    if row.trouble:
        raise BadCell("", row.trouble)
    area = text_of(layout.columns.value(row, "area"))
    for column in layout.counted:
        said = text_of(row.values.get(column.heading))
        if said in _UNSAID:
            read.unsaid += 1
            continue
        sex, (first, last) = _sex(row, layout, column), _ages(row, layout, column)
        yield Figure(area, _year(row, layout, column), sex, first, last, _persons(said, column.heading))


def _year(row: Row, layout: Layout, column: Counted) -> int:
    if column.year is not None:
        return column.year
    said = text_of(layout.columns.value(row, column.year_field))
    if not (said[:4].isdigit() and FIRST_YEAR <= int(said[:4]) <= LAST_YEAR):
        raise BadCell(
            layout.columns.column(column.year_field), Sentence(N_("%(text)s is no year"), text=repr(said[:40]))
        )
    return int(said[:4])


def _sex(row: Row, layout: Layout, column: Counted) -> str:
    if column.sex is not None:
        return column.sex
    try:
        return sex_of(text_of(layout.columns.value(row, "sex")))
    except ValueError as problem:
        raise BadCell(layout.columns.column("sex"), problem.args[0]) from None


def _ages(row: Row, layout: Layout, column: Counted) -> tuple[int, int | None]:
    if column.age_from is not None:
        return column.age_from, column.age_to
    try:
        return ages_of(text_of(layout.columns.value(row, "age")))
    except ValueError as problem:
        raise BadCell(layout.columns.column("age"), problem.args[0]) from None


def _persons(said: str, heading: str) -> int:
    try:
        number = number_of(said.replace(" ", ""))
    except ValueError:
        number = -1
    if number < 0 or not number.is_integer():
        raise BadCell(heading, Sentence(N_("%(text)s is no number of people"), text=repr(said[:40])))
    return int(number)


def _is_number(said: str) -> bool:
    try:
        number_of(said)
    except ValueError:
        return False
    return True
