"""flask sources …"""

from datetime import date

import pytest
from sqlalchemy import select

from dialog.areas.actions import keep_area, keep_division
from dialog.sources.models import Source, SourceFigure
from tests.factories import make_land

ON = date(2026, 11, 1)
HEAD = "Område;År;Brottstyp;Antal"


@pytest.fixture
def save(tmp_path, session):
    make_land(session)
    session.commit()

    def save(*lines, name="Anmälda brott 2024.csv", head=HEAD):
        (tmp_path / name).write_text("\n".join([head, *lines]), encoding="latin-1")
        return name

    return save


def stored(session):
    session.rollback()
    chosen = select(SourceFigure.area, SourceFigure.period, SourceFigure.category, SourceFigure.value)
    return sorted(map(tuple, session.execute(chosen.where(SourceFigure.replaced_by.is_(None)))))


def test_a_file_says_enough_by_itself(run, save, session):
    ended = run("sources", "load", save("Norrby;2024;Stöld;5", "Riket;2024;Stöld;..", "Norrby;2024;Klotter;1,5"))
    assert ended.code == 0
    assert (
        "Anmälda brott (reported-crime): 3 new, 0 corrected, 0 as they were; 1 area of yours, 1 elsewhere." in ended.out
    )
    assert "1 figure missing: not available." in ended.out
    assert ("north", "2024", "Klotter", 1.5) in stored(session)
    assert "Anmälda brott: 3 figures 2024" in " ".join(run("sources", "list").out.split())


def test_next_years_file_goes_to_the_same_source_and_a_corrected_one_corrects(run, save, session):
    run("sources", "load", save("Norrby;2023;Stöld;5", name="Anmälda brott 2023.csv"))
    assert "1 new" in run("sources", "load", save("Norrby;2024;Stöld;6")).out
    assert "0 new, 1 corrected" in run("sources", "load", save("Norrby;2024;Stöld;7")).out
    assert "0 new, 0 corrected, 1 as they were" in run("sources", "load", save("Norrby;2024;Stöld;7")).out
    assert stored(session) == [("north", "2023", "Stöld", 5), ("north", "2024", "Stöld", 7)]
    assert len(session.scalars(select(Source)).all()) == 1


def test_a_bad_row_stops_all_unless_told_to_keep_going(run, save, session, tmp_path):
    name = save(*(f"Norrby;20{year};Stöld;5" for year in range(10, 24)), "Norrby;2024;Stöld;ett par")
    assert run("sources", "load", name).refused("1 row was rejected")
    assert stored(session) == [] and not session.scalars(select(Source)).all()
    assert run("sources", "load", name, "--keep-going").code == 1
    rejected = (tmp_path / f"{name}.rejected.csv").read_text()
    assert "16,Antal,ett par is neither a number nor a mark for a missing one." in rejected


@pytest.mark.parametrize(
    ("head", "line", "name", "says", "options"),
    [
        ("Område;År;Hustyp;Antal", "Norrby;2024;x;5", "hus.csv", "say --lane", ("--lane", "statistics")),
        ("Område;Brott;Antal", "Norrby;x;5", "b.csv", "say --period YEAR", ("--period", "2024")),
        ("År;Brott;Antal", "2024;x;5", "b.csv", "say --area CODE", ("--area", "north")),
        ("12;13;14", "12;13;14", "brott 2024.csv", "say --headings", ("--headings", "a;b;c", "--area", "north")),
    ],
)
def test_what_a_file_does_not_say_has_to_be_told_and_the_option_is_named(run, save, head, line, name, says, options):
    save(line, name=name, head=head)
    assert run("sources", "load", name).refused(says)
    assert run("sources", "load", name, *options).code == 0


def test_columns_can_be_named_and_are_remembered(run, save, session):
    first = save("x;Norrby;2023;5", name="brott 2023.csv", head="a;b;c;d")
    told = ("--column", "area=b", "--column", "left=a", "--column", "value=d")
    assert run("sources", "load", first, *told).code == 0
    ended = run("sources", "load", save("x;Norrby;2024;6", name="brott 2024.csv", head="a;b;c;d"))
    assert "as somebody said of an earlier file" in ended.out and stored(session)[1][:2] == ("north", "2024")
    assert run("sources", "load", first, "--column", "area=x").refused("has no column 'x'")
    assert run("sources", "load", first, "--column", "ruta=a").refused("There is no field ruta")


def test_one_lane_keeps_to_its_sources(run, save):
    run("sources", "load", save("Norrby;2024;Stöld;5"), "--source", "Brott")
    ended = run("sources", "load", save("Norrby;2024;Stöld;5"), "--source", "Brott", "--lane", "safety-survey")
    assert ended.refused("Brott is a source of the lane reported-crime, not safety-survey")


def test_what_is_no_statistic_gets_one_sentence(run, save):
    lines = [f"Händelse {number};Polisen fick larm om bråk nummer {number} vid torget" for number in range(9)]
    assert run("sources", "load", save(*lines, head="rubrik;text")).refused("it is no statistic")
    assert run("sources", "load", "nothing.csv").refused("There is no file nothing.csv")


PX = """CHARSET="ANSI";
TITLE="Anmälda brott efter region och år";
STUB="region";
HEADING="år";
TIMEVAL("år")=TLIST(A1),"2023","2024";
VALUES("region")="Norrby","Riket";
CODES("region")="north","00";
MAP("region")="x";
VALUES("år")="2023","2024";
UNITS="antal";
SOURCE="Brå";
NOTE="Preliminära#uppgifter.";
DATA=5 ".." 7 8;
"""


def test_a_pc_axis_file_says_everything_by_itself(run, save, session, tmp_path):
    (tmp_path / "BE01.px").write_text(PX, encoding="cp1252")
    ended = run("sources", "load", "BE01.px")
    assert ended.code == 0 and "BE01 (reported-crime): 4 new" in ended.out
    assert {one[:2]: one[3] for one in stored(session)} == {
        ("00", "2023"): 7, ("00", "2024"): 8, ("north", "2023"): 5, ("north", "2024"): None,
    }  # fmt: skip
    (source,) = session.scalars(select(Source)).all()
    assert (source.publisher, source.limits) == ("Brå", "Preliminära uppgifter.")
    assert {one.unit for one in session.scalars(select(SourceFigure))} == {"count"}


def test_the_index_of_a_safety_survey_stands_in_a_column_for_each_question(run, save, session):
    ended = run(
        "sources",
        "load",
        save("Norrby;2024;1,53;2", head="Område;År;Klotter;Buskörning", name="Trygghetsmätning 2024.csv"),
    )
    assert "Trygghetsmätning (safety-survey): 2 new" in ended.out
    assert {one.unit for one in session.scalars(select(SourceFigure))} == {"index"}
    bad = save("Norrby;2024;15,3;2", head="Område;År;Klotter index;Buskörning index", name="Trygghetsmätning 2024.csv")
    assert run("sources", "load", bad, "--source", "Ny").refused("1 row was rejected")


def test_an_area_is_not_taken_for_another_that_begins_alike(run, save, session):
    run("sources", "load", save("Norrby centrum;2024;Stöld;5", "Provby kommun;2024;Stöld;6"))
    assert sorted(one[0] for one in stored(session)) == ["9999", "Norrby centrum"]


def test_a_source_is_registered_with_what_is_known_of_it_and_changed_later(run, save, session):
    assert run("sources", "register", "Brott").refused("Brott is new: say --lane")
    told = ("--publisher", "Polisen", "--limits", "Allt anmäls inte.", "--answers", "1219", "--response-rate", "43.5")
    assert run("sources", "register", "Brott", "--lane", "reported-crime", *told).out == "Brott is registered.\n"
    assert run("sources", "register", "Brott", "--period", "2024", "--published").out == "Brott is changed.\n"
    found = session.scalars(select(Source)).one()
    assert (found.publisher, found.limits, found.answers, found.response_rate) == (
        "Polisen",
        "Allt anmäls inte.",
        1219,
        43.5,
    )
    assert (found.lane, found.period, found.disclosure) == ("reported-crime", "2024", "published")
    assert "1 new" in run("sources", "load", save("Norrby;2024;Stöld;5"), "--source", "Brott").out
    assert run("sources", "register", "Brott", "--response-rate", "101").code == 2


def test_figures_of_an_older_version_of_the_areas_are_said_to_stand_in_no_picture(run, save, session):
    for year, current in (("2018", False), ("2025", True)):
        keep_division(session, family="deso", version=year, source="x", on=ON, current=current)
        keep_area(session, division=f"deso-{year}", code="2080A0010", kind="deso", names={"sv": f"Falun {year}"})
    session.commit()
    older, newer = save("2080A0010;2024;Stöld;5"), save("2080A0010;2025;Stöld;5", name="Anmälda brott 2025.csv")
    assert "That is an older version" in run("sources", "load", older, "--division", "deso-2018").out
    assert "That is an older version" not in run("sources", "load", newer, "--division", "deso-2025").out


def test_what_is_told_of_a_source_that_is_there_already_is_not_taken_silently(run, save):
    told = ("--source", "Brott", "--publisher", "Polisen")
    assert "stays as it was" not in run("sources", "load", save("Norrby;2024;Stöld;5"), *told).out
    assert "stays as it was" not in run("sources", "load", save("Norrby;2024;Stöld;6"), *told).out
    again = run("sources", "load", save("Norrby;2024;Stöld;7"), *told, "--published")
    assert "What is told of Brott stays as it was: flask --app wsgi sources register changes it." in again.out


def test_sources_are_listed_in_the_order_in_which_lanes_stand_side_by_side(run, session):
    for name, lane in (("A", "national-survey"), ("C", "safety-survey"), ("B", "safety-survey")):
        run("sources", "register", name, "--lane", lane)
    assert [line.split()[1] for line in run("sources", "list").out.splitlines()] == ["B:", "C:", "A:"]
