"""What kind of areas a map holds, as its codes and headings show it. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dialog.areas.naming import first_text
from dialog.rows.headings import plain

DISTRICT, DESO, REGSO, MUNICIPALITY, COUNTY, REGION = "district", "deso", "regso", "municipality", "county", "region"
WHOLE = "whole"  # code of the area that is made to hold all others, of whatever version of their division
PROPER_NAMES = {DESO: "DeSO", REGSO: "RegSO"}

_DESO, _REGSO = re.compile(r"\d{4}[ABC]\d{4}"), re.compile(r"\d{4}R\d{3}")  # as Statistics Sweden writes them
_MUNICIPALITY, _COUNTY = re.compile(r"(0[1-9]|1\d|2[0-5])\d\d"), re.compile(r"0[1-9]|1\d|2[0-5]")
_OF_MUNICIPALITIES = {"kommunkod", "kommun_kod", "kom_kod", "kn_kod", "kommunnamn", "kom_namn", "kn_namn", "kommun"}
_OF_COUNTIES = {"lanskod", "lan_kod", "ln_kod", "lan_code", "lansnamn", "lan_namn", "ln_namn", "lan"}
# Columns in which an area names what it lies in, the finest first
_ABOVE = (
    *("parent", "parent_code", "regsokod", "regso", "distrkod", "distriktskod", "kommunkod", "kommun_kod", "kom_kod"),
    *("kn_kod", "mun_code", "kommun", "lanskod", "lan_kod", "ln_kod", "lan_code", "lan"),
)


def recognised_kind(codes: Sequence[str], code_heading: str, name_headings: Sequence[str]) -> str | None:
    """The kind of areas with such codes, which stand and are named under such headings; None when they show none."""
    headings = {plain(one) for one in (code_heading, *name_headings[:1])}
    if codes and all(map(_DESO.fullmatch, codes)):
        return DESO
    if codes and all(map(_REGSO.fullmatch, codes)):
        return REGSO
    if headings & _OF_MUNICIPALITIES and all(_MUNICIPALITY.fullmatch(code.zfill(4)) for code in codes):
        return MUNICIPALITY
    if headings & _OF_COUNTIES and all(_COUNTY.fullmatch(code.zfill(2)) for code in codes):
        return COUNTY
    return None


def full_code(code: str, kind: str | None) -> str:
    """The code with the zero in front that a table of numbers takes away."""
    width = {MUNICIPALITY: 4, COUNTY: 2}.get(kind or "")
    return code.zfill(width) if width and code.isdigit() else code


def codes_above(code: str, kind: str, values: Mapping[str, Any]) -> Iterator[str]:
    """The codes of what an area lies in, as its row or its own code says, the finest first."""
    headings = {plain(key): key for key in values}
    for name in _ABOVE:
        said = first_text(values.get(headings.get(name, "")))
        if said and said != code:
            yield said
    if kind in (DESO, REGSO):
        yield code[:4]
    if kind in (DESO, REGSO, MUNICIPALITY):
        yield code[:2]
