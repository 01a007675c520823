"""Files by strangers, from the command line to a picture."""

from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from dialog.picture.content import from_document
from dialog.picture.models import Draft
from dialog.picture.tables import State
from tests.factories import make_round

CATEGORIES, SUBCATEGORIES = 6, 23  # that came with the file


def run(app: Flask, *command: str) -> str:
    done = app.test_cli_runner().invoke(args=command)
    assert done.exit_code == 0, done.output
    return str(done.output)


def test_a_town_elsewhere_becomes_a_picture_with_its_categories_places_and_months(
    app: Flask, session: Session, shared_data: Path
) -> None:
    make_round(session, slug="konstanz")
    session.commit()
    run(app, "reports", "load", str(shared_data / "reports" / "konstanz_maengelmelder_A.csv"), "--round", "konstanz")
    number = int(run(app, "picture", "draft", "--round", "konstanz").split()[-1])
    draft = session.get(Draft, number)
    assert draft
    tables = {table.heading.id: table for table in from_document(draft.content).tables}
    categories = tables["imported"].dimension("imported").items
    assert len([item for item in categories if item.id.startswith("head:")]) == CATEGORIES
    assert len([item for item in categories if item.id.startswith("imported:")]) == SUBCATEGORIES
    assert tables["imported"].heading.source == "imported"
    places = [cell for key, cell in tables["spots"].cells.items() if key != ("all",)]
    assert len([cell for cell in places if cell.state is State.SHOWN]) >= 10
    assert [cell for cell in tables["months"].cells.values() if cell.state is State.SHOWN]


def test_the_districts_of_a_real_town_can_be_asked_about(app: Flask, shared_data: Path) -> None:
    file = shared_data / "geo" / "linkoping_distrikt_lantmateriet_wof_wgs84.geojson"
    said = run(app, "areas", "load", str(file), "--root-name", "Linköping")
    assert "36 areas" in said
    run(app, "questionnaires", "load", "--default")
    plan = ["rounds", "plan", "linkoping", "--title", "Trygg", "--area", "whole", "--level", "district"]
    run(app, *plan, "--opens", "2026-11-01", "--closes", "2026-12-31")
    run(app, "rounds", "open", "linkoping")
    page = app.test_client().get("/sv/dialogue/linkoping").text
    assert "Linköpings domkyrkodistrikt" in page and "Skäggetorp" in page and "Östra Skrukeby" in page
