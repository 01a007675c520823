"""The staff map: counts in cells, never a point; as fine as the zoom can show, and the same as a table."""

from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from dialog.geography.points import Point
from dialog.places.coarsening.grid import cell_of
from dialog.review.actions import set_aside
from dialog.review.staff_map_cells import EVERYWHERE, Box, MapCell, merged, metres_at
from tests.review.factories import AT, make_exact_point, make_report, make_staff, the_round

HERE = "14.9,58.9,15.4,59.2"
middles = st.builds(
    lambda lat, lon, level, reports: MapCell(cell_of(Point(lat, lon)).coarse(level).point, 250 * 2**level, reports),
    st.floats(58, 60),
    st.floats(14, 16),
    st.integers(0, 3),
    st.integers(1, 9),
)


@pytest.fixture
def reviewer(signed_in) -> FlaskClient:
    client = signed_in("reviewer")
    client.get("/staff/?lang=en")
    return client


def at(session: Session, lat: float, lon: float, *, level: int = 1, **changes: Any) -> None:
    told = cell_of(Point(lat, lon)).coarse(level)
    make_report(session, lat=told.point.lat, lon=told.point.lon, within=told.within, **changes)


def cells(reviewer: FlaskClient, *, zoom: float = 15, filters: Mapping[str, object] | None = None) -> Any:
    answer = reviewer.get("/staff/map/cells.json", query_string={"box": HERE, "zoom": zoom, **(filters or {})})
    assert answer.status_code == 200
    return answer.json


@given(st.lists(middles, max_size=40), st.floats(0, 20_000))
def test_no_report_is_lost_or_told_more_exactly_than_before(found: list[MapCell], metres: float) -> None:
    shown = merged(found, EVERYWHERE, metres=metres)
    assert sum(cell.reports for cell in shown) == sum(cell.reports for cell in found)
    assert all(cell.within >= min(metres, 8_000) for cell in shown)
    finest = min((cell.within for cell in found), default=0)
    assert all(cell.within >= finest for cell in shown)


@given(st.lists(middles, min_size=10, max_size=60))
def test_there_are_never_more_cells_than_a_map_can_take(found: list[MapCell]) -> None:
    shown = merged(found, EVERYWHERE, metres=0, most=3)
    assert len(shown) <= 3 and sum(cell.reports for cell in shown) == sum(cell.reports for cell in found)


def test_a_cell_on_the_edge_of_the_window_counts_its_reports_outside_too() -> None:
    halves = [MapCell(cell_of(Point(59, lon)).coarse(0).point, 250, 5) for lon in (15.0301, 15.0345)]
    whole = cell_of(Point(59, 15.0301)).coarse(5).point
    (seen,) = merged(halves, Box(whole.lon - 0.001, 58.9, whole.lon + 0.001, 59.1), metres=8_000)
    assert seen.reports == 10


def test_the_cells_widen_as_the_map_zooms_out() -> None:
    assert metres_at(15, 59.5) < 250 < metres_at(11, 59.5) < metres_at(8, 59.5)


def test_reports_are_counted_in_their_cells(reviewer, session):
    for _ in range(3):
        at(session, 59.05, 15.05)
    at(session, 59.08, 15.15)
    make_report(session)
    session.commit()
    found = cells(reviewer)
    assert sorted(cell[2] for cell in found["cells"]) == [1, 3]
    assert found["total"] == 4
    assert "1 report has no point" in found["table"]


def test_an_exact_point_is_in_no_answer(reviewer, session):
    report = make_report(session)
    make_exact_point(session, report)
    session.commit()
    exact = ("59.0503", "15.0501")
    answers = [reviewer.get("/staff/map").text, reviewer.get("/staff/map/cells.json?zoom=19&box=" + HERE).text]
    assert all(number not in answer for number in exact for answer in answers)
    assert "59.0512" in answers[0]


def test_cells_told_more_roughly_than_the_rest_stay_as_wide(reviewer, session):
    at(session, 59.05, 15.05, level=0)
    at(session, 59.05, 15.05, level=4)
    session.commit()
    assert sorted(cell[3] for cell in cells(reviewer)["cells"]) == [250, 4_000]
    assert [cell[3] for cell in cells(reviewer, zoom=7)["cells"]] == [8_000]


def test_reports_are_filtered_by_what_they_tell(reviewer, session):
    at(session, 59.05, 15.05, answers={"feeling": "unsafe", "kind": "other", "causes": ["lighting"]})
    at(session, 59.05, 15.05, answers={"feeling": "safe", "kind": "square", "causes": ["other"]})
    at(session, 59.05, 15.05, status="accepted", answers={"feeling": "safe", "kind": "path"})
    session.commit()
    wanted = {"feeling": "safe", "kind": "other", "cause": "other", "status": "accepted"}
    assert {name: cells(reviewer, filters={name: value})["total"] for name, value in wanted.items()} == {
        "feeling": 2, "kind": 1, "cause": 1, "status": 1,
    }  # fmt: skip


def test_only_the_round_asked_for_is_shown(reviewer, session):
    at(session, 59.05, 15.05)
    session.commit()
    assert cells(reviewer, filters={"round": the_round(session).id})["total"] == 1
    assert "1" in reviewer.get("/staff/map?round=999999").text


def test_what_was_set_aside_leaves_the_map_at_once(reviewer, session):
    at(session, 59.05, 15.05)
    session.commit()
    assert cells(reviewer)["total"] == 1
    report = session.query(type(make_report(session, status="duplicate"))).filter_by(status="new").one()
    set_aside(session, report, by=make_staff(session), at=AT)
    session.commit()
    assert cells(reviewer)["total"] == 0


def test_the_table_says_the_same_without_script_and_leads_to_the_queue(reviewer, session):
    at(session, 59.05, 15.05)
    session.commit()
    page = reviewer.get("/staff/map").text
    assert "Norrby" in page and "/staff/?kind=report&amp;round=" in page


@pytest.mark.parametrize(
    "asked",
    ["", "zoom=12", "box=1,2,3&zoom=12", "box=a,b,c,d&zoom=12", f"box={HERE}&zoom=x", f"box={HERE}&zoom=99",
     "box=nan,nan,nan,nan&zoom=12", "box=15.4,58.9,14.9,59.2&zoom=12", "box=1e5,1,2,3&zoom=1"],
)  # fmt: skip
def test_a_question_that_makes_no_sense_is_refused(reviewer, session, asked):
    at(session, 59.05, 15.05)
    session.commit()
    assert reviewer.get(f"/staff/map/cells.json?{asked}").status_code == 400


def test_the_outlines_have_names_in_the_language_of_the_page(reviewer, session):
    the_round(session)
    session.commit()
    names = {one["properties"]["name"] for one in reviewer.get("/staff/map/areas.geojson").json["features"]}
    assert names == {"Norrby", "Söderby", "Västerby"}


def test_without_a_round_there_is_a_sentence(reviewer):
    assert "There is no round yet." in reviewer.get("/staff/map").text
    assert reviewer.get("/staff/map/cells.json?zoom=12&box=" + HERE).status_code == 400
    assert reviewer.get("/staff/map/areas.geojson").status_code == 404
