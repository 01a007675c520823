"""Whether parts cover the whole, and how it is drawn."""

import pytest
import shapely

from dialog.areas.coverage import SLIVER, coverage
from dialog.areas.drawing import WIDTH, draw
from dialog.geography.surfaces import km2

WHOLE = shapely.box(15.0, 59.0, 15.4, 59.1)


def test_parts_that_fit_leave_nothing():
    found = coverage(7, WHOLE, {1: shapely.box(15.0, 59.0, 15.2, 59.1), 2: shapely.box(15.2, 59.0, 15.4, 59.1)})
    assert (found.parent, list(found.flaws), found.slivers) == (7, [], 0)
    assert found.km2 == pytest.approx(float(km2([WHOLE])[0]))


def test_a_gap_and_an_overlap_are_measured():
    parts = {1: shapely.box(15.0, 59.0, 15.2, 59.1), 2: shapely.box(15.15, 59.0, 15.3, 59.1)}
    found = coverage(7, WHOLE, parts)
    gap, overlap = found.flaws
    assert (gap.is_gap, overlap.is_gap, list(overlap.parts)) == (True, False, [1, 2])
    assert gap.outline.equals(shapely.box(15.3, 59.0, 15.4, 59.1))
    assert found.share(found.gaps_km2) == pytest.approx(0.25, rel=0.01)
    assert found.share(found.overlaps_km2) == pytest.approx(0.125, rel=0.01)


def test_slivers_are_counted_apart():
    parts = {1: shapely.box(15.0, 59.0, 15.2, 59.1), 2: shapely.box(15.20001, 59.0, 15.4, 59.1)}
    found = coverage(7, WHOLE, parts)
    assert (list(found.flaws), found.slivers) == ([], 1)
    assert 0 < found.slivers_km2 < SLIVER


def test_an_area_inside_another_lies_in_two():
    found = coverage(7, WHOLE, {1: WHOLE, 2: shapely.box(15.1, 59.02, 15.2, 59.05)})
    assert [list(flaw.parts) for flaw in found.flaws] == [[1, 2]]


def test_outlines_are_drawn_in_proportion():
    drawing = draw([(WHOLE, "Hela", "land"), (shapely.box(15.0, 59.0, 15.2, 59.1), "", "gap")])
    assert drawing.width == WIDTH
    assert drawing.height / drawing.width == pytest.approx(0.1 / (0.4 * 0.514), rel=0.05)
    whole, gap = drawing.paths
    assert (whole.label, whole.look, gap.look) == ("Hela", "land", "gap")
    assert whole.drawn.startswith("M") and whole.drawn.endswith("Z") and whole.drawn.count("L") == 3


def test_nothing_is_drawn_of_nothing():
    assert draw([]).paths == ()
