"""Excel workbooks."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dialog.rows.cells import day_of
from dialog.rows.reading import read_rows
from dialog.rows.row import EmptyFile, UnreadableFile


def workbook(folder: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    path = folder / "some.xlsx"
    book.save(path)
    return path


def test_cells_keep_their_kinds_and_lines_their_numbers(tmp_path):
    path = workbook(tmp_path, data=[[], ["text ", "lat", "date"], ["mörkt", 58.41, datetime(2025, 3, 9, 21, 15)]])
    found = read_rows(path)
    assert found.columns == ("text", "lat", "date")
    [row] = found
    assert row.line == 3
    assert (row.values["text"], row.values["lat"], day_of(row.values["date"])) == ("mörkt", 58.41, date(2025, 3, 9))


def test_the_first_sheet_that_holds_something_is_read(tmp_path):
    path = workbook(tmp_path, cover=[], data=[["a"], [1]], more=[["b"], [2]])
    assert [row.values for row in read_rows(path)] == [{"a": 1}]
    assert [row.values for row in read_rows(path, sheet="more")] == [{"b": 2}]


def test_a_sheet_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadableFile, match="has no sheet called more, but data"):
        read_rows(workbook(tmp_path, data=[["a"], [1]]), sheet="more")


def test_short_lines_are_filled_up_and_values_beyond_the_headings_said(tmp_path):
    first, second = read_rows(workbook(tmp_path, data=[["a", "b"], [1], [1, 2, 3]]))
    assert (first.values, first.trouble) == ({"a": 1, "b": None}, "")
    assert second.trouble == "it has values beyond the last heading"


def test_blank_lines_are_passed_over(tmp_path):
    assert [row.line for row in read_rows(workbook(tmp_path, data=[["a"], [1], [None], ["  "], [2]]))] == [2, 5]


def test_a_workbook_without_rows_is_empty(tmp_path):
    with pytest.raises(EmptyFile):
        read_rows(workbook(tmp_path, data=[]))
    with pytest.raises(EmptyFile):
        read_rows(workbook(tmp_path, data=[["a", "b"]]))


def test_a_damaged_workbook_is_refused(tmp_path):
    path = workbook(tmp_path, data=[["a"], *[[number] for number in range(500)]])
    whole = path.read_bytes()
    for damaged in (b"no workbook", whole[: len(whole) // 2], whole[:1500] + b"\0" * 400 + whole[1900:]):
        path.write_bytes(damaged)
        with pytest.raises(UnreadableFile, match="no Excel workbook"):
            list(read_rows(path))
