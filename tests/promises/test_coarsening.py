"""A coarsened point can't be averaged back: however often one spot is told of, by whatever way it comes in and wherever
it is shown, everybody but a reviewer who asks for the exact point sees one and the same point.
"""

import csv
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.geography.points import Point
from dialog.places.coarsening.grid import FINEST_METRES, cell_of
from dialog.places.coarsening.points import coarse_points
from dialog.places.columns import recognise_columns
from dialog.places.imports import Load, load_reports
from dialog.places.models import ExactPoint, Report
from dialog.review.clearance import clear_report, cleared_reports
from dialog.rows.mapping import read_map
from dialog.rows.reading import read_rows
from dialog.survey.models import Round
from tests.factories import make_round
from tests.forms import submit
from tests.review.factories import AT, make_staff

SPOT = Point(59.0512, 15.0512)
AROUND = [Point(round(SPOT.lat + n / 10_000, 4), round(SPOT.lon - n / 10_000, 4)) for n in range(-3, 4)]  # 11 m apart
TIMES = 6
LATER = date(2999, 1, 1)


@pytest.fixture
def round(session: Session) -> Round:
    """A land where many live in the south, few in the north, and nobody knows how many in the west."""
    made = make_round(session)
    for code, population in (("north", 3_000), ("south", 90_000)):
        session.query(Area).filter_by(code=code).one().population = population
    session.commit()
    return made


def told(session: Session) -> set[tuple[float | None, float | None, int | None]]:
    session.expire_all()
    return {(report.lat, report.lon, report.within) for report in session.scalars(select(Report))}


def send(client: FlaskClient, points: Iterable[Point]) -> None:
    for point in points:
        sent = submit(client, "/sv/report", {"feeling": "unsafe", "lat": str(point.lat), "lon": str(point.lon)})
        assert sent.status_code == 200


def load(session: Session, round: Round, folder: Path, points: Iterable[Point]) -> None:
    path = folder / "faults.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "text", "lat", "lon", "date"])
        rows.writerows([n, f"Mörkt {n}", point.lat, point.lon, "2026-10-01"] for n, point in enumerate(points))
    read = read_rows(path)
    setting = Load(
        round.id, round.area_id, "faults", date(2026, 10, 10), LATER, inhabitants=50,
        hash_of=lambda said: sha256(said.encode()).hexdigest(),
    )  # fmt: skip
    load_reports(session, read, recognise_columns(read.columns, read_map(None, (), {})), setting)
    session.commit()


def test_many_reports_of_one_spot_are_told_alike_whichever_way_they_came(client, session, round, tmp_path):
    send(client, [SPOT] * TIMES)
    load(session, round, tmp_path, [SPOT] * TIMES)
    ((lat, lon, _within),) = told(session)
    assert (lat, lon) != (SPOT.lat, SPOT.lon)
    assert len(session.scalars(select(ExactPoint)).all()) == 2 * TIMES


def test_the_mean_of_pins_put_a_little_apart_is_the_told_point_and_not_the_spot(client, session, round, tmp_path):
    send(client, AROUND)
    load(session, round, tmp_path, AROUND)
    ((lat, lon, _within),) = told(session)
    points = [(report.lat, report.lon) for report in session.scalars(select(Report))]
    means = [sum(one[axis] or 0 for one in points) / len(points) for axis in (0, 1)]
    assert means == pytest.approx([lat, lon])
    assert means != pytest.approx([SPOT.lat, SPOT.lon], abs=1e-4)


def test_every_view_shows_the_told_point_and_none_the_spot(app: Flask, client, signed_in, session, round):
    send(client, AROUND)
    by = make_staff(session)
    for report in session.scalars(select(Report)):
        report.status = "accepted"
        report.received_on = date(2026, 10, 1)
        session.flush()
        clear_report(session, report, by=by, at=AT)
    session.commit()
    ((lat, lon, _within),) = told(session)
    reviewer = signed_in("reviewer")
    seen = reviewer.get("/staff/map/cells.json?zoom=19&box=15,59,15.3,59.1").json["cells"]
    assert {(cell[0], cell[1]) for cell in seen} == {(lat, lon)}
    read = cleared_reports(session, today=LATER, delay_days=14)
    assert {(one.report.lat, one.report.lon) for one in read} == {(lat, lon)} and len(read) == len(AROUND)
    pages = ["/staff/map", "/staff/", "/staff/places", *(f"/staff/reports/{one.report.id}" for one in read)]
    exact = {f"{point.lat:.4f}" for point in AROUND} | {f"{point.lon:.4f}" for point in AROUND}
    for address in pages:
        page = reviewer.get(f"{address}?status=accepted").text
        assert not [number for number in exact if number in page], address


def test_all_points_that_are_told_alike_lie_in_the_told_cell(session, round):
    """Over the whole land, its borders, and what lies beyond: nothing tells two of them apart but the told cell."""
    points = [Point(58.95 + n / 150, 14.9 + m / 60) for n in range(30) for m in range(30)]
    found = coarse_points(session, points, root_id=round.area_id, inhabitants=50)
    for point, coarse in zip(points, found, strict=True):
        level = (coarse.within // FINEST_METRES).bit_length() - 1
        assert cell_of(point).coarse(level) == coarse
    assert len({coarse.within for coarse in found}) > 2


def test_points_of_one_finest_cell_are_told_at_one_level(session, round):
    points = [Point(59 + n / 400, 15 + m / 200) for n in range(40) for m in range(60)]
    by_cell: dict[object, set[object]] = {}
    for point, coarse in zip(
        points, coarse_points(session, points, root_id=round.area_id, inhabitants=50), strict=True
    ):
        by_cell.setdefault(cell_of(point), set()).add(coarse)
    assert all(len(told_as) == 1 for told_as in by_cell.values())
