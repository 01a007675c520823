"""The land of the demonstration."""

from datetime import date

import pytest
from shapely import union_all
from shapely.geometry import Point as Spot
from shapely.geometry import shape
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from dialog.areas.models import Area
from dialog.demo.accounts import SPOTS
from dialog.demo.borders import outline_of, point_at
from dialog.demo.land import DISTRICTS, lay_out

DAY = date(2024, 1, 29)
LARGEST_GAP = 1e-9  # square degrees: about 6 m²


def test_the_districts_tile_the_municipality(session: Session):
    whole_id = lay_out(session, on=DAY).id
    session.flush()
    areas = session.scalars(select(Area).options(undefer(Area.outline))).all()
    whole = next(shape(area.outline) for area in areas if area.id == whole_id)
    parts = [shape(area.outline) for area in areas if area.parent_id == whole_id]
    assert len(parts) == 8
    assert all(part.is_valid for part in parts)
    assert whole.symmetric_difference(union_all(parts)).area < LARGEST_GAP
    assert abs(sum(part.area for part in parts) - whole.area) < LARGEST_GAP


def test_the_municipality_is_in_one_piece_without_holes():
    whole = union_all([shape(outline_of(code)) for code in DISTRICTS])
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0


def test_names_stand_in_every_language_and_people_add_up(session: Session):
    lay_out(session, on=DAY)
    areas = session.scalars(select(Area).order_by(Area.id)).all()
    assert all(set(area.names) == {"sv", "en", "ar"} for area in areas)
    assert areas[0].population == sum(area.population or 0 for area in areas[1:])


@pytest.mark.parametrize("spot", SPOTS.values(), ids=SPOTS)
def test_every_spot_lies_in_its_district(spot):
    point = point_at(*spot.at)
    assert shape(outline_of(spot.area)).contains(Spot(point.lon, point.lat))
