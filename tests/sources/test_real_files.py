"""Files of police, councils and statistics offices, as they were published."""

import csv
from collections import Counter

import pytest
from sqlalchemy import func, select

from dialog.sources.models import Source, SourceFigure
from dialog.sources.queries import figures_in
from tests.cli.terminal import runner
from tests.sources.land import make_dalarna

KNOWN: dict[str, tuple[str, ...]] = {
    "hack4sweden2017_hus.csv": ("--lane", "statistics"),
    "svensktext_kommuner_population.csv": ("--period", "2016"),
}
LEVELS = (
    "kommun;förgymnasial kort;förgymnasial;gymnasial kort;gymnasial;eftergymnasial kort;eftergymnasial;forskare;okänd"
)
KNOWN["hack4sweden2017_utb.csv"] = ("--lane", "statistics", "--headings", LEVELS)
FIGURES = {
    "crime/Brottsstatistik_Falun_202412_tillgrepp_skadegorelse.csv": 611,
    "crime/Brottsstatistik_Falun_202512_tillgrepp_skadegorelse.csv": 531,
    "crime/bra_kommunindikatorer_ntu_A.csv": 4576,
    "crime/dalarna_A_brott_per_deso_ar_kategori.csv": 6754,
    "crime/hack4sweden2017_brott.csv": 22620,
    "crime/police_uk_2018-07-west-yorkshire-street_leeds.csv": 3116,
    "population/dalarna_deso2025_A_population.csv": 408,
    "population/hack4sweden2017_hus.csv": 1160,
    "population/hack4sweden2017_utb.csv": 2320,
    "population/stockholm_sodra_statomr_pop_age_sex_2014-2016_epsg3011.gpkg": 8232,
    "population/svensktext_kommuner_population.csv": 1740,
}


@pytest.fixture
def run(app, session, tmp_path, monkeypatch):
    make_dalarna(session)
    session.commit()
    monkeypatch.chdir(tmp_path)
    return runner(app)


def stored(session, **of):
    chosen = select(func.count()).select_from(SourceFigure).where(SourceFigure.replaced_by.is_(None))
    return session.scalar(chosen.filter_by(**of))


@pytest.mark.parametrize("file", FIGURES)
def test_every_statistic_is_taken_whole(run, session, shared_data, file):
    path = shared_data / file
    ended = run("sources", "load", path, *KNOWN.get(path.name, ()))
    assert (ended.code, ended.err.count("rejected")) == (0, 0)
    assert stored(session) == FIGURES[file]


@pytest.mark.parametrize(
    "file", ["polisen_api_events_snapshot_2025-12-24.json", "polisen_events_linkoping_fulltext.csv"]
)
def test_notices_of_the_police_are_no_statistic(run, shared_data, file):
    assert run("sources", "load", shared_data / "crime" / file).refused("tells of events in words and holds no figures")


def test_rows_of_the_police_add_up_to_what_they_say(run, session, shared_data):
    total = 0
    for year in ("2024", "2025"):
        path = shared_data / "crime" / f"Brottsstatistik_Falun_{year}12_tillgrepp_skadegorelse.csv"
        assert run("sources", "load", path).code == 0
        with path.open(encoding="utf-8") as file:
            total += sum(int(row["antal_brott"]) for row in csv.DictReader(file, delimiter=";"))
    assert session.scalar(select(func.sum(SourceFigure.value))) == total
    (source,) = session.scalars(select(Source)).all()
    assert (source.name, source.lane) == ("Brottsstatistik Falun tillgrepp skadegorelse", "reported-crime")
    assert stored(session, area="2080A0010") and {one.period for one in figures_in(session, source.lane)} == {
        "2024",
        "2025",
    }


def test_indicators_get_their_limits_and_each_publisher_its_own_lane(run, session, shared_data):
    run("sources", "load", shared_data / "crime" / "bra_kommunindikatorer_ntu_A.csv")
    lanes = dict(session.execute(select(Source.lane, Source.name)).all())
    assert lanes == {"national-survey": "Nationella trygghetsundersökningen (NTU)", "reported-crime": "Anmälda brott"}
    survey = figures_in(session, "national-survey")
    assert all((one.lower or 0) <= (one.value or 0) <= (one.upper or 0) for one in survey) and {
        one.unit for one in survey
    } == {"percent"}
    units = Counter(one.unit for one in figures_in(session, "reported-crime"))
    assert units == {"count": 1320, "per 100000": 1320}
    names = {one.area: bool(one.area_id) for one in survey}
    assert names["20"] and names["2080"] and not names["Hela landet"]


def test_names_without_their_letters_are_found_by_their_code(run, session, shared_data):
    run("sources", "load", shared_data / "crime" / "hack4sweden2017_brott.csv")
    missing = dict(session.execute(select(SourceFigure.missing, func.count()).group_by(SourceFigure.missing)).all())
    assert missing == {"": 17364, "not available": 5184, "not applicable": 72}
    falun = session.scalars(
        select(SourceFigure).where(SourceFigure.area == "2080", SourceFigure.period == "2015")
    ).all()
    assert len(falun) == 3 and all(one.area_id for one in falun)
