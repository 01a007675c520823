"""What tests of reports stand on: names of spots and published places. Plain functions; none commits."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, PlaceName
from dialog.places.models import Place


def make_name(session: Session, called: str, *, lat: float = 59.05, lon: float = 15.05, **changes: Any) -> PlaceName:
    """A street in the land of tests, by default in the middle of Norrby."""
    values: dict[str, Any] = {"source": "test", "kind": "street", "names": {"sv": called}, "others": []} | changes
    north = session.scalar(select(Area.id).where(Area.code == "north"))
    name = PlaceName(lat=lat, lon=lon, **({"area_id": north} | values))
    session.add(name)
    session.flush()
    return name


def make_place(session: Session, called: str = "Stigen", *, area: str = "north", **changes: Any) -> Place:
    """A published place of ten voices in the middle of Norrby."""
    values: dict[str, Any] = {
        "names": {"sv": called},
        "lat": 59.05,
        "lon": 15.05,
        "metres": 100,
        "voices": 10,
    } | changes
    area_id = session.scalar(select(Area.id).where(Area.code == area))
    place = Place(area_id=area_id, **({"first_edition": 1, "last_edition": 1} | values))
    session.add(place)
    session.flush()
    return place
