"""CSV as people save it: any delimiter, any encoding, any accident."""

from pathlib import Path

import pytest

from dialog.rows.reading import read_rows
from dialog.rows.row import EmptyFile, Row, Rows, UnreadableFile

SWEDISH = "namn;ort\nÅsa;Örebro\nPär;Växjö\n"


def rows_of(folder: Path, content: bytes | str, name: str = "some.csv") -> Rows:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_rows(path)


def values(rows: Rows) -> list[dict[str, object]]:
    return [dict(row.values) for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_recognised(tmp_path, delimiter):
    content = "a,b,c\n1,2,3\n4,5,6\n".replace(",", delimiter)
    assert values(rows_of(tmp_path, content)) == [{"a": "1", "b": "2", "c": "3"}, {"a": "4", "b": "5", "c": "6"}]


def test_commas_in_texts_do_not_mislead_when_semicolons_cut_the_rows(tmp_path):
    found = rows_of(tmp_path, "id;text, kort\n1;mörkt, ödsligt, skräpigt\n2;ljust, fint\n")
    assert values(found)[0] == {"id": "1", "text, kort": "mörkt, ödsligt, skräpigt"}


def test_a_single_column_may_hold_commas(tmp_path):
    assert values(rows_of(tmp_path, "text\nmörkt, ödsligt\n")) == [{"text": "mörkt, ödsligt"}]


def test_the_delimiter_that_excel_announces_is_believed(tmp_path):
    assert values(rows_of(tmp_path, "sep=;\r\na;b\r\n1;2,5\r\n")) == [{"a": "1", "b": "2,5"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_swedish_letters_survive_every_usual_encoding(tmp_path, encoding):
    assert values(rows_of(tmp_path, SWEDISH.encode(encoding)))[0] == {"namn": "Åsa", "ort": "Örebro"}


def test_windows_quotation_marks_are_read_as_windows_means_them(tmp_path):
    assert values(rows_of(tmp_path, "a;b\n“så”;1\n".encode("cp1252"))) == [{"a": "“så”", "b": "1"}]


def test_headings_are_trimmed_named_and_told_apart(tmp_path):
    assert rows_of(tmp_path, 'id, text ,"url"\t\n1,2,3\n').columns == ("id", "text", "url")
    assert rows_of(tmp_path, "a,,a\n1,2,3\n").columns == ("a", "column 2", "a (2)")


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    found = rows_of(tmp_path, 'a,b\r\n"två\r\nrader",1\r\n\r\nnästa,2\r\n')
    assert [row.line for row in found] == [2, 5]


def test_a_row_that_is_too_long_or_too_short_says_so(tmp_path):
    found = list(rows_of(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4,5\n6,7,8\n"))
    assert [bool(row.trouble) for row in found] == [False, True, True, False]
    assert found[1].trouble == "it has 2 values where the headings are 3"
    assert found[2].values["(further values)"] == "4 | 5"


def test_empty_cells_beyond_the_headings_are_no_fault(tmp_path):
    assert not [row for row in rows_of(tmp_path, "a,b\n1,2,,\n3,4,,\n") if row.trouble]


def test_a_missing_quotation_mark_is_suspected(tmp_path):
    [row] = rows_of(tmp_path, 'a,b\n"öppen,1\nnästa,2\n')
    assert "quotation mark" in row.trouble


def test_a_nul_character_is_said(tmp_path):
    good, bad = rows_of(tmp_path, "a,b\n1,2\n3,\0\n")
    assert not good.trouble
    assert bad.trouble == "it holds a NUL character"


def test_a_broken_byte_in_utf8_costs_its_row_not_the_file(tmp_path):
    lines = [f"{number},åäö åäö" for number in range(20)]
    content = "\n".join(["a,b", *lines]).encode() + b"\n99,bro\xe4\n"
    found = list(rows_of(tmp_path, content))
    assert [row.line for row in found if row.trouble] == [22]
    assert found[0].values["b"] == "åäö åäö"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n\n", b" , ,\n"])
def test_an_empty_file_is_called_empty(tmp_path, content):
    with pytest.raises(EmptyFile, match=r"some\.csv is empty"):
        rows_of(tmp_path, content)


def test_headings_alone_are_no_rows(tmp_path):
    with pytest.raises(EmptyFile, match="headings but no rows"):
        rows_of(tmp_path, "a,b,c\n")


@pytest.mark.parametrize(
    ("name", "says"), [("some.pdf", "none of the kinds"), ("some.csv", "no text file"), ("some.xls", "old Excel")]
)
def test_what_is_no_table_is_refused(tmp_path, name, says):
    start = b"\xd0\xcf\x11\xe0" if name.endswith("xls") else b"%PDF-1.7"
    with pytest.raises(UnreadableFile, match=says):
        rows_of(tmp_path, start + b"\n1,2\n", name)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UnreadableFile):
            read_rows(path)


def test_about_how_many_rows_there_are_is_known_beforehand(tmp_path):
    found = rows_of(tmp_path, "a\n" + "1\n" * 500)
    assert found.__length_hint__() == 501
    assert next(found) == Row(2, {"a": "1"})


def test_the_files_of_strangers_are_read_whole(shared_data):
    for name, rows, columns in (
        ("reports/konstanz_maengelmelder_A.csv", 1066, 10),
        ("population/hack4sweden2017_hus.csv", 1160, 3),
        ("freetext/harassmap_filtered_A.csv", 174, 3),
        ("lexicon/svensktext_ortsnamn.csv", 2006, 1),
    ):
        found = read_rows(shared_data / name)
        assert len(found.columns) == columns
        assert [row.trouble for row in found] == [""] * rows
