"""How many people live where: what files call it, and what adds up."""

import pytest

from dialog.areas.population.columns import recognise_population
from dialog.areas.population.figures import ALL, MEN, WOMEN, Figure, ages_of, sex_of, total_of
from dialog.areas.population.rows import Known, read_figures
from dialog.rows.mapping import BadMap, ColumnMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row, UnreadableFile

KNOWN = Known({"0580": "0580", "0581": "0581", "Linköping": "0580", "0580A0010": "0580A0010"})


NOTHING = ColumnMap()


def read(headings, *rows, told=NOTHING):
    layout = recognise_population(headings, told, "file.csv")
    lines = [Row(number, dict(zip(headings, row, strict=True))) for number, row in enumerate(rows, start=2)]
    rejects = Rejects()
    return read_figures(lines, layout, KNOWN, rejects, "file.csv"), rejects


def whom(figures):
    return {(one.area, one.year, one.sex, one.age_from, one.age_to): one.persons for one in figures.values()}


@pytest.mark.parametrize(
    ("said", "ages"),
    [
        ("16-24", (16, 24)), ("16–24 år", (16, 24)), ("65+", (65, None)), ("65+ år", (65, None)), ("100+", (100, None)),
        ("80 år och äldre", (80, None)), ("7", (7, 7)), ("7 år", (7, 7)), ("-15", (0, 15)), ("under 16", (0, 15)),
        ("totalt ålder", (0, None)), ("", (0, None)), ("0–120", (0, None)), ("65-", (65, None)),
    ],
)  # fmt: skip
def test_ages_are_read_as_statistics_write_them(said, ages):
    assert ages_of(said) == ages


@pytest.mark.parametrize("said", ["barn", "24-16", "130", "småhus", "1-2-3"])
def test_what_is_no_age_is_refused(said):
    with pytest.raises(ValueError, match="no age"):
        ages_of(said)


def test_sexes_are_read_as_statistics_write_them():
    assert [sex_of(said) for said in ("kvinnor", "Män", "MALE", "totalt", "", "2", "F")] == [
        WOMEN, MEN, MEN, ALL, ALL, WOMEN, WOMEN,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="neither women, men nor all"):
        sex_of("villa")


def figures(*told):
    return [Figure("a", 2025, sex, first, last, persons) for sex, first, last, persons in told]


def test_everybody_is_said_at_once_or_added_up():
    assert total_of(figures((ALL, 0, None, 70), (WOMEN, 0, None, 30))) == 70
    assert total_of(figures((WOMEN, 0, None, 30), (MEN, 0, None, 40))) == 70
    assert total_of(figures((ALL, 0, 15, 10), (ALL, 16, 64, 50), (ALL, 65, None, 10))) == 70
    assert total_of(figures((WOMEN, 0, 64, 20), (WOMEN, 65, None, 10), (MEN, 0, None, 40))) == 70


def test_figures_that_leave_people_out_or_count_them_twice_add_up_to_nothing():
    assert total_of(figures((WOMEN, 0, None, 30))) is None
    assert total_of(figures((ALL, 16, 64, 50), (ALL, 65, None, 10))) is None
    assert total_of(figures((ALL, 0, 15, 10), (ALL, 10, None, 50))) is None
    assert total_of([]) is None


def test_a_long_table_is_read():
    found, rejects = read(
        ["kommunkod", "år", "kön", "ålder", "antal"],
        ["0580", "2024", "kvinnor", "16-24", "12"],
        ["0580", "2024", "män", "65+", "1 200"],
    )
    assert not rejects
    assert whom(found.figures) == {("0580", 2024, WOMEN, 16, 24): 12, ("0580", 2024, MEN, 65, None): 1200}


def test_a_table_with_a_column_for_each_year_is_read():
    found, _ = read(["region", "kön", "2023", "Folkmängd 2024"], ["0580 Linköping", "kvinnor", "5", ".."])
    assert whom(found.figures) == {("0580", 2023, WOMEN, 0, None): 5}
    assert found.unsaid == 1


def test_headings_that_were_cut_short_are_read():
    """An age without an end reaches to the next; _1 is the next year, if the heading is there without it too."""
    headings = ["nyckelkod", "ar", "ar_1", "kvinnor_0", "kvinnor_0_1", "kvinnor_6", "kvinnor_6_1", "man_0_5", "man_6"]
    found, _ = read(headings, ["0580", 2014, 2015, 1, 2, 3, 4, 5, 6])
    assert whom(found.figures) == {
        ("0580", 2014, WOMEN, 0, 5): 1,
        ("0580", 2015, WOMEN, 0, 5): 2,
        ("0580", 2014, WOMEN, 6, None): 3,
        ("0580", 2015, WOMEN, 6, None): 4,
        ("0580", 2014, MEN, 0, 5): 5,
        ("0580", 2014, MEN, 6, None): 6,
    }


def test_the_year_of_a_further_column_can_be_told():
    headings = ["kod", "kvinnor_0", "kvinnor_0_1"]
    with pytest.raises(BadMap, match="--year"):
        read(headings, ["0580", 1, 2])
    with pytest.raises(BadMap, match=r"kvinnor_0_1 is, .* year_1 under \[fixed\]"):
        read(headings, ["0580", 1, 2], told=ColumnMap(fixed={"year": "2014"}))
    found, _ = read(headings, ["0580", 1, 2], told=ColumnMap(fixed={"year": "2014", "year_1": "2015"}))
    assert {one.year for one in found.figures.values()} == {2014, 2015}


def test_areas_are_found_by_code_by_the_code_in_front_and_by_name():
    assert [KNOWN.code_of(said) for said in ("0580", "580", "0580 Link\ufffdping", "linköping", "0580A0010", "x")] == [
        "0580", "0580", "0580", "0580", "0580A0010", None,
    ]  # fmt: skip


def test_areas_of_other_municipalities_are_passed_over_and_unknown_ones_of_ours_rejected():
    found, rejects = read(["kod", "år", "antal"], ["1281", "2024", 5], ["0580A0099", "2024", 5], ["", "2024", 5])
    assert found.elsewhere == 1
    assert [(one.line, one.column, one.reason) for one in rejects] == [
        (3, "kod", "there is no area 0580A0099"),
        (4, "kod", "it names no area"),
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["0580", "i fjol", "män", "7", "5"], "år"),
        (["0580", "2024", "hus", "7", "5"], "kön"),
        (["0580", "2024", "män", "barn", "5"], "ålder"),
        (["0580", "2024", "män", "7", "-5"], "antal"),
        (["0580", "2024", "män", "7", "5,5"], "antal"),
        (["0580", "2024", "män", "7", "många"], "antal"),
    ],
)
def test_a_cell_that_can_not_be_right_is_rejected_with_its_column(row, column):
    found, rejects = read(["kod", "år", "kön", "ålder", "antal"], row)
    assert not found.figures
    assert [one.column for one in rejects] == [column]


def test_the_same_people_twice_are_rejected():
    found, rejects = read(["kod", "år", "antal"], ["0580", "2024", 5], ["0580", "2024", 6])
    assert (len(found.figures), [one.line for one in rejects]) == (1, [3])


def test_rows_that_tell_of_something_else_are_no_population():
    with pytest.raises(UnreadableFile, match=r"tell of hustyp \(villa, radhus"):
        read(["region", "hustyp", "2015"], ["9999 Annan", "villa", 5], ["9999 Annan", "radhus", 6])


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        (["0114 Upplands Väsby", "1777", "2312", "209"], "no headings"),
        (["kod", "år", "yta"], "no number of people"),
        (["år", "antal"], "no areas"),
        (["kod", "antal"], "--year"),
    ],
)
def test_a_file_that_shows_too_little_gets_a_sentence(headings, says):
    with pytest.raises(BadMap, match=says):
        recognise_population(headings, NOTHING, "file.csv")
