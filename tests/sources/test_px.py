"""PC-Axis files: whatever office wrote them, the same table comes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.rows.row import UnreadableFile
from dialog.sources.tables.dataset import MEASURE, PERIOD, Dataset, Dimension, Item
from dialog.sources.tables.px import read_px
from dialog.sources.tables.sheet import as_sheet
from dialog.sources.tables.values import NONE, NOT_APPLICABLE, NOT_AVAILABLE, SECRET, Value
from tests.sources.tables import as_px, datasets


def read(*lines: str, encoding: str = "utf-8") -> Dataset:
    return read_px("\n".join(lines).encode(encoding), "t.px")


BARE = ('STUB="region";', 'HEADING="tid";', 'VALUES("region")="Åmål","Säffle";', 'VALUES("tid")="2023","2024";')


@given(datasets(), st.data())
def test_a_table_written_as_px_reads_back_the_same(dataset, data):
    stub = data.draw(st.integers(0, len(dataset.dimensions)))
    assert read_px(as_px(dataset, stub=stub), "t.px") == dataset


@given(datasets(), st.data(), st.sampled_from(["CODES", "VALUES"]))
def test_rows_of_zeroes_may_be_left_out_where_rows_have_keys(dataset, data, keys):
    stub = data.draw(st.integers(1, len(dataset.dimensions)))
    assert read_px(as_px(dataset, stub=stub, keys=keys), "t.px") == dataset


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", 'CHARSET="ANSI";\nCODEPAGE="utf-8";'),
        ("utf-8-sig", ""),
        ("cp1252", 'CHARSET="ANSI";'),
        ("iso-8859-15", 'CHARSET="ANSI";\nCODEPAGE="iso-8859-15";'),
        ("cp850", 'CHARSET="OEM";\nCODEPAGE="850";'),
        ("cp850", ""),
        ("cp1252", ""),
    ],
)
def test_letters_are_right_whatever_they_are_written_in(encoding, head):
    dataset = Dataset(
        [Dimension("område", "område", [Item("1", "Åmål"), Item("2", "Öckerö")])], [Value(1.0), Value(2.0)]
    )
    content = as_px(dataset, stub=1, encoding=encoding, head=head)
    assert read_px(content, "t.px").dimensions[0].items[1].label == "Öckerö"


def test_dots_and_lines_say_why_a_figure_is_missing():
    found = read(*BARE, 'DATA=".." "."', '"..." -;')
    assert [one.missing for one in found.values] == [NOT_AVAILABLE, NOT_APPLICABLE, SECRET, NONE]


def test_what_a_file_says_of_its_own_symbols_counts():
    symbols = ('DATASYMBOL1="Uppgift saknas";', 'DATASYMBOL2="Sekretess";', 'DATASYMBOLNIL="0*";')
    found = read(*BARE, *symbols, 'DATA= "." ".." 0* 4;')
    assert read(*BARE, 'DATASYMBOLNIL="Not available";', 'DATA= "-" 1 2 3;').values[0].missing == NOT_AVAILABLE
    assert [one.missing for one in found.values] == [NOT_AVAILABLE, SECRET, NONE, ""]


def test_long_words_go_on_after_a_line_and_hold_semicolons():
    found = read('TITLE="Anmälda brott; "', '"efter region";', *BARE, "DATA=1 2 3 4;")
    assert found.title == "Anmälda brott; efter region"


def test_units_of_contents_stand_beside_them():
    lines = (
        'STUB="region";',
        'HEADING="innehåll","år";',
        'CONTVARIABLE="innehåll";',
        'TIMEVAL("år")=TLIST(A1,"2023"-"2024");',
    )
    values = ('VALUES("region")="Ale";', 'VALUES("innehåll")="Anmälda brott";', 'VALUES("år")="2023","2024";')
    found = read(*lines, *values, 'UNITS("Anmälda brott")="antal";', "DATA=5 6;")
    assert [one.role for one in found.dimensions] == ["", MEASURE, PERIOD]
    assert as_sheet(found).rows[0].values["innehåll"] == "Anmälda brott (antal)"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (BARE, "its figures (DATA=) are not there"),
        ((*BARE, "DATA=1 2 3;"), "3 values where its dimensions make 4"),
        ((*BARE, "DATA=1 2 3 fyra;"), "“fyra” among its figures"),
        (('STUB="region";', "DATA=1;"), "does not say what region can be"),
        (('TITLE="Utan slut;', "DATA=1;"), "breaks off at TITLE"),
        ((*BARE, 'CODES("region")="1";', "DATA=1 2 3 4;"), "2 values but 1 codes"),
        ((*BARE, 'KEYS("region")=VALUES;', 'DATA="Ale" 1 2;'), "row Ale is of nothing that it lists"),
        (("hej",), "no whole PC-Axis file"),
    ],
)
def test_a_file_that_contradicts_itself_gets_one_sentence(lines, says):
    with pytest.raises(UnreadableFile, match=r"^t\.px.*\.$") as problem:
        read(*lines)
    assert says in str(problem.value)
