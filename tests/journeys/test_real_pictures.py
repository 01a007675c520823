"""From files of statistics offices, the police and councils alone to released pictures, by commands only."""

import csv
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.picture.beside.facing import side_by_side
from dialog.picture.beside.rates import DECIMALS
from dialog.picture.beside.told import OWN_DIALOGUE, Beside, Known, OutsideCell, OutsideTable
from dialog.picture.beside.verdicts import UNKNOWN
from dialog.picture.content import Picture, from_document
from dialog.picture.models import Draft, Release
from dialog.picture.tables import State
from dialog.sources.understanding.units import COUNT, PERCENT

pytestmark = pytest.mark.sqlite
PEOPLE, CRIMES = "dalarna_deso2025_A_population.csv", "dalarna_A_brott_per_deso_ar_kategori.csv"
POLICE, COUNCIL = "Polisens brottsstatistik", "Anmälda brott"
SURVEY = "Nationella trygghetsundersökningen (NTU)"
DESO_OF_FALUN, SMALLEST = 37, 5
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


def load_what_others_know(app: Flask, data: Path) -> None:
    """Areas, people, crimes by DeSO and what the national council publishes, as they were downloaded."""
    geo, crime = data / "geo", data / "crime"
    run(app, "areas", "load", geo / "kommuner_okfse_wgs84.geojson", "--root-name", "Sverige")
    for version in ("deso_dalarna_2018v2_epsg3006.gpkg", "dalarna_deso2025_A_wgs84.geojson"):
        run(app, "areas", "load", geo / version)
    run(app, "population", "load", data / "population" / PEOPLE)
    told = (
        "--publisher",
        "Polisen",
        "--period",
        "2022–2025",
        "--method",
        "Anmälda brott",
        "--limits",
        "Inte allt anmäls",
    )
    run(app, "sources", "register", POLICE, "--lane", "reported-crime", *told)
    load = ("sources", "load", str(crime / CRIMES), "--source", POLICE)
    refused = app.test_cli_runner().invoke(args=load)  # the same codes, but 31 borders moved
    assert (refused.exit_code, "say which with --division." in refused.output) == (2, True)
    run(app, *load, "--division", "deso-2025")
    run(app, "sources", "load", crime / "bra_kommunindikatorer_ntu_A.csv", "--published")


def rows_of(file: Path, encoding: str, delimiter: str) -> list[dict[str, str]]:
    with file.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


def tables_of(beside: Beside, source: str) -> list[OutsideTable]:
    (found,) = [one for one in beside.register if one.name["sv"] == source]
    return [one for one in beside.tables if one.source == found.id]


def shown(table: OutsideTable) -> dict[tuple[str, str], OutsideCell]:
    return {key: cell for key, cell in table.cells.items() if cell.state is Known.SHOWN}


def test_falun_gets_a_picture_of_what_others_know_where_nobody_has_answered(
    app: Flask, session: Session, shared_data: Path
) -> None:
    load_what_others_know(app, shared_data)
    plan(app, "falun", "--area", "2080", "--level", "deso")
    for picture in draft_and_release(app, session, "falun"):
        beside = picture.beside
        assert beside and not picture.tables  # silence is no figure
        assert next(one.id for one in beside.register) == OWN_DIALOGUE
        police = next(one for one in beside.register if one.name["sv"] == POLICE)
        assert (police.publisher["sv"], police.limits["sv"]) == ("Polisen", "Inte allt anmäls")
        assert {one.lane for one in beside.register} == {"dialogue", "reported-crime", "national-survey"}
        assert (beside.areas[0].label["sv"], len(beside.parts)) == ("Falun", DESO_OF_FALUN)
        crimes_are_protected_and_told_for_every_thousand(beside, shared_data)
        the_national_survey_has_limits(beside)
        what_nobody_said_agrees_with_nothing(picture)
    everybody_can_read_it(app)


def what_nobody_said_agrees_with_nothing(picture: Picture) -> None:
    """Each problem stands beside what others know of it, with too little data of the dialogue in every area."""
    found = side_by_side(picture)
    assert {"reported-crime", "national-survey"} == {one.table.lane for one in found}
    for one in found:
        assert len(one.rows) == 1 + DESO_OF_FALUN and not any(row.said or row.cell.value for row in one.rows)
        assert {row.verdict for row in one.rows} == {None, UNKNOWN}  # none is told of the whole
    assert any(row.outside.value for one in found for row in one.rows)


def everybody_can_read_it(app: Flask) -> None:
    page = app.test_client().get("/sv/pictures/1").text
    assert "För lite data" in page and "inte att det är tryggt där" in page
    for told in (POLICE, "Inte allt anmäls", SURVEY, "2080C1050", "Bostadsinbrott"):
        assert told in page
    filed = app.test_client().get("/api/v1/pictures/1.json").json
    assert filed and len(filed["sources"]) == 1 + len((POLICE, SURVEY, COUNCIL))
    assert filed["outside"]


def crimes_are_protected_and_told_for_every_thousand(beside: Beside, data: Path) -> None:
    people = {
        (row["desokod"], row["år"]): int(row["bef"]) for row in rows_of(data / "population" / PEOPLE, "utf-8", ",")
    }
    filed = {
        (row["desokod"], row["Inskr år"], f"{row['Frågeområde']} / {row['Kategori']}"): int(row["antal_brott"])
        for row in rows_of(data / "crime" / CRIMES, "latin-1", ";")
    }
    tables = tables_of(beside, POLICE)
    rates = {one.made_from: one for one in tables if one.made_from}
    counts = [one for one in tables if one.unit == COUNT]
    assert rates.keys() == {one.id for one in counts} and counts
    for table in counts:
        assert table.periods == ("2022", "2023", "2024", "2025")
        for (area, year), cell in shown(table).items():
            assert cell.value == filed[area, year, table.category] >= SMALLEST
            assert rates[table.id].at(area, year).value == round(1000 * cell.value / people[area, year], DECIMALS)
        small = {key for key in table.cells if 0 < filed.get((*key, table.category), 0) < SMALLEST}
        assert small and {table.at(*key).state for key in small} == {Known.WITHHELD}
        assert {rates[table.id].at(*key).state for key in small} == {Known.WITHHELD}


def the_national_survey_has_limits(beside: Beside) -> None:
    tables = tables_of(beside, SURVEY)
    assert len(tables) >= 10 and {one.unit for one in tables} == {PERCENT}
    for table in tables:
        cell = table.at("all", table.latest)
        assert cell.lower and cell.value and cell.upper and cell.lower <= cell.value <= cell.upper
        assert cell.answers and cell.answers > 400
        assert {area for area, _ in shown(table)} == {"all"}  # it tells of municipalities and nothing finer


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
