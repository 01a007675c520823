"""The names of the demonstration municipality."""

from datetime import date

import pytest
from sqlalchemy import delete, select

from dialog.areas.models import Area, PlaceName
from dialog.areas.names.queries import search_names
from dialog.areas.queries import locator
from dialog.demo.land import Land, lay_out
from dialog.demo.names import name_spots
from dialog.geography.points import Point


@pytest.fixture
def land(session) -> Land:
    land = lay_out(session, on=date(2026, 1, 1))
    name_spots(session, land)
    return land


def test_about_150_names_lie_each_in_its_district(session, land):
    names = session.scalars(select(PlaceName)).all()
    assert 140 <= len(names) <= 170
    lookup = locator(session, land.id)
    for name in names:
        assert lookup.find(Point(name.lat, name.lon))[0] == name.area_id, name.names


def test_they_are_the_same_every_time(session, land):
    columns = select(PlaceName.id, PlaceName.names, PlaceName.lat, PlaceName.lon).order_by(PlaceName.id)
    before = session.execute(columns).all()
    session.execute(delete(PlaceName))
    name_spots(session, land)
    assert session.execute(columns).all() == before


def test_a_street_of_two_districts_is_told_apart(session, land):
    found = search_names(session, "skolgatan", root_id=land.id)
    assert {one.area["sv"] for one in found[:2]} == {"Centrum", "Östra byarna"}


@pytest.mark.parametrize(
    ("asked", "name"),
    [("norby torg", "Norrby torg"), ("ساحه نوربي", "Norrby torg"), ("biblioteket i norrby", "Norrby bibliotek")],
)
def test_what_people_look_for_is_found(session, land, asked, name):
    assert search_names(session, asked, root_id=land.id)[0].name["sv"] == name


def test_the_districts_themselves_are_among_them(session, land):
    districts = set(session.scalars(select(Area.names["sv"].as_string()).where(Area.id.in_(land.districts.values()))))
    names = session.scalars(select(PlaceName.names["sv"].as_string()).where(PlaceName.kind == "neighbourhood"))
    assert set(names) == districts
