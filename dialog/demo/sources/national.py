"""A national survey of safety, of the country, the region and Åkersta, as a statistics office would offer it. Pure.

Of Åkersta alone it says little: few are asked there, and its limits are wide.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from dialog.demo.land import NAMES

COUNTRY, REGION, HERE = "Riket", "Region Mittbygd", NAMES["sv"]
AREAS = (COUNTRY, REGION, HERE)
INDICATORS: Mapping[str, tuple[str, float, float]] = {  # -> the nearest code, share in the last year, change a year
    "Otrygga utomhus ensamma sent på kvällen": ("T11.fear_outdoors", 26.8, -0.5),
    "Oro för bostadsinbrott": ("T6.home", 11.9, -0.7),
    "Utsatta för cykelstöld": ("T6.bike_vehicle", 10.1, 0.2),
    "Lågt förtroende för polisen": ("T11.low_trust", 14.6, -0.4),
}
PARTS = ("Andel (procent)", "Andel, undre gräns 95 % KI", "Andel, övre gräns 95 % KI")
_ABOVE = {COUNTRY: 0.0, REGION: -1.6, HERE: 1.3}  # per cent units
_HALF = {COUNTRY: 0.4, REGION: 1.3, HERE: 5.2}  # the interval, per cent units each way
ANSWERS = 61_400


def national_px(years: Sequence[int], last: int) -> str:
    cells = [_cell(*one, last) for one in product(AREAS, INDICATORS, PARTS, years)]
    return "\n".join(
        [
            'CHARSET="ANSI";',
            'CODEPAGE="utf-8";',
            'LANGUAGE="sv";',
            'TITLE="Nationell trygghetsundersökning, andel (procent)";',
            'SOURCE="Statistikverket i Mittbygd";',
            'UNITS="procent";',
            'STUB="region","indikator","mått";',
            'HEADING="år";',
            'CONTVARIABLE="mått";',
            'VARIABLE-TYPE("region")="Geographical";',
            _listed("VALUES", "region", AREAS),
            _listed("VALUES", "indikator", INDICATORS),
            _listed("VALUES", "mått", PARTS),
            _listed("VALUES", "år", map(str, years)),
            f'TIMEVAL("år")=TLIST(A1),{_quoted(map(str, years))};',
            f"DATA={' '.join(cells)};",
            "",
        ]
    )


def _cell(area: str, indicator: str, part: str, year: int, last: int) -> str:
    _, level, change = INDICATORS[indicator]
    share = max(level + _ABOVE[area] - change * (last - year), 1)
    side = (0, -1, 1)[PARTS.index(part)]
    return f"{max(share + side * _HALF[area], 0):.1f}"


def _listed(keyword: str, variable: str, words: Iterable[str]) -> str:
    return f'{keyword}("{variable}")={_quoted(words)};'


def _quoted(words: Iterable[str]) -> str:
    return ",".join(f'"{one}"' for one in words)
