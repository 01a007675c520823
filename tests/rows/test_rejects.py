"""The list of rejected rows."""

import csv
from pathlib import Path

import pytest

from dialog.rows.rejects import Rejects, harmless
from dialog.rows.row import Row


def listed(path: Path | None) -> list[dict[str, str]]:
    assert path
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_reject_is_listed_with_line_column_reason_and_row(tmp_path):
    rejects = Rejects()
    rejects.add(Row(7, {"lat": 99, "text": "två\nrader"}), "it lies outside the world", column="lat")
    rejects.add(Row(3, {"text": "kort", "more": None}), "it is too short")
    path = rejects.write("some.csv", tmp_path)
    assert path == tmp_path / "some.csv.rejected.csv"
    assert listed(path) == [
        {"line": "3", "column": "", "reason": "it is too short", "lat": "", "text": "kort", "more": ""},
        {
            "line": "7",
            "column": "lat",
            "reason": "it lies outside the world",
            "lat": "99",
            "text": "två\nrader",
            "more": "",
        },
    ]


def test_without_rejects_there_is_no_list(tmp_path):
    assert Rejects().write("some.csv", tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("live", ["=1+1", "+46 8", "-1+1", "@sum", "|cmd", "%x", "＝1", "\u200b=1", "\t=1", " =1"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(live):
    assert harmless(live).startswith("'")


@pytest.mark.parametrize("plain", ["-79.03", "15,5", "12 %", "mörkt = farligt", -3, "", None])
def test_plain_values_stay_as_they_are(plain):
    assert not harmless(plain).startswith("'")


def test_what_no_file_can_hold_is_still_listed(tmp_path):
    rejects = Rejects()
    rejects.add(Row(2, {"a": "x\0y\ud800"}), "it holds a NUL character")
    path = rejects.write("some.csv", tmp_path)
    assert path is not None
    assert b"\0" not in path.read_bytes()
