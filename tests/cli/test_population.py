"""flask population …"""

import pytest
from sqlalchemy import select

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.models import Population
from dialog.areas.queries import find_area
from tests.cli.test_areas import ON
from tests.factories import make_land, square

HEAD = "desokod;år;bef"


@pytest.fixture
def save(tmp_path):
    def save(*lines, name="folk.csv", head=HEAD):
        (tmp_path / name).write_text("\n".join([head, *lines]), encoding="latin-1")
        return name

    return save


@pytest.fixture
def land(session):
    """Two DeSO, in two versions."""
    root = make_land(session)
    for version in ("2018", "2025"):
        keep_division(session, family="deso", version=version, source="x", on=ON)
        for place in range(2):
            keep_area(session, division=f"deso-{version}", code=f"0001A00{place}0", kind="deso", names={"sv": "x"},
                      parent_id=root.id, outline=square(15 + place / 10, 59))  # fmt: skip
    session.commit()


def stored(session):
    chosen = select(Population.year, Population.sex, Population.age_from, Population.persons)
    return sorted(map(tuple, session.execute(chosen)))


def test_population_becomes_that_of_the_latest_year(run, save, session, land):
    ended = run("population", "load", save("0001A0000;2025;70", "0001A0010;2025;80", "0001A0000;2026;71"))
    assert (ended.code, "3 figures of 2 areas loaded, for 2025, 2026." in ended.out) == (0, True)
    assert find_area(session, "0001A0000").population == 71
    assert find_area(session, "0001A0010").population == 80


def test_the_same_years_are_replaced_and_others_stay(run, save, session, land):
    run("population", "load", save("0001A0000;2025;70", "0001A0000;2026;71"))
    run("population", "load", save("0001A0000;2026;99"))
    assert stored(session) == [(2025, "all", 0, 70), (2026, "all", 0, 99)]
    assert find_area(session, "0001A0000").population == 99


def test_an_earlier_year_does_not_make_a_later_one_forgotten(run, save, session, land):
    run("population", "load", save("0001A0000;2026;71"))
    run("population", "load", save("0001A0000;2025;70"))
    assert find_area(session, "0001A0000").population == 71


def test_sex_and_age_are_kept_and_added_up(run, save, session, land):
    lines = ["0001A0000;2025;kvinnor;0-64;20", "0001A0000;2025;kvinnor;65+;10", "0001A0000;2025;män;totalt;41"]
    assert run("population", "load", save(*lines, head="desokod;år;kön;ålder;antal")).code == 0
    assert find_area(session, "0001A0000").population == 71
    assert stored(session) == [(2025, "men", 0, 41), (2025, "women", 0, 20), (2025, "women", 65, 10)]


def test_the_years_the_name_or_an_option_say_which_version_is_meant(run, save, session, land):
    for name, more, version in (
        ("folk.csv", (), "deso-2025"),
        ("folk_deso2018.csv", (), "deso-2018"),
        ("folk.csv", ("--division", "deso-2018"), "deso-2018"),
        ("folk.csv", ("--division", "deso"), "deso-2025"),
    ):
        ended = run("population", "load", save("0001A0000;2025;70", name=name), *more)
        assert f"taken for those of {version}." in ended.out
    assert "deso-2018." in run("population", "load", save("0001A0000;2019;70")).out


def test_years_before_and_after_a_new_version_have_to_be_told(run, save, land):
    ended = run("population", "load", save("0001A0000;2024;70", "0001A0000;2025;70"))
    assert ended.refused("Its codes are in deso-2025, deso-2018, whose borders differ: say which with --division.")
    assert run("population", "load", save("0001A0000;2026;1", name="deso2030.csv")).refused("speaks of deso 2030")
    assert run("population", "load", save("0001A0000;2026;1"), "--division", "x").refused("There is no division x")


def test_one_bad_row_stops_all_unless_told_to_keep_going(run, save, session, land, tmp_path):
    name = save("0001A0000;2025;70", "0001A0010;2025;många")
    assert run("population", "load", name).refused("1 row was rejected")
    assert stored(session) == []
    ended = run("population", "load", name, "--keep-going")
    assert (ended.code, stored(session)) == (1, [(2025, "all", 0, 70)])
    assert "är inget" not in (tmp_path / "folk.csv.rejected.csv").read_text()


def test_columns_can_be_named(run, save, session, land):
    name = save("0001A0000;70", head="ruta;folk")
    options = ("--column", "area=ruta", "--column", "persons=folk", "--year", "2025")
    assert run("population", "load", name, *options).code == 0
    assert find_area(session, "0001A0000").population == 70


def test_a_year_that_only_the_name_says_is_taken_and_said(run, save, land):
    ended = run("population", "load", save("0001A0000;70", head="kod;folkmängd", name="folk 2025.csv"))
    assert "The year, 2025, was taken from the name of the file" in ended.out


def test_figures_that_do_not_add_up_leave_the_population_as_it_was(run, save, session, land):
    run("population", "load", save("0001A0000;2025;70"))
    ended = run("population", "load", save("0001A0000;2026;16-24;7", head="kod;år;ålder;antal"))
    assert "1 area the figures don't add up" in ended.out
    assert find_area(session, "0001A0000").population == 70


def test_without_areas_there_is_nothing_to_count(run, save):
    assert run("population", "load", save("0001A0000;2025;70")).refused("There are no areas")
