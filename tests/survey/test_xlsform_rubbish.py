"""Whatever stands in the cells of a workbook, it makes a sound questionnaire or is refused with a sentence."""

import contextlib
import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.rows.row import UnreadableFile
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import from_document, to_document
from dialog.survey.xlsform.grids import Grid, Grids, cell_text
from dialog.survey.xlsform.odkx import as_xlsform
from dialog.survey.xlsform.reading import read_sheets
from dialog.survey.xlsform.writing import tables_of
from tests.survey.walks import WALKS

MADE = {"default": default_questionnaire(), "walks": WALKS}
TYPES = ["begin_group", "begin repeat", "end_group", "select_one Q1", "select_multiple Q2 or_other", "rank Q6", "range"]
MORE_TYPES = ["integer", "date", "note", "image", "geopoint", "select_one out", "calculate", "if", "else", "goto x"]
NAMES = [
    "Q1",
    "Q1_a",
    "page",
    "where",
    "a b",
    "é",
    "label",
    "hint::Klingonish",
    "label::English (en)",
    "dialog",
    "type",
]
EXPRESSIONS = [
    "${Q1.a} = 'very_safe'", "${out} = 'yes'", "selected(., 'yes')", "not(", "not(true())", "false()", "no", "TRUE",
    ". >= 1 and . <= 0", "count-selected(.) <= 0", ". >= '2026-13-01'", ". != '' or ${out} = ''", "${out} != ${out}",
    "town = ${town}", "town != ${gone} and (town=${town} or town='')", "selected(${out}, town)", 'data("x") == 1',
]  # fmt: skip
HINTS = ["table-list", "multiline", "label", "start=9;end=x", "randomize=true", "<b></b>", "${Q1}", "{{x}}", "mark"]
FIXES = [
    '{"kind": "places"}', '{"kind": "photo", "id": "Q1"}', '{"id": "Q6", "options": null}', '{"rows": [{}]}',
    '{"of": "text"}', '{"of": "instead"}', '{"while": {"label": ""}, "text": {"sv": ""}}', '{"kind": "scale"}',
    '{"show_if": {"chosen": "Q9", "options": ["x"]}, "must": {"answered": "gone"}}', '{"must": {"answered": "Q1.a"}}',
    '{"narrowed": [{"tag": "a", "question": "b"}]}', '{"least": 9, "most": 1}', '{"exclusive": ["x"]}', '{"id": 3}',
]  # fmt: skip
CELLS = st.text(max_size=12).map(cell_text) | st.sampled_from(
    [*TYPES, *MORE_TYPES, *NAMES, *EXPRESSIONS, *HINTS, *FIXES]
)
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["survey", "survey", "choices", "settings", "dialog"]), st.integers(0), st.integers(0), CELLS
    ),
    min_size=1,
    max_size=12,
)


@cache
def tables(name: str) -> dict[str, list[list[str]]]:
    return {sheet: [list(row) for row in table] for sheet, table in tables_of(MADE[name]).items()}


def spoilt(name: str, changes: list[tuple[str, int, int, str]]) -> Grids:
    """The sheets of a good workbook with some cells replaced, headings too."""
    found = {sheet: [list(row) for row in rows] for sheet, rows in tables(name).items()}
    for sheet, row, column, text in changes:
        cells = found[sheet][row % len(found[sheet])]
        cells[column % len(cells)] = text
    return {sheet: Grid(sheet, tuple(rows[0]), list(enumerate(rows[1:], 2))) for sheet, rows in found.items()}


@settings(max_examples=200)
@given(st.sampled_from(sorted(MADE)), CHANGES)
def test_a_workbook_with_anything_in_it_is_read_or_refused_and_nothing_else(name, changes):
    with contextlib.suppress(UnreadableFile):
        read, losses = read_sheets(spoilt(name, changes))
        assert from_document(json.loads(json.dumps(to_document(read)))) == read
        assert all(one.sentence for one in losses)


@settings(max_examples=50)
@given(st.sampled_from(sorted(MADE)), CHANGES)
def test_sheets_taken_for_those_of_odk_x_are_read_or_refused(name, changes):
    with contextlib.suppress(UnreadableFile):
        read_sheets(as_xlsform(spoilt(name, changes)))
