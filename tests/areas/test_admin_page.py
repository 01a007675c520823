"""The page where administrators see the areas."""

import re
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.division_queries import ON_A_PAGE
from dialog.areas.queries import root_of
from tests.factories import make_land, square


@pytest.fixture
def page(signed_in):
    client = signed_in("admin")

    def page(query=""):
        answer = client.get(f"/admin/areas{query}", headers={"Accept-Language": "en"})
        assert answer.status_code == 200
        return answer.text

    return page


def keep_deso(session, version, outlines):
    keep_division(session, family="deso", version=version, source=f"deso{version}.gpkg", on=date(2026, 11, 1))
    root = root_of(session) or make_land(session)
    for number, outline in enumerate(outlines):
        named: dict[str, Any] = {"code": f"0001A00{number}0", "kind": "deso", "names": {"sv": f"Ruta {number}"}}
        keep_area(session, division=f"deso-{version}", **named, parent_id=root.id, population=100, outline=outline)


def test_without_areas_the_page_says_how_they_come(page):
    assert "There are no areas yet" in page() and "picture-map" not in page()


def test_areas_stand_on_a_map_and_in_a_table(session, page):
    make_land(session)
    session.commit()
    html = page()
    assert html.count('class="land"') == 4
    for words in ("Norrby", "Söderby", "Västerby", "9999", "Provby"):
        assert words in html
    assert "<script" not in html.partition("picture-map")[2].partition("</svg>")[0]


def test_gaps_and_overlaps_are_shown_and_measured(session, page):
    make_land(session)
    session.commit()
    html = page()
    assert 'class="gap"' in html  # the land of tests reaches further north than its districts
    keep_deso(session, "2025", [square(15.0, 59.0, 0.2), square(15.1, 59.0, 0.2)])
    session.commit()
    html = page("?division=deso-2025")
    assert 'class="overlap"' in html and "Ruta 0" in html


def test_versions_are_listed_and_compared(session, page):
    keep_deso(session, "2018", [square(15.0, 59.0), square(15.1, 59.0)])
    keep_deso(session, "2025", [square(15.0, 59.0), square(15.12, 59.0), square(15.22, 59.0, 0.08)])
    session.commit()
    html = page("?division=deso-2025&with=deso-2018")
    assert "deso2018.gpkg" in html and "0001A0020" in html
    assert re.search(r"33[.,]3", html)  # of the surface that the second had and has


def test_a_large_division_is_shown_page_by_page(session, page):
    root = make_land(session)
    for number in range(ON_A_PAGE + 1):
        keep_area(session, division="rutor", code=f"{number:04}", kind="ruta", names={"sv": f"Ruta {number}"},
                  parent_id=root.id, outline=square(15 + number % 20 / 100, 59 + number // 20 / 100, 0.01))  # fmt: skip
    session.commit()
    first = page("?division=rutor")
    assert first.count('class="land"') == ON_A_PAGE
    following = re.search(r'href="([^"]+)" rel="next"', first)
    assert following
    later = page("?" + following[1].partition("?")[2].replace("&amp;", "&"))
    assert later.count('class="land"') == 1 and "Ruta 200" in later


def test_a_division_that_is_not_there_is_not_found(session, signed_in):
    make_land(session)
    session.commit()
    client = signed_in("admin")
    assert client.get("/admin/areas?division=nothing").status_code == 404
    assert client.get("/admin/areas?division=test&with=nothing").status_code == 404


def test_the_number_of_questions_to_the_database_does_not_grow(session, page, app):
    asked: list[str] = []
    engine = app.extensions["sessions"].kw["bind"]
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    root = make_land(session)
    session.commit()
    page("?division=test")
    few = len(asked)
    for number in range(50):
        keep_area(session, division="test", code=f"ny{number}", kind="district", names={"sv": str(number)},
                  parent_id=root.id, outline=square(15 + number / 200, 59.2, 0.004))  # fmt: skip
    session.commit()
    asked.clear()
    page("?division=test")
    assert len(asked) <= few
