"""A document shows what the picture shows, in its version and language, and says what everything rests on."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.picture.content import Picture
from dialog.picture.disclosure import protect
from dialog.picture.documents.blocks import EASY, FULL, SHORT, Block, Paper, Section
from dialog.picture.documents.editing import change_block
from dialog.picture.documents.first import first_paper
from dialog.picture.documents.headings import HEADINGS
from dialog.picture.documents.kinds import possible
from dialog.picture.documents.pieces import Bars, Figure, Grid, MapPiece, Note, Piece, Prompt, Prose, View
from dialog.picture.documents.queries import Bound
from dialog.picture.documents.view import Stamp, Wanted, view_of
from dialog.picture.tables import State
from tests.picture.crowds import random_picture
from tests.picture.documents.conftest import WITHHELD


def view(bound: Bound, version: str = FULL, language: str = "sv", *, internal: bool = False) -> View:
    return view_of(bound.picture, bound.paper, bound.stamp, Wanted(version, internal, language))


def pieces(view: View) -> list[Piece]:
    return [piece for chapter in view.chapters for piece in chapter.pieces]


def figures(view: View) -> list[Figure]:
    grids = [one for one in pieces(view) if isinstance(one, Grid)] + [grid for _number, grid in view.tables]
    bars = [bar.figure for one in pieces(view) if isinstance(one, Bars) for bar in one.bars]
    return [figure for grid in grids for _name, line in grid.rows for figure in line] + bars


def test_a_new_draft_has_every_section_with_a_text_and_every_live_block_placed_once(bound: Bound):
    paper = first_paper(bound.picture)
    assert [section.id for section in paper.sections] == list(HEADINGS)
    assert all(section.blocks[0].kind == "text" for section in paper.sections)
    live = [(block.kind, block.of) for _section, block in paper.blocks() if block.kind != "text"]
    assert len(live) == len(set(live))
    assert {key for key in possible(bound.picture) if key[0] not in ("table", "quotes")} <= set(live)


def test_everything_that_can_be_placed_shows_something_or_nothing_but_never_fails(bound: Bound):
    blocks = tuple(Block(f"b{place}", kind, of) for place, (kind, of) in enumerate(possible(bound.picture)))
    paper = Paper((Section("appendix", blocks), Section("gaps", (Block("b999", "unheard of", "x"),))))
    shown = view_of(bound.picture, paper, bound.stamp, Wanted())
    assert len(pieces(shown)) > 20


def test_sections_without_anything_are_left_out_and_the_others_numbered_through(bound: Bound):
    chapters = view(bound).chapters
    assert [chapter.number for chapter in chapters] == list(range(1, len(chapters) + 1))
    assert "staff" not in [chapter.id for chapter in chapters]


def test_a_text_is_shown_in_its_language_else_in_swedish_marked_as_swedish(bound: Bound):
    def first(language: str) -> Prose:
        return next(one for one in pieces(view(bound, language=language)) if isinstance(one, Prose))

    assert (first("ar").lang, first("en").lang, first("sv").lang) == (None, "sv", None)
    assert first("ar").parts[0].lines[0][1].strong


def test_the_easy_version_is_swedish_and_has_only_texts_written_for_it(bound: Bound):
    easy = view(bound, EASY, "ar")
    assert easy.language == "sv"
    assert [one.parts[0].lines[0][0].text for one in pieces(easy) if isinstance(one, Prose)] == [
        "Många säger att det är mörkt."
    ]


def test_the_short_version_has_summary_ranking_matrix_and_map(bound: Bound):
    shown = pieces(view(bound, SHORT))
    assert {Prose, Note, Bars, Grid, MapPiece} == {type(one) for one in shown}
    assert view(bound, SHORT).tables == ()


def test_drawings_are_numbered_and_each_chart_has_its_table(bound: Bound):
    shown = view(bound)
    drawn = [one for one in pieces(shown) if isinstance(one, Bars | MapPiece)]
    assert [one.number for one in drawn] == list(range(1, len(drawn) + 1))
    assert [number for number, _grid in shown.tables] == [one.number for one in drawn if isinstance(one, Bars)]


def test_what_a_chart_says_aloud_are_its_bars(bound: Bound):
    chart = next(one for one in pieces(view(bound)) if isinstance(one, Bars) and "Röster per område" in one.title)
    assert "Norrby" in chart.spoken
    assert chart.bars[0].figure.text in chart.spoken


def test_every_table_and_chart_says_where_it_comes_from_and_what_is_not_shown(bound: Bound):
    for one in pieces(view(bound)):
        if isinstance(one, Grid | Bars | MapPiece):
            assert one.about
    chart = next(
        one for one in pieces(view(bound, language="en")) if isinstance(one, Bars) and one.title == "Voices by area"
    )
    assert "1 October 2026 – 31 December 2026" in chart.about


def test_what_is_withheld_says_so_in_words_and_shows_no_figure(bound: Bound):
    hidden = [one for one in figures(view(bound, language="en")) if one.state is State.WITHHELD]
    assert {one.text for one in hidden} == {"not shown"}
    assert {one.heat for one in hidden} == {None}
    shown = {one.text for one in figures(view(bound, language="en")) if one.state is State.SHOWN}
    withheld = {str(number) for number in WITHHELD.values() if str(number) not in shown}
    assert {"4"} < withheld, "the small answer must hide another one"


def test_what_has_changed_since_the_edition_before_is_told_with_a_caution(bound: Bound):
    changed = next(chapter for chapter in view(bound, language="en").chapters if chapter.id == "change")
    note = next(one for one in changed.pieces if isinstance(one, Note))
    grid = next(one for one in changed.pieces if isinstance(one, Grid))
    names = {name.text: [figure.text for figure in line] for name, line in grid.rows}
    assert names["All voices"] == ["154", "179"]
    assert "not that a problem has grown" in note.text


def test_a_superseded_edition_and_an_internal_one_say_so_first(bound: Bound):
    stamp = replace(bound.stamp, superseded_on=date(2026, 12, 1), superseded_by=3, why={"sv": "Fel period."})
    shown = view_of(bound.picture, bound.paper, stamp, Wanted(internal=True, language="en"))
    assert "1 December 2026" in shown.warnings[0]
    assert "edition 3" in shown.warnings[0]
    assert "Fel period." in shown.warnings[0]
    assert "Internal" in shown.warnings[1]


def test_a_hidden_block_is_in_no_version_and_an_internal_one_only_for_colleagues(bound: Bound):
    def has_map(paper: Paper, *, internal: bool) -> bool:
        shown = view_of(bound.picture, paper, bound.stamp, Wanted(internal=internal))
        return any(isinstance(one, MapPiece) for one in pieces(shown))

    paper = first_paper(bound.picture)
    id = next(block.id for _section, block in paper.blocks() if block.kind == "map")
    assert has_map(paper, internal=False)
    assert not has_map(change_block(paper, id, hidden=True), internal=True)
    inside = change_block(paper, id, public=False)
    assert (has_map(inside, internal=False), has_map(inside, internal=True)) == (False, True)


def test_prompts_stand_only_where_they_are_asked_for(bound: Bound):
    paper = first_paper(bound.picture)
    asked = view_of(bound.picture, paper, bound.stamp, Wanted(internal=True), prompts=True)
    assert {one.section for one in pieces(asked) if isinstance(one, Prompt)} == set(HEADINGS)
    assert not any(isinstance(one, Prompt) for one in pieces(view(bound)))


@settings(max_examples=8)
@given(st.integers(0, 10_000))
def test_no_figure_stands_in_a_document_that_the_safe_tables_do_not_show(seed: int):
    """Whatever was counted: every figure shown is the value of a shown cell, and a withheld one has only words."""
    safe = protect(random_picture(seed))
    picture = Picture(
        "round", {"en": "R"}, {}, "2026-01-01/2026-02-01", {"en": "m"}, 5, 10, "q 1", 1, (), tuple(safe), (), ()
    )
    blocks = tuple(Block(f"b{place}", kind, of) for place, (kind, of) in enumerate(possible(picture)))
    shown = view_of(picture, Paper((Section("appendix", blocks),)), Stamp(date(2026, 2, 1), draft=1), Wanted())
    values = {str(cell.value) for table in safe for cell in table.cells.values() if cell.state is State.SHOWN}
    for figure in figures(shown):
        if figure.numeric and figure.state is State.SHOWN:
            assert figure.text in values
        elif figure.state is State.WITHHELD:
            assert not any(letter.isdigit() for letter in figure.text)
