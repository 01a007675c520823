"""A picture tells where reports gather, coarsely, and nothing that could point to the few who are elsewhere."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from dialog.areas.models import PlaceName
from dialog.geography.points import Point
from dialog.picture.content import Picture, from_document, to_document
from dialog.picture.disclosure import Rule
from dialog.picture.gathering import MOST, STEP
from dialog.picture.hotspots import distance
from dialog.picture.place_lines import place_lines
from dialog.picture.tables import ALL, Cell, State
from dialog.places.coarsening.points import coarse_point
from dialog.places.models import ExactPoint, Report
from tests.factories import make_round
from tests.picture.speaking import (
    SQUARE,
    STATION,
    TODAY,
    cell,
    draft,
    gather,
    picture_of,
    places,
    report,
    respond,
    set_aside,
)

SHOWN = State.SHOWN


def placed(session: Session, kind: str, name: str, at: Point) -> None:
    session.add(PlaceName(source="test", kind=kind, names={"sv": name}, others=[], lat=at.lat, lon=at.lon))
    session.flush()


def east_of(point: Point, metres: float) -> Point:
    return Point(point.lat, point.lon + metres / 57_000)  # a degree of longitude at 59° N


def test_where_enough_voices_gather_is_a_place_and_the_rest_of_its_area_stands_beside_it(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    gather(session, round, 9, at=STATION)
    report(session, round, 20)
    report(session, round, 30, area="south")
    picture = picture_of(session, round)
    assert places(picture) == [("Place 1 in Norrby", 12), ("Place 2 in Norrby", 9)]
    assert cell(picture, "places", "north") == cell(picture, "area", "north") == Cell(41, SHOWN)
    assert cell(picture, "places", "north:other") == Cell(20, SHOWN)
    assert cell(picture, "places", "south") == Cell(30, SHOWN)


def test_causes_times_and_feelings_of_a_place_are_told(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    gather(session, round, 7, answers={"feeling": "safe", "kind": "square", "times": ["day"]})
    report(session, round, 40)
    (line,) = place_lines(picture_of(session, round))
    assert line.voices == Cell(19, SHOWN)
    assert [(one.item, one.cell.value) for one in line.causes] == [("lighting", 12)]
    assert [(one.item, one.cell.value) for one in line.times] == [("night", 12), ("day", 7)]
    assert [(one.item, one.cell.value) for one in line.feelings] == [("unsafe", 12), ("safe", 7)]


def test_four_voices_are_no_place(session: Session):
    round = make_round(session)
    gather(session, round, 4)
    report(session, round, 30)
    picture = picture_of(session, round)
    assert picture.places == ()
    assert picture.table("places") is None


def test_a_raised_threshold_wants_more_voices(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    report(session, round, 30)
    picture = from_document(draft(session, round, Rule(minimum=15)).content)
    assert picture.places == ()


def test_reports_inside_one_response_are_one_voice(session: Session):
    round = make_round(session)
    respond(session, round, 60)
    for response in respond(session, round, 4):
        gather(session, round, 3, response_id=response)
    assert picture_of(session, round).places == ()
    gather(session, round, 4)
    report(session, round, 20)
    assert places(picture_of(session, round)) == [("Place 1 in Norrby", 8)]


def test_several_places_of_one_sending_are_one_voice_at_each(session: Session):
    round = make_round(session)
    for first in gather(session, round, 8):
        gather(session, round, at=STATION, part_of=first)
        gather(session, round, part_of=first)
    report(session, round, 20)
    picture = picture_of(session, round)
    assert [voices for _, voices in places(picture)] == [8, 8]
    assert cell(picture, "area", ALL) == Cell(28, SHOWN)
    assert cell(picture, "kinds", "path") == Cell(28, SHOWN)
    assert {one.heading.universe for one in picture.tables} == {"voices:trygg"}


def test_parts_of_a_sending_count_in_each_of_their_areas(session: Session):
    round = make_round(session)
    respond(session, round, 20, area="west")
    for first in report(session, round, 10):
        report(session, round, area="south", part_of=first)
    picture = picture_of(session, round)
    assert cell(picture, "area", "north") == cell(picture, "area", "south") == Cell(10, SHOWN)
    assert cell(picture, "area", ALL) == Cell(30, SHOWN)


def test_parts_of_a_sending_that_is_set_aside_are_left_out(session: Session):
    round = make_round(session)
    spam, *_ = gather(session, round)
    gather(session, round, 20, part_of=spam)
    report(session, round, 20)
    session.execute(update(Report).where(Report.id == spam).values(status="set_aside"))
    assert cell(picture_of(session, round), "area", ALL) == Cell(20, SHOWN)


def test_voices_set_aside_make_no_place(session: Session):
    round = make_round(session)
    respond(session, round, 30)
    for response in respond(session, round, 8):
        gather(session, round, response_id=response)
        set_aside(session, response)
    assert picture_of(session, round).places == ()


def test_a_way_counts_at_both_its_ends(session: Session):
    round = make_round(session)
    gather(session, round, 8, to_point=STATION)
    report(session, round, 20)
    assert [voices for _, voices in places(picture_of(session, round))] == [8, 8]


def test_a_point_that_was_erased_says_no_more_than_its_cell(session: Session):
    round = make_round(session)
    gather(session, round, 12, erase_on=TODAY + timedelta(days=1))
    report(session, round, 20)
    assert len(picture_of(session, round).places or ()) == 1
    session.execute(update(ExactPoint).values(erase_on=TODAY))
    assert picture_of(session, round).places == ()  # a kilometre wide: nobody knows how many live there
    session.execute(update(Report).values(within=250))
    assert len(picture_of(session, round).places or ()) == 1


def test_the_point_of_a_place_is_the_middle_of_a_protecting_cell_and_never_its_own(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    report(session, round, 20)
    (place,) = picture_of(session, round).places or ()
    middle = Point(place.lat, place.lon)
    assert middle == coarse_point(session, SQUARE, root_id=round.area_id, inhabitants=50).point != SQUARE
    assert place.metres % STEP == 0
    assert distance(middle, SQUARE) <= place.metres


def test_where_a_place_lies_is_the_same_for_every_gathering_in_its_cell(session: Session):
    """Averaging many editions brings nobody nearer."""
    middles = set()
    for metres in (0, 10, 20, 30):
        round = make_round(session, slug=f"round-{metres}")
        gather(session, round, 12, at=east_of(SQUARE, metres))
        report(session, round, 20)
        middles |= {(place.lat, place.lon) for place in picture_of(session, round).places or ()}
    assert len(middles) == 1


def test_a_place_is_called_as_what_is_nearest_but_never_by_an_address(session: Session):
    round = make_round(session)
    placed(session, "address", "Torggatan 3", SQUARE)
    placed(session, "landmark", "Stora torget", east_of(SQUARE, 60))
    placed(session, "street", "Torggatan", east_of(SQUARE, 20))
    placed(session, "neighbourhood", "Norra staden", SQUARE)
    placed(session, "landmark", "Resecentrum", east_of(STATION, 400))
    gather(session, round, 12)
    gather(session, round, 9, at=STATION)
    report(session, round, 20)
    names = [dict(place.names) for place in picture_of(session, round).places or ()]
    assert names[0] == {"sv": "Torggatan"}
    assert names[1]["sv"].endswith("Norrby") and set(names[1]) >= {"sv", "en", "ar"}


def test_two_places_are_never_called_the_same(session: Session):
    round = make_round(session)
    placed(session, "street", "Torggatan", east_of(SQUARE, 70))
    gather(session, round, 12)
    gather(session, round, 9, at=east_of(SQUARE, 140))
    report(session, round, 20)
    names = [place.names["sv"] for place in picture_of(session, round).places or ()]
    assert len(names) == len(set(names)) == 2
    assert "Torggatan" in names


def test_no_more_places_than_a_map_can_hold(session: Session):
    round = make_round(session)
    for number in range(MOST + 3):
        gather(session, round, 5, at=Point(59.01 + number * 0.003, 15.05))
    report(session, round, 40)
    assert 0 < len(picture_of(session, round).places or ()) <= MOST


def test_a_place_outside_every_area_is_part_of_its_square(session: Session):
    round = make_round(session)
    far = Point(47.6687, 9.1968)
    gather(session, round, 12, area=None, at=far)
    report(session, round, 11, area=None, point=Point(47.8, 9.3))
    report(session, round, 30)
    picture = picture_of(session, round)
    (place,) = picture.places or ()
    spots = picture.table("spots")
    assert spots is not None
    assert places(picture) == [("Place 1 outside every area", 12)]
    assert cell(picture, "places", place.area) == spots[(place.area,)] == Cell(12, SHOWN)
    (line,) = place_lines(picture)
    assert line.area["en"] == "Outside every area"


def test_what_an_area_minus_its_place_would_give_away_is_withheld(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    report(session, round, 2)
    report(session, round, 40, area="south")
    picture = picture_of(session, round)
    shown = places(picture) != []
    north = cell(picture, "area", "north")
    assert not (shown and north.state is SHOWN)
    if shown:
        assert cell(picture, "places", "north:other").state is State.WITHHELD


def test_a_small_gathering_has_no_places(session: Session):
    round = make_round(session)
    gather(session, round, 19)
    assert picture_of(session, round).places == ()


def test_a_draft_with_places_survives_being_written_and_read(session: Session):
    round = make_round(session)
    gather(session, round, 12)
    report(session, round, 20)
    content = draft(session, round).content
    assert content["places"]
    assert to_document(from_document(content)) == content


def test_an_edition_from_before_places_were_told_is_still_read(session: Session):
    round = make_round(session)
    report(session, round, 30)
    content = {name: value for name, value in draft(session, round).content.items() if name != "places"}
    picture: Picture = from_document(content)
    assert picture.places is None
    assert place_lines(picture) == []
