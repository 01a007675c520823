"""Whatever somebody sends, it is understood, or one sentence says why not."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from dialog.rows.row import UnreadableFile
from dialog.sources.tables.reading import read_sheet
from dialog.sources.understanding.columns import Told
from dialog.sources.understanding.guessing import are_told_in_words, recognise_columns
from dialog.sources.understanding.observing import Layout, observe

CELLS = (
    "Region",
    "2080 Falun",
    "år",
    "2024",
    "1,5",
    "..",
    "-",
    "Stöld 2023",
    "antal",
    "undre gräns",
    "",
    "x",
    "0114",
    "text med ord",
)
lines = st.lists(st.lists(st.sampled_from(CELLS), max_size=6), max_size=8)
PIECES = (
    'STUB="a";',
    'HEADING="b";',
    'VALUES("a")="x","y";',
    'VALUES("b")="2023";',
    'KEYS("a")=CODES;',
    "DATA=",
    "1 2",
    '".."',
    '"',
    ";",
    "(",
    "=",
    "[en]",
)


def understood(content: bytes, kind: str) -> None:
    """Read and taken apart like a file that was sent; only a sentence may stop it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"t{kind}"
        path.write_bytes(content)
        try:
            sheet = read_sheet(path)
        except UnreadableFile as problem:
            sentence = str(problem)
        else:
            sentence = ""
    if sentence:
        assert sentence.endswith(".") and "\n" not in sentence
        return
    columns = recognise_columns(sheet, Told(fixed={"period": "2024"}))
    are_told_in_words(sheet, columns)
    observe(sheet, Layout(columns, {"period": "2024", "area": "north"}))


@pytest.mark.parametrize("kind", [".csv", ".px", ".json", ".xlsx", ".txt"])
@given(content=st.binary(max_size=200))
def test_any_bytes(kind, content):
    understood(content, kind)


@given(lines, st.sampled_from([";", ",", "\t"]))
def test_any_lines_of_cells(rows, delimiter):
    understood("\n".join(delimiter.join(row) for row in rows).encode(), ".csv")


@given(lines)
def test_any_sheet(rows):
    book, content = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    understood(content.getvalue(), ".xlsx")


@given(st.lists(st.sampled_from(PIECES)))
def test_any_keywords(pieces):
    understood("\n".join(pieces).encode(), ".px")


documents = st.recursive(
    st.none() | st.integers(-2, 3) | st.sampled_from(["dataset", "a", "2.0", ".."]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["class", "id", "size", "dimension", "value", "category", "index", "label", "status", "a", "0"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(documents)
def test_any_json(found):

    understood(json.dumps(found).encode(), ".json")
