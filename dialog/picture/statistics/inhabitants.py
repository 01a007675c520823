"""How many inhabitants stand behind the items of tables: by area, age and sex. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dialog.areas.population.figures import ALL as BOTH
from dialog.areas.population.figures import MEN, WOMEN, Figure, ages_of, sex_of
from dialog.picture.ids import AREA
from dialog.picture.tables import ALL, Key

Ages = tuple[int, int | None]  # the first and last year; None: no upper end
EVERY_AGE: Ages = (0, None)
OLD = 100  # years: bands that reach so far are taken to reach to the end


@dataclass(frozen=True)
class Inhabitants:
    """How many people of each sex and age lived in each area at the end of one year; None: nobody knows of which.

    `dimensions` are the ids of area, age and sex, empty where a round does not ask for it; `persons` is by item of each
    of them, `all` for everybody. What no statistics tell of is not there.
    """

    year: int | None
    dimensions: tuple[str, str, str]
    persons: Mapping[Key, int]

    def of(self, items: Mapping[str, str]) -> int | None:
        """How many are in some items, by dimension; None where that is not known."""
        if not items.keys() <= set(self.dimensions):
            return None
        return self.persons.get(tuple(items.get(id, ALL) for id in self.dimensions))


@dataclass(frozen=True)
class Asked:
    """What a round asks about who answers: the dimension of a question, and its options by what they mean."""

    dimension: str = ""
    ages: Mapping[str, Ages] | None = None
    sexes: Mapping[str, str] | None = None


def asked_age(dimension: str, options: Iterable[str]) -> Asked:
    """Options are bands of years: 16-24, 85-plus. Others mean no age."""
    return Asked(dimension, ages={one: band for one in options if (band := _band(one))})


def asked_sex(dimension: str, options: Iterable[str]) -> Asked:
    """Options that population statistics know: women and men."""
    return Asked(dimension, sexes={one: sex for one in options if (sex := _sex(one)) not in (None, BOTH)})


def inhabitants(figures: Mapping[str, Sequence[Figure]], age: Asked, sex: Asked) -> Inhabitants | None:
    """From the figures of each area, by its item with `all` for the whole; None when no year tells of the whole.

    A figure of year 0 is of a year that nobody wrote down.
    """
    years = {figure.year for figure in figures.get(ALL, ())}
    if not years:
        return None
    year = max(years)
    ages = {ALL: EVERY_AGE, **(age.ages or {})}
    sexes = {ALL: BOTH, **(sex.sexes or {})}
    persons: dict[Key, int] = {}
    for area, known in figures.items():
        own = [figure for figure in known if figure.year == year]
        for (age_item, band), (sex_item, which) in product(ages.items(), sexes.items()):
            if (number := persons_in(own, ages=band, sex=which)) is not None:
                persons[area, age_item, sex_item] = number
    return Inhabitants(year or None, (AREA, age.dimension, sex.dimension), persons)


def persons_in(figures: Collection[Figure], *, ages: Ages, sex: str) -> int | None:
    """People of some ages and one sex, from the figures of one area and year; None when bands don't fit together.

    Figures of five years can't be split: nobody knows how many of them are 15 and how many 16.
    """
    own = _spanning([one for one in figures if one.sex == sex], ages)
    if own is not None or sex != BOTH:
        return own
    women, men = (_spanning([one for one in figures if one.sex == each], ages) for each in (WOMEN, MEN))
    return None if women is None or men is None else women + men


def summed(parts: Sequence[Sequence[Figure]]) -> list[Figure]:
    """The figures of a whole, from those of parts that cover it: what every part tells, added up."""
    if not parts:
        return []
    by_what = [{(one.year, one.sex, one.age_from, one.age_to): one.persons for one in part} for part in parts]
    shared = set(by_what[0]).intersection(*by_what[1:])
    return [Figure("", *what, sum(part[what] for part in by_what)) for what in sorted(shared, key=str)]


def _spanning(figures: Sequence[Figure], ages: Ages) -> int | None:
    """The sum of figures that follow each other from the first year to the last, neither gap nor overlap."""
    first, last = ages
    begins = {one.age_from: one for one in figures if _is_within(one, last)}
    total, expected = 0, first
    while (figure := begins.get(expected)) is not None:
        total += figure.persons
        end = figure.age_to
        if end is None or end == last or (last is None and end >= OLD):
            return total
        expected = end + 1
    return total if last is None and expected >= OLD else None


def _is_within(figure: Figure, last: int | None) -> bool:
    return last is None or (figure.age_to is not None and figure.age_to <= last)


def _band(option: str) -> Ages | None:
    try:
        return ages_of(option.replace("-plus", "+"))
    except ValueError:
        return None


def _sex(option: str) -> str | None:
    try:
        return sex_of(option)
    except ValueError:
        return None
