"""What readers see follows from what is shown, and never from what is withheld."""

from dialog.picture.content import Outline, Picture, Quote
from dialog.picture.presentation import HeatRow, area_columns, cell_at, every_figure, figures, heat, heat_class
from dialog.picture.tables import ALL, Cell, Dimension, Heading, Item, Key, SafeTable, State

HEADING = Heading("area", {}, "dialogue", "voices:r", "2026-01-01/2026-02-01", {}, {})
HIDDEN = Cell(None, State.WITHHELD)


def shown(value: int) -> Cell:
    return Cell(value, State.SHOWN)


def dimension(id: str, *items: str | tuple[str, str], additive: bool = True) -> Dimension:
    pairs = [(one, ALL) if isinstance(one, str) else one for one in items]
    return Dimension(id, {}, (Item(ALL, {}, None), *(Item(item, {}, parent) for item, parent in pairs)), additive)


def one_way(broken_down: Dimension, **cells: Cell) -> SafeTable:
    return SafeTable(HEADING, (broken_down,), {(item.id,): cells[item.id] for item in broken_down.items})


def picture(*tables: SafeTable) -> Picture:
    quotes: tuple[Quote, ...] = ()
    outlines: tuple[Outline, ...] = ()
    return Picture("r", {}, {}, HEADING.period, {}, 5, 10, "q 1", 1, (), tables, quotes, outlines)


def test_bars_are_as_long_as_their_share_of_the_longest():
    table = one_way(dimension("kind", "path", "park"), all=shown(30), path=shown(20), park=shown(10))
    assert [(one.item, one.width) for one in figures(table, "kind")] == [("path", 100), ("park", 50)]


def test_a_ranking_puts_what_is_withheld_last():
    table = one_way(dimension("kind", "a", "b", "c"), all=shown(30), a=HIDDEN, b=shown(9), c=shown(12))
    assert [one.item for one in figures(table, "kind", ranked=True)] == ["c", "b", "a"]


def test_a_group_stands_for_its_parts_where_one_of_them_is_withheld():
    parts = dimension("question:Q1.a", "safe", ("very", "safe"), ("fairly", "safe"), ("hardly", "safe"))
    whole = one_way(parts, all=shown(30), safe=shown(30), very=shown(20), fairly=shown(10), hardly=shown(0))
    hidden = one_way(parts, all=shown(30), safe=shown(30), very=shown(20), fairly=HIDDEN, hardly=HIDDEN)
    assert [(one.item, one.is_part) for one in figures(whole, "question:Q1.a")] == [
        ("very", False),
        ("fairly", False),
        ("hardly", False),
    ]
    assert [(one.item, one.is_part) for one in figures(hidden, "question:Q1.a")] == [("safe", False), ("very", True)]


def test_the_table_beside_the_bars_has_every_item():
    table = one_way(
        dimension("kind", "path", "no answer"), **{"all": shown(30), "path": shown(20), "no answer": HIDDEN}
    )
    assert [one.item for one in figures(table, "kind")] == ["path"]
    assert [one.item for one in every_figure(table, "kind")] == [ALL, "path", "no answer"]


def test_an_area_with_few_voices_or_a_withheld_number_of_them_is_marked():
    table = one_way(dimension("area", "n", "s", "w"), all=shown(99), n=shown(70), s=shown(29), w=HIDDEN)
    assert [(one.area, one.is_few) for one in area_columns(picture(table))] == [("n", False), ("s", True), ("w", True)]


def test_a_heat_table_tells_nothing_of_an_area_with_few_voices():
    areas, codes = dimension("area", "n", "s"), dimension("code", "T1", additive=False)
    voices = one_way(areas, all=shown(99), n=shown(70), s=shown(29))
    cells: dict[Key, Cell] = {(area, code): shown(28) for area in (ALL, "n", "s") for code in (ALL, "T1")}
    by_area = SafeTable(HEADING, (areas, codes), cells)
    row = HeatRow({}, by_area, "code", "T1", lambda _area: shown(40))
    (_, (north, south)), *_ = heat(picture(voices), [row]).rows
    assert (north.value, north.heat) == (28, 5)
    assert (south.value, south.state, south.heat) == (None, State.NO_DATA, None)


def test_a_cell_has_no_colour_where_the_base_is_not_shown():
    areas, codes = dimension("area", "n"), dimension("code", "T1", additive=False)
    voices = one_way(areas, all=shown(99), n=shown(70))
    cells: dict[Key, Cell] = {(area, code): shown(28) for area in (ALL, "n") for code in (ALL, "T1")}
    by_area = SafeTable(HEADING, (areas, codes), cells)
    (_, (north,)), *_ = heat(picture(voices), [HeatRow({}, by_area, "code", "T1", lambda _area: HIDDEN)]).rows
    assert (north.value, north.heat) == (28, None)


def test_a_cell_that_nobody_was_asked_about_is_no_zero():
    areas, codes = dimension("area", "n"), dimension("code", "T1", additive=False)
    voices = one_way(areas, all=shown(99), n=shown(70))
    cells: dict[Key, Cell] = {(area, code): shown(0) for area in (ALL, "n") for code in (ALL, "T1")}
    row = HeatRow({}, SafeTable(HEADING, (areas, codes), cells), "code", "T1", lambda _area: shown(0))
    (_, (north,)), *_ = heat(picture(voices), [row]).rows
    assert (north.value, north.state) == (None, State.NO_DATA)


def test_heat_has_five_classes():
    assert [heat_class(value, 100) for value in (0, 9, 10, 20, 35, 50, 100)] == [1, 1, 2, 3, 4, 5, 5]


def test_a_figure_is_found_by_its_items():
    table = one_way(dimension("kind", "path"), all=shown(30), path=shown(20))
    assert cell_at(table, {"kind": "path"}).value == 20
    assert cell_at(table, {}).value == 30
