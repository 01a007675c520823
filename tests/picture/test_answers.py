"""Stored answers become columns, whatever they hold and however they are written."""

import json

from hypothesis import given
from hypothesis import strategies as st

from dialog.picture.answers import AnswersBuilding, pieces_of

WORDS = st.text(max_size=8)
DOCUMENTS = st.dictionaries(WORDS, st.one_of(WORDS, st.lists(WORDS, max_size=3)), max_size=5)


@given(DOCUMENTS)
def test_pieces_together_are_the_document(document: dict[str, object]):
    assert json.loads("{" + ", ".join(pieces_of(json.dumps(document))) + "}") == document


@given(st.lists(DOCUMENTS, max_size=20), st.integers(1, 5))
def test_every_answer_is_in_its_column_and_row(documents: list[dict[str, object]], chunk: int):
    names = sorted({name for document in documents for name in document})[:4]
    building = AnswersBuilding(names)
    for start in range(0, len(documents), chunk):
        building.add([json.dumps(document) for document in documents[start : start + chunk]])
    for name, column in building.done().items():
        read = [column.values[code] for code in column.codes]
        assert read == [_as_kept(document.get(name)) for document in documents]


def test_an_answer_that_was_not_asked_for_is_passed_over():
    building = AnswersBuilding(["Q6"])
    building.add(['{"Q6": "never", "Q99": "x"}', "{}"])
    column = building.done()["Q6"]
    assert [column.values[code] for code in column.codes] == ["never", None]


def test_json_without_spaces_is_read_as_well():
    building = AnswersBuilding(["Q6", "Q7"])
    building.add(['{"Q6":"never","Q7":["theft","fraud"]}'])
    columns = building.done()
    assert columns["Q6"].values[columns["Q6"].codes[0]] == "never"
    assert columns["Q7"].values[columns["Q7"].codes[0]] == ("theft", "fraud")


def _as_kept(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
