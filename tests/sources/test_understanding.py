"""What columns mean, and the figures that follow."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from dialog.sources.lanes import NATIONAL_SURVEY, REPORTED_CRIME, SAFETY_SURVEY, recognised_lane
from dialog.sources.tables.reading import read_sheet
from dialog.sources.tables.values import NOT_AVAILABLE
from dialog.sources.understanding.columns import CATEGORY, LEFT, VALUE, Said, Told, fingerprint, key_of
from dialog.sources.understanding.guessing import recognise_columns
from dialog.sources.understanding.observing import Layout, observe
from dialog.sources.understanding.safety_index import insist_on_index


def taken(path: Path, **told):
    """(the account of a file, its roles by heading)."""
    said = Told(**told)
    sheet = read_sheet(path, headings=said.headings)
    columns = recognise_columns(sheet, said)
    layout = Layout(columns, said.fixed)
    assert not layout.lacks(), layout.lacks()
    return observe(sheet, layout), {one.heading: one.role for one in columns}


def figures(account):
    """{(area, period, category, measure): value, or why there is none}."""
    return {
        (subject.area, subject.period, subject.category, subject.measure): one.value.missing or one.value.number
        for subject, one in account.observations.items()
    }


@pytest.fixture
def save(tmp_path):
    def save(*lines, name="t.csv", encoding="utf-8"):
        (tmp_path / name).write_text("\n".join(lines), encoding=encoding)
        return tmp_path / name

    return save


def test_years_in_columns_become_periods(save):
    account, _ = taken(save("Region;Stöld 2023;Stöld 2024;Våld 2024", "2080 Falun;1,5;..;3", encoding="latin-1"))
    assert figures(account) == {
        ("2080 Falun", "2023", "Stöld", ""): 1.5,
        ("2080 Falun", "2024", "Stöld", ""): NOT_AVAILABLE,
        ("2080 Falun", "2024", "Våld", ""): 3,
    }


def test_confidence_limits_in_columns_stand_beside_their_figure(save):
    account, _ = taken(save("kommun;år;andel;undre gräns;övre gräns;antal svar", "Falun;2024;12,5;10;15;812"))
    (one,) = account.observations.values()
    assert (one.value.number, one.lower, one.upper, one.answers) == (12.5, 10, 15, 812)


def test_confidence_limits_on_rows_of_their_own_stand_beside_the_share_and_not_the_count(save):
    account, _ = taken(
        save(
            "geografi;ar;variabel;enhet;varde",
            "Falun;2024;Oro;Antal;80",
            "Falun;2024;Oro;Andel (%);12",
            "Falun;2024;Oro;KI (95 %) undre gräns;10",
            "Falun;2024;Oro;KI (95 %) övre gräns;14",
            "Falun;2024;Antal svarande;;812",
        )
    )
    share = next(one for one in account.observations.values() if one.unit == "percent")
    assert (share.lower, share.upper, share.answers) == (10, 14, 812)
    assert len(account.observations) == 2 and account.limits == 3


def test_a_limit_without_its_figure_is_left_out_with_why(save):
    account, _ = taken(save("geografi;ar;variabel;enhet;varde", "Falun;2024;Oro;KI undre gräns;10"))
    assert [str(left.problem) for left in account.left] == ["It is the limit of a figure that is not there."]


def test_single_events_are_added_up_and_other_rows_never(save):
    events = save("desokod;datum;Brottstyp;antal", "2080A0010;2024-01-02;Stöld;1", "2080A0010;2024-03-04;Stöld;2")
    account, _ = taken(events, fixed={"period": "2024"})
    assert figures(account) == {("2080A0010", "2024", "Stöld", "antal"): 3} and account.added == 1
    totals = save("desokod;år;Brottstyp;antal", "2080A0010;2024;Stöld;1", "2080A0010;2024;Stöld;2")
    account, _ = taken(totals)
    assert figures(account) == {("2080A0010", "2024", "Stöld", "antal"): 1}
    assert [(left.line, str(left.problem)) for left in account.left] == [(3, "Line 2 says something else of the same.")]


def test_months_beside_years_are_never_added_up_to_years_unasked(save):
    account, _ = taken(save("område;år;månad;index", "Norrby;2024;1;1,5", "Norrby;2024;2;1,7"))
    assert {subject.background for subject in account.observations} == {"månad 1", "månad 2"}
    account, roles = taken(save("område;år;årmånad;antal", "Norrby;2024;202401;5", "Norrby;2024;202402;6"))
    assert account.periods == ["2024-01", "2024-02"] and roles["år"] == LEFT


def test_shares_and_rates_are_never_added_up(save):
    account, _ = taken(save("område;år;datum;andel", "Norrby;2024;2024-01-02;5", "Norrby;2024;2024-02-03;6"))
    assert [str(left.problem) for left in account.left] == ["Line 2 says something else of the same."]


def test_events_without_a_number_count_as_one_each(save):
    account, _ = taken(
        save("Crime ID,Month,LSOA code,Crime type", "a,2018-07,E1,Theft", "b,2018-07,E1,Theft", ",2018-07,,Theft")
    )
    assert figures(account) == {("E1", "2018-07", "Theft", ""): 2, ("", "2018-07", "Theft", ""): 1}


def test_titles_above_and_notes_below_are_no_figures(save):
    account, roles = taken(
        save(
            '"Anmälda brott, per kommun"',
            "",
            "region;år;antal",
            "Falun;2024;5",
            "",
            "Källa: Brå",
            "Uppgifterna är preliminära;;",
        )
    )
    assert figures(account) == {("Falun", "2024", "", "antal"): 5} and account.notes == 2 and len(roles) == 3
    assert [left.line for left in account.left] == []


def test_a_workbook_with_two_lines_of_headings_and_merged_areas(tmp_path):
    book = Workbook()
    for line in (
        ["Trygghetsmätning 2024"], [], ["Område", "År", "Otrygg ute", None, "Klotter", None],
        [None, None, "Index", "Antal svar", "Index", "Antal svar"],
        ["Norrby", 2023, 1.5, 200, 2, 210], [None, 2024, 1.25, 190, ".", 180],
    ):  # fmt: skip
        book.active.append(line)
    book.save(tmp_path / "t.xlsx")
    account, _ = taken(tmp_path / "t.xlsx")
    found = {(s.area, s.period, s.category): (one.value.number, one.answers) for s, one in account.observations.items()}
    assert found["Norrby", "2024", "Otrygg ute"] == (1.25, 190)
    assert found["Norrby", "2023", "Klotter"] == (2, 210)


def test_a_file_without_headings_gets_them_from_whoever_knows(save):
    path = save("2080 Falun;12;13", "2026 Gagnef;3;4")
    assert not read_sheet(path).has_headings
    account, _ = taken(path, headings=("region", "grundskola", "gymnasium"), fixed={"period": "2017"})
    assert figures(account)["2080 Falun", "2017", "gymnasium", ""] == 13 and account.rows == 2


def test_what_is_told_wins_and_takes_a_role_that_only_one_can_have(save):
    path = save("region;ort;år;antal", "Dalarna;Falun;2024;5")
    account, roles = taken(path, columns={"ort": Said("area"), "antal": Said(VALUE, "Stöld", "Antal")})
    assert figures(account) == {("Falun", "2024", "Stöld", "Antal"): 5} and roles["region"] == LEFT


def test_a_code_beside_its_words_is_left_out(save):
    lines = ("region;år;Brottskod;Brottskod text;antal", "Falun;2024;0812;Stöld;5", "Falun;2024;1201;Klotter;6")
    _, roles = taken(save(*lines))
    assert (roles["Brottskod"], roles["Brottskod text"]) == (LEFT, CATEGORY)


def test_a_cell_that_is_no_figure_leaves_its_row_out_with_line_and_column(save):
    account, _ = taken(save("region;år;antal", *[f"Falun;20{year};5" for year in range(10, 24)], "Falun;2024;ett par"))
    (left,) = account.left
    assert (left.line, left.problem.column) == (16, "antal")
    assert str(left.problem) == "ett par is neither a number nor a mark for a missing one."


def test_an_index_lies_between_nought_and_six(save):
    account, _ = taken(save("område;år;fråga;index", "Norrby;2024;Klotter;1,53", "Norrby;2024;Buskörning;7"))
    insist_on_index(account)
    assert [one.value.number for one in account.observations.values()] == [1.53]
    assert str(account.left[0].problem) == "7 is no index from 0 to 6."


def test_next_years_file_is_known_by_its_headings():
    assert fingerprint(["Region", "Stöld 2023", "Stöld 2024"]) == fingerprint(["Region", "Stöld 2025"])
    assert fingerprint(["Region", "Stöld 2023"]) != fingerprint(["Region", "Våld 2023"])
    assert key_of("Våldsbrott 2015") == key_of("valdsbrott 2016") and key_of("2015") == key_of("2016")


def test_lanes_are_recognised_by_what_names_and_headings_say():
    assert recognised_lane(["Nationella trygghetsundersökningen (NTU)"]) == NATIONAL_SURVEY
    assert recognised_lane(["t"], ["antal_brott"]) == REPORTED_CRIME
    assert recognised_lane(["Trygghetsmätning 2024"]) == SAFETY_SURVEY
    assert recognised_lane(["hus"], ["region", "hustyp"]) is None


def test_a_workbook_as_statistics_databases_write_it(tmp_path):
    book = Workbook()
    for line in (
        ["Anmälda brott efter region, brottstyp, tabellinnehåll och år"],
        [], [None, None, "Antal", None, "Per 100 000 inv", None], [None, None, "2023", "2024", "2023", "2024"],
        ["2080 Falun", "Stöld", 5, 6, 8.5, ".."], [None, "Våld", 1, 2, 1.7, 3.4], [], ["Källa: Brå"],
    ):  # fmt: skip
        book.active.append(line)
    book.save(tmp_path / "t.xlsx")
    account, _ = taken(tmp_path / "t.xlsx")
    found = {
        (*key[:3], one.unit): one.value.number
        for key, one in zip(figures(account), account.observations.values(), strict=True)
    }
    assert (
        found["2080 Falun", "2024", "Våld", "count"] == 2 and found["2080 Falun", "2023", "Stöld", "per 100000"] == 8.5
    )
    assert (len(found), account.notes, account.left) == (8, 1, [])
