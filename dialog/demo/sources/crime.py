"""Crimes that were reported in Åkersta, by district and year, as the police would hand them over. Pure.

In Hammaren, where few feel unsafe, much is reported: thefts from works and cars. In Sjövik, where many feel unsafe,
little is: what worries people there is seldom a crime. In Centrum both are much, in Lillåker neither is.
"""

from collections.abc import Iterator, Mapping, Sequence

from dialog.demo.chance import Chance
from dialog.demo.land import DISTRICTS, NAMES
from dialog.demo.sources.people import inhabitants

HEAD = "Område;År;Brottstyp;Antal anmälda brott"
CATEGORIES = {  # as the police call them -> the code of the codebook that is nearest
    "Vårdslöshet i trafik": "T1.reckless_driving",
    "Narkotikabrott": "T2",
    "Trakasserier och ofredande": "T4.harassment",
    "Skadegörelse": "T5",
    "Stöld av cykel eller fordon": "T6.bike_vehicle",
    "Inbrott i källare eller förråd": "T6.storage",
    "Stöld i butik": "T6.shop",
    "Misshandel utomhus": "T7.assault",
}
TOTAL = "Samtliga anmälda brott"  # these, and the others: fraud above all
NOT_PUBLISHED = {"Våld i nära relation": "T7.domestic"}
_LEVELS: Mapping[str, Sequence[float]] = {  # reported for every 1,000 inhabitants and year, of CATEGORIES
    "centrum": (2.1, 6.2, 4.4, 12.5, 15.5, 4.1, 18.0, 5.6),
    "norrby": (2.4, 4.9, 3.2, 11.0, 7.4, 6.8, 3.1, 3.3),
    "ekhagen": (1.3, 0.9, 1.2, 4.6, 4.4, 3.0, 2.2, 0.9),
    "sjovik": (1.1, 0.8, 0.9, 3.2, 2.6, 1.2, 1.4, 0.6),
    "lillaker": (1.2, 0.5, 0.8, 2.9, 3.1, 1.8, 0.5, 0.5),
    "hammaren": (2.0, 1.9, 1.6, 13.5, 17.0, 12.0, 1.0, 1.4),
    "ostra-byarna": (1.6, 0.4, 0.6, 2.4, 3.3, 1.6, 0.2, 0.4),
    "torsvik": (0.8, 0.2, 0.3, 1.5, 2.0, 1.0, 0.1, 0.2),
}
_DOMESTIC: Mapping[str, float] = {
    "centrum": 2.0, "norrby": 2.6, "ekhagen": 1.3, "sjovik": 1.4, "lillaker": 1.1, "hammaren": 1.5,
    "ostra-byarna": 1.2, "torsvik": 1.5,
}  # fmt: skip
_CHANGE: Mapping[str, float] = {"centrum": -0.06, "norrby": 0.05, "hammaren": 0.04}  # a year
_OTHERS = 0.6  # for each crime of CATEGORIES
_SEED, _SEED_OF_WITHHELD = 41, 43
_LATE = 1.06  # what a year has grown by when the last reports of it have come in

Figures = dict[tuple[str, int, str], int]  # (district, year, category) -> how many


def crime_csv(years: Sequence[int], last: int, *, preliminary: int | None = None) -> str:
    """Each category of each district and of the whole. Of a `preliminary` year some were not registered yet."""
    levels = {district: dict(zip(CATEGORIES, of, strict=True)) for district, of in _LEVELS.items()}
    told = {
        (area, year, category): round(number / _LATE) if year == preliminary else number
        for (area, year, category), number in _figures(Chance(_SEED), levels, last).items()
        if year in years
    }
    told |= _together(told)
    return "\n".join([HEAD, *_rows(told), *_rows(_everywhere(told))]) + "\n"


def withheld_csv(years: Sequence[int], last: int) -> str:
    """What the police do not publish for areas as small as these."""
    levels = {district: dict.fromkeys(NOT_PUBLISHED, of) for district, of in _DOMESTIC.items()}
    figures = _figures(Chance(_SEED_OF_WITHHELD), levels, last)
    told = {of: number for of, number in figures.items() if of[1] in years}
    return "\n".join([HEAD, *_rows(told)]) + "\n"


def _figures(chance: Chance, levels: Mapping[str, Mapping[str, float]], last: int) -> Figures:
    """The same for the same `last` year, whichever years are asked for."""
    found: Figures = {}
    for district in DISTRICTS:
        for category, level in levels[district].items():
            for year in range(last - 3, last + 1):
                trend = (1 + _CHANGE.get(district, 0.0)) ** (year - last)
                expected = level * trend * inhabitants(district, year, last) / 1000
                found[district, year, category] = max(round(chance.around(expected, expected**0.5 / 2)), 0)
    return found


def _together(figures: Figures) -> Figures:
    """All crimes of each district."""
    found: Figures = {}
    for (area, year, _), number in figures.items():
        found[area, year, TOTAL] = found.get((area, year, TOTAL), 0) + number
    return {of: round(number * (1 + _OTHERS)) for of, number in found.items()}


def _everywhere(figures: Figures) -> Figures:
    found: Figures = {}
    for (_, year, category), number in figures.items():
        found["", year, category] = found.get(("", year, category), 0) + number
    return found


def _rows(figures: Figures) -> Iterator[str]:
    for (area, year, category), number in figures.items():
        yield f"{DISTRICTS[area][0] if area else NAMES['sv']};{year};{category};{number}"
