"""Reports that lie in no area: where they gather, as squares of a grid."""

import pytest
from sqlalchemy.orm import Session

from dialog.geography.points import Point, snap_to_grid
from dialog.picture.spots import spot_of
from tests.factories import make_round
from tests.picture.speaking import picture_of, report

FAR = Point(47.6687, 9.1968)
GRID_METRES = 250


@pytest.mark.parametrize(("lat", "lon"), [(None, 9.0), (47.0, None), (None, None)])
def test_what_has_no_point_has_no_spot(lat: float | None, lon: float | None) -> None:
    assert spot_of(lat, lon) is None


def test_where_many_reports_gather_outside_every_area_is_told(session: Session) -> None:
    round = make_round(session)
    report(session, round, 12, area=None, point=FAR)
    report(session, round, 9, area=None, point=Point(48.5, 9.0))
    picture = picture_of(session, round)
    spots = picture.table("spots")
    assert spots is not None
    coarse = spot_of(*_middle(FAR))
    assert spots[(str(coarse),)].value == 12
    assert spots[("scattered",)].value == 9


def test_a_report_in_an_area_has_no_spot_beside_it(session: Session) -> None:
    round = make_round(session)
    report(session, round, 12, area="north", point=Point(59.05, 15.05))
    assert picture_of(session, round).table("spots") is None


def _middle(point: Point) -> tuple[float, float]:
    snapped = snap_to_grid(point, GRID_METRES)
    return snapped.lat, snapped.lon
