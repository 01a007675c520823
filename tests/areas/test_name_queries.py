"""Names that were kept, and searching them."""

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from dialog.areas.models import PlaceName
from dialog.areas.names.actions import NoSuchSource, forget_names, replace_names
from dialog.areas.names.joining import ADDRESS, LANDMARK, SETTLEMENT, STREET, Spot
from dialog.areas.names.queries import find_name, found_name, name_sources, names_to_draw, search_names
from dialog.areas.queries import find_area
from dialog.audit.models import AuditEvent
from dialog.geography.points import Point
from tests.factories import make_land


def make_spot(name: str, *, area_id: int | None = None, lat: float = 59.05, **changes) -> Spot:
    values = {"kind": STREET, "names": {"sv": name}, "others": (), "point": Point(lat, 15.05), "area_id": area_id}
    return Spot(**{**values, **changes})


def keep(session: Session, *spots: Spot, source: str = "gator.gpkg") -> None:
    replace_names(session, source=source, spots=spots)
    session.flush()


def found(session: Session, query: str, **options) -> list[str]:
    return [one.name["sv"] for one in search_names(session, query, root_id=None, **options)]


def test_a_name_is_found_with_its_kind_its_area_and_its_point(session):
    make_land(session)
    north = find_area(session, "north")
    keep(
        session,
        make_spot("Storgatan", area_id=north.id, names={"sv": "Storgatan", "ar": "شارع"}, others=["Gamla vägen"]),
    )
    [one] = search_names(session, "gamla vagen", root_id=None)
    assert (one.name, one.kind, one.area) == ({"sv": "Storgatan", "ar": "شارع"}, STREET, north.names)
    assert (one.lat, one.lon, one.written) == (59.05, 15.05, "Gamla vägen")
    assert one.also("Storgatan") == "Gamla vägen"
    assert one.also("GAMLA VÄGEN") == ""


def test_names_of_the_round_stand_first(session):
    root = make_land(session)
    keep(session, make_spot("Storgatan"), make_spot("Storgatan", area_id=find_area(session, "south").id, lat=59.2))
    assert [one.lat for one in search_names(session, "storgatan", root_id=root.id)] == [59.2, 59.05]
    assert [one.lat for one in search_names(session, "storgatan", root_id=None)] == [59.05, 59.2]


def test_an_area_tells_namesakes_apart_but_not_one_that_is_only_a_code(session):
    make_land(session)
    north = find_area(session, "north")
    keep(session, make_spot("Storgatan", area_id=north.id))
    assert search_names(session, "storgatan", root_id=None)[0].area["sv"] == "Norrby"
    north.names = {"sv": "north"}
    session.flush()
    assert search_names(session, "storgatan", root_id=None)[0].area == {}, "nor the municipality, which holds them all"


def test_what_two_files_call_the_same_is_found_once(session):
    keep(session, make_spot("Åsen"), source="one")
    keep(session, make_spot("ÅSEN", lat=59.0501), make_spot("Åsen", lat=59.2), source="two")
    assert [one.lat for one in search_names(session, "asen", root_id=None)] == [59.05, 59.2]


def test_loading_a_file_again_replaces_its_names_and_no_others(session):
    keep(session, make_spot("Storgatan"), make_spot("Nygatan"))
    keep(session, make_spot("Torget", kind=LANDMARK), source="torg.csv")
    keep(session, make_spot("Storgatan"), make_spot("Kvarngatan"))
    assert found(session, "nygatan") == []
    assert found(session, "kvarngatan") == ["Kvarngatan"]
    assert found(session, "torget") == ["Torget"]
    assert name_sources(session) == [("gator.gpkg", STREET, 2), ("torg.csv", LANDMARK, 1)]


def test_the_id_of_a_name_never_comes_to_mean_another(session):
    keep(session, make_spot("Storgatan"))
    [before] = session.scalars(select(PlaceName.id))
    forget_names(session, "gator.gpkg")
    keep(session, make_spot("Nygatan"))
    assert session.scalars(select(PlaceName.id)).one() != before
    assert find_name(session, before) is None
    assert found(session, "nygatan") == ["Nygatan"]
    assert found(session, "storgatan") == []


def test_forgetting_what_nobody_loaded_is_refused(session):
    with pytest.raises(NoSuchSource, match=r"No names came from nowhere\.csv\."):
        forget_names(session, "nowhere.csv")


def test_an_area_that_is_renamed_is_shown_by_its_new_name(session):
    make_land(session)
    north = find_area(session, "north")
    keep(session, make_spot("Storgatan", area_id=north.id))
    assert search_names(session, "storgatan", root_id=None)[0].area["sv"] == "Norrby"
    north.names = {"sv": "Nya Norrby"}
    session.flush()
    assert search_names(session, "storgatan", root_id=None)[0].area["sv"] == "Nya Norrby"


@pytest.mark.parametrize("id", [0, -1, 2**31, 10**12])
def test_an_id_that_can_be_none_is_no_name(session, id):
    assert find_name(session, id) is None
    assert found_name(session, id) is None


def test_a_name_can_be_shown_as_a_search_shows_it(session):
    keep(session, make_spot("Storgatan"))
    [one] = search_names(session, "storgatan", root_id=None)
    assert found_name(session, one.id) == one


def test_searching_asks_the_database_three_times_however_many_names_there_are(session):
    root = make_land(session)
    north = find_area(session, "north").id
    keep(session, *(make_spot(f"Storgatan {chr(97 + at)}", lat=59 + at / 100, area_id=north) for at in range(20)))
    search_names(session, "storgatan", root_id=root.id)
    asked = []

    def note(*args):
        asked.append(args[2])

    event.listen(session.get_bind(), "before_cursor_execute", note)
    try:
        assert len(search_names(session, "storgatan", root_id=root.id)) == 8
        assert len(asked) == 3
        assert search_names(session, "xqzj", root_id=root.id) == []
        assert len(asked) == 4
        assert search_names(session, "  ", root_id=root.id) == []
        assert len(asked) == 4
    finally:
        event.remove(session.get_bind(), "before_cursor_execute", note)


def test_what_is_loaded_and_forgotten_stands_in_the_log(session):
    keep(session, make_spot("Storgatan"))
    forget_names(session, "gator.gpkg")
    session.flush()
    logged = session.execute(select(AuditEvent.action, AuditEvent.subject).order_by(AuditEvent.id)).all()
    assert [tuple(one) for one in logged] == [
        ("names loaded", "source gator.gpkg"),
        ("names forgotten", "source gator.gpkg"),
    ]
    assert session.scalar(select(func.count()).select_from(PlaceName)) == 0


def test_what_tells_where_one_is_comes_first_on_a_map_and_addresses_do_not_come(session):
    root = make_land(session)
    north = find_area(session, "north").id
    keep(session, *(make_spot(f"{kind} {north}", kind=kind, area_id=north) for kind in (STREET, ADDRESS, SETTLEMENT)))
    assert [one.kind for one in names_to_draw(session, root_id=root.id)] == [SETTLEMENT, STREET]
