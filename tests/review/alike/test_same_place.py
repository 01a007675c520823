"""Reports of the same place and time: when they are alike, and how they are found."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from dialog.geography.points import Point
from dialog.review.alike.actions import keep_together
from dialog.review.alike.nearness import Told, nearness, to_metres
from dialog.review.alike.same_place import reports_like, spots_of_place
from tests.review.factories import AT, DAY, make_exact_point, make_place, make_report, make_staff, make_text

TODAY = date(2026, 10, 20)


def told(**changes) -> Told:
    values: dict[str, Any] = {"on": DAY, "kind": "tunnel_bridge", "words": "", "east": 0.0, "north": 0.0}
    return Told(uuid4(), **(values | changes))


def test_two_of_one_spot_and_month_and_kind_are_alike():
    near = nearness(told(), told(east=30.0, on=DAY + timedelta(days=9)))
    assert near and (near.within, near.days, near.same_kind, near.words) == (50, 9, True, None)


@pytest.mark.parametrize(
    "changes",
    [{"east": 130.0}, {"on": DAY + timedelta(days=31)}, {"kind": "shop_pub"}, {"within": 250}, {"east": None}],
    ids=["too far", "too late", "another kind", "only roughly known", "not known"],
)
def test_they_are_not_when_the_place_the_time_or_the_kind_is_another(changes):
    assert nearness(told(), told(**changes)) is None


def test_another_kind_of_place_is_alike_in_similar_words_only():
    dark, bushes = "lampan i tunneln ar trasig", "buskarna skymmer sikten"
    assert nearness(told(words=dark), told(kind="path", words="trasig lampa i tunneln"))
    assert nearness(told(words=dark), told(kind="path", words=bushes)) is None


def test_where_only_the_cell_is_known_words_have_to_say_the_same():
    dark = "lampan i tunneln ar trasig"
    cell = {"within": 500, "words": dark}
    near = nearness(told(**cell), told(**cell | {"words": "trasig lampa i tunneln"}))
    assert near and near.within is None
    assert nearness(told(**cell), told(**cell | {"words": ""})) is None


def test_metres_are_those_of_sweref():
    (one, other) = to_metres([Point(59.0, 15.0), Point(59.001, 15.0)])
    assert one[0] == pytest.approx(500_000) and other[1] - one[1] == pytest.approx(111.3, abs=0.3)


@pytest.fixture
def report(session):
    one = make_report(session)
    make_exact_point(session, one)
    return one


def beside(session, *, metres: float, **changes):
    """A report so many metres north of the pin that `report` has."""
    other = make_report(session, **changes)
    make_exact_point(session, other, lat=59.0503 + metres / 111_320)
    return other


def test_reports_of_the_same_spot_are_found_the_nearest_words_first(session, report):
    make_text(session, "Lampan i tunneln är trasig", report_id=report.id, question="what")
    silent, far = beside(session, metres=20), beside(session, metres=300)
    same = beside(session, metres=60)
    make_text(session, "Trasig lampa i tunneln", report_id=same.id, question="what")
    found = reports_like(session, report, today=TODAY)
    assert [one.report_id for one in found] == [same.id, silent.id]
    assert far.id not in {one.report_id for one in found}


def test_what_is_set_aside_or_a_duplicate_is_not_suggested(session, report):
    for status in ("set_aside", "duplicate"):
        beside(session, metres=10, status=status)
    assert reports_like(session, report, today=TODAY) == []


def test_when_the_exact_points_are_gone_only_the_cell_is_known(session, report):
    beside(session, metres=10)
    assert reports_like(session, report, today=date(2999, 1, 1)) == []


def test_reports_of_a_place_that_tell_of_the_same_spot_are_suggested_until_they_are_kept_together(session, report):
    others = [beside(session, metres=metres) for metres in (10, 40, 250)]
    place = make_place(session, [report, *others])
    (spot,) = spots_of_place(session, place, today=TODAY)
    assert set(spot.report_ids) == {report.id, others[0].id, others[1].id}
    keep_together(session, [report, *others[:2]], head=report, by=make_staff(session), at=AT)
    assert spots_of_place(session, place, today=TODAY) == []
