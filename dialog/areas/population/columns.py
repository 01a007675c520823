"""Which columns of a file say how many people live where. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.areas.population.figures import ALL, MEN, OLDEST, SEXES, WOMEN
from dialog.languages import N_, Sentence
from dialog.rows.headings import plain
from dialog.rows.mapping import BadMap, ColumnMap, recognise

FIRST_YEAR, LAST_YEAR = 1900, 2100
_MORE_YEARS = 9  # that one table may hold side by side
_AREA = (
    *("desokod", "deso", "regsokod", "regso", "distrkod", "distriktskod", "nyckelkod", "omradeskod", "do_kod"),
    *("area_code", "code", "kod", "kommunkod", "kommun_kod", "kn_kod", "region_code", "region", "area", "omrade"),
    *("kommun", "id", "name", "namn"),
)
FIELDS: Mapping[str, Sequence[str]] = {
    "area": _AREA,
    "year": ("ar", "year", "artal", "tid", "period"),
    **{f"year_{number}": (f"ar_{number}", f"year_{number}") for number in range(1, _MORE_YEARS + 1)},
    "sex": ("kon", "sex", "gender"),
    "age": ("alder", "age", "aldersgrupp", "age_group", "aldersklass", "age_band"),
    "persons": (
        *("persons", "personer", "bef", "befolkning", "folkmangd", "population", "antal", "antal_personer", "pop"),
        *("invanare", "antal_invanare", "value", "varde", "count"),
    ),
}
_SUFFIX = re.compile(r"(.+)_([1-9])")
_SEX_WORDS = {word: sex for word, sex in SEXES.items() if len(word) > 2}
_FILLERS = {"antal", "alder", "age", "ar", "years", "och", "aldre", "plus", *FIELDS["persons"]}


@dataclass(frozen=True)
class Counted:
    """A column of persons. What is None stands in other columns of its row, or means everybody."""

    heading: str
    sex: str | None = None
    age_from: int | None = None
    age_to: int | None = None  # with age_from: None is no upper end
    year: int | None = None
    year_field: str = "year"


@dataclass(frozen=True)
class Layout:
    """Where a file says what."""

    columns: ColumnMap
    counted: Sequence[Counted]

    @property
    def other(self) -> set[str]:
        """The headings that mean something here; what tells rows apart beside them is no population."""
        return {*self.columns.columns.values(), *(one.heading for one in self.counted)}


def recognise_population(headings: Sequence[str], told: ColumnMap, file: str) -> Layout:
    """Raises BadMap when the file shows no persons, no areas or no year."""
    _insist_on_headings(headings, file)
    found = recognise(headings, FIELDS, told)
    taken = set(found.columns.values())
    counted = list(_wide([one for one in headings if one not in taken]))
    if "persons" in found.columns:
        counted.insert(0, Counted(found.columns["persons"]))
    if not counted:
        raise BadMap(
            Sentence(
                N_("%(file)s shows no number of people: name its column with %(option)s."),
                file=file,
                option="--column persons=COLUMN",
            )
        )
    if "area" not in found.columns:
        raise BadMap(
            Sentence(
                N_("%(file)s shows no areas: name the column of their codes with %(option)s."),
                file=file,
                option="--column area=COLUMN",
            )
        )
    known = {*found.columns, *found.fixed}
    for one in counted:
        if one.year is None and one.year_field not in known:
            raise BadMap(_no_year(one, file))
    return Layout(found, counted)


def _no_year(column: Counted, file: str) -> str:
    if column.year_field == "year":
        return Sentence(
            N_("%(file)s does not say which year it is of: say %(option)s."), file=file, option="--year YEAR"
        )
    return Sentence(
        N_("Of which year %(heading)s is, %(file)s does not say: a map has it as %(field)s under [fixed]."),
        heading=column.heading,
        file=file,
        field=column.year_field,
    )


def _insist_on_headings(headings: Sequence[str], file: str) -> None:
    numbers = [one for one in headings if one.strip().isdigit()]
    years = [one for one in numbers if FIRST_YEAR <= int(one) <= LAST_YEAR]
    if len(numbers) > len(headings) / 2 and len(years) < len(numbers):
        raise BadMap(
            Sentence(
                N_("%(file)s has no headings, its first row is figures already: put a row of headings above it."),
                file=file,
            )
        )


def _wide(headings: Sequence[str]) -> Iterator[Counted]:
    """The columns whose headings say whom they count: kvinnor_16_1, man_80, 65+, 2015, Folkmängd 2015.

    A number at the end that another heading lacks is that of a further year: kvinnor_0_1 beside kvinnor_0. An age
    without an upper end reaches to the next age of the same sex: old tables cut their headings short.
    """
    plainly = {plain(one) for one in headings}
    found = []
    for heading in headings:
        cut = _SUFFIX.fullmatch(plain(heading))
        is_further = bool(cut and cut[1] in plainly)
        bare, field = (cut[1], f"year_{cut[2]}") if cut and is_further else (plain(heading), "year")
        if column := _read(heading, bare.split("_")):
            found.append(replace(column, year_field=field))
    yield from _closed(found)


def _read(heading: str, words: Sequence[str]) -> Counted | None:
    """None for a heading that says anything else."""
    numbers = [int(word) for word in words if word.isdigit()]
    rest = [word for word in words if not word.isdigit()]
    sexes = [_SEX_WORDS[word] for word in rest if word in _SEX_WORDS]
    years = [number for number in numbers if FIRST_YEAR <= number <= LAST_YEAR]
    ages = [number for number in numbers if number <= OLDEST]
    if any(word not in _FILLERS and word not in _SEX_WORDS for word in rest) or len(sexes) > 1 or len(years) > 1:
        return None
    if len(ages) > 2 or len(ages) + len(years) < len(numbers) or not (sexes or years or _is_age(heading, ages)):
        return None
    first, last = [*ages, None, None][:2]
    return Counted(heading, sexes[0] if sexes else None, first, last, years[0] if years else None)


def _is_age(heading: str, ages: Sequence[int]) -> bool:
    """A number alone is none: it may be anything."""
    return len(ages) == 2 or (len(ages) == 1 and ("+" in heading or len(plain(heading).split("_")) > 1))


def _closed(columns: Sequence[Counted]) -> Iterator[Counted]:
    for one in columns:
        if one.age_from is None or one.age_to is not None:
            yield one
            continue
        later = [
            other.age_from
            for other in columns
            if (other.sex, other.year, other.year_field) == (one.sex, one.year, one.year_field)
            and other.age_from is not None
            and other.age_from > one.age_from
        ]
        yield replace(one, age_to=min(later) - 1 if later else None)


def whom(column: Counted) -> str:
    """For the person who loads: kvinnor_16 is women 16-19."""
    sex = {WOMEN: "women", MEN: "men", ALL: "everybody", None: ""}[column.sex]
    age = (
        ""
        if column.age_from is None
        else f"{column.age_from}-{column.age_to}"
        if column.age_to
        else f"{column.age_from}+"
    )
    return " ".join(filter(None, (sex, age, str(column.year or "")))) or "persons"
