"""Sources with figures for the tests of what stands beside the dialogue. Plain functions; none commits."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, Population
from dialog.sources.actions import register_source
from dialog.sources.facts import PROTECT, PUBLISHED, Facts
from dialog.sources.models import Source, SourceFigure, SourceLoad

ON = date(2026, 11, 1)
PLACES = {"all": "9999", "north": "north", "south": "south", "west": "west"}


def a_source(session: Session, *, lane: str = "reported-crime", protect: bool = False, **facts: Any) -> Source:
    name = facts.pop("name", f"Källan {lane}")
    told = Facts(publisher="Polisen", disclosure=PROTECT if protect else PUBLISHED, **facts)
    return register_source(session, name=name, lane=lane, facts=told, on=ON)


def tell(
    session: Session,
    source: Source,
    values: Mapping[str, float | None],
    *,
    category: str = "Totalt",
    period: str = "2025",
    unit: str = "count",
    **also: Any,
) -> None:
    """A figure of each area, `all` for the whole; `also`: lower, upper, answers, background, measure, missing."""
    load = SourceLoad(
        source_id=source.id, file="x.csv", at=datetime(2026, 11, 1), columns=[], added=len(values), replaced=0
    )
    session.add(load)
    session.flush()
    for place, value in values.items():
        code = PLACES[place]
        rest: dict[str, Any] = {"lower": None, "upper": None, "answers": None, "missing": "", "background": ""} | also
        rest.setdefault("measure", unit)
        said = "|".join((code, period, category, rest["background"], rest["measure"], unit))
        session.add(
            SourceFigure(
                source_id=source.id,
                load_id=load.id,
                subject=sha256(said.encode()).hexdigest(),
                area_id=session.scalar(select(Area.id).where(Area.code == code)),
                area=code,
                area_name="",
                period=period,
                category=category,
                unit=unit,
                value=value,
                line=1,
                **rest,
            )
        )
    session.flush()


def populate(session: Session, persons: Mapping[str, int], *, year: int = 2025) -> None:
    for place, number in persons.items():
        area_id = session.scalar(select(Area.id).where(Area.code == PLACES[place]))
        assert area_id is not None
        session.add(Population(area_id=area_id, year=year, sex="all", age_from=0, age_to=None, persons=number))
    session.flush()
