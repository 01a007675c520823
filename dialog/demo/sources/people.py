"""Who lives in Åkersta, by district, sex and age, as a statistics office would publish it. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from dialog.demo.land import DISTRICTS, NAMES

HEAD = "Område;År;Kön;Ålder;Folkmängd"
AGES = ("0–15 år", "16–24 år", "25–44 år", "45–64 år", "65–84 år", "85+ år")
_ALL_AGES = (0.18, 0.10, 0.26, 0.25, 0.18, 0.03)  # share of AGES
_YOUNGER = (0.23, 0.14, 0.29, 0.20, 0.12, 0.02)
_OLDER = (0.14, 0.08, 0.19, 0.28, 0.26, 0.05)
_SHARES: Mapping[str, Sequence[float]] = {
    "centrum": _ALL_AGES,
    "norrby": _YOUNGER,
    "ekhagen": _ALL_AGES,
    "sjovik": _YOUNGER,
    "lillaker": _ALL_AGES,
    "hammaren": _OLDER,
    "ostra-byarna": _OLDER,
    "torsvik": _OLDER,
}
_GROWTH = {"centrum": 0.010, "norrby": 0.014, "sjovik": 0.012, "hammaren": -0.006, "torsvik": -0.010}  # a year
_USUAL_GROWTH = 0.004
_WOMEN = (0.49, 0.48, 0.49, 0.50, 0.52, 0.64)  # share of each of AGES

People = Mapping[tuple[str, str], int]  # (sex, age) -> how many


def population_csv(years: Sequence[int], last: int) -> str:
    """Each district and the whole, at the end of each year; in the `last` one as many as the land says."""
    return "\n".join([HEAD, *(row for year in years for row in _rows(year, last))]) + "\n"


def inhabitants(district: str, year: int, last: int) -> int:
    now = DISTRICTS[district][2]
    return round(now / (1 + _GROWTH.get(district, _USUAL_GROWTH)) ** (last - year))


def _rows(year: int, last: int) -> Iterator[str]:
    whole: dict[tuple[str, str], int] = {}
    for district, (name, _, _) in DISTRICTS.items():
        people = _people(inhabitants(district, year, last), _SHARES[district])
        for (sex, age), number in people.items():
            whole[sex, age] = whole.get((sex, age), 0) + number
            yield f"{name};{year};{sex};{age};{number}"
    for (sex, age), number in whole.items():
        yield f"{NAMES['sv']};{year};{sex};{age};{number}"


def _people(total: int, shares: Sequence[float]) -> People:
    """By sex and age; together as many as there are."""
    found: dict[tuple[str, str], int] = {}
    for age, share, women in zip(AGES, shares, _WOMEN, strict=True):
        found["kvinnor", age] = round(total * share * women)
        found["män", age] = round(total * share * (1 - women))
    found["kvinnor", AGES[2]] += total - sum(found.values())
    return found
