"""JSON-stat: however it is put, the same table comes out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.rows.row import UnreadableFile
from dialog.sources.tables.dataset import AREA, MEASURE
from dialog.sources.tables.jsonstat import is_jsonstat, read_jsonstat
from dialog.sources.tables.reading import read_sheet
from dialog.sources.tables.values import NOT_AVAILABLE
from tests.sources.tables import as_jsonstat, datasets, through_json

ONE = {
    "class": "dataset",
    "label": "Brott",
    "source": "Brå",
    "id": ["region", "matt"],
    "size": [2, 1],
    "role": {"geo": ["region"], "metric": ["matt"]},
    "dimension": {
        "region": {"category": {"index": ["2080", "2026"], "label": {"2080": "Falun", "2026": "Gagnef"}}},
        "matt": {"category": {"label": {"a": "Anmälda brott"}, "unit": {"a": {"base": "antal", "decimals": 0}}}},
    },
    "value": [3, None],
}


@given(datasets(), st.booleans(), st.booleans(), st.sampled_from([1, 2]))
def test_a_table_written_as_jsonstat_reads_back_the_same(dataset, sparse, as_list, version):
    document = through_json(as_jsonstat(dataset, sparse=sparse, as_list=as_list, version=version))
    assert is_jsonstat(document)
    assert read_jsonstat(document, "t.json") == dataset


def test_a_dimension_of_one_needs_no_index_and_has_its_unit(tmp_path):
    (tmp_path / "t.json").write_text(json.dumps(ONE))
    sheet = read_sheet(tmp_path / "t.json")
    assert [sheet.rows[0].values[one] for one in ("region", "matt")] == ["Falun", "Anmälda brott (antal)"]
    assert sheet.codes["region"]["Falun"] == "2080"
    assert sheet.hints == {"region": AREA, "matt": MEASURE, "value": "value"}


def test_a_missing_value_without_a_status_is_not_available():
    assert read_jsonstat(ONE, "t.json").values[1].missing == NOT_AVAILABLE
    assert read_jsonstat({**ONE, "status": {"1": "."}}, "t.json").values[1].missing == "not applicable"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"class": "collection"}, "is a list of tables"),
        ({"value": [1]}, "1 values where its dimensions make 2"),
        ({"size": [3, 1]}, "dimensions are not as long as it says"),
        ({"value": {"7": 1}}, "values beyond its dimensions"),
        ({"dimension": {}}, "is no whole table of JSON-stat"),
        ({"id": ["region", "x"]}, "is no whole table of JSON-stat"),
    ],
)
def test_what_contradicts_itself_gets_one_sentence(change, says):
    with pytest.raises(UnreadableFile) as problem:
        read_jsonstat({**ONE, **change}, "t.json")
    assert says in str(problem.value)


def test_other_json_is_no_jsonstat():
    assert not any(map(is_jsonstat, ([], {}, {"features": []}, {"a": {"b": 1}}, 3)))
