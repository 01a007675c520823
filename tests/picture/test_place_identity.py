"""A place stays the same from one edition to the next, and is offered as long as the newest edition shows it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from dialog.geography.points import METRES_PER_DEGREE, Point
from dialog.picture.actions import release_picture
from dialog.picture.content import from_document
from dialog.picture.place_identity import SAME_METRES, Earlier, Found, identities
from dialog.places.models import ExactPoint, MeToo, Place, PlaceReport, Report
from dialog.places.queries import me_too_counts, places_in, places_near
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.speaking import SQUARE, STATION, TODAY, area_id, draft, gather, picture_of, release, report, respond

FAR = Point(0.0, 0.0)


def town(session: Session, slug: str = "trygg", **changes: Any) -> Round:
    """A round with two places in the north."""
    round = make_round(session, slug=slug)
    respond(session, round, 40, area="south")
    gather(session, round, 12, **changes)
    gather(session, round, 9, at=STATION, **changes)
    report(session, round, 20)
    return round


def rows(session: Session) -> Sequence[Place]:
    return session.scalars(select(Place).order_by(Place.voices.desc())).all()


def keys(session: Session, round: Round) -> set[str]:
    return {place.key for place in picture_of(session, round).places or ()}


def found(*reports: UUID, at: Point = FAR) -> Found:
    return Found(frozenset(reports), at)


def earlier(*reports: UUID, at: Point = FAR, same_round: bool = True) -> Earlier:
    return Earlier(frozenset(reports), at, same_round)


def test_a_release_writes_its_places_and_what_made_them(session: Session):
    round = town(session)
    edition = release(session, round).edition
    square, station = rows(session)
    assert [(one.voices, one.first_edition, one.last_edition) for one in (square, station)] == [
        (12, edition, edition),
        (9, edition, edition),
    ]
    assert square.area_id == area_id(session, "north")
    assert len(session.scalars(select(PlaceReport).where(PlaceReport.place_id == square.id)).all()) == 12


def test_an_edition_holds_no_id_of_a_report(session: Session):
    round = town(session)
    made = draft(session, round)
    edition = release_picture(session, made, on=TODAY)
    ids = [str(id) for id in session.scalars(select(Report.id))]
    assert not any(id in str(edition.content) for id in ids)
    places = from_document(edition.content).places or ()
    assert {one.first_edition for one in places} == {edition.edition}
    assert [one.key for one in places] == [one.key for one in from_document(made.content).places or ()]


def test_a_place_keeps_its_identity_and_name_in_the_next_edition(session: Session):
    round = town(session)
    first = release(session, round).edition
    before = {one.key: dict(one.names) for one in rows(session)}
    gather(session, round, 30)
    gather(session, round, 30, at=STATION)
    assert keys(session, round) == keys(session, round) == {str(key) for key in before}
    second = release(session, round).edition
    assert {one.key: dict(one.names) for one in rows(session)} == before
    assert {(one.first_edition, one.last_edition, one.voices) for one in rows(session)} == {
        (first, second, 42),
        (first, second, 39),
    }
    told = from_document(release(session, round).content).places or ()
    assert {one.before for one in told} == {(second, 42), (second, 39)}


def test_a_place_of_another_round_is_the_same_where_it_lies(session: Session):
    release(session, town(session))
    before = {str(one.key) for one in rows(session)}
    assert keys(session, town(session, "next-year")) == before


def test_a_place_is_the_same_when_its_exact_points_are_gone(session: Session):
    round = town(session)
    release(session, round)
    before = {str(one.key) for one in rows(session)}
    session.execute(delete(ExactPoint))
    session.query(Report).filter(Report.lat.is_not(None)).update({"within": 250})
    assert keys(session, round) == before


def test_a_place_that_no_longer_gathers_keeps_its_row_and_is_no_longer_offered(session: Session):
    release(session, town(session))
    before = {one.id for one in rows(session)}
    other = make_round(session, slug="next-year")
    respond(session, other, 40)
    gather(session, other, 12)
    edition = release(session, other).edition
    assert {one.id for one in rows(session)} == before
    (still,) = [one for one in rows(session) if one.last_edition == edition]
    assert places_in(session, still.area_id or 0) == [still]


def test_a_withdrawn_report_is_no_longer_among_those_that_made_a_place(session: Session):
    round = town(session)
    made = draft(session, round)
    gone = session.scalars(select(Report.id).where(Report.lat.is_not(None))).first()
    session.execute(delete(Report).where(Report.id == gone))
    release_picture(session, made, on=TODAY)
    assert gone not in session.scalars(select(PlaceReport.report_id)).all()
    assert len(session.scalars(select(PlaceReport)).all()) == 20


def test_places_are_found_around_a_point_the_nearest_first(session: Session):
    release(session, town(session))
    square, station = rows(session)
    assert places_near(session, SQUARE)[0] == square
    assert places_near(session, STATION)[0] == station
    assert places_near(session, Point(59.2, 15.05)) == []
    assert set(places_near(session, Point(59.2, 15.05), metres=50_000)) == {square, station}


def test_places_are_found_in_an_area_and_in_all_above_it(session: Session):
    release(session, town(session))
    for code, number in (("north", 2), ("9999", 2), ("south", 0)):
        assert len(places_in(session, area_id(session, code) or 0)) == number


def test_nothing_is_offered_before_the_first_release(session: Session):
    draft(session, town(session))
    assert places_near(session, SQUARE) == []


def test_me_too_is_told_in_steps_of_five_and_frozen_with_the_edition(session: Session):
    round = town(session)
    release(session, round)
    square, station = rows(session)
    for place, times in ((square, 14), (station, 4)):
        for _ in range(times):
            session.add(MeToo(key_hash=str(uuid4()), place_id=place.id, received_on=TODAY))
    session.flush()
    assert me_too_counts(session, [square.id, station.id]) == {square.id: 10, station.id: 0}
    told = from_document(release(session, round).content).places or ()
    assert sorted(one.me_too for one in told) == [0, 10]


def test_a_place_is_what_it_shares_most_reports_with():
    one, two, three, four = (uuid4() for _ in range(4))
    assert identities([found(one, two, three, four)], [earlier(one), earlier(two, three)]) == {0: 1}
    assert identities([found(one), found(two, three)], [earlier(one, two, three)]) == {1: 0}
    assert identities([found(one, two)], [earlier(one, three, four)]) == {}


def test_distance_decides_only_about_reports_of_another_round():
    near = Point(0.0, (SAME_METRES - 1) / METRES_PER_DEGREE)
    assert identities([found(uuid4())], [earlier(uuid4(), at=near)]) == {}
    assert identities([found(uuid4())], [earlier(uuid4(), at=near, same_round=False)]) == {0: 0}
    beyond = Point(0.0, (SAME_METRES + 1) / METRES_PER_DEGREE)
    assert identities([found(uuid4())], [earlier(uuid4(), at=beyond, same_round=False)]) == {}


REPORTS = [UUID(int=number) for number in range(12)]
SETS = st.lists(st.sets(st.sampled_from(REPORTS), min_size=1), max_size=5)


@given(SETS, SETS)
def test_every_place_is_one_other_at_most(today: list[set[UUID]], before: list[set[UUID]]):
    same = identities([found(*some) for some in today], [earlier(*some, same_round=False) for some in before])
    assert len(set(same.values())) == len(same)


def test_exact_points_past_their_day_make_no_place_even_before_they_are_erased(session: Session):
    round = town(session)
    made = release_picture(session, draft(session, round), on=TODAY)
    assert from_document(made.content).places
    session.query(ExactPoint).update({"erase_on": TODAY - timedelta(days=1)})
    assert picture_of(session, round).places == ()
