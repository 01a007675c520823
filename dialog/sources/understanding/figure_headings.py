"""What the heading of a column of figures says: Våldsbrott 2015 is of violence, in 2015. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.rows.headings import plain
from dialog.sources.understanding.columns import FIGURES, FILE, VALUE, YEAR, Column
from dialog.sources.understanding.units import category_and_measure, unit_of, without_part
from dialog.sources.understanding.usual import USUAL


def with_headings_read(columns: Sequence[Column]) -> list[Column]:
    """Columns of figures with the category, measure and period that their headings say."""
    several = len({without_year(one.heading) for one in columns if one.role == VALUE}) > 1
    return [_named(one, several) if one.role in FIGURES and not one.background else one for one in columns]


def _named(column: Column, several: bool) -> Column:
    year = YEAR.search(column.heading)
    stem = without_year(column.heading)
    bare = without_part(stem) if column.role != VALUE else stem
    is_measure = any(plain(bare) in USUAL[role] for role in FIGURES)
    bare = "" if plain(bare) in _SAYS_NOTHING else bare
    period = year[1] if year and column.by != FILE else ""
    if column.by == FILE or (column.role != VALUE and is_measure) or not bare:
        return replace(column, period=period)
    if is_measure or (not several and column.role == VALUE) or (unit_of(bare) and _is_only_unit(bare)):
        return replace(column, measure=bare, period=period)
    category, measure = category_and_measure(bare)
    return replace(column, category=category, measure=measure, period=period)


_SAYS_NOTHING = {"value", "varde"}


def _is_only_unit(words: str) -> bool:
    """'Antal per 1000 inv' says no more than its unit; 'Andel otrygga' says of what."""
    rest = {
        "antal",
        "per",
        "andel",
        "procent",
        "inv",
        "invanare",
        "index",
        "av",
        "1",
        "10",
        "100",
        "000",
        "1000",
        "100000",
    }
    return set(plain(words).split("_")) <= rest | {""}


def without_year(heading: str) -> str:
    return " ".join(YEAR.sub("", heading).strip(" _-–,()").split())
