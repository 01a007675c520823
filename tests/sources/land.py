"""Municipalities and DeSO as the public files name them; plain functions, none commits."""

from datetime import date

from sqlalchemy.orm import Session

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.models import Area
from tests.factories import square

ON = date(2026, 11, 1)
FALUN = ("2080", "Falun")


def make_dalarna(session: Session) -> Area:
    """A county with two municipalities, one of which has two DeSO."""
    keep_division(session, family="deso", version="2025", source="x", on=ON)
    county = Area(division="county", code="20", kind="county", names={"sv": "Dalarnas län"}, outline=square(15, 60, 1))
    session.add(county)
    session.flush()
    for place, (code, name) in enumerate((FALUN, ("2026", "Gagnef"))):
        names, outline = {"sv": name}, square(15 + place / 10, 60)
        session.add(
            Area(division="m", code=code, kind="municipality", names=names, parent_id=county.id, outline=outline)
        )
    session.flush()
    for place, code in enumerate(("2080A0010", "2080C1140")):
        keep_area(session, division="deso-2025", code=code, kind="deso", names={"sv": code}, parent_id=county.id,
                  outline=square(15 + place / 10, 60.5))  # fmt: skip
    session.flush()
    return county
