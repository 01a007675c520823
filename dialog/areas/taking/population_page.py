"""Loading how many people live where in the browser: what may be told, and how each column was understood."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from flask_babel import format_decimal
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.areas.population.columns import Counted, Layout
from dialog.areas.population.figures import ALL, MEN, WOMEN
from dialog.areas.taking.population import (
    AREAS_COMMAND,
    AboutPopulation,
    PopulationTaken,
    loaded,
    said_of_left_out,
    take_population,
)
from dialog.areas.taking.preview import Field, FilePage, Preview, Told
from dialog.areas.taking.words import quoted
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.web.sentences import worded

_OPTIONS = {
    "--year": "year",
    "--year YEAR": "year",
    "--division": "division",
    "--column area=COLUMN": "area",
    "--column persons=COLUMN": "persons",
}


def population_page() -> FilePage:
    fields = (
        Field("year", _("Year"), _("Where the file does not say it.")),
        Field("division", _("Division"), _("Which version of the areas its codes are, such as deso-2025.")),
        Field("area", _("Column of area codes")),
        Field("persons", _("Column with the number of people")),
        Field("sheet", _("Sheet"), _("For a workbook that has several.")),
    )
    return FilePage(
        endpoint="admin.areas.files.population",
        heading=_("Load population"),
        intro=_("You first see what the file would change. Nothing is kept before you say so."),
        formats=_("CSV, XLSX, JSON, or a map with figures"),
        question=_("Load these figures"),
        fields=fields,
        called=_called(fields),
        fields_of=_OPTIONS,
        take=_take,
    )


def _called(fields: tuple[Field, ...]) -> Mapping[str, str]:
    labels = {one.name: quoted(one.label) for one in fields}
    areas = quoted(_("Load areas"))
    return {
        **labels,
        **{option: labels[name] for option, name in _OPTIONS.items()},
        AREAS_COMMAND: areas,
        f"{AREAS_COMMAND} FILE": areas,
    }


def _take(session: Session, file: Path, rejects: Rejects, told: Told, by: int) -> Preview:
    columns = {name: told[name] for name in ("area", "persons") if name in told}
    fixed = {"year": told["year"]} if "year" in told else {}
    about = AboutPopulation(told.get("division"), told.get("sheet"), ColumnMap(columns=columns, fixed=fixed))
    return _preview(take_population(session, file, rejects, about, by=by))


def _preview(one: PopulationTaken) -> Preview:
    called = population_page().called
    return Preview(
        taken=one.read.rows,
        done=worded(loaded(one.kept)),
        facts=[
            (_("Division"), one.meant or _("the only one there is")),
            (_("Years"), ", ".join(map(str, one.kept.years))),
            (_("Areas"), format_decimal(one.kept.areas)),
            (_("Figures"), format_decimal(one.kept.figures)),
            (_("Rows of other municipalities"), format_decimal(one.read.elsewhere)),
        ],
        said=[*(worded(said, called) for said in one.assumed), *(worded(said) for said in said_of_left_out(one))],
        columns=list(_columns(one.layout)),
    )


def _columns(layout: Layout) -> Iterator[tuple[str, str]]:
    """Each column and what it was taken for; what is the same in every row stands under no heading."""
    for name, heading in layout.columns.columns.items():
        yield heading, _field(name)
    for name, value in layout.columns.fixed.items():
        yield _("every row"), f"{_field(name)}: {value}"
    persons = layout.columns.column("persons")
    for one in layout.counted:
        if one.heading != persons:
            yield one.heading, _whom(one)


def _field(name: str) -> str:
    known = {
        "area": _("area"),
        "sex": _("sex"),
        "age": _("age"),
        "persons": _("number of people"),
    }
    return known.get(name) or _("year")


def _whom(one: Counted) -> str:
    """women, 16–19 years, 2015"""
    sex = {WOMEN: _("women"), MEN: _("men"), ALL: _("everybody")}.get(one.sex or "", _("number of people"))
    return ", ".join(filter(None, (sex, _ages(one), str(one.year or ""))))


def _ages(one: Counted) -> str:
    if one.age_from is None:
        return ""
    if one.age_to is None:
        return _("%(first)s years and older", first=one.age_from)
    return _("%(first)s–%(last)s years", first=one.age_from, last=one.age_to)
