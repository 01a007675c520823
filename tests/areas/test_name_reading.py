"""What the entries of somebody's file call things, and which of them are one."""

import pytest
from shapely.geometry import LineString, MultiLineString, MultiPoint, Point, Polygon, box

from dialog.areas.names.joining import (
    ADDRESS,
    LANDMARK,
    NEIGHBOURHOOD,
    OTHER,
    SETTLEMENT,
    STREET,
    Part,
    is_same_spot,
    join,
    point_in,
)
from dialog.areas.names.reading import LONGEST_NAME, NoSpot, Reading, Unnamed, read_entry

HERE = Point(15.05, 59.05)
METRE = 1 / 111_320  # degrees of latitude


def read(reading=None, **properties):
    return list(read_entry(properties, HERE, reading or Reading()))


def only(reading=None, **properties):
    [part] = read(reading, **properties)
    return part


def street(name, south, kind=STREET):
    """A stretch of 100 m that begins so many metres north of 59° N."""
    return Part(kind, {"sv": name}, (), LineString([(15, 59 + south * METRE), (15, 59 + (south + 100) * METRE)]))


def test_names_in_our_languages_are_kept_apart_from_all_others():
    part = only(
        **{
            "name": "Yliopistonkatu",
            "name:sv": "Universitetsgatan",
            "name:fi": "Yliopistonkatu",
            "name:ar": "شارع الجامعة",
        },
        old_name="Hallituskatu;Regeringsgatan",
        highway="residential",
    )
    assert part.names == {"sv": "Universitetsgatan", "ar": "شارع الجامعة"}
    assert list(part.others) == ["Yliopistonkatu", "Hallituskatu", "Regeringsgatan"]


def test_tags_that_a_reader_put_together_are_taken_apart():
    part = only(name="Kaivokatu", other_tags='"name:sv"=>"Brunns\\"gatan","highway"=>"primary"')
    assert (part.names["sv"], part.kind) == ('Brunns"gatan', STREET)


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"highway": "residential"}, STREET),
        ({"highway": "bus_stop"}, LANDMARK),
        ({"amenity": "library"}, LANDMARK),
        ({"shop": "kiosk"}, LANDMARK),
        ({"building": "no"}, OTHER),
        ({"place": "village"}, SETTLEMENT),
        ({"place": "suburb"}, NEIGHBOURHOOD),
        ({"place": "square"}, LANDMARK),
        ({"wof:placetype": "locality"}, SETTLEMENT),
        ({"wof:placetype": "neighbourhood"}, NEIGHBOURHOOD),
        ({"code": "0580T110"}, SETTLEMENT),
        ({"code": "0580"}, OTHER),
        ({"typ": "Gata"}, STREET),
        ({"kategori": "Stadsdel"}, NEIGHBOURHOOD),
        ({}, OTHER),
    ],
)
def test_the_kind_is_recognised(properties, kind):
    assert only(namn="Norrby", **properties).kind == kind


def test_what_a_column_of_names_is_called_tells_the_kind():
    assert only(GATUNAMN="Storgatan").kind == STREET
    assert only(Adress="Storgatan 2").kind == ADDRESS


def test_a_kind_that_was_told_counts_where_the_file_does_not_say():
    assert only(Reading(kind=LANDMARK), name="Bron").kind == LANDMARK
    assert only(Reading(kind=LANDMARK), name="Bron", highway="footway").kind == STREET


def test_a_heading_that_was_told_is_where_the_name_stands():
    assert only(Reading(heading="kallas"), name="nr 7", kallas="Torget").names == {"sv": "Torget"}


def test_a_house_has_its_name_and_its_address():
    named, address = read(
        **{"name": "Stationen", "railway": "station", "addr:street": "Storgatan", "addr:housenumber": "1 B"}
    )
    assert (named.kind, named.names["sv"]) == (LANDMARK, "Stationen")
    assert (address.kind, address.names["sv"]) == (ADDRESS, "Storgatan 1 B")


@pytest.mark.parametrize("properties", [{}, {"name": ""}, {"name": "12"}, {"name": None}, {"addr:street": "Storgatan"}])
def test_what_has_no_name_is_left_out(properties):
    with pytest.raises(Unnamed):
        read(**properties)


def test_a_name_that_is_a_story_is_refused_with_the_reason():
    with pytest.raises(Unnamed, match=f"more than {LONGEST_NAME}"):
        read(name="a" * (LONGEST_NAME + 1))


@pytest.mark.parametrize(
    "properties",
    [{"mz:is_current": 0}, {"edtf:deprecated": "2018-05-07"}, {"wof:superseded_by": [1]}, {"type": "route"}],
)
def test_what_is_no_longer_there_or_nowhere_is_left_out(properties):
    with pytest.raises(NoSpot):
        read(name="Berg", **properties)


def test_what_nobody_knows_to_be_gone_is_kept():
    assert only(**{"wof:name": "Ånestad", "mz:is_current": -1, "edtf:deprecated": "uuuu", "wof:superseded_by": []})


def test_letters_that_were_encoded_twice_are_put_right():
    assert only(name="RÃ¥dhustorget vid Ã¥n").names == {"sv": "Rådhustorget vid ån"}


def test_a_point_for_a_line_lies_on_it_near_its_middle():
    assert point_in(LineString([(15, 59), (15, 59.002)])).lat == pytest.approx(59.001)
    halves = MultiLineString([[(15, 59), (15, 59.001)], [(15, 59.001), (15, 59.002)]])
    assert point_in(halves).lat == pytest.approx(59.001)
    apart = MultiLineString([[(15, 59), (15, 59.001)], [(15.01, 59), (15.01, 59.001)]])
    found = point_in(apart)
    assert apart.distance(Point(found.lon, found.lat)) < METRE


def test_a_point_for_a_surface_lies_inside_it():
    horseshoe = Polygon([(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3)])
    found = point_in(horseshoe)
    assert horseshoe.contains(Point(found.lon, found.lat))


def test_a_point_for_several_is_one_of_them():
    assert point_in(MultiPoint([(15, 59), (15.001, 59), (15.004, 59)])).lon in (15, 15.001, 15.004)


def test_parts_of_a_street_that_lie_near_each_other_are_one_name():
    spots = join([street("Storgatan", at) for at in (0, 300, 700)], [1, 1, 1])
    assert [(spot.names["sv"], spot.area_id) for spot in spots] == [("Storgatan", 1)]
    assert spots[0].point.lat == pytest.approx(59 + 350 * METRE, abs=60 * METRE)


@pytest.mark.parametrize(
    ("parts", "areas"),
    [
        ([street("Storgatan", 0), street("Storgatan", 5_000)], [1, 1]),
        ([street("Storgatan", 0), street("Storgatan", 100)], [1, 2]),
        ([street("Storgatan", 0), street("Storgränd", 100)], [1, 1]),
        ([street("Torget", 0), street("Torget", 100, LANDMARK)], [1, 1]),
    ],
)
def test_namesakes_far_away_in_another_area_or_of_another_kind_stay_two(parts, areas):
    assert len(join(parts, areas)) == 2


def test_what_one_part_lacks_another_gives():
    dot = Part(STREET, {"sv": "Storgatan", "ar": "شارع"}, ("Gamla vägen",), Point(15, 59))
    [spot] = join([street("Storgatan", 0), dot], [None, None])
    assert (spot.names["ar"], list(spot.others)) == ("شارع", ["Gamla vägen"])
    assert spot.point.lat > 59, "a line tells more than a dot"


def test_the_same_spot_in_two_files_is_recognised():
    one, other = (
        join([Part(LANDMARK, {"sv": name}, (), box(15, 59, 15.001, 59.001))], [1])[0] for name in ("Åsen", "ÅSEN")
    )
    [far] = join([street("Åsen", 3_000, LANDMARK)], [1])
    assert is_same_spot(one, other)
    assert not is_same_spot(one, far)
