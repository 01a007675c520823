"""The municipality of Åkersta and its eight districts, none of which exists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.models import Area
from dialog.demo.borders import outline_of
from dialog.geography.outlines import read_outline, union, write_outline
from dialog.languages import Words

FAMILY, VERSION = "akersta", "2024"
MUNICIPALITY, DISTRICT = "municipality", "district"
CODE = "0000"  # no municipality has it
NAMES = {"sv": "Åkersta", "en": "Åkersta", "ar": "أوكِشتا"}

DISTRICTS: dict[str, tuple[str, str, int]] = {  # code -> name, name in Arabic, population
    "centrum": ("Centrum", "المركز", 7_800),
    "norrby": ("Norrby", "نوربي", 6_200),
    "ekhagen": ("Ekhagen", "إيكهاغن", 4_100),
    "sjovik": ("Sjövik", "خوفيك", 3_600),
    "lillaker": ("Lillåker", "ليلوكر", 2_300),
    "hammaren": ("Hammaren", "همّارن", 1_700),
    "ostra-byarna": ("Östra byarna", "القرى الشرقية", 1_100),
    "torsvik": ("Torsvik", "تورشفيك", 600),
}


@dataclass(frozen=True)
class Land:
    """The ids of the municipality, and of its districts by code."""

    id: int
    districts: Mapping[str, int]


def lay_out(session: Session, *, on: date) -> Land:
    division = keep_division(session, family=FAMILY, version=VERSION, source="drawn", projection="EPSG:4326", on=on)
    whole = keep_area(
        session,
        division=division.key,
        code=CODE,
        kind=MUNICIPALITY,
        names=NAMES,
        population=sum(population for _, _, population in DISTRICTS.values()),
        outline=write_outline(union([read_outline(outline_of(code)) for code in DISTRICTS])),
    )
    return Land(whole.id, {code: _district(session, code, whole).id for code in DISTRICTS})


def _district(session: Session, code: str, whole: Area) -> Area:
    name, arabic, population = DISTRICTS[code]
    names: Words = {"sv": name, "en": name, "ar": arabic}
    return keep_area(
        session,
        division=whole.division,
        code=code,
        kind=DISTRICT,
        names=names,
        parent_id=whole.id,
        population=population,
        outline=outline_of(code),
    )
