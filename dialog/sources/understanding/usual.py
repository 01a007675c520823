"""What strangers call the columns of statistics. Pure."""

import re
from collections.abc import Mapping, Sequence

from dialog.rows.headings import plain
from dialog.sources.understanding.columns import (
    BACKGROUND,
    BASE,
    CATEGORY,
    EVENT,
    LEFT,
    LOWER,
    MEASURE,
    PUBLISHER,
    UPPER,
    VALUE,
)

# Areas by code or code and name, the finest first; one of them is taken
AREAS = (
    *("desokod", "deso", "nyckelkod", "regsokod", "regso", "lsoa_code", "distrkod", "distriktskod", "omradeskod"),
    *("do_kod", "omrade", "delomrade", "stadsdel", "area_code", "kommunkod", "kommun_kod", "kn_kod", "region_code"),
    *(
        "regionkod",
        "code",
        "kod",
        "lanskod",
        "ln_kod",
        "region",
        "geografi",
        "alue",
        "kunta",
        "kommune",
        "fylke",
        "area",
        "kommun",
        "kommunnamn",
        "lan",
    ),
)
AREA_NAMES: Mapping[str, Sequence[str]] = {  # by the column of codes that they stand beside
    "desokod": ("desonamn",),
    "regsokod": ("regsonamn", "regso_namn"),
    "lsoa_code": ("lsoa_name",),
    "kommunkod": ("kommunnamn", "kommun"),
    "lanskod": ("lansnamn", "lan"),
}
ANY_NAME = ("namn", "name", "omradesnamn", "area_name", "regionnamn")
PERIODS = (
    *(
        "ar",
        "year",
        "artal",
        "inskr_ar",
        "tid",
        "tidsperiod",
        "period",
        "time",
        "vuosi",
        "aar",
        "matar",
        "undersokningsar",
    ),
    *("kvartal", "quarter", "manad", "month", "ar_manad"),
)
USUAL: Mapping[str, Sequence[str]] = {
    MEASURE: ("enhet", "unit", "matt", "measure", "tabellinnehall", "contentscode", "contents", "matenhet"),
    PUBLISHER: ("kalla", "source", "publisher", "utgivare"),
    BACKGROUND: ("kon", "sex", "gender", "alder", "age", "aldersgrupp", "age_group", "bakgrund", "utbildning"),
    LOWER: ("undre_grans", "nedre_grans", "lower", "lower_limit", "ci_lower", "ki_undre", "ki_nedre", "lower_ci"),
    UPPER: ("ovre_grans", "upper", "upper_limit", "ci_upper", "ki_ovre", "upper_ci"),
    BASE: ("n", "bas", "base", "antal_svar", "antal_svarande", "svarande", "respondents", "antal_respondenter"),
    VALUE: (
        *("varde", "value", "antal", "antal_brott", "count", "number", "bef", "befolkning", "folkmangd", "population"),
        *("index", "problemindex", "andel", "procent", "percent", "share", "antal_per_1000_inv", "rate"),
    ),
    CATEGORY: ("kategori", "category", "variabel", "brottskategori", "brottstyp", "crime_type", "fraga", "fragaomrade"),
}
_EVENT = re.compile(
    r"datum|(?:^|_)date|klockslag|longitude|latitude|(?:^|_)(?:lat|lon|lng|x|y|sweref|gps)(?:_|$)|(?:^|_)id$|outcome"
    r"|veckodag|diarienummer|arendenummer"
)
_PART_OF_YEAR = re.compile(r"manad$|(?:^|_)month|kvartal$|(?:^|_)quarter")
_SWEDISH = re.compile(r"(?:0[1-9]|1\d|2[0-5])\d\d(?: \D|[A-C]\d{4}$|R\d{3}$)")
_LEFT = re.compile(r"(?:^|_)(?:url|anmarkning|kommentar|note|notes|fotnot|context)(?:_|$)")


def usual_role(heading: str) -> str | None:
    """The role of a heading that says it by itself; areas and periods are chosen among all headings instead."""
    said = plain(heading)
    for role, names in USUAL.items():
        if said in names:
            return role
    if _EVENT.search(said):
        return EVENT
    return LEFT if _LEFT.search(said) else None


def is_area(heading: str) -> bool:
    return (
        plain(heading) in AREAS
        or plain(heading) in ANY_NAME
        or any(plain(heading) in one for one in AREA_NAMES.values())
    )


def is_part_of_year(heading: str) -> bool:
    """Whether it is a column of months or quarters."""
    return bool(_PART_OF_YEAR.search(plain(heading)))


def is_swedish(cell: str) -> bool:
    """Whether it is the code of a municipality with its name, of a DeSO or of a RegSO."""
    return bool(_SWEDISH.match(cell))


def finest_area(headings: Sequence[str]) -> str | None:
    """The column that says the finest area of each row."""
    found = {plain(one): one for one in reversed(headings)}
    return next((found[name] for name in AREAS if name in found), None)


def name_beside(area: str, headings: Sequence[str]) -> str | None:
    """The column that names the area whose code stands in another."""
    found = {plain(one): one for one in reversed(headings) if one != area}
    own = AREA_NAMES.get(plain(area), ())
    return next((found[name] for name in (*own, *ANY_NAME) if name in found), None)


def period_column(headings: Sequence[str]) -> str | None:
    found = {plain(one): one for one in reversed(headings)}
    return next((found[name] for name in PERIODS if name in found), None)
