"""Loading areas in a real browser: on a phone, without script, with nothing for axe to find."""

import pytest
from shapely.geometry import shape

from dialog.accounts.actions import add_staff
from dialog.areas.queries import find_area
from tests.areas.maps import write_geojson
from tests.conftest import PASSWORD
from tests.factories import square


@pytest.fixture
def width():
    return 360


def test_areas_are_loaded_on_a_phone(live_server, open_page, axe, tmp_path):
    with live_server.sessions.begin() as session:
        add_staff(session, email="admin@test.example", name="Anna", password=PASSWORD, roles=["admin"])
    file = write_geojson(tmp_path / "stadsdelar.geojson", [shape(square(15 + n / 10, 59)) for n in range(3)])
    page = open_page()
    page.goto(f"{live_server.url}/staff/sign-in?next=/admin/areas")
    page.fill("[name=email]", "admin@test.example")
    page.fill("[name=password]", PASSWORD)
    page.locator("main button").first.click()
    page.locator("main a[href='/admin/areas/load']").click()
    page.locator("details.more > summary").click()
    assert axe(page) == []
    page.set_input_files("#file", file)
    page.fill("#root_name", "Provby")
    page.locator("button[value=look]").click()
    page.locator("details.more > summary").last.click()
    assert page.locator("svg.picture-map path").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []
    page.locator("button[value=load]").click()
    page.wait_for_url("**/admin/areas")
    with live_server.sessions() as session:
        assert find_area(session, "whole").names == {"sv": "Provby"}
