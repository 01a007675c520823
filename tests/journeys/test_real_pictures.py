"""From files of statistics offices, the police and councils alone to released pictures, by commands and nothing else."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.picture.content import Picture, from_document
from dialog.picture.models import Draft, Release
from dialog.picture.tables import State

pytestmark = pytest.mark.sqlite
DESO_OF_FALUN = 37
CATEGORIES, SUBCATEGORIES = 6, 23  # of the reports of Konstanz


def run(app: Flask, *command: object) -> str:
    done = app.test_cli_runner().invoke(args=[str(word) for word in command])
    assert done.exit_code == 0, done.output
    return str(done.output)


def plan(app: Flask, slug: str, *about: str) -> None:
    """A round of the usual questions that is over."""
    run(app, "questionnaires", "load", "--default")
    dates = ("--opens", "2026-01-01", "--closes", "2026-03-31")
    run(app, "rounds", "plan", slug, "--title", f"Trygg i {slug.title()}", *about, *dates)
    run(app, "rounds", "open", slug)


def draft_and_release(app: Flask, session: Session, slug: str) -> tuple[Picture, Picture]:
    """What analysts see, and what everybody does."""
    run(app, "rounds", "end", slug)
    number = run(app, "picture", "draft", "--round", slug).split()[-1]
    edition = run(app, "picture", "release", number).split()[-1]
    session.rollback()
    draft = session.get_one(Draft, int(number))
    release = session.scalars(select(Release).where(Release.edition == int(edition))).one()
    return from_document(draft.content), from_document(release.content)


def test_falun_gets_a_picture_of_what_others_know_where_nobody_has_answered(
    app: Flask, session: Session, shared_data: Path
) -> None:
    geo, crime = shared_data / "geo", shared_data / "crime"
    run(app, "areas", "load", geo / "kommuner_okfse_wgs84.geojson", "--root-name", "Sverige")
    for version in ("deso_dalarna_2018v2_epsg3006.gpkg", "dalarna_deso2025_A_wgs84.geojson"):
        run(app, "areas", "load", geo / version)
    run(app, "population", "load", shared_data / "population" / "dalarna_deso2025_A_population.csv")
    run(app, "sources", "load", crime / "dalarna_A_brott_per_deso_ar_kategori.csv", "--division", "deso-2025")
    run(app, "sources", "load", crime / "bra_kommunindikatorer_ntu_A.csv", "--published")
    plan(app, "falun", "--area", "2080", "--level", "deso")
    draft, edition = draft_and_release(app, session, "falun")
    assert not draft.tables and not edition.tables  # silence is no figure
    print(app.test_client().get("/sv/pictures/1").text)


def test_konstanz_becomes_a_picture_of_its_reports_alone(app: Flask, session: Session, shared_data: Path) -> None:
    run(app, "areas", "add", "konstanz", "Konstanz")
    plan(app, "konstanz", "--level", "municipality")
    file = shared_data / "reports" / "konstanz_maengelmelder_A.csv"
    assert "1,066 reports loaded" in run(app, "reports", "load", file, "--round", "konstanz", "--language", "de")
    for picture in draft_and_release(app, session, "konstanz"):
        tables = {table.heading.id: table for table in picture.tables}
        categories = tables["imported"].dimension("imported").items
        assert len([item for item in categories if item.id.startswith("head:")]) == CATEGORIES
        assert len([item for item in categories if item.id.startswith("imported:")]) == SUBCATEGORIES
        places = [cell for key, cell in tables["spots"].cells.items() if key != ("all",)]
        assert len([cell for cell in places if cell.state is State.SHOWN]) >= 10
    assert "Konstanz" in app.test_client().get("/sv/pictures/1").text
