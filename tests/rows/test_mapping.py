"""Which column is which field."""

from pathlib import Path

import pytest

from dialog.rows.mapping import BadMap, ColumnMap, read_map, recognise
from dialog.rows.row import Row

USUAL = {"text": ("text", "content"), "label": ("subcategory", "category"), "group": ("category",)}


def written(folder: Path, content: str) -> Path:
    path = folder / "map.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_columns_are_recognised_by_their_usual_names_however_they_are_written():
    found = recognise(["ID", "Content ", "Sub-Category", "CATEGORY"], USUAL, ColumnMap())
    assert found.columns == {"text": "Content ", "label": "Sub-Category", "group": "CATEGORY"}


def test_a_column_is_taken_once():
    assert recognise(["text", "category"], USUAL, ColumnMap()).columns == {"text": "text", "label": "category"}


def test_what_is_told_goes_before_what_is_recognised():
    told = read_map(None, ["text=Övrigt", "label = Typ"])
    assert recognise(["text", "Övrigt", "Typ"], USUAL, told).columns == {"text": "Övrigt", "label": "Typ"}


def test_a_map_holds_columns_values_and_what_is_fixed(tmp_path):
    path = written(tmp_path, '[columns]\ntext = "Fri text"\n[values.label]\n"Mörkt" = "dark"\n[fixed]\ngroup = "x"\n')
    told = recognise(["Fri text", "category"], USUAL, read_map(path))
    row = Row(2, {"Fri text": "hej", "category": "Mörkt"})
    assert [told.value(row, name) for name in ("text", "label", "group")] == ["hej", "dark", "x"]


def test_an_option_goes_before_the_map(tmp_path):
    path = written(tmp_path, '[columns]\ntext = "a"\n[fixed]\ngroup = "x"\n')
    told = read_map(path, ["text=b"], {"group": "y", "label": None})
    assert (told.columns, told.fixed) == ({"text": "b"}, {"group": "y"})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[columns", "is no map"),
        ("[kolumner]\ntext = 'a'\n", "has a part 'kolumner'"),
        ("[columns]\ntext = ['a']\n", "must hold lines"),
        ("columns = 'a'\n", "must hold lines"),
        ("values = 'a'\n", "must hold"),
        ("[values]\ntext = 'a'\n", "must hold lines"),
    ],
)
def test_a_map_that_says_nothing_sensible_is_refused(tmp_path, content, says):
    with pytest.raises(BadMap, match=says):
        read_map(written(tmp_path, content))


@pytest.mark.parametrize(
    ("options", "says"), [(["texts=a"], "no field texts"), (["text=b"], "no column 'b'"), (["text"], "says no column")]
)
def test_a_field_or_a_column_that_is_not_there_is_said(options, says):
    with pytest.raises(BadMap, match=says):
        recognise(["a"], USUAL, read_map(None, options))
